"""The smallest contradictions, against the one who tries everything by hand."""

from hypothesis import assume, given
from hypothesis import strategies as st

from ganztag.planning.conditions import Bond, Due, Most, Quota
from ganztag.planning.contradictions import Demand, infeasible_core
from ganztag.planning.problem import Problem
from tests.planning.by_hand import Broken, ByHand
from tests.planning.drawn_rules import calm, mixed, ruled_problems

MOST = 1500


def meant(demand: Demand, broken: Broken) -> bool:
    """Tell whether a rule broken by hand is the one that a demand stands for."""
    row = demand.row
    own: object = demand.course
    if demand.kind == "fixed":
        own = (*demand.pupils, demand.course)
    elif isinstance(row, Due):
        own = (row.pupil, row.most)
    elif isinstance(row, Most):
        own = (row.pupil, row.courses, row.most)
    elif isinstance(row, Quota):
        own = row
    elif isinstance(row, Bond):
        own = frozenset((row.one, row.other))
    return broken == (demand.kind, own)


@calm(150)
@given(ruled_problems(), st.integers(0, 99))
def test_a_contradiction_is_found_where_there_is_no_plan_and_it_is_a_smallest_one(problem: Problem, seed: int) -> None:
    by_hand = ByHand(problem)
    assume(by_hand.effort(loose=True) <= MOST)
    tries = [list(by_hand.broken(chosen)) for chosen in by_hand.tries(loose=True)]
    core = infeasible_core(problem)
    assert (core == ()) == any(not broken for broken in tries)
    assert (core == ()) == any(True for _plan in by_hand.plans())
    for left_out in (None, *core) if core else ():
        rest = [demand for demand in core if demand is not left_out]
        kept = any(not any(meant(one, two) for one in rest for two in broken) for broken in tries)
        assert kept == (left_out is not None)
    assert {one.key for one in infeasible_core(mixed(problem, seed))} == {one.key for one in core}
