"""Where each day stands in the year calendar: a column a month, a row a day. Lengths in pixels."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF

from ganztag.desktop import fonts

DAYS = 31


@dataclass(frozen=True)
class YearGeometry:
    """Made anew for each size: twelve columns that fill the width, 31 rows that fill the height."""

    months: Sequence[date]
    width: float
    height: float

    @property
    def head(self) -> float:
        return fonts.px(26)

    @property
    def gap(self) -> float:
        return fonts.px(4)

    @property
    def row(self) -> float:
        return max((self.height - self.head) / DAYS, fonts.px(14))

    @property
    def column(self) -> float:
        return self.width / max(len(self.months), 1)

    def month(self, place: int) -> QRectF:
        """Return the head of a month."""
        return QRectF(place * self.column, 0, self.column - self.gap, self.head)

    def day(self, day: date) -> QRectF | None:
        """Return the cell of a day, None where its month is not shown."""
        first = day.replace(day=1)
        if first not in self.months:
            return None
        left = self.months.index(first) * self.column
        return QRectF(left, self.head + (day.day - 1) * self.row, self.column - self.gap, self.row)

    def at(self, point: QPointF) -> date | None:
        """Return the day at a point."""
        place, number = int(point.x() // self.column), int((point.y() - self.head) // self.row) + 1
        if point.y() < self.head or not 0 <= place < len(self.months):
            return None
        first = self.months[place]
        if not 1 <= number <= monthrange(first.year, first.month)[1]:
            return None
        return first.replace(day=number)

    def beside(self, day: date, step: int) -> date:
        """Return the same day of a month further on or back, or the last one of a shorter month."""
        number = day.year * 12 + day.month - 1 + step
        first = date(number // 12, number % 12 + 1, 1)
        return first + timedelta(days=min(day.day, monthrange(first.year, first.month)[1]) - 1)
