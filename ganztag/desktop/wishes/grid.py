"""The keyboard grid of wishes: a row a child, a cell a wish; it paints what is seen and hands every key to Entry."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.painted import MOVES
from ganztag.desktop.wishes.companions import Companion
from ganztag.desktop.wishes.entry import Entry, Save
from ganztag.desktop.wishes.grid_paint import GridPaint
from ganztag.desktop.wishes.grid_scroll import ScrolledGrid
from ganztag.desktop.wishes.grid_words import tip, where
from ganztag.desktop.wishes.typed import SIGNS, may_begin
from ganztag.queries.wishes import WishRow, WishSheet

_Key = Qt.Key


_PAUSE = 4000  # milliseconds without a key after which the wishes of a block are written all the same


class WishGrid(ScrolledGrid):
    """``at_end`` tells that the last wish of the last child was entered; ``find_wanted`` that F3 was pressed.

    ``friend_wanted``: F4 was pressed, ``number_wanted``: #; ``child_done(pupil)``: Enter went on from the last wish of
    a child.
    """

    at_end = Signal()
    find_wanted = Signal(QPoint)
    class_wanted = Signal(int)
    menu_wanted = Signal(QPoint)
    number_wanted = Signal()
    friend_wanted = Signal(QPoint)
    child_done = Signal(int)
    moved = Signal()

    def __init__(self, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(Entry(save), parent)
        self._companions: Mapping[int, Sequence[Companion]] = {}
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
        numbers = {course.number or course.short_name for course in sheet.courses if course.blocks}
        self.geometry_.measure([row.voter.name for row in rows], numbers)
        self._changed(follow=False)

    def show_companions(self, found: Mapping[int, Sequence[Companion]]) -> None:
        """Mark the children that are together with others or apart; their tooltips say with whom."""
        self._companions, self._paint.bound = found, frozenset(found)

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
            self._enter()
        elif key == _Key.Key_Backspace:
            self.entry.erase()
        elif key == _Key.Key_Delete:
            self.entry.empty()
        elif text and not control and (may_begin(text) or (text in SIGNS and self.entry.typed)):
            self.entry.type(text)
        else:
            return False
        return True

    def _enter(self) -> None:
        child = self.entry.pupil_id()
        goes_on = self.entry.enter()
        if child is not None and (not goes_on or self.entry.pupil_id() != child):
            self.child_done.emit(child)
        if not goes_on:
            self.at_end.emit()

    def sign(self, sign: str) -> None:
        """Answer by the menu what a key says: any course, no place, or not the course of this cell."""
        if sign == "!":
            self.entry.refuse()
        else:
            self.entry.answer(sign)
        self._changed()

    def _steered(self, event: QKeyEvent) -> bool:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and key in (_Key.Key_PageUp, _Key.Key_PageDown):
            self.class_wanted.emit(1 if key == _Key.Key_PageDown else -1)
        elif key in MOVES and not control:
            down, right = MOVES[key]
            self.entry.go(self.entry.row + down, self.entry.cell + right)
        elif event.text() == "#":
            self.number_wanted.emit()
        elif key == _Key.Key_F2:
            self.entry.take()
        elif key in (_Key.Key_F3, _Key.Key_F4):
            at = self.viewport().mapToGlobal(self.cell_area().bottomLeft())
            (self.find_wanted if key == _Key.Key_F3 else self.friend_wanted).emit(at)
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._paint.tokens, self._paint.has_focus = tokens_of(self), self.hasFocus()
        painter = QPainter(self.viewport())
        self._paint.paint(painter)
        painter.end()

    def tip_at(self, at: QPoint) -> str:
        row, cell = self.geometry_.row_at(at.y()), self.geometry_.cell_at(at.x())
        if row is None or row >= len(self.entry.rows):
            return ""
        bound = self._companions.get(self.entry.rows[row].id, ()) if cell is None else ()
        return "\n".join((tip(self.entry, row, cell), *(one.whole for one in bound)))
