"""What a file is by its first bytes, and what to say where it is no table."""

import re
from pathlib import Path

from ganztag.exchange.sheets import Unreadable
from ganztag.language import N_, Message

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = N_("{name} is a PDF file, not a table.")
_PICTURE = N_("{name} is a picture, not a table.")
_PACKED = N_("{name} is a packed archive, not a table.")
_SCHOOL = N_("{name} is a ganztag file or another database, not a table.")
_TEXT_DOCUMENT = N_("{name} is a text document, not a table.")
_NO_TABLE = N_("{name} is no table.")
_WEB = N_("{name} is a web page or an XML file, not a table.")
EXPORT_AS_TABLE = N_("Export the list as CSV or Excel and import that file.")

_SIGNATURES = (
    (b"%PDF", _PDF),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"BM", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"RIFF", _PICTURE),
    (b"SQLite format 3\x00", _SCHOOL),
    (b"{\\rtf", _TEXT_DOCUMENT),
    (b"\x1f\x8b", _PACKED),
    (b"7z\xbc\xaf", _PACKED),
    (b"Rar!", _PACKED),
    (b"\x7fELF", _NO_TABLE),
)
_MARKUP = re.compile(rb"\s*<(\?xml|!doctype|html|[a-z:]+[ >])", re.IGNORECASE)


def refuse_what_is_no_table(source: Path, content: bytes) -> None:
    """Raise `Unreadable` for a file that is plainly something else than a table."""
    if source.suffix.lower() == ".ganztag":
        raise unreadable(_SCHOOL, source)
    for signature, sentence in _SIGNATURES:
        # Two letters alone could begin a text; a picture holds zeros soon after.
        if content.startswith(signature) and (len(signature) > 2 or b"\0" in content[:64]):
            raise unreadable(sentence, source)
    if _MARKUP.match(content[:200].removeprefix(b"\xef\xbb\xbf")):
        raise unreadable(_WEB, source)


def unreadable(sentence: Message, source: Path, advice: Message = EXPORT_AS_TABLE) -> Unreadable:
    """Return the objection with the file's name filled in."""
    return Unreadable(sentence.filled(name=source.name), advice=advice)


def no_table(source: Path) -> Unreadable:
    return unreadable(_NO_TABLE, source)


def text_document(source: Path) -> Unreadable:
    return unreadable(_TEXT_DOCUMENT, source)


def packed_archive(source: Path) -> Unreadable:
    return unreadable(_PACKED, source)
