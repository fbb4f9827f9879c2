"""The half-years: their names and days; a neighbour follows, so that no gap and no overlap arises."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.cells import MUTED, PILL, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.fields import Choices, Field, Kind
from ganztag.desktop.widgets.paints import Pill
from ganztag.language import N_, _
from ganztag.language import date as in_words
from ganztag.operations import school
from ganztag.operations.operation import Operation
from ganztag.queries import calendar, frame
from ganztag.queries.frame import TermRow


@dataclass(frozen=True, slots=True)
class HalfYear:
    """A half-year and whether it is the one that is being worked on."""

    id: int
    term: TermRow
    current: bool


def current(rows: Sequence[HalfYear]) -> int | None:
    """Return the half-year that is being worked on."""
    return next((row.id for row in rows if row.current), None)


def _now(row: HalfYear) -> Pill:
    return Pill(_("being worked on"), "accent") if row.current else Pill("")


class Terms:
    """Half-years of all school years; adding means the next school year with its two."""

    key, icon = "terms", "calendar-days"
    title, add_verb, delete_verb = N_("Half-years"), N_("Add the next school year"), N_("Delete the school year")
    teaching = N_("Here stand the school years and their half-years.")
    fields = (
        Field("name", N_("Name"), needed=True),
        Field("starts", N_("First day"), Kind.DATE, needed=True),
        Field("ends", N_("Last day"), Kind.DATE, needed=True),
        Field("first_week", N_("First week"), Kind.CHOICE),
    )
    born: tuple[Field, ...] = ()

    columns: tuple[Column[HalfYear], ...] = (
        Column("name", N_("Half-year"), shown=lambda row: row.term.name, cell=STRONG, width=180, stretch=True,
               sorted_by=lambda row: row.term.starts),
        Column("year", N_("School year"), shown=lambda row: row.term.school_year, cell=MUTED, width=120),
        Column("starts", N_("First day"), shown=lambda row: in_words(row.term.starts), width=120,
               sorted_by=lambda row: row.term.starts),
        Column("ends", N_("Last day"), shown=lambda row: in_words(row.term.ends), width=120,
               sorted_by=lambda row: row.term.ends),
        Column("now", N_("Status"), shown=_now, cell=PILL, width=150),
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self) -> Sequence[HalfYear]:
        current = self._desk.office.read(frame.school).term_id
        return [HalfYear(term.id, term, term.id == current) for term in self._desk.office.read(frame.terms)]

    def choices(self) -> dict[str, Choices]:
        return {"first_week": [("A", _("an A week")), ("B", _("a B week"))]}

    def name(self, row: HalfYear) -> str:
        return row.term.name

    def second(self, row: HalfYear) -> str:
        return _("School year {year}", year=row.term.school_year)

    def values(self, row: HalfYear) -> dict[str, Any]:
        return {key: getattr(row.term, key) for key in ("name", "starts", "ends", "first_week")}

    def edit(self, row: HalfYear, key: str, value: Any) -> Operation[Any]:
        if key in ("name", "first_week"):
            return school.edit_term(row.id, **{key: value})
        year = next(
            year for year in self._desk.office.read(calendar.school_years) if year.id == row.term.school_year_id
        )
        return _moved(year, row, key, value)

    def add(self, _values: dict[str, Any]) -> Operation[int]:
        return school.add_next_year()

    def delete(self, row: HalfYear) -> Operation[Any]:
        return school.delete_year(row.term.school_year_id)

    def first_values(self) -> dict[str, Any]:
        return {}


def _moved(year: calendar.YearRow, row: HalfYear, key: str, value: date) -> Operation[Any]:
    """Return the deed that moves an end of a half-year: that of the year where it lies at it, else that of both."""
    first, last = year.terms[0].id == row.id, year.terms[-1].id == row.id
    if key == "starts":
        return school.edit_year(year.id, starts=value, ends=year.ends) if first else school.move_middle(year.id, value)
    if last:
        return school.edit_year(year.id, starts=year.starts, ends=value)
    return school.move_middle(year.id, value + timedelta(days=1))
