"""A card of boxes to tick, in named groups; below them what is to be known before the button is pressed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from ganztag.desktop import fonts
from ganztag.desktop.rollover.lines import line
from ganztag.desktop.widgets.card import Card, Scroll, column, emptied
from ganztag.desktop.widgets.text import Text
from ganztag.language import Message

Group = tuple[str, Mapping[str, Message]]


class Boxes(Card):
    """``changed`` when a box was ticked; ``answers()`` are key -> ticked."""

    changed = Signal()

    def __init__(self, groups: Sequence[Group], tips: Mapping[str, Message], usual: object) -> None:
        super().__init__(bare=True)
        self.setFixedWidth(fonts.px(222))
        inner = Scroll(gap=9, margins=(15, 13, 10, 13))
        self.body.addWidget(inner)
        self.boxes: dict[str, QCheckBox] = {}
        self._remarks = column(gap=8)
        for title, group in groups:
            if self.boxes:
                inner.body.addSpacing(fonts.px(6))
            inner.body.addWidget(Text(title, "card"))
            for key, word in group.items():
                self.boxes[key] = self._box(str(word), str(tips[key]) if key in tips else "", key, usual)
                inner.body.addWidget(self.boxes[key])
        inner.body.addSpacing(fonts.px(6))
        inner.body.addLayout(self._remarks)
        inner.body.addStretch(1)

    def _box(self, word: str, tip: str, key: str, usual: object) -> QCheckBox:
        box = QCheckBox(word.replace("&", "&&"))
        box.setFont(fonts.font())
        box.setChecked(bool(getattr(usual, key)))
        box.setToolTip(tip)
        box.toggled.connect(self._tell)
        return box

    def answers(self) -> dict[str, bool]:
        return {key: box.isChecked() for key, box in self.boxes.items()}

    def show_remarks(self, title: str, remarks: Sequence[tuple[str, str]]) -> None:
        """Show sentences (text, tone) below the boxes."""
        emptied(self._remarks)
        if remarks:
            self._remarks.addWidget(Text(title, "card"))
        for text, tone in remarks:
            self._remarks.addWidget(line(text, tone))

    def _tell(self, _on: bool) -> None:
        self.changed.emit()
