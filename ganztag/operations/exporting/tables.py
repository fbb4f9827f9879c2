"""The tables that leave the school, by kind."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ganztag.exchange import fields
from ganztag.exchange.kinds import Kind
from ganztag.exchange.writing import write_table
from ganztag.operations.exporting.choice_rows import ballot_of, enrolment_rows, wish_table
from ganztag.operations.exporting.course_rows import course_rows, room_rows
from ganztag.operations.exporting.pupil_rows import pupil_table
from ganztag.operations.exporting.staff_rows import partner_rows, staff_table
from ganztag.operations.exporting.time_rows import time_rows
from ganztag.operations.office import Office
from ganztag.queries import frame
from ganztag.storage.reader import Reader


@dataclass(frozen=True)
class Table:
    """Titles and rows, as they are written."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def export(office: Office, kind: Kind | str, path: Path, term_id: int | None = None, *, ballot: str = "") -> int:
    """Write a table by the ending of *path* (.csv or .xlsx) and return the number of its rows.

    *ballot* chooses among several for the wishes. Objects where it cannot be written.
    """
    made = office.read(table, Kind(kind), office.clock.today(), term_id, ballot)
    write_table(path, made.headers, made.rows)
    return len(made.rows)


def template(kind: Kind | str, path: Path) -> None:
    """Write an empty table with the right titles."""
    write_table(path, fields.template(Kind(kind)), ())


def table(reader: Reader, kind: Kind, today: date, term_id: int | None = None, ballot: str = "") -> Table:
    """Return the table of a kind (one of ``kinds.WRITTEN``) for a half-year, as it is on the day that counts."""
    term = frame.term(reader, term_id)
    day = term.day_that_counts(today)
    if kind is Kind.WISHES:
        found = ballot_of(reader, term, ballot)
        return Table(fields.headers(kind), ()) if found is None else Table(*wish_table(reader, term, day, found))
    if kind is Kind.PUPILS:
        return Table(*pupil_table(reader, day))
    if kind is Kind.STAFF:
        return Table(*staff_table(reader, day))
    rows: dict[Kind, Callable[[], Iterable[tuple[str, ...]]]] = {
        Kind.COURSES: lambda: course_rows(reader, term),
        Kind.PARTNERS: lambda: partner_rows(reader),
        Kind.ROOMS: lambda: room_rows(reader),
        Kind.ENROLMENTS: lambda: enrolment_rows(reader, term, day),
        Kind.TIMES: lambda: time_rows(reader),
    }
    return Table(fields.headers(kind), tuple(rows[kind]()))
