"""What one more place in each full course is worth at most: one calculation for all of them, in parts of a second."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ganztag.planning.explaining.answers import SeatPrice
from ganztag.planning.explaining.scene import Scene, lay_open
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem

if TYPE_CHECKING:
    from ganztag.planning.model import Floats, Model

_TINY = 1e-6


def seat_prices(problem: Problem, plan: Plan) -> Mapping[int, SeatPrice]:
    """Return, for each course that is full, the worth of one more place; it is never more than that.

    The courses that run stay the same; what counts is how many places are filled, then how good the wishes are.
    """
    from ganztag.planning import model  # noqa: PLC0415 -- numpy and the solver, only to solve
    from ganztag.planning.candidates import candidates  # noqa: PLC0415
    from ganztag.planning.explaining.linear import Relaxation  # noqa: PLC0415

    full = full_courses(lay_open(problem, plan))
    if not full:
        return {}
    open_ended = tuple(replace(one, max_size=None) if one.id in full else one for one in problem.courses)
    wider = replace(problem, courses=open_ended)
    built = model.build(wider, candidates(wider))
    rows = _size_rows(built, full)
    _as_it_runs(built, plan)
    filled, steps = _costs(built)
    with Relaxation(built) as relaxation:
        first = relaxation.smallest(filled)
        if first is None:
            return {}
        relaxation.keep(filled, first.value + _TINY)
        second = relaxation.smallest(steps)
    lacking = len(plan.unplaced())  # nothing can place more children than have no place
    return {
        course: SeatPrice(
            course,
            placed=min(lacking, _whole(first.prices[row])),
            steps=0 if second is None else _whole(second.prices[row]),
        )
        for course, row in rows.items()
    }


def full_courses(scene: Scene) -> dict[int, int]:
    """Return the courses of the plan without a free place, and how many places they have for the ballot."""
    found = {}
    for course in scene.problem.courses:
        if course.max_size is None or course.id not in scene.plan.running:
            continue
        places, inside = course.max_size - course.taken, len(scene.inside.get(course.id, ()))
        if inside >= places > 0:
            found[course.id] = max(places, len(scene.pinned_in(course.id)))
    return found


def _size_rows(built: "Model", full: Mapping[int, int]) -> dict[int, int]:
    """Write the sizes as rows of their own; return course -> row."""
    rows = {}
    for course, places in full.items():
        members = built.members.get(course, [])
        if members:
            rows[course] = len(built.rows.lower)
            built.rows.add(-math.inf, members, [1.0] * len(members), float(places))
    return rows


def _as_it_runs(built: "Model", plan: Plan) -> None:
    for course, column in built.opened.items():
        built.lower[column] = built.upper[column] = float(course in plan.running)


def _costs(built: "Model") -> tuple["Floats", "Floats"]:
    """Return what is to be small: places that are not filled, and the steps behind the first wish."""
    import numpy as np  # noqa: PLC0415

    filled, steps = np.zeros(built.width), np.zeros(built.width)
    furthest = max((rank for pair in built.pairs for _slot, rank in pair.ranks if rank is not None), default=1)
    for index, pair in enumerate(built.pairs):
        filled[index] = -len(pair.ranks)
        steps[index] = sum(furthest if rank is None else rank - 1 for _slot, rank in pair.ranks)
    return filled, steps


def _whole(price: float) -> int:
    """Return how much whole children can gain where fractions of them gain so much."""
    return max(0, math.floor(price + 1e-4))
