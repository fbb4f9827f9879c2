from dataclasses import replace
from typing import Any

import pytest

from ganztag.planning.allocate import Placement, Plan, allocate
from ganztag.planning.conditions import Bond, Due, Most, Quota
from ganztag.planning.judge import audit, evaluate, given, moved
from ganztag.planning.plan import hash_of
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Banned, Busy, Fixed, Problem, Slot, Wish
from tests.planning.made_up import MONDAY, TUESDAY, course, wishes


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


def changed(plan: Plan, pupil: int, slot: int, to: int | None, rank: int | None) -> Plan:
    """Return the plan with one placement changed by hand, its hash included."""
    placements = tuple(
        Placement(pupil, slot, to, rank) if (place.pupil, place.slot) == (pupil, slot) else place
        for place in plan.placements
    )
    return replace(plan, placements=placements, plan_hash=hash_of(plan.policy, placements, plan.running))


def rules(problem: Problem, plan: Plan) -> set[str]:
    return {violation.rule for violation in audit(problem, plan)}


def test_an_honest_plan_passes() -> None:
    assert rules(problem(), allocate(problem())) == set()


@pytest.mark.parametrize(
    ("pupil", "slot", "to", "rank", "rule"),
    [
        (3, 1, 1, 1, "full"),
        (1, 1, 2, 2, "fixed"),
        (2, 1, 3, 1, "minimum"),
        (2, 1, 2, 1, "rank"),
        (2, 1, 1, 1, "rank"),
        (4, 3, None, None, "part"),
        (3, 1, None, None, "level"),
    ],
)
def test_a_plan_changed_by_hand_is_found_out(
    pupil: int, slot: int, to: int | None, rank: int | None, rule: str
) -> None:
    plan = changed(allocate(problem()), pupil, slot, to, rank)
    assert rule in rules(problem(), plan)


def test_a_plan_for_other_wishes_or_with_a_changed_hash_is_found_out() -> None:
    plan = allocate(problem())
    assert "input" in rules(replace(problem(), wishes=problem().wishes[1:]), plan)
    assert rules(problem(), replace(plan, plan_hash="0")) == {"plan"}


def test_a_missing_obligation_and_one_too_many_are_found_out() -> None:
    plan = allocate(problem())
    assert "obligations" in rules(problem(), replace(plan, placements=plan.placements[1:]))
    assert "twice" in rules(problem(), replace(plan, placements=(*plan.placements, plan.placements[0])))


def test_a_proof_that_is_none_is_found_out() -> None:
    plan = allocate(problem())
    levels = (replace(plan.levels[0], bound=plan.levels[0].value - 1), *plan.levels[1:])
    assert rules(problem(), replace(plan, levels=levels)) == {"proof"}


def test_a_proof_behind_a_level_that_is_not_proven_is_found_out() -> None:
    plan = allocate(problem())
    levels = (replace(plan.levels[0], proven=False), *plan.levels[1:])
    assert rules(problem(), replace(plan, levels=levels)) == {"proof"}


def test_a_value_beyond_its_bound_is_found_out() -> None:
    plan = allocate(problem())
    levels = tuple(replace(one, proven=False, bound=one.value + (-1 if one.wants_many else 1)) for one in plan.levels)
    assert rules(problem(), replace(plan, levels=levels)) == {"proof"}


def test_levels_that_are_missing_or_in_another_order_are_found_out() -> None:
    plan = allocate(problem())
    assert rules(problem(), replace(plan, levels=plan.levels[1:])) == {"levels"}
    assert rules(problem(), replace(plan, levels=plan.levels[::-1])) == {"levels"}


