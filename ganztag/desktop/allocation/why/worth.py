"""What one more place in each full course is worth, and why courses are struck: asked for once for each plan."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ganztag.planning.explaining.answers import Forced, SeatPrice, StruckReason
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem


@dataclass(frozen=True, slots=True)
class Worth:
    """What is known of the courses of one plan."""

    plan_hash: str
    prices: Mapping[int, SeatPrice]
    struck: Mapping[int, StruckReason]


def worth_of_places(problem: Problem, plan: Plan, *, progress: Callable[[int, int], None]) -> Worth:
    """Return the worth of one more place in each full course, and what each struck course lacked."""
    from ganztag.planning.explaining.seats import seat_prices  # noqa: PLC0415 -- the solver, only to solve
    from ganztag.planning.explaining.striking import struck_reasons  # noqa: PLC0415

    progress(0, 1)
    return Worth(plan.plan_hash, seat_prices(problem, plan), {one.course: one for one in struck_reasons(problem, plan)})


def price_of_running(problem: Problem, plan: Plan, course: int, *, progress: Callable[[int, int], None]) -> Forced:
    """Return what it would have cost to let a struck course run; seconds."""
    from ganztag.planning.explaining.striking import forced_to_run  # noqa: PLC0415 -- the solver, only to solve

    return forced_to_run(problem, plan, course, progress=progress)
