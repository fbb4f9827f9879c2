"""What all rivals read: who wished what where, who is in what, and how an outcome is told."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from ganztag.planning.plan import Placement
from ganztag.planning.problem import Choice, Problem, overlaps

Outcome = Mapping[int, frozenset[int]]
"""Child -> the courses it got."""


@dataclass
class Papers:
    """*ranks*: child -> course -> best rank among those it may take; *owed*: child -> its slots."""

    problem: Problem
    courses: Mapping[int, Choice]
    blocks: Mapping[int, frozenset[int]]
    ranks: Mapping[int, dict[int, int]]
    owed: Mapping[int, set[int]]
    k: int = 0
    clashing: Mapping[int, frozenset[int]] = field(default_factory=dict)

    @staticmethod
    def of(problem: Problem) -> "Papers":
        courses = {course.id: course for course in problem.courses}
        ballot = {slot.id for slot in problem.slots}
        blocks = {key: frozenset(s.id for s in course.slots if s.id in ballot) for key, course in courses.items()}
        banned = {(ban.pupil, ban.course) for ban in problem.banned} | problem.barred | problem.refused
        ranks: dict[int, dict[int, int]] = defaultdict(dict)
        owed: dict[int, set[int]] = defaultdict(set)
        for wish in problem.wishes:
            owed[wish.pupil].add(wish.slot)
        for wish in problem.wishes:
            open_to = (wish.pupil, wish.course) not in banned and courses[wish.course].admission == "open"
            if open_to and blocks[wish.course] <= owed[wish.pupil]:
                own = ranks[wish.pupil]
                own[wish.course] = min(wish.rank, own.get(wish.course, wish.rank))
        clashing = {
            key: frozenset(
                other
                for other, theirs in courses.items()
                if other != key and any(overlaps(a, b) for a in course.slots for b in theirs.slots)
            )
            for key, course in courses.items()
        }
        return Papers(problem, courses, blocks, ranks, owed, max(w.rank for w in problem.wishes), clashing)

    def room(self, course: int) -> int:
        most = self.courses[course].max_size
        return len(self.problem.pupils) if most is None else max(0, most - self.courses[course].taken)

    def needed(self, course: int) -> int:
        return max(0, (self.courses[course].min_size or 0) - self.courses[course].taken)

    def in_lot_order(self, seed: int) -> list[int]:
        order = sorted(self.problem.pupils)
        random.Random(seed).shuffle(order)
        return order

    def placements(self, outcome: Outcome) -> tuple[Placement, ...]:
        """Return the outcome as a plan tells it; a course under its minimum is struck, its children get nothing."""
        inside: dict[int, int] = defaultdict(int)
        for own in outcome.values():
            for course in own:
                inside[course] += 1
        runs = {course for course, many in inside.items() if many >= self.needed(course)}
        stated = {(w.pupil, w.slot, w.course): w.rank for w in self.problem.wishes}
        found = []
        for pupil, slots in sorted(self.owed.items()):
            got = {slot: course for course in outcome.get(pupil, ()) if course in runs for slot in self.blocks[course]}
            for slot in sorted(slots):
                if slot in got:
                    rank = stated.get((pupil, slot, got[slot])) or self.ranks[pupil].get(got[slot])
                    found.append(Placement(pupil, slot, got[slot], rank))
                else:
                    found.append(Placement(pupil, slot, None, None))
        return tuple(found)


@dataclass
class Places:
    """Who is in what so far, and which places are left."""

    papers: Papers
    left: dict[int, int] = field(default_factory=dict)
    got: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        self.left = {course: self.papers.room(course) for course in self.papers.courses}

    def fits(self, pupil: int, course: int) -> bool:
        return self.left[course] > 0 and self.got[pupil].isdisjoint(self.papers.clashing[course] | {course})

    def give(self, pupil: int, course: int) -> None:
        self.got[pupil].add(course)
        self.left[course] -= 1

    def outcome(self) -> Outcome:
        return {pupil: frozenset(own) for pupil, own in self.got.items()}


Strategy = Callable[[Papers, Iterable[int]], Outcome]
"""Called with the papers and the courses that are struck."""


def strike_until_all_run(papers: Papers, allocate: Strategy) -> Outcome:
    """Strike the emptiest course under its minimum and start again, until every course that has children runs."""
    struck: set[int] = set()
    while True:
        outcome = allocate(papers, frozenset(struck))
        inside: dict[int, int] = defaultdict(int)
        for own in outcome.values():
            for course in own:
                inside[course] += 1
        small = [c for c in papers.courses if c not in struck and inside[c] < papers.needed(c)]
        if not small:
            return outcome
        struck.add(min(small, key=lambda course: (inside[course], course)))
