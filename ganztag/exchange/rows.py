"""Going through a table row by row, noting everything that is wrong instead of stopping at the first."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from ganztag.domain.text import tidy
from ganztag.exchange.kinds import Kind
from ganztag.exchange.problems import Problem, Reading, Severity, in_order
from ganztag.exchange.records import Origin
from ganztag.exchange.sheets import Row
from ganztag.exchange.tables import Part, Table
from ganztag.exchange.values import Wrong, name_of, shortened
from ganztag.language import N_, Message

T = TypeVar("T")
R = TypeVar("R", bound=Origin)

_TOTALS = re.compile(r"^(?:insgesamt|summe|gesamt(?:summe|zahl)?|anzahl|total|sum)\b[\s:=\d.]*$", re.IGNORECASE)
_FOOTER = re.compile(
    r"^(?:stand|seite|page|erstellt|exportiert|gedruckt|druckdatum|export vom|ausdruck)\b", re.IGNORECASE
)
_FIGURE = re.compile(r"^[\d.,%\s]*$")


@dataclass
class RowReader:
    """One row, read field by field; what is wrong with it gathers in *problems*."""

    kind: Kind
    part: Part
    row: Row
    problems: list[Problem] = field(default_factory=list)

    @property
    def place(self) -> tuple[str, int]:
        return self.part.sheet, self.row.number

    @property
    def is_sound(self) -> bool:
        return not any(problem.is_error for problem in self.problems)

    def has(self, key: str) -> bool:
        return key in self.part.given

    def raw(self, key: str) -> str:
        column = self.part.column_of(key)
        return "" if column is None else self.row.cell(column)

    def value(self, key: str, parse: Callable[[str], T]) -> T | None:
        """Return what *parse* makes of the cell; None where there is no such column or the cell is wrong."""
        return self.parsed(key, self.raw(key), parse) if self.has(key) else None

    def parsed(self, key: str, text: str, parse: Callable[[str], T]) -> T | None:
        """Return what *parse* makes of a cell of the column *key*; None where it is wrong."""
        try:
            return parse(text)
        except Wrong as wrong:
            self.wrong(key, wrong.message)
            return None

    def text(self, key: str, parse: Callable[[str], str] = name_of) -> str:
        return self.value(key, parse) or ""

    def wrong(self, key: str, message: Message) -> None:
        self._note(key, message, Severity.ERROR)

    def warn(self, key: str, message: Message) -> None:
        self._note(key, message, Severity.WARNING)

    def _note(self, key: str, message: Message, severity: Severity) -> None:
        column = self.part.header_of(key) if key else ""
        self.problems.append(Problem(self.row.number, column, message, severity, self.part.sheet))


@dataclass
class Walk(Generic[R]):
    """The way through a table: sound records so far, and all problems."""

    table: Table
    records: list[R] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    wrong_rows: set[tuple[str, int]] = field(default_factory=set)

    def through(self, read: Callable[[RowReader], R | None]) -> "Walk[R]":
        """Read every row that holds something; *read* returns None for a row that is rightly left out."""
        for part in self.table.parts:
            width = _width(part)
            for row in part.rows:
                reader = RowReader(self.table.kind, part, row)
                if not _is_left_out(reader):
                    _check_width(reader, width)
                    self._keep(reader, read(reader))
                self.problems += reader.problems
        return self

    def _keep(self, reader: RowReader, record: R | None) -> None:
        if not reader.is_sound:
            self.wrong_rows.add(reader.place)
        elif record is not None:
            self.records.append(record)

    def refuse(self, record: R, message: Message, column: str = "") -> None:
        """Note that a record cannot stay beside another one."""
        self.problems.append(Problem(record.row, column, message, Severity.ERROR, record.sheet))
        self.wrong_rows.add((record.sheet, record.row))

    def warn(self, record: R, message: Message) -> None:
        self.problems.append(Problem(record.row, "", message, Severity.WARNING, record.sheet))

    def reading(self) -> Reading[R]:
        kept = tuple(one for one in self.records if (one.sheet, one.row) not in self.wrong_rows)
        sheets = [part.sheet for part in self.table.parts]
        problems = in_order((*self.table.problems, *self.problems), sheets)
        return Reading(kept, problems, self.table.not_taken_over, frozenset(self.wrong_rows))


def row_name(record: Origin) -> Message:
    """Return how a message calls the row of another record."""
    if record.sheet:
        return N_("row {row} of sheet {sheet}", row=str(record.row), sheet=record.sheet)
    return N_("row {row}", row=str(record.row))


def _width(part: Part) -> int:
    titled = [column for column, header in enumerate(part.headers) if header.strip()]
    return titled[-1] + 1 if titled else len(part.headers)


def _is_left_out(reader: RowReader) -> bool:
    """Say whether a row is no data: sums, footers, and rows in which no column that is taken over holds anything."""
    filled = [cell for cell in reader.row.cells if cell.strip()]
    first = tidy(filled[0]) if filled else ""
    if not first and not any(map(tidy, filled)):
        return True
    if _TOTALS.match(first) and all(_FIGURE.match(cell) for cell in filled[1:]):
        reader.warn("", N_("The row “{text}” is a sum and was left out.", text=shortened(first)))
        return True
    if _FOOTER.match(first) and len(filled) == 1 and len(reader.part.mapping) > 1:
        reader.warn("", N_("The row “{text}” is a footer and was left out.", text=shortened(first)))
        return True
    if not any(reader.row.cell(column).strip() for column in reader.part.mapping):
        reader.warn("", N_("Nothing in this row is taken over: “{text}”.", text=shortened(first)))
        return True
    return False


def _check_width(reader: RowReader, width: int) -> None:
    """In a text file cells beyond the titles have shifted the row; in a workbook they are notes beside the table."""
    beyond = [text for cell in reader.row.cells[width:] if (text := tidy(cell))]
    if not beyond:
        return
    text = shortened(beyond[0])
    if reader.part.sheet:
        reader.warn("", N_("“{text}” stands beside the table and is not taken over.", text=text))
    else:
        reader.wrong(
            "",
            N_(
                "The row has more cells than the table has titles: “{text}” is too much. "
                "Perhaps a text holds the delimiter without quotes.",
                text=text,
            ),
        )
