"""Rooms, and when they are not there."""

from collections.abc import Iterable

import sqlalchemy as sa

from ganztag.planning.offer import Room, Window
from ganztag.queries.offer.courses import words
from ganztag.queries.offer.frame import MIDNIGHT, Asked, minutes
from ganztag.queries.week_times import WeekTime, all_room_times
from ganztag.storage import tables
from ganztag.storage.reader import Reader


def rooms(reader: Reader, _asked: Asked) -> tuple[Room, ...]:
    times = all_room_times(reader)
    return tuple(
        Room(
            id=row.id,
            name=row.code,
            places=row.seats,
            shared=row.several_courses,
            part_of=row.part_of_id,
            building=row.building.strip(),
            equipment=words(row.equipment),
            setup=row.setup_minutes,
            cleanup=row.cleanup_minutes,
            windows=windows(times.get(row.id, ())),
        )
        for row in reader.rows(sa.select(tables.room).order_by(tables.room.c.id))
    )


def windows(times: Iterable[WeekTime]) -> tuple[Window, ...]:
    """Return times of the week in minutes; without times they are all day."""
    return tuple(
        Window(
            weekday=row.weekday,
            starts=minutes(row.opens, 0),
            ends=minutes(row.closes, MIDNIGHT),
            available=row.available,
            reason=row.reason,
            first=row.starts,
            last=row.ends,
        )
        for row in times
    )
