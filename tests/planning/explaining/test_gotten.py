"""Why children are where they are."""

from ganztag.language import speaking
from ganztag.planning.allocate import allocate
from ganztag.planning.conditions import Anywhere, Priority
from ganztag.planning.explaining.gotten import why_in
from ganztag.planning.problem import Fixed, Problem
from tests.planning.explaining.schools import CHESS, LATE, ROBOTICS, crowded, dear
from tests.planning.made_up import MONDAY, course, wishes


def told(problem: Problem, pupil: int, wished: int) -> str:
    with speaking("en"):
        return str(why_in(problem, allocate(problem), pupil, wished))


def test_a_first_wish_needs_no_more_words() -> None:
    assert told(dear(), 2, ROBOTICS) == "1 Course 1 is the child's 1st wish."


def test_a_later_wish_tells_what_became_of_the_better_ones() -> None:
    assert told(dear(), 1, CHESS) == (
        "2 Course 2 is the child's 2nd wish. 1 Course 1 is full: 2 children wished for it, it has 1 place."
    )


def test_a_fixed_child_has_the_reason_of_that() -> None:
    problem = crowded(fixed=(Fixed(1, LATE, "Agreed with the parents"), Fixed(2, CHESS)))
    assert told(problem, 1, LATE) == "The child is fixed in 4 Course 4: Agreed with the parents."
    assert told(problem, 2, CHESS) == "The child is fixed in 2 Course 2."


def test_a_child_that_comes_first_says_why() -> None:
    problem = crowded(priorities=(Priority(1, 3, "hardship"),))
    assert told(problem, 1, ROBOTICS) == "1 Course 1 is the child's 1st wish. The child comes before others: hardship."


def test_a_child_without_a_wish_takes_what_has_a_place() -> None:
    plain = Problem((1, 2), (MONDAY,), (course(1),), wishes(1, 1), anywhere=(Anywhere(2, 1),))
    assert told(plain, 2, 1) == "The child takes any course here, and 1 Course 1 had a place."


def test_a_course_that_the_child_does_not_have_is_not_explained() -> None:
    assert told(dear(), 1, ROBOTICS) == "The child is not in 1 Course 1."


def test_every_child_and_course_of_a_school_has_a_sentence() -> None:
    from tests.planning.generated import small

    problem = small(rules=False)
    plan = allocate(problem)
    for language in ("de", "en"):
        with speaking(language):
            for place in plan.placements:
                if place.course is not None:
                    assert str(why_in(problem, plan, place.pupil, place.course)).endswith(".")
