"""What the judge reads out of a problem: who is due where, who may go where, and which rank a place has.

The solver has a reading of its own, so that each of the two can find the other's mistakes. What the words mean is
written in the docstring of ``planning.levels``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from ganztag.planning.problem import Choice, Problem, Slot, overlaps

Pair = tuple[int, int]
Paper = tuple[int, int, int, int]
"""Pupil, slot, course, rank."""


@dataclass(slots=True)
class Reading:
    """*due*: child -> slots to fill; *to_place*: (pupil, slot) without those of fixed places; *most*: a child's Due.

    *stated*: (pupil, course) -> slot -> rank; *wished*: (pupil, slot) with any wish; *anywhere*: (pupil, slot) -> rank,
    None without one; *pinned*: course -> its fixed children; *clashing*: pairs of courses at one time.
    """

    problem: Problem
    courses: dict[int, Choice]
    blocks: dict[int, frozenset[int]]
    pins: frozenset[Pair]
    pinned: dict[int, set[int]]
    ruled_out: frozenset[Pair]
    stated: dict[Pair, dict[int, int]]
    wished: frozenset[Pair]
    anywhere: dict[Pair, int | None]
    to_place: frozenset[Pair]
    due: dict[int, set[int]]
    most: dict[int, int]
    wishers: dict[int, dict[int, int]]
    ranks: tuple[int, ...]
    clashing: frozenset[Pair]
    busy: dict[int, list[Slot]]
    input_hash: str
    lots: dict[tuple[int, int, int], int] = field(default_factory=dict)
    sought: dict[int, bool] = field(default_factory=dict)

    @property
    def furthest(self) -> int:
        """The greatest rank there is: so many steps a child without a place is behind."""
        return max(self.ranks, default=1)

    def rank(self, pupil: int, slot: int, course: int) -> int | None:
        """Return the rank that a place in a course has in one of its slots; None: the child did not ask for it."""
        own = self.stated.get((pupil, course))
        if own is not None:
            return own[slot] if slot in own else min(own.values())
        if (pupil, slot) not in self.anywhere or (pupil, course) in self.pins:
            return None
        return self.anywhere[pupil, slot] if self.may_have(pupil, course) else None

    def asked(self, pupil: int, course: int) -> bool:
        """Tell whether the child put the course on its paper, or takes anything in all the slots of the course."""
        if (pupil, course) in self.stated:
            return True
        return all((pupil, slot) in self.anywhere for slot in self.blocks[course])

    def admitted(self, pupil: int, course: int) -> bool:
        admission = self.courses[course].admission
        return admission == "open" or (admission == "invited" and (pupil, course) in self.problem.invited)

    def busy_at(self, pupil: int, course: int) -> bool:
        slots = self.courses[course].slots
        return any(overlaps(slot, busy) for busy in self.busy.get(pupil, ()) for slot in slots)

    def open_to(self, pupil: int, course: int) -> bool:
        """Tell whether the child may have a course in which it is not fixed, if it is not fixed elsewhere then."""
        blocks = self.blocks.get(course)
        return (
            bool(blocks)
            and all((pupil, slot) in self.to_place for slot in blocks or ())
            and (pupil, course) not in self.ruled_out
            and (pupil, course) not in self.problem.refused
            and self.admitted(pupil, course)
            and self.asked(pupil, course)
            and not self.busy_at(pupil, course)
        )

    def may_have(self, pupil: int, course: int) -> bool:
        """Tell whether the child may have a course in which it is not fixed."""
        if any((pupil, other) in self.pins and (course, other) in self.clashing for other in self.pinned):
            return False
        return self.open_to(pupil, course)

    def sought_after(self, course: int) -> bool:
        """Tell whether more children who are new to a course want it than it has places."""
        if course not in self.sought:
            one, again = self.courses[course], self.problem.repeats
            new = [pupil for pupil, wished in self.stated if wished == course and (pupil, course) not in again]
            able = [pupil for pupil in new if (pupil, course) in self.pins or self.may_have(pupil, course)]
            self.sought[course] = one.max_size is not None and len(able) > one.max_size - one.taken
        return self.sought[course]

    def name(self, course: int) -> str:
        return self.courses[course].name if course in self.courses else str(course)


_last: list[Reading] = []


def read(problem: Problem) -> Reading:
    """Return the reading of a problem; the last one is remembered, for a plan that is changed again and again."""
    for known in _last:
        if known.problem is problem:
            return known
    reading = _read(problem)
    _last[:] = [reading]
    return reading


def _read(problem: Problem) -> Reading:
    ballot, pupils = {slot.id for slot in problem.slots}, set(problem.pupils)
    blocks = {course.id: frozenset(slot.id for slot in course.slots) & ballot for course in problem.courses}
    pins = frozenset((pin.pupil, pin.course) for pin in problem.fixed)
    papers = [(w.pupil, w.slot, w.course, w.rank) for w in problem.wishes if w.pupil in pupils and w.slot in ballot]
    wished = frozenset((pupil, slot) for pupil, slot, _course, _rank in papers)
    anywhere = _anywhere(problem, pupils, ballot)
    to_place = frozenset(problem.obligations) or wished | anywhere.keys()
    return Reading(
        problem=problem,
        courses={course.id: course for course in problem.courses},
        blocks=blocks,
        pins=pins,
        pinned={course: {pupil for pupil, own in pins if own == course} for _pupil, course in pins},
        ruled_out=frozenset((ban.pupil, ban.course) for ban in problem.banned) | problem.barred,
        stated=_stated(papers, blocks),
        wished=wished,
        anywhere=anywhere,
        to_place=to_place,
        due=_due(to_place, pins, blocks),
        most=_most(problem),
        wishers=_wishers(papers),
        ranks=_ranks(problem, papers, anywhere),
        clashing=frozenset(_clashes(problem.courses)),
        busy=_busy(problem),
        input_hash=problem.input_hash(),
    )


def _anywhere(problem: Problem, pupils: set[int], ballot: set[int]) -> dict[Pair, int | None]:
    """Of several rows for one block the best rank holds, and any rank before none."""
    found: dict[Pair, int | None] = {}
    for one in problem.anywhere:
        if one.pupil in pupils and one.slot in ballot:
            ranks = [rank for rank in (found.get((one.pupil, one.slot)), one.rank) if rank is not None]
            found[one.pupil, one.slot] = min(ranks, default=None)
    return found


def _ranks(problem: Problem, papers: Iterable[Paper], anywhere: Iterable[Pair]) -> tuple[int, ...]:
    told = set(anywhere)
    without_a_wish = {one.rank for one in problem.anywhere if (one.pupil, one.slot) in told and one.rank is not None}
    return tuple(sorted({rank for *_rest, rank in papers} | without_a_wish))


def _stated(papers: Iterable[Paper], blocks: dict[int, frozenset[int]]) -> dict[Pair, dict[int, int]]:
    """Return the ranks of the wishes on a paper of a block in which the course takes place."""
    stated: dict[Pair, dict[int, int]] = defaultdict(dict)
    for pupil, slot, course, rank in papers:
        if slot in blocks.get(course, ()):
            own = stated[pupil, course]
            own[slot] = min(rank, own.get(slot, rank))
    return dict(stated)


def _wishers(papers: Iterable[Paper]) -> dict[int, dict[int, int]]:
    """Return course -> pupil -> the best rank that the child gave it in any block."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for pupil, _slot, course, rank in papers:
        found[course][pupil] = min(rank, found[course].get(pupil, rank))
    return dict(found)


def _due(to_place: Iterable[Pair], pins: Iterable[Pair], blocks: dict[int, frozenset[int]]) -> dict[int, set[int]]:
    due: dict[int, set[int]] = defaultdict(set)
    for pupil, slot in to_place:
        due[pupil].add(slot)
    for pupil, course in pins:
        due[pupil] |= blocks.get(course, frozenset())
    return dict(due)


def _most(problem: Problem) -> dict[int, int]:
    most: dict[int, int] = {}
    for row in problem.due:
        most[row.pupil] = min(row.most, most.get(row.pupil, row.most))
    return most


def _clashes(courses: Iterable[Choice]) -> Iterator[Pair]:
    """Yield the pairs of courses that no child can attend both, in both directions."""
    for one, other in combinations(courses, 2):
        if any(mine.id == theirs.id or overlaps(mine, theirs) for mine in one.slots for theirs in other.slots):
            yield one.id, other.id
            yield other.id, one.id


def _busy(problem: Problem) -> dict[int, list[Slot]]:
    times: dict[int, list[Slot]] = defaultdict(list)
    for busy in problem.busy:
        times[busy.pupil].append(Slot(0, busy.weekday, busy.starts, busy.ends))
    return dict(times)
