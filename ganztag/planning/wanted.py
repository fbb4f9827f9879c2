"""What each child wanted in each slot, read straight from the wishes.

For the judge and the reasons; the model builder has its own reading, so that one can find the other's mistakes.
"""

from dataclasses import dataclass, field

from ganztag.planning.problem import Choice, Problem


@dataclass(slots=True)
class Wanted:
    """*ranks*: (pupil, slot) -> course -> rank; *owed*: the (pupil, slot) to be placed, without the fixed places."""

    problem: Problem
    courses: dict[int, Choice]
    ballot: frozenset[int]
    ranks: dict[tuple[int, int], dict[int, int]] = field(default_factory=dict)
    owed: set[tuple[int, int]] = field(default_factory=set)

    def blocks_of(self, course: int) -> set[int]:
        return {slot.id for slot in self.courses[course].slots if slot.id in self.ballot}

    def children(self, course: int) -> dict[int, int]:
        """Return who wanted the course, with the best rank each of them gave it."""
        best: dict[int, int] = {}
        for (pupil, _slot), wishes in self.ranks.items():
            if course in wishes:
                best[pupil] = min(wishes[course], best.get(pupil, wishes[course]))
        return best


def read(problem: Problem) -> Wanted:
    wanted = Wanted(problem, {course.id: course for course in problem.courses}, frozenset(s.id for s in problem.slots))
    children = frozenset(problem.pupils)
    for wish in problem.wishes:
        if wish.pupil in children and wish.slot in wanted.ballot:
            here = wanted.ranks.setdefault((wish.pupil, wish.slot), {})
            here[wish.course] = min(wish.rank, here.get(wish.course, wish.rank))
    wanted.owed = set(problem.obligations) or set(wanted.ranks)
    _spread(wanted)
    return wanted


def _spread(wanted: Wanted) -> None:
    """Let a wish for a course over several blocks of the ballot count in each of them where the child is due."""
    several = {course: blocks for course in wanted.courses if len(blocks := wanted.blocks_of(course)) > 1}
    due = wanted.owed | {(pin.pupil, slot) for pin in wanted.problem.fixed for slot in several.get(pin.course, ())}
    stated: dict[tuple[int, int], int] = {}
    for (pupil, slot), wishes in wanted.ranks.items():
        for course, rank in wishes.items():
            if slot in several.get(course, ()):
                stated[pupil, course] = min(rank, stated.get((pupil, course), rank))
    for (pupil, course), best in stated.items():
        for slot in several[course]:
            if (pupil, slot) in due:
                wanted.ranks.setdefault((pupil, slot), {}).setdefault(course, best)
