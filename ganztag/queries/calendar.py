"""Days off, and the dates on which courses really meet."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.domain.sessions import Audience, sessions
from ganztag.queries import frame
from ganztag.queries.meetings import MeetingRow, meetings_of
from ganztag.queries.spans import in_span
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class DayOffRow:
    """Days without courses. *kind*: public, school or own; *scope*: the year group or class, empty for the school."""

    id: int
    name: str
    starts: date
    ends: date
    kind: str
    year_group_id: int | None
    school_class_id: int | None
    uid: str
    scope: str


@dataclass(frozen=True, slots=True)
class CourseDates:
    """The dates of a course in a half-year, and the days off on which it would have met."""

    dates: tuple[date, ...]
    gaps: tuple[DayOffRow, ...]


@dataclass(frozen=True, slots=True)
class YearRow:
    """A school year with its half-years."""

    id: int
    name: str
    starts: date
    ends: date
    terms: tuple[frame.TermRow, ...]


def school_years(reader: Reader) -> list[YearRow]:
    """Return all school years, the oldest first."""
    terms = defaultdict(list)
    for term in frame.terms(reader):
        terms[term.school_year_id].append(term)
    year = tables.school_year
    rows = reader.rows(sa.select(year.c.id, year.c.name, year.c.starts, year.c.ends).order_by(year.c.starts))
    return [YearRow(row.id, row.name, row.starts, row.ends, tuple(terms[row.id])) for row in rows]


def days_off(reader: Reader, first: date, last: date) -> list[DayOffRow]:
    """Return the days off that fall on any day from *first* to *last*, in their order."""
    off, year, school_class = tables.day_off, tables.year_group, tables.school_class
    statement = (
        sa.select(*off.c, sa.func.coalesce(school_class.c.name, year.c.label, "").label("scope"))
        .outerjoin(year, year.c.id == off.c.year_group_id)
        .outerjoin(school_class, school_class.c.id == off.c.school_class_id)
        .where(in_span(off, first, last))
        .order_by(off.c.starts, off.c.ends, off.c.id)
    )
    return [DayOffRow(**row._mapping) for row in reader.rows(statement)]


def all_session_dates(reader: Reader, course_ids: Iterable[int], term_id: int) -> dict[int, CourseDates]:
    """Return the dates of many courses at once: a course that meets on two days has the dates of both."""
    ids = tuple(course_ids)
    term = frame.term(reader, term_id)
    free = days_off(reader, term.starts, term.ends)
    meetings, audiences = meetings_of(reader, ids), _audiences(reader, ids)
    return {
        course_id: _dates(meetings.get(course_id, ()), term, free, audiences.get(course_id, Audience()))
        for course_id in ids
    }


def _dates(
    meetings: tuple[MeetingRow, ...], term: frame.TermRow, free: list[DayOffRow], audience: Audience
) -> CourseDates:
    weekdays = {meeting.weekday for meeting in meetings}
    return CourseDates(*sessions(weekdays, term.starts, term.ends, free, audience))


def _audiences(reader: Reader, course_ids: tuple[int, ...]) -> dict[int, Audience]:
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
