"""What can be done with the chosen sheets: save, open, print."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ganztag import language
from ganztag.desktop.ask import PDF_FILE
from ganztag.desktop.desk import Desk
from ganztag.desktop.lists import making
from ganztag.desktop.lists.making import Drawn, Order, Saved, Sent
from ganztag.desktop.lists.papers import WORDS
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.job_strip import JobStrip
from ganztag.documents import file_names
from ganztag.documents.printed import Printed
from ganztag.domain.objection import Objection
from ganztag.language import _, ngettext, pgettext
from ganztag.operations import printing
from ganztag.operations.printing import PAPERS

_NAMED = 4  # so many texts are named in a warning, the rest is counted


class Wanted(Protocol):
    """What is to be made: a paper by its key, of which ballot, the ids of its sheets, one file or one for each."""

    def paper(self) -> str: ...

    def ballot(self) -> int | None: ...

    def sheets(self) -> Sequence[int]: ...

    def one_each(self) -> bool: ...


class ListVerbs(QObject):
    """One job at a time; ``busy(on)`` when one begins or has ended."""

    busy = Signal(bool)

    def __init__(self, desk: Desk, screen: QWidget, wanted: Wanted, jobs: JobStrip, banner: Banner) -> None:
        super().__init__(screen)
        self._desk, self._screen, self._wanted = desk, screen, wanted
        self._jobs, self._banner = jobs, banner
        self._saved: Path | None = None
        jobs.ended.connect(self._ended)

    def save(self) -> None:
        """Ask where to, and write the chosen sheets there."""
        if self._jobs.is_running():
            return
        each = self._wanted.one_each()
        target = self._ask_folder() if each else self._ask_file()
        if target is None:
            return
        order = self._order()
        if order is not None:
            words = _("Writing {what} …", what=WORDS[order.paper.key].count(len(order.rows)))
            self._start(words, self._was_saved, making.save_each if each else making.save, order, target)

    def print(self) -> None:
        """Draw the chosen sheets, ask for the printer, and print them page by page."""
        if self._jobs.is_running():
            return
        order = self._order()
        if order is not None:
            words = _("Drawing {what} …", what=WORDS[order.paper.key].count(len(order.rows)))
            self._start(words, self._was_drawn, making.draw, order)

    def open(self) -> None:
        """Open what was saved last with the program that the system has for it."""
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))

    def _ask_folder(self) -> Path | None:
        return self._desk.ask.folder(self._screen, title=_("Folder for the files"))

    def _ask_file(self) -> Path | None:
        today = language.date(self._desk.office.clock.today()).replace("/", "-")
        name = file_names.safe(_("{paper} {date}", paper=PAPERS[self._wanted.paper()].title, date=today))
        return self._desk.ask.save_path(self._screen, PDF_FILE, title=_("Save as PDF"), name=name)

    def _order(self) -> Order | None:
        """Read what is to be made; say why where that cannot be."""
        office, paper = self._desk.office, PAPERS[self._wanted.paper()]
        term, ballot, sheets = self._desk.term().id, self._wanted.ballot(), self._wanted.sheets()
        try:
            printing.prepare(office, paper, term, ballot)
            return making.order(office, paper, term, sheets, office.clock.now(), ballot)
        except Objection as objection:
            self._banner.object(objection)
            return None

    def _start(self, words: str, done: Callable[[Any], object], work: Callable[..., Any], *given: Any) -> None:
        self._banner.clear()
        self.busy.emit(True)
        self._jobs.start(words, done, work, *given)

    def _ended(self) -> None:
        self.busy.emit(False)

    def _was_saved(self, saved: Saved) -> None:
        self._saved = saved.target
        count, name = saved.sheets, saved.target.name
        if saved.target.suffix.lower() == ".pdf":
            words = _("{what} saved: {name}", what=WORDS[saved.paper].count(count), name=name)
            verb = pgettext("verb", "Open")
        else:
            words = ngettext("One file is saved in “{name}”", "{count} files are saved in “{name}”", count, name=name)
            verb = _("Open folder")
        self._tell(words, saved.printed, (verb, self.open))

    def _was_drawn(self, drawn: Drawn) -> None:
        printer = making.printer_for(drawn.content, str(PAPERS[self._wanted.paper()].title))
        if self._desk.ask.print_dialog(self._screen, printer, pages=drawn.printed.pages):
            self._start(_("Printing …"), self._was_printed, making.print_pages, drawn, printer)

    def _was_printed(self, sent: Sent) -> None:
        words = ngettext("One page was sent to “{printer}”", "{count} pages were sent to “{printer}”", sent.pages,
                         printer=sent.printer)  # fmt: skip
        self._tell(words, sent.printed)

    def _tell(self, words: str, printed: Printed, action: tuple[str, Callable[[], object]] | None = None) -> None:
        warning = warned(printed)
        self._banner.say(words, tone="warn" if warning else "ok", advice=warning, action=action, stays=True)


def warned(printed: Printed) -> str:
    """Return which texts have boxes in them or were cut, empty when all is well."""
    texts = list(dict.fromkeys([*(missing.text for missing in printed.missing), *printed.shortened]))
    if not texts:
        return ""
    named = ", ".join(texts[:_NAMED])
    if len(texts) > _NAMED:
        named = _("{names} and {count} more", names=named, count=len(texts) - _NAMED)
    if printed.missing:
        return _("Some letters are in no typeface; a box stands there. Please check: {names}", names=named)
    return _("Some texts were too long for their place. Please check: {names}", names=named)
