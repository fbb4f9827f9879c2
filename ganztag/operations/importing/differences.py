"""Telling what a row says otherwise than the school, field by field."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from ganztag.language import Message, say
from ganztag.operations.importing.preview import Change


def _plain(value: Any) -> str:
    return "" if value is None else say(value) if not isinstance(value, int) else str(value)


@dataclass(frozen=True)
class Said:
    """What a row says of one field; *empty_counts*: an empty cell means "none", else it says nothing."""

    key: str
    label: Message
    value: Any
    empty_counts: bool = False
    column: str = ""
    words: Callable[[Any], str] = _plain

    @property
    def counts(self) -> bool:
        return self.empty_counts or self.value not in ("", None, ())

    def change(self, old: Any) -> Change:
        return Change(self.label, self.words(old), self.words(self.value))


def differences(said: Iterable[Said], known: Any, given: frozenset[str]) -> tuple[dict[str, Any], list[Change]]:
    """Return the fields that are said to be otherwise than *known* has them, and the words for it."""
    fields: dict[str, Any] = {}
    changes: list[Change] = []
    for one in said:
        old = getattr(known, one.key)
        if (one.column or one.key) in given and one.counts and one.value != old:
            fields[one.key] = one.value
            changes.append(one.change(old))
    return fields, changes


def stated(said: Iterable[Said]) -> dict[str, Any]:
    """Return the fields of something new."""
    return {one.key: one.value for one in said if one.value not in ("", None, ())}
