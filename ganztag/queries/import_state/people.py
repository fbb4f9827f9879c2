"""Staff and rooms as their tables list them."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.domain.pupils import full_name, list_name
from ganztag.language import sort_key
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class KnownStaff:
    id: int
    code: str
    surname: str
    prefix: str
    call_name: str
    kind: str
    email: str
    phone: str
    external_id: str
    starts: date | None
    ends: date | None
    max_minutes: int | None
    qualifications: str
    partner_id: int | None

    @property
    def name(self) -> str:
        return full_name(self.surname, self.prefix, self.call_name)

    @property
    def listed(self) -> str:
        return list_name(self.surname, self.prefix, self.call_name) or self.code


@dataclass(frozen=True, slots=True)
class KnownRoom:
    id: int
    code: str
    name: str
    seats: int | None
    equipment: str
    building: str
    setup_minutes: int
    cleanup_minutes: int
    several_courses: bool
    part_of: str


def staff(reader: Reader) -> list[KnownStaff]:
    """Return all who lead courses, those who have left too, by name."""
    table = tables.staff
    columns = [table.c[name] for name in KnownStaff.__slots__]
    found = [KnownStaff(**row._mapping) for row in reader.rows(sa.select(*columns))]
    return sorted(found, key=lambda one: (sort_key(one.surname), sort_key(one.call_name), sort_key(one.code), one.id))


def rooms(reader: Reader) -> list[KnownRoom]:
    """Return all rooms in the order of their codes."""
    table, whole = tables.room, tables.room.alias("whole")
    columns = [table.c[name] for name in KnownRoom.__slots__ if name != "part_of"]
    statement = sa.select(*columns, sa.func.coalesce(whole.c.code, "").label("part_of"))
    rows = reader.rows(statement.outerjoin(whole, whole.c.id == table.c.part_of_id))
    found = [KnownRoom(**row._mapping) for row in rows]
    return sorted(found, key=lambda one: sort_key(one.code))
