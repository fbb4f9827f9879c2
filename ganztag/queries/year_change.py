"""What a change of the school year looks at: its classes and children, and what stands in the new year already."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

import sqlalchemy as sa

from ganztag.domain.pupils import full_name, list_name
from ganztag.domain.school_year import school_year_of
from ganztag.language import sort_key
from ganztag.planning.rollover.year_state import GoingPerson, OldClass, Pupil, Year, YearState
from ganztag.queries import calendar, frame
from ganztag.queries.classes import year_groups
from ganztag.queries.spans import in_span
from ganztag.storage import tables
from ganztag.storage.reader import Reader


def years(reader: Reader, old_year_id: int) -> tuple[Year, Year]:
    """Return a school year and the one after it, which has no id where it is not there yet."""
    known = calendar.school_years(reader)
    old = next(year for year in known if year.id == old_year_id)
    after = next((year for year in known if year.starts > old.ends), None)
    before = Year(old.id, old.name, old.starts, old.ends)
    if after is not None:
        return before, Year(after.id, after.name, after.starts, after.ends)
    name, starts, ends = school_year_of(old.ends + timedelta(days=1))
    return before, Year(None, name, max(starts, old.ends + timedelta(days=1)), ends)


def to_change(reader: Reader, old_year_id: int, today: date) -> YearState:
    """Return all that the change from a school year to the next one looks at."""
    old, new = years(reader, old_year_id)
    blocks = {(row.weekday, row.starts, row.ends): row.name for row in frame.blocks(reader, old_year_id)}
    there = frame.blocks(reader, new.id) if new.id is not None else []
    return YearState(
        old=old,
        new=new,
        today=today,
        classes=_classes(reader, old.id, old.ends),
        new_classes=_classes(reader, new.id, new.starts),
        year_groups=tuple((row.id, row.label) for row in year_groups(reader)),
        pupils=_pupils(reader, old, new),
        blocks=blocks,
        new_blocks=frozenset((row.weekday, row.starts, row.ends) for row in there),
        going=_going(reader, old, new),
        staff_until=_staff_until(reader),
    )


def _classes(reader: Reader, school_year_id: int | None, day: date) -> tuple[OldClass, ...]:
    """Return classes and groups in the order of year groups and names."""
    table, link, year = tables.school_class, tables.class_membership, tables.year_group
    counted = (
        sa.select(link.c.school_class_id, sa.func.count(sa.distinct(link.c.pupil_id)).label("pupils"))
        .where(in_span(link, day, day))
        .group_by(link.c.school_class_id)
    )
    pupils = {row.school_class_id: row.pupils for row in reader.rows(counted)}
    statement = (
        sa.select(table, year.c.position)
        .outerjoin(year, year.c.id == table.c.year_group_id)
        .where(table.c.school_year_id == school_year_id)
    )
    rows = sorted(
        reader.rows(statement),
        key=lambda row: (row.kind, row.position is None, row.position or 0, sort_key(row.name), row.id),
    )
    return tuple(
        OldClass(row.id, row.name, row.kind, row.year_group_id, row.room_id, row.staff_id, pupils.get(row.id, 0))
        for row in rows
    )


def _pupils(reader: Reader, old: Year, new: Year) -> tuple[Pupil, ...]:
    """Return the children who are there on the last day or come later; who leaves by then is not among them."""
    pupil = tables.pupil
    before, then = _memberships(reader, old.id, old.ends), _memberships(reader, new.id, new.starts)
    columns = (
        pupil.c.id, pupil.c.surname, pupil.c.prefix, pupil.c.call_name, pupil.c.entry, pupil.c.exit,
        pupil.c.year_group_id,
    )  # fmt: skip
    still = sa.or_(pupil.c.exit.is_(None), pupil.c.exit > old.ends)
    found = [
        Pupil(
            id=row.id,
            name=list_name(row.surname, row.prefix, row.call_name),
            entry=row.entry,
            exit=row.exit,
            year_group_id=row.year_group_id,
            class_id=_last(before[row.id], "class"),
            group_ids=_of_kind(before[row.id], "group"),
            new_class_id=_last(then[row.id], "class"),
            new_group_ids=_of_kind(then[row.id], "group"),
        )
        for row in reader.rows(sa.select(*columns).where(still))
    ]
    return tuple(sorted(found, key=lambda one: (sort_key(one.name), one.id)))


def _memberships(reader: Reader, school_year_id: int | None, day: date) -> dict[int, list[tuple[int, str]]]:
    """Return for each child its classes and groups of a school year on a day: (id, kind)."""
    link, table = tables.class_membership, tables.school_class
    statement = (
        sa.select(link.c.pupil_id, table.c.id, table.c.kind)
        .join(table, table.c.id == link.c.school_class_id)
        .where(table.c.school_year_id == school_year_id, sa.or_(link.c.ends.is_(None), link.c.ends >= day))
        .order_by(link.c.starts, link.c.id)
    )
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in reader.rows(statement):
        found[row.pupil_id].append((row.id, row.kind))
    return found


def _last(rows: Iterable[tuple[int, str]], kind: str) -> int | None:
    return next(iter(reversed(_of_kind(rows, kind))), None)


def _of_kind(rows: Iterable[tuple[int, str]], kind: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(key for key, one in rows if one == kind))


def _staff_until(reader: Reader) -> dict[int, date]:
    staff = tables.staff
    rows = reader.rows(sa.select(staff.c.id, staff.c.ends).where(staff.c.ends.is_not(None)))
    return {row.id: row.ends for row in rows}


def _going(reader: Reader, old: Year, new: Year) -> tuple[GoingPerson, ...]:
    """Return whose time ends in the old year, and whose last contract does."""
    staff, contract = tables.staff, tables.contract
    columns = (staff.c.id, staff.c.surname, staff.c.prefix, staff.c.call_name, staff.c.ends)
    lasting: dict[int, list[date | None]] = defaultdict(list)
    for row in reader.rows(sa.select(contract.c.staff_id, contract.c.ends)):
        lasting[row.staff_id].append(row.ends)
    found = []
    for row in reader.rows(sa.select(*columns)):
        name = full_name(row.surname, row.prefix, row.call_name)
        ends = [day for day in lasting[row.id] if day is not None]
        if row.ends is not None and old.starts <= row.ends < new.starts:
            found.append(GoingPerson(row.id, name, row.ends, is_contract=False))
        elif row.ends is None and ends and None not in lasting[row.id] and old.starts <= max(ends) < new.starts:
            found.append(GoingPerson(row.id, name, max(ends), is_contract=True))
    return tuple(sorted(found, key=lambda one: (sort_key(one.name), one.id)))
