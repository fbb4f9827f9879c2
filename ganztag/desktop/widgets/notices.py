"""Cards that say what does not fit, with the way to the other side of it; hidden while all fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, emptied, row
from ganztag.desktop.widgets.signs import IconSign
from ganztag.desktop.widgets.text import Text
from ganztag.language import N_, Message

_ICONS = {"bad": "circle-alert", "warn": "triangle-alert", "accent": "info"}
TONES = {"error": "bad", "warning": "warn", "hint": "accent"}
"""The tone of a finding, by its severity; the same on all screens."""
SHOW: dict[str, Message] = {
    "course": N_("Show the course"),
    "staff": N_("Show the person"),
    "room": N_("Show the room"),
    "pupil": N_("Show the child"),
}
"""The verb that leads to a thing, by its kind; the same on all screens."""


@dataclass(frozen=True)
class Notice:
    """A sentence in a tone (bad, warn); *verb* leads to *target*."""

    sentence: str
    tone: str = "warn"
    verb: str = ""
    target: Any = None


class Notices(QWidget):
    """``followed(target)`` when she wants to see the other side."""

    followed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._targets: list[Any] = []
        self._shown: tuple[Notice, ...] = ()
        self._lines = column(gap=6)
        self.setLayout(self._lines)
        self.hide()

    def show_notices(self, notices: Sequence[Notice]) -> None:
        if tuple(notices) == self._shown:
            return
        self._shown = tuple(notices)
        self._targets = [notice.target for notice in notices]
        emptied(self._lines)
        for place, notice in enumerate(notices):
            self._lines.addWidget(self._card(place, notice))
        self.setVisible(bool(notices))

    def sentences(self) -> list[str]:
        return [notice.sentence for notice in self._shown]

    def _card(self, place: int, notice: Notice) -> QFrame:
        card = QFrame()
        card.setProperty("notice", notice.tone)
        line = row(gap=8, margins=(10, 8, 10, 8))
        line.addWidget(IconSign(_ICONS[notice.tone], notice.tone), 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        words.addWidget(Text(notice.sentence, "secondary", notice.tone, wrap=True))
        if notice.verb:
            button = Button(notice.verb, kind="link")
            button.setObjectName(str(place))
            button.clicked.connect(self._follow)
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        line.addLayout(words, 1)
        card.setLayout(line)
        card.setAccessibleName(notice.sentence)
        return card

    def _follow(self) -> None:
        button = self.sender()
        if button is not None:
            self.followed.emit(self._targets[int(button.objectName())])
