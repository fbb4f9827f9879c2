"""The door for files of other programs: whatever holds a table becomes sheets, all else gets a sentence."""

from pathlib import Path

from ganztag.exchange.plain_text import read_text
from ganztag.exchange.sheets import Row, Sheet, Sheets, Unreadable
from ganztag.exchange.signatures import OLE, ZIP, refuse_what_is_no_table, unreadable
from ganztag.exchange.workbook import read_old, read_packed
from ganztag.language import N_
from ganztag.storage.presence import is_open_here

__all__ = ["Row", "Sheet", "Sheets", "Unreadable", "read_sheets"]

_BIGGEST = 50_000_000


def read_sheets(source: Path, *, encoding: str = "", delimiter: str = "") -> Sheets:
    """Return the sheets of *source*, its kind found out by its content.

    *encoding* and *delimiter* overrule what a text file seems to be. Raises `Unreadable` where it holds no table.
    """
    content = content_of(source)
    if not content.strip(b"\0\r\n\t \xef\xbb\xbf"):
        raise unreadable(N_("{name} is empty."), source)
    refuse_what_is_no_table(source, content)
    if content.startswith(ZIP):
        sheets = read_packed(source, content)
    elif content.startswith(OLE):
        sheets = read_old(source, content)
    else:
        sheets = read_text(source, content, encoding=encoding, delimiter=delimiter)
    if not any(sheet.rows for sheet in sheets.sheets):
        raise unreadable(N_("{name} is empty."), source)
    return sheets


def content_of(source: Path) -> bytes:
    """Return what is in a file that a user chose; raises `Unreadable` where it cannot be had."""
    choose = N_("Choose another file.")
    try:
        if source.is_dir():
            raise unreadable(N_("{name} is a folder, not a file."), source, choose)
        if is_open_here(source):  # reading it would drop the locks that keep others out
            raise unreadable(N_("{name} is the school file that is open, not a table."), source, choose)
        if source.stat().st_size > _BIGGEST:
            raise unreadable(N_("{name} is too big for a list of a school."), source, choose)
        return source.read_bytes()
    except FileNotFoundError:
        raise unreadable(N_("There is no file {name}."), source, choose) from None
    except PermissionError:
        raise unreadable(
            N_("{name} may not be read."), source, N_("Close it in other programs, or copy it to another folder.")
        ) from None
    except (OSError, ValueError):
        raise unreadable(N_("{name} could not be read."), source, choose) from None
