"""How a child came to its courses: a line of signs for each course, week by week."""

import datetime as dt

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import Tokens, tokens_of
from ganztag.desktop.widgets.attendance_sign import SIGN, paint_sign
from ganztag.desktop.widgets.detail import Section
from ganztag.domain.attendance import ATTENDANCE_STATES, ATTENDANCE_WORDS
from ganztag.language import _, date, ngettext, weekday
from ganztag.queries.pupil_attendance import AttendanceLine, AttendanceMark, PupilAttendance

_LINE, _LEGEND, _LABEL, _PITCH = 23, 30, 128, 18
_NEXT_SIGN = 16
_MIDDLE = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class AttendanceView(Section):
    """Hidden as long as nothing is entered for the child."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = AttendanceLines()
        self.body.addWidget(self.lines)

    def show_attendance(self, found: PupilAttendance, today: dt.date) -> None:
        self.setVisible(bool(found.lines))
        note = ngettext("{there} of {count} date", "{there} of {count} dates", found.entered, there=found.there)
        self.name(_("Attendance"), note)
        self.lines.show_attendance(found, today)


class AttendanceLines(QWidget):
    """A line a course, a sign a week; where there is no room for all weeks the last ones are seen."""

    def __init__(self) -> None:
        super().__init__()
        self._found, self._today = PupilAttendance(), dt.date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_attendance(self, found: PupilAttendance, today: dt.date) -> None:
        if (found, today) == (self._found, self._today):
            return
        self._found, self._today = found, today
        self.setAccessibleName("; ".join(f"{_name(line)}: {_in_words(line)}" for line in found.lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(260), fonts.px(_LINE * len(self._found.lines) + _LEGEND))

    def _weeks(self) -> tuple[int, float]:
        """Return the first week that is seen, and the width of each."""
        room = self.width() - fonts.px(_LABEL)
        seen = max(min(self._found.weeks, int(room // fonts.px(SIGN + 2))), 1)
        last = max((mark.week for line in self._found.lines for mark in line.marks if mark.state), default=0)
        first = 0 if seen >= self._found.weeks else max(min(last + 3, self._found.weeks) - seen, 0)
        return first, min(room / seen, fonts.px(_PITCH))

    def centre_of(self, line: int, mark: AttendanceMark) -> QPointF | None:
        """Return where the sign of a date is; None where it has no room."""
        first, wide = self._weeks()
        if mark.week < first:
            return None
        x = fonts.px(_LABEL) + (mark.week - first + 0.5) * wide
        return QPointF(x, (line + 0.5) * fonts.px(_LINE)) if x < self.width() else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, line in enumerate(self._found.lines):
            painter.setFont(fonts.fitting(_name(line), "secondary"))
            painter.setPen(tokens.tone("text"))
            area = QRectF(0, place * fonts.px(_LINE), fonts.px(_LABEL - 8), fonts.px(_LINE))
            painter.drawText(area, _MIDDLE, _fitting(line, painter.fontMetrics(), int(area.width())))
            for mark in line.marks:
                centre = self.centre_of(place, mark)
                if centre is not None:
                    _paint_mark(painter, centre, mark.state, tokens)
        self._paint_legend(painter, tokens)

    def _paint_legend(self, painter: QPainter, tokens: Tokens) -> None:
        left, middle = float(fonts.px(7)), self.height() - fonts.px(_LEGEND) / 2 + fonts.px(3)
        for state, words in _legend(self._found, self._today):
            painter.setFont(fonts.font("caption"))
            if left + fonts.px(11) + painter.fontMetrics().horizontalAdvance(words) > self.width():
                return  # the last entries explain themselves
            _paint_mark(painter, QPointF(left, middle), state, tokens)
            painter.setPen(tokens.tone("muted"))
            area = QRectF(left + fonts.px(11), middle - fonts.px(10), self.width(), fonts.px(20))
            painter.drawText(area, _MIDDLE, words)
            left += fonts.px(11 + _NEXT_SIGN) + painter.fontMetrics().horizontalAdvance(words)

    def tip_at(self, at: QPoint) -> str:
        """Return what a sign means, and when that was."""
        for place, line in enumerate(self._found.lines):
            for mark in line.marks:
                centre = self.centre_of(place, mark)
                if centre is not None and (centre - QPointF(at)).manhattanLength() < fonts.px(SIGN):
                    said = str(ATTENDANCE_WORDS[mark.state]) if mark.state else _nothing(mark, self._today)
                    return "\n".join(filter(None, (line.title, f"{date(mark.day, 'weekday')}: {said}", mark.note)))
        return ""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().event(event)


def _paint_mark(painter: QPainter, centre: QPointF, state: str, tokens: Tokens) -> None:
    if state:
        paint_sign(painter, centre, state, tokens)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.tone("border_strong"))
    painter.drawEllipse(centre, 1.8, 1.8)


def _name(line: AttendanceLine) -> str:
    return f"{weekday(line.weekday, short=True)} {line.title}"


def _fitting(line: AttendanceLine, metrics: QFontMetrics, width: int) -> str:
    """Return the name as it has room: with the short name of the course where the title has none."""
    name = _name(line)
    if metrics.horizontalAdvance(name) > width and line.short_name and not line.short_name.endswith("."):
        name = f"{weekday(line.weekday, short=True)} {line.short_name}"
    return metrics.elidedText(name, Qt.TextElideMode.ElideRight, width)


def _in_words(line: AttendanceLine) -> str:
    found = {state: sum(mark.state == state for mark in line.marks) for state in ATTENDANCE_STATES}
    return ", ".join(f"{ATTENDANCE_WORDS[state]} {count}" for state, count in found.items() if count)


def _legend(found: PupilAttendance, today: dt.date) -> list[tuple[str, str]]:
    """Return the signs that are seen with what they mean, and how often the child was away."""
    shown = []
    for state in ATTENDANCE_STATES:
        count = found.count(state)
        if count:
            words = str(ATTENDANCE_WORDS[state])
            shown.append((state, words if state == "present" else f"{words} {count}"))
    empty = [mark for line in found.lines for mark in line.marks if not mark.state]
    if empty:
        shown.append(("", _nothing(min(empty, key=lambda mark: mark.day), today)))
    return shown


def _nothing(mark: AttendanceMark, today: dt.date) -> str:
    return _("still to come") if mark.day >= today else _("not entered")
