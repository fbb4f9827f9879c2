"""What is offered in a half-year, as frozen rows: the stuff of rules, of the week, and of every "does it fit?".

Times are minutes since midnight, weekdays 1 = Monday. All ids are those of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from ganztag.domain.settings import Settings
from ganztag.planning.offer_index import Index


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the afternoon."""

    id: int
    weekday: int
    starts: int
    ends: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """A course that counts: planned, offered or running, not struck. No year groups and no classes: open to all.

    *blocks*, *rooms* and *leaders* are where it may be placed; empty means anywhere, any room, nobody named.
    """

    id: int
    name: str
    short: str = ""
    kind: str = "course"
    status: str = "offered"
    category: int | None = None
    colour: int | None = None
    min_size: int | None = None
    max_size: int | None = None
    max_per_class: int | None = None
    year_groups: frozenset[int] = frozenset()
    classes: frozenset[int] = frozenset()
    starts: date | None = None
    ends: date | None = None
    described: bool = True
    equipment: frozenset[str] = frozenset()
    meetings_wanted: int = 1
    blocks: tuple[int, ...] = ()
    rooms: tuple[int, ...] = ()
    leaders: tuple[int, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the series; *block* is None where it meets at times of its own. *rhythm*: weekly, A, B or once."""

    id: int
    course: int
    weekday: int
    starts: int
    ends: int
    block: int | None = None
    room: int | None = None
    leaders: tuple[int, ...] = ()
    rhythm: str = "weekly"
    on_date: date | None = None
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """A single session that is other than its series, which would meet on *series_day*; *id* is the change's.

    *lost*: the series does not meet on that day (any more). *substitutes* lead in place of others, or in addition.
    """

    id: int
    meeting: int
    course: int
    series_day: date
    day: date
    starts: int
    ends: int
    room: int | None = None
    leaders: tuple[int, ...] = ()
    substitutes: tuple[int, ...] = ()
    state: str = "changed"
    lost: bool = False

    @property
    def held(self) -> bool:
        return not self.lost and self.state != "cancelled"


@dataclass(frozen=True, slots=True)
class Window:
    """A time of the week at which a room or a person is there (*available*) or is not, from a day to a day."""

    weekday: int
    starts: int = 0
    ends: int = 24 * 60
    available: bool = False
    reason: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """A room; in a *shared* one several courses may meet at once; it may be part of another one."""

    id: int
    name: str
    places: int | None = None
    shared: bool = False
    part_of: int | None = None
    building: str = ""
    equipment: frozenset[str] = frozenset()
    setup: int = 0
    cleanup: int = 0
    windows: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that a leader needs: seen, not_needed or missing; *due* is the day after which it does not hold."""

    name: str
    state: str
    due: date | None = None
    warn_days: int = 60
    required: bool = True


@dataclass(frozen=True, slots=True)
class Pay:
    """What a contract pays from a day to a day: *rate_cents* for each *unit_minutes*, under an allowance or none."""

    id: int
    starts: date | None
    ends: date | None
    rate_cents: int
    unit_minutes: int = 45
    allowance: str = ""


@dataclass(frozen=True, slots=True)
class Earned:
    """What somebody earns in a calendar year in cents: up to the day that counts (*held*), and in all of it."""

    leader: int
    year: int
    allowance: str
    held: int
    planned: int


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who may lead; *contracts* are (first, last) days, asked for only where *needs_contract*.

    *declared* is what was earned elsewhere: (calendar year, cents).
    """

    id: int
    name: str
    kind: str = "teacher"
    max_minutes: int | None = None
    starts: date | None = None
    ends: date | None = None
    windows: tuple[Window, ...] = ()
    papers: tuple[Paper, ...] = ()
    qualifications: frozenset[str] = frozenset()
    contracts: tuple[tuple[date | None, date | None], ...] = ()
    partner: int | None = None
    partner_until: date | None = None
    needs_contract: bool = False
    pays: tuple[Pay, ...] = ()
    declared: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Child:
    """A child at the school; *booked* are weekdays, *leaves* weekday -> minutes at which it goes home."""

    id: int
    name: str
    year_group: int | None = None
    classes: frozenset[int] = frozenset()
    entry: date | None = None
    exit: date | None = None
    booked: frozenset[int] = frozenset()
    leaves: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A child in a course, from a day to a day; those that were over before the day that counts are left out."""

    child: int
    course: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What a child wished in a ballot of the half-year for a block; *course* may be struck or gone from the block.

    *settled*: the allocation of its ballot was accepted; what came of it is in the enrolments.
    """

    child: int
    course: int
    block: int
    rank: int
    name: str = ""
    settled: bool = False


@dataclass(frozen=True, slots=True)
class DayOff:
    """Days without courses, both included; for all, or for one year group or one class."""

    id: int
    name: str
    first: date
    last: date
    year_group: int | None = None
    school_class: int | None = None


@dataclass(frozen=True)
class Offer:
    """What is offered in a half-year from *first* to *last*, seen from *day*; *dates* are those of each meeting.

    *struck* has the names of courses that do not take place, *classes* those of classes without the groups. *sessions*
    are only those that are other than their series; *earned* is what other half-years add to its calendar years.
    """

    first: date
    last: date
    day: date
    courses: tuple[Course, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    blocks: tuple[Block, ...] = ()
    rooms: tuple[Room, ...] = ()
    leaders: tuple[Leader, ...] = ()
    children: tuple[Child, ...] = ()
    enrolments: tuple[Enrolment, ...] = ()
    wishes: tuple[Wish, ...] = ()
    days_off: tuple[DayOff, ...] = ()
    dates: Mapping[int, tuple[date, ...]] = field(default_factory=dict)
    years: Mapping[int, str] = field(default_factory=dict)
    classes: Mapping[int, str] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    struck: Mapping[int, str] = field(default_factory=dict)
    term: int = 0
    sessions: tuple[Session, ...] = ()
    earned: tuple[Earned, ...] = ()

    @cached_property
    def index(self) -> Index:
        """Who is where, looked up instead of searched; each mapping is built at its first use."""
        return Index(self)

    def changed(self, **parts: Any) -> Offer:
        """Return the offer with other parts, as ``dataclasses.replace`` does, but keep what was looked up of the rest.

        For trying things out: ``offer.changed(meetings=...)`` costs no more than looking at the meetings again.
        """
        found = replace(self, **parts)
        found.__dict__["index"] = Index(found, self.index, frozenset(parts))
        return found
