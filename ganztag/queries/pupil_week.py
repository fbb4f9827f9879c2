"""A child's week on a day: booked days, the courses' meetings, and when and how it goes home."""

from dataclasses import dataclass
from datetime import date, time

import sqlalchemy as sa

from ganztag.domain.school_year import WEEKDAYS
from ganztag.queries.courses import of_term
from ganztag.queries.frame import TermRow
from ganztag.queries.meetings import MeetingRow, meetings_of, week_order, weeks_of
from ganztag.queries.spans import in_span
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class StayRow:
    """A meeting of a course that the child is in. *since* is set where it only joins later than the day asked for.

    *until*: the enrolment's last day, where one is set. *kind* is course, care, study_time or lunch. *weeks* says
    in which weeks it takes place, or on which date, where it does not every week.
    """

    enrolment_id: int
    course_id: int
    title: str
    short_name: str
    kind: str
    colour: int | None
    starts: time | None
    ends: time | None
    room: str
    leaders: tuple[str, ...]
    surnames: tuple[str, ...]
    since: date | None
    until: date | None
    weeks: str = ""


@dataclass(frozen=True, slots=True)
class WeekdayRow:
    """*asks_for_care*: the child is booked, but is in no course: nobody has said where it is."""

    weekday: int
    booked: bool
    stays: tuple[StayRow, ...]
    leaves: time | None
    way_home: str

    @property
    def asks_for_care(self) -> bool:
        return self.booked and not self.stays


def week_of(reader: Reader, pupil_id: int, term: TermRow, day: date) -> tuple[WeekdayRow, ...]:
    """Return Monday to Friday, and a day of the weekend where something is on it."""
    booking, leave = tables.booking, tables.leave_time
    rows = reader.rows(sa.select(booking.c.weekday).where(booking.c.pupil_id == pupil_id, in_span(booking, day, day)))
    booked = {row.weekday for row in rows}
    times = reader.rows(
        sa.select(leave.c.weekday, leave.c.time, leave.c.way_home)
        .where(leave.c.pupil_id == pupil_id, in_span(leave, day, day))
        .order_by(leave.c.id)
    )
    leaves = {row.weekday: (row.time, row.way_home) for row in times}
    stays = _stays(reader, pupil_id, term, day)
    shown = sorted({*WEEKDAYS, *booked, *leaves, *stays})
    return tuple(
        WeekdayRow(weekday, weekday in booked, tuple(stays.get(weekday, ())), *leaves.get(weekday, (None, "")))
        for weekday in shown
    )


def _stays(reader: Reader, pupil_id: int, term: TermRow, day: date) -> dict[int, list[StayRow]]:
    enrolment, course, category = tables.enrolment, tables.course, tables.category
    statement = (
        sa.select(
            enrolment.c.id, enrolment.c.course_id, enrolment.c.starts, enrolment.c.ends, course.c.title,
            course.c.short_name, course.c.kind, category.c.colour,
        )
        .join(course, course.c.id == enrolment.c.course_id)
        .outerjoin(category, category.c.id == course.c.category_id)
        .where(
            enrolment.c.pupil_id == pupil_id,
            of_term(term),
            course.c.status != "struck",
            in_span(enrolment, day, term.ends),
        )
        .order_by(enrolment.c.id)
    )  # fmt: skip
    rows = reader.rows(statement)
    meetings = meetings_of(reader, {row.course_id for row in rows})
    surnames = _surnames(
        reader, {key for found in meetings.values() for meeting in found for key in meeting.leader_ids}
    )
    found = [(meeting, row) for row in rows for meeting in meetings.get(row.course_id, ())]
    week: dict[int, list[StayRow]] = {}
    for meeting, row in sorted(found, key=lambda pair: (week_order(pair[0]), pair[1].id)):
        week.setdefault(meeting.weekday, []).append(_stay(meeting, row, day, surnames))
    return week


def _surnames(reader: Reader, staff_ids: set[int]) -> dict[int, str]:
    """Return what a narrow card says of the leaders: the surname, or the only name there is."""
    staff = tables.staff
    statement = sa.select(staff.c.id, staff.c.surname, staff.c.call_name).where(staff.c.id.in_(tuple(staff_ids)))
    return {row.id: row.surname or row.call_name for row in reader.rows(statement)}


def _stay(meeting: MeetingRow, row: sa.Row[tuple[object, ...]], day: date, surnames: dict[int, str]) -> StayRow:
    return StayRow(
        enrolment_id=row.id,
        course_id=row.course_id,
        title=row.title,
        short_name=row.short_name,
        kind=row.kind,
        colour=row.colour,
        starts=meeting.starts,
        ends=meeting.ends,
        room=meeting.room,
        leaders=meeting.leaders,
        surnames=tuple(surnames[key] for key in meeting.leader_ids),
        since=row.starts if row.starts is not None and row.starts > day else None,
        until=row.ends,
        weeks=weeks_of(meeting),
    )
