"""The columns of an attendance list: one for each date, a gap at holidays, months above."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import NamedTuple

from ganztag.documents.pen import MM
from ganztag.queries.paper_rows import AttendanceSheet, DayOff, SheetDate

LEFT, RIGHT = 12 * MM, 285 * MM
NAME, CLASS, LEAVES, WAY, DATES = 19 * MM, 76 * MM, 86.5 * MM, 100 * MM, 117 * MM
_GAP = 1.5 * MM
_WIDEST = 9 * MM
_REMARK, _NARROW_REMARK = 30.1 * MM, 24.2 * MM
_USUAL, _MOST = 19, 22  # dates on a sheet
_HOLIDAYS = 5  # days in a row that are a gap


class Column(NamedTuple):
    """A date between two edges; *gap*: holidays lie before it."""

    left: float
    right: float
    date: SheetDate
    gap: bool

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


class Columns(NamedTuple):
    """The dates of one sheet; *first*: how many of the course's dates stand on sheets before."""

    dates: tuple[Column, ...]
    remark: float
    first: int

    def months(self) -> Iterator[tuple[Column, Column]]:
        """Yield the first and the last column of each month; a gap does not part a month."""
        for _month, columns in groupby(self.dates, lambda column: (column.date.day.year, column.date.day.month)):
            members = list(columns)
            yield members[0], members[-1]

    def segments(self, *, over_cancelled: bool) -> list[tuple[float, float]]:
        """Return where horizontal rules run: they stop at gaps, and at cancelled dates if wished."""
        pieces = [(LEFT, DATES)]
        for column in self.dates:
            if column.date.cancelled and not over_cancelled:
                continue
            left = column.left
            if abs(pieces[-1][1] - left) < 0.01:
                pieces[-1] = (pieces[-1][0], column.right)
            else:
                pieces.append((left, column.right))
        if abs(pieces[-1][1] - self.remark) < 0.01:
            return [*pieces[:-1], (pieces[-1][0], RIGHT)]
        return [*pieces, (self.remark, RIGHT)]


def columns(sheet: AttendanceSheet) -> list[Columns]:
    """Return the columns of one sheet, or of several alike where the dates are too many for one."""
    parts = -(-len(sheet.dates) // _MOST) or 1
    size, more = divmod(len(sheet.dates), parts)
    result, start = [], 0
    for part in range(parts):
        end = start + size + (part < more)
        result.append(_placed(sheet.dates[start:end], _gaps(sheet, start, end), start))
        start = end
    return result


def _gaps(sheet: AttendanceSheet, start: int, end: int) -> list[bool]:
    days = [each.day for each in sheet.dates[start:end]]
    return [False, *(_holidays_between(sheet.days_off, *pair) for pair in pairwise(days))]


def _holidays_between(days_off: Sequence[DayOff], before: date, after: date) -> bool:
    return any(
        before < off.first <= off.last < after and (off.last - off.first).days + 1 >= _HOLIDAYS for off in days_off
    )


def _placed(dates: Sequence[SheetDate], gaps: Sequence[bool], first: int) -> Columns:
    remark = _REMARK if len(dates) <= _USUAL else _NARROW_REMARK
    between = sum(gaps) * _GAP
    wide = min(_WIDEST, (RIGHT - DATES - remark - between) / max(1, len(dates)))
    placed, x = [], DATES
    for each, gap in zip(dates, gaps, strict=False):
        x += _GAP if gap else 0
        placed.append(Column(x, x + wide, each, gap))
        x += wide
    return Columns(tuple(placed), x, first)
