"""What the painted week of a room or a person shows beside its times: meetings, blocks, and the words for times."""

from dataclasses import dataclass
from datetime import time

from ganztag.domain.school_year import minutes_of
from ganztag.language import N_, Message, pN_
from ganztag.operations.week_times import when
from ganztag.queries.week_times import WeekTime

DAY = 24 * 60


@dataclass(frozen=True)
class WeekWords:
    """How it is called that somebody or something is there, or is not; *free* stands in a block without anything."""

    there: Message
    away: Message
    free: Message


ROOM_WORDS = WeekWords(there=N_("free"), away=pN_("room", "not free"), free=N_("free"))


@dataclass(frozen=True)
class WeekEvent:
    """What takes place in the week: a meeting. *colour* is that of its category; *bad*: something speaks against it."""

    id: int
    weekday: int
    starts: time
    ends: time
    title: str
    colour: int | None = None
    tip: str = ""
    bad: bool = False


@dataclass(frozen=True)
class WeekBlock:
    """A block of the afternoon, to show where there is room."""

    weekday: int
    starts: time
    ends: time
    name: str = ""


def begins(row: WeekTime) -> int:
    """Return the minutes since midnight at which a time begins."""
    return 0 if row.opens is None else minutes_of(row.opens)


def ends(row: WeekTime) -> int:
    return DAY if row.closes is None else minutes_of(row.closes)


def words_for(row: WeekTime) -> str:
    """Return when a time is: Mo 08:00–13:00, Mo all day."""
    return str(when(row.weekday, row.opens, row.closes))
