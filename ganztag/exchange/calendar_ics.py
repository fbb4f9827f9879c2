"""Days off out of calendar files (.ics), as Outlook, Google and the sites of schools write them."""

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ganztag.domain.text import tidy
from ganztag.exchange.calendar_repeats import local, local_day, repeated
from ganztag.exchange.reading import content_of
from ganztag.exchange.sheets import Unreadable
from ganztag.exchange.signatures import unreadable
from ganztag.language import N_

_LONGEST = dt.timedelta(days=366)
_BIRTHDAY = ("geburtstag", "birthday", "anniversaire", "doğum günü")


@dataclass(frozen=True, slots=True)
class Event:
    """What happens from *starts* to *ends*, both included. *uid* names it when the file comes again.

    *times*: it has times of day, so that it is hardly a day off; *often*: it comes again within the year.
    """

    uid: str
    name: str
    starts: dt.date
    ends: dt.date
    times: bool = False
    often: bool = False

    @property
    def likely(self) -> bool:
        """Say whether this may well be a day off: neither an appointment nor a birthday, nor years."""
        plain = self.name.casefold()
        short = self.ends - self.starts <= _LONGEST
        return short and not self.times and not self.often and not any(word in plain for word in _BIRTHDAY)


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """The events of a file in the order of their days, how many were cancelled, and how many cannot be read."""

    events: tuple[Event, ...]
    cancelled: int = 0
    broken: int = 0


def read_calendar(source: Path, first: dt.date, last: dt.date) -> CalendarFile:
    """Return what falls on any day from *first* to *last*, events that repeat as often as they do.

    Raises `Unreadable` where the file is no calendar.
    """
    found: dict[str, Event] = {}
    cancelled = broken = 0
    for component in _components(source):
        is_cancelled = str(component.get("STATUS", "")).upper() == "CANCELLED"
        try:
            for event in _events(component, first, last):
                found[event.uid] = event
                if is_cancelled:
                    del found[event.uid]
        except (ValueError, TypeError, AttributeError, KeyError, OverflowError):  # a date, a rule that is none
            broken += 1
        cancelled += is_cancelled
    inside = [event for event in found.values() if event.starts <= last and event.ends >= first]
    return CalendarFile(tuple(sorted(inside, key=lambda one: (one.starts, one.ends, one.name))), cancelled, broken)


def _components(source: Path) -> Sequence[Any]:
    from icalendar import Calendar  # noqa: PLC0415 -- heavy, and only for these files

    choose = N_("Choose a calendar file (.ics).")
    text = _text(content_of(source))
    if "BEGIN:VCALENDAR" not in text.upper():
        raise unreadable(N_("{name} is no calendar file."), source, choose)
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError, KeyError, TypeError):
        raise _damaged(source) from None
    found = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    if not found:
        raise unreadable(N_("There is no event in {name}."), source, choose)
    return sorted(found, key=lambda event: "RECURRENCE-ID" in event)  # what is other on one day wins over its series


def _damaged(source: Path) -> Unreadable:
    return unreadable(N_("{name} is damaged, or no calendar file."), source, N_("Please export it once more."))


def _text(content: bytes) -> str:
    """Return the text with its lines unfolded: they may be folded within a letter."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", errors="replace").encode()
    content = re.sub(rb"\n[ \t]", b"", re.sub(rb"\r\n?", b"\n", content))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _events(component: Any, first: dt.date, last: dt.date) -> Iterator[Event]:
    """Yield the event, or each time that it takes place between two days."""
    start = component["DTSTART"].dt if "DTSTART" in component else None
    if start is None:
        raise ValueError("an event without a beginning")
    whole = _event(component, start)
    if "RECURRENCE-ID" in component:
        yield replace(whole, uid=_of_day(whole.uid, local_day(component["RECURRENCE-ID"].dt)))
    elif "RRULE" in component or "RDATE" in component:
        yield from _each(whole, component, (first, last))
    else:
        yield whole


def _each(whole: Event, component: Any, window: tuple[dt.date, dt.date]) -> Iterator[Event]:
    length = whole.ends - whole.starts
    days = repeated(component, whole.starts, (window[0] - length, window[1]))
    often = _comes_often(days)
    for day in days:
        yield replace(whole, uid=_of_day(whole.uid, day), starts=day, ends=day + length, often=often)


def _comes_often(days: Sequence[dt.date]) -> bool:
    """Say whether two of them lie less than half a year apart."""
    return any((later - day).days < 180 for day, later in itertools.pairwise(days))


def _of_day(uid: str, day: dt.date) -> str:
    return f"{uid} {day.isoformat()}"


def _event(component: Any, start: dt.date) -> Event:
    starts, ends = local_day(start), _last_day(component, start)
    name = tidy(str(component.get("SUMMARY", ""))) or tidy(str(component.get("LOCATION", "")))
    if not name:
        raise ValueError("an event without a name")
    uid = tidy(str(component.get("UID", ""))) or f"{name} {starts.isoformat()}"
    return Event(uid, name, starts, max(starts, ends), not _whole_days(component, start))


def _whole_days(component: Any, start: dt.date) -> bool:
    """Say whether it has no times, or lasts from midnight to midnight, as Outlook writes whole days."""
    if not isinstance(start, dt.datetime):
        return True
    end = component["DTEND"].dt if "DTEND" in component else start
    days = isinstance(end, dt.datetime) and local(end).date() > local(start).date()
    return days and local(start).time() == local(end).time() == dt.time()


def _last_day(component: Any, start: dt.date) -> dt.date:
    """Return the last day: an end without a time is the day after it, and so is one at midnight."""
    if "DTEND" in component:
        end = component["DTEND"].dt
    elif "DURATION" in component:
        end = start + component["DURATION"].dt
    else:
        return local_day(start)
    if isinstance(end, dt.datetime):
        moment = local(end)
        return moment.date() - dt.timedelta(days=1 if moment.time() == dt.time() else 0)
    return local_day(end) - dt.timedelta(days=1)
