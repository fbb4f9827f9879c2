"""How the allocation does beside the methods in use elsewhere, on the same wishes; run with ``-s`` to see the table."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from ganztag.planning.allocate import allocate
from ganztag.planning.judge import audit, evaluate
from ganztag.planning.levels import GOALS
from ganztag.planning.plan import Plan
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem
from tests.benchmarks.rivals import by_turns, flow
from tests.benchmarks.rivals.papers import Papers, Strategy, strike_until_all_run
from tests.planning.generated import typical

_NOT_A_RULE = {"level", "proof", "input", "plan", "levels"}

RIVALS: dict[str, Callable[[Papers], Strategy]] = {
    "rating sum": lambda papers: partial(flow.flow, cost=flow.rating_cost(papers)),
    "flow, generous": lambda papers: partial(flow.flow, cost=flow.generous_cost(papers)),
    "first wishes first": lambda _papers: by_turns.first_wishes_first,
    "serial dictatorship": lambda _papers: by_turns.serial_dictatorship,
    "deferred acceptance": lambda _papers: by_turns.deferred_acceptance,
}


def _rival(problem: Problem, name: str) -> Plan:
    papers = Papers.of(problem)
    outcome = strike_until_all_run(papers, RIVALS[name](papers))
    places = {(place.pupil, place.slot): place.course for place in papers.placements(outcome)}
    return evaluate(problem, Policy(), places)


def _told(name: str, problem: Problem, plan: Plan) -> tuple[int, int]:
    """Print a line of the table; return who is without a place, and how many hard rules are broken."""
    broken = sum(violation.rule not in _NOT_A_RULE for violation in audit(problem, plan))
    unplaced, counts = len(plan.unplaced()), plan.counts()
    all_in_all = len(plan.placements)
    shares = "  ".join(f"{100 * counts.get(rank, 0) / all_in_all:5.1f}" for rank in (1, 2, 3, 4))
    happy = {p.pupil for p in plan.placements if p.rank is not None and p.rank <= 2}
    behind = len({place.pupil for place in plan.placements} - happy)
    print(f"{name:22} {shares}  {100 * unplaced / all_in_all:5.1f} %  {behind:4}  {broken:4}")
    return unplaced, broken


@pytest.mark.benchmark
@pytest.mark.parametrize("rules", [False, True], ids=["plain", "all rules"])
def test_no_rival_that_keeps_the_rules_places_more_children(rules: bool) -> None:
    problem = typical(rules=rules)
    print(f"\n{len(problem.pupils)} children, {len(problem.courses)} courses, {'all rules' if rules else 'plain'}")
    print(f"{'':22} {'1st':>5}  {'2nd':>5}  {'3rd':>5}  {'4th':>5}  {'none':>7}  {'>2nd':>4}  {'broken':>6}")
    own = {goal: _told(goal, problem, allocate(problem, Policy(goal), time_limit=4)) for goal in GOALS}
    assert all(broken == 0 for _unplaced, broken in own.values())
    for name in RIVALS:
        unplaced, broken = _told(name, problem, _rival(problem, name))
        assert broken or unplaced >= max(found for found, _broken in own.values()), name


@pytest.mark.benchmark
@pytest.mark.parametrize(("goal", "cost"), [("greedy", flow.greedy_cost), ("generous", flow.generous_cost)])
def test_where_a_flow_can_express_the_rules_the_profile_is_that_of_a_flow(
    goal: str, cost: Callable[[Papers], Callable[[int | None], int]]
) -> None:
    problem = _of_single_slots(typical(rules=False))
    papers = Papers.of(problem)
    by_flow = Counter(place.rank for place in papers.placements(flow.flow(papers, (), cost(papers))))
    plan = allocate(problem, Policy(goal))
    print(f"{goal}: {dict(plan.counts())}, {len(plan.unplaced())} without a place")
    assert plan.proven
    assert by_flow == Counter(place.rank for place in plan.placements)


def _of_single_slots(problem: Problem) -> Problem:
    """Return the problem without minimums, each course in its first slot only: a flow cannot express more."""
    courses = tuple(replace(one, min_size=None, slots=one.slots[:1]) for one in problem.courses)
    there = {(one.id, one.slots[0].id) for one in courses}
    wishes = tuple(wish for wish in problem.wishes if (wish.course, wish.slot) in there)
    return replace(problem, courses=courses, wishes=wishes, fixed=(), banned=(), busy=())
