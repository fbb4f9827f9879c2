"""Weekdays and times in words, for blocks and meetings."""

from datetime import time
from typing import Protocol

from ganztag.language import _, weekday


class Timed(Protocol):
    """A block or a meeting."""

    @property
    def weekday(self) -> int: ...

    @property
    def starts(self) -> time | None: ...

    @property
    def ends(self) -> time | None: ...


def hours(starts: time | None, ends: time | None) -> str:
    """Return 14:00–15:30, empty where one of them is not known."""
    return "" if starts is None or ends is None else _("{starts}–{ends}", starts=starts, ends=ends)


def time_of(timed: Timed) -> str:
    """Return Mo 14:00–15:30, or the weekday alone where no times are known."""
    day = weekday(timed.weekday, short=True)
    if timed.starts is None:
        return day
    if timed.ends is None:
        return _("{weekday} from {starts}", weekday=day, starts=timed.starts)
    return _("{weekday} {starts}–{ends}", weekday=day, starts=timed.starts, ends=timed.ends)
