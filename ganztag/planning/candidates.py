"""Who may go where: the pairs of child and course that an allocation can choose from, in one fixed order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ganztag.planning.problem import Choice, Problem

Interval = tuple[int, int, int]
"""Weekday, start and end in minutes since midnight; the end is no longer part of it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A child that may take a course; *ranks* has the rank of the wish for each slot of the ballot it would fill."""

    pupil: int
    course: int
    ranks: tuple[tuple[int, int | None], ...]
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Candidates:
    """All pairs, sorted by pupil and course; all (pupil, slot) to be placed, and those of them that have wishes."""

    pairs: tuple[Candidate, ...]
    obligations: tuple[tuple[int, int], ...]
    wishing: tuple[int, ...]
    ranks: tuple[int, ...]


Stated = Mapping[tuple[int, int], Mapping[int, int]]
"""(pupil, course) -> slot -> rank."""


def candidates(problem: Problem) -> Candidates:
    """Return who may go where; the fixed placements must not contradict each other (see ``contradictions``)."""
    courses = {course.id: course for course in problem.courses}
    ballot = {slot.id for slot in problem.slots}
    inside = {course.id: sorted({s.id for s in course.slots} & ballot) for course in problem.courses}
    stated = _stated(problem, ballot)
    to_place = set(problem.obligations) or _wished_slots(stated)
    pinned = {(fixed.pupil, fixed.course) for fixed in problem.fixed}
    open_pairs = sorted((set(stated) - pinned - problem.barred) - {(b.pupil, b.course) for b in problem.banned})
    occupied = _occupied(problem, courses)
    pairs = [
        Candidate(pupil, course, _ranks(stated.get((pupil, course), {}), inside[course]), fixed=True)
        for pupil, course in pinned
    ]
    for pupil, course in open_pairs:
        ranks = _ranks(stated[pupil, course], inside.get(course, ()))
        wanted = bool(ranks) and all(rank is not None and (pupil, slot) in to_place for slot, rank in ranks)
        if wanted and not _clashes(courses[course], inside[course], occupied[pupil]):
            pairs.append(Candidate(pupil, course, ranks))
    filled = {(pupil, slot) for pupil, course in pinned for slot in inside[course]}
    return Candidates(
        pairs=tuple(sorted(pairs, key=lambda pair: (pair.pupil, pair.course))),
        obligations=tuple(sorted(to_place | filled)),
        wishing=tuple(sorted({pupil for pupil, _slot in to_place})),
        ranks=tuple(sorted({rank for by_slot in stated.values() for rank in by_slot.values()})),
    )


def _stated(problem: Problem, ballot: set[int]) -> Stated:
    pupils = set(problem.pupils)
    stated: dict[tuple[int, int], dict[int, int]] = defaultdict(dict)
    for wish in problem.wishes:
        if wish.pupil in pupils and wish.slot in ballot:
            ranks = stated[wish.pupil, wish.course]
            ranks[wish.slot] = min(wish.rank, ranks.get(wish.slot, wish.rank))
    return dict(stated)


def _wished_slots(stated: Stated) -> set[tuple[int, int]]:
    return {(pupil, slot) for (pupil, _course), ranks in stated.items() for slot in ranks}


def _ranks(stated: Mapping[int, int], slots: Iterable[int]) -> tuple[tuple[int, int | None], ...]:
    """Return the rank for each slot: the stated one, else the best stated for the course; None: not wished at all."""
    own = [stated[slot] for slot in slots if slot in stated]
    best = min(own) if own else None
    return tuple((slot, stated.get(slot, best) if own else None) for slot in slots)


@dataclass(frozen=True, slots=True)
class _Occupied:
    """The times and slots of one child that are gone already."""

    times: tuple[Interval, ...] = ()
    slots: frozenset[int] = frozenset()


def _occupied(problem: Problem, courses: Mapping[int, Choice]) -> Mapping[int, _Occupied]:
    times: dict[int, list[Interval]] = defaultdict(list)
    slots: dict[int, set[int]] = defaultdict(set)
    for busy in problem.busy:
        times[busy.pupil].append((busy.weekday, busy.starts, busy.ends))
    for fixed in problem.fixed:
        times[fixed.pupil] += intervals(courses[fixed.course])
        slots[fixed.pupil] |= {slot.id for slot in courses[fixed.course].slots}
    taken = {pupil: _Occupied(tuple(gone), frozenset(slots[pupil])) for pupil, gone in times.items()}
    return defaultdict(_Occupied, taken)


def _clashes(course: Choice, inside: list[int], occupied: _Occupied) -> bool:
    if not occupied.slots.isdisjoint(inside):
        return True
    return any(overlap(mine, theirs) for theirs in occupied.times for mine in intervals(course))


def intervals(course: Choice) -> list[Interval]:
    return [(slot.weekday, slot.starts, slot.ends) for slot in course.slots]


def overlap(one: Interval, other: Interval) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]
