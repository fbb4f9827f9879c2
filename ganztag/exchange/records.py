"""What a table says, row by row: plain frozen records that know where they stand.

A record's *given* names the fields whose column the table has: an empty text in a given field means "nothing", a field
that is not given says nothing at all.
"""

import datetime as dt
from dataclasses import dataclass

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
    """*days* None: all days (or no such column); *leave_times*: (weekday, time) of the days that have one."""

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
    own_phone: str = ""  # of nobody in particular, so it is no guardian's


@dataclass(frozen=True, kw_only=True)
class MeetingRecord:
    """A weekly meeting; without a block the row named only room or leaders."""

    row: int
    block: BlockRef | None
    room: str = ""
    leaders: tuple[PersonName, ...] = ()


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
    meetings: tuple[MeetingRecord, ...] = ()


@dataclass(frozen=True, kw_only=True)
class StaffRecord(Origin):
    code: str = ""
    surname: str = ""
    call_name: str = ""
    whole_name: str = ""
    kind: str = "teacher"
    email: str = ""
    phone: str = ""
    external_id: str = ""


@dataclass(frozen=True, kw_only=True)
class RoomRecord(Origin):
    code: str
    name: str = ""
    seats: int | None = None
    equipment: str = ""


@dataclass(frozen=True, kw_only=True)
class WishRecord(ChildName):
    """One ballot paper; *wishes* are (rank, course number or title as the file writes it), empty ranks left out.

    *superseded*: a later submission of the same form bears the same name. Where two children share that name, only
    the school can tell.
    """

    block: BlockRef | None = None
    wishes: tuple[tuple[int, str], ...] = ()
    superseded: bool = False


@dataclass(frozen=True, kw_only=True)
class EnrolmentRecord(ChildName):
    course: str = ""
    block: BlockRef | None = None
    starts: dt.date | None = None
    ends: dt.date | None = None
    reason: str = ""
