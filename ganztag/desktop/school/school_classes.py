"""Classes and groups of the school year, and the year groups in their order."""

from collections.abc import Sequence
from typing import Any

from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.cells import MUTED, NUMBER, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.fields import Choices, Field, Kind
from ganztag.language import N_, _, ngettext, number
from ganztag.operations import classes as operations
from ganztag.operations.operation import Operation
from ganztag.queries import classes, rooms, staff
from ganztag.queries.classes import ClassRow, YearGroupRow


class Classes:
    """A class belongs to a school year; a group holds children of several classes."""

    key, icon = "classes", "users"
    title, add_verb, delete_verb = N_("Classes"), N_("Add a class or group"), N_("Delete")
    teaching = N_("Here stand the classes of the school year. They come by themselves with an import of children.")
    fields = (
        Field("name", N_("Name"), needed=True),
        Field("year_group_id", N_("Year group"), Kind.CHOICE),
        Field("staff_id", N_("Class teacher"), Kind.CHOICE),
        Field("room_id", N_("Room"), Kind.CHOICE),
    )
    born = (Field("name", N_("Name"), needed=True, hint=N_("5a")), Field("kind", N_("Kind"), Kind.CHOICE))
    columns: tuple[Column[ClassRow], ...] = (
        Column("name", N_("Name"), shown=lambda row: row.name, cell=STRONG, width=160, stretch=True),
        Column("kind", N_("Kind"), shown=lambda row: _("Group") if row.kind == "group" else _("Class"), cell=MUTED,
               width=100),
        Column("year_group", N_("Year group"), shown=lambda row: row.year_group, width=110),
        Column("teacher", N_("Class teacher"), shown=lambda row: row.teacher, width=170),
        Column("room", N_("Room"), shown=lambda row: row.room, cell=MUTED, width=100),
        Column("pupils", N_("Children"), shown=lambda row: number(row.pupils), sorted_by=lambda row: row.pupils,
               cell=NUMBER, width=90),
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self) -> Sequence[ClassRow]:
        return self._desk.office.read(classes.classes, self._desk.term().school_year_id, self._desk.today())

    def choices(self) -> dict[str, Choices]:
        office, term = self._desk.office, self._desk.term()
        people = ((person.id, person.name) for person in office.read(staff.staff, term.id))
        return {
            "kind": [("class", _("Class")), ("group", _("Group"))],
            "year_group_id": [
                (None, _("no year group")),
                *((row.id, row.label) for row in office.read(classes.year_groups)),
            ],
            "staff_id": [
                (None, _("nobody yet")),
                *people,
            ],
            "room_id": [(None, _("no room yet")), *((row.id, row.code) for row in office.read(rooms.rooms, term.id))],
        }

    def name(self, row: ClassRow) -> str:
        return row.name

    def second(self, row: ClassRow) -> str:
        return ngettext("{count} child", "{count} children", row.pupils)

    def values(self, row: ClassRow) -> dict[str, Any]:
        return {field.key: getattr(row, field.key) for field in self.fields}

    def edit(self, row: ClassRow, key: str, value: Any) -> Operation[Any]:
        return operations.rename(row.id, value) if key == "name" else operations.edit(row.id, row.name, **{key: value})

    def add(self, values: dict[str, Any]) -> Operation[int]:
        return operations.add(self._desk.term().school_year_id, values["name"], values["kind"])

    def delete(self, row: ClassRow) -> Operation[Any]:
        return operations.delete(row.id, row.name)

    def first_values(self) -> dict[str, Any]:
        return {"name": "", "kind": "class"}


class YearGroups:
    """Year groups by their labels (VSK, E1, 10), in their order."""

    key, icon = "years", "graduation-cap"
    title, add_verb, delete_verb = N_("Year groups"), N_("Add a year group"), N_("Delete")
    teaching = N_("Here stand the year groups in their order. They come by themselves with classes and children.")
    fields = born = (Field("label", N_("Year group"), needed=True, hint=N_("5")),)
    columns: tuple[Column[YearGroupRow], ...] = (
        Column("label", N_("Year group"), shown=lambda row: row.label, cell=STRONG, width=200, stretch=True,
               sorted_by=lambda row: row.position),
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self) -> Sequence[YearGroupRow]:
        return self._desk.office.read(classes.year_groups)

    def choices(self) -> dict[str, Choices]:
        return {}

    def name(self, row: YearGroupRow) -> str:
        return _("Year group {year}", year=row.label)

    def second(self, _row: YearGroupRow) -> str:
        return ""

    def values(self, row: YearGroupRow) -> dict[str, Any]:
        return {"label": row.label}

    def edit(self, row: YearGroupRow, _key: str, value: Any) -> Operation[Any]:
        return operations.rename_year_group(row.id, value)

    def move(self, row: YearGroupRow, step: int) -> Operation[Any]:
        return operations.move_year_group(row.id, step)

    def add(self, values: dict[str, Any]) -> Operation[int]:
        return operations.add_year_group(values["label"])

    def delete(self, row: YearGroupRow) -> Operation[Any]:
        return operations.delete_year_group(row.id, row.label)

    def first_values(self) -> dict[str, Any]:
        return {"label": ""}
