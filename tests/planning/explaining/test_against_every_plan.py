"""Explanations against the one who tries everything by hand: what is said is what forcing the wish really costs."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import assume, given
from hypothesis import strategies as st

from ganztag.domain.objection import Objection
from ganztag.planning.allocate import Plan, allocate
from ganztag.planning.changes import changed
from ganztag.planning.explaining.answers import KINDS, Move
from ganztag.planning.explaining.asking import why_not
from ganztag.planning.explaining.local import local_reason
from ganztag.planning.explaining.striking import forced_to_run
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem
from tests.planning.by_hand import ByHand, Chosen
from tests.planning.by_hand_levels import Values
from tests.planning.drawn_rules import calm, policies, ruled_problems

IMPOSSIBLE = set(KINDS) - {"got", "costs", "lottery", "open"}


@dataclass
class Tried:
    """All plans of a problem that do what is demanded, with the values of their levels but the lot."""

    names: list[str]
    plans: list[tuple[list[int], Chosen]]

    def cheapest(self, plan: Plan) -> tuple[str | None, int | None, int | None]:
        """Return the first level that gets worse than the plan's at best, with both values."""
        left = self.plans
        values = {level.name: level.value for level in plan.levels}
        for place, name in enumerate(self.names):
            many = name.startswith(("first", "most"))
            reached = (max if many else min)(own[place] for own, _chosen in left)
            if reached != values[name]:
                return name, values[name], reached
            left = [row for row in left if row[0][place] == reached]
        return None, None, None

    def fewest(self, plan: Plan, level: str | None, after: int | None) -> int:
        """Return how few places differ from the plan's at that price."""
        values = {one.name: one.value for one in plan.levels}
        upto = len(self.names) if level is None else self.names.index(level)
        at_price = [
            chosen
            for own, chosen in self.plans
            if own[:upto] == [values[name] for name in self.names[:upto]] and (level is None or own[upto] == after)
        ]
        mine = {(place.pupil, place.course) for place in plan.placements if place.course is not None}
        return min(len(mine ^ {(child, c) for child, own in chosen.items() for c in own}) for chosen in at_price)


def tried(problem: Problem, policy: Policy, pupil: int, course: int) -> Tried:
    by_hand = ByHand(problem)
    names = by_hand.names(policy)[:-1]
    plans = [
        ([drawn.value(name) for name in names], chosen)
        for chosen in by_hand.plans()
        if course in chosen[pupil] and (drawn := Values(by_hand, chosen, policy.seed))
    ]
    return Tried(names, plans)


def solved(problem: Problem, policy: Policy) -> Plan:
    try:
        return allocate(problem, policy)
    except Objection:
        assume(False)
        raise


def changes(moves: Sequence[Move]) -> int:
    lost = {(move.pupil, move.from_course) for move in moves if move.from_course is not None}
    gained = {(move.pupil, move.to_course) for move in moves if move.to_course is not None}
    return len(lost) + len(gained)


@calm(150)
@given(ruled_problems(), policies(), st.data())
def test_forcing_the_wish_costs_exactly_what_was_said(problem: Problem, policy: Policy, data: st.DataObject) -> None:
    assume(ByHand(problem).effort() < 20_000)
    plan = solved(problem, policy)
    pupil = data.draw(st.sampled_from(problem.pupils))
    course = data.draw(st.sampled_from([one.id for one in problem.courses]))
    answer = why_not(problem, plan, pupil, course)
    forced = tried(problem, policy, pupil, course)
    if answer.kind == "got":
        assert course in plan.courses_of(pupil)
        return
    if not forced.plans:
        assert answer.kind in IMPOSSIBLE
        assert answer.level is None
        return
    level, before, after = forced.cheapest(plan)
    assert answer.kind == ("lottery" if level is None else "struck" if course not in plan.running else "costs")
    assert answer.level == (level or "lottery")
    if level is not None:
        assert (answer.before, answer.after) == (before, after)
    assert changes(answer.moves) == forced.fewest(plan, level, after)


@calm(150)
@given(ruled_problems(), policies(), st.data())
def test_what_is_told_at_once_is_true_of_every_plan(problem: Problem, policy: Policy, data: st.DataObject) -> None:
    assume(ByHand(problem).effort() < 20_000)
    plan = solved(problem, policy)
    for pupil in problem.pupils:
        course = data.draw(st.sampled_from([one.id for one in problem.courses]))
        answer = local_reason(problem, plan, pupil, course)
        if answer is not None and answer.kind != "got":
            assert tried(problem, policy, pupil, course).plans == []


@calm(100)
@given(ruled_problems(pupils=3), policies(), st.data())
def test_what_would_change_it_does(problem: Problem, policy: Policy, data: st.DataObject) -> None:
    plan = solved(problem, policy)
    pupil = data.draw(st.sampled_from(problem.pupils))
    course = data.draw(st.sampled_from([one.id for one in problem.courses]))
    answer = why_not(problem, plan, pupil, course)
    for counter in answer.counters:
        if counter.kind in ("seat", "minimum"):
            other = changed(problem, counter.changes)
            assume(ByHand(other).effort() < 20_000)
            assert counter.works == not_worse(tried(other, policy, pupil, course), plan)


def not_worse(forced: Tried, plan: Plan) -> bool:
    if not forced.plans:
        return False
    level, before, after = forced.cheapest(plan)
    if level is None or before is None or after is None:
        return True
    return (after > before) == level.startswith(("first", "most"))


@calm(80)
@given(ruled_problems(), policies(), st.data())
def test_letting_a_struck_course_run_costs_what_was_said(problem: Problem, policy: Policy, data: st.DataObject) -> None:
    assume(ByHand(problem).effort() < 20_000)
    plan = solved(problem, policy)
    assume(plan.struck)
    course = data.draw(st.sampled_from([one.course for one in plan.struck]))
    by_hand = ByHand(problem)
    names = by_hand.names(policy)[:-1]
    plans = [chosen for chosen in by_hand.plans() if by_hand.inside(chosen, course)]
    rows = [([Values(by_hand, chosen, policy.seed).value(name) for name in names], chosen) for chosen in plans]
    answer = forced_to_run(problem, plan, course)
    assert answer.possible == bool(rows)
    if rows:
        assert (answer.level, answer.before, answer.after) == Tried(names, rows).cheapest(plan)
