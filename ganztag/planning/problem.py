"""What is to be allocated: pupils, the blocks of a ballot, courses, wishes and rules, as frozen rows."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ganztag.domain.courses import course_name
from ganztag.planning.conditions import Anywhere, Balance, Bond, Carried, Due, Least, Most, Named, Priority, Quota


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
    """A course that is offered, with all its meetings; *taken* places count towards the minimum and the maximum.

    *admission* is open, invited (only the invited may wish it) or closed (fixed children only). One that *must_run*
    has to reach its minimum. *parallel_to* is the course of the file that a made-up parallel course doubles.
    """

    id: int
    number: str
    title: str
    slots: tuple[Slot, ...]
    min_size: int | None = None
    max_size: int | None = None
    taken: int = 0
    ideal_size: int | None = None
    must_run: bool = False
    admission: str = "open"
    parallel_to: int | None = None

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
    """A child that must not be in a course: by hand, or because (*why*) it had it "before" or has "left" it since."""

    pupil: int
    course: int
    reason: str = ""
    why: str = "hand"


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything an allocation depends on.

    *barred* holds (pupil, course) that the year group or class rules out. *obligations* holds the (pupil, slot) to be
    placed; empty means those in which the child has wishes or takes anything. A course over several slots of the
    ballot can be had where the child is to be placed in all of them; a wish for it in one counts in each. Wishes of
    children who are not in *pupils* do not count. *invited* and *repeats* (had the course before: comes after the
    others) are (pupil, course), *refused* too: "not this one". *kept* are the places that children have at the moment;
    they matter only to a policy that keeps them. *rules* are the words for the keys of the conditions.
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
    invited: frozenset[tuple[int, int]] = frozenset()
    refused: frozenset[tuple[int, int]] = frozenset()
    repeats: frozenset[tuple[int, int]] = frozenset()
    kept: frozenset[tuple[int, int]] = frozenset()
    anywhere: tuple[Anywhere, ...] = ()
    due: tuple[Due, ...] = ()
    least: tuple[Least, ...] = ()
    most: tuple[Most, ...] = ()
    quotas: tuple[Quota, ...] = ()
    balances: tuple[Balance, ...] = ()
    bonds: tuple[Bond, ...] = ()
    priorities: tuple[Priority, ...] = ()
    carried: tuple[Carried, ...] = ()
    rules: tuple[Named, ...] = ()

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
            *self._conditions(),
        )
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

    def _conditions(self) -> Iterator[list[tuple[object, ...]]]:
        yield from (_rows(pairs) for pairs in (self.invited, self.refused, self.repeats))
        yield _rows((a.pupil, a.slot, _size(a.rank)) for a in self.anywhere)
        yield _rows((d.pupil, d.most) for d in self.due)
        yield _rows((one.pupil, *sorted(one.courses), -2, one.least) for one in self.least)
        yield _rows((one.pupil, *sorted(one.courses), -2, one.most) for one in self.most)
        yield _rows((q.course, _size(q.least), _size(q.most), int(q.percent), *sorted(q.pupils)) for q in self.quotas)
        yield _rows((b.course, *sorted(b.one), -2, *sorted(b.other)) for b in self.balances)
        yield _rows((min(b.one, b.other), max(b.one, b.other), b.kind, int(b.must)) for b in self.bonds)
        yield _rows((p.pupil, p.weight) for p in self.priorities)
        yield _rows((c.pupil, c.burden) for c in self.carried)


def _size(limit: int | None) -> int:
    return -1 if limit is None else limit


def _decisive(course: Choice) -> tuple[object, ...]:
    times = sorted((s.id, s.weekday, s.starts, s.ends) for s in course.slots)
    limits = (course.id, _size(course.min_size), _size(course.max_size), course.taken)
    more = (_size(course.ideal_size), int(course.must_run), course.admission)
    return (*limits, *more, *(number for time in times for number in time))


def _rows(rows: Iterable[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Return the rows in one order; those of one kind are alike, so that they can be compared."""
    return sorted(set(rows))
