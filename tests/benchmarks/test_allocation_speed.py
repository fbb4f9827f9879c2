"""How much time an allocation takes beside the solver: building, hashing, reading the answer."""

import time

import pytest

from ganztag.operations.office import Office
from ganztag.planning.allocate import allocate
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem
from ganztag.queries import ballots, frame, to_allocate
from tests.planning.made_up import school

QUICK = ("balanced", "generous", "greedy")  # "weekly" takes a minute


@pytest.mark.benchmark
@pytest.mark.parametrize("goal", QUICK)
def test_an_allocation_takes_at_most_twice_the_time_inside_the_solver(goal: str) -> None:
    allocate(school(30, 6, 1), Policy(goal))  # the libraries are loaded now
    _measure(school(), goal)


@pytest.mark.benchmark
@pytest.mark.parametrize("goal", QUICK)
def test_so_does_that_of_the_sample_school(goal: str, sample: Office) -> None:
    ballot = sample.read(ballots.ballots, sample.read(frame.term).id)[0]
    _measure(sample.read(to_allocate.problem, ballot.id, sample.clock.today()), goal)


def _measure(problem: Problem, goal: str) -> None:
    ratios = []
    for _run in range(3):
        before = time.process_time()
        plan = allocate(problem, Policy(goal))
        seconds = time.process_time() - before
        assert plan.proven
        ratios.append(seconds / plan.solver_seconds)
        print(f"{goal}: {seconds:.3f} s in all, {plan.solver_seconds:.3f} s inside {plan.solver}")
    assert min(ratios) <= 2
