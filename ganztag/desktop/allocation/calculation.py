"""The long work of the screen: plain data in, a plan with its figures and reasons out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ganztag.language import Message
from ganztag.operations.allocation import Summary, summary
from ganztag.planning import judge
from ganztag.planning.allocate import allocate
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem


@dataclass(frozen=True)
class Calculated:
    """A plan with its figures, and why (pupil, slot) did not get its best wish; *courses*: how they are called."""

    plan: Plan
    summary: Summary
    reasons: Mapping[tuple[int, int], Message]
    courses: Mapping[int, str]


def calculate(problem: Problem, goal: str, seed: int, *, progress: Callable[[int, int], None]) -> Calculated:
    """Return the best plan for a goal; *progress* is told (levels done, all) and may raise to stop."""
    plan = allocate(problem, goal, seed, progress=progress)
    names = {course.id: course.title for course in problem.courses}
    return Calculated(plan, summary(plan, problem), judge.reasons(problem, plan), names)


def accepted(plan: Plan, problem: Problem) -> Calculated:
    """Return an accepted plan as if it had just been calculated, for as long as the problem is the same."""
    names = {course.id: course.title for course in problem.courses}
    return Calculated(plan, summary(plan, problem), judge.reasons(problem, plan), names)
