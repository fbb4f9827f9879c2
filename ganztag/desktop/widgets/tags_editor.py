"""The editor for words parted by commas, such as equipment; the words that are known already complete themselves."""

from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView

from ganztag.desktop import fonts
from ganztag.desktop.widgets.fields import Choices, Field
from ganztag.desktop.widgets.own_undo import TypingLine
from ganztag.domain.search import folded
from ganztag.domain.text import tags

_MOST = 8


class TagsEditor(TypingLine):
    """Holds a text such as ``Klavier, 15 PCs``; ``offer`` takes the known words as (word, word)."""

    left = Signal()

    def __init__(self, _field: Field) -> None:
        super().__init__()
        self._shown = ""
        self._known: tuple[str, ...] = ()
        self.setProperty("box", "true")
        self.setFont(fonts.font())
        self.setFixedHeight(fonts.px(34))
        self._texts = QStringListModel(self)
        self._list = QCompleter(self._texts, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(_MOST)
        self._popup = QListView()
        self._popup.setFont(fonts.font())
        self._popup.setProperty("popup", "true")
        self._list.setPopup(self._popup)
        self._list.setWidget(self)
        self._list.activated.connect(self.take)
        self.textEdited.connect(self._look)
        self.editingFinished.connect(self._finished)

    def offer(self, choices: Choices) -> None:
        self._known = tuple(str(text) for _value, text in choices)

    def put(self, value: Any) -> None:
        self._shown = value or ""
        self.setText(self._shown)
        self.setCursorPosition(0)

    def value(self) -> str:
        """Return the words, each once, parted by a comma and a blank."""
        return ", ".join(tags(self.text()))

    def is_busy(self) -> bool:
        return self.hasFocus() and self.isModified()

    def near(self) -> list[str]:
        """Return the words that are offered for what is typed now."""
        begun = folded(self._begun())
        taken = {word.casefold() for word in tags(self.text())}
        found = (word for word in self._known if word.casefold() not in taken and begun in folded(word))
        return sorted(found, key=lambda word: not folded(word).startswith(begun))[:_MOST] if begun else []

    def take(self, word: str) -> None:
        """Put a whole word in place of the letters typed so far."""
        typed = self._begun()
        here = self.cursorPosition()
        before, after = self.text()[: here - len(typed)], self.text()[here:]
        self.setText(f"{before}{word}{after}")
        self.setCursorPosition(len(before) + len(word))
        self.setModified(True)

    def _begun(self) -> str:
        return self.text()[: self.cursorPosition()].rpartition(",")[2].lstrip()

    def _look(self, _text: str) -> None:
        found = self.near()
        self._texts.setStringList(found)
        if found:
            self._list.complete()
        else:
            self._popup.hide()

    def _finished(self) -> None:
        if self.text() != self._shown and not self._popup.isVisible():
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            self.left.emit()  # the form takes its complaint away
        else:
            super().keyPressEvent(event)
