"""The long work of the demand view: an allocation as it stands, and what one more place in a full course is worth."""

from collections.abc import Callable

from ganztag.desktop.wishes.demand_findings import Help
from ganztag.planning.allocate import allocate
from ganztag.planning.explaining.seats import seat_prices
from ganztag.planning.problem import Problem


def helpful_seats(problem: Problem, *, progress: Callable[[int, int], None]) -> tuple[Help, ...]:
    """Return the full courses in which more places help; *progress* may raise to stop."""
    plan = allocate(problem, progress=progress)
    prices = seat_prices(problem, plan).values()
    return tuple(Help(one.course, str(one.message), one.placed, one.steps) for one in prices if one.placed or one.steps)
