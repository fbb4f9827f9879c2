"""The goals to begin with, or to try beside: what each of them means, and a button that calculates it."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.allocation.cards.words import GOAL_WORDS
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.text import Text
from ganztag.language import _
from ganztag.planning.levels import GOALS, goal_label


class GoalTile(QFrame):
    """A goal that was not calculated yet; ``wanted(goal)``."""

    wanted = Signal(str)

    def __init__(self, goal: str, *, primary: bool) -> None:
        super().__init__()
        self.goal = goal
        self.setProperty("card", "true")
        self._title, self._words = Text("", "scenario"), Text("", "body", "muted", wrap=True)
        self.button = Button("", "play", "primary" if primary else "quiet")
        whole = column(gap=8, margins=(16, 14, 16, 16))
        whole.addWidget(self._title)
        whole.addWidget(self._words)
        whole.addStretch(1)
        whole.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(whole)
        self.button.clicked.connect(self._pressed)

    def retranslate(self) -> None:
        name = str(goal_label(self.goal))
        self._title.setText(name)
        self._words.setText(str(GOAL_WORDS[self.goal]))
        self.button.setText(_("Calculate"))
        self.button.setAccessibleName(_("Calculate: {goal}", goal=name))

    def _pressed(self) -> None:
        self.wanted.emit(self.goal)


class StartTiles(QWidget):
    """All goals side by side, before anything was calculated: ``wanted(goal)``, empty for all of them."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._words, self.all = Text("", "body", "muted", wrap=True), Button("", "play")
        self.tiles = {goal: GoalTile(goal, primary=place == 0) for place, goal in enumerate(GOALS)}
        head, tiles, whole = row(gap=16), row(gap=16), column(gap=14)
        head.addWidget(self._words, 1)
        head.addWidget(self.all)
        for tile in self.tiles.values():
            tile.wanted.connect(self.wanted)
            tile.setMinimumHeight(fonts.px(150))
            tiles.addWidget(tile, 1)
        whole.addLayout(head)
        whole.addLayout(tiles)
        whole.addStretch(1)
        self.setLayout(whole)
        self.all.clicked.connect(self._pressed)

    def retranslate(self) -> None:
        self._words.setText(
            _("Choose a goal. The program finds the best plan for it and proves that none is better. Nothing is "
              "written before you accept a plan, and you can compare as many as you like.")
        )  # fmt: skip
        self.all.setText(_("Calculate all and compare"))
        for tile in self.tiles.values():
            tile.retranslate()

    def _pressed(self) -> None:
        self.wanted.emit("")


class OtherGoals(QFrame):
    """Beside one or two cards: the goals that were not tried yet; ``wanted(goal)``."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "quiet")
        self.setFixedWidth(fonts.px(220))
        self._title = Text("", "caption_strong", "muted")
        self._buttons = {goal: Button("", None, "link") for goal in GOALS}
        whole = self._whole = column(gap=6, margins=(14, 12, 14, 12))
        whole.addWidget(self._title)
        for goal, button in self._buttons.items():
            button.setObjectName(goal)
            button.clicked.connect(self._pressed)
            whole.addWidget(button)
        whole.addStretch(1)
        self.setLayout(whole)

    def retranslate(self) -> None:
        self._title.setText(_("Compare with another goal"))
        for goal, button in self._buttons.items():
            button.setText(str(goal_label(goal)))
            button.setToolTip(str(GOAL_WORDS[goal]))

    def fold(self, folded: bool) -> None:
        """Be as low as a folded card."""
        self._whole.setSpacing(fonts.px(0 if folded else 6))
        side, edge = fonts.px(14), fonts.px(7 if folded else 12)
        self._whole.setContentsMargins(side, edge, side, edge)

    def offer(self, goals: Collection[str], *, visible: bool) -> None:
        """Offer the goals that were not tried; hidden where there are none, or no room."""
        for goal, button in self._buttons.items():
            button.setVisible(goal in goals)
        self.setVisible(visible and bool(goals))

    def _pressed(self) -> None:
        button = self.sender()
        if button is not None:
            self.wanted.emit(button.objectName())
