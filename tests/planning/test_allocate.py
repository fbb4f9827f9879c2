import subprocess
import sys
import threading
import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ganztag.planning.allocate import GOALS, Plan, Stopped, allocate
from ganztag.planning.judge import audit
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Fixed, Problem, Slot, Wish
from tests.planning.by_hand import ByHand
from tests.planning.made_up import MONDAY, MONDAY_LATER, TUESDAY, course, school, shuffled, small_problems, wishes

calm = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def profile(plan: Plan) -> tuple[int, ...]:
    return (*plan.counts().values(), len(plan.unplaced()))


@calm
@given(small_problems(), st.sampled_from(GOALS[:3]), st.integers(-3, 3))
def test_no_plan_made_by_hand_is_better_at_any_level(problem: Problem, goal: str, seed: int) -> None:
    by_hand = ByHand(problem)
    plan = allocate(problem, Policy(goal, seed))
    assert [level.name for level in plan.levels] == by_hand.names(Policy(goal, seed))
    assert [level.value for level in plan.levels] == by_hand.best(Policy(goal, seed))
    assert plan.proven


@calm
@given(small_problems(pupils=9), st.sampled_from(GOALS))
def test_the_judge_finds_nothing_wrong(problem: Problem, goal: str) -> None:
    assert [str(violation.message) for violation in audit(problem, allocate(problem, Policy(goal)))] == []


@calm
@given(small_problems(pupils=9), st.integers(0, 99))
def test_the_order_of_the_rows_changes_nothing(problem: Problem, seed: int) -> None:
    other = shuffled(problem, seed)
    assert other.input_hash() == problem.input_hash()
    assert allocate(other).plan_hash == allocate(problem).plan_hash


@pytest.mark.parametrize("goal", GOALS)
def test_a_school_comes_out_the_same_from_shuffled_rows_and_the_judge_agrees(goal: str) -> None:
    problem = school(120, 20, 3)
    plan = allocate(problem, Policy(goal, 5))
    assert plan.proven
    assert audit(problem, plan) == ()
    assert allocate(shuffled(problem, 1), Policy(goal, 5)).placements == plan.placements


def test_another_seed_draws_other_lots_and_is_as_good() -> None:
    problem = school(120, 20, 3)
    one, other = allocate(problem, Policy(seed=1)), allocate(problem, Policy(seed=2))
    assert one.placements != other.placements
    assert [level.value for level in one.levels[:-1]] == [level.value for level in other.levels[:-1]]


def uneven() -> Problem:
    """Twelve children and four courses, one of which too few want; the most first wishes cost somebody a third one."""
    papers = [*(wishes(p, 1, 2, 3) for p in range(1, 8)), *(wishes(p, 2, 3, 1, 4) for p in range(8, 13))]
    offer = (course(1, least=3, most=6), course(2, least=3, most=5), course(3, least=2, most=4), course(4, least=6))
    return Problem(tuple(range(1, 13)), (MONDAY,), offer, tuple(wish for paper in papers for wish in paper))


def test_greedy_gives_most_first_wishes_and_generous_the_fewest_last_ones() -> None:
    greedy, generous = allocate(uneven(), Policy("greedy")), allocate(uneven(), Policy("generous"))
    assert profile(greedy) == (10, 1, 1, 0)
    assert profile(generous) == (9, 3, 0)
    assert [one.course for one in greedy.struck] == [one.course for one in generous.struck] == [4]


def test_where_halves_of_a_child_would_fit_better_the_best_for_whole_children_is_proven() -> None:
    wednesday = Slot(4, 3, 840, 930)
    offer = (course(1, MONDAY, TUESDAY), course(2, TUESDAY, wednesday), course(3, MONDAY, wednesday))
    papers = (*wishes(1, 1, 3), *wishes(1, 2, slot=3), *wishes(1, 3, slot=4))
    problem = Problem((1,), (MONDAY, TUESDAY, wednesday), offer, papers)
    plan = allocate(problem)
    assert len(plan.unplaced()) == 1
    assert plan.proven
    assert audit(problem, plan) == ()


