"""Workbooks (xlsx, xls, ods): looked over before a library may unpack them, then read as text."""

import io
import re
import zipfile
from pathlib import Path

from ganztag.exchange.cells import text_of, unescaped
from ganztag.exchange.sheets import Row, Sheet, Sheets
from ganztag.exchange.signatures import no_table, packed_archive, text_document, unreadable
from ganztag.language import N_

_ENTRIES = 200
_UNPACKED = 50_000_000
_RATIO = 100
_SMALL = 1_000_000  # a small sheet of equal cells packs better than that and does no harm
_CELLS = 4_000_000

_CELL_REFERENCE = re.compile(rb'\sr\s*=\s*["\']([A-Za-z]{0,3})(\d{1,9})["\']')
_ODS_ROW = re.compile(rb"<table:table-row\b([^>]*?)(?:/>|>(.*?)</table:table-row>)", re.DOTALL)
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
_ODS_COLUMNS = re.compile(rb'number-columns-repeated="(\d{1,9})"')
_ODS_ROWS = re.compile(rb'number-rows-repeated="(\d{1,9})"')

_TOO_BIG = N_("{name} is too big for a list of a school.")
_DAMAGED = N_("{name} is damaged or no workbook that could be read.")
_SAVE_ANEW = N_("Open it in Excel or LibreOffice and save it anew as xlsx or CSV.")
_PROTECTED = N_("{name} is protected by a password.")
_UNPROTECT = N_("Open it in Excel, remove the password, save it, and import it again.")


def read_packed(source: Path, content: bytes) -> Sheets:
    """Return the sheets of an xlsx or ods file; raises `Unreadable` for other archives and harmful ones."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _look_over(source, archive)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zipfile.LargeZipFile):
        raise unreadable(_DAMAGED, source, _SAVE_ANEW) from None
    except Exception as failure:  # zlib.error and whatever else a broken archive makes the library raise
        if hasattr(failure, "advice"):
            raise
        raise unreadable(_DAMAGED, source, _SAVE_ANEW) from None
    return _read(source, content)


def read_old(source: Path, content: bytes) -> Sheets:
    """Return the sheets of an xls file; raises `Unreadable` for protected files and other documents of its time."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise unreadable(_PROTECTED, source, _UNPROTECT)
    if not any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        raise no_table(source)
    return _read(source, content)
