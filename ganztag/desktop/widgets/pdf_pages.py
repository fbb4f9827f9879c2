"""Pages of a PDF as pictures, straight from memory: what stands on them never touches the disk for a preview.

PDFium must not be entered by two threads at once (a preview while a job prints), so each call holds the lock and
leaves nothing open behind it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

_pdfium = Lock()
_POINTS = 72  # to the inch


def sizes(content: bytes) -> tuple[QSizeF, ...]:
    """Return the size of each page in points."""
    with _opened(content) as document:
        return tuple(QSizeF(*document.get_page_size(number)) for number in range(len(document)))


def image(content: bytes, number: int, scale: float) -> QImage:
    """Return page *number* (from 0) on white, *scale* pixels to the point."""
    with _opened(content) as document:
        page = document[number]
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        pixels = bytes(bitmap.buffer)
        drawn = QImage(pixels, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
        bitmap.close()
        page.close()
    return drawn


def at_dpi(dpi: int) -> float:
    """Return the scale for so many pixels to the inch."""
    return dpi / _POINTS


@contextmanager
def _opened(content: bytes) -> Iterator[Any]:
    from pypdfium2 import PdfDocument  # noqa: PLC0415 -- not before the first preview

    with _pdfium:
        document = PdfDocument(content)
        try:
            yield document
        finally:
            document.close()
