"""The frame of everything: the school, its school years and half-years, and the day that counts."""

from dataclasses import dataclass
from datetime import date, time

import sqlalchemy as sa

from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class SchoolRow:
    id: int
    name: str
    subtitle: str
    street: str
    postcode: str
    town: str
    phone: str
    email: str
    land: str
    language: str
    term_id: int | None


@dataclass(frozen=True, slots=True)
class TermRow:
    """A half-year with the school year it belongs to."""

    id: int
    number: int
    name: str
    starts: date
    ends: date
    school_year_id: int
    school_year: str
    first_week: str

    def day_that_counts(self, today: date) -> date:
        """Return *today*, or the nearest day of the half-year where it lies before or behind."""
        return min(max(today, self.starts), self.ends)


@dataclass(frozen=True, slots=True)
class BlockRow:
    id: int
    school_year_id: int
    weekday: int
    starts: time
    ends: time
    name: str


def school(reader: Reader) -> SchoolRow:
    row = reader.row(sa.select(tables.school).order_by(tables.school.c.id))
    if row is None:
        raise Objection(N_("This file holds no school."))
    return SchoolRow(**row._mapping)


def _terms() -> sa.Select[tuple[int, int, str, date, date, int, str]]:
    term, year = tables.term, tables.school_year
    return (
        sa.select(
            term.c.id, term.c.number, term.c.name, term.c.starts, term.c.ends, term.c.school_year_id,
            year.c.name.label("school_year"), term.c.first_week,
        )
        .join(year, year.c.id == term.c.school_year_id)
        .order_by(term.c.starts)
    )  # fmt: skip


def terms(reader: Reader) -> list[TermRow]:
    """Return all half-years, the oldest first."""
    return [TermRow(**row._mapping) for row in reader.rows(_terms())]


def term(reader: Reader, term_id: int | None = None) -> TermRow:
    """Return a half-year; None: the one that the file says is being worked on, never the clock's."""
    wanted = term_id if term_id is not None else reader.value(sa.select(tables.school.c.term_id))
    row = reader.row(_terms().where(tables.term.c.id == wanted))
    if row is None:
        raise Objection(N_("There is no half-year to work on."), advice=N_("Please add one under School."))
    return TermRow(**row._mapping)


def term_named(reader: Reader, text: str) -> TermRow:
    """Return the half-year with this name, or "2026/27-1", "1. Halbjahr 2026/27", "1"; object where none fits."""
    found = terms(reader)
    wanted = text.strip().casefold()
    current = term(reader)
    for row in found:
        names = {row.name.casefold(), f"{row.school_year}-{row.number}", f"{row.school_year}/{row.number}"}
        if wanted in names or (wanted == str(row.number) and row.school_year_id == current.school_year_id):
            return row
    known = ", ".join(row.name for row in found)
    raise Objection(N_("There is no half-year “{name}”. There are: {known}.", name=text, known=known))


def blocks(reader: Reader, school_year_id: int) -> list[BlockRow]:
    """Return the blocks of a school year in the order of the week."""
    block = tables.time_block
    statement = sa.select(block).where(block.c.school_year_id == school_year_id)
    return [
        BlockRow(**row._mapping)
        for row in reader.rows(statement.order_by(block.c.weekday, block.c.starts, block.c.ends, block.c.id))
    ]
