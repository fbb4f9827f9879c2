"""What a list of the school's frame is about: its rows, its fields, and the operations behind them."""

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar, runtime_checkable

from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.fields import Choices, Field
from ganztag.language import Message
from ganztag.operations.operation import Operation

R = TypeVar("R")


@runtime_checkable
class Movable(Protocol):
    """A list whose rows stand in an order of their own."""

    def move(self, row: Any, step: int, /) -> Operation[Any]: ...


@runtime_checkable
class Prepared(Protocol):
    """A list that knows what most schools put into it: *usual* adds that at once."""

    usual_verb: Message

    def usual(self) -> Operation[Any]: ...


class Subject(Protocol[R]):
    """One list of the screen. *born* are the fields of the dialog that adds one; empty *fields*: nothing to change."""

    key: str
    icon: str
    title: Message
    add_verb: Message
    delete_verb: Message
    teaching: Message
    columns: tuple[Column[R], ...]
    fields: tuple[Field, ...]
    born: tuple[Field, ...]

    def read(self) -> Sequence[R]: ...

    def choices(self) -> dict[str, Choices]: ...

    def name(self, row: R, /) -> str: ...

    def second(self, row: R, /) -> str: ...

    def values(self, row: R, /) -> dict[str, Any]: ...

    def edit(self, row: R, key: str, value: Any, /) -> Operation[Any]: ...

    def add(self, values: dict[str, Any], /) -> Operation[int]: ...

    def delete(self, row: R, /) -> Operation[Any]: ...

    def first_values(self) -> dict[str, Any]: ...
