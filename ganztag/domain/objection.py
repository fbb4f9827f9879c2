"""An objection: the school's rules, or what is already there, speak against it."""

from typing import Any

from ganztag.language import N_, Message


class Objection(Exception):  # noqa: N818 -- it is what the user reads: no error, an answer
    """Say why something cannot be done, in a sentence for the user; nothing has changed.

    *advice* is a second sentence: what to do next.
    """

    def __init__(self, message: Message | str, *, advice: Message | None = None, **values: Any) -> None:
        super().__init__(message)
        self.message = N_(message, **values) if isinstance(message, str) else message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}" if self.advice else str(self.message)
