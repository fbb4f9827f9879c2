from dataclasses import replace

import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from ganztag.domain.objection import Objection
from ganztag.planning import judge
from ganztag.planning.allocate import allocate
from ganztag.planning.conditions import Priority
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem
from tests.planning.drawn_rules import calm, policies, ruled_problems
from tests.planning.made_up import MONDAY, TUESDAY, course, wishes


def problem() -> Problem:
    offer = (course(1, MONDAY, most=1), course(2, MONDAY), course(3, TUESDAY), course(4, MONDAY, TUESDAY, least=1))
    papers = (*wishes(1, 1, 2), *wishes(1, 3, slot=3), *wishes(2, 2, 1), *wishes(2, 3, slot=3))
    return Problem((1, 2), (MONDAY, TUESDAY), offer, papers, priorities=(Priority(2, 3),))


def test_a_plan_that_nobody_changed_comes_to_the_same() -> None:
    plan = allocate(problem())
    again = judge.evaluate(problem(), plan.policy, judge.given(plan), plan)
    assert again.by_hand
    assert replace(again, by_hand=False, solver_seconds=plan.solver_seconds) == plan
    assert judge.cost(plan, again) == ()


@calm(50)
@given(ruled_problems(pupils=7), policies())
def test_whatever_the_rules_a_plan_that_nobody_changed_comes_to_the_same(problem: Problem, policy: Policy) -> None:
    try:
        plan = allocate(problem, policy)
    except Objection:
        reject()
    again = judge.evaluate(problem, policy, judge.given(plan), plan)
    assert replace(again, by_hand=False, solver_seconds=plan.solver_seconds) == plan


@calm(50)
@given(ruled_problems(pupils=7), policies(), st.data())
def test_whatever_is_changed_in_a_plan_that_calls_itself_calculated_is_found_out(
    problem: Problem, policy: Policy, data: st.DataObject
) -> None:
    try:
        plan = allocate(problem, policy)
    except Objection:
        reject()
    assume(plan.placements)
    place = data.draw(st.sampled_from(plan.placements))
    others = [None, *(course.id for course in problem.courses)]
    other = data.draw(st.sampled_from([course for course in others if course != place.course]))
    changed = judge.evaluate(problem, policy, {**judge.given(plan), (place.pupil, place.slot): other}, plan)
    tampered = replace(
        plan, placements=changed.placements, running=changed.running, struck=changed.struck, plan_hash=changed.plan_hash
    )
    assert judge.audit(problem, tampered)


def test_a_drag_says_what_it_costs_level_by_level() -> None:
    plan = allocate(problem())
    after = judge.evaluate(problem(), plan.policy, judge.moved(problem(), judge.given(plan), 1, 2), plan)
    assert after.courses_of(1) == (2, 3)
    assert judge.cost(plan, after) == (("first wishes", 4, 3),)
    swapped = judge.evaluate(problem(), plan.policy, judge.moved(problem(), judge.given(after), 2, 1), after)
    assert judge.cost(after, swapped) == (("priority", 0, 3), ("first wishes", 3, 2))
    assert judge.audit(problem(), swapped) == ()


def test_a_proof_ends_where_the_first_bound_is_missed() -> None:
    plan = allocate(problem())
    after = judge.evaluate(problem(), plan.policy, judge.moved(problem(), judge.given(plan), 1, 2), plan)
    proven = {level.name: (level.value == level.bound, level.proven) for level in after.levels}
    assert proven["no good wish"] == (True, True)
    assert proven["first wishes"] == (False, False)
    assert not proven["lottery"][1]
    assert not after.proven


def test_bounds_of_another_policy_or_of_none_prove_nothing() -> None:
    plan = allocate(problem())
    for like in (None, allocate(problem(), Policy("greedy"))):
        again = judge.evaluate(problem(), plan.policy, judge.given(plan), like)
        assert not any(level.proven for level in again.levels)
        assert judge.audit(problem(), again) == ()


def test_a_course_on_two_days_drives_out_what_the_child_had_then_and_is_wholly_left_again() -> None:
    plan = allocate(problem())
    both = judge.moved(problem(), judge.given(plan), 1, 4)
    after = judge.evaluate(problem(), plan.policy, both, plan)
    assert after.courses_of(1) == (4,)
    assert after.running == {1, 2, 3, 4}
    assert plan.running == {1, 2, 3}
    assert judge.cost(plan, after)[0] == ("unwished", 0, 2)
    back = judge.moved(problem(), judge.given(after), 1, 1)
    assert judge.evaluate(problem(), plan.policy, back, plan).courses_of(1) == (1,)
    out = judge.moved(problem(), judge.given(after), 1, None, out_of=4)
    assert judge.evaluate(problem(), plan.policy, out, plan).unplaced() == tuple(
        place for place in judge.evaluate(problem(), plan.policy, out).placements if place.pupil == 1
    )


def test_a_course_that_the_last_child_leaves_is_struck_with_its_figures() -> None:
    plan = allocate(problem())
    both = judge.evaluate(problem(), plan.policy, judge.moved(problem(), judge.given(plan), 1, 4), plan)
    left = judge.evaluate(problem(), plan.policy, judge.given(plan), both)
    assert [(one.course, one.wished, one.first, one.needed) for one in left.struck] == [(4, 0, 0, 1)]
    assert both.struck == ()


def test_a_course_that_does_not_exist_is_our_own_mistake() -> None:
    with pytest.raises(KeyError):
        judge.evaluate(problem(), Policy(), {(1, 1): 99})
