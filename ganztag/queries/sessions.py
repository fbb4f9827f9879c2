"""The real dates of courses: those of the series, with what was cancelled, moved or taken over by others."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import sqlalchemy as sa

from ganztag.domain.pupils import full_name
from ganztag.domain.sessions import Change, Session, State, left_over
from ganztag.queries import frame
from ganztag.queries.calendar import DayOffRow
from ganztag.queries.courses import of_term
from ganztag.queries.meetings import MeetingRow
from ganztag.queries.series import TermSeries, term_series
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A meeting on one real date; *series_day* is when it would be in the series.

    *leaders* are those who really lead on that day, *absent* those of the series who are away; full names.
    """

    meeting_id: int
    course_id: int
    title: str
    number: str
    colour: int | None
    day: date
    series_day: date
    starts: time | None
    ends: time | None
    room_id: int | None
    room: str
    leader_ids: tuple[int, ...]
    leaders: tuple[str, ...]
    state: State
    reason: str
    absent_ids: tuple[int, ...]
    absent: tuple[str, ...]
    substitute_ids: tuple[int, ...]
    change_id: int | None

    @property
    def id(self) -> tuple[int, date]:
        """Return by what lists know it: there is no row of the file for a session that is as in the series."""
        return (self.meeting_id, self.series_day)


@dataclass(frozen=True, slots=True)
class LeftOverRow:
    """A change of a date on which the series does not meet any more; *id* is the change's."""

    id: int
    meeting_id: int
    course_id: int
    title: str
    on_date: date
    state: State
    moved_to: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class CourseDates:
    """The dates on which a course really meets, the days off on which it would have met, and what is cancelled."""

    dates: tuple[date, ...]
    gaps: tuple[DayOffRow, ...]
    cancelled: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CourseSessions:
    """All dates of one course in a half-year, the days off in between, and the changes that have lost their date."""

    sessions: tuple[SessionRow, ...] = ()
    gaps: tuple[DayOffRow, ...] = ()
    left: tuple[LeftOverRow, ...] = ()


def sessions(
    reader: Reader, term_id: int, first: date, last: date, course_ids: Collection[int] | None = None
) -> list[SessionRow]:
    """Return what takes place from *first* to *last*, cancelled sessions included, in the order of days and times.

    A session that was moved into these days is in it, one that was moved out of them is not. Without *course_ids*
    all courses of the half-year count that are not struck.
    """
    heads = _heads(reader, term_id, course_ids)
    return _rows(reader, heads, term_series(reader, term_id, heads), (first, last))


def course_sessions(reader: Reader, term_id: int, course_id: int) -> CourseSessions:
    """Return all dates of one course in a half-year, with what goes with them."""
    heads = _heads(reader, term_id, (course_id,))
    found = term_series(reader, term_id, heads)
    span = (found.term.starts, found.term.ends)
    return CourseSessions(
        tuple(_rows(reader, heads, found, span)), found.gaps(course_id), tuple(_left_overs(heads, found))
    )


def _rows(reader: Reader, heads: Mapping[int, Any], found: TermSeries, span: tuple[date, date]) -> list[SessionRow]:
    met = [
        (head, meeting, session)
        for course_id, head in heads.items()
        for meeting in found.meetings.get(course_id, ())
        for session in found.sessions(meeting)
        if span[0] <= session.day <= span[1]
    ]
    rooms, staff = _named(reader, found)
    rows = [_row(head, meeting, session, rooms, staff) for head, meeting, session in met]
    return sorted(rows, key=lambda row: (row.day, row.starts or time.min, row.ends or time.max, row.number, row.title))


def all_session_dates(reader: Reader, course_ids: Iterable[int], term_id: int) -> dict[int, CourseDates]:
    """Return the dates of many courses at once: a course that meets on two days has the dates of both."""
    ids = tuple(course_ids)
    found = term_series(reader, term_id, ids)
    return {course_id: _dates(found, course_id) for course_id in ids}


