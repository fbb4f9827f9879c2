"""The week as it is steered: keys walk and ask, the mouse takes chips up; what hands want is told, not done."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.week.keys import ARROWS, deed_of
from ganztag.desktop.week.view import WeekView

_EDGE = 6


class WeekGrid(WeekView):
    """``wanted(deed)``: what a key asks for (pick, open, remove, where, ...); ``stepped`` while something is carried.

    ``lifted(key, kind, at)``, ``moved(at)`` and ``dropped(at)`` tell of the mouse, places on the screen.
    """

    wanted = Signal(str)
    stepped = Signal(int, int)
    lifted = Signal(int, str, QPoint)
    moved = Signal(QPoint)
    dropped = Signal(QPoint)
    cancelled = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: tuple[QPoint, int, str] | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        arrow = ARROWS.get(key)
        if arrow is not None and not shift:
            if self.hand is not None:
                self.stepped.emit(*arrow)
            else:
                self.cursor_.step(*arrow)
                self._went()
        else:
            deed = deed_of(event, carrying=self.hand is not None)
            if self.hand is not None:
                self._pressed = None  # the mouse may still be held: what was put back is not taken up again
            if not deed:
                super().keyPressEvent(event)
                return
            self.wanted.emit(deed)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep Escape and the letters while the week has the focus."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and isinstance(event, QKeyEvent) and deed_of(event, carrying=self.hand is not None):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        box, cell = self.geometry_.box_at(at), self.geometry_.cell_at(at)
        if event.button() != Qt.MouseButton.LeftButton or (cell is None and box is None):
            return
        if box is not None and not box.key and cell is not None:
            self.expand(cell[1])
            return
        self.cursor_.cell = cell if cell is not None else self.cursor_.cell
        self.cursor_.key = box.key if box is not None else 0
        if box is not None:
            self._pressed = (at, box.key, "edge" if self._on_edge(at) else "meeting")
        self._went(follow=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None:
            edge = self._on_edge(at)
            shape = Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            return
        start, key, kind = self._pressed
        if self.hand is None and (at - start).manhattanLength() >= QApplication.startDragDistance():
            self.lifted.emit(key, kind, event.globalPosition().toPoint())
        if self.hand is not None:
            self.moved.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._pressed is not None:
            self._pressed = None
            if self.hand is not None:
                self.dropped.emit(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        box = self.geometry_.box_at(event.position().toPoint())
        if box is not None and box.key and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = None
            self.wanted.emit("open")

    def _on_edge(self, at: QPoint) -> bool:
        """Say whether a place is at the lower edge of a chip, by which it is stretched."""
        box = self.geometry_.box_at(at)
        if box is None or not box.key or box.part > 0 or self.sheet.real:
            return False
        return box.rect.bottom() - self.geometry_.scroll - at.y() < fonts.px(_EDGE)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        box = self.geometry_.box_at(event.pos())
        if event.reason() != QContextMenuEvent.Reason.Keyboard and box is not None and box.key:
            self.choose(box.key)
        if self.cursor_.key:
            keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
            at = self.focus_area().bottomLeft() if keyboard else event.pos()
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.cursor_.cell is None:
            self.cursor_.start()
            self._went()

    def hideEvent(self, event: Any) -> None:
        self._pressed = None
        if self.hand is not None:
            self.cancelled.emit()
        super().hideEvent(event)
