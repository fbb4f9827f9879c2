"""The solver against the one who tries everything by hand and against the judge, with every kind of rule."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ganztag.domain.objection import Objection
from ganztag.language import speaking
from ganztag.planning.allocate import allocate
from ganztag.planning.judge import audit
from ganztag.planning.plan import Plan
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem
from tests.planning.by_hand import ByHand
from tests.planning.drawn_rules import calm, mixed, policies, ruled_problems

EFFORT = 3000


@calm(120)
@given(ruled_problems(), policies())
def test_no_plan_made_by_hand_is_better_at_any_level_and_there_is_one_exactly_where_the_rules_allow_it(
    problem: Problem, policy: Policy
) -> None:
    by_hand = ByHand(problem)
    assume(by_hand.effort() <= EFFORT)
    best = by_hand.best(policy)
    if best is None:
        with speaking("en"), pytest.raises(Objection, match=r"contradict each other|cannot be kept"):
            allocate(problem, policy)
        return
    plan = allocate(problem, policy)
    assert [(level.name, level.value) for level in plan.levels] == list(zip(by_hand.names(policy), best, strict=True))
    assert plan.proven
    assert audit(problem, plan) == ()


@calm(80)
@given(ruled_problems(pupils=9), policies(), st.integers(0, 99))
def test_the_judge_agrees_and_the_order_of_pupils_courses_and_rules_changes_nothing(
    problem: Problem, policy: Policy, seed: int
) -> None:
    other = mixed(problem, seed)
    assert other.input_hash() == problem.input_hash()
    plan, again = (_answer(one, policy) for one in (problem, other))
    if isinstance(plan, str) or isinstance(again, str):
        assert plan == again
        return
    assert [str(violation.message) for violation in audit(problem, plan)] == []
    assert again.plan_hash == plan.plan_hash


def _answer(problem: Problem, policy: Policy) -> Plan | str:
    """Return the plan, or the words in which it is refused."""
    try:
        return allocate(problem, policy)
    except Objection as objection:
        return str(objection)
