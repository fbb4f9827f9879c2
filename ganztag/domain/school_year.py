"""School years, half-years, days off and the blocks of the afternoon."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta

WEEKDAYS = (1, 2, 3, 4, 5)  # Monday ... Friday


@dataclass(eq=False, kw_only=True)
class SchoolYear:
    id: int = field(init=False)
    name: str
    starts: date
    ends: date


@dataclass(eq=False, kw_only=True)
class Term:
    """A half-year."""

    id: int = field(init=False)
    school_year_id: int
    number: int
    name: str
    starts: date
    ends: date
    first_week: str = "A"


@dataclass(eq=False, kw_only=True)
class DayOff:
    """Days without courses: public or school holidays, or the school's own; for all, a year group or a class."""

    id: int = field(init=False)
    name: str
    starts: date
    ends: date
    kind: str = "own"
    year_group_id: int | None = None
    school_class_id: int | None = None
    uid: str = ""


@dataclass(eq=False, kw_only=True)
class TimeBlock:
    id: int = field(init=False)
    school_year_id: int
    weekday: int
    starts: time
    ends: time
    name: str = ""


def school_year_of(day: date) -> tuple[str, date, date]:
    """Return name, first and last day of the school year of *day*: 1 August to 31 July (§ 7 of most school acts)."""
    first = day.year if day.month >= 8 else day.year - 1
    return f"{first}/{(first + 1) % 100:02d}", date(first, 8, 1), date(first + 1, 7, 31)


def half_years_of(starts: date, ends: date) -> tuple[tuple[date, date], tuple[date, date]]:
    """Return the two half-years: the first ends on 31 January, as report cards are dated in most Länder."""
    middle = date(starts.year + 1, 1, 31)
    return (starts, middle), (middle + timedelta(days=1), ends)


def days_between(first: date, last: date) -> Iterator[date]:
    """Yield every day from *first* to *last*, both included."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def minutes_of(at: time) -> int:
    """Return the minutes since midnight."""
    return at.hour * 60 + at.minute


def holds_on(day: date, starts: date | None, ends: date | None) -> bool:
    return (starts is None or starts <= day) and (ends is None or day <= ends)


def meets_span(first: date, last: date, starts: date | None, ends: date | None) -> bool:
    """Say whether something that holds from *starts* to *ends* holds on any day from *first* to *last*."""
    return (starts is None or starts <= last) and (ends is None or ends >= first)
