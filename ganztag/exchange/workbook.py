"""Workbooks (xlsx, xls, ods): looked over before a library may unpack them, then read as text."""

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from ganztag.exchange.cells import text_of, unescaped
from ganztag.exchange.sheets import Row, Sheet, Sheets, Unreadable
from ganztag.exchange.signatures import no_table, packed_archive, text_document, unreadable
from ganztag.language import N_

_ENTRIES = 200
_UNPACKED = 50_000_000
_RATIO = 100
_SMALL = 1_000_000  # a small sheet of equal cells packs better than that and does no harm
_CELLS = 4_000_000

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/>])?>")  # closed at once it holds nothing
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})(\d{1,9})["']""")
_ODS_ROW = re.compile(rb"<table:table-row\b([^>]*?)(?:/>|>(.*?)</table:table-row>)", re.DOTALL)
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
_ODS_COLUMNS = re.compile(rb'number-columns-repeated="(\d{1,9})"')
_ODS_ROWS = re.compile(rb'number-rows-repeated="(\d{1,9})"')

_TOO_BIG = N_("{name} is too big for a list of a school.")
_SHORTEN = N_("Copy the rows that matter into a new file and import that.")
_DAMAGED = N_("{name} is damaged or no workbook that could be read.")
_SAVE_ANEW = N_("Open it in Excel or LibreOffice and save it anew as xlsx or CSV.")
_PROTECTED = N_("{name} is protected by a password.")
_UNPROTECT = N_("Open it in Excel, remove the password, save it, and import it again.")


def read_packed(source: Path, content: bytes) -> Sheets:
    """Return the sheets of an xlsx or ods file; raises `Unreadable` for other archives and harmful ones."""
    try:
        _look_over(source, content)
    except Unreadable:
        raise
    except Exception:  # a broken archive makes zipfile raise a dozen different classes
        raise unreadable(_DAMAGED, source, _SAVE_ANEW) from None
    return _read(source, content)


def read_old(source: Path, content: bytes) -> Sheets:
    """Return the sheets of an xls file; raises `Unreadable` for protected files and other documents of its time."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise unreadable(_PROTECTED, source, _UNPROTECT)
    if not any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        raise no_table(source)
    return _read(source, content)


def _look_over(source: Path, content: bytes) -> None:
    """Unpack the archive within bounds: a library that reads a harmful one would take all memory."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        names = [entry.filename for entry in entries]
        _check_kind(source, names)
        if len(entries) > _ENTRIES or sum(entry.file_size for entry in entries) > _UNPACKED:
            raise unreadable(_TOO_BIG, source, _SHORTEN)
        if len(set(names)) < len(names) or any(".." in name or name.startswith(("/", "\\")) for name in names):
            raise unreadable(_DAMAGED, source, _SAVE_ANEW)
        if any(entry.flag_bits & 1 for entry in entries):
            raise unreadable(_PROTECTED, source, _UNPROTECT)
        for entry in entries:
            if entry.file_size > _SMALL and entry.file_size > _RATIO * max(entry.compress_size, 1):
                raise unreadable(_TOO_BIG, source, _SHORTEN)
            unpacked = archive.read(entry)  # no more than file_size; a size that lies fails its checksum
            if _area(entry.filename, unpacked) > _CELLS:
                raise unreadable(_TOO_BIG, source, _SHORTEN)


def _check_kind(source: Path, names: list[str]) -> None:
    if "xl/workbook.xml" in names or ("content.xml" in names and source.suffix.lower() != ".odt"):
        return
    if any(name.startswith(("word/", "ppt/")) for name in names) or "content.xml" in names:
        raise text_document(source)
    raise packed_archive(source)


def _area(name: str, unpacked: bytes) -> int:
    """Return how many cells a sheet would take in memory: one far away makes all between them."""
    if name == "content.xml":
        return _ods_area(unpacked)
    if not name.startswith("xl/") or not name.endswith(".xml"):
        return 0
    cells = [_REFERENCE.search(attributes) for attributes in _CELL.findall(unpacked)]
    places = [found for found in cells if found]
    if len(places) < len(cells):  # cells without a place stand where their row says
        places += [found for attributes in _ROW.findall(unpacked) if (found := _REFERENCE.search(attributes))]
    rows = max((int(found[2]) for found in places), default=1)
    return rows * max((_column_number(found[1]) for found in places), default=1)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _ods_area(unpacked: bytes) -> int:
    """Count the cells of rows that hold something; blank ends of rows and sheets are repeated a million times."""
    total = 0
    for attributes, inside in _ODS_ROW.findall(unpacked):
        columns = sum(
            _repeated(_ODS_COLUMNS, cell) for cell in _ODS_CELL.findall(inside) if b"office:value-type" in cell
        )
        total += columns * _repeated(_ODS_ROWS, attributes)
    return total


def _repeated(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found[1]) if found else 1


def _read(source: Path, content: bytes) -> Sheets:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 -- only for imports

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            found = [
                (meta.name, meta.visible != SheetVisibleEnum.Visible, book.get_sheet_by_name(meta.name))
                for meta in book.sheets_metadata
                if meta.typ == SheetTypeEnum.WorkSheet
            ]
            # skip_empty_area would shift the row numbers
            values = [(name, hidden, sheet.to_python(skip_empty_area=False)) for name, hidden, sheet in found]
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a panic inside the library is no Exception
        raise unreadable(_DAMAGED, source, _SAVE_ANEW) from None
    return Sheets(source, tuple(Sheet(name, _rows(lines), hidden) for name, hidden, lines in values))


def _rows(lines: Sequence[Sequence[object]]) -> tuple[Row, ...]:
    rows = []
    for number, line in enumerate(lines, 1):
        cells = tuple(unescaped(text_of(value)) for value in line)
        if any(cell.strip() for cell in cells):
            rows.append(Row(number, cells))
    return tuple(rows)
