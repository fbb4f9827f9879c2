"""When two things of a week exclude each other: by the clock, by the rhythm of weeks, and by their dates."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, time, timedelta

from ganztag.language import N_, Message, weekday
from ganztag.planning.offer import Course, Meeting, Offer, Room, Window
from ganztag.planning.offer_index import wholes


class Weekday:
    """A weekday that is put into words when it is read."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Weekday) and other.number == self.number

    def __hash__(self) -> int:
        return hash(self.number)

    def __str__(self) -> str:
        return weekday(self.number, short=True)


def when(day: int, starts: int, ends: int) -> Message:
    """Return a time of the week in words, like Mo 14:00–15:30."""
    return N_("{weekday} {starts}–{ends}", weekday=Weekday(day), starts=clock(starts), ends=clock(ends))


def clock(minutes: int) -> time:
    """Return minutes since midnight as a time; the end of the day is its last minute."""
    return time(*divmod(min(minutes, 24 * 60 - 1), 60))


def gap(one: Meeting, other: Meeting) -> int | None:
    """Return the minutes between two meetings of a day, negative where they overlap; None where they never share one.

    They share a day when their weekdays are the same, and not one is in A and the other in B weeks, and not both are
    on single dates that differ. What ends at 15:30 leaves 15:30 free.
    """
    if one.weekday != other.weekday or {one.rhythm, other.rhythm} == {"A", "B"}:
        return None
    if one.rhythm == other.rhythm == "once" and one.on_date != other.on_date:
        return None
    return max(one.starts, other.starts) - min(one.ends, other.ends)


def collide(offer: Offer, one: Meeting, other: Meeting) -> bool:
    """Say whether two meetings overlap on any day of the half-year."""
    between = gap(one, other)
    return between is not None and between < 0 and share_a_date(offer, one, other)


def share_a_date(offer: Offer, one: Meeting, other: Meeting) -> bool:
    """Say whether there is a date on which both are as in their series: their spans meet, and single dates are hit.

    Dates on which one of them is other than usual do not count; what clashes then, the rules of single sessions say.
    """
    first, last = in_both(offer, one, other)
    if first > last:
        return False
    dates = {meeting.on_date for meeting in (one, other) if meeting.rhythm == "once"}
    if not dates:
        return not _only_on_changed_dates(offer, one, other)
    day = dates.pop()
    if day is None or not first <= day <= last or not offer.index.changed.isdisjoint({(one.id, day), (other.id, day)}):
        return False
    known = [offer.dates.get(m.id) for m in (one, other) if m.rhythm in {"A", "B"}]
    return all(day in found for found in known if found and found[0].isoweekday() == day.isoweekday())


def _only_on_changed_dates(offer: Offer, one: Meeting, other: Meeting) -> bool:
    index = offer.index
    if one.id not in index.with_changes and other.id not in index.with_changes:
        return False
    both = set(offer.dates.get(one.id, ())) & set(offer.dates.get(other.id, ()))
    return bool(both) and all((one.id, day) in index.changed or (other.id, day) in index.changed for day in both)


def in_both(offer: Offer, one: Meeting, other: Meeting) -> tuple[date, date]:
    """Return the first and the last day on which both can take place; where there is none, the first is later."""
    mine, theirs = span(offer, one), span(offer, other)
    return max(mine[0], theirs[0]), min(mine[1], theirs[1])


def span(offer: Offer, meeting: Meeting) -> tuple[date, date]:
    """Return the first and the last day on which a meeting can take place; without any, those of the course.

    A half-year lasts into the holidays, but nobody has to be there, or to have valid papers, when no course meets.
    """
    days = days_of(offer, meeting)
    if days:
        return days[0], days[-1]
    course = offer.index.course.get(meeting.course)
    return course_span(offer, course) if course else (offer.first, offer.last)


def days_of(offer: Offer, meeting: Meeting) -> tuple[date, ...]:
    """Return the days on which a meeting can take place: its date, or those of its weekday with school on them."""
    if meeting.rhythm == "once" and meeting.on_date is not None:
        return (meeting.on_date,)
    course = offer.index.course.get(meeting.course)
    first, last = course_span(offer, course) if course else (offer.first, offer.last)
    days = offer.index.school_days.get(meeting.weekday, ())
    if not days or (first <= days[0] and days[-1] <= last):
        return days
    return days[bisect_left(days, first) : bisect_right(days, last)]


def _next(day: date, on: int) -> date:
    """Return the first such weekday from *day* on."""
    return day + timedelta(days=(on - day.isoweekday()) % 7)


def last_day(offer: Offer, course: Course) -> date:
    """Return the last day on which a course can meet; without meetings the last of its time."""
    meetings = offer.index.meetings_of.get(course.id, ())
    return max((span(offer, meeting)[1] for meeting in meetings), default=course_span(offer, course)[1])


def course_span(offer: Offer, course: Course) -> tuple[date, date]:
    return max(course.starts or offer.first, offer.first), min(course.ends or offer.last, offer.last)


def hindrance(windows: tuple[Window, ...], meeting: Meeting, *, first: date, last: date) -> Window | None:
    """Return why a room or a person is not there at a meeting that runs from *first* to *last*; None: they are there.

    A window that is not available hinders where it overlaps on one of the days. Where there are available ones, they
    have to hold the whole meeting on each of them; the hindrance is then the nearest, to say when they are there.
    """
    for window in windows:
        away = not window.available and window.weekday == meeting.weekday
        if away and _overlaps(window, meeting) and _meets(window, meeting, first, last):
            return window
    there = [window for window in windows if window.available]
    for day in _turning_days(there, meeting.weekday, first, last) if there else ():
        valid = [window for window in there if _holds(window, day)]
        if valid and not _covered([window for window in valid if window.weekday == meeting.weekday], meeting):
            return min(valid, key=lambda window: (window.weekday != meeting.weekday, window.weekday, window.starts))
    return None


def _meets(window: Window, meeting: Meeting, first: date, last: date) -> bool:
    """Say whether a window holds on a day from *first* to *last* that is on the weekday of the meeting."""
    if window.first is None and window.last is None:
        return True
    return _next(max(window.first or first, first), meeting.weekday) <= min(window.last or last, last)


def _turning_days(windows: Sequence[Window], weekday: int, first: date, last: date) -> list[date]:
    """Return the first day of the weekday, and those on which other windows begin to hold; at least one."""
    days = {_next(first, weekday)}
    for window in windows:
        if window.first is not None and window.first > first:
            days.add(_next(window.first, weekday))
        if window.last is not None and window.last >= first:
            days.add(_next(window.last + _ONE_DAY, weekday))
    return sorted(day for day in days if day <= last) or [first]


_ONE_DAY = timedelta(days=1)


def _holds(window: Window, day: date) -> bool:
    return (window.first is None or window.first <= day) and (window.last is None or window.last >= day)


def _overlaps(window: Window, meeting: Meeting) -> bool:
    return window.starts < meeting.ends and meeting.starts < window.ends


def _covered(windows: Sequence[Window], meeting: Meeting) -> bool:
    """Say whether these windows, one after the other, hold the whole meeting."""
    until = meeting.starts
    for window in sorted(windows, key=lambda one: one.starts):
        if window.starts <= until:
            until = max(until, window.ends)
    return until >= meeting.ends and bool(windows)


def in_common(offer: Offer, one: int | None, other: int | None) -> Room | None:
    """Return the room that both use: the same one, or the larger one of which the other is a part."""
    rooms = offer.index.room
    if other is not None and other in wholes(rooms, one):
        return rooms.get(other)
    if one is not None and one in wholes(rooms, other):
        return rooms.get(one)
    return None