def test_a_course_under_its_minimum_is_struck_and_says_how_many_wanted_it() -> None:
    offer = (course(1, least=3), course(2))
    problem = Problem((1, 2), (MONDAY,), offer, (*wishes(1, 1, 2), *wishes(2, 2, 1)))
    plan = allocate(problem, Policy("greedy"))
    assert plan.running == {2}
    assert [(one.course, one.wished, one.first, one.needed) for one in plan.struck] == [(1, 2, 1, 3)]
    assert plan.counts() == {1: 1, 2: 1}


def test_children_who_are_in_already_count_for_the_minimum_and_the_maximum() -> None:
    problem = Problem((1, 2), (MONDAY,), (course(1, least=3, most=3, taken=2),), (*wishes(1, 1), *wishes(2, 1)))
    plan = allocate(problem)
    assert plan.running == {1}
    assert profile(plan) == (1, 1)


def test_one_child_is_never_in_two_courses_that_overlap_by_the_clock() -> None:
    offer = (course(1, MONDAY), course(2, MONDAY_LATER))
    problem = Problem((1,), (MONDAY, MONDAY_LATER), offer, (*wishes(1, 1), *wishes(1, 2, slot=2)))
    assert len(allocate(problem).courses_of(1)) == 1


def test_a_wish_for_a_course_on_two_days_counts_on_both_where_the_child_has_wishes_on_both() -> None:
    offer = (course(1, MONDAY, TUESDAY), course(2, MONDAY), course(3, TUESDAY, most=0))
    papers = (Wish(1, 1, 1, 2), Wish(1, 2, 1, 1), Wish(1, 3, 3, 1))
    plan = allocate(Problem((1,), (MONDAY, TUESDAY), offer, papers), Policy("greedy"))
    assert [(place.slot, place.course, place.rank) for place in plan.placements] == [(1, 1, 2), (3, 1, 2)]


def test_nobody_is_placed_on_a_day_without_wishes_not_even_by_a_course_on_two_days() -> None:
    offer = (course(1, MONDAY, TUESDAY), course(2, MONDAY))
    problem = Problem((1,), (MONDAY, TUESDAY), offer, (Wish(1, 1, 1, 1), Wish(1, 2, 1, 2)))
    plan = allocate(problem, Policy("greedy"))
    assert [(place.slot, place.course, place.rank) for place in plan.placements] == [(1, 2, 2)]
    assert audit(problem, plan) == ()


def test_equal_ranks_and_gaps_are_counted_as_they_stand_on_the_paper() -> None:
    papers = (Wish(1, 1, 1, 1), Wish(1, 2, 1, 1), Wish(2, 1, 1, 1), Wish(2, 3, 1, 7))
    problem = Problem((1, 2), (MONDAY,), tuple(course(n, most=1) for n in (1, 2, 3)), papers)
    plan = allocate(problem, Policy("generous"))
    assert plan.counts() == {1: 2}
    assert [level.name for level in plan.levels] == ["unplaced", "rank 7", "lottery"]


def test_a_fixed_child_is_in_its_course_without_a_wish_and_the_course_runs_below_its_minimum() -> None:
    problem = Problem(
        (1, 2), (MONDAY,), (course(1, least=5), course(2)), wishes(2, 1, 2),
        fixed=(Fixed(1, 1, "sister"),), barred=frozenset({(1, 1)}),
    )  # fmt: skip
    plan = allocate(problem)
    assert 1 in plan.courses_of(1)
    assert plan.courses_of(2) == (1,)
    assert plan.running == {1, 2}
    assert audit(problem, plan) == ()


