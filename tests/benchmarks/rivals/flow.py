"""Minimum-cost flow, slot by slot, with exact whole numbers: the yardstick where it can express the rules.

Successive shortest paths on the courses of a slot: an edge from one course to another is the cheapest child that can
move. Costs are Python's own whole numbers, so that weights of any size are exact.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from tests.benchmarks.rivals.papers import Outcome, Papers

NOWHERE = 0  # the course of those without a place


def greedy_cost(papers: Papers) -> Callable[[int | None], int]:
    """Everyone placed first, then most first wishes, then most second ones ..."""
    base, k = len(papers.problem.wishes) + 1, papers.k
    return lambda rank: base ** (k + 1) if rank is None else base**k - base ** (k - rank)


def generous_cost(papers: Papers) -> Callable[[int | None], int]:
    """Everyone placed first, then fewest of the worst wishes ..."""
    base = len(papers.problem.wishes) + 1
    return lambda rank: base ** (papers.k + 1) if rank is None else base ** (rank - 1)


def rating_cost(papers: Papers) -> Callable[[int | None], int]:
    """The sum of ratings, k points for a first wish and none for nothing (the idea of Moodle's Fair Allocation)."""
    return lambda rank: papers.k if rank is None else rank - 1


def flow(papers: Papers, struck: Iterable[int], cost: Callable[[int | None], int]) -> Outcome:
    """Return the cheapest outcome; courses in several slots cannot be expressed and are left out."""
    gone = set(struck) | {course for course, blocks in papers.blocks.items() if len(blocks) > 1}
    got: dict[int, set[int]] = {pupil: set() for pupil in papers.problem.pupils}
    for slot in papers.problem.slots:
        here = {course for course, blocks in papers.blocks.items() if slot.id in blocks} - gone
        children = [pupil for pupil, slots in sorted(papers.owed.items()) if slot.id in slots]
        wants = {
            pupil: {NOWHERE: cost(None)}
            | {course: cost(rank) for course, rank in papers.ranks[pupil].items() if course in here}
            for pupil in children
        }
        room = {NOWHERE: len(children)} | {course: papers.room(course) for course in here}
        for pupil, course in _Slot(wants, room).solve().items():
            if course != NOWHERE and got[pupil].isdisjoint(papers.clashing[course]):
                got[pupil].add(course)
    return {pupil: frozenset(own) for pupil, own in got.items()}


@dataclass
class _Slot:
    wants: Mapping[int, Mapping[int, int]]
    room: Mapping[int, int]
    at: dict[int, int] = field(default_factory=dict)
    inside: dict[int, set[int]] = field(default_factory=dict)

    def solve(self) -> dict[int, int]:
        self.inside = {course: set() for course in self.room}
        for pupil in self.wants:
            self._add(pupil)
        return self.at

    def _add(self, pupil: int) -> None:
        """Place one child more at the least cost, moving others along the cheapest path."""
        distance = dict(self.wants[pupil])
        before: dict[int, tuple[int, int]] = {}
        edges = self._edges()
        changed = True
        while changed:
            changed = False
            for (start, end), (price, mover) in edges.items():
                if start in distance and distance[start] + price < distance.get(end, distance[start] + price + 1):
                    distance[end] = distance[start] + price
                    before[end] = (start, mover)
                    changed = True
        open_ends = [course for course in distance if len(self.inside[course]) < self.room[course]]
        end = min(open_ends, key=lambda course: (distance[course], course))
        while end in before:
            start, mover = before[end]
            self._move(mover, end)
            end = start
        self._move(pupil, end)

    def _edges(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Return (course, other course) -> the cheapest change of cost, and the child that would move."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for course, pupils in self.inside.items():
            for pupil in pupils:
                own = self.wants[pupil]
                for other, price in own.items():
                    if other != course:
                        key, more = (course, other), price - own[course]
                        if key not in found or (more, pupil) < found[key]:
                            found[key] = (more, pupil)
        return found

    def _move(self, pupil: int, course: int) -> None:
        if pupil in self.at:
            self.inside[self.at[pupil]].discard(pupil)
        self.at[pupil] = course
        self.inside[course].add(pupil)
