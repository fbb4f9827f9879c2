"""Small made-up files for the tests of reading and writing."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from ganztag.exchange.kinds import Kind
from ganztag.exchange.reading import read_sheets
from ganztag.exchange.recognising import recognise
from ganztag.exchange.tables import Table


def text_file(folder: Path, text: str, encoding: str = "utf-8", name: str = "liste.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def workbook(folder: Path, sheets: dict[str, Sequence[Sequence[Any]]], name: str = "liste.xlsx") -> Path:
    path = folder / name
    with xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy"}) as book:
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def table(folder: Path, kind: Kind, text: str, known_courses: Sequence[str] = ()) -> Table:
    return recognise(read_sheets(text_file(folder, text)), kind, known_courses=known_courses)


def cells(path: Path, **options: str) -> list[tuple[str, ...]]:
    return [row.cells for row in read_sheets(path, **options).sheets[0].rows]
