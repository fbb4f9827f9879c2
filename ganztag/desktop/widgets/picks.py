"""Some of many, in their order: what is picked stands as lines with an x, a choice below adds one more."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import IconButton
from ganztag.desktop.widgets.card import column, emptied, row
from ganztag.desktop.widgets.filter_box import Choice
from ganztag.desktop.widgets.text import Elided
from ganztag.language import Message, _


class Picks(QWidget):
    """``left`` when she added or removed one; ``value()`` are the ids that are picked, in order."""

    left = Signal()

    def __init__(self, *, name: Message, add: Message) -> None:
        super().__init__()
        self._name, self._add_words = name, add
        self._texts: dict[int, str] = {}
        self._on: list[int] = []
        self._lines = column(gap=2)
        self._choice = Choice()
        self._choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMinimumContentsLength(6)
        self._choice.picked.connect(self._add)
        whole = column(gap=4)
        whole.addLayout(self._lines)
        whole.addWidget(self._choice)
        self.setLayout(whole)

    def offer(self, choices: Sequence[tuple[int, str]]) -> None:
        """Show the (id, text) pairs that can be picked."""
        if dict(choices) != self._texts:
            self._texts = dict(choices)
            self._show()

    def put(self, picked: Sequence[int]) -> None:
        if list(picked) != self._on or not self._choice.count():
            self._on = list(picked)
            self._show()

    def value(self) -> tuple[int, ...]:
        return tuple(self._on)

    def choice(self) -> Choice:
        return self._choice

    def retranslate(self) -> None:
        self._show()

    def _show(self) -> None:
        emptied(self._lines)
        for key in self._on:
            self._lines.addLayout(self._line(key))
        self._choice.setAccessibleName(str(self._name))
        rest = [(key, text) for key, text in self._texts.items() if key not in self._on]
        self._choice.offer([(None, str(self._add_words)), *rest])
        self._choice.pick(None)

    def _line(self, key: int) -> QHBoxLayout:
        text = self._texts.get(key, "")
        line = row(gap=4, margins=(2, 0, 0, 0))
        words = Elided(text, "medium")
        remove = IconButton("x", _("Remove {name}", name=text))
        remove.setFixedSize(fonts.px(24), fonts.px(24))
        remove.setObjectName(str(key))
        remove.clicked.connect(self._remove)
        line.addWidget(words, 1)
        line.addWidget(remove)
        return line

    def _add(self, key: object) -> None:
        if isinstance(key, int):
            self._on.append(key)
            self._show()
            self.left.emit()

    def _remove(self) -> None:
        button = self.sender()
        if button is not None:
            self._on.remove(int(button.objectName()))
            self._show()
            self.left.emit()
