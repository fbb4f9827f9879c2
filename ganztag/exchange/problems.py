"""What is wrong in a file, with the row and the column where it stands; all of it at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from ganztag.language import N_, Message

T = TypeVar("T")


class Severity(StrEnum):
    """A row with an error cannot be imported; a warning only wants to be read."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """*row* is None where the whole table is meant; *column* is the title as the file writes it."""

    row: int | None
    column: str
    message: Message
    severity: Severity = Severity.ERROR
    sheet: str = ""

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        stands = self.row is not None or self.sheet
        return str(N_("{place}: {message}", place=self.place, message=self.message) if stands else self.message)

    @property
    def place(self) -> Message:
        """Return where it stands, in words: sheet, row and column as far as they are known."""
        values = {"row": str(self.row or ""), "column": self.column, "sheet": self.sheet}
        if self.row is None:
            return N_("Sheet {sheet}", **values) if self.sheet else N_("The table")
        if self.sheet:
            return (
                N_("Sheet {sheet}, row {row}, column {column}", **values)
                if self.column
                else N_("Sheet {sheet}, row {row}", **values)
            )
        return N_("Row {row}, column {column}", **values) if self.column else N_("Row {row}", **values)


@dataclass(frozen=True)
class Reading(Generic[T]):
    """What came out of a table: the sound rows, all problems, the titles of the columns that were left aside.

    *wrong_rows* are (sheet, row) of the rows that are not among *records* because something in them is wrong.
    """

    records: tuple[T, ...]
    problems: tuple[Problem, ...]
    not_taken_over: tuple[str, ...] = ()
    wrong_rows: frozenset[tuple[str, int]] = frozenset()

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if not problem.is_error)

    @property
    def usable(self) -> bool:
        """Say whether leaving out the wrong rows would help: not where the table itself is wrong."""
        return not any(problem.is_error and problem.row is None for problem in self.problems)


def in_order(problems: Iterable[Problem], sheets: Iterable[str]) -> tuple[Problem, ...]:
    """Return problems as one reads the file: the table's first, then sheet by sheet and row by row."""
    places = {sheet: place for place, sheet in enumerate(sheets)}
    return tuple(sorted(problems, key=lambda p: (p.row is not None, places.get(p.sheet, -1), p.row or 0)))
