"""The year at one look: months side by side, days below; days are marked by mouse and keys."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.school.year_days import YearDays
from ganztag.desktop.school.year_geometry import DAYS, YearGeometry
from ganztag.desktop.school.year_paint import YearPaint
from ganztag.desktop.tokens import tokens_of
from ganztag.domain.school_year import days_between

_Key = Qt.Key
_STEPS = {_Key.Key_Up: -1, _Key.Key_Down: 1, _Key.Key_PageUp: -7, _Key.Key_PageDown: 7}
_MONTHS = {_Key.Key_Left: -1, _Key.Key_Right: 1}


class YearCalendar(QWidget):
    """``marked(first, last)`` when days were marked and let go, or Enter was pressed on them."""

    marked = Signal(object, object)
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._days: YearDays | None = None
        self._anchor: date | None = None
        self.focus_day: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)

    def show_days(self, days: YearDays) -> None:
        """Show a year; the marked days stay where they lie in it."""
        self._days = days
        if self.focus_day is None or not days.inside(self.focus_day):
            self.focus_day = self._anchor = min(max(days.today, days.year.starts), days.year.ends)
        self._tell()

    def days(self) -> YearDays | None:
        return self._days

    def span(self) -> tuple[date, date] | None:
        """Return the first and the last day that are marked."""
        if self.focus_day is None or self._anchor is None:
            return None
        return min(self.focus_day, self._anchor), max(self.focus_day, self._anchor)

    def mark(self, first: date, last: date) -> None:
        """Mark days without telling."""
        self._anchor, self.focus_day = first, last
        self._tell()

    def area_of(self, day: date) -> QPointF:
        """Return the middle of a day, for tests and for tooltips."""
        area = self._geometry().day(day)
        return area.center() if area is not None else QPointF()

    def _geometry(self) -> YearGeometry:
        months = self._days.months if self._days is not None else ()
        return YearGeometry(months, self.width(), self.height())

    def _go(self, day: date, *, stretch: bool) -> None:
        if self._days is None or not self._days.inside(day):
            return
        self.focus_day = day
        if not stretch:
            self._anchor = day
        self._tell()

    def _tell(self) -> None:
        if self._days is not None and self.focus_day is not None:
            self.setAccessibleDescription(self._days.words(self.focus_day))
        self.moved.emit()
        self.update()

    def _tell_marked(self) -> None:
        span = self.span()
        if span is not None:
            self.marked.emit(*span)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, here = Qt.Key(event.key()), self.focus_day
        stretch = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if here is None:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._go(here + timedelta(days=_STEPS[key]), stretch=stretch)
        elif key in _MONTHS:
            self._go(self._geometry().beside(here, _MONTHS[key]), stretch=stretch)
        elif key in (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space):
            self._tell_marked()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._geometry().at(event.position())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(day, stretch=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._geometry().at(event.position())
        if day is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._go(day, stretch=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._geometry().at(event.position()) is not None:
            self._tell_marked()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._days is not None:
            day = self._geometry().at(QPointF(event.pos()))
            text = self._days.words(day) if day is not None and self._days.inside(day) else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.px(720), fonts.px(26 + 14 * DAYS))

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(1080), fonts.px(26 + 18 * DAYS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._days is None:
            return
        painter, span = QPainter(self), self.span()
        chosen = frozenset(days_between(*span)) if span is not None and span[0] != span[1] else frozenset()
        YearPaint(self._days, self._geometry(), tokens_of(self), chosen, self.focus_day).paint(painter)
