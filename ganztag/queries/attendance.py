"""Attendance: what is to be entered on a day, a course with all its dates, and who was away too often."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

import sqlalchemy as sa

from ganztag.domain.attendance import AWAY
from ganztag.domain.pupils import list_name
from ganztag.language import sort_key
from ganztag.queries import frame, sessions
from ganztag.queries.courses import of_term
from ganztag.queries.enrolments import EnrolmentRow, class_names, enrolments_of_courses, enrolments_of_pupils
from ganztag.queries.sessions import SessionRow
from ganztag.storage import tables
from ganztag.storage.reader import Reader

Key = tuple[int, date]
"""A meeting and the day on which it took place."""


@dataclass(frozen=True, slots=True)
class DayRow:
    """A course on a day: how many children belong to it then, how many of them are entered and how many are away."""

    session: SessionRow
    children: int
    entered: int
    away: int

    @property
    def id(self) -> int:
        return self.session.meeting_id

    @property
    def is_cancelled(self) -> bool:
        return self.session.state == "cancelled"

    @property
    def is_entered(self) -> bool:
        return self.children > 0 and self.entered >= self.children


@dataclass(frozen=True, slots=True)
class DateColumn:
    """A date of a course; *starts*, *ends* as it really is."""

    meeting_id: int
    day: date
    starts: time | None
    ends: time | None
    cancelled: bool
    reason: str

    @property
    def key(self) -> Key:
        return (self.meeting_id, self.day)


@dataclass(frozen=True, slots=True)
class ChildRow:
    """A child of a course; *spans* are (first, last day) in it, *states* and *notes* what is entered."""

    pupil_id: int
    name: str
    class_name: str
    spans: tuple[tuple[date, date], ...]
    states: Mapping[Key, str]
    notes: Mapping[Key, str]
    search_key: str

    @property
    def id(self) -> int:
        return self.pupil_id

    def belongs_on(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.spans)

    def count(self, state: str) -> int:
        return sum(found == state for found in self.states.values())


@dataclass(frozen=True, slots=True)
class CourseAttendance:
    """A course with all its dates of the half-year, and all children who were or are in it, by name."""

    course_id: int
    title: str
    number: str
    dates: tuple[DateColumn, ...]
    rows: tuple[ChildRow, ...]


@dataclass(frozen=True, slots=True)
class AbsenceWarning:
    """A child that was away *unexcused* from one course as often as the school takes to be enough."""

    pupil_id: int
    name: str
    class_name: str
    course_id: int
    title: str
    enrolment_id: int
    days: tuple[date, ...]

    @property
    def unexcused(self) -> int:
        return len(self.days)


def on_day(reader: Reader, term_id: int, day: date) -> list[DayRow]:
    """Return what takes place on a day, in the order of times, with what is entered of it."""
    return entered(reader, sessions.sessions(reader, term_id, day, day), day)


def entered(reader: Reader, met: Sequence[SessionRow], day: date) -> list[DayRow]:
    """Return with what is entered what is known to take place on a day."""
    inside: dict[int, set[int]] = defaultdict(set)
    for enrolment in enrolments_of_courses(reader, {one.course_id for one in met}):
        if enrolment.holds_on(day):
            inside[enrolment.course_id].add(enrolment.pupil_id)
    attendance = tables.attendance
    noted: dict[int, dict[int, str]] = defaultdict(dict)
    for row in reader.rows(sa.select(attendance).where(attendance.c.on_date == day)):
        noted[row.meeting_id][row.pupil_id] = row.state
    return [_day_row(one, inside[one.course_id], noted[one.meeting_id]) for one in met]


def _day_row(met: SessionRow, children: Collection[int], noted: Mapping[int, str]) -> DayRow:
    states = [state for pupil_id, state in noted.items() if pupil_id in children]
    return DayRow(met, len(children), len(states), sum(state in AWAY for state in states))


def of_course(reader: Reader, term_id: int, course_id: int) -> CourseAttendance:
    """Return a course with what is entered for all its dates in the half-year."""
    found = sessions.course_sessions(reader, term_id, course_id)
    head = reader.row(sa.select(tables.course.c.title, tables.course.c.number).where(tables.course.c.id == course_id))
    dates = tuple(
        DateColumn(one.meeting_id, one.day, one.starts, one.ends, one.state == "cancelled", one.reason)
        for one in found.sessions
    )
    rows = _children(reader, enrolments_of_courses(reader, (course_id,)), {one.meeting_id for one in dates})
    return CourseAttendance(course_id, head.title if head else "", head.number if head else "", dates, tuple(rows))


def _children(reader: Reader, inside: Iterable[EnrolmentRow], meetings: Collection[int]) -> list[ChildRow]:
    spans: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for row in inside:
        spans[row.pupil_id].append((row.first, row.last))
    noted = _noted(reader, meetings)
    pupil = tables.pupil
    columns = (pupil.c.id, pupil.c.surname, pupil.c.prefix, pupil.c.call_name, pupil.c.search_key)
    people = reader.rows(sa.select(*columns).where(pupil.c.id.in_(tuple(spans))))
    last = max((end for own in spans.values() for _start, end in own), default=date.max)
    classes = class_names(reader, set(spans), last)
    found = [
        ChildRow(
            row.id,
            list_name(row.surname, row.prefix, row.call_name),
            classes.get(row.id, ""),
            tuple(sorted(spans[row.id])),
            {key: state for key, (state, _note) in noted[row.id].items()},
            {key: note for key, (_state, note) in noted[row.id].items() if note},
            row.search_key,
        )
        for row in people
    ]
    return sorted(found, key=lambda row: (sort_key(row.name), row.id))


def _noted(reader: Reader, meetings: Collection[int]) -> dict[int, dict[Key, tuple[str, str]]]:
    attendance = tables.attendance
    found: dict[int, dict[Key, tuple[str, str]]] = defaultdict(dict)
    for row in reader.rows(sa.select(attendance).where(attendance.c.meeting_id.in_(tuple(meetings)))):
        found[row.pupil_id][row.meeting_id, row.on_date] = (row.state, row.note)
    return found


def marks_of(reader: Reader, meetings: Collection[int]) -> dict[tuple[int, int], list[tuple[date, str]]]:
    """Return (course, child) -> (day, state) of what is entered for these meetings."""
    attendance, meeting = tables.attendance, tables.meeting
    statement = (
        sa.select(meeting.c.course_id, attendance.c.pupil_id, attendance.c.on_date, attendance.c.state)
        .join(meeting, meeting.c.id == attendance.c.meeting_id)
        .where(attendance.c.meeting_id.in_(tuple(meetings)))
    )
    found: dict[tuple[int, int], list[tuple[date, str]]] = defaultdict(list)
    for course_id, pupil_id, day, state in map(tuple, reader.rows(statement)):
        found[course_id, pupil_id].append((day, state))
    return found


def warnings(reader: Reader, term_id: int, limit: int) -> list[AbsenceWarning]:
    """Return who is in a course and was away from it, unexcused, on *limit* days or more; 0: nobody ever.

    In the order of classes and names. Who has left the course is no longer warned of.
    """
    if limit <= 0:
        return []
    days = {pair: found for pair, found in _unexcused(reader, term_id).items() if len(found) >= limit}
    if not days:
        return []
    children = {pupil_id for pupil_id, _course in days}
    current = {(row.pupil_id, row.course_id): row for row in enrolments_of_pupils(reader, children) if row.ends is None}
    often = {pair: found for pair, found in days.items() if pair in current}
    if not often:
        return []
    pupil, course = tables.pupil, tables.course
    ids = {pupil_id for pupil_id, _course in often}
    rows = reader.rows(
        sa.select(pupil.c.id, pupil.c.surname, pupil.c.prefix, pupil.c.call_name).where(pupil.c.id.in_(ids))
    )
    names = {row.id: list_name(row.surname, row.prefix, row.call_name) for row in rows}
    titles = {row.id: row.title for row in reader.rows(sa.select(course.c.id, course.c.title))}
    classes = class_names(reader, ids, max(max(found) for found in often.values()))
    found = [
        AbsenceWarning(
            pupil_id, names[pupil_id], classes.get(pupil_id, ""), course_id, titles[course_id],
            current[pupil_id, course_id].id, tuple(sorted(own)),
        )
        for (pupil_id, course_id), own in often.items()
    ]  # fmt: skip
    return sorted(found, key=lambda one: (sort_key(one.class_name), sort_key(one.name), one.title))


def _unexcused(reader: Reader, term_id: int) -> dict[tuple[int, int], set[date]]:
    """Return (child, course) -> the days on which it was away without an excuse."""
    attendance, meeting, course = tables.attendance, tables.meeting, tables.course
    term = frame.term(reader, term_id)
    statement = (
        sa.select(attendance.c.pupil_id, meeting.c.course_id, attendance.c.on_date)
        .join(meeting, meeting.c.id == attendance.c.meeting_id)
        .join(course, course.c.id == meeting.c.course_id)
        .where(
            attendance.c.state == "unexcused",
            of_term(term),
            attendance.c.on_date.between(term.starts, term.ends),
        )
    )
    found: dict[tuple[int, int], set[date]] = defaultdict(set)
    for row in reader.rows(statement):
        found[row.pupil_id, row.course_id].add(row.on_date)
    return found
