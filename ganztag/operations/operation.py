"""A deed that can be done to the file: its name for people, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ganztag.language import Message
from ganztag.storage.work import Work

T = TypeVar("T")

__all__ = ["Operation", "Work"]


@dataclass(frozen=True)
class Operation(Generic[T]):
    """*run* changes rows through the Work it is given and returns plain values (ids), never things of the domain."""

    label: Message
    run: Callable[[Work], T]
    reason: str = ""

    def because(self, reason: str) -> "Operation[T]":
        """Return the same operation with the reason that the history keeps."""
        return Operation(self.label, self.run, reason)
