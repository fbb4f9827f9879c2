"""On which days an event of a calendar takes place that repeats itself."""

import datetime as dt
from itertools import islice, takewhile
from typing import Any
from zoneinfo import ZoneInfo

_HERE = ZoneInfo("Europe/Berlin")
_MOST = 60  # what comes more often within the years of a school is no day off
_RULES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")  # others repeat within a day


def repeated(component: Any, first: dt.date, window: tuple[dt.date, dt.date]) -> list[dt.date]:
    """Return the days on which it begins inside the *window*, both ends included; at most sixty.

    *first* is its own first day. Raises ValueError where its rule cannot be read.
    """
    from dateutil.rrule import rruleset, rrulestr  # noqa: PLC0415 -- only for these files

    days = rruleset()
    days.rdate(_midnight(first))
    for rule in _all(component.get("RRULE")):
        if str(rule.get("FREQ", [""])[0]).upper() not in _RULES:
            raise ValueError("a rule that repeats within a day")
        if any(int(step) < 1 for step in rule.get("INTERVAL", ())):
            raise ValueError("a rule that never goes on")
        days.rrule(rrulestr(_by_day(rule), dtstart=_midnight(first)))
    for name, note in (("RDATE", days.rdate), ("EXDATE", days.exdate)):
        for listed in _all(component.get(name)):
            for one in listed.dts:
                note(_midnight(one.dt))
    start, end = (_midnight(day) for day in window)
    coming = takewhile(lambda moment: moment <= end, days.xafter(start, inc=True))
    return [moment.date() for moment in islice(coming, _MOST)]


def _by_day(rule: Any) -> str:
    """Return the rule without times of day: days are counted, so its end is a day as well."""
    plain = {name: value for name, value in rule.items() if not name.upper().startswith(("BYHOUR", "BYMIN", "BYSEC"))}
    until = plain.pop("UNTIL", None)
    text = type(rule)(plain).to_ical().decode()
    if until:
        text += f";UNTIL={_midnight(until[0]):%Y%m%dT%H%M%S}"
    return str(text)


def _all(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _midnight(day: dt.date | tuple[Any, ...]) -> dt.datetime:
    first = local_day(day[0] if isinstance(day, tuple) else day)  # a period of time begins with its first moment
    return dt.datetime(first.year, first.month, first.day)  # noqa: DTZ001 -- days of the calendar, no moments


def local_day(moment: dt.date) -> dt.date:
    return local(moment).date() if isinstance(moment, dt.datetime) else moment


def local(moment: dt.datetime) -> dt.datetime:
    """Return a moment as clocks here show it; one without a zone is meant so."""
    return moment.astimezone(_HERE) if moment.tzinfo is not None else moment
