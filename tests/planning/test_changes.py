"""Changes to try: what they make of a problem, how they are kept, how they are said."""

from dataclasses import replace

import pytest

from ganztag.domain.objection import Objection
from ganztag.language import N_, speaking
from ganztag.planning.allocate import allocate
from ganztag.planning.changes import (
    Change,
    Force,
    Minimum,
    MustRun,
    Parallel,
    Seats,
    Strike,
    Withdraw,
    Without,
    as_text,
    changed,
    of_text,
    words,
)
from ganztag.planning.conditions import Bond, Due, Named, Quota
from ganztag.planning.judge import audit
from ganztag.planning.problem import Fixed, Problem
from tests.planning.generated import small
from tests.planning.made_up import MONDAY, TUESDAY, course, wishes

EVERY: tuple[Change, ...] = (
    Seats(1, 3), Seats(1, None), Minimum(1, 2), Minimum(1, None), MustRun(1), Strike(1), Without("due"),
    Without("gone"), Withdraw(1), Parallel(1, 99), Parallel(1, 99, 3), Force(1, 1),
)  # fmt: skip


def plain() -> Problem:
    papers = (*wishes(1, 1, 2), *wishes(2, 1), *wishes(2, 2, slot=3), *wishes(3, 1))
    offer = (course(1, most=1), course(2, MONDAY, TUESDAY))
    rules = (Named("due", N_("At most one course")),)
    return Problem((1, 2, 3), (MONDAY, TUESDAY), offer, papers, due=(Due(2, 1, "due"),), rules=rules)


@pytest.mark.parametrize("change", EVERY)
def test_each_change_survives_as_text_and_can_be_said(change: Change) -> None:
    assert of_text(as_text((change,))) == (change,)
    english, german = said(change, "en"), said(change, "de")
    assert english
    assert german
    assert english != german
    assert "{" not in english + german


def said(change: Change, language: str) -> str:
    with speaking(language):
        return str(words(change, plain()))


def test_no_text_is_no_change_and_other_text_is_refused() -> None:
    assert of_text("") == ()
    with pytest.raises(ValueError, match="no changes"):
        of_text('[{"kind": "Wish"}]')


def test_seats_and_minimum_and_must_run_change_the_course() -> None:
    problem = changed(plain(), (Seats(1, 5), Minimum(1, 2), MustRun(1)))
    one = problem.courses[0]
    assert (one.max_size, one.min_size, one.must_run) == (5, 2, True)
    assert problem.courses[1] == plain().courses[1]


def test_a_course_that_is_struck_leaves_its_children_due() -> None:
    before = replace(plain(), fixed=(Fixed(3, 1),), quotas=(Quota(1, frozenset({1}), most=1),))
    problem = changed(before, (Strike(1),))
    assert [one.id for one in problem.courses] == [2]
    assert (problem.fixed, problem.quotas) == ((), ())
    plan = allocate(problem)
    assert (3, 1) in {(place.pupil, place.slot) for place in plan.unplaced()}
    assert audit(problem, plan) == ()


def test_without_a_rule_its_conditions_and_words_are_gone() -> None:
    problem = changed(plain(), (Without("due"),))
    assert (problem.due, problem.rules) == ((), ())


def test_a_child_that_withdraws_is_nowhere_any_more() -> None:
    before = replace(plain(), bonds=(Bond(1, 2, "apart", must=True),), fixed=(Fixed(2, 2),))
    problem = changed(before, (Withdraw(2),))
    assert problem.pupils == (1, 3)
    assert (problem.bonds, problem.fixed, problem.due) == ((), (), ())
    assert all(place.pupil != 2 for place in allocate(problem).placements)


def test_a_parallel_course_takes_the_wishes_of_the_first() -> None:
    problem = changed(plain(), (Parallel(1, 99),))
    double = problem.courses[-1]
    assert (double.id, double.parallel_to, double.max_size) == (99, 1, 1)
    plan = allocate(problem)
    assert audit(problem, plan) == ()
    assert {place.course for place in plan.placements if place.rank == 1} >= {1, 99}


def test_a_parallel_course_on_another_day_is_for_those_who_are_due_there() -> None:
    problem = changed(plain(), (Parallel(1, 99, 3),))
    assert [(wish.pupil, wish.slot, wish.rank) for wish in problem.wishes if wish.course == 99] == [(2, 3, 1)]
    assert audit(problem, allocate(problem)) == ()


def test_a_forced_child_is_fixed_once() -> None:
    problem = changed(plain(), (Force(3, 1), Force(3, 1)))
    assert [(pin.pupil, pin.course) for pin in problem.fixed] == [(3, 1)]


@pytest.mark.parametrize("change", [Seats(7, 1), Minimum(7, 1), MustRun(7), Strike(7), Parallel(7, 99), Parallel(1, 2)])
def test_what_the_problem_does_not_have_is_refused(change: Change) -> None:
    with pytest.raises(Objection):
        changed(plain(), (change,))


def test_a_school_with_all_rules_stays_one_that_the_judge_understands() -> None:
    before = small()
    first = before.courses[0].id
    problem = changed(before, (Parallel(first, 999), Withdraw(before.pupils[0]), Seats(first, 30), Without("due")))
    assert not problem.due
    assert 999 in {one.id for one in problem.courses}
    assert before.pupils[0] not in problem.pupils
