"""The one place that speaks to the user by dialogs; tests listen here with a recorder."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QPushButton, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.widgets.banner import Banner
from ganztag.domain.objection import Objection
from ganztag.language import N_, Message, _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True)
class FileKind:
    """A kind of file that is opened or saved: its name for people and its endings, the first one for saving."""

    name: Message
    endings: tuple[str, ...]

    def filter(self) -> str:
        return f"{self.name} ({' '.join(f'*{ending}' for ending in self.endings)})"


SCHOOL_FILE = FileKind(N_("School files"), (".ganztag",))
TABLE_FILE = FileKind(N_("Tables"), (".xlsx", ".xls", ".ods", ".csv", ".txt"))
EXCEL_FILE = FileKind(N_("Excel tables"), (".xlsx",))
CALENDAR_FILE = FileKind(N_("Calendar files"), (".ics",))
PDF_FILE = FileKind(N_("PDF documents"), (".pdf",))


class Ask:
    """Questions and messages that really stop the work; everything else is a banner."""

    def confirm(self, owner: QWidget, question: str, *, verb: str, advice: str = "", dangerous: bool = False) -> bool:
        """Ask before a step that cannot be taken back; the button carries the *verb*."""
        box = _box(
            owner, question, advice, "triangle-alert" if dangerous else "info", "warn" if dangerous else "accent"
        )
        no = _button(box, _("Cancel"), "quiet", QMessageBox.ButtonRole.RejectRole)
        yes = _button(box, verb, "danger" if dangerous else "primary")
        box.setDefaultButton(no if dangerous else yes)
        box.exec()
        answer = box.clickedButton() is yes
        box.deleteLater()
        return answer

    def choose(self, owner: QWidget, question: str, verbs: Sequence[str], *, advice: str = "") -> int | None:
        """Ask which of several, the first one the usual; return its place, None when cancelled."""
        box = _box(owner, question, advice, "info", "accent")
        buttons = [_button(box, verb, "quiet" if place else "primary") for place, verb in enumerate(verbs)]
        _button(box, _("Cancel"), "quiet", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(buttons[0])
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return next((place for place, button in enumerate(buttons) if button is clicked), None)

    def tell(self, owner: QWidget | None, sentence: str, advice: str = "") -> None:
        """Say what the world did: a full disk, a file that is open elsewhere."""
        box = _box(owner, sentence, advice, "triangle-alert", "warn")
        _button(box, _("Close"), "primary")
        box.exec()
        box.deleteLater()

    def show(self, dialog: QDialog) -> bool:
        """Show one of our dialogs (for something born whole) and tell whether it was accepted; it is gone after."""
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    def open_path(self, owner: QWidget, kind: FileKind, *, title: str) -> Path | None:
        """Ask for a file that is there."""
        name, _filter = QFileDialog.getOpenFileName(owner, title, str(_documents()), kind.filter())
        return Path(name) if name else None

    def save_path(
        self, owner: QWidget, kind: FileKind, *, title: str, name: str = "", only_new: bool = False
    ) -> Path | None:
        """Ask where to save; the ending is always there, and an existing file was confirmed.

        *only_new* asks no such thing: whoever saves refuses a file that is there.
        """
        suggested = _documents() / name if name else _documents()
        options = QFileDialog.Option.DontConfirmOverwrite if only_new else QFileDialog.Option(0)
        text, _filter = QFileDialog.getSaveFileName(owner, title, str(suggested), kind.filter(), options=options)
        if not text:
            return None
        path = Path(text)
        if path.suffix.lower() in kind.endings:
            return path
        path = path.with_name(path.name + kind.endings[0])
        if only_new or not path.exists():
            return path
        question = _("The file {name} is already there.", name=path.name)
        return path if self.confirm(owner, question, verb=_("Replace"), dangerous=True) else None

    def folder(self, owner: QWidget, *, title: str) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(owner, title, str(_documents()))
        return Path(name) if name else None

    def print_dialog(self, owner: QWidget, printer: "QPrinter", *, pages: int) -> bool:
        """Ask which printer, which of *pages* pages, how many copies; the answers are set on *printer*."""
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog  # noqa: PLC0415 -- after the first paint

        dialog = QPrintDialog(printer, owner)
        dialog.setWindowTitle(_("Print"))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted


def _box(owner: QWidget | None, sentence: str, advice: str, icon: str, tone: str) -> QMessageBox:
    """Return a message box in our dress; plain text, for a name may hold < and &."""
    box = QMessageBox(owner)
    box.setWindowTitle("Ganztag")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIconPixmap(icons.icon(icon, tone).pixmap(fonts.px(28), fonts.px(28)))
    box.setText(sentence)
    box.setInformativeText(advice)
    layout = box.layout()
    if layout is not None:
        layout.setContentsMargins(*(fonts.px(side) for side in (20, 18, 20, 16)))
    return box


def _button(
    box: QMessageBox, verb: str, kind: str, role: QMessageBox.ButtonRole = QMessageBox.ButtonRole.AcceptRole
) -> QPushButton:
    button = box.addButton(verb.replace("&", "&&"), role)
    button.setProperty("kind", kind)
    button.setMinimumHeight(fonts.px(34))
    button.style().unpolish(button)  # it was dressed before it had its kind
    button.style().polish(button)
    button.setFont(fonts.font("strong"))
    return button


def _documents() -> Path:
    """Return where dialogs begin; a folder that is not there would make them begin anywhere."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) if folder and Path(folder).is_dir() else Path.home()


@contextmanager
def objections(banner: Banner) -> Iterator[None]:
    """Turn an objection inside the block (and what the disk refused) into a sentence in the banner.

    A banner of an earlier objection goes when the block succeeds::

        with objections(self.banner):
            self.desk.office.do(rooms.add(code))
    """
    try:
        yield
    except Objection as objection:
        banner.object(objection)
    except OSError as error:
        banner.say(
            _("That could not be written or read: {reason}.", reason=error.strerror or type(error).__name__),
            tone="bad",
            advice=_("Please check whether the disk is full, or the network drive and the USB stick still are there."),
        )
    else:
        if banner.tone() == "bad":
            banner.clear()
