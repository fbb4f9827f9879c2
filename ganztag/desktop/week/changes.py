"""Beside a real week: what is other in it than in the plan; a line leads to its session."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from ganztag.desktop import fonts
from ganztag.desktop.week.line_paint import Line
from ganztag.desktop.week.lines import Lines
from ganztag.desktop.week.sheet import Chip, Sheet
from ganztag.desktop.week.words import STATES, cell_words
from ganztag.desktop.widgets.card import Card
from ganztag.desktop.widgets.text import Text
from ganztag.language import _

_SIGNS = {"cancelled": ("circle-x", "bad"), "moved": ("history", "accent"), "changed": ("history", "accent")}


class ChangesCard(Card):
    """``picked(key)`` when a line is taken."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__(" ")
        self.list, self._nothing = Lines(), Text("", "body", "muted", wrap=True)
        self.body.setContentsMargins(fonts.px(15), fonts.px(4), fonts.px(12), fonts.px(10))
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
        self.list.taken.connect(self._taken)

    def retranslate(self) -> None:
        self.name(_("Other than usual"))
        self.list.setAccessibleName(_("Other than usual"))
        self._nothing.setText(_("In this week everything takes place as planned."))

    def show_sheet(self, sheet: Sheet) -> None:
        chips = sorted((chip for chip in sheet.chips if chip.state != "held"), key=lambda chip: (chip.day, chip.first))
        self.list.show_lines([_line(chip, sheet) for chip in chips])
        self.list.setVisible(bool(chips))
        room = QSizePolicy.Policy.Preferred if chips else QSizePolicy.Policy.Maximum  # what is empty leaves its room
        self.setSizePolicy(QSizePolicy.Policy.Preferred, room)
        self._nothing.setVisible(not chips)

    def _taken(self, place: int) -> None:
        self.picked.emit(self.list.lines[place].key)


def _line(chip: Chip, sheet: Sheet) -> Line:
    icon, tone = _SIGNS[chip.state]
    why = " · ".join(part for part in (STATES[chip.state](), *chip.notes[:1]) if part)
    return Line(chip.key, chip.title, "", (cell_words(sheet, (chip.day, chip.first)), why), icon=icon, tone=tone)
