"""A list in which rows are ticked: a box before each; Space ticks what is selected."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.widgets.table import Table
from ganztag.language import _

BOX = 16
TICK_WIDTH = 42
_LEFT = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class TickCell:
    """A box that is ticked or not; value: bool, None for a row that cannot be ticked."""

    align: Qt.AlignmentFlag = _LEFT

    def text(self, value: bool | None) -> str:
        return _("chosen") if value else ""

    def paint(self, painter: QPainter, area: QRectF, value: bool | None, tokens: Tokens) -> None:
        if value is None:
            return
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


class TickTable(Table):
    """``ticked(ids, on)`` when she ticked boxes by mouse, Space, Enter or a double click; rows have ``marked``."""

    ticked = Signal(list, bool)

    def __init__(self, rows: Any, **named: Any) -> None:
        super().__init__(rows, **named)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.opened.connect(self._turn)

    def _turn(self, key: int) -> None:
        self._tick([key], key)

    def _tick(self, keys: Sequence[int], leading: int) -> None:
        """Tick all as the leading one is turned; rows that cannot be ticked are left aside."""
        row = self.rows.row_of(leading)
        if row is None or row.marked is None:
            return
        found = [key for key in keys if (one := self.rows.row_of(key)) is not None and one.marked is not None]
        self.ticked.emit(found, not row.marked)

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
