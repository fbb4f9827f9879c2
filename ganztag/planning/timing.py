"""When two things of a week exclude each other: by the clock, by the rhythm of weeks, and by their dates."""

from datetime import date, time

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
    """Say whether there is a date on which both could be: the spans of their courses meet, and single dates are hit."""
    first = max(span(offer, one)[0], span(offer, other)[0])
    last = min(span(offer, one)[1], span(offer, other)[1])
    if first > last:
        return False
    dates = {meeting.on_date for meeting in (one, other) if meeting.rhythm == "once"}
    if not dates:
        return True
    day = dates.pop()
    if day is None or not first <= day <= last:
        return False
    known = [offer.dates.get(m.id) for m in (one, other) if m.rhythm in {"A", "B"}]
    return all(day in found for found in known if found is not None)


def span(offer: Offer, meeting: Meeting) -> tuple[date, date]:
    """Return the first and the last day on which a meeting can take place."""
    if meeting.rhythm == "once" and meeting.on_date is not None:
        return meeting.on_date, meeting.on_date
    course = offer.index.course.get(meeting.course)
    return course_span(offer, course) if course else (offer.first, offer.last)


def course_span(offer: Offer, course: Course) -> tuple[date, date]:
    return max(course.starts or offer.first, offer.first), min(course.ends or offer.last, offer.last)


def hindrance(windows: tuple[Window, ...], meeting: Meeting, *, first: date, last: date) -> Window | None:
    """Return why a room or a person is not there at a meeting that runs from *first* to *last*; None: they are there.

    A window that is not available hinders where it overlaps. Where there are available ones, one of them has to hold
    the whole meeting; the hindrance is then the nearest of them, to say when they are there.
    """
    valid = [window for window in windows if _holds(window, first, last)]
    for window in valid:
        if not window.available and window.weekday == meeting.weekday and _overlaps(window, meeting):
            return window
    there = [window for window in valid if window.available]
    if not there or any(w.weekday == meeting.weekday and _contains(w, meeting) for w in there):
        return None
    return min(there, key=lambda window: (window.weekday != meeting.weekday, window.weekday, window.starts))


def _holds(window: Window, first: date, last: date) -> bool:
    return (window.first is None or window.first <= last) and (window.last is None or window.last >= first)


def _overlaps(window: Window, meeting: Meeting) -> bool:
    return window.starts < meeting.ends and meeting.starts < window.ends


def _contains(window: Window, meeting: Meeting) -> bool:
    return window.starts <= meeting.starts and meeting.ends <= window.ends


def in_common(offer: Offer, one: int | None, other: int | None) -> Room | None:
    """Return the room that both use: the same one, or the larger one of which the other is a part."""
    rooms = offer.index.room
    if other is not None and other in wholes(rooms, one):
        return rooms.get(other)
    if one is not None and one in wholes(rooms, other):
        return rooms.get(one)
    return None
