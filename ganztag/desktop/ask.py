"""The one place that speaks to the user by dialogs; tests listen here with a recorder."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from ganztag.desktop.widgets.banner import Banner
from ganztag.domain.objection import Objection
from ganztag.language import N_, Message, _


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
CSV_FILE = FileKind(N_("CSV tables"), (".csv",))
PDF_FILE = FileKind(N_("PDF documents"), (".pdf",))
PICTURE_FILE = FileKind(N_("Pictures"), (".png", ".jpg", ".jpeg"))


class Ask:
    """Questions and messages that really stop the work; everything else is a banner."""

    def confirm(self, owner: QWidget, question: str, *, verb: str, advice: str = "", dangerous: bool = False) -> bool:
        """Ask before a step that cannot be taken back; the button carries the *verb*."""
        box = QMessageBox(owner)
        box.setIcon(QMessageBox.Icon.Warning if dangerous else QMessageBox.Icon.Question)
        box.setText(question)
        box.setInformativeText(advice)
        yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no if dangerous else yes)
        box.exec()
        answer = box.clickedButton() is yes
        box.deleteLater()
        return answer

    def choose(self, owner: QWidget, question: str, verbs: Sequence[str], *, advice: str = "") -> int | None:
        """Ask which of several; return its place, None when cancelled."""
        box = QMessageBox(owner)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(question)
        box.setInformativeText(advice)
        buttons = [box.addButton(verb, QMessageBox.ButtonRole.AcceptRole) for verb in verbs]
        box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return next((place for place, button in enumerate(buttons) if button is clicked), None)

    def tell(self, owner: QWidget | None, sentence: str, advice: str = "") -> None:
        """Say what the world did: a full disk, a file that is open elsewhere."""
        box = QMessageBox(owner)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(sentence)
        box.setInformativeText(advice)
        box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
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

    def save_path(self, owner: QWidget, kind: FileKind, *, title: str, name: str = "") -> Path | None:
        """Ask where to save; the ending is always there, and an existing file was confirmed."""
        suggested = _documents() / name if name else _documents()
        text, _filter = QFileDialog.getSaveFileName(owner, title, str(suggested), kind.filter())
        if not text:
            return None
        path = Path(text)
        if path.suffix.lower() in kind.endings:
            return path
        path = path.with_name(path.name + kind.endings[0])
        question = _("The file {name} is already there.", name=path.name)
        return path if not path.exists() or self.confirm(owner, question, verb=_("Replace"), dangerous=True) else None

    def folder(self, owner: QWidget, *, title: str) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(owner, title, str(_documents()))
        return Path(name) if name else None


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


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
