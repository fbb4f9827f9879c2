"""How much time an allocation takes beside the solver: building, hashing, reading the answer."""

import time

import pytest

from ganztag.planning.allocate import GOALS, allocate
from tests.planning.made_up import school


@pytest.mark.benchmark
@pytest.mark.parametrize("goal", GOALS)
def test_an_allocation_takes_at_most_twice_the_time_inside_the_solver(goal: str) -> None:
    allocate(school(30, 6, 1), goal)  # the libraries are loaded now
    problem = school()
    ratios = []
    for _run in range(3):
        before = time.process_time()
        plan = allocate(problem, goal)
        seconds = time.process_time() - before
        assert plan.proven
        ratios.append(seconds / plan.solver_seconds)
        print(f"{goal}: {seconds:.3f} s in all, {plan.solver_seconds:.3f} s inside {plan.solver}")
    assert min(ratios) <= 2
