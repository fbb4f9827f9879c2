"""What an offer is read for, and the frame around it: blocks, year groups, classes, days off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, cast

import sqlalchemy as sa

from ganztag.domain.school_year import minutes_of
from ganztag.language import sort_key
from ganztag.planning.offer import Block, DayOff
from ganztag.queries import frame
from ganztag.queries.frame import TermRow
from ganztag.queries.spans import in_span
from ganztag.storage import tables
from ganztag.storage.reader import Reader

MIDNIGHT = 24 * 60


@dataclass(frozen=True)
class Asked:
    """The half-year, the day from which it is seen, and (once they are read) the ids of all its courses."""

    term: TermRow
    day: date
    courses: frozenset[int] = field(default=frozenset())


def plain(reader: Reader, statement: sa.Select[Any]) -> Sequence[tuple[Any, ...]]:
    """Return rows to be taken apart by their places: for thousands of them the quickest way."""
    return cast("Sequence[tuple[Any, ...]]", reader.rows(statement))


def minutes(moment: time | None, otherwise: int) -> int:
    return otherwise if moment is None else minutes_of(moment)


def blocks(reader: Reader, asked: Asked) -> tuple[Block, ...]:
    rows = frame.blocks(reader, asked.term.school_year_id)
    return tuple(Block(row.id, row.weekday, minutes_of(row.starts), minutes_of(row.ends), row.name) for row in rows)


def years(reader: Reader, _asked: Asked) -> Mapping[int, str]:
    """Return year group -> label, in their order."""
    year = tables.year_group
    rows = reader.rows(sa.select(year.c.id, year.c.label).order_by(year.c.position, year.c.id))
    return {row.id: row.label for row in rows}


def classes(reader: Reader, asked: Asked) -> Mapping[int, str]:
    """Return class -> name, without the groups."""
    table = tables.school_class
    statement = sa.select(table.c.id, table.c.name).where(
        table.c.school_year_id == asked.term.school_year_id, table.c.kind == "class"
    )
    rows = sorted(reader.rows(statement), key=lambda row: sort_key(row.name))
    return {row.id: row.name for row in rows}


def days_off(reader: Reader, asked: Asked) -> tuple[DayOff, ...]:
    off = tables.day_off
    statement = sa.select(off).where(in_span(off, asked.term.starts, asked.term.ends))
    rows = reader.rows(statement.order_by(off.c.starts, off.c.ends, off.c.id))
    return tuple(DayOff(row.id, row.name, row.starts, row.ends, row.year_group_id, row.school_class_id) for row in rows)
