"""When rooms are free for courses and people can lead them, and when not."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

import sqlalchemy as sa

from ganztag.domain.school_year import holds_on
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class WeekTime:
    """A time of a room or a person (*owner_id*); without *opens* from the morning, without *closes* to the evening."""

    id: int
    owner_id: int
    weekday: int
    opens: time | None
    closes: time | None
    available: bool
    reason: str
    source: str
    starts: date | None
    ends: date | None

    def holds_on(self, day: date) -> bool:
        return holds_on(day, self.starts, self.ends)


def week_order(row: WeekTime) -> tuple[int, time, time, date, int]:
    return (row.weekday, row.opens or time.min, row.closes or time.max, row.starts or date.min, row.id)


def room_times(reader: Reader, room_id: int) -> tuple[WeekTime, ...]:
    """Return the times of one room in the order of the week."""
    return _times_of(reader, tables.room_time, tables.room_time.c.room_id, room_id).get(room_id, ())


def all_room_times(reader: Reader) -> Mapping[int, tuple[WeekTime, ...]]:
    """Return room -> its times; rooms without any are missing."""
    return _times_of(reader, tables.room_time, tables.room_time.c.room_id, None)


def staff_times(reader: Reader, staff_id: int) -> tuple[WeekTime, ...]:
    """Return the times of one person in the order of the week."""
    return _times_of(reader, tables.staff_time, tables.staff_time.c.staff_id, staff_id).get(staff_id, ())


def all_staff_times(reader: Reader) -> Mapping[int, tuple[WeekTime, ...]]:
    """Return person -> their times; people without any are missing."""
    return _times_of(reader, tables.staff_time, tables.staff_time.c.staff_id, None)


def _times_of(
    reader: Reader, table: sa.Table, owner: sa.Column[int], owner_id: int | None
) -> Mapping[int, tuple[WeekTime, ...]]:
    """Return owner -> times in the order of the week; *owner_id* None: those of all."""
    columns = [owner.label("owner_id") if name == "owner_id" else table.c[name] for name in WeekTime.__slots__]
    statement = sa.select(*columns)
    if owner_id is not None:
        statement = statement.where(owner == owner_id)
    found: dict[int, list[WeekTime]] = defaultdict(list)
    for row in reader.rows(statement):
        found[row.owner_id].append(WeekTime(**row._mapping))
    return {key: tuple(sorted(rows, key=week_order)) for key, rows in found.items()}
