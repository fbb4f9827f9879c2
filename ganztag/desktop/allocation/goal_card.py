"""One card for each goal: how the wishes fall, what each level came to and whether that is proven, what is struck."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedLayout, QVBoxLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.allocation.calculation import Calculated
from ganztag.desktop.allocation.card_words import (
    at_length,
    furthest_words,
    in_short,
    levels_of,
    proof_of,
    shares_of,
    struck_words,
)
from ganztag.desktop.allocation.levels import Levels
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.paints import Pill
from ganztag.desktop.widgets.signs import IconSign, PillSign, ShareBar
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.language import N_, _
from ganztag.planning.levels import GOALS, goal_label
from ganztag.queries.frame import BlockRow

__all__ = ["GOALS", "GoalCard"]

_WORDS = {
    "balanced": N_("A good wish for every child"),
    "generous": N_("As few far wishes as can be"),
    "greedy": N_("As many first wishes as can be"),
}


class GoalCard(QFrame):
    """``picked(goal)`` by click or Enter, ``calculate_wanted(goal)`` by its button while nothing is calculated."""

    picked = Signal(str)
    calculate_wanted = Signal(str)

    def __init__(self, goal: str) -> None:
        super().__init__()
        self.goal, self._chosen = goal, False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._title, self._words = Text("", "scenario"), Elided("", "secondary", "muted")
        self._mark = PillSign()
        self._bar, self._levels, self._proof = ShareBar(), Levels(), PillSign()
        self._struck, self._furthest = Elided("", "secondary"), Elided("", "secondary")
        self._short, self._sign = Elided("", "secondary"), IconSign("badge-check", "ok")
        self._nothing, self._button = Text("", "body", "muted", wrap=True), Button("", "play")
        self._at_length, self._in_short = QWidget(), QWidget()
        self._stack, self._empty = QStackedLayout(), column(gap=10)
        self._arrange()
        self._button.clicked.connect(self._ask)

    def _arrange(self) -> None:
        head = row(gap=8)
        self._title.setMinimumHeight(fonts.px(22))  # as high with the pill as without
        words = column(gap=1)
        words.addWidget(self._title)
        words.addWidget(self._words)
        head.addLayout(words, 1)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        for layout in (self._full(), self._empty):
            page = QWidget()
            page.setLayout(layout)
            self._stack.addWidget(page)
        self._empty.addWidget(self._nothing)
        self._empty.addWidget(self._button)
        self._empty.addStretch(1)
        whole = column(gap=9, margins=(15, 12, 15, 12))
        whole.addLayout(head)
        whole.addLayout(self._stack, 1)
        self.setLayout(whole)

    def _full(self) -> QVBoxLayout:
        proof, at_length, in_short, full = row(), column(gap=7), row(gap=7), column(gap=7)
        proof.addWidget(self._proof)
        proof.addStretch(1)
        at_length.addWidget(self._levels)
        at_length.addLayout(proof)
        at_length.addWidget(self._struck)
        at_length.addWidget(self._furthest)
        self._at_length.setLayout(at_length)
        in_short.addWidget(self._sign)
        in_short.addWidget(self._short, 1)
        self._in_short.setLayout(in_short)
        for widget in (self._bar, self._at_length, self._in_short):
            full.addWidget(widget)
        full.addStretch(1)
        return full

    def fold(self, folded: bool) -> None:
        """Show the bar and one line only, so that the results below have room; the rest is in the tooltip."""
        for widget in (self._words, self._at_length):
            widget.setVisible(not folded)
        self._in_short.setVisible(folded)
        self._bar.setFixedHeight(fonts.px(24 if folded else 30))
        self._empty.setStretch(0, int(folded))
        self._empty.setStretch(2, int(not folded))
        self._empty.setDirection(QBoxLayout.Direction.LeftToRight if folded else QBoxLayout.Direction.TopToBottom)

    def retranslate(self) -> None:
        self._title.setText(str(goal_label(self.goal)))
        self._words.setText(str(_WORDS[self.goal]))
        self.setToolTip(str(_WORDS[self.goal]))
        self._button.setText(_("Calculate"))
        self._nothing.setText(_("Not calculated yet."))
        self.setAccessibleName(str(goal_label(self.goal)))

    def choose(self, chosen: bool, mark: str = "") -> None:
        """Frame the card; *mark* is a word in its corner."""
        self._chosen = chosen
        self._mark.show_pill(Pill(mark, "ok", "check") if mark else Pill(""))
        self.update()

    def show_result(self, result: Calculated | None, blocks: Mapping[int, BlockRow]) -> None:
        """Show the figures of a plan; None: it is not calculated yet."""
        self._stack.setCurrentIndex(0 if result is not None else 1)
        if result is None:
            return
        self._bar.show_shares(shares_of(result))
        self._levels.show_levels(levels_of(result))
        proof = proof_of(result)
        self._proof.show_pill(proof)
        self._sign.show_icon(proof.icon, proof.tone)
        self._struck.setText(struck_words(result))
        self._furthest.setText(furthest_words(result, blocks))
        self._short.setText(in_short(result))
        self._in_short.setToolTip(at_length(result, blocks))
        self.setAccessibleDescription(", ".join(f"{level.label}: {level.value}" for level in result.summary.levels))

    def _ask(self) -> None:
        self.calculate_wanted.emit(self.goal)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.picked.emit(self.goal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.goal)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        framed = self._chosen or self.hasFocus()
        painter.setPen(QPen(tokens.tone("accent" if framed else "border"), 2 if framed else 1))
        painter.setBrush(tokens.tone("surface"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 10, 10)
