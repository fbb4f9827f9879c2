"""The list in which sheets are ticked: a box before each entry; Space ticks what is selected."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.lists.entries import Entry
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.widgets import paints
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import N_, _

BOX = 16
TICK_WIDTH = 42
_LEFT = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class TickCell:
    """A box that is ticked or not; value: bool."""

    align: Qt.AlignmentFlag = _LEFT

    def text(self, value: bool) -> str:
        return _("chosen") if value else ""

    def paint(self, painter: QPainter, area: QRectF, value: bool, tokens: Tokens) -> None:
        side = fonts.px(BOX)
        box = QRectF(area.left(), area.center().y() - side / 2, side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.tone("accent" if value else "decoration"), 1))
        painter.setBrush(tokens.tone("accent" if value else "surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if value:
            icons.draw(painter, box.adjusted(1, 1, -1, -1), "check", tokens.tone("on_accent"))
        painter.restore()


@dataclass(frozen=True)
class EntryCell:
    """Name over a second line, a pill at the right end; value: ``Entry``."""

    align: Qt.AlignmentFlag = _LEFT

    def text(self, value: Entry) -> str:
        return " ".join(filter(None, (value.title, value.second, value.hint.text if value.hint else "")))

    def paint(self, painter: QPainter, area: QRectF, value: Entry, tokens: Tokens) -> None:
        left, right, middle = area.left(), area.right(), area.center().y()
        if value.colour is not None:
            bar = QRectF(left, middle - fonts.px(17), fonts.px(4), fonts.px(34))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tone(f"cat{value.colour}"))
            painter.drawRoundedRect(bar, 2, 2)
            left += fonts.px(14)
        if value.hint is not None:
            width = paints.pill_width(value.hint)
            paints.paint_pill(painter, right - width, middle, value.hint, tokens)
            right -= width + fonts.px(8)
        upper = QRectF(left, middle - fonts.px(19), right - left, fonts.px(19))
        _line(painter, upper, value.title, "strong", tokens.tone("text").name())
        _line(painter, upper.translated(0, fonts.px(19)), value.second, "secondary", tokens.tone("muted").name())


def _line(painter: QPainter, area: QRectF, text: str, role: str, colour: str) -> None:
    painter.setFont(fonts.fitting(text, role))
    painter.setPen(colour)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, int(_LEFT | Qt.TextFlag.TextSingleLine), shown)


COLUMNS: tuple[Column[Entry], ...] = (
    Column("marked", N_("chosen"), shown=lambda entry: entry.marked, cell=TickCell(), width=TICK_WIDTH),
    Column("entry", N_("Paper"), shown=lambda entry: entry, cell=EntryCell(), width=160, stretch=True),
)


class TickTable(Table):
    """``ticked(ids, on)`` when she ticked boxes by mouse, Space, Enter or a double click."""

    ticked = Signal(list, bool)

    def __init__(self, rows: Rows[Entry], parent: QWidget | None = None) -> None:
        super().__init__(rows, row_height=46, parent=parent)
        self.horizontalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.opened.connect(self._turn)

    def _turn(self, key: int) -> None:
        self._tick([key], key)

    def _tick(self, keys: Sequence[int], leading: int) -> None:
        """Tick all as the leading one is turned."""
        row = self.rows.row_of(leading)
        if row is not None:
            self.ticked.emit(list(keys), not row.marked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        key = self.rows.id_at(self.indexAt(at))
        if key is not None and event.button() == Qt.MouseButton.LeftButton and at.x() < fonts.px(TICK_WIDTH):
            self._turn(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.chosen_id()
        if event.key() == Qt.Key.Key_Space and key is not None:
            self._tick(self.selected_ids() or [key], key)
        else:
            super().keyPressEvent(event)
