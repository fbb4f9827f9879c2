from dataclasses import replace

import pytest

from ganztag.language import speaking
from ganztag.planning.allocate import allocate
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Banned, Busy, Fixed, Problem
from ganztag.planning.reasons import reasons, why
from tests.planning.made_up import MONDAY, MONDAY_LATER, TUESDAY, course, wishes


def problem() -> Problem:
    offer = (
        course(1, MONDAY, most=1),
        course(2, MONDAY, least=2),
        course(3, MONDAY, least=4),
        course(4, TUESDAY),
        course(5, MONDAY, TUESDAY),
    )
    papers = (
        *wishes(1, 1, 2),
        *wishes(2, 3, 2),
        *wishes(3, 1, 2, 3),
        *wishes(1, 4, slot=3),
        *wishes(4, 5),
        *wishes(4, 5, slot=3),
    )
    return Problem((1, 2, 3, 4), (MONDAY, TUESDAY), offer, papers, fixed=(Fixed(1, 1),))


def told(problem: Problem, pupil: int, slot: int = 1) -> list[str]:
    with speaking("en"):
        return [str(missed.message) for missed in why(problem, allocate(problem, Policy("greedy")), pupil, slot)]


def test_a_struck_and_a_full_course_say_so_with_numbers() -> None:
    assert told(problem(), 2) == ["3 Course 3 does not run: it needs 4 children, 2 wished for it."]
    assert told(problem(), 3) == ["1 Course 1 is full: 2 children wished for it, it has 1 place."]


def test_who_got_the_first_wish_needs_no_reason() -> None:
    plan = allocate(problem(), Policy("greedy"))
    assert set(reasons(problem(), plan)) == {(2, 1), (3, 1)}


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ({"barred": frozenset({(1, 1)})}, "1 Course 1 is not for the child's year group or class."),
        ({"banned": (Banned(1, 1, "quarrel"),)}, "The child is ruled out for 1 Course 1: quarrel"),
        ({"banned": (Banned(1, 1),)}, "The child is ruled out for 1 Course 1."),
        ({"busy": (Busy(1, 1, 840, 850, "Choir"),)}, "1 Course 1 clashes with Choir."),
        ({"busy": (Busy(1, 1, 840, 850),)}, "The child is not free at the time of 1 Course 1."),
        ({"fixed": (Fixed(1, 2),)}, "1 Course 1 clashes with 2 Course 2, where the child is fixed."),
        ({"fixed": (Fixed(1, 3),)}, "The child is fixed in 3 Course 3."),
        ({"courses": ()}, "The course is not offered."),
        ({"courses": (course(1, TUESDAY),)}, "1 Course 1 does not take place in this block."),
        (
            {"courses": (course(1, MONDAY, TUESDAY),)},
            "1 Course 1 also takes place in a block in which the child has no wishes.",
        ),
    ],
)
def test_each_rule_gives_its_reason(rule: dict[str, object], reason: str) -> None:
    offer = (course(1, MONDAY), course(2, MONDAY_LATER), course(3, MONDAY))
    plain = Problem((1,), (MONDAY, MONDAY_LATER, TUESDAY), offer, wishes(1, 1))
    assert told(replace(plain, **rule), 1) == [reason]  # type: ignore[arg-type]


def test_a_clash_with_a_course_the_child_got_is_named() -> None:
    offer = (course(1, MONDAY), course(2, MONDAY_LATER, TUESDAY))
    papers = (*wishes(1, 1), *wishes(1, 2, slot=2), *wishes(1, 2, slot=3))
    plain = Problem((1,), (MONDAY, MONDAY_LATER, TUESDAY), offer, papers)
    assert told(plain, 1) == ["1 Course 1 clashes with 2 Course 2, which the child got."]


def test_a_child_that_a_course_needs_to_run_is_told_so() -> None:
    papers = (*wishes(1, 1, 2), *wishes(2, 2))
    plain = Problem((1, 2), (MONDAY,), (course(1), course(2, least=2)), papers)
    assert told(plain, 1) == ["1 Course 1 has room, but 2 Course 2 runs only with this child: it needs 2 children."]


def test_a_block_without_a_wish_says_so() -> None:
    plain = Problem((1,), (MONDAY, TUESDAY), (course(1),), wishes(1, 1), obligations=((1, 1), (1, 3)))
    with speaking("en"):
        assert str(reasons(plain, allocate(plain))[1, 3]) == "The child has no wish for this block."
