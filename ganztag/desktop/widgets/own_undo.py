"""Ctrl+Z belongs to a field only while it has typing of its own to take back; else the school's undo gets it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


def leaves_to_window(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Tell whether this asks a field for undo or redo of which it has none; then the event is ignored."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    wants_undo = event.matches(QKeySequence.StandardKey.Undo) and not can_undo
    wants_redo = event.matches(QKeySequence.StandardKey.Redo) and not can_redo
    if wants_undo or wants_redo:
        event.ignore()
    return wants_undo or wants_redo


class TypingLine(QLineEdit):
    """A line to type in; what every line of the program is made of."""

    def event(self, event: QEvent) -> bool:
        if leaves_to_window(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            return False
        return super().event(event)
