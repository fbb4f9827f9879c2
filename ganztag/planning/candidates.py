"""Who may go where: the pairs of child and course that an allocation can choose from, in one fixed order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ganztag.planning.levels import facts
from ganztag.planning.problem import Choice, Problem

Interval = tuple[int, int, int]
"""Weekday, start and end in minutes since midnight; the end is no longer part of it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A child that may take a course; *ranks* has the rank of the wish for each slot of the ballot it would fill.

    Not *wished*: it takes any course, or is fixed in one that it did not ask for.
    """

    pupil: int
    course: int
    ranks: tuple[tuple[int, int | None], ...]
    fixed: bool = False
    wished: bool = True


@dataclass(frozen=True, slots=True)
class Candidates:
    """All pairs, sorted by pupil and course, and what the levels count beside them; ``levels`` says what each means.

    *obligations* are all (pupil, slot) of O(p); *wished* those with a wish; *wishing* the children who may miss a good
    wish; *due* how many courses are due to a child, where that is said; *steps* is k.
    """

    pairs: tuple[Candidate, ...]
    obligations: tuple[tuple[int, int], ...]
    wished: frozenset[tuple[int, int]]
    wishing: tuple[int, ...]
    due: Mapping[int, int]
    steps: int


Stated = Mapping[tuple[int, int], Mapping[int, int]]
"""(pupil, course) -> slot -> rank."""
Ranks = tuple[tuple[int, int | None], ...]


def candidates(problem: Problem) -> Candidates:
    """Return who may go where; the fixed placements must not contradict each other (see ``contradictions``)."""
    papers = _Papers.of(problem)
    inside = _inside(problem)
    pinned = {(fixed.pupil, fixed.course) for fixed in problem.fixed}
    pairs = [
        Candidate(pupil, course, ranks, fixed=True, wished=ranks[0][1] is not None)
        for pupil, course in pinned
        for ranks in (_ranks(papers.stated.get((pupil, course), {}), inside[course]),)
    ]
    pairs += _open_pairs(problem, papers, inside, pinned)
    filled = {(pupil, slot) for pupil, course in pinned for slot in inside[course]}
    hoping = papers.wished | {key for key, rank in papers.anywhere.items() if rank is not None}
    due: dict[int, int] = {}
    for one in problem.due:
        due[one.pupil] = min(one.most, due.get(one.pupil, one.most))
    return Candidates(
        pairs=tuple(sorted(pairs, key=lambda pair: (pair.pupil, pair.course))),
        obligations=tuple(sorted(papers.to_place | filled)),
        wished=frozenset(papers.wished),
        wishing=tuple(sorted({pupil for pupil, _slot in hoping & papers.to_place})),
        due=due,
        steps=max(facts(problem).ranks, default=1),
    )


def _inside(problem: Problem) -> dict[int, list[int]]:
    ballot = {slot.id for slot in problem.slots}
    return {course.id: sorted({s.id for s in course.slots} & ballot) for course in problem.courses}


@dataclass(frozen=True, slots=True)
class _Papers:
    """What the children of the ballot wrote; *anywhere*: (pupil, slot) -> the rank from which on any course will do."""

    stated: Stated
    wished: set[tuple[int, int]]
    anywhere: Mapping[tuple[int, int], int | None]
    to_place: set[tuple[int, int]]

    @staticmethod
    def of(problem: Problem) -> "_Papers":
        ballot = {slot.id for slot in problem.slots}
        stated = _stated(problem, ballot)
        wished = {(pupil, slot) for (pupil, _course), ranks in stated.items() for slot in ranks}
        anywhere = _anywhere(problem, ballot)
        return _Papers(stated, wished, anywhere, set(problem.obligations) or wished | set(anywhere))


def _anywhere(problem: Problem, ballot: set[int]) -> dict[tuple[int, int], int | None]:
    pupils = set(problem.pupils)
    found: dict[tuple[int, int], int | None] = {}
    for one in problem.anywhere:
        if one.pupil in pupils and one.slot in ballot:
            ranks = [rank for rank in (found.get((one.pupil, one.slot)), one.rank) if rank is not None]
            found[one.pupil, one.slot] = min(ranks, default=None)
    return found


def _open_pairs(
    problem: Problem, papers: _Papers, inside: Mapping[int, list[int]], pinned: set[tuple[int, int]]
) -> Iterator[Candidate]:
    """Yield the pairs that are no fixed ones; ``levels`` says who may have a course."""
    courses = {course.id: course for course in problem.courses}
    occupied = _occupied(problem, courses)
    ruled_out = pinned | problem.barred | problem.refused | {(ban.pupil, ban.course) for ban in problem.banned}
    for (pupil, course), ranks, wished in _wanted(papers, inside):
        admission = courses[course].admission
        admitted = admission == "open" or (admission == "invited" and (pupil, course) in problem.invited)
        if (
            admitted
            and (pupil, course) not in ruled_out
            and all((pupil, slot) in papers.to_place for slot, _rank in ranks)
            and not _clashes(courses[course], inside[course], occupied[pupil])
        ):
            yield Candidate(pupil, course, ranks, wished=wished)


def _wanted(papers: _Papers, inside: Mapping[int, list[int]]) -> Iterator[tuple[tuple[int, int], Ranks, bool]]:
    """Yield who wished a course in one of its slots, and who takes any course in all of them."""
    wished = set()
    for (pupil, course), stated in papers.stated.items():
        ranks = _ranks(stated, inside.get(course, ()))
        if ranks and ranks[0][1] is not None:
            wished.add((pupil, course))
            yield (pupil, course), ranks, True
    for pupil in sorted({pupil for pupil, _slot in papers.anywhere}):
        for course, slots in inside.items():
            if slots and (pupil, course) not in wished and all((pupil, slot) in papers.anywhere for slot in slots):
                yield (pupil, course), tuple((slot, papers.anywhere[pupil, slot]) for slot in slots), False


def _stated(problem: Problem, ballot: set[int]) -> Stated:
    pupils = set(problem.pupils)
    stated: dict[tuple[int, int], dict[int, int]] = defaultdict(dict)
    for wish in problem.wishes:
        if wish.pupil in pupils and wish.slot in ballot:
            ranks = stated[wish.pupil, wish.course]
            ranks[wish.slot] = min(wish.rank, ranks.get(wish.slot, wish.rank))
    return dict(stated)


def _ranks(stated: Mapping[int, int], slots: Iterable[int]) -> Ranks:
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
