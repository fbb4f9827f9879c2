"""What there is: the offer of a half-year, and what stands already in the half-year that it is copied into."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

BlockKey = tuple[int, time, time]  # weekday, from, to


@dataclass(frozen=True, slots=True)
class HalfYear:
    """A half-year; without *id* it is made by the deed, without *school_year_id* its school year as well."""

    id: int | None
    number: int
    name: str
    starts: date
    ends: date
    school_year_id: int | None
    school_year: str


@dataclass(frozen=True, slots=True)
class OldMeeting:
    """A meeting as it stands; *block* are the day and times of its block. *leaders*: (person, role), in order."""

    id: int
    block_id: int | None
    block: BlockKey | None
    block_name: str
    weekday: int | None
    starts: time | None
    ends: time | None
    room_id: int | None
    rhythm: str
    on_date: date | None
    fixed: bool
    leaders: tuple[tuple[int, str], ...]

    @property
    def span(self) -> tuple[int, time, time]:
        """Return weekday and times; without times the whole day."""
        weekday = self.weekday or (self.block[0] if self.block else 0)
        starts = self.starts or (self.block[1] if self.block else time.min)
        return weekday, starts, self.ends or (self.block[2] if self.block else time.max)


@dataclass(frozen=True, slots=True)
class OldCourse:
    """A course as it stands. *fields* are those that a copy takes over by name; *children* are in it at its end."""

    id: int
    offer_id: int
    whole_year: bool
    number: str
    title: str
    colour: int | None
    status: str
    again: str
    max_size: int | None
    fields: Mapping[str, object]
    dated: bool
    year_group_ids: tuple[int, ...]
    class_ids: tuple[int, ...]
    meetings: tuple[OldMeeting, ...]
    blocks: tuple[BlockKey, ...]
    room_ids: tuple[int, ...]
    staff: tuple[tuple[int, str], ...]
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Child:
    """A child of the offer. *class_id* is that of the old year, *in_target* are those it is in by then."""

    id: int
    name: str
    exit: date | None
    year_group_id: int | None
    class_id: int | None
    in_target: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClassOf:
    """A class or group of either school year."""

    id: int
    school_year_id: int
    name: str
    kind: str
    year_group_id: int | None


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str
    starts: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class CopyState:
    """All that a copy looks at; *steps* is by how many school years the target is later."""

    source: HalfYear
    target: HalfYear
    steps: int
    courses: tuple[OldCourse, ...]
    there: tuple[OldCourse, ...]
    target_blocks: Mapping[BlockKey, int]
    block_names: Mapping[BlockKey, str]
    classes: Mapping[int, ClassOf]
    year_groups: tuple[tuple[int, str], ...]  # in their order
    children: Mapping[int, Child]
    staff: Mapping[int, Person]
    rooms: Mapping[int, str]  # their codes
    year_changed: bool  # children are in classes of the target's school year already
    taken_numbers: frozenset[str] = frozenset()  # by courses of the target's half-year and of its whole year
    taken_in_year: frozenset[str] = frozenset()  # by any course of the target's school year
