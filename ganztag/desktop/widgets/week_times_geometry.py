"""Where everything stands in the painted week of times: columns of days, hours from the top. Lengths in pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from ganztag.desktop import fonts
from ganztag.desktop.widgets.week_events import DAY, WeekBlock, WeekEvent, begins, ends
from ganztag.domain.school_year import WEEKDAYS, minutes_of
from ganztag.queries.week_times import WeekTime

STEP = 15  # minutes to which the mouse draws
_EARLIEST, _LATEST = 8 * 60, 17 * 60


@dataclass
class WeekGeometry:
    """Filled by ``lay_out`` and the size of the widget; *first* and *last* are minutes at full hours."""

    width: int = 0
    height: int = 0
    first: int = _EARLIEST
    last: int = _LATEST
    days: tuple[int, ...] = WEEKDAYS

    @property
    def head(self) -> int:
        return fonts.px(24)

    @property
    def axis(self) -> int:
        return fonts.px(40)

    def lay_out(self, times: Sequence[WeekTime], events: Sequence[WeekEvent], blocks: Sequence[WeekBlock]) -> None:
        """Choose hours and days so that everything is seen; Saturday and Sunday only where they are used."""
        spans = [(begins(row), begins(row) + 60 if row.closes is None else ends(row)) for row in times]
        spans += [(minutes_of(one.starts), minutes_of(one.ends)) for one in events]
        spans += [(minutes_of(one.starts), minutes_of(one.ends)) for one in blocks]
        self.first = min([_EARLIEST, *(start for start, _end in spans if start)]) // 60 * 60
        self.last = -(-max([_LATEST, *(end for _start, end in spans if end < DAY)]) // 60) * 60
        used = {row.weekday for row in times} | {one.weekday for one in events} | {one.weekday for one in blocks}
        self.days = tuple(day for day in range(1, 8) if day in WEEKDAYS or day in used)

    def hours(self) -> range:
        return range(self.first, self.last + 1, 60)

    def least_height(self) -> int:
        return self.head + (self.last - self.first) // 60 * fonts.px(22) + fonts.px(8)

    def left_of(self, day: int) -> int:
        place = self.days.index(day)
        return self.axis + (self.width - self.axis) * place // len(self.days)

    def y_of(self, minutes: float) -> int:
        inside = min(max(minutes, self.first), self.last)
        room = self.height - self.head - fonts.px(8)
        return self.head + round((inside - self.first) * room / (self.last - self.first))

    def column(self, day: int) -> QRect:
        place = self.days.index(day)
        right = self.axis + (self.width - self.axis) * (place + 1) // len(self.days)
        left = self.left_of(day)
        return QRect(left, self.head, right - left - fonts.px(3), self.y_of(self.last) - self.head)

    def box(self, day: int, starts: int, stops: int, lane: tuple[int, int] = (0, 1)) -> QRect:
        """Return where a time of a day stands; *lane* is which of how many side by side."""
        column, (place, lanes) = self.column(day), lane
        left = column.left() + column.width() * place // lanes
        right = column.left() + column.width() * (place + 1) // lanes
        top, bottom = self.y_of(starts), self.y_of(stops)
        return QRect(left, top, right - left, max(bottom - top, fonts.px(6)))

    def day_at(self, x: int) -> int | None:
        return next((day for day in self.days if self.left_of(day) <= x < self.left_of(day) + self._pitch()), None)

    def _pitch(self) -> int:
        return (self.width - self.axis) // len(self.days) + 1

    def minutes_at(self, y: int) -> int:
        """Return the time at a height, to the nearest quarter of an hour."""
        room = max(self.height - self.head - fonts.px(8), 1)
        minutes = self.first + (y - self.head) * (self.last - self.first) / room
        return min(max(round(minutes / STEP) * STEP, self.first), self.last)


def lanes(events: Iterable[WeekEvent]) -> dict[int, tuple[int, int]]:
    """Return for each event (by id) its lane and how many there are, so that what overlaps stands side by side."""
    found: dict[int, tuple[int, int]] = {}
    group: list[tuple[WeekEvent, int]] = []
    ordered = sorted(events, key=lambda one: (one.weekday, one.starts, one.ends, one.id))
    for event in ordered:
        if group and not any(one.weekday == event.weekday and event.starts < one.ends for one, _lane in group):
            found |= _laid(group)
            group = []
        taken = {lane for one, lane in group if one.weekday == event.weekday and event.starts < one.ends}
        group.append((event, next(lane for lane in range(len(group) + 1) if lane not in taken)))
    return found | _laid(group)


def _laid(group: list[tuple[WeekEvent, int]]) -> dict[int, tuple[int, int]]:
    count = max((lane for _one, lane in group), default=0) + 1
    return {one.id: (lane, count) for one, lane in group}
