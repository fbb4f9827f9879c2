"""A weekly meeting that a person leads: a line in the colour of its category, which leads to the course."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ganztag import language
from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of
from ganztag.language import _
from ganztag.queries.staff import LedMeeting

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


class LedButton(QPushButton):
    """Day and time, title, room; a clash is said in words below."""

    def __init__(self, meeting: LedMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meeting = meeting
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(fonts.px(44))
        times = "–".join(language.time(moment) for moment in (meeting.starts, meeting.ends) if moment is not None)
        when = f"{language.weekday(meeting.weekday, short=True)} {times}".strip()
        room = meeting.room or _("without a room")
        self._second = " · ".join(part for part in (when, room) if part)
        if meeting.clash:
            self._second = _("{when}: same time as {course}", when=when, course=meeting.clash)
        self.setAccessibleName(f"{meeting.title}, {self._second}")
        self.setToolTip(self.accessibleName())

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.px(120), fonts.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().toRectF()
        tone = f"cat{self.meeting.colour}" if self.meeting.colour is not None else ""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.soft(tone) if tone else tokens.tone("track"))
        painter.drawRoundedRect(area, 5, 5)
        painter.setBrush(tokens.tone(tone or "muted"))
        painter.drawRoundedRect(QRectF(0, 0, 4, area.height()), 2, 2)
        width = int(area.width()) - fonts.px(20)
        lines = (
            (self.meeting.title, "strong", "text"),
            (self._second, "caption", "bad" if self.meeting.clash else "muted"),
        )
        for place, (line, role, ink) in enumerate(lines):
            painter.setFont(fonts.font(role))
            painter.setPen(tokens.tone(ink))
            shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, width)
            box = QRectF(fonts.px(12), fonts.px(4 + 18 * place), width, fonts.px(18))
            painter.drawText(box, int(_MIDDLE), shown)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.tone("accent"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)
