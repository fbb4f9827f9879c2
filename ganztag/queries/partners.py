"""The organisations that leaders come from."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from ganztag.domain.pupils import full_name, list_name
from ganztag.language import sort_key
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """An organisation; *people* are (id, name) of those who come from it, in the order of their names."""

    id: int
    name: str
    contact: str
    phone: str
    email: str
    agreement: str
    starts: date | None
    ends: date | None
    note: str
    search_key: str
    people: tuple[tuple[int, str], ...] = ()

    def over(self, day: date) -> bool:
        """Say whether the agreement has ended before *day*."""
        return self.ends is not None and self.ends < day


def partners(reader: Reader) -> list[PartnerRow]:
    """Return all partners in the order of their names."""
    people: dict[int, list[tuple[Any, int, str]]] = defaultdict(list)
    staff = tables.staff
    statement = sa.select(staff.c.id, staff.c.surname, staff.c.prefix, staff.c.call_name, staff.c.partner_id)
    for row in reader.rows(statement.where(staff.c.partner_id.is_not(None))):
        by = sort_key(list_name(row.surname, row.prefix, row.call_name))
        people[row.partner_id].append((by, row.id, full_name(row.surname, row.prefix, row.call_name)))
    found = [
        PartnerRow(**row._mapping, people=tuple((key, name) for _by, key, name in sorted(people.get(row.id, ()))))
        for row in reader.rows(sa.select(tables.partner))
    ]
    return sorted(found, key=lambda row: (sort_key(row.name), row.id))
