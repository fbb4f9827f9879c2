"""Contracts of people, and what they said to earn elsewhere."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class ContractRow:
    id: int
    staff_id: int
    number: str
    starts: date | None
    ends: date | None
    rate_cents: int | None
    unit_minutes: int
    allowance: str
    note: str


@dataclass(frozen=True, slots=True)
class IncomeRow:
    id: int
    staff_id: int
    year: int
    cents: int
    declared_on: date | None


def contracts(reader: Reader) -> dict[int, tuple[ContractRow, ...]]:
    """Return staff id -> contracts, the oldest first; people without any are not in it."""
    found: dict[int, list[ContractRow]] = defaultdict(list)
    for row in reader.rows(sa.select(tables.contract)):
        found[row.staff_id].append(ContractRow(**row._mapping))
    return {key: tuple(sorted(rows, key=_age)) for key, rows in found.items()}


def _age(row: ContractRow) -> tuple[date, int]:
    return (row.starts or date.min, row.id)


def incomes(reader: Reader) -> dict[tuple[int, int], IncomeRow]:
    """Return (staff id, calendar year) -> what was declared."""
    rows = reader.rows(sa.select(tables.income_elsewhere))
    return {(row.staff_id, row.year): IncomeRow(**row._mapping) for row in rows}
