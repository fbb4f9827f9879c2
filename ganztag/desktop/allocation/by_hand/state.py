"""The plan that is being changed by hand: its places, what was moved, what that costs, which rules it breaks."""

from dataclasses import dataclass

from ganztag.planning import judge
from ganztag.planning.judge import Violation
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem

Places = dict[tuple[int, int], int]
"""(pupil, slot) -> course."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a changed plan comes to: *costs* are (level, before, after) of the goals that differ."""

    plan: Plan
    costs: tuple[tuple[str, int, int], ...]
    broken: tuple[Violation, ...]


class HandPlan:
    """Places that are changed one move after another; *before* is the plan it began with."""

    def __init__(self, problem: Problem, before: Plan) -> None:
        self.problem, self.before = problem, before
        self.places: Places = _placed(before)
        self._undone: list[Places] = []
        self._tried: dict[tuple[int, int | None, int | None], Verdict] = {}
        self._verdict: Verdict | None = None

    def verdict(self) -> Verdict:
        """Return what the plan comes to now."""
        if self._verdict is None:
            self._verdict = self._judged(self.places)
        return self._verdict

    def trial(self, pupil: int, course: int | None, out_of: int | None) -> Verdict:
        """Return what the plan would come to with one more move; the moves of one drag are judged once."""
        key = (pupil, course, out_of)
        if key not in self._tried:
            self._tried[key] = self._judged(self._moved(pupil, course, out_of))
        return self._tried[key]

    def move(self, pupil: int, course: int | None, out_of: int | None) -> bool:
        """Move a child into a course (None: into none) and *out_of* another; tell whether anything changed."""
        new = self._moved(pupil, course, out_of)
        if new == self.places:
            return False
        self._undone.append(self.places)
        self.places = new
        self._changed()
        return True

    def can_go_back(self) -> bool:
        return bool(self._undone)

    def go_back(self) -> None:
        """Take the last move back."""
        if self._undone:
            self.places = self._undone.pop()
            self._changed()

    def moves(self) -> frozenset[int]:
        """Return the children who stand elsewhere than in the beginning."""
        first = _placed(self.before)
        keys = {*first, *self.places}
        return frozenset(pupil for pupil, slot in keys if first.get((pupil, slot)) != self.places.get((pupil, slot)))

    def rebase(self, problem: Problem) -> None:
        """Go on with a problem that has changed, as when a child was fixed; the moves stay."""
        self.problem = problem
        self.before = judge.evaluate(problem, self.before.policy, dict(_placed(self.before)), like=self.before)
        self._changed()

    def _changed(self) -> None:
        self._tried.clear()
        self._verdict = None

    def _moved(self, pupil: int, course: int | None, out_of: int | None) -> Places:
        return dict(judge.moved(self.problem, dict(self.places), pupil, course, out_of))

    def _judged(self, places: Places) -> Verdict:
        plan = judge.evaluate(self.problem, self.before.policy, dict(places), like=self.before)
        return Verdict(plan, judge.cost(self.before, plan), judge.audit(self.problem, plan))


def _placed(plan: Plan) -> Places:
    return {(place.pupil, place.slot): place.course for place in plan.placements if place.course is not None}
