"""The series of a half-year's meetings with their dates, and what is noted as other than in the series."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.domain.sessions import Audience, Change, Series, Session, TermDays, Usual, sessions
from ganztag.queries import frame
from ganztag.queries.calendar import DayOffRow, days_off
from ganztag.queries.meetings import MeetingRow, meetings_of
from ganztag.queries.settings import settings
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True)
class TermSeries:
    """Courses in a half-year: meetings by course, series and changes by meeting."""

    term: frame.TermRow
    days: TermDays[DayOffRow]
    meetings: Mapping[int, tuple[MeetingRow, ...]]
    series: Mapping[int, Series]
    changes: Mapping[int, tuple[Change, ...]]

    def dates(self, meeting_id: int) -> tuple[date, ...]:
        """Return the dates of the series, whatever is other on one of them."""
        return self.days.dates(self.series[meeting_id])

    def sessions(self, meeting: MeetingRow) -> tuple[Session, ...]:
        usual = Usual(meeting.id, meeting.starts, meeting.ends, meeting.room_id, meeting.leader_ids)
        return sessions(usual, self.dates(meeting.id), self.changes.get(meeting.id, ()))

    def of_course(self, course_id: int) -> tuple[Session, ...]:
        """Return the sessions of all meetings of a course, in the order of their days."""
        found = [session for meeting in self.meetings.get(course_id, ()) for session in self.sessions(meeting)]
        return tuple(sorted(found, key=lambda session: (session.day, session.starts is not None, session.starts)))

    def gaps(self, course_id: int) -> tuple[DayOffRow, ...]:
        return self.days.gaps(self.series[meeting.id] for meeting in self.meetings.get(course_id, ()))


def term_series(reader: Reader, term_id: int, course_ids: Iterable[int]) -> TermSeries:
    """Return the series of these courses in a half-year."""
    ids = tuple(course_ids)
    term = frame.term(reader, term_id)
    meetings = meetings_of(reader, ids)
    return TermSeries(term, term_days(reader, term), meetings, _series(reader, ids, meetings), _changes(reader, ids))


def series_dates(reader: Reader, term_id: int, course_ids: Iterable[int]) -> dict[int, tuple[date, ...]]:
    """Return for each meeting of these courses the dates of its series."""
    found = term_series(reader, term_id, course_ids)
    return {meeting_id: found.dates(meeting_id) for meeting_id in found.series}


def term_days(reader: Reader, term: frame.TermRow) -> TermDays[DayOffRow]:
    """Return the days of a half-year with its days off and its A and B weeks."""
    free = days_off(reader, term.starts, term.ends)
    alternate = settings(reader).alternate_in_holidays
    return TermDays(term.starts, term.ends, free, term.first_week, alternate)


def audiences(reader: Reader, course_ids: Collection[int]) -> dict[int, Audience]:
    """Return for whom these courses are; those that are open to all are missing."""
    for_year, for_class, school_class = tables.course_year_group, tables.course_class, tables.school_class
    years: dict[int, set[int]] = defaultdict(set)
    for row in reader.rows(sa.select(for_year).where(for_year.c.course_id.in_(course_ids))):
        years[row.course_id].add(row.year_group_id)
    classes: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
    statement = (
        sa.select(for_class.c.course_id, school_class.c.id, school_class.c.year_group_id)
        .join(school_class, school_class.c.id == for_class.c.school_class_id)
        .where(for_class.c.course_id.in_(course_ids))
    )
    for row in reader.rows(statement):
        classes[row.course_id].append((row.id, row.year_group_id))
    return {
        course_id: Audience(frozenset(years[course_id]), tuple(classes[course_id]))
        for course_id in years.keys() | classes.keys()
    }


def _series(
    reader: Reader, course_ids: tuple[int, ...], meetings: Mapping[int, tuple[MeetingRow, ...]]
) -> dict[int, Series]:
    course = tables.course
    spans = sa.select(course.c.id, course.c.starts, course.c.ends).where(course.c.id.in_(course_ids))
    for_whom = audiences(reader, course_ids)
    return {
        meeting.id: Series(
            meeting.weekday, meeting.rhythm, meeting.on_date, row.starts, row.ends, for_whom.get(row.id, Audience())
        )
        for row in reader.rows(spans)
        for meeting in meetings.get(row.id, ())
    }


def _changes(reader: Reader, course_ids: tuple[int, ...]) -> dict[int, tuple[Change, ...]]:
    change, leader, meeting = tables.session_change, tables.session_leader, tables.meeting
    of_courses = sa.select(meeting.c.id).where(meeting.c.course_id.in_(course_ids))
    rows = reader.rows(sa.select(change).where(change.c.meeting_id.in_(of_courses)).order_by(change.c.on_date))
    statement = (
        sa.select(leader.c.session_change_id, leader.c.staff_id, leader.c.instead_of_id)
        .where(leader.c.session_change_id.in_(sa.select(change.c.id).where(change.c.meeting_id.in_(of_courses))))
        .order_by(leader.c.id)
    )
    leaders: dict[int, list[tuple[int | None, int | None]]] = defaultdict(list)
    for row in reader.rows(statement):
        leaders[row.session_change_id].append((row.staff_id, row.instead_of_id))
    found: dict[int, list[Change]] = defaultdict(list)
    for row in rows:
        values = {name: value for name, value in row._mapping.items() if name != "meeting_id"}
        found[row.meeting_id].append(Change(**values, leaders=tuple(leaders[row.id])))
    return {meeting_id: tuple(noted) for meeting_id, noted in found.items()}
