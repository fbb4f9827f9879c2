"""The heat grid: all rooms over the week, how full they are; a click leads to the week of the room."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.rooms.heat_geometry import HeatGeometry
from ganztag.desktop.rooms.heat_paint import HeatPaint
from ganztag.desktop.rooms.heat_rows import Heat
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.painted import MOVES
from ganztag.desktop.widgets.sticky_grid import StickyGrid
from ganztag.language import _

_Key = Qt.Key


class HeatGrid(StickyGrid[HeatGeometry]):
    """``room_opened(room id)``: a click or Enter; ``slot_opened(block id)``: F, to look for a free room there."""

    room_opened = Signal(int)
    slot_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(HeatGeometry(), parent)
        self._paint = HeatPaint(self.place, tokens_of(self))
        self.setMinimumSize(QSize(fonts.px(420), fonts.px(200)))
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(_("Rooms over the week"))

    def show_heat(self, heat: Heat) -> None:
        """Show the rooms as they are used now; the cell with the keyboard stays."""
        self._paint.heat = heat
        metrics = QFontMetrics(fonts.font("body"))
        widest = max((metrics.horizontalAdvance(heat.room(row).name) for row in range(len(heat.uses))), default=0)
        self.place.names = min(max(widest + fonts.px(32), fonts.px(120)), fonts.px(220))
        row, column = self._paint.current
        self._paint.current = (min(row, max(len(heat.uses) - 1, 0)), min(column, max(len(heat.blocks) - 1, 0)))
        self._paint.hover = None
        self.lay_out()
        self._told()

    def current(self) -> tuple[int, int]:
        """Return row and column of the cell with the keyboard."""
        return self._paint.current

    def centre_of(self, row: int, column: int) -> QPoint:
        """Return where a cell stands in the viewport, for the mouse."""
        return self.place.cell(row, column).center()

    def extent(self) -> tuple[int, int]:
        heat = self._paint.heat
        return (len(heat.uses), len(heat.blocks)) if heat else (0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        heat, key = self._paint.heat, event.key()
        if heat is None or not heat.uses or not heat.blocks:
            super().keyPressEvent(event)
        elif key in MOVES:
            down, right = MOVES[key]
            row, column = self._paint.current
            self._go(min(max(row + down, 0), len(heat.uses) - 1), min(max(column + right, 0), len(heat.blocks) - 1))
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            self.room_opened.emit(heat.uses[self._paint.current[0]].room)
        elif key == _Key.Key_F:
            self.slot_opened.emit(heat.blocks[self._paint.current[1]].id)
        else:
            super().keyPressEvent(event)

    def _go(self, row: int, column: int) -> None:
        self._paint.current = (row, column)
        self.scroll_on(*self.place.scroll_needed(row, column))
        self._told()

    def _told(self) -> None:
        heat = self._paint.heat
        there = heat is not None and heat.uses and heat.blocks
        self.setAccessibleDescription(heat.sentence(*self._paint.current) if heat is not None and there else "")
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self._paint.hover = self.place.cell_at(at.x(), at.y())
        over = self._paint.hover is not None or self.place.row_at(at.y()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at, heat = event.position().toPoint(), self._paint.heat
        row = self.place.row_at(at.y())
        if heat is not None and row is not None and event.button() == Qt.MouseButton.LeftButton:
            cell = self.place.cell_at(at.x(), at.y())
            self._paint.current = cell or (row, self._paint.current[1])
            self._told()
            self.room_opened.emit(heat.uses[row].room)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._paint.hover = None
            self.viewport().update()
        return bool(super().viewportEvent(event))

    def tip_at(self, at: QPoint) -> str:
        heat, cell, row = self._paint.heat, self.place.cell_at(at.x(), at.y()), self.place.row_at(at.y())
        if heat is None or row is None:
            return ""
        if cell is not None:
            return heat.sentence(*cell)
        use = heat.uses[row]
        return _("{room}: used in {taken} of {open} blocks", room=heat.room(row).name, taken=use.taken, open=use.open)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._paint.tokens, self._paint.has_focus = tokens_of(self), self.hasFocus()
        painter = QPainter(self.viewport())
        self._paint.paint(painter)
        painter.end()
