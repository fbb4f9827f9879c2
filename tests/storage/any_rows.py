"""Rows of any table with any values, and everything that a file holds, byte for byte."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

import sqlalchemy as sa

from ganztag.domain.record import ImportMapping
from ganztag.operations.office import Office
from ganztag.operations.operation import Work
from ganztag.storage.journal import NOTED
from ganztag.storage.mapping import KEPT_IN
from ganztag.storage.reader import Reader

KINDS: dict[str, Any] = {table.name: kind for kind, table in KEPT_IN.items() if kind is not ImportMapping}
_TEXTS = ("", " ", "NULL", "null", "None", "0", "5", "5.0", "ä", "a\u0308", "👩‍👧‍👦", "مُحَمَّد", "a\0b", "\0", "'\"`",
          "zwei\nZeilen\r\n", "{x}", "%s", "\\", "\x7f\x01", "x" * 3000, "\ufeff\uffff", '{"a":1}')  # fmt: skip

Dump = dict[str, list[tuple[Any, ...]]]


def dump(office: Office) -> Dump:
    """Return all rows of all tables that can be undone, as the file keeps them, with the type of each value."""

    def query(reader: Reader) -> Dump:
        return {table.name: _raw(reader, table) for table in NOTED}

    return office.read(query)


def _raw(reader: Reader, table: sa.Table) -> list[tuple[Any, ...]]:
    wanted = ", ".join(f'hex("{c.name}"), typeof("{c.name}")' for c in table.columns)
    statement: sa.Select[Any] = sa.select(sa.literal_column(wanted)).select_from(table).order_by(table.c.id)
    return [tuple(row) for row in reader.rows(statement)]


def values(work: Work, table: sa.Table, chance: Random) -> dict[str, Any] | None:
    """Return values for a row of *table*; None where it must point to a row of a table that is empty."""
    found: dict[str, Any] = {}
    for column in table.columns:
        if column.name == "id":
            continue
        value = _value(work, column, chance)
        if value is None and not column.nullable:
            return None
        found[column.name] = value
    if table.name == "phone":
        found["pupil_id" if found["guardian_id"] else "guardian_id"] = None
    return found


def _value(work: Work, column: sa.Column[Any], chance: Random) -> Any:
    if column.nullable and chance.random() < 0.3:
        return None
    for key in column.foreign_keys:
        ids = [thing.id for thing in work.all(KINDS[key.column.table.name])]
        return chance.choice(ids) if ids else None
    if isinstance(column.type, sa.Boolean):
        return chance.random() < 0.5
    if isinstance(column.type, sa.Integer):
        return chance.choice((0, 1, -1, 7, 2**40, -(2**62), chance.randrange(1000)))
    return _moment_or_text(column, chance)


def _moment_or_text(column: sa.Column[Any], chance: Random) -> Any:
    moment = datetime(1900, 1, 1) + timedelta(days=chance.randrange(90_000), seconds=chance.randrange(86_400))  # noqa: DTZ001
    if isinstance(column.type, sa.DateTime):
        return moment
    if isinstance(column.type, sa.Date):
        return chance.choice((moment.date(), date(1, 1, 1), date(9999, 12, 31)))
    if isinstance(column.type, sa.Time):
        return chance.choice((moment.time(), time(0), time(23, 59, 59)))
    return chance.choice(_TEXTS) + chance.choice(("", str(chance.randrange(10**6))))
