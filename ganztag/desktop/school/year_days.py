"""What the year calendar shows of each day: what is off, in which half-year and in which week it lies."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ganztag.domain.school_year import days_between
from ganztag.language import _, weekday
from ganztag.language import date as in_words
from ganztag.queries.calendar import DayOffRow, YearRow

_STRENGTH = ("public", "own", "school")  # which of several kinds a day is painted as


@dataclass(frozen=True)
class YearDays:
    """A school year; *off*: what is off on each day, *weeks*: A or B by Monday, *today*."""

    year: YearRow
    off: Mapping[date, tuple[DayOffRow, ...]] = field(default_factory=dict)
    weeks: Mapping[date, str] = field(default_factory=dict)
    today: date = date.min

    @property
    def months(self) -> tuple[date, ...]:
        """Return the first day of each month that the school year touches."""
        first, last = self.year.starts, self.year.ends
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        start = first.year * 12 + first.month - 1
        return tuple(date((start + n) // 12, (start + n) % 12 + 1, 1) for n in range(count))

    def kind(self, day: date) -> str:
        """Return public, own or school where all are off; part where only some are; else ""."""
        rows = self.off.get(day, ())
        for kind in _STRENGTH:
            if any(row.kind == kind and not row.scope for row in rows):
                return kind
        return "part" if rows else ""

    def inside(self, day: date) -> bool:
        return self.year.starts <= day <= self.year.ends

    def term_begins(self, day: date) -> str:
        """Return the name of the half-year that begins on *day*."""
        return next((term.name for term in self.year.terms if term.starts == day), "")

    def name(self, day: date) -> tuple[str, int]:
        """Return what stands from this day on, and for how many days of the month before something else begins."""
        begun = self._begun(day)
        if not begun:
            return "", 0
        last = min(max(row.ends for row in begun), self.year.ends)
        end = last.day if (last.year, last.month) == (day.year, day.month) else monthrange(day.year, day.month)[1]
        free = next((n for n in range(day.day + 1, end + 1) if self._begun(day.replace(day=n))), end + 1)
        return ", ".join(dict.fromkeys(map(_named, begun))), free - day.day

    def _begun(self, day: date) -> list[DayOffRow]:
        """Return the days off that begin on a day, or go on from the month before; only those it is painted for."""
        kind, first = self.kind(day), max(day.replace(day=1), self.year.starts)
        shown = [row for row in self.off.get(day, ()) if kind in ("part", row.kind)]
        return [row for row in shown if row.starts == day or (day == first and row.starts < day)]

    def words(self, day: date) -> str:
        """Return all that is known of a day, for its tooltip and for those who do not see it."""
        parts = [f"{weekday(day.isoweekday())}, {in_words(day)}", *dict.fromkeys(map(_named, self.off.get(day, ())))]
        if self.term_begins(day):
            parts.append(_("{term} begins", term=self.term_begins(day)))
        week = self.weeks.get(day, "")
        if week:
            parts.append(_("{week} week", week=week))
        return " · ".join(parts)


def _named(row: DayOffRow) -> str:
    return f"{row.name} ({row.scope})" if row.scope else row.name


def by_day(rows: Iterable[DayOffRow], year: YearRow) -> dict[date, tuple[DayOffRow, ...]]:
    """Return for each day of the year the days off that fall on it."""
    found: dict[date, tuple[DayOffRow, ...]] = {}
    for row in rows:
        for day in days_between(max(row.starts, year.starts), min(row.ends, year.ends)):
            found[day] = (*found.get(day, ()), row)
    return found


def counted(days: YearDays) -> Sequence[tuple[str, int]]:
    """Return how many weekdays of each kind there are, for the legend."""
    kinds = [days.kind(day) for day in days_between(days.year.starts, days.year.ends) if day.isoweekday() <= 5]
    return [(kind, kinds.count(kind)) for kind in ("public", "school", "own", "part")]
