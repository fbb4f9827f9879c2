"""The hands and ears of a user in tests: typing any letter, and answering questions."""

# ruff: noqa: ARG002 -- a recorder has the signatures of the real one

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ganztag.desktop.ask import Ask, FileKind


def type_text(widget: QWidget, text: str) -> None:
    """Type *text* into a widget; unlike QTest it takes every letter (QTest aborts at the first ö)."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers))


class Recorder(Ask):
    """Answers as told beforehand and remembers what was asked; shows nothing."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.answers: list[Any] = []

    def _answer(self, asked: str) -> Any:
        self.said.append(asked)
        return self.answers.pop(0)

    def confirm(self, owner: QWidget, question: str, *, verb: str, advice: str = "", dangerous: bool = False) -> bool:
        return bool(self._answer(question))

    def choose(self, owner: QWidget, question: str, verbs: Sequence[str], *, advice: str = "") -> int | None:
        answer: int | None = self._answer(question)
        return answer

    def tell(self, owner: QWidget | None, sentence: str, advice: str = "") -> None:
        self.said.append(sentence)

    def show(self, dialog: QDialog) -> bool:
        """The answer is a function that fills the dialog; afterwards the dialog is accepted as by its button."""
        fill = self._answer(dialog.windowTitle())
        fill(dialog)
        dialog.accept()
        accepted = dialog.result() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    def open_path(self, owner: QWidget, kind: FileKind, *, title: str) -> Path | None:
        answer: Path | None = self._answer(title)
        return answer

    def save_path(
        self, owner: QWidget, kind: FileKind, *, title: str, name: str = "", only_new: bool = False
    ) -> Path | None:
        answer: Path | None = self._answer(title)
        return answer

    def folder(self, owner: QWidget, *, title: str) -> Path | None:
        answer: Path | None = self._answer(title)
        return answer

    def print_dialog(self, owner: QWidget, printer: QPrinter, *, pages: int) -> bool:
        """The answer is a function that sets the printer, or None when she cancels."""
        set_up = self._answer(f"{printer.docName()}: {pages}")
        if set_up is None:
            return False
        set_up(printer)
        return True
