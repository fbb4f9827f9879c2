from typing import Any

import pytest

from ganztag.domain.objection import Objection
from ganztag.language import speaking
from ganztag.planning.allocate import allocate
from ganztag.planning.problem import Banned, Busy, Fixed, Problem
from tests.planning.made_up import MONDAY, MONDAY_LATER, TUESDAY, course


def problem(**rules: Any) -> Problem:
    offer = (course(1, MONDAY), course(2, MONDAY_LATER), course(3, TUESDAY), course(4, MONDAY))
    return Problem((1, 2), (MONDAY, MONDAY_LATER), offer, (), **rules)


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ({"fixed": (Fixed(1, 1), Fixed(1, 2))}, "fixed in 1 Course 1 and in 2 Course 2"),
        ({"fixed": (Fixed(1, 1), Fixed(1, 4))}, "fixed in 1 Course 1 and in 4 Course 4"),
        ({"fixed": (Fixed(1, 1),), "banned": (Banned(1, 1),)}, "fixed in 1 Course 1 and ruled out"),
        ({"fixed": (Fixed(1, 2),), "busy": (Busy(1, 1, 935, 999, "Choir"),)}, "fixed in 2 Course 2, but is not free"),
        ({"fixed": (Fixed(1, 3),)}, "fixed in 3 Course 3, which is in no block"),
        ({"fixed": (Fixed(1, 77),)}, "fixed in a course that is not offered"),
    ],
)
def test_fixed_places_that_contradict_are_refused_by_course(rules: dict[str, Any], told: str) -> None:
    with speaking("en"), pytest.raises(Objection) as objection:
        allocate(problem(**rules))
    with speaking("en"):
        assert told in str(objection.value.message)
    assert objection.value.advice is not None


def test_the_same_fixed_place_twice_is_no_contradiction() -> None:
    assert allocate(problem(fixed=(Fixed(1, 1), Fixed(1, 1)))).courses_of(1) == (1,)


def test_two_children_fixed_at_one_time_are_no_contradiction() -> None:
    plan = allocate(problem(fixed=(Fixed(1, 1), Fixed(2, 2)), busy=(Busy(1, 2, 0, 1440),)))
    assert (plan.courses_of(1), plan.courses_of(2)) == ((1,), (2,))


def test_a_fixed_place_of_a_stranger_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="not among the pupils"):
        allocate(problem(fixed=(Fixed(99, 1),)))
