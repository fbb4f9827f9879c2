"""The worth of one more place, against calculating it anew."""

import pytest

from ganztag.language import speaking
from ganztag.planning.allocate import Plan, allocate
from ganztag.planning.changes import Seats, changed
from ganztag.planning.explaining.answers import SeatPrice
from ganztag.planning.explaining.scene import lay_open
from ganztag.planning.explaining.seats import full_courses, seat_prices
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem
from tests.planning.explaining.schools import ROBOTICS, dear
from tests.planning.made_up import school


def test_one_more_place_in_the_course_that_all_want_makes_a_wish_a_step_better() -> None:
    prices = seat_prices(dear(), allocate(dear()))
    assert prices == {ROBOTICS: SeatPrice(ROBOTICS, placed=0, steps=1)}
    with speaking("en"):
        assert str(prices[ROBOTICS].message) == "One more place: wishes at most 1 step better."


def test_one_more_place_where_a_child_has_none_is_a_child_placed() -> None:
    from dataclasses import replace

    problem = replace(dear(), wishes=tuple(wish for wish in dear().wishes if wish.course == ROBOTICS))
    prices = seat_prices(problem, allocate(problem))
    assert prices[ROBOTICS].placed == 1
    with speaking("en"):
        assert str(prices[ROBOTICS].message) == "One more place: at most 1 more child placed."


def test_a_plan_with_free_places_everywhere_has_no_prices() -> None:
    problem = school(20, 12, 1, seed=2)
    plan = allocate(problem)
    assert set(seat_prices(problem, plan)) == set(full_courses(lay_open(problem, plan)))


@pytest.mark.parametrize("seed", [3, 4])
def test_no_place_is_worth_more_than_its_price(seed: int) -> None:
    problem = as_it_runs(school(90, 8, 2, seed=seed))
    plan = allocate(problem, Policy("generous"))
    prices = seat_prices(problem, plan)
    assert prices
    best = placed_and_steps(problem)
    for course, price in prices.items():
        size = next(one.max_size for one in problem.courses if one.id == course)
        assert size is not None
        filled, steps = placed_and_steps(changed(problem, (Seats(course, size + 1),)))
        assert filled - best[0] <= price.placed
        if filled == best[0]:
            assert best[1] - steps <= price.steps
    assert any(price.placed or price.steps for price in prices.values())


def as_it_runs(problem: Problem) -> Problem:
    """Return the problem with all courses running whatever happens, as the prices take it."""
    from dataclasses import replace

    return replace(problem, courses=tuple(replace(one, min_size=None) for one in problem.courses))


def placed_and_steps(problem: Problem) -> tuple[int, int]:
    """Return how many are placed at best, and the fewest steps behind the first wish with so many."""
    from dataclasses import replace

    from ganztag.planning.conditions import Priority

    weighing = replace(problem, priorities=tuple(Priority(pupil, 1) for pupil in problem.pupils))
    plan = allocate(weighing, Policy("generous"))
    return filled(plan), sum(place.rank - 1 for place in plan.placements if place.rank is not None)


def filled(plan: Plan) -> int:
    return len(plan.placements) - len(plan.unplaced())