def test_fixed_children_may_exceed_the_maximum_but_nobody_else_comes_then() -> None:
    problem = Problem(
        (1, 2, 3), (MONDAY,), (course(1, most=1),), (*wishes(1, 1), *wishes(2, 1), *wishes(3, 1)),
        fixed=(Fixed(1, 1), Fixed(2, 1)),
    )  # fmt: skip
    assert [place.course for place in allocate(problem).placements] == [1, 1, None]


@pytest.mark.parametrize("goal", GOALS)
def test_without_wishes_or_courses_there_is_an_empty_plan(goal: str) -> None:
    assert allocate(Problem((1, 2), (MONDAY,), (course(1, least=2),), ()), Policy(goal)).placements == ()
    plan = allocate(Problem((1,), (MONDAY,), (), wishes(1, 4)), Policy(goal))
    assert profile(plan) == (1,)
    assert plan.proven


def test_when_every_course_is_struck_nobody_is_placed() -> None:
    problem = Problem((1, 2), (MONDAY,), (course(1, least=3), course(2, least=2)), (*wishes(1, 1, 2), *wishes(2, 1)))
    plan = allocate(problem)
    assert plan.running == frozenset()
    assert len(plan.unplaced()) == 2


def test_only_the_stated_obligations_are_placed() -> None:
    papers = (*wishes(1, 1), *wishes(1, 2, slot=3))
    offer = (course(1, MONDAY), course(2, TUESDAY))
    problem = Problem((1,), (MONDAY, TUESDAY), offer, papers, obligations=((1, 3),))
    assert [(place.slot, place.course) for place in allocate(problem).placements] == [(3, 2)]


def test_an_unknown_goal_is_refused() -> None:
    with pytest.raises(ValueError, match="no such goal"):
        allocate(Problem((), (), (), ()), Policy("loud"))


def test_progress_counts_up_to_all_levels() -> None:
    seen: list[tuple[int, int]] = []
    plan = allocate(school(60, 12, 2), progress=lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1] == (len(plan.levels), len(plan.levels))


def test_a_stop_comes_back_as_stopped_and_no_solver_goes_on() -> None:
    calls: list[float] = []

    def cancelled() -> bool:
        calls.append(time.monotonic())
        return len(calls) > 3

    with pytest.raises(Stopped):
        allocate(school(), cancelled=cancelled)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("solver")]


def test_what_progress_raises_passes_on_unchanged_and_stops_the_solver() -> None:
    class MadeUpError(Exception):
        pass

    def progress(done: int, total: int) -> None:
        if done == 1:
            raise MadeUpError

    with pytest.raises(MadeUpError):
        allocate(school(), progress=progress)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("solver")]


def test_without_time_a_valid_plan_comes_back_that_claims_no_proof() -> None:
    problem = replace(school(), fixed=(Fixed(1, 1),))
    plan = allocate(problem, time_limit=0.0)
    assert not plan.proven
    assert 1 in plan.courses_of(1)
    assert audit(problem, plan) == ()


def test_two_threads_may_allocate_at_once() -> None:
    problem, hashes = school(60, 12, 2), []

    def run() -> None:
        hashes.append(allocate(problem).plan_hash)

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert hashes == [allocate(problem).plan_hash] * 3


def test_a_problem_and_the_way_to_allocate_load_neither_numpy_nor_the_solver() -> None:
    code = (
        "import sys, ganztag.planning.problem, ganztag.planning.allocate, ganztag.planning.judge;"
        "sys.exit(any(name in sys.modules for name in ('numpy', 'highspy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("limits", [{"time_limit": 0.01}, {"enough": lambda: True}], ids=["no time", "enough"])
def test_who_cannot_wait_gets_a_good_plan_all_the_same_and_it_is_marked(limits: dict[str, Any]) -> None:
    problem = school(120, 20, 3)
    best, soon = allocate(problem), allocate(problem, **limits)
    assert best.proven
    assert not soon.proven
    assert audit(problem, soon) == ()
    assert len(soon.unplaced()) <= len(best.unplaced()) + 6
    assert all(level.bound <= level.value or level.wants_many for level in soon.levels)
