"""What is to be allocated: pupils, the blocks of a ballot, courses, wishes and rules, as frozen rows."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from ganztag.domain.courses import course_name


@dataclass(frozen=True, slots=True)
class Slot:
    """One time block of the ballot, or one meeting of a course; minutes since midnight, 1 = Monday.

    A meeting without a block has the id ``-meeting_id``.
    """

    id: int
    weekday: int
    starts: int
    ends: int


def overlaps(a: Slot, b: Slot) -> bool:
    """Tell whether two times exclude each other by the clock; what ends at 15:30 leaves 15:30 free."""
    return a.weekday == b.weekday and a.starts < b.ends and b.starts < a.ends


@dataclass(frozen=True, slots=True)
class Choice:
    """A course that is offered, with all its meetings; *taken* places count towards the minimum and the maximum."""

    id: int
    number: str
    title: str
    slots: tuple[Slot, ...]
    min_size: int | None = None
    max_size: int | None = None
    taken: int = 0

    @property
    def name(self) -> str:
        return course_name(self.number, self.title)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a child put on its paper for one slot; 1 is the first wish, equal ranks and gaps are allowed."""

    pupil: int
    course: int
    slot: int
    rank: int


@dataclass(frozen=True, slots=True)
class Busy:
    """A time at which a child is not free, because of *what*."""

    pupil: int
    weekday: int
    starts: int
    ends: int
    what: str = ""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A child that must be in a course: without a wish, below the minimum, of any year group."""

    pupil: int
    course: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Banned:
    """A child that must not be in a course."""

    pupil: int
    course: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything an allocation depends on.

    *barred* holds (pupil, course) that the year group or class rules out. *obligations* holds the (pupil, slot) to be
    placed; empty means those in which the child has wishes. A course over several slots of the ballot can be had where
    the child is to be placed in all of them; a wish for it in one counts in each. Wishes of children who are not in
    *pupils* do not count.
    """

    pupils: tuple[int, ...]
    slots: tuple[Slot, ...]
    courses: tuple[Choice, ...]
    wishes: tuple[Wish, ...]
    fixed: tuple[Fixed, ...] = ()
    banned: tuple[Banned, ...] = ()
    busy: tuple[Busy, ...] = ()
    barred: frozenset[tuple[int, int]] = frozenset()
    obligations: tuple[tuple[int, int], ...] = ()
    revision: int = 0

    def input_hash(self) -> str:
        """Return a SHA-256 over all that decides the result, whatever the order of the rows; names do not decide."""
        parts = (
            _rows((pupil,) for pupil in self.pupils),
            _rows((s.id, s.weekday, s.starts, s.ends) for s in self.slots),
            _rows(_decisive(course) for course in self.courses),
            _rows((w.pupil, w.course, w.slot, w.rank) for w in self.wishes),
            _rows((f.pupil, f.course) for f in self.fixed),
            _rows((b.pupil, b.course) for b in self.banned),
            _rows((b.pupil, b.weekday, b.starts, b.ends) for b in self.busy),
            _rows(self.barred),
            _rows(self.obligations),
        )
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _decisive(course: Choice) -> tuple[int, ...]:
    def size(limit: int | None) -> int:
        return -1 if limit is None else limit

    times = sorted((s.id, s.weekday, s.starts, s.ends) for s in course.slots)
    limits = (course.id, size(course.min_size), size(course.max_size), course.taken)
    return (*limits, *(number for time in times for number in time))


def _rows(rows: Iterable[tuple[int, ...]]) -> list[tuple[int, ...]]:
    return sorted(set(rows))
