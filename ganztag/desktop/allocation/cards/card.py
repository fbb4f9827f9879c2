"""The card of a scenario: how the wishes fall, what each goal came to and whether that is proven, what is struck."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.allocation.cards.corner import Corner
from ganztag.desktop.allocation.cards.levels import Levels
from ganztag.desktop.allocation.cards.words import (
    at_length,
    fill_words,
    furthest_words,
    in_short,
    lines_of,
    proof_of,
    shares_of,
    shortened,
    specials_of,
    state_of,
    struck_words,
    subtitle_of,
    title_of,
)
from ganztag.desktop.allocation.scenarios import Scenario
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.paints import Pill
from ganztag.desktop.widgets.signs import IconSign, PillSign, ShareBar
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.language import _, ngettext
from ganztag.queries.frame import BlockRow

_Key = Qt.Key
_DEEDS = {
    _Key.Key_Return: "a", _Key.Key_Enter: "a", _Key.Key_Space: "a", _Key.Key_A: "a", _Key.Key_B: "b",
    _Key.Key_F2: "rename", _Key.Key_Delete: "delete", _Key.Key_Menu: "menu",
}  # fmt: skip


class ScenarioCard(QFrame):
    """``wanted(key, deed)``: a, b, rename, delete, left or right; ``menu_wanted(key, at)`` for its menu."""

    wanted = Signal(str, str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key, self._mark = key, ""
        self._special = self._folded = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(fonts.px(244))
        self.setMaximumWidth(fonts.px(420))
        self._title, self._words = Elided("", "scenario"), Elided("", "secondary", "muted")
        self.corner, self._bar, self._levels = Corner(), ShareBar(), Levels()
        self._more, self._proof, self._state = Text("", "caption", "muted"), PillSign(), PillSign()
        self._facts = {key: (Text("", "caption_strong", "muted"), Elided("", "secondary_strong"))
                       for key in ("struck", "furthest", "fill")}  # fmt: skip
        self._short, self._sign = Elided("", "secondary"), IconSign("badge-check", "ok")
        self._at_length, self._in_short = QWidget(), QWidget()
        self._arrange()
        self.corner.clicked.connect(self._compare)

    def _arrange(self) -> None:
        head, words = row(gap=8), column(gap=1)
        words.addWidget(self._title)
        words.addWidget(self._words)
        head.addLayout(words, 1)
        head.addWidget(self.corner, 0, Qt.AlignmentFlag.AlignTop)
        short = row(gap=7)
        short.addWidget(self._sign)
        short.addWidget(self._short, 1)
        self._in_short.setLayout(short)
        self._at_length.setLayout(self._full())
        whole = self._whole = column(gap=9, margins=(15, 12, 15, 12))
        whole.addLayout(head)
        for widget in (self._bar, self._at_length, self._in_short):
            whole.addWidget(widget)
        whole.addStretch(1)
        self.setLayout(whole)

    def _full(self) -> QVBoxLayout:
        full, pills = column(gap=7), row(gap=6)
        pills.addWidget(self._proof)
        pills.addWidget(self._state)
        pills.addStretch(1)
        full.addWidget(self._levels)
        full.addWidget(self._more)
        full.addLayout(pills)
        facts = row(gap=12)
        for key in ("struck", "furthest", "fill"):
            caption, words = self._facts[key]
            fact = column(gap=1)
            fact.addWidget(caption)
            fact.addWidget(words)
            if key == "struck":
                full.addLayout(fact)
            else:
                facts.addLayout(fact, 5 if key == "furthest" else 3)
        full.addLayout(facts)
        return full

    def fold(self, folded: bool) -> None:
        """Show the bar and one line only, so that the lists below have room; the rest is in the tooltip."""
        self._folded = folded
        self._words.setVisible(self._special or not folded)
        self._at_length.setVisible(not folded)
        self._in_short.setVisible(folded)
        self._whole.setSpacing(fonts.px(6 if folded else 9))
        side, edge = fonts.px(15), fonts.px(9 if folded else 12)
        self._whole.setContentsMargins(side, edge, side, edge)
        self._bar.setFixedHeight(fonts.px(22 if folded else 30))

    def mark(self, mark: str) -> None:
        """Say what the card is: A, B or nothing."""
        self._mark = mark
        self.corner.mark(mark)
        self.update()

    def show_scenario(self, one: Scenario, beside: Scenario | None, blocks: Mapping[int, BlockRow]) -> None:
        """Show the figures of a plan, against those of A where that stands *beside*."""
        made = one.made
        self._title.setText(title_of(one))
        self._words.setText(subtitle_of(one, beside))
        self._special = bool(specials_of(one, beside))
        self._words.setVisible(self._special or not self._folded)
        self._bar.show_shares(shares_of(made))
        lines, more = shortened(lines_of(made, beside.made if beside is not None else None))
        self._levels.show_lines(lines)
        self._more.setText(ngettext("and {count} more goal", "and {count} more goals", more) if more else "")
        self._more.setVisible(bool(more))
        proof, state = proof_of(made), state_of(one)
        if state.text and made.figures.proven and not made.plan.by_hand:
            proof = Pill(_("proven"), proof.tone, proof.icon)  # there is room for two short ones
        self._proof.show_pill(proof)
        self._state.show_pill(state)
        self._sign.show_icon(proof.icon, proof.tone)
        self._show_facts(one, blocks)
        self._short.setText(" · ".join(filter(None, (in_short(made), state.text))))
        whole = at_length(one, blocks)
        self._in_short.setToolTip(whole)
        self.setAccessibleName(title_of(one))
        self.setAccessibleDescription(whole.replace("\n", ", "))

    def _show_facts(self, one: Scenario, blocks: Mapping[int, BlockRow]) -> None:
        words = {
            "struck": (_("Struck"), struck_words(one.made)),
            "furthest": (_("Furthest behind"), furthest_words(one.made, blocks)),
            "fill": (_("Places taken"), fill_words(one.made)),
        }
        for key, (name, text) in words.items():
            caption, value = self._facts[key]
            caption.setText(name)
            value.setText(text)

    def _compare(self) -> None:
        self.wanted.emit(self.key, "b")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            both = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.wanted.emit(self.key, "b" if both else "a")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self.key, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = {_Key.Key_Left: "left", _Key.Key_Right: "right"}.get(key)
        if key == _Key.Key_Menu:
            self.menu_wanted.emit(self.key, self.mapToGlobal(self.rect().center()))
        elif step or (key in _DEEDS and not event.modifiers()):
            self.wanted.emit(self.key, step or _DEEDS[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        framed = self._mark == "A" or self.hasFocus()
        painter.setPen(QPen(tokens.tone("accent" if framed else "border"), 2 if framed else 1))
        painter.setBrush(tokens.tone("surface"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 10, 10)
