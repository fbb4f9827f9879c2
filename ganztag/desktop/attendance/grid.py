"""The grid of a course: a row a child, a column a date; a key or a click says how it was."""

from datetime import date

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.attendance.geometry import AttendanceGeometry
from ganztag.desktop.attendance.grid_paint import AttendancePaint
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.painted import MOVES
from ganztag.desktop.widgets.sticky_grid import StickyGrid
from ganztag.domain.attendance import ATTENDANCE_WORDS
from ganztag.language import _
from ganztag.language import date as day_text
from ganztag.queries.attendance import ChildRow, CourseAttendance, DateColumn

_Key = Qt.Key
KEYS = {
    _Key.Key_Space: "present", _Key.Key_Period: "present", _Key.Key_E: "excused", _Key.Key_U: "unexcused",
    _Key.Key_S: "late", _Key.Key_L: "late", _Key.Key_F: "left_early", _Key.Key_Delete: "", _Key.Key_Backspace: "",
}  # fmt: skip
"""What a key says of the child in whose row it is pressed."""
_NEXT = {None: "present", "present": "unexcused", "unexcused": "excused", "excused": "late", "late": "left_early",
         "left_early": ""}  # fmt: skip


class AttendanceGrid(StickyGrid[AttendanceGeometry]):
    """``said(date column, pupil id, state)``: an empty state takes the note back."""

    said = Signal(object, int, str)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(AttendanceGeometry(), parent)
        self._paint = AttendancePaint(self.place, tokens_of(self))
        self.setMinimumSize(QSize(fonts.px(360), fonts.px(200)))

    def show_course(self, course: CourseAttendance | None, limit: int) -> None:
        """Show a course as it is entered now; of another one the cursor goes to the first child."""
        before = self._paint.course
        self._paint.course, self._paint.limit = course, limit
        if course is not None and (before is None or before.course_id != course.course_id):
            self._paint.current = (0, self._paint.current[1])
        self._keep_inside()
        metrics = QFontMetrics(fonts.font("strong"))
        widest = max((metrics.horizontalAdvance(row.name) for row in course.rows), default=0) if course else 0
        self.place.names = min(max(widest + fonts.px(74), fonts.px(150)), fonts.px(290))
        self.lay_out()
        self._told()

    def turn_to(self, day: date) -> None:
        """Go to the date of a day, else to the last one before it."""
        dates = self._paint.course.dates if self._paint.course else ()
        columns = [index for index, column in enumerate(dates) if column.day <= day]
        self._go(self._paint.current[0], columns[-1] if columns else 0)

    def column(self) -> DateColumn | None:
        course = self._paint.course
        return course.dates[self._paint.current[1]] if course is not None and course.dates else None

    def child(self) -> ChildRow | None:
        course = self._paint.course
        return course.rows[self._paint.current[0]] if course is not None and course.rows else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        row, column = self._paint.current
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or self.child() is None:
            super().keyPressEvent(event)
        elif key in MOVES:
            down, right = MOVES[key]
            self._go(row + down, column + right)
        elif key in KEYS:
            self._say(KEYS[_Key(key)])
            self._go(row + 1, column)
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            self._go(row + 1, column)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        row, column = self.place.row_at(at.y()), self.place.column_at(at.x())
        if column is not None:
            self._go(self._paint.current[0] if row is None else row, column)
        if row is None or column is None or event.button() != Qt.MouseButton.LeftButton:
            return
        child, where = self.child(), self.column()
        if child is not None and where is not None:
            self._say(_NEXT[child.states.get(where.key)])

    def _say(self, state: str) -> None:
        child, where = self.child(), self.column()
        if child is None or where is None or where.cancelled or not child.belongs_on(where.day):
            return
        self.said.emit(where, child.pupil_id, state)

    def _go(self, row: int, column: int) -> None:
        self._paint.current = (row, column)
        self._keep_inside()
        self.scroll_on(*self.place.scroll_needed(*self._paint.current))
        self._told()
        self.moved.emit()

    def _keep_inside(self) -> None:
        (row, column), (rows, columns) = self._paint.current, self.extent()
        self._paint.current = (min(max(row, 0), max(rows - 1, 0)), min(max(column, 0), max(columns - 1, 0)))

    def _told(self) -> None:
        self.setAccessibleDescription(self._sentence(self.child(), self.column()))
        self.viewport().update()

    @staticmethod
    def _sentence(child: ChildRow | None, column: DateColumn | None) -> str:
        if child is None or column is None:
            return ""
        if column.cancelled:
            return _("{day}: cancelled. {reason}", day=day_text(column.day), reason=column.reason)
        if not child.belongs_on(column.day):
            return _("{child} was not in the course on {day}.", child=child.name, day=day_text(column.day))
        state = child.states.get(column.key)
        word = str(ATTENDANCE_WORDS[state]) if state else _("not entered")
        said = _("{child}, {day}: {state}", child=child.name, day=day_text(column.day), state=word)
        note = child.notes.get(column.key, "")
        return f"{said}\n{note}" if note else said

    def tip_at(self, at: QPoint) -> str:
        course, row, column = self._paint.course, self.place.row_at(at.y()), self.place.column_at(at.x())
        if course is None or column is None:
            return ""
        return self._sentence(course.rows[row] if row is not None else None, course.dates[column])

    def extent(self) -> tuple[int, int]:
        course = self._paint.course
        return (len(course.rows), len(course.dates)) if course else (0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._paint.tokens, self._paint.has_focus = tokens_of(self), self.hasFocus()
        painter = QPainter(self.viewport())
        self._paint.paint(painter)
        painter.end()
