"""The long work of the screen: plain data in, a plan with its figures out."""

from collections.abc import Callable
from dataclasses import dataclass

from ganztag.planning.allocate import allocate
from ganztag.planning.asked import Asked
from ganztag.planning.figures import Figures, figures
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem


@dataclass(frozen=True)
class Calculated:
    """A plan with the problem it solves and its figures; *stopped*: somebody had enough before it was proven."""

    asked: Asked
    problem: Problem
    plan: Plan
    figures: Figures
    stopped: bool = False


class Enough:
    """Says to the work that the best so far will do."""

    def __init__(self) -> None:
        self.is_enough = False

    def __call__(self) -> bool:
        return self.is_enough


def calculate(
    problem: Problem, asked: Asked, enough: Callable[[], bool], *, progress: Callable[[int, int], None]
) -> Calculated:
    """Return the best plan; *progress* is told (levels done, all) and may raise to stop and leave nothing."""
    meant = asked.problem(problem)
    plan = allocate(meant, asked.policy, progress=progress, enough=enough, time_limit=asked.time_limit)
    return Calculated(asked, meant, plan, figures(plan, meant), stopped=enough() and not plan.proven)


def calculate_all(
    problem: Problem, all_asked: tuple[Asked, ...], enough: Callable[[], bool], *, progress: Callable[[int, int], None]
) -> tuple[Calculated, ...]:
    """Return a plan for each that is asked for; after *enough* the rest is left out."""
    found: list[Calculated] = []
    for asked in all_asked:
        if found and enough():
            break
        found.append(calculate(problem, asked, enough, progress=progress))
    return tuple(found)
