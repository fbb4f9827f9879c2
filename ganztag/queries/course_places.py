"""Where courses may be placed, and who may lead them; nothing said means anywhere."""

from dataclasses import dataclass

import sqlalchemy as sa

from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class CoursePlaces:
    """The blocks and rooms in which a course may be placed, and the people who may lead it."""

    block_ids: tuple[int, ...] = ()
    room_ids: tuple[int, ...] = ()
    staff_ids: tuple[int, ...] = ()


def course_places(reader: Reader, course_id: int) -> CoursePlaces:
    """Return where a course may be placed, in the order in which it was said."""
    block, room, staff = tables.course_block, tables.course_room, tables.course_staff
    return CoursePlaces(
        _linked(reader, block, block.c.time_block_id, course_id),
        _linked(reader, room, room.c.room_id, course_id),
        _linked(reader, staff, staff.c.staff_id, course_id),
    )


def _linked(reader: Reader, link: sa.Table, column: "sa.Column[int]", course_id: int) -> tuple[int, ...]:
    statement = sa.select(column).where(link.c.course_id == course_id).order_by(link.c.id)
    return tuple(row[0] for row in reader.rows(statement))
