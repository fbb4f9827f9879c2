"""The categories of courses and their colours."""

from collections.abc import Sequence
from typing import Any

from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.cells import CATEGORY, NUMBER, Labelled
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.fields import Choices, Field, Kind
from ganztag.language import N_, Message, ngettext, number
from ganztag.operations import categories as operations
from ganztag.operations.operation import Operation
from ganztag.queries import categories
from ganztag.queries.categories import CategoryRow

COLOUR_NAMES: tuple[Message, ...] = (
    N_("blue"), N_("teal"), N_("purple"), N_("red"), N_("brown"), N_("petrol"), N_("green"), N_("violet"),
)  # fmt: skip


class Categories:
    """Sport, music, art: the coloured bar before a course."""

    key, icon = "categories", "layout-grid"
    title, add_verb, delete_verb = N_("Categories"), N_("Add a category"), N_("Delete")
    teaching = N_("Here stand the categories of courses, such as sport, music or art. Each has a colour of its own.")
    fields = (Field("name", N_("Name"), needed=True), Field("colour", N_("Colour"), Kind.CHOICE))
    born = (Field("name", N_("Name"), needed=True),)
    columns: tuple[Column[CategoryRow], ...] = (
        Column("name", N_("Name"), shown=lambda row: Labelled(row.name, row.colour), cell=CATEGORY, width=200,
               stretch=True),
        Column("colour", N_("Colour"), shown=lambda row: str(COLOUR_NAMES[row.colour % len(COLOUR_NAMES)]), width=130),
        Column("courses", N_("Courses"), shown=lambda row: number(row.courses), sorted_by=lambda row: row.courses,
               cell=NUMBER, width=100),
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self) -> Sequence[CategoryRow]:
        return self._desk.office.read(categories.categories, self._desk.term().id)

    def choices(self) -> dict[str, Choices]:
        return {"colour": [(place, str(name)) for place, name in enumerate(COLOUR_NAMES)]}

    def name(self, row: CategoryRow) -> str:
        return row.name

    def second(self, row: CategoryRow) -> str:
        return ngettext("{count} course", "{count} courses", row.courses)

    def values(self, row: CategoryRow) -> dict[str, Any]:
        return {"name": row.name, "colour": row.colour}

    def edit(self, row: CategoryRow, key: str, value: Any) -> Operation[Any]:
        return operations.rename(row.id, value) if key == "name" else operations.colour(row.id, row.name, value)

    def add(self, values: dict[str, Any]) -> Operation[int]:
        return operations.add(values["name"])

    def delete(self, row: CategoryRow) -> Operation[Any]:
        return operations.delete(row.id, row.name)

    def first_values(self) -> dict[str, Any]:
        return {"name": ""}
