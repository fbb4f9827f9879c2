"""The booked days of a child and the times at which it leaves, in whatever columns a row says them."""

import datetime as dt

from ganztag.exchange.by_content import DAY
from ganztag.exchange.cells_of_days import booked_on, leave_times_of
from ganztag.exchange.rows import RowReader
from ganztag.exchange.values import days_of, time_of

_WEEKDAYS = range(1, 6)

Days = tuple[int, ...] | None
Leaves = tuple[tuple[int, dt.time], ...]


def days_and_leaves(reader: RowReader) -> tuple[Days, Leaves, frozenset[str]]:
    """Return days (None: all), leave times, and the fields of days that the row gives besides its own columns."""
    cells = {day: reader.value(f"{DAY}{day}", booked_on) for day in _WEEKDAYS if reader.has(f"{DAY}{day}")}
    days = tuple(day for day, cell in cells.items() if cell and cell[0]) if cells else reader.value("days", days_of)
    below = {day: cell[1] for day, cell in cells.items() if cell and cell[1]}
    always = reader.value("leave", leave_times_of) or {}
    found = {day: time for day, time in always.items() if day is not None}
    if None in always:
        found = dict.fromkeys(_WEEKDAYS if days is None else days, always[None])
    found |= below
    found |= {day: time for day in _WEEKDAYS if (time := reader.value(f"leave_{day}", time_of)) is not None}
    # A mere cross says nothing of a time, so it must not take away one that is known.
    timed = _WEEKDAYS if reader.has("leave") else below
    given = frozenset((*(f"leave_{day}" for day in timed), *(("days",) if cells else ())))
    return days, tuple(sorted(found.items())), given
