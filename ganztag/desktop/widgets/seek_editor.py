"""The editor for one of very many: a few letters in any spelling find it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop.widgets.card import column
from ganztag.desktop.widgets.fields import Choices, Field
from ganztag.desktop.widgets.seeker import Seeker, Sought
from ganztag.domain.objection import Objection
from ganztag.domain.search import search_key
from ganztag.language import N_

_BROWSED = 100  # so many can be looked through


class SeekEditor(QWidget):
    """Holds the value that was found; what is typed and not taken is no value."""

    left = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._needed = field.needed
        self._choices: Choices = ()
        self._value: Any = None
        self.line = Seeker()
        self.setFocusProxy(self.line)
        self.line.found.connect(self._found)
        self.line.textEdited.connect(self._typed)
        whole = column()
        whole.addWidget(self.line)
        self.setLayout(whole)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.hint(name)

    def offer(self, choices: Choices) -> None:
        self._choices = choices
        self.line.browses = len(choices) <= _BROWSED
        self.line.offer(self._rows)
        self.put(self._value)

    def _rows(self) -> list[Sought]:
        return [Sought(place, text, search_key(text)) for place, (_value, text) in enumerate(self._choices)]

    def put(self, value: Any) -> None:
        self._value = value
        self.line.setText(next((text for known, text in self._choices if known == value), ""))

    def value(self) -> Any:
        if self._value is None and self.line.text().strip():
            raise Objection(N_("Please choose one of those that are found."))
        if self._value is None and self._needed:
            raise Objection(N_("Something must stand here."))
        return self._value

    def is_busy(self) -> bool:
        return self.line.hasFocus() and self._value is None and bool(self.line.text())

    def _typed(self, _text: str) -> None:
        self._value = None

    def _found(self, place: int) -> None:
        self.put(self._choices[place][0])
        self.left.emit()
        self.focusNextChild()
