"""Columns as data: title, what a cell shows, how it sorts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from ganztag.desktop.widgets.cells import TEXT, Cell
from ganztag.language import Message, sort_key

R = TypeVar("R")


@dataclass(frozen=True)
class Column(Generic[R]):
    """*shown* gives what the *cell* paints (a str for TEXT); *sorted_by* a native value (default: the text, German).

    *stretch* takes the room that is left, *width* at the least; *gives_way*: hidden while there is too little of it.
    *edited* (row, new text) calls an operation; the model itself changes only when the news comes.
    """

    key: str
    title: Message
    shown: Callable[[R], Any]
    sorted_by: Callable[[R], Any] | None = None
    cell: Cell = TEXT
    width: int = 120
    stretch: bool = False
    hidden: bool = False
    gives_way: bool = False
    tip: Callable[[R], str] | None = None
    edited: Callable[[R, str], None] | None = field(default=None, compare=False)

    def text(self, row: R) -> str:
        return self.cell.text(self.shown(row))

    def order(self, row: R) -> Any:
        return self.sorted_by(row) if self.sorted_by is not None else sort_key(self.text(row))
