from dataclasses import replace
from typing import Any

import pytest

from ganztag.domain.objection import Objection
from ganztag.language import N_, speaking
from ganztag.planning.allocate import allocate
from ganztag.planning.conditions import Bond, Due, Most, Named, Quota
from ganztag.planning.contradictions import infeasible_core, infeasible_cores, refuse_infeasible
from ganztag.planning.problem import Choice, Fixed, Problem
from tests.planning.made_up import MONDAY, TUESDAY, course, wishes


def must_run(number: int, least: int, **more: Any) -> Choice:
    return replace(course(number, least=least), must_run=True, **more)


def problem(*offer: Choice, **rules: Any) -> Problem:
    papers = (*wishes(1, 1, 2), *wishes(2, 1, 2), *wishes(3, 2, 1))
    return Problem((1, 2, 3, 4), (MONDAY, TUESDAY), offer, papers, **rules)


def told(asked: Problem) -> str:
    with speaking("en"):
        try:
            refuse_infeasible(asked)
        except Objection as objection:
            return str(objection.message)
    return ""


def test_rules_that_can_hold_are_no_contradiction() -> None:
    possible = problem(must_run(1, 2), course(2), fixed=(Fixed(4, 2),))
    assert infeasible_core(possible) == ()
    refuse_infeasible(possible)


def test_a_course_that_must_run_but_that_too_few_can_have_says_how_many_they_are() -> None:
    assert told(problem(must_run(1, 5), course(2))) == (
        "This rule cannot be kept: 1 Course 1 must run with at least 5 children, but only 3 children can be in it."
    )
    assert "but only 5 children" in told(problem(must_run(1, 6, taken=2), course(2)))


def test_two_courses_that_must_run_at_one_time_contradict_each_other() -> None:
    asked = problem(must_run(1, 2), must_run(2, 2))
    assert [(one.kind, one.course) for one in infeasible_core(asked)] == [("must run", 1), ("must run", 2)]
    assert told(asked) == (
        "These rules contradict each other: 1 Course 1 must run with at least 2 children; "
        "2 Course 2 must run with at least 2 children."
    )


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ({"bonds": (Bond(1, 2, "apart", must=True),)},
         "2 children are fixed in 1 Course 1; two children must be kept apart."),
        ({"quotas": (Quota(1, frozenset({3}), least=2),)},
         "a child is fixed in 1 Course 1; at least 2 of the children in 1 Course 1 are of one group."),
        ({"quotas": (Quota(1, frozenset({3}), least=60, percent=True),)},
         "a child is fixed in 1 Course 1; at least 60 % of the children in 1 Course 1 are of one group."),
        ({"quotas": (Quota(1, frozenset({3}), least=2, most=3),)},
         "a child is fixed in 1 Course 1; 2 to 3 children in 1 Course 1 are of one group."),
        ({"bonds": (Bond(1, 4, "together", must=True),), "obligations": ((1, 1), (4, 1))},
         "a child is fixed in 1 Course 1; two children must be together."),
    ],
)  # fmt: skip
def test_each_rule_is_said_in_words_and_never_by_child(rules: dict[str, Any], words: str) -> None:
    asked = problem(course(1), course(2), fixed=(Fixed(1, 1), Fixed(2, 1)), **rules)
    assert told(asked) == f"These rules contradict each other: {words}"
    assert {pupil for one in infeasible_core(asked) for pupil in one.pupils} <= {1, 2, 4}


def test_portions_and_places_are_said_too() -> None:
    offer = (must_run(1, 3), course(2))
    assert told(problem(*offer, due=(Due(3, 0),))).endswith("3 children; a child gets 0 courses at most.")
    assert "a child gets 0 courses of a kind at most" in told(problem(*offer, most=(Most(3, frozenset({1}), 0),)))
    assert "1 Course 1 has 2 places" in told(problem(must_run(1, 3, max_size=2), course(2)))
    shares = (Quota(1, frozenset({1, 2}), most=1), Quota(1, frozenset({1, 2}), most=50, percent=True))
    told_of = [told(problem(*offer, quotas=(one,))) for one in shares]
    assert "at most 1 of the children in 1 Course 1 are of one group" in told_of[0]
    assert "at most 50 % of the children in 1 Course 1 are of one group" in told_of[1]


def test_a_rule_of_the_school_goes_by_its_name_and_is_said_once() -> None:
    due = (Due(1, 0, "portions"), Due(2, 0, "portions"), Due(3, 0, "portions"))
    named = problem(must_run(1, 1), course(2), due=due, rules=(Named("portions", N_("No courses at all")),))
    assert len(infeasible_core(named)) == 4
    assert {one.key for one in infeasible_core(named)} == {"portions", "must run:1:"}
    assert told(named) == (
        "These rules contradict each other: 1 Course 1 must run with at least 1 child; No courses at all."
    )


def test_rules_that_are_whole_sentences_end_in_one_full_stop() -> None:
    due = (Due(1, 0, "portions"), Due(2, 0, "portions"), Due(3, 0, "portions"))
    named = problem(must_run(1, 1), course(2), due=due, rules=(Named("portions", N_("Each child takes none.")),))
    assert told(named).endswith("; Each child takes none.")


def test_contradictions_that_have_nothing_in_common_are_said_at_once() -> None:
    fixed = (Fixed(3, 3), Fixed(4, 3))
    bonds = (Bond(3, 4, "apart", must=True),)
    asked = problem(must_run(1, 5), course(2), course(3, TUESDAY), fixed=fixed, bonds=bonds)
    assert len(infeasible_cores(asked)) == 2
    assert len(infeasible_cores(asked, most=1)) == 1
    assert told(asked) == (
        "Several groups of rules contradict each other: (1) 1 Course 1 must run with at least 5 children, but only "
        "3 children can be in it. (2) 2 children are fixed in 3 Course 3; two children must be kept apart."
    )


def test_an_allocation_that_is_impossible_is_refused_with_the_rules_and_advice() -> None:
    with pytest.raises(Objection) as objection:
        allocate(problem(must_run(1, 5), course(2)))
    assert objection.value.advice is not None


def test_a_school_with_a_contradiction_among_many_rules_is_told_the_few_that_matter() -> None:
    pupils = tuple(range(1, 301))
    offer = (*(course(number, most=20) for number in range(1, 40)), must_run(40, 25, max_size=40))
    papers = tuple(wish for pupil in pupils for wish in wishes(pupil, pupil % 39 + 1, 40))
    fixed = tuple(Fixed(pupil, pupil % 39 + 1) for pupil in pupils[:280])
    asked = Problem(pupils, (MONDAY,), offer, papers, fixed=fixed)
    core = infeasible_core(asked)
    assert [one.kind for one in core].count("must run") == 1
    assert (
        len(core) == 277
    )  # 20 children are left, 25 must come: of the 280 that are fixed elsewhere any 276 stand in the way
