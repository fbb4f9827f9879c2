"""One card for each goal: how the wishes fall, what each level came to and whether that is proven, what is struck."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedLayout, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.allocation.calculation import Calculated
from ganztag.desktop.tokens import Tokens, tokens_of
from ganztag.desktop.widgets import paints
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.paints import Pill
from ganztag.desktop.widgets.signs import PillSign, ShareBar
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.language import N_, _, ngettext, number, pgettext, weekday
from ganztag.planning.levels import GOALS, LOTTERY, goal_label
from ganztag.planning.plan import LevelResult
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
        self._nothing, self._button = Text("", "body", "muted", wrap=True), Button("", "play")
        self._stack = QStackedLayout()
        self._arrange()
        self._button.clicked.connect(self._ask)

    def _arrange(self) -> None:
        head = row(gap=8)
        words = column(gap=1)
        words.addWidget(self._title)
        words.addWidget(self._words)
        head.addLayout(words, 1)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        full = column(gap=7)
        full.addWidget(self._bar)
        full.addWidget(self._levels)
        proof = row()
        proof.addWidget(self._proof)
        proof.addStretch(1)
        full.addLayout(proof)
        full.addWidget(self._struck)
        full.addWidget(self._furthest)
        full.addStretch(1)
        empty = column(gap=10)
        empty.addWidget(self._nothing)
        empty.addWidget(self._button)
        empty.addStretch(1)
        for layout in (full, empty):
            page = QWidget()
            page.setLayout(layout)
            self._stack.addWidget(page)
        whole = column(gap=9, margins=(15, 12, 15, 12))
        whole.addLayout(head)
        whole.addLayout(self._stack, 1)
        self.setLayout(whole)

    def retranslate(self) -> None:
        self._title.setText(str(goal_label(self.goal)))
        self._words.setText(str(_WORDS[self.goal]))
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
        told = result.summary
        shares = [(float(many), f"wish{min(rank, 4)}", _rank(rank)) for rank, many in told.counts if many]
        if told.others:
            shares.append((float(told.others), "ok", _("fixed by hand")))
        if told.unplaced:
            shares.append((float(len(told.unplaced)), "bad", _("without a place")))
        self._bar.show_shares(shares)
        self._levels.show_levels([level for level in told.levels if level.name != LOTTERY])
        open_levels = [level for level in told.levels if not level.proven]
        self._proof.show_pill(
            Pill(_("all goals proven"), "ok", "badge-check")
            if not open_levels
            else Pill(_("{goal}: not proven, limit {limit}", goal=open_levels[0].label, limit=open_levels[0].bound),
                      "warn", "hourglass")
        )  # fmt: skip
        self._struck.setText(_struck_words(result))
        self._furthest.setText(_furthest_words(result, blocks))
        self.setAccessibleDescription(", ".join(f"{level.label}: {level.value}" for level in told.levels))

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


def _rank(rank: int) -> str:
    return pgettext("wish", "Wish {rank}", rank=rank)


def _struck_words(result: Calculated) -> str:
    """Return ``Entfällt: Imkern (6 Erstwünsche, nötig 10)``."""
    if not result.summary.struck:
        return _("No course is struck")
    parts = [
        ngettext("{course} ({count} first wish, needed {needed})", "{course} ({count} first wishes, needed {needed})",
                 one.first, course=result.courses.get(one.course, ""), needed=one.needed)
        for one in result.summary.struck
    ]  # fmt: skip
    return _("Struck: {courses}", courses=" · ".join(parts))


def _furthest_words(result: Calculated, blocks: Mapping[int, BlockRow]) -> str:
    """Return the ranks of the child that is furthest behind: ``Mo 4. · Di 3.``."""
    parts = [
        f"{weekday(blocks[slot].weekday, short=True)} {f'{rank}.' if rank else '–'}"
        for slot, rank in result.summary.furthest
        if slot in blocks
    ]
    return _("Furthest behind: {week}", week=" · ".join(parts)) if parts else _("Nobody is behind")


class Levels(QWidget):
    """The levels of a goal in their order: what is counted, the figure, and whether better is impossible."""

    def __init__(self) -> None:
        super().__init__()
        self._levels: tuple[LevelResult, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_levels(self, levels: list[LevelResult]) -> None:
        self._levels = tuple(levels)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(220), fonts.px(25) * len(self._levels))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = fonts.px(25)
        for place, level in enumerate(self._levels):
            self._paint_level(painter, QRectF(0, place * pitch, self.width(), pitch), (place, level), tokens)

    def _paint_level(self, painter: QPainter, area: QRectF, which: tuple[int, LevelResult], tokens: Tokens) -> None:
        place, level = which
        if place:
            painter.setPen(tokens.tone("border"))
            painter.drawLine(area.topLeft(), area.topRight())
        side = fonts.px(18)
        box = QRectF(0, area.center().y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.tone("track"))
        painter.drawEllipse(box)
        painter.setPen(tokens.tone("muted"))
        painter.setFont(fonts.font("caption_strong"))
        painter.drawText(box, paints.CENTER, str(place + 1))
        icon = QRectF(area.right() - fonts.px(17), area.center().y() - fonts.px(8), fonts.px(16), fonts.px(16))
        name, tone = ("badge-check", "ok") if level.proven else ("hourglass", "warn")
        icons.draw(painter, icon, name, tokens.tone(tone))
        painter.setFont(fonts.font("strong"))
        painter.setPen(tokens.tone("text"))
        figure = area.adjusted(0, 0, -fonts.px(26), 0)
        painter.drawText(figure, int(Qt.AlignmentFlag.AlignTrailing | paints.MIDDLE), number(level.value))
        used = painter.fontMetrics().horizontalAdvance(number(level.value))
        painter.setFont(fonts.font("secondary"))
        left = side + fonts.px(8)
        room = figure.width() - left - used - fonts.px(8)
        shown = painter.fontMetrics().elidedText(str(level.label), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(area.adjusted(left, 0, 0, 0), int(paints.MIDDLE), shown)
