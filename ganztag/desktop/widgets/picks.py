"""Some of many, in their order: what is picked stands as lines with an x, below it a line finds one more.

A few letters of any part of a name find it; a click or Down in the empty line shows all there are.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import IconButton
from ganztag.desktop.widgets.card import column, emptied, row
from ganztag.desktop.widgets.filter_box import Choice
from ganztag.desktop.widgets.seeker import Seeker, Sought
from ganztag.desktop.widgets.text import Elided
from ganztag.domain.search import search_key
from ganztag.language import Message, _


class Picks(QWidget):
    """``left`` when she added or removed one; ``value()`` are the ids that are picked, in order.

    With *roles* each line has a choice of them, and ``role_picked(id, role)`` tells of another one.
    """

    left = Signal()
    role_picked = Signal(int, str)

    def __init__(self, *, name: Message, add: Message, roles: Mapping[str, Message] | None = None) -> None:
        super().__init__()
        self._name, self._add_words, self._roles = name, add, roles or {}
        self._texts: dict[int, str] = {}
        self._on: list[int] = []
        self._has: Mapping[int, str] = {}
        self._lines = column(gap=2)
        self.seeker = Seeker()
        self.seeker.browses = True
        self.seeker.found.connect(self._add)
        whole = column(gap=4)
        whole.addLayout(self._lines)
        whole.addWidget(self.seeker)
        self.setLayout(whole)
        self._show()

    def offer(self, choices: Sequence[tuple[int, str]]) -> None:
        """Show the (id, text) pairs that can be picked."""
        if dict(choices) != self._texts:
            self._texts = dict(choices)
            self._show()

    def put(self, picked: Sequence[int], roles: Mapping[int, str] | None = None) -> None:
        """Show who is picked, and with which role where there are roles."""
        if list(picked) != self._on or (roles or {}) != self._has:
            self._on, self._has = list(picked), roles or {}
            self._show()

    def value(self) -> tuple[int, ...]:
        return tuple(self._on)

    def retranslate(self) -> None:
        self._show()

    def role_of(self, key: int) -> Choice | None:
        """Return the choice of the role in the line of one that is picked."""
        return next((choice for choice in self.findChildren(Choice) if choice.objectName() == str(key)), None)

    def _show(self) -> None:
        emptied(self._lines)
        for key in self._on:
            self._lines.addLayout(self._line(key))
        self.seeker.hint(str(self._add_words))
        self.seeker.setAccessibleName(str(self._name))
        self.seeker.offer(self._rest)

    def _rest(self) -> list[Sought]:
        return [Sought(key, text, search_key(text)) for key, text in self._texts.items() if key not in self._on]

    def _line(self, key: int) -> QHBoxLayout:
        text = self._texts.get(key, "")
        line = row(gap=4, margins=(2, 0, 0, 0))
        remove = IconButton("x", _("Remove {name}", name=text))
        remove.setFixedSize(fonts.px(24), fonts.px(24))
        remove.setObjectName(str(key))
        remove.clicked.connect(self._remove)
        line.addWidget(Elided(text, "medium"), 1)
        if self._roles:
            line.addWidget(self._role(key, text))
        line.addWidget(remove)
        return line

    def _role(self, key: int, text: str) -> Choice:
        choice = Choice(_("Role of {name}", name=text))
        choice.setFont(fonts.font("secondary"))
        choice.setFixedHeight(fonts.px(28))
        choice.setMaximumWidth(fonts.px(112))
        choice.setObjectName(str(key))
        choice.offer([(role, str(words)) for role, words in self._roles.items()])
        choice.pick(self._has.get(key, ""))
        choice.picked.connect(self._pick_role)
        return choice

    def _pick_role(self, role: object) -> None:
        choice = self.sender()
        if choice is not None:
            self.role_picked.emit(int(choice.objectName()), str(role))

    def _add(self, key: int) -> None:
        self._on.append(key)
        self._show()
        self.left.emit()

    def _remove(self) -> None:
        button = self.sender()
        if button is not None:
            self._on.remove(int(button.objectName()))
            self._show()
            self.left.emit()
