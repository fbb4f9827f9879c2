"""How the year calendar is painted: holidays, the school's own days off, weekends, half-years, weeks, today."""

from calendar import monthrange
from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ganztag.desktop import fonts
from ganztag.desktop.school.year_days import YearDays
from ganztag.desktop.school.year_geometry import YearGeometry
from ganztag.desktop.tokens import Tokens
from ganztag.language import date as in_words
from ganztag.language import weekday

TONES = {"public": "warn", "school": "accent", "own": "ok", "part": "ok"}
PART_BAR = 4  # pixels: what is off for some only has a bar at its side
_LEFT = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


@dataclass(frozen=True)
class YearPaint:
    """Paints one look at a year; *chosen* are the days that are marked, *focus* the one that keys move."""

    days: YearDays
    place: YearGeometry
    tokens: Tokens
    chosen: Set[date]
    focus: date | None

    def paint(self, painter: QPainter) -> None:
        for place, month in enumerate(self.place.months):
            self._head(painter, place, month)
            days = [month.replace(day=number) for number in range(1, monthrange(month.year, month.month)[1] + 1)]
            for paint in (self._day, self._names):  # a name may run along days that are painted after its own
                for day in days:
                    area = self.place.day(day)
                    if area is not None:
                        paint(painter, area, day)

    def _head(self, painter: QPainter, place: int, month: date) -> None:
        area = self.place.month(place)
        painter.setFont(fonts.font("secondary_strong"))
        painter.setPen(self.tokens.tone("text"))
        name = f"{in_words(month, 'month')} {month.year % 100:02d}"
        if painter.fontMetrics().horizontalAdvance(name) > area.width():
            name = f"{in_words(month, 'short month')} {month.year % 100:02d}"
        painter.drawText(area, _LEFT, name)

    def _day(self, painter: QPainter, area: QRectF, day: date) -> None:
        inside, kind = self.days.inside(day), self.days.kind(day)
        self._ground(painter, area, day, kind if inside else "")
        painter.setPen(QPen(self.tokens.tone("border"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if inside:
            self._words(painter, area, day, kind)
        if self.days.term_begins(day):
            painter.fillRect(QRectF(area.left(), area.top() - 1, area.width(), 3), self.tokens.tone("accent"))
        self._frame(painter, area, day)

    def _ground(self, painter: QPainter, area: QRectF, day: date, kind: str) -> None:
        if kind == "part":
            painter.fillRect(area.adjusted(0, 0, fonts.px(PART_BAR) - area.width(), 0), self.tokens.fill("ok"))
        elif kind:
            painter.fillRect(area, self.tokens.soft(TONES[kind]))
        elif day.isoweekday() > 5 or not self.days.inside(day):
            painter.fillRect(area, self.tokens.tone("background"))

    def _words(self, painter: QPainter, area: QRectF, day: date, kind: str) -> None:
        muted = not kind and day.isoweekday() > 5
        tone = self.tokens.tone("muted" if muted else TONES.get(kind, "text"))
        painter.setFont(fonts.figures("caption"))
        painter.setPen(tone)
        inner = area.adjusted(fonts.px(4), 0, -fonts.px(4), 0)
        painter.drawText(inner, _LEFT, f"{day.day}")
        painter.drawText(inner.adjusted(fonts.px(18), 0, 0, 0), _LEFT, weekday(day.isoweekday(), short=True)[:2])
        if self._week(day):
            painter.setPen(self.tokens.tone("muted"))
            painter.drawText(inner, _RIGHT, self._week(day))

    def _week(self, day: date) -> str:
        return self.days.weeks.get(day, "") if day.isoweekday() == 1 else ""

    def _names(self, painter: QPainter, area: QRectF, day: date) -> None:
        name, rows = self.days.name(day) if self.days.inside(day) else ("", 0)
        if name:
            painter.setFont(fonts.fitting(name, "caption_strong"))
            painter.setPen(self.tokens.tone(TONES.get(self.days.kind(day), "text")))
            self._name(painter, area.adjusted(fonts.px(41), 0, -fonts.px(16 if self._week(day) else 4), 0), name, rows)

    def _name(self, painter: QPainter, area: QRectF, name: str, rows: int) -> None:
        """Write a name beside its first day; along its days where it would be cut there and has more room so."""
        metrics = painter.fontMetrics()
        high = rows * self.place.row - fonts.px(6)
        if metrics.horizontalAdvance(name) <= area.width() or high <= area.width():
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(area.width()))
            painter.drawText(area, _LEFT, shown)
            return
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(high))
        painter.save()
        painter.translate(area.left() + fonts.px(18), area.top() + fonts.px(3))
        painter.rotate(90)
        painter.drawText(QRectF(0, 0, high, fonts.px(16)), _LEFT, shown)
        painter.restore()

    def _frame(self, painter: QPainter, area: QRectF, day: date) -> None:
        """Outline today, what is chosen, and where the keys are."""
        if day in self.chosen:
            colour = QColor(self.tokens.tone("accent"))
            colour.setAlpha(60)
            painter.fillRect(area, colour)
        if day == self.days.today:
            painter.setPen(QPen(self.tokens.tone("bad"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        if day == self.focus:
            painter.setPen(QPen(self.tokens.tone("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
