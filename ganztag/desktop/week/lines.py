"""A list beside the week: courses that wait, leaders, rooms, ranked places, swaps; a line is taken or dragged away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.week.line_paint import Line, height_of, paint_line
from ganztag.desktop.widgets.painted import Painted


@dataclass(frozen=True, slots=True)
class _Press:
    at: QPoint
    place: int


class Lines(Painted):
    """``taken(place)`` on Enter or a click; with *drags*, ``lifted(place, at)``, ``moved(at)``, ``dropped(at)``.

    Where lines can be dragged a click only marks one, and Enter takes it.
    """

    taken = Signal(int)
    marked = Signal(int)
    lifted = Signal(int, QPoint)
    moved = Signal(QPoint)
    dropped = Signal(QPoint)
    cancelled = Signal()
    typed = Signal(str)
    escaped = Signal()

    def __init__(self, *, drags: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drags, self._is_dragging = drags, False
        self._press: _Press | None = None
        self.lines: tuple[Line, ...] = ()
        self.current = 0
        self.aimed = -1
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show lines; the mark stays on the one with the same key."""
        before = self.lines[self.current].key if self.current < len(self.lines) else None
        self.lines = tuple(lines)
        keys = [line.key for line in self.lines]
        self.current = keys.index(before) if before in keys else 0
        self.updateGeometry()
        self._scroll_bar()
        self._describe()
        self.viewport().update()

    def content_height(self) -> int:
        return sum(height_of(line) for line in self.lines) + fonts.px(2)

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(240), self.content_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.px(200), min(self.content_height(), fonts.px(64)))

    def mark(self, place: int) -> None:
        """Mark a line and bring it into view."""
        if not self.lines:
            return
        self.current = min(max(place, 0), len(self.lines) - 1)
        area, bar = self.area(self.current), self.verticalScrollBar()
        if area.top() < 0:
            bar.setValue(bar.value() + area.top())
        elif area.bottom() > self.viewport().height():
            bar.setValue(bar.value() + area.bottom() - self.viewport().height() + 1)
        self._describe()
        self.marked.emit(self.current)
        self.viewport().update()

    def area(self, place: int) -> QRect:
        """Return where a line stands in the viewport."""
        top = sum(height_of(line) for line in self.lines[:place]) - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), height_of(self.lines[place]))

    def line_at(self, at: QPoint) -> int:
        """Return the line at a place of the viewport, -1 where there is none."""
        return next((place for place in range(len(self.lines)) if self.area(place).contains(at)), -1)

    def aim(self, place: int) -> None:
        """Outline the line onto which something would be set down; -1: none."""
        if place != self.aimed:
            self.aimed = place
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}.get(
            Qt.Key(event.key()), 0
        )
        if step:
            self.mark(self.current + step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.lines:
            self.taken.emit(self.current)
        elif event.key() == Qt.Key.Key_Escape:
            (self.cancelled if self._is_dragging else self.escaped).emit()
            self._is_dragging, self._press = False, None
        elif self._drags and (event.key() == Qt.Key.Key_Backspace or event.text().isalnum()):
            self.typed.emit("" if event.key() == Qt.Key.Key_Backspace else event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.line_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self._press = _Press(event.position().toPoint(), place)
            self.mark(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._press is None:
            hand = Qt.CursorShape.PointingHandCursor if self.line_at(at) >= 0 else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(hand)
            return
        far = (at - self._press.at).manhattanLength() >= QApplication.startDragDistance()
        if self._drags and not self._is_dragging and far:
            self._is_dragging = True
            self.lifted.emit(self._press.place, event.globalPosition().toPoint())
        if self._is_dragging:
            self.moved.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press, self._press = self._press, None
        if self._is_dragging:
            self._is_dragging = False
            self.dropped.emit(event.globalPosition().toPoint())
        elif press is not None and not self._drags and self.line_at(event.position().toPoint()) == press.place:
            self.taken.emit(press.place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.line_at(event.position().toPoint())
        if self._drags and place >= 0:
            self.taken.emit(place)

    def _describe(self) -> None:
        line = self.lines[self.current] if self.current < len(self.lines) else None
        self.setAccessibleDescription(line.words() if line is not None else "")

    def _scroll_bar(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(fonts.px(30))
        bar.setRange(0, max(self.content_height() - height, 0))

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._scroll_bar()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self.viewport()), tokens_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = -self.verticalScrollBar().value()
        for place, line in enumerate(self.lines):
            area = QRect(0, top, self.viewport().width(), height_of(line))
            top += area.height()
            if area.intersects(event.rect()):
                is_current = place == self.current and self.hasFocus()
                paint_line(painter, area, line, (is_current, place == self.aimed), tokens)
        painter.end()

    def tip_at(self, at: QPoint) -> str:
        place = self.line_at(at)
        return "\n".join(self.lines[place].texts()) if place >= 0 else ""
