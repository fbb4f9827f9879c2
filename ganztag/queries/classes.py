"""Classes, groups and year groups as lists and choices show them."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.domain.pupils import full_name
from ganztag.language import sort_key
from ganztag.queries.spans import in_span, still_at_school
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class or group (*kind*); *pupils* is how many children are in it on the day that was asked for."""

    id: int
    name: str
    kind: str
    year_group_id: int | None
    year_group: str
    room_id: int | None
    room: str
    staff_id: int | None
    teacher: str
    pupils: int


@dataclass(frozen=True, slots=True)
class YearGroupRow:
    id: int
    label: str
    position: int


def classes(reader: Reader, school_year_id: int, day: date) -> list[ClassRow]:
    """Return the classes of a school year in the order of their names, the groups behind them."""
    found, year, room, staff = tables.school_class, tables.year_group, tables.room, tables.staff
    statement = (
        sa.select(
            found.c.id, found.c.name, found.c.kind, found.c.year_group_id, year.c.label, found.c.room_id, room.c.code,
            found.c.staff_id, staff.c.surname, staff.c.prefix, staff.c.call_name,
        )
        .outerjoin(year, year.c.id == found.c.year_group_id)
        .outerjoin(room, room.c.id == found.c.room_id)
        .outerjoin(staff, staff.c.id == found.c.staff_id)
        .where(found.c.school_year_id == school_year_id)
    )  # fmt: skip
    counted = _counted(reader, day)
    rows = [
        ClassRow(
            id=row.id,
            name=row.name,
            kind=row.kind,
            year_group_id=row.year_group_id,
            year_group=row.label or "",
            room_id=row.room_id,
            room=row.code or "",
            staff_id=row.staff_id,
            teacher=full_name(row.surname or "", row.prefix or "", row.call_name or ""),
            pupils=counted.get(row.id, 0),
        )
        for row in reader.rows(statement)
    ]
    return sorted(rows, key=lambda row: (row.kind, sort_key(row.name), row.id))


def _counted(reader: Reader, day: date) -> dict[int, int]:
    link, pupil = tables.class_membership, tables.pupil
    statement = (
        sa.select(link.c.school_class_id, sa.func.count(sa.distinct(link.c.pupil_id)).label("pupils"))
        .join(pupil, pupil.c.id == link.c.pupil_id)
        .where(in_span(link, day, day), still_at_school(day))
        .group_by(link.c.school_class_id)
    )
    return {row.school_class_id: row.pupils for row in reader.rows(statement)}


def year_groups(reader: Reader) -> list[YearGroupRow]:
    """Return all year groups in their order."""
    year = tables.year_group
    statement = sa.select(year.c.id, year.c.label, year.c.position).order_by(year.c.position, year.c.id)
    return [YearGroupRow(**row._mapping) for row in reader.rows(statement)]
