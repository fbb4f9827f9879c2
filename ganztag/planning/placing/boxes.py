"""Meetings as boxes of time (minutes of a weekday, A and B weeks, days of the half-year) and where several meet.

Boxes that overlap two by two have a point in common, so what excludes each other at a point can stand in one row.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ganztag.planning.offer import Meeting, Offer
from ganztag.planning.timing import span

_WEEKS = {"A": frozenset("A"), "B": frozenset("B")}
_EVERY = frozenset("AB")


@dataclass(frozen=True, slots=True)
class Point:
    """A minute of a weekday in A or in B weeks, as on a day of the half-year."""

    weekday: int
    minute: int
    week: str
    day: date


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """From *starts* to before *ends* of a weekday, in some *weeks*, from the day *first* to *last*."""

    weekday: int
    starts: int
    ends: int
    weeks: tuple[str, ...]
    first: date
    last: date

    def covers(self, point: Point) -> bool:
        return (
            self.weekday == point.weekday
            and self.starts <= point.minute < self.ends
            and point.week in self.weeks
            and self.first <= point.day <= self.last
        )

    def longer(self, minutes: int) -> "Box":
        """Return the box with a pause after it."""
        return Box(self.weekday, self.starts, self.ends + minutes, self.weeks, self.first, self.last)

    def gap(self, other: "Box") -> int | None:
        """Return the minutes between two boxes, negative where they overlap; None where they never share a day."""
        if self.weekday != other.weekday or not set(self.weeks) & set(other.weeks):
            return None
        if max(self.first, other.first) > min(self.last, other.last):
            return None
        return max(self.starts, other.starts) - min(self.ends, other.ends)


def box_of(offer: Offer, meeting: Meeting) -> Box:
    weeks = tuple(sorted(_WEEKS.get(meeting.rhythm, _EVERY)))
    return Box(meeting.weekday, meeting.starts, meeting.ends, weeks, *span(offer, meeting))


def points(boxes: Iterable[Box]) -> list[Point]:
    """Return points so that any boxes that overlap two by two are all covered by one of them."""
    known = sorted(set(boxes))
    found = set()
    for weekday in {box.weekday for box in known}:
        same = [box for box in known if box.weekday == weekday]
        days = {box.first for box in same}
        weeks = {week for box in same for week in box.weeks}
        found |= {Point(weekday, box.starts, week, day) for box in same for week in weeks for day in days}
    return sorted(found, key=lambda point: (point.weekday, point.minute, point.week, point.day))


def cliques(boxes: Iterable[Box], pause: int = 0) -> list[frozenset[Box]]:
    """Return the largest groups of boxes that exclude each other, where *pause* minutes have to lie between them."""
    known = {box: box.longer(pause) for box in boxes}
    groups = {
        frozenset(box for box, longer in known.items() if longer.covers(point)) for point in points(known.values())
    }
    ordered = sorted(groups, key=lambda group: (-len(group), sorted(group)))
    found: list[frozenset[Box]] = []
    for group in ordered:
        if group and not any(group <= larger for larger in found):
            found.append(group)
    return found
