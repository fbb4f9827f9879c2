"""Tables as they stand in a file: rows of texts with the numbers that an editor or Excel shows."""

from dataclasses import dataclass
from pathlib import Path

from ganztag.domain.objection import Objection

DELIMITERS = (";", "\t", "|", ",")


class Unreadable(Objection):
    """Say why a file is no table that could be read."""


@dataclass(frozen=True)
class Row:
    """One row that is not blank; *number* counts from 1, in text files it is the line where the row begins."""

    number: int
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        return self.cells[index] if index < len(self.cells) else ""


@dataclass(frozen=True)
class Sheet:
    """One sheet; a text file has a single one, without a name."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False


@dataclass(frozen=True)
class Sheets:
    """What a file holds, and how it was read: *encoding* and *delimiter* are empty for a workbook."""

    source: Path
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    delimiter: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(sheet.name for sheet in self.sheets)
