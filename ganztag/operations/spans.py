"""What holds from a day to a day: ended, replaced or taken up again without leaving spans of no length."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol, TypeVar

from ganztag.domain.school import School
from ganztag.domain.school_year import Term
from ganztag.operations.operation import Work

_DAY = timedelta(days=1)


class Span(Protocol):
    """A row with a first and a last day; None: without an end on that side."""

    starts: date | None
    ends: date | None


S = TypeVar("S", bound=Span)


def day_that_counts(work: Work, day: date | None = None) -> date:
    """Return *day*; without one today, or the nearest day of the half-year that is being worked on."""
    if day is not None:
        return day
    school = work.one(School)
    if school is None or school.term_id is None:
        return work.today
    term = work.get(Term, school.term_id)
    return min(max(work.today, term.starts), term.ends)


def close(work: Work, rows: Iterable[Span], last: date) -> None:
    """Let all of *rows* end with the day *last*; what would only begin later is deleted."""
    for row in rows:
        if row.starts is not None and row.starts > last:
            work.delete(row)
        elif row.ends is None or row.ends > last:
            row.ends = last


def stop(work: Work, rows: Iterable[Span], day: date) -> None:
    """Let *rows* hold no more from *day* on."""
    close(work, rows, day - _DAY)


def lasting_through(rows: Iterable[S], day: date) -> list[S]:
    """Return those that hold on *day* or begin later."""
    return [row for row in rows if row.ends is None or row.ends >= day]


def take_up(work: Work, rows: Iterable[Span], day: date) -> bool:
    """Let the row that holds on *day*, or else held until the day before, go on; later ones are deleted.

    Returns False where no row could go on, so that a new one is needed from *day*.
    """
    begun = []
    for row in rows:
        if row.starts is not None and row.starts > day:
            work.delete(row)
        else:
            begun.append(row)
    for last in (day, day - _DAY):
        for row in begun:
            if row.ends is None or row.ends >= last:
                row.ends = None
                return True
    return False


def move_end(rows: Iterable[Span], old: date, new: date) -> None:
    """Let the rows that ended with the day *old* end with *new*, which may be later."""
    for row in rows:
        if row.ends == old:
            row.ends = new
