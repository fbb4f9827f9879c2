"""Days off: the Land's holidays and the school's own days, for all or for one year group or class."""

from collections.abc import Sequence
from typing import Any

from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.cells import MUTED, PILL, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.fields import Choices, Field, Kind
from ganztag.desktop.widgets.paints import Pill
from ganztag.language import N_, Message, _, date, weekday
from ganztag.operations import calendar as operations
from ganztag.operations.operation import Operation
from ganztag.queries import calendar, classes
from ganztag.queries.calendar import DayOffRow

_KINDS: dict[str, tuple[Message, str]] = {
    "public": (N_("Public holiday"), "warn"),
    "school": (N_("School holidays"), "accent"),
    "own": (N_("Own"), "ok"),
}
_FIELDS = (
    Field("name", N_("Name"), needed=True, hint=N_("INSET day, project week …")),
    Field("starts", N_("First day"), Kind.DATE, needed=True),
    Field("ends", N_("Last day"), Kind.DATE, needed=True),
    Field("scope", N_("For"), Kind.CHOICE),
)


def _kind(row: DayOffRow) -> Pill:
    word, tone = _KINDS[row.kind]
    return Pill(str(word), tone)


def _days(row: DayOffRow) -> str:
    if row.starts == row.ends:
        return f"{weekday(row.starts.isoweekday(), short=True)} {date(row.starts)}"
    return f"{date(row.starts)} – {date(row.ends)}"


class DaysOff:
    """Days off of the school year that is being worked on."""

    key, icon = "days", "calendar-days"
    title, add_verb, delete_verb = N_("Days off"), N_("Add days off"), N_("Delete")
    teaching = N_("Here stand holidays and the school's own days off. On these days no course meets.")
    fields = born = _FIELDS
    columns: tuple[Column[DayOffRow], ...] = (
        Column("name", N_("Name"), shown=lambda row: row.name, cell=STRONG, width=220, stretch=True),
        Column("days", N_("Days"), shown=_days, width=200, sorted_by=lambda row: (row.starts, row.ends)),
        Column("kind", N_("Kind"), shown=_kind, cell=PILL, width=120),
        Column("scope", N_("For"), shown=lambda row: row.scope or _("all"), cell=MUTED, width=90),
    )

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self) -> Sequence[DayOffRow]:
        office, term = self._desk.office, self._desk.term()
        year = next(year for year in office.read(calendar.school_years) if year.id == term.school_year_id)
        return office.read(calendar.days_off, year.starts, year.ends)

    def choices(self) -> dict[str, Choices]:
        office, term = self._desk.office, self._desk.term()
        years = [(("year", row.id), _("Year group {year}", year=row.label)) for row in office.read(classes.year_groups)]
        rows = office.read(classes.classes, term.school_year_id, self._desk.today())
        return {"scope": [(None, _("the whole school")), *years, *((("class", row.id), row.name) for row in rows)]}

    def name(self, row: DayOffRow) -> str:
        return row.name

    def second(self, row: DayOffRow) -> str:
        return _days(row)

    def values(self, row: DayOffRow) -> dict[str, Any]:
        scope = ("year", row.year_group_id) if row.year_group_id else ("class", row.school_class_id)
        return {
            "name": row.name,
            "starts": row.starts,
            "ends": row.ends,
            "scope": scope if row.year_group_id or row.school_class_id else None,
        }

    def edit(self, row: DayOffRow, key: str, value: Any) -> Operation[Any]:
        values = _scoped(value) if key == "scope" else {key: value}
        return operations.edit_day_off(row.id, row.name, **values)

    def add(self, values: dict[str, Any]) -> Operation[int]:
        return operations.add_day_off(values["name"], values["starts"], values["ends"], **_scoped(values["scope"]))

    def delete(self, row: DayOffRow) -> Operation[Any]:
        return operations.delete_day_off(row.id, row.name)

    def first_values(self) -> dict[str, Any]:
        today = self._desk.today()
        return {"name": "", "starts": today, "ends": today, "scope": None}


def _scoped(scope: tuple[str, int] | None) -> dict[str, int | None]:
    kind, key = scope or ("", None)
    return {
        "year_group_id": key if kind == "year" else None,
        "school_class_id": key if kind == "class" else None,
    }
