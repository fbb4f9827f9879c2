"""Who cares for a child: guardians with their phones, and the siblings who share them."""

from collections import defaultdict
from dataclasses import dataclass

import sqlalchemy as sa

from ganztag.domain.pupils import full_name
from ganztag.language import sort_key
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class PhoneRow:
    id: int
    label: str
    number: str


@dataclass(frozen=True, slots=True)
class SiblingRow:
    """Another child of the same guardian."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class GuardianRow:
    """A guardian of one child; *id* is the guardianship's. *emergency_order*: 1 is called first."""

    id: int
    guardian_id: int
    surname: str
    call_name: str
    email: str
    language: str
    note: str
    relation: str
    may_pick_up: bool
    emergency_order: int | None
    phones: tuple[PhoneRow, ...]
    siblings: tuple[SiblingRow, ...]

    @property
    def name(self) -> str:
        return full_name(self.surname, "", self.call_name)


def guardians_of(reader: Reader, pupil_id: int) -> tuple[GuardianRow, ...]:
    """Return a child's guardians in the order in which they are called."""
    link, guardian = tables.guardianship, tables.guardian
    statement = (
        sa.select(
            link.c.id, link.c.guardian_id, guardian.c.surname, guardian.c.call_name, guardian.c.email,
            guardian.c.language, guardian.c.note, link.c.relation, link.c.may_pick_up, link.c.emergency_order,
        )
        .join(guardian, guardian.c.id == link.c.guardian_id)
        .where(link.c.pupil_id == pupil_id)
    )  # fmt: skip
    rows = sorted(reader.rows(statement), key=lambda row: (row.emergency_order or 99, row.id))
    ids = tuple(row.guardian_id for row in rows)
    phones, siblings = _phones(reader, ids), _siblings(reader, ids, pupil_id)
    return tuple(
        GuardianRow(
            **row._mapping,
            phones=tuple(phones.get(row.guardian_id, ())),
            siblings=tuple(siblings.get(row.guardian_id, ())),
        )
        for row in rows
    )


def phones_of(reader: Reader, pupil_id: int) -> tuple[PhoneRow, ...]:
    """Return the child's own phone numbers."""
    phone = tables.phone
    statement = sa.select(phone.c.id, phone.c.label, phone.c.number).where(phone.c.pupil_id == pupil_id)
    return tuple(PhoneRow(**row._mapping) for row in reader.rows(statement.order_by(phone.c.id)))


def _phones(reader: Reader, guardian_ids: tuple[int, ...]) -> dict[int, list[PhoneRow]]:
    phone = tables.phone
    statement = (
        sa.select(phone.c.guardian_id, phone.c.id, phone.c.label, phone.c.number)
        .where(phone.c.guardian_id.in_(guardian_ids))
        .order_by(phone.c.id)
    )
    found: dict[int, list[PhoneRow]] = defaultdict(list)
    for row in reader.rows(statement):
        found[row.guardian_id].append(PhoneRow(row.id, row.label, row.number))
    return found


def _siblings(reader: Reader, guardian_ids: tuple[int, ...], pupil_id: int) -> dict[int, list[SiblingRow]]:
    link, pupil = tables.guardianship, tables.pupil
    statement = (
        sa.select(link.c.guardian_id, pupil.c.id, pupil.c.surname, pupil.c.prefix, pupil.c.call_name)
        .join(pupil, pupil.c.id == link.c.pupil_id)
        .where(link.c.guardian_id.in_(guardian_ids), pupil.c.id != pupil_id)
    )
    found: dict[int, list[SiblingRow]] = defaultdict(list)
    for row in sorted(reader.rows(statement), key=lambda row: (sort_key(row.call_name), row.id)):
        found[row.guardian_id].append(SiblingRow(row.id, full_name(row.surname, row.prefix, row.call_name)))
    return found
