"""What a table says, row by row: plain frozen records that know where they stand.

A record's *given* names the fields whose column the table has: an empty text in a given field means "nothing", a field
that is not given says nothing at all.
"""

import datetime as dt
from dataclasses import dataclass, field

from ganztag.exchange.blocks import BlockRef, YearSpan
from ganztag.exchange.person_names import PersonName


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a record stands; *row* counts from 1, *sheet* is empty for a text file."""

    row: int
    sheet: str = ""
    given: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class ChildName(Origin):
    """How a table names a child; *whole_name* is kept where surname and call name stood in one cell."""

    surname: str = ""
    call_name: str = ""
    whole_name: str = ""
    class_name: str = ""
    external_id: str = ""

    @property
    def spoken_name(self) -> str:
        return self.whole_name or " ".join(part for part in (self.call_name, self.surname) if part)


@dataclass(frozen=True, kw_only=True)
class GuardianRecord:
    name: PersonName
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class PupilRecord(ChildName):
    """*days* None: all days (or no such column); *leave_times*: (weekday, time) of the days that have one.

    *support* None: the row says nothing about it.
    """

    prefix: str = ""
    first_names: str = ""
    year_group: str = ""
    birth_date: dt.date | None = None
    sex: str = ""
    days: tuple[int, ...] | None = None
    entry: dt.date | None = None
    exit: dt.date | None = None
    leave_times: tuple[tuple[int, dt.time], ...] = ()
    way_home: str = ""
    guardians: tuple[GuardianRecord, ...] = ()
    phone: str = ""
    support: bool | None = None
    own_phone: str = ""  # of nobody in particular, so it is no guardian's


@dataclass(frozen=True, kw_only=True)
class MeetingRecord:
    """A meeting of the series; without a block the row named only room or leaders.

    *rhythm* and *fixed* None: the table has no such column. *on_date*: where it takes place once.
    """

    row: int
    block: BlockRef | None
    room: str = ""
    leaders: tuple[PersonName, ...] = ()
    rhythm: str | None = None
    on_date: dt.date | None = None
    fixed: bool | None = None


@dataclass(frozen=True, kw_only=True)
class CourseRecord(Origin):
    """A course with the meetings of all its *rows*; *eligible* () is everyone, sizes None are none."""

    rows: tuple[int, ...]
    number: str = ""
    title: str = ""
    short: str = ""
    category: str = ""
    kind: str = "course"
    status: str = "offered"
    min_size: int | None = None
    max_size: int | None = None
    eligible: tuple[YearSpan, ...] = ()
    description: str = ""
    starts: dt.date | None = None
    ends: dt.date | None = None
    equipment: str = ""
    max_per_class: int | None = None
    meetings_wanted: int | None = None
    ideal_size: int | None = None
    max_support: int | None = None
    must_run: bool = False
    admission: str = ""
    again: str = ""
    evaluation: str = ""
    meetings: tuple[MeetingRecord, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ContractPart:
    """What a row of staff says of the person's contract; None and "" say nothing."""

    number: str = ""
    starts: dt.date | None = None
    ends: dt.date | None = None
    rate_cents: int | None = None
    unit_minutes: int | None = None
    allowance: str | None = None


@dataclass(frozen=True, kw_only=True)
class StaffRecord(Origin):
    """*papers* are (name, state, seen on, ends) of those of which the row says something; state: seen, not_needed."""

    code: str = ""
    surname: str = ""
    call_name: str = ""
    whole_name: str = ""
    kind: str = "teacher"
    email: str = ""
    phone: str = ""
    external_id: str = ""
    max_minutes: int | None = None
    qualifications: str = ""
    partner: str = ""
    contract: ContractPart = field(default_factory=ContractPart)
    papers: tuple[tuple[str, str, dt.date | None, dt.date | None], ...] = ()


@dataclass(frozen=True, kw_only=True)
class PartnerRecord(Origin):
    name: str
    contact: str = ""
    phone: str = ""
    email: str = ""
    agreement: str = ""
    starts: dt.date | None = None
    ends: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class RoomRecord(Origin):
    code: str
    name: str = ""
    seats: int | None = None
    equipment: str = ""
    building: str = ""
    setup: int | None = None
    cleanup: int | None = None
    shared: bool = False
    part_of: str = ""


@dataclass(frozen=True, kw_only=True)
class TimeRecord(Origin):
    """A time of the week of a room or a person, on each of *days*; without *opens* and *closes* the whole day."""

    room: str = ""
    person: str = ""
    days: tuple[int, ...] = ()
    opens: dt.time | None = None
    closes: dt.time | None = None
    available: bool = False
    reason: str = ""
    starts: dt.date | None = None
    ends: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class LessonRecord(Origin):
    """A lesson of the timetable: it keeps a room and a teacher busy; *period* is its number in the day."""

    teacher: str = ""
    room: str = ""
    class_name: str = ""
    subject: str = ""
    weekday: int
    period: int


@dataclass(frozen=True, slots=True)
class Wished:
    """A course as the file writes it; *day* is the weekday of its question, 0 where the title names none."""

    rank: int
    text: str
    day: int = 0


@dataclass(frozen=True, kw_only=True)
class WishRecord(ChildName):
    """One ballot paper; empty ranks are left out. *anywhere*: (rank, day) from which on any course will do.

    *without*: days (0: all) on which the child wants none; *refused*: courses it does not want, as the file writes
    them; *together*, *apart*: other children as it names them. *superseded*: a later submission of the same form bears
    the same name. Where two children share that name, only the school can tell.
    """

    block: BlockRef | None = None
    paper: str = ""
    wished: tuple[Wished, ...] = ()
    anywhere: tuple[tuple[int, int], ...] = ()
    without: tuple[int, ...] = ()
    refused: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    superseded: bool = False

    @property
    def wishes(self) -> tuple[tuple[int, str], ...]:
        return tuple((one.rank, one.text) for one in self.wished)


@dataclass(frozen=True, kw_only=True)
class EnrolmentRecord(ChildName):
    course: str = ""
    block: BlockRef | None = None
    starts: dt.date | None = None
    ends: dt.date | None = None
    reason: str = ""
