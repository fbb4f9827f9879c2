"""Tables for other programs: CSV as Excel reads it in German, or xlsx, both safe against formulas in names."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ganztag import whole_file
from ganztag.domain.objection import Objection
from ganztag.exchange.cells import escaped, guarded
from ganztag.language import N_

_LONGEST_CELL = 32_767  # what Excel holds
_WIDEST, _NARROWEST = 60, 8
_KINDS = (".csv", ".xlsx")


def write_table(path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table by its ending, .csv or .xlsx; what is there is replaced only when the new one is whole.

    Raises `Objection` for another ending, for a text too long for Excel, and where the folder refuses.
    """
    refuse_other_endings(path)
    lines = [tuple(map(_storable, headers)), *(tuple(map(_storable, row)) for row in rows)]
    content = _csv(lines) if path.suffix.lower() == ".csv" else _xlsx(lines)
    try:
        whole_file.put(content, path)
    except PermissionError:
        raise Objection(
            N_("{name} could not be written.", name=path.name),
            advice=N_("Close it in other programs, or choose another folder."),
        ) from None
    except OSError:
        raise Objection(
            N_("{name} could not be written.", name=path.name),
            advice=N_("Choose another folder, and see that there is room."),
        ) from None


def refuse_other_endings(path: Path) -> None:
    """Object to a name of which `write_table` cannot make a table, before long work is done for it."""
    if path.suffix.lower() not in _KINDS:
        raise Objection(
            N_("A table cannot be written as {name}.", name=path.name),
            advice=N_("Choose a name ending in .csv or .xlsx."),
        )


def _storable(text: str) -> str:
    """Return *text* without what no table can hold: NUL and halves of characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def _csv(lines: Sequence[Sequence[str]]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerows([escaped(cell) for cell in line] for line in lines)
    return stream.getvalue().encode("utf-8-sig")


def _xlsx(lines: Sequence[Sequence[str]]) -> bytes:
    import xlsxwriter  # noqa: PLC0415 -- not before a table is written

    if any(len(cell) >= _LONGEST_CELL for line in lines for cell in line):
        raise Objection(N_("A text is too long for a cell of Excel."), advice=N_("Write the table as CSV."))
    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(stream, options) as book:
        sheet = book.add_worksheet()
        text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True, "num_format": "@"})
        for row, line in enumerate(lines):
            for column, cell in enumerate(line):
                sheet.write_string(row, column, guarded(cell), text if row else bold)
        for column, width in enumerate(_widths(lines)):
            sheet.set_column(column, column, width, text)
        sheet.freeze_panes(1, 0)
        if lines[0]:
            sheet.autofilter(0, 0, len(lines) - 1, len(lines[0]) - 1)
    return stream.getvalue()


def _widths(lines: Sequence[Sequence[str]]) -> Iterator[int]:
    for column in range(max(map(len, lines))):
        longest = max(len(line[column]) for line in lines if column < len(line))
        yield min(max(longest + 2, _NARROWEST), _WIDEST)
