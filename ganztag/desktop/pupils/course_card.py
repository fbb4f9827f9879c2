"""A course in a child's week: a card in the colour of its category, which opens what can be done with it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ganztag import language
from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.paints import CENTER
from ganztag.language import _
from ganztag.queries.pupil_week import StayRow

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


def span_text(stay: StayRow) -> str:
    """Return ``14:00–15:00``, or what of it is known."""
    known = [language.time(moment) for moment in (stay.starts, stay.ends) if moment is not None]
    return "–".join(known)


class CourseCard(QPushButton):
    """Time, title, room and leaders of one meeting; the whole text stands in the tooltip."""

    def __init__(self, stay: StayRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stay = stay
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(fonts.px(58))
        where = " · ".join(part for part in (stay.room, ", ".join(stay.surnames)) if part)
        self._lines = (self._when(), stay.title, where)
        whole = [line for line in (self._when(), stay.title, stay.room, *stay.leaders) if line]
        self.setToolTip("\n".join(whole))
        self.setAccessibleName(", ".join(whole))

    def _when(self) -> str:
        span = ", ".join(part for part in (span_text(self.stay), self.stay.weeks) if part)
        if self.stay.since is not None:
            return _("{span} from {day}", span=span, day=language.date(self.stay.since, "short"))
        if self.stay.until is not None:
            return _("{span} until {day}", span=span, day=language.date(self.stay.until, "short"))
        return span

    def _fitting(self, place: int, metrics: QFontMetrics, width: int) -> str:
        """Return a line as it has room; a title that has none gives way to the short name, if that is a word."""
        line, short = self._lines[place], self.stay.short_name
        if line == self.stay.title and metrics.horizontalAdvance(line) > width and not short.endswith("."):
            line = short or line
        return metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(90), fonts.px(58))

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.px(70), fonts.px(58))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().toRectF()
        tone = f"cat{self.stay.colour}" if self.stay.colour is not None else ""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.soft(tone) if tone else tokens.tone("track"))
        painter.drawRoundedRect(area, 5, 5)
        painter.setBrush(tokens.tone(tone or "muted"))
        painter.drawRoundedRect(QRectF(0, 0, 4, area.height()), 2, 2)
        left, width = fonts.px(11), int(area.width()) - fonts.px(16)
        roles = (("caption", "muted"), ("strong", "text"), ("caption", "muted"))
        for place, (role, ink) in enumerate(roles):
            painter.setFont(fonts.font(role))
            painter.setPen(tokens.tone(ink))
            shown = self._fitting(place, painter.fontMetrics(), width)
            painter.drawText(QRectF(left, fonts.px(4 + 17 * place), width, fonts.px(17)), int(_MIDDLE), shown)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.tone("accent"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)


class Gap(QPushButton):
    """A booked day without a course: a dashed box that asks, and leads to the choice of a course."""

    def __init__(self, text: str, name: str, weekday: int) -> None:
        super().__init__(text)
        self.weekday = weekday
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(fonts.px(58))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.px(70), fonts.px(58))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(tokens.tone("accent"), 2))
        else:
            painter.setPen(QPen(tokens.tone("border_strong"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(tokens.tone("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 5, 5)
        painter.setFont(fonts.font("secondary"))
        painter.setPen(tokens.tone("warn"))
        painter.drawText(self.rect(), CENTER, self.text())