def led_by(reader: Reader, term_id: int, staff_id: int, first: date, last: date) -> list[SessionRow]:
    """Return what a person leads from *first* to *last*, without what is cancelled."""
    rows = sessions(reader, term_id, first, last)
    return [row for row in rows if staff_id in row.leader_ids and row.state != "cancelled"]


def _left_overs(heads: Mapping[int, Any], found: TermSeries) -> list[LeftOverRow]:
    term = found.term
    return [
        LeftOverRow(
            change.id, meeting.id, course_id, head.title, change.on_date, change.state, change.moved_to, change.reason
        )
        for course_id, head in heads.items()
        for meeting in found.meetings.get(course_id, ())
        for change in left_over(found.dates(meeting.id), found.changes.get(meeting.id, ()))
        if head.term_id is not None or term.starts <= change.on_date <= term.ends
    ]


def _heads(reader: Reader, term_id: int, course_ids: Collection[int] | None) -> dict[int, Any]:
    course, category = tables.course, tables.category
    wanted = course.c.status != "struck" if course_ids is None else course.c.id.in_(course_ids)
    statement = (
        sa.select(course.c.id, course.c.title, course.c.number, course.c.term_id, category.c.colour)
        .outerjoin(category, category.c.id == course.c.category_id)
        .where(wanted, of_term(frame.term(reader, term_id)))
    )
    return {row.id: row for row in reader.rows(statement)}


def _dates(found: TermSeries, course_id: int) -> CourseDates:
    met = found.of_course(course_id)
    dates = tuple(sorted({session.day for session in met if session.state != "cancelled"}))
    cancelled = {session.day: session.reason for session in met if session.state == "cancelled"}
    return CourseDates(
        dates, found.gaps(course_id), tuple((day, reason) for day, reason in cancelled.items() if day not in dates)
    )


def _named(reader: Reader, found: TermSeries) -> tuple[dict[int, str], dict[int, str]]:
    """Return the codes of the rooms and the names of the people that only changes name."""
    changes: list[Change] = [change for noted in found.changes.values() for change in noted]
    room_ids = {change.room_id for change in changes if change.room_id is not None}
    staff_ids = {staff for change in changes for staff, _absent in change.leaders if staff is not None}
    room, staff = tables.room, tables.staff
    rooms, people = {}, {}
    if room_ids:
        rows = reader.rows(sa.select(room.c.id, room.c.code).where(room.c.id.in_(room_ids)))
        rooms = {row.id: row.code for row in rows}
    if staff_ids:
        names = sa.select(staff.c.id, staff.c.surname, staff.c.prefix, staff.c.call_name)
        rows = reader.rows(names.where(staff.c.id.in_(staff_ids)))
        people = {row.id: full_name(row.surname, row.prefix, row.call_name) for row in rows}
    return rooms, people


def _row(
    head: Any, meeting: MeetingRow, session: Session, rooms: Mapping[int, str], staff: Mapping[int, str]
) -> SessionRow:
    own = dict(zip(meeting.leader_ids, meeting.leaders, strict=True))
    return SessionRow(
        meeting_id=meeting.id,
        course_id=head.id,
        title=head.title,
        number=head.number,
        colour=head.colour,
        day=session.day,
        series_day=session.series_day,
        starts=session.starts,
        ends=session.ends,
        room_id=session.room_id,
        room=meeting.room if session.room_id == meeting.room_id else rooms.get(session.room_id or 0, ""),
        leader_ids=session.leader_ids,
        leaders=tuple(own.get(key) or staff.get(key, "") for key in session.leader_ids),
        state=session.state,
        reason=session.reason,
        absent_ids=session.absent_ids,
        absent=tuple(own.get(key, "") for key in session.absent_ids if key in own),
        substitute_ids=session.substitute_ids,
        change_id=session.change_id,
    )
