"""The work behind save and print, as jobs: plain rows in, a file or paper out, in the language of the school's file.

The language is spoken inside each job: what the window speaks in its own thread does not count there.
"""

import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from ganztag import language
from ganztag.desktop.widgets import pdf_pages
from ganztag.documents.printed import Printed
from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.operations import printing
from ganztag.operations.office import Office
from ganztag.operations.printing import Paper
from ganztag.queries import frame

Progress = Callable[[int, int], None]
_DPI = 300


class Order(NamedTuple):
    """Sheets to be made: frozen rows of a paper, and the language that it speaks."""

    paper: Paper
    rows: Sequence[Any]
    language: str


class Drawn(NamedTuple):
    """A finished PDF in memory."""

    content: bytes
    printed: Printed


class Saved(NamedTuple):
    """Sheets of a paper (its key) that lie in a file, or each in a file of its own in a folder."""

    paper: str
    target: Path
    sheets: int
    printed: Printed


class Sent(NamedTuple):
    """Pages that a printer took."""

    printer: str
    pages: int
    printed: Printed


def order(
    office: Office, paper: Paper, term_id: int, ids: Sequence[int], now: datetime, ballot_id: int | None = None
) -> Order:
    """Read the rows of the sheets of *ids*; raises Objection where there is nothing to print."""
    tag = office.read(frame.school).language
    with language.speaking(tag):
        return Order(paper, printing.sheets(office, paper, term_id, ids, now, ballot_id), tag)


def draw(wanted: Order, *, progress: Progress | None = None) -> Drawn:
    """Return the sheets as one PDF in memory."""
    stream = BytesIO()
    with language.speaking(wanted.language):
        printed = printing.write(wanted.paper, wanted.rows, stream, progress=progress)
    return Drawn(stream.getvalue(), printed)


def save(wanted: Order, target: Path, *, progress: Progress | None = None) -> Saved:
    """Write one PDF, replacing what is there at the very end; stopped, nothing has changed. Raises Objection."""
    with language.speaking(wanted.language):
        printed = printing.write(wanted.paper, wanted.rows, target, progress=progress)
    return Saved(wanted.paper.key, target, len(wanted.rows), printed)


def save_each(wanted: Order, folder: Path, *, progress: Progress | None = None) -> Saved:
    """Write a file for each sheet into *folder*: all of them at the end, or, stopped, none. Raises Objection."""
    try:
        with (
            tempfile.TemporaryDirectory(prefix=".ganztag-", dir=folder) as beside,
            language.speaking(wanted.language),
        ):
            printed = printing.write(wanted.paper, wanted.rows, Path(beside), progress=progress)
            for file in sorted(Path(beside).iterdir()):
                file.replace(folder / file.name)
            return Saved(wanted.paper.key, folder, len(wanted.rows), printed)
    except OSError as error:
        raise Objection(
            N_("The folder “{name}” cannot be written to.", name=folder.name),
            advice=N_("Close its files in other programs, or choose another folder."),
        ) from error


def printer_for(content: bytes, name: str) -> QPrinter:
    """Return a printer set to A4, upright or across as the pages are; *name* stands in the printer's queue."""
    size = pdf_pages.sizes(content)[0]
    across = size.width() > size.height()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


def print_pages(drawn: Drawn, printer: QPrinter, *, progress: Progress | None = None) -> Sent:
    """Print the pages that were asked for at 300 dpi. Stopped, the rest is not printed; raises Objection."""
    pages = _chosen_pages(printer, drawn.printed.pages)
    painter = QPainter()
    if not painter.begin(printer):
        raise Objection(
            N_("The printer “{name}” does not answer.", name=printer.printerName()),
            advice=N_("Check whether it is switched on, or save the lists as a PDF and print that."),
        )
    try:
        for done, number in enumerate(pages):
            if progress:
                progress(done, len(pages))
            if done:
                printer.newPage()
            _draw(painter, printer, drawn.content, number)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return Sent(printer.printerName() or Path(printer.outputFileName()).name, len(pages), drawn.printed)


def _chosen_pages(printer: QPrinter, count: int) -> range:
    if printer.printRange() != QPrinter.PrintRange.PageRange or not printer.fromPage():
        return range(count)
    last = printer.toPage() or printer.fromPage()
    return range(min(printer.fromPage(), count) - 1, min(last, count))


def _draw(painter: QPainter, printer: QPrinter, content: bytes, number: int) -> None:
    """Draw a page as large as the sheet; on other paper than A4 it is fitted, not cut."""
    image = pdf_pages.image(content, number, pdf_pages.at_dpi(_DPI))
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    fitted: QSize = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (sheet.width() - fitted.width()) // 2, (sheet.height() - fitted.height()) // 2
    painter.drawImage(QRect(left, top, fitted.width(), fitted.height()), image)
