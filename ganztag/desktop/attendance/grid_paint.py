"""How the grid of attendance is painted."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from ganztag.desktop import fonts
from ganztag.desktop.attendance.geometry import AttendanceGeometry
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.widgets.attendance_sign import paint_sign
from ganztag.language import _, date, weekday
from ganztag.queries.attendance import ChildRow, CourseAttendance, DateColumn

_LEFT = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_CENTER = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


@dataclass
class AttendancePaint:
    """What the painting needs; *current* is the cell with the keyboard, *limit* of unexcused days from which on red."""

    geometry: AttendanceGeometry
    tokens: Tokens
    course: CourseAttendance | None = None
    current: tuple[int, int] = (0, 0)
    has_focus: bool = False
    limit: int = 0

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self.geometry
        painter.fillRect(QRect(0, 0, place.width, place.height), self.tokens.tone("surface"))
        if self.course is None or not self.course.dates:
            return
        painter.save()
        painter.setClipRect(QRect(place.names, 0, place.sums_left() - place.names, place.height))
        self._column_of_the_day(painter)
        painter.setClipRect(QRect(place.names, place.head, place.sums_left() - place.names, place.height - place.head))
        for row in place.rows_seen():
            for column, at in enumerate(self.course.dates):
                self._cell(painter, (row, column), at)
        painter.restore()
        painter.save()
        painter.setClipRect(QRect(0, place.head, place.width, place.height - place.head))
        for row in place.rows_seen():
            self._name(painter, row, self.course.rows[row])
            self._sum(painter, row, self.course.rows[row])
        painter.restore()
        self._head(painter, self.course)

    def _column_of_the_day(self, painter: QPainter) -> None:
        place = self.geometry
        left = place.left_of(self.current[1])
        height = place.head + place.rows * place.row_height - place.scroll_y
        painter.fillRect(QRect(left, 0, place.cell_width, height), self.tokens.tone("accent_soft"))

    def _cell(self, painter: QPainter, at: tuple[int, int], column: DateColumn) -> None:
        assert self.course is not None
        child, box = self.course.rows[at[0]], self.geometry.cell(*at)
        if box.right() < self.geometry.names or box.left() > self.geometry.sums_left():
            return
        state = child.states.get(column.key)
        if column.cancelled or not child.belongs_on(column.day):
            painter.fillRect(box.adjusted(1, 1, -1, -1), QBrush(self.tokens.tone("border"), Qt.BrushStyle.BDiagPattern))
        elif state is not None:
            paint_sign(painter, QPointF(box.center()) + QPointF(0.5, 0.5), state, self.tokens)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.tokens.tone("border_strong"))
            painter.drawEllipse(QPointF(box.center()), 1.8, 1.8)
        if column.key in child.notes:
            painter.setBrush(self.tokens.tone("accent"))
            painter.drawEllipse(QPointF(box.right() - 5, box.top() + 6), 2, 2)
        if at == self.current and self.has_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.tokens.tone("accent"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), 5, 5)

    def _name(self, painter: QPainter, row: int, child: ChildRow) -> None:
        place, tokens = self.geometry, self.tokens
        top = place.top_of(row)
        painter.fillRect(QRect(0, top, place.names, place.row_height), tokens.tone("surface"))
        painter.setPen(tokens.tone("text"))
        painter.setFont(fonts.font("strong" if row == self.current[0] and self.has_focus else "body"))
        side = fonts.px(44)
        room = QRect(fonts.px(16), top, place.names - fonts.px(16) - side, place.row_height)
        painter.drawText(
            room, _LEFT, painter.fontMetrics().elidedText(child.name, Qt.TextElideMode.ElideRight, room.width())
        )
        painter.setPen(tokens.tone("muted"))
        painter.setFont(fonts.font("secondary"))
        painter.drawText(QRect(place.names - side, top, side, place.row_height), _LEFT, child.class_name)
        painter.setPen(tokens.tone("border"))
        painter.drawLine(
            fonts.px(16), top + place.row_height - 1, place.width - fonts.px(8), top + place.row_height - 1
        )

    def _sum(self, painter: QPainter, row: int, child: ChildRow) -> None:
        """Paint how often a child was away: excused, unexcused; red from the limit on."""
        place, top = self.geometry, self.geometry.top_of(row)
        left = place.sums_left()
        painter.fillRect(QRect(left, top, place.width - left, place.row_height - 1), self.tokens.tone("surface"))
        unexcused, middle = child.count("unexcused"), top + place.row_height / 2
        for offset, state in ((14, "excused"), (62, "unexcused")):
            many = child.count(state)
            if many:
                paint_sign(painter, QPointF(left + fonts.px(offset + 6), middle), state, self.tokens)
            painter.setFont(fonts.figures("secondary_strong" if many else "secondary"))
            too_many = state == "unexcused" and self.limit and unexcused >= self.limit
            painter.setPen(self.tokens.tone("bad" if too_many else "text" if many else "muted"))
            painter.drawText(
                QRectF(left + fonts.px(offset + 18), top, fonts.px(30), place.row_height), _LEFT, str(many or "–")
            )

    def _head(self, painter: QPainter, course: CourseAttendance) -> None:
        place, tokens, half = self.geometry, self.tokens, self.geometry.head // 2
        for left, width in ((0, place.names), (place.sums_left(), place.width - place.sums_left())):
            painter.fillRect(QRect(left, 0, width, place.head), tokens.tone("surface"))
        painter.save()
        painter.setClipRect(QRect(place.names, 0, place.sums_left() - place.names, place.head))
        for column, at in enumerate(course.dates):
            left = place.left_of(column)
            painter.setFont(fonts.figures("caption"))
            painter.setPen(tokens.tone("muted"))
            painter.drawText(
                QRect(left, fonts.px(4), place.cell_width, half), _CENTER, weekday(at.day.isoweekday(), short=True)
            )
            painter.setFont(fonts.figures("caption_strong" if column == self.current[1] else "caption"))
            painter.setPen(tokens.tone("muted" if at.cancelled else "text"))
            painter.drawText(
                QRect(left - 4, half, place.cell_width + 8, half - fonts.px(4)), _CENTER, date(at.day, "short")
            )
        painter.restore()
        painter.setFont(fonts.font("secondary"))
        painter.setPen(tokens.tone("muted"))
        painter.drawText(QRect(fonts.px(16), half, place.names, half - fonts.px(4)), _LEFT, _("Child"))
        painter.drawText(
            QRect(place.sums_left() + fonts.px(14), half, place.sums, half - fonts.px(4)), _LEFT, _("Away")
        )
        painter.setPen(tokens.tone("border_strong"))
        painter.drawLine(0, place.head - 1, place.width, place.head - 1)
