"""People against papers: a row a person, a column a paper; keys note what was seen without a dialog."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.staff.matrix_geometry import MatrixGeometry
from ganztag.desktop.staff.matrix_paint import MatrixPaint
from ganztag.desktop.staff.paper_words import sentence
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.painted import MOVES, Painted
from ganztag.language import _
from ganztag.queries.staff import StaffRow
from ganztag.queries.staff_papers import PaperRow, RequirementRow

_Key = Qt.Key
_DEEDS = {
    _Key.Key_Space: "seen", _Key.Key_Return: "open", _Key.Key_Enter: "open", _Key.Key_F2: "open",
    _Key.Key_Delete: "missing", _Key.Key_Backspace: "missing", _Key.Key_Minus: "not_needed",
}  # fmt: skip


class PaperMatrix(Painted):
    """``chosen(staff id)`` follows the current row; ``wanted(deed, paper)``: seen, missing, not_needed or open.

    Space notes a paper as seen today, minus as not needed, Del takes it back, Enter opens it to be changed.
    """

    chosen = Signal(object)
    wanted = Signal(str, object)
    menu_wanted = Signal(QPoint, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = MatrixGeometry()
        self._paint = MatrixPaint(self.place, tokens_of(self))
        self.setMinimumSize(QSize(fonts.px(380), fonts.px(200)))

    def show_papers(self, rows: Sequence[StaffRow], asked: Sequence[RequirementRow], day: date) -> None:
        """Show the people as they are now; the cursor stays on its person and its paper."""
        person, paper = self.chosen_id(), self.current_paper()
        wanted = paper.requirement_id if paper is not None else None
        self._paint.rows, self._paint.asked, self._paint.day = rows, asked, day
        self.place.rows, self.place.columns = len(rows), len(asked)
        row = next((place for place, one in enumerate(rows) if one.id == person), 0)
        column = next((place for place, one in enumerate(asked) if one.id == wanted), self._paint.current[1])
        self._paint.current = (row, max(0, min(column, len(asked) - 1)))
        self._changed(follow=False)

    def choose(self, staff_id: int | None) -> None:
        """Go to a person without telling."""
        row = next((place for place, one in enumerate(self._paint.rows) if one.id == staff_id), None)
        if row is not None and row != self._paint.current[0]:
            self._paint.current = (row, self._paint.current[1])
            self._changed()

    def chosen_id(self) -> int | None:
        rows, row = self._paint.rows, self._paint.current[0]
        return rows[row].id if row < len(rows) else None

    def current_paper(self) -> PaperRow | None:
        """Return the paper under the cursor, None where it is not asked for."""
        row, column = self._paint.current
        if row >= len(self._paint.rows) or column >= len(self._paint.asked):
            return None
        return self._paint.paper(row, column)

    def cell_area(self) -> Any:
        """Return where the current cell stands in the viewport (QRect)."""
        return self.place.cell(*self._paint.current)

    def go(self, row: int, column: int) -> None:
        """Move the cursor, as far as there are cells; tells which person is chosen."""
        if not self._paint.rows or not self._paint.asked:
            return
        before = self.chosen_id()
        row = max(0, min(row, len(self._paint.rows) - 1))
        self._paint.current = (row, max(0, min(column, len(self._paint.asked) - 1)))
        self._changed()
        if self.chosen_id() != before:
            self.chosen.emit(self.chosen_id())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = _Key(event.key()), not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        row, column = self._paint.current
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif plain and key in MOVES:
            down, right = MOVES[key]
            self.go(row + down, column + right)
        elif plain and key in _DEEDS:
            self._want(_DEEDS[key])
        else:
            super().keyPressEvent(event)

    def _want(self, deed: str) -> None:
        paper = self.current_paper()
        if paper is not None:
            self.wanted.emit(deed, paper)

    def copy(self) -> None:
        """Copy all that is shown, as Excel pastes it."""
        head = [_("Name"), *(asked.name for asked in self._paint.asked)]
        lines = ["\t".join(head)]
        for row, person in enumerate(self._paint.rows):
            cells = (self._paint.paper(row, column) for column in range(len(self._paint.asked)))
            said = ("" if paper is None else sentence(paper, self._paint.day) for paper in cells)
            lines.append("\t".join((person.name, *said)))
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._go_to(event.position().toPoint()):
            self._want("open")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        if keyboard or self._go_to(event.pos()):
            at = self.cell_area().bottomLeft() if keyboard else event.pos()
            self.menu_wanted.emit(self.viewport().mapToGlobal(at), self.current_paper())

    def _go_to(self, at: QPoint) -> bool:
        """Go to the cell at a place; tell whether a paper stands there."""
        row, column = self.place.at(at.x(), at.y())
        if row is not None:
            self.go(row, self._paint.current[1] if column is None else column)
        return row is not None and column is not None

    def _changed(self, *, follow: bool = True) -> None:
        self._scroll_bars()
        if follow and self._paint.rows and self._paint.asked:
            self.scroll_on(*self.place.needed(*self._paint.current))
        self.setAccessibleDescription(self._where())
        self.viewport().update()

    def _where(self) -> str:
        row, column = self._paint.current
        if row >= len(self._paint.rows) or column >= len(self._paint.asked):
            return ""
        paper = self.current_paper()
        how = _("not asked for") if paper is None else sentence(paper, self._paint.day)
        parts = (self._paint.rows[row].full_name, self._paint.asked[column].name, how)
        return ", ".join(parts)

    def _scroll_bars(self) -> None:
        view, place = self.viewport(), self.place
        place.width, place.height = view.width(), view.height()
        wide, tall = place.content()
        up, across = self.verticalScrollBar(), self.horizontalScrollBar()
        up.setPageStep(max(place.height - place.head, 0))
        up.setSingleStep(place.row_height)
        up.setRange(0, max(tall - up.pageStep(), 0))
        across.setPageStep(max(place.width - place.names, 0))
        across.setSingleStep(fonts.px(40))
        across.setRange(0, max(wide - across.pageStep(), 0))
        place.scroll_x, place.scroll_y = across.value(), up.value()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.place.scroll_x, self.place.scroll_y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
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
        row, column = self.place.at(at.x(), at.y())
        if column is not None and row is None:
            asked = self._paint.asked[column]
            return "\n".join(part for part in (asked.name, asked.source) if part)
        paper = self._paint.paper(row, column) if row is not None and column is not None else None
        if paper is None:
            return ""
        said = _("{paper}: {how}", paper=paper.name, how=sentence(paper, self._paint.day))
        return "\n".join(part for part in (said, paper.note) if part)
