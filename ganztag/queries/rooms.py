"""Rooms as lists show them."""

from dataclasses import dataclass

import sqlalchemy as sa

from ganztag.language import sort_key
from ganztag.queries import frame
from ganztag.queries.courses import of_term
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room; *courses* is the number of meetings that a half-year's courses have in it.

    *troubles* is the number of errors that concern it, filled in by whoever knows the findings.
    """

    id: int
    code: str
    name: str
    seats: int | None
    equipment: str
    building: str
    part_of_id: int | None
    part_of: str
    several_courses: bool
    note: str
    search_key: str
    setup_minutes: int
    cleanup_minutes: int
    courses: int
    troubles: int = 0


def rooms(reader: Reader, term_id: int) -> list[RoomRow]:
    """Return all rooms in the order of their codes."""
    room, whole = tables.room, tables.room.alias("whole")
    meeting, course = tables.meeting, tables.course
    used = (
        sa.select(sa.func.count())
        .select_from(meeting.join(course, course.c.id == meeting.c.course_id))
        .where(meeting.c.room_id == room.c.id, of_term(frame.term(reader, term_id)), course.c.status != "struck")
        .correlate(room)
        .scalar_subquery()
    )
    statement = sa.select(
        *room.c, sa.func.coalesce(whole.c.code, "").label("part_of"), used.label("courses")
    ).outerjoin(whole, whole.c.id == room.c.part_of_id)
    found = [RoomRow(**row._mapping) for row in reader.rows(statement)]
    return sorted(found, key=lambda row: sort_key(row.code))
