from dataclasses import replace

import pytest

from ganztag.language import speaking
from ganztag.planning.allocate import Placement, Plan, allocate
from ganztag.planning.judge import audit
from ganztag.planning.plan import hash_of
from ganztag.planning.problem import Banned, Busy, Fixed, Problem, Wish
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


def changed(plan: Plan, pupil: int, slot: int, to: int | None, rank: int | None) -> Plan:
    """Return the plan with one placement changed by hand, its hash included."""
    placements = tuple(
        Placement(pupil, slot, to, rank) if (place.pupil, place.slot) == (pupil, slot) else place
        for place in plan.placements
    )
    return replace(plan, placements=placements, plan_hash=hash_of(plan.goal, plan.seed, placements, plan.running))


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


def test_what_is_ruled_out_or_at_the_same_time_is_found_out() -> None:
    plan = allocate(problem())
    assert "barred" in rules(replace(problem(), barred=frozenset({(2, 2)})), plan)
    assert "barred" in rules(replace(problem(), banned=(Banned(2, 2),)), plan)
    assert "time" in rules(replace(problem(), busy=(Busy(2, 1, 800, 841, "Choir"),)), plan)


def told(problem: Problem, pupil: int, slot: int = 1) -> list[str]:
    with speaking("en"):
        return [str(missed.message) for missed in why(problem, allocate(problem, "greedy"), pupil, slot)]


def test_a_struck_and_a_full_course_say_so_with_numbers() -> None:
    assert told(problem(), 2) == ["3 Course 3 does not run: it needs 4 children, 2 wished for it."]
    assert told(problem(), 3) == ["1 Course 1 is full: 2 children wished for it, it has 1 place."]


def test_who_got_the_first_wish_needs_no_reason() -> None:
    plan = allocate(problem(), "greedy")
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
