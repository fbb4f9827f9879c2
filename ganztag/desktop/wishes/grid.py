"""The keyboard grid of wishes: a row a child, a cell a wish; it paints what is seen and hands every key to Entry."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.painted import MOVES, Painted
from ganztag.desktop.wishes.entry import Entry, Save
from ganztag.desktop.wishes.geometry import Geometry
from ganztag.desktop.wishes.grid_paint import GridPaint
from ganztag.desktop.wishes.grid_words import tip, where
from ganztag.queries.wishes import WishRow, WishSheet

_Key = Qt.Key


_PAUSE = 4000  # milliseconds without a key after which the wishes of a block are written all the same


class WishGrid(Painted):
    """``at_end`` tells that the last wish of the last child was entered; ``find_wanted`` that F3 was pressed."""

    at_end = Signal()
    find_wanted = Signal(QPoint)
    class_wanted = Signal(int)
    menu_wanted = Signal(QPoint)
    moved = Signal()

    def __init__(self, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry, self.geometry_ = Entry(save), Geometry()
        self._paint = GridPaint(self.entry, self.geometry_, tokens_of(self))
        self.setMinimumSize(QSize(fonts.px(420), fonts.px(200)))
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().setFont(fonts.font())
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_PAUSE)
        self._idle.timeout.connect(self._write)

    def show_rows(self, sheet: WishSheet, rows: tuple[WishRow, ...]) -> None:
        """Show the children of a class as the file has them now; the cursor stays."""
        self._paint.ballot = sheet.ballot
        self.entry.show(sheet, rows)
        widest = QFontMetrics(fonts.font("strong"))
        self.geometry_.name_width = max((widest.horizontalAdvance(row.voter.name) for row in rows), default=0)
        self._changed(follow=False)

    def start_at(self, pupil_id: int) -> None:
        """Go to where a child's paper begins."""
        place = next((index for index, row in enumerate(self.entry.rows) if row.id == pupil_id), None)
        if place is not None:
            self.entry.go(place, self.entry.first_cell(place))
            self._changed()

    def take_course(self, course_id: int) -> None:
        """Put a course that was found by its title into the current cell."""
        self.entry.choose(course_id)
        self._changed()

    def leave(self) -> None:
        """Write what is typed, because she goes somewhere else."""
        self.entry.settle()
        self.entry.commit()
        self._changed(follow=False)

    def cell_area(self) -> QRect:
        """Return where the current cell stands in the viewport."""
        place, entry = self.geometry_, self.entry
        if not entry.cells or not entry.rows:
            return QRect()
        return QRect(place.left_of(entry.cell), place.top_of(entry.row), place.widths[entry.cell], place.row_height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._typed(event) and not self._steered(event):
            super().keyPressEvent(event)
            return
        event.accept()
        self._idle.start()
        self._changed()

    def _write(self) -> None:
        self.entry.commit()
        self._changed(follow=False)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z while something is typed that is no deed yet."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.entry.is_pending():
            if not event.matches(QKeySequence.StandardKey.Undo):
                return super().event(event)
            event.accept()
            return True
        return super().event(event)

    def _typed(self, event: QKeyEvent) -> bool:
        text, control = event.text(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        key = event.key()
        if key in (_Key.Key_Return, _Key.Key_Enter):
            if not self.entry.enter():
                self.at_end.emit()
        elif key == _Key.Key_Backspace:
            self.entry.erase()
        elif key == _Key.Key_Delete:
            self.entry.empty()
        elif text and not control and (text.isalnum() or (text in "-./ " and self.entry.typed)):
            self.entry.type(text)
        else:
            return False
        return True

    def _steered(self, event: QKeyEvent) -> bool:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and key in (_Key.Key_PageUp, _Key.Key_PageDown):
            self.class_wanted.emit(1 if key == _Key.Key_PageDown else -1)
        elif key in MOVES and not control:
            down, right = MOVES[key]
            self.entry.go(self.entry.row + down, self.entry.cell + right)
        elif key == _Key.Key_F2:
            self.entry.take()
        elif key == _Key.Key_F3:
            area = self.cell_area()
            self.find_wanted.emit(self.viewport().mapToGlobal(area.bottomLeft()))
        elif self.entry.is_pending() and (key == _Key.Key_Escape or event.matches(QKeySequence.StandardKey.Undo)):
            self.entry.escape()
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._paint.take_button is not None and self._paint.take_button.contains(at):
            self.entry.take()
        else:
            row, cell = self.geometry_.row_at(at.y()), self.geometry_.cell_at(at.x())
            if row is not None and row < len(self.entry.rows):
                self.entry.go(row, self.entry.cell if cell is None else cell)
        self._changed()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.geometry_.row_at(event.pos().y())
        if row is not None and row < len(self.entry.rows):
            self.entry.go(row, self.entry.cell)
            self._changed()
        if self.entry.rows:
            keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
            at = self.cell_area().bottomLeft() if keyboard else event.pos()
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason):
            self.leave()

    def hideEvent(self, event: Any) -> None:
        self.leave()
        super().hideEvent(event)

    def _changed(self, *, follow: bool = True) -> None:
        """Show what the keys did: the line below the row, the scroll bars, the cell brought into view."""
        self._paint.wrong = self.entry.wrong()
        self.geometry_.opened_row = self.entry.row if self._paint.wrong is not None else None
        self._scroll_bars()
        if follow:
            self._follow()
        self.setAccessibleDescription(where(self.entry, self._paint.ballot, self._paint.wrong))
        self.viewport().update()
        self.moved.emit()

    def _scroll_bars(self) -> None:
        view, place = self.viewport(), self.geometry_
        place.lay_out(self.entry.cells, view.width(), view.height())
        up, across = self.verticalScrollBar(), self.horizontalScrollBar()
        up.setPageStep(max(view.height() - place.head, 0))
        up.setSingleStep(place.row_height)
        up.setRange(0, max(place.content_height(len(self.entry.rows)) - up.pageStep(), 0))
        across.setPageStep(view.width())
        across.setSingleStep(fonts.px(40))
        across.setRange(0, max(place.content_width() - view.width(), 0))
        place.scroll_x, place.scroll_y = across.value(), up.value()

    def _follow(self) -> None:
        area = self.cell_area()
        if not area.isNull():
            self.scroll_on(*self.geometry_.scroll_needed(area))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.geometry_.scroll_x = self.horizontalScrollBar().value()
        self.geometry_.scroll_y = self.verticalScrollBar().value()
        self.viewport().update()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._scroll_bars()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._paint.tokens, self._paint.has_focus = tokens_of(self), self.hasFocus()
        painter = QPainter(self.viewport())
        self._paint.paint(painter)
        painter.end()

    def tip_at(self, at: QPoint) -> str:
        row, cell = self.geometry_.row_at(at.y()), self.geometry_.cell_at(at.x())
        return tip(self.entry, row, cell) if row is not None and row < len(self.entry.rows) else ""
