"""School years with their half-years, and days off."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.queries import frame
from ganztag.queries.spans import in_span
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class DayOffRow:
    """Days without courses. *kind*: public, school or own; *scope*: the year group or class, empty for the school."""

    id: int
    name: str
    starts: date
    ends: date
    kind: str
    year_group_id: int | None
    school_class_id: int | None
    uid: str
    scope: str


@dataclass(frozen=True, slots=True)
class YearRow:
    """A school year with its half-years."""

    id: int
    name: str
    starts: date
    ends: date
    terms: tuple[frame.TermRow, ...]


def school_years(reader: Reader) -> list[YearRow]:
    """Return all school years, the oldest first."""
    terms = defaultdict(list)
    for term in frame.terms(reader):
        terms[term.school_year_id].append(term)
    year = tables.school_year
    rows = reader.rows(sa.select(year.c.id, year.c.name, year.c.starts, year.c.ends).order_by(year.c.starts))
    return [YearRow(row.id, row.name, row.starts, row.ends, tuple(terms[row.id])) for row in rows]


def days_off(reader: Reader, first: date, last: date) -> list[DayOffRow]:
    """Return the days off that fall on any day from *first* to *last*, in their order."""
    return _days_off(reader, in_span(tables.day_off, first, last))


def from_files(reader: Reader) -> list[DayOffRow]:
    """Return the days off that a calendar file brought, of all years."""
    return _days_off(reader, tables.day_off.c.uid != "")


def _days_off(reader: Reader, condition: sa.ColumnElement[bool]) -> list[DayOffRow]:
    off, year, school_class = tables.day_off, tables.year_group, tables.school_class
    statement = (
        sa.select(*off.c, sa.func.coalesce(school_class.c.name, year.c.label, "").label("scope"))
        .outerjoin(year, year.c.id == off.c.year_group_id)
        .outerjoin(school_class, school_class.c.id == off.c.school_class_id)
        .where(condition)
        .order_by(off.c.starts, off.c.ends, off.c.id)
    )
    return [DayOffRow(**row._mapping) for row in reader.rows(statement)]
