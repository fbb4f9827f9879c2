"""The blocks of the afternoon: weekday and times; courses that meet in one move with it."""

from collections.abc import Sequence
from typing import Any

from ganztag.desktop.desk import Desk
from ganztag.desktop.times import time_of
from ganztag.desktop.widgets.cells import STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.fields import Choices, Field, Kind
from ganztag.domain.objection import Objection
from ganztag.domain.school_year import WEEKDAYS
from ganztag.language import N_, time, weekday
from ganztag.operations import blocks
from ganztag.operations.operation import Operation
from ganztag.queries import frame
from ganztag.queries.frame import BlockRow

_FIELDS = (
    Field("weekday", N_("Weekday"), Kind.CHOICE),
    Field("starts", N_("From"), Kind.TIME, needed=True, hint=N_("14:00")),
    Field("ends", N_("To"), Kind.TIME, needed=True, hint=N_("15:30")),
    Field("name", N_("Name"), hint=N_("1st block")),
)


class Blocks:
    """Blocks of the school year that is being worked on, in the order of the week."""

    key, icon = "blocks", "clock"
    title, add_verb, delete_verb = N_("Blocks"), N_("Add a block"), N_("Delete")
    teaching = N_("Here stand the times at which courses meet: Monday 14:00 to 15:30, for example.")
    fields = born = _FIELDS
    columns: tuple[Column[BlockRow], ...] = (
        Column("weekday", N_("Weekday"), shown=lambda row: weekday(row.weekday), cell=STRONG, width=160, stretch=True,
               sorted_by=lambda row: (row.weekday, row.starts)),
        Column("starts", N_("From"), shown=lambda row: time(row.starts), width=110),
        Column("ends", N_("To"), shown=lambda row: time(row.ends), width=110),
        Column("name", N_("Name"), shown=lambda row: row.name, width=180),
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self) -> Sequence[BlockRow]:
        return self._desk.office.read(frame.blocks, self._desk.term().school_year_id)

    def choices(self) -> dict[str, Choices]:
        return {"weekday": [(day, weekday(day)) for day in (*WEEKDAYS, 6, 7)]}

    def name(self, row: BlockRow) -> str:
        return time_of(row)

    def second(self, row: BlockRow) -> str:
        return row.name

    def values(self, row: BlockRow) -> dict[str, Any]:
        return {field.key: getattr(row, field.key) for field in _FIELDS}

    def edit(self, row: BlockRow, key: str, value: Any) -> Operation[Any]:
        return blocks.edit(row.id, **{key: value})

    def add(self, values: dict[str, Any]) -> Operation[int]:
        if values["starts"] is None or values["ends"] is None:
            raise Objection(N_("A block needs its times."))
        return blocks.add(
            self._desk.term().school_year_id, values["weekday"], values["starts"], values["ends"], values["name"]
        )

    def delete(self, row: BlockRow) -> Operation[Any]:
        return blocks.delete(row.id)

    def first_values(self) -> dict[str, Any]:
        """Propose the latest times of the afternoon on the next weekday that lacks them; all have them: other times."""
        rows = self.read()
        for starts, ends in sorted({(row.starts, row.ends) for row in rows}, reverse=True):
            same = [row for row in rows if (row.starts, row.ends) == (starts, ends)]
            missing = [day for day in WEEKDAYS if day > same[-1].weekday]
            if missing:
                return {**self.values(same[-1]), "weekday": missing[0]}
        return {"weekday": 1, "starts": None, "ends": None, "name": ""}
