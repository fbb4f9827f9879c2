"""Changing one field of one thing, as a form or a cell does; the rule of the field decides what may stand there."""

from collections.abc import Callable
from typing import Any, TypeVar

from ganztag.domain.text import tidy
from ganztag.language import Message
from ganztag.operations.operation import Operation, Work

T = TypeVar("T")


def change(
    kind: type[T],
    key: int,
    values: dict[str, Any],
    label: Message,
    *,
    rule: Callable[[Work, T], None] | None = None,
) -> Operation[int]:
    """Set fields of the thing with id *key*; text is tidied, the search key renewed, *rule* may object.

    Returns the id. Fields are named as in the domain; an unknown one is our mistake and raises AttributeError.
    """

    def run(work: Work) -> int:
        thing = work.get(kind, key)
        for name, value in values.items():
            if name == "id" or name not in vars(kind)["__dataclass_fields__"]:
                raise AttributeError(name)
            setattr(thing, name, tidied(name, value))
        renewed(thing)
        if rule is not None:
            with work.unwritten():
                rule(work, thing)
        return key

    return Operation(label, run)


def tidied(name: str, value: Any) -> Any:
    """Return text as it is kept; notes and descriptions keep their lines."""
    if isinstance(value, str):
        return tidy(value, lines=name in ("note", "description", "evaluation"))
    return value


def renewed(thing: T) -> T:
    """Return *thing* with its search key made anew, where it has one."""
    renew = getattr(thing, "renew_search_key", None)
    if renew is not None:
        renew()
    return thing
