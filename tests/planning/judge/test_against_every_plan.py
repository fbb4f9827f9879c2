"""The judge against the one who tries everything by hand: no solver in between."""

import random

from hypothesis import assume, given
from hypothesis import strategies as st

from ganztag.planning.judge import audit, evaluate
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem
from tests.planning.by_hand import ByHand
from tests.planning.by_hand_levels import Values
from tests.planning.drawn_rules import calm, policies, ruled_problems

JUDGED = {"places": "full"}


@calm(200)
@given(ruled_problems(pupils=6), policies(), st.integers(0, 10**6))
def test_the_judge_finds_the_rules_that_are_broken_and_counts_the_same(
    problem: Problem, policy: Policy, seed: int
) -> None:
    by_hand = ByHand(problem)
    sets = {child: by_hand.sets_for(child) for child in problem.pupils}
    assume(all(sets.values()))
    dice = random.Random(seed)
    chosen = {child: dice.choice(own) for child, own in sets.items()}
    places = {(p, block): c for p, own in chosen.items() for c in own for block in by_hand.blocks(c)}
    plan = evaluate(problem, policy, places)
    drawn = Values(by_hand, chosen, policy.seed)
    names = by_hand.names(policy)
    counted = [(one.name, one.value) for one in plan.levels]
    if drawn.not_wished and "unwished" not in names:  # a level that only what is done by hand brings along
        counted.remove(("unwished", len(drawn.not_wished)))
    assert counted == [(name, drawn.value(name)) for name in names]
    expected = {JUDGED.get(kind, kind) for kind, _what in by_hand.broken(chosen)}
    expected |= set() if by_hand.big_enough(chosen) else {"minimum"}
    assert {violation.rule for violation in audit(problem, plan)} == expected