def test_a_course_that_is_said_to_run_or_to_be_struck_is_found_out() -> None:
    plan = allocate(problem())
    assert plan.running == {1, 2, 4, 5}
    running = plan.running | {3}
    honest = replace(plan, running=running, plan_hash=hash_of(plan.policy, plan.placements, running))
    assert rules(problem(), honest) == {"minimum", "struck"}
    assert rules(problem(), replace(plan, struck=())) == {"struck"}


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ({"barred": frozenset({(2, 2)})}, "barred"),
        ({"banned": (Banned(2, 2),)}, "barred"),
        ({"refused": frozenset({(2, 2)})}, "refused"),
        ({"busy": (Busy(2, 1, 800, 841, "Choir"),)}, "time"),
        ({"fixed": (Fixed(1, 1), Fixed(2, 3))}, "fixed"),
        ({"due": (Due(1, 1),)}, "due"),
        ({"most": (Most(4, frozenset({5}), 0),)}, "most"),
        ({"quotas": (Quota(2, frozenset({1, 2}), least=2),)}, "quota"),
        ({"quotas": (Quota(2, frozenset({2, 3}), most=1),)}, "quota"),
        ({"quotas": (Quota(2, frozenset({1, 3}), least=51, percent=True),)}, "quota"),
        ({"quotas": (Quota(2, frozenset({1, 3}), most=49, percent=True),)}, "quota"),
        ({"bonds": (Bond(1, 2, "together", must=True),)}, "together"),
        ({"bonds": (Bond(3, 2, "apart", must=True),)}, "apart"),
    ],
)
def test_a_plan_that_breaks_one_rule_is_found_out_by_it_alone(rule: dict[str, Any], found: str) -> None:
    plan = allocate(problem())
    ruled = replace(problem(), **rule)
    assert rules(ruled, evaluate(ruled, plan.policy, given(plan))) == {found}


@pytest.mark.parametrize(
    ("offer", "found"),
    [
        ({"max_size": 1}, "full"),
        ({"min_size": 3}, "minimum"),
        ({"min_size": 3, "must_run": True}, "must run"),
        ({"admission": "closed"}, "admission"),
        ({"admission": "invited"}, "admission"),
        ({"slots": (MONDAY, Slot(-7, 2, 900, 960))}, "time"),
    ],
)
def test_a_plan_that_does_not_fit_a_course_is_found_out(offer: dict[str, Any], found: str) -> None:
    plan = allocate(problem())
    places = {**given(plan), (2, 3): 4}  # on the second day child 2 is in a course that ends at 15:30
    ruled = replace(problem(), obligations=(*allocated(plan), (2, 3)), wishes=(*problem().wishes, Wish(2, 4, 3, 1)))
    courses = tuple(replace(one, **offer) if one.id == 2 else one for one in ruled.courses)
    assert rules(ruled, evaluate(ruled, plan.policy, places)) == set()
    ruled = replace(ruled, courses=courses)
    assert found in rules(ruled, evaluate(ruled, plan.policy, places))


def allocated(plan: Plan) -> tuple[tuple[int, int], ...]:
    return tuple((place.pupil, place.slot) for place in plan.placements)


def test_fixed_children_may_be_more_than_the_rules_allow() -> None:
    fixed = (Fixed(1, 1), Fixed(3, 1))
    quotas = (Quota(1, frozenset({1, 3}), most=1), Quota(1, frozenset({1, 3}), most=10, percent=True))
    rare = Problem(
        (1, 3), (MONDAY, TUESDAY), problem().courses, (), fixed,
        barred=frozenset({(1, 1)}), refused=frozenset({(3, 1)}), due=(Due(1, 0),),
        most=(Most(3, frozenset({1}), 0),), quotas=quotas,
    )  # fmt: skip
    assert audit(rare, allocate(rare)) == ()


def test_a_child_may_be_put_by_hand_where_it_did_not_ask_to_be_but_only_by_hand() -> None:
    plan = evaluate(problem(), Policy(), {**given(allocate(problem())), (2, 1): None, (3, 1): None, (4, 1): 4})
    assert "part" in rules(problem(), plan)  # course 4 is not in that block
    plan = evaluate(problem(), Policy(), moved(problem(), given(allocate(problem())), 4, 2))
    assert plan.courses_of(4) == (2,)
    assert audit(problem(), plan) == ()
    assert "rank" in rules(problem(), replace(plan, by_hand=False))


def test_a_place_in_a_course_that_is_not_offered_is_found_out() -> None:
    plan = changed(allocate(problem()), 2, 1, 99, 1)
    assert {"rank", "part"} <= rules(problem(), plan)


def test_a_course_over_two_blocks_counts_with_the_best_rank_stated() -> None:
    offer = (course(1, MONDAY, TUESDAY),)
    plain = Problem((1,), (MONDAY, TUESDAY), offer, (Wish(1, 1, 1, 2), Wish(1, 1, 3, 3), Wish(1, 7, 3, 1)))
    plan = allocate(plain)
    assert [place.rank for place in plan.placements] == [2, 3]
    assert audit(plain, plan) == ()
    plain = Problem((1,), (MONDAY, TUESDAY), offer, (Wish(1, 1, 1, 2), Wish(1, 7, 3, 1)))
    plan = allocate(plain)
    assert [place.rank for place in plan.placements] == [2, 2]
    assert audit(plain, plan) == ()
