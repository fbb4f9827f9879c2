"""What the papers draw: plain frozen rows, filled by queries and laid out by documents.

Times and dates are local. ``Words`` are put into the paper's language while drawing. A text that is
not known is empty, a time that is not known is None: the paper then says so, and never guesses.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from ganztag.language import Message

Words = str | Message


@dataclass(frozen=True, slots=True)
class SchoolHead:
    """The school as it stands at the head of every sheet; *logo* is the content of a PNG or JPEG file."""

    name: str
    subtitle: str = ""
    phone: str = ""
    term_name: Words = ""
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts; *native* is the whole name in its own script, printed beside the Latin one."""

    surname: str
    call_name: str
    prefix: str = ""
    native: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One weekly meeting of a course; *weekday* 1 = Monday. *block* is the block's name, if it has one."""

    weekday: int
    starts: time | None = None
    ends: time | None = None
    block: str = ""
    room: str = ""
    leaders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetDate:
    """A day on which the course meets; *cancelled* is the reason where it does not take place after all."""

    day: date
    cancelled: Words = ""


@dataclass(frozen=True, slots=True)
class DayOff:
    """Days without courses, first and last day included."""

    name: str
    first: date
    last: date


class Mark(StrEnum):
    """What was recorded for a child on a date."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"
    LEFT_EARLY = "left early"


@dataclass(frozen=True, slots=True)
class Leaving:
    """When and how a child goes home on a weekday."""

    weekday: int
    at: time | None = None
    way_home: Words = ""


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included; None = open."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """A child of a course.

    *leaving*: one for each weekday on which the course meets. *periods*: when the child is enrolled;
    empty = the whole half-year. *marks*: by date, as far as they were recorded.
    """

    name: PersonName
    class_name: str = ""
    leaving: tuple[Leaving, ...] = ()
    periods: tuple[Period, ...] = ()
    remark: str = ""
    marks: tuple[tuple[date, Mark], ...] = ()


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """A course of a half-year: every date once, in order; the dates of all its weekdays together."""

    head: SchoolHead
    title: str
    as_of: datetime
    number: str = ""
    meetings: tuple[Meeting, ...] = ()
    max_size: int | None = None
    trial_until: date | None = None
    dates: tuple[SheetDate, ...] = ()
    days_off: tuple[DayOff, ...] = ()
    rows: tuple[AttendanceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A time block of a weekday."""

    name: str
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class SchoolDay:
    """A weekday and its blocks, in order."""

    weekday: int
    blocks: tuple[Block, ...] = ()


class StayKind(StrEnum):
    """What a child does in a block."""

    COURSE = "course"
    CARE = "care"
    STUDY = "study"
    LUNCH = "lunch"


@dataclass(frozen=True, slots=True)
class Stay:
    """A child is here from *starts* to *ends*, over one block or several.

    *short* stands on the class list, *title* on the week plan; *room* is the short code, *room_name* the
    longer text for children ("W1 Werkraum"); *colour* is the category's, like "#6B3FA0", or empty.
    """

    starts: time
    ends: time
    title: str
    short: str = ""
    kind: StayKind = StayKind.COURSE
    room: str = ""
    room_name: str = ""
    leaders: tuple[str, ...] = ()
    note: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class PupilDay:
    """A child on a weekday; *booked*: the child stays that day, so a block without a stay is "Care?"."""

    weekday: int
    booked: bool = False
    stays: tuple[Stay, ...] = ()
    leaves: time | None = None
    way_home: Words = ""


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A child of a class and where it is on each day."""

    name: PersonName
    days: tuple[PupilDay, ...] = ()


@dataclass(frozen=True, slots=True)
class ClassSheet:
    """A class; *days* are those that are drawn. *room* is the class's own and is not repeated in the cells."""

    head: SchoolHead
    name: str
    as_of: datetime
    days: tuple[SchoolDay, ...] = ()
    rows: tuple[ClassRow, ...] = ()
    room: str = ""
    teachers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """A child's week; *pick_up*: the names of those who may fetch the child."""

    head: SchoolHead
    name: PersonName
    class_name: str
    as_of: datetime
    week: tuple[SchoolDay, ...] = ()
    days: tuple[PupilDay, ...] = ()
    pick_up: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
