"""Children with all that a table of pupils says about them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

import sqlalchemy as sa

from ganztag.domain.pupils import list_name
from ganztag.domain.school_year import holds_on
from ganztag.language import sort_key
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class KnownGuardian:
    id: int
    surname: str
    call_name: str
    email: str
    phones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leave:
    """When and how a child goes home on a weekday; no time: only the way is known."""

    weekday: int
    time: time | None
    way_home: str


@dataclass(frozen=True, slots=True)
class KnownPupil:
    """A child as it is on a day. *membership* is (id, starts) of the class it is in then."""

    id: int
    surname: str
    prefix: str
    call_name: str
    first_names: str
    birth_date: date | None
    sex: str
    year_group: str
    entry: date | None
    exit: date | None
    external_ids: tuple[tuple[str, str], ...]
    class_name: str
    class_year_id: int | None
    days: tuple[int, ...]
    leaves: tuple[Leave, ...]
    guardians: tuple[KnownGuardian, ...]
    phones: tuple[str, ...]
    support: bool

    @property
    def listed(self) -> str:
        return list_name(self.surname, self.prefix, self.call_name)


def pupils(reader: Reader, day: date) -> list[KnownPupil]:
    """Return all children that the file knows, those who have left too, as they are on *day*; by class and name."""
    pupil, label = tables.pupil, tables.year_group.c.label
    statement = sa.select(pupil, sa.func.coalesce(label, "").label("year_group")).outerjoin(
        tables.year_group, tables.year_group.c.id == pupil.c.year_group_id
    )
    ids, classes = _external_ids(reader), _classes(reader, day)
    days, leaves = _days(reader, day), _leaves(reader, day)
    guardians, phones = _guardians(reader), _phones(reader, "pupil_id")
    found = [
        KnownPupil(
            id=row.id,
            surname=row.surname,
            prefix=row.prefix,
            call_name=row.call_name,
            first_names=row.first_names,
            birth_date=row.birth_date,
            sex=row.sex,
            year_group=row.year_group,
            entry=row.entry,
            exit=row.exit,
            external_ids=tuple(ids[row.id]),
            class_name=classes.get(row.id, ("", None))[0],
            class_year_id=classes.get(row.id, ("", None))[1],
            days=tuple(sorted(set(days[row.id]))),
            leaves=tuple(leaves[row.id]),
            guardians=tuple(guardians[row.id]),
            phones=tuple(phones[row.id]),
            support=row.support,
        )
        for row in reader.rows(statement)
    ]
    return sorted(found, key=lambda p: (sort_key(p.class_name), sort_key(p.surname), sort_key(p.call_name), p.id))


def _external_ids(reader: Reader) -> dict[int, list[tuple[str, str]]]:
    table = tables.external_id
    found = defaultdict(list)
    for row in reader.rows(sa.select(table).order_by(table.c.id)):
        found[row.pupil_id].append((row.system, row.value))
    return found


def _classes(reader: Reader, day: date) -> dict[int, tuple[str, int]]:
    """Return each child's class on a day and the school year of that class."""
    member, school_class = tables.class_membership, tables.school_class
    statement = (
        sa.select(member, school_class.c.name, school_class.c.school_year_id)
        .join(school_class, school_class.c.id == member.c.school_class_id)
        .join(tables.school_year, tables.school_year.c.id == school_class.c.school_year_id)
        .where(school_class.c.kind == "class")
        .order_by(tables.school_year.c.starts, member.c.id)
    )
    return {
        row.pupil_id: (row.name, row.school_year_id)
        for row in reader.rows(statement)
        if holds_on(day, row.starts, row.ends)
    }


def _days(reader: Reader, day: date) -> dict[int, list[int]]:
    found = defaultdict(list)
    for row in reader.rows(sa.select(tables.booking)):
        if holds_on(day, row.starts, row.ends):
            found[row.pupil_id].append(row.weekday)
    return found


def _leaves(reader: Reader, day: date) -> dict[int, list[Leave]]:
    table = tables.leave_time
    found = defaultdict(list)
    for row in reader.rows(sa.select(table).order_by(table.c.weekday, table.c.time, table.c.id)):
        if holds_on(day, row.starts, row.ends):
            found[row.pupil_id].append(Leave(row.weekday, row.time, row.way_home))
    return found


def known_guardians(reader: Reader) -> list[KnownGuardian]:
    """Return all guardians, whoever they care for."""
    table, phones = tables.guardian, _phones(reader, "guardian_id")
    return [
        KnownGuardian(row.id, row.surname, row.call_name, row.email, tuple(phones[row.id]))
        for row in reader.rows(sa.select(table).order_by(table.c.id))
    ]


def _guardians(reader: Reader) -> dict[int, list[KnownGuardian]]:
    """Return the guardians of each child, the first to be called first."""
    tie, by_id = tables.guardianship, {one.id: one for one in known_guardians(reader)}
    found = defaultdict(list)
    order = (tie.c.emergency_order.is_(None), tie.c.emergency_order, tie.c.id)
    for row in reader.rows(sa.select(tie).order_by(*order)):
        found[row.pupil_id].append(by_id[row.guardian_id])
    return found


def _phones(reader: Reader, whose: str) -> dict[int, list[str]]:
    table = tables.phone
    column = table.c[whose]
    found = defaultdict(list)
    for row in reader.rows(
        sa.select(column.label("owner"), table.c.number).where(column.is_not(None)).order_by(table.c.id)
    ):
        found[row.owner].append(row.number)
    return found


def present(pupils_known: Iterable[KnownPupil], day: date) -> list[KnownPupil]:
    """Return the children who are at the school on a day."""
    return [pupil for pupil in pupils_known if holds_on(day, pupil.entry, pupil.exit)]
