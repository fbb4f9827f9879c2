"""How long "why not?" takes for a child of a large school, beside one allocation of that school in the same run."""

import random
import statistics
import time

import pytest

from ganztag.planning.allocate import allocate
from ganztag.planning.explaining.asking import why_not
from ganztag.planning.explaining.local import local_reason
from ganztag.planning.explaining.seats import seat_prices
from tests.planning.generated import small, typical

_QUESTIONS = 7


@pytest.mark.benchmark
def test_a_question_takes_no_longer_than_a_few_allocations() -> None:
    allocate(small(rules=False))  # the libraries are loaded now
    problem = typical(rules=False)
    before = time.process_time()
    plan = allocate(problem)
    yardstick = time.process_time() - before
    before = time.process_time()
    prices = seat_prices(problem, plan)
    print(f"one allocation {yardstick:.2f} s, prices of {len(prices)} courses {time.process_time() - before:.2f} s")
    missed = [
        wish
        for wish in problem.wishes
        if wish.rank == 1
        and wish.course not in plan.courses_of(wish.pupil)
        and local_reason(problem, plan, wish.pupil, wish.course) is None
    ]
    times = []
    for wish in random.Random(1).sample(missed, _QUESTIONS):
        before = time.process_time()
        answer = why_not(problem, plan, wish.pupil, wish.course)
        times.append(time.process_time() - before)
        print(f"{times[-1]:.2f} s: {answer.kind} {answer.level} {answer.before} -> {answer.after}")
    print(f"median {statistics.median(times):.2f} s, longest {max(times):.2f} s")
    assert statistics.median(times) <= 4 * yardstick
