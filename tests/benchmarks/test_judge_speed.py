"""What a dragged child costs is counted while the mouse moves: beside it, reading the whole problem once."""

import time
from collections.abc import Callable

import pytest

from ganztag.planning import judge
from ganztag.planning.plan import Plan
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem
from tests.planning.generated import small, typical


@pytest.mark.benchmark
def test_recounting_a_plan_takes_less_than_reading_the_problem() -> None:
    problem = typical()
    reading = min(_seconds(lambda: _forgotten(problem)) for _run in range(3))
    places: dict[tuple[int, int], int | None] = {(w.pupil, w.slot): w.course for w in problem.wishes if w.rank == 1}
    plan = judge.evaluate(problem, Policy("weekly"), places)
    pupil, course = problem.wishes[0].pupil, problem.wishes[1].course

    def drag() -> None:
        after = judge.evaluate(problem, plan.policy, judge.moved(problem, places, pupil, course), plan)
        judge.cost(plan, after)

    counting = min(_seconds(drag) for _run in range(5))
    hearing = min(_seconds(lambda: _heard(problem, plan)) for _run in range(3))
    print(f"reading {reading * 1000:.1f} ms, a drag {counting * 1000:.1f} ms, audit {hearing * 1000:.1f} ms")
    assert counting <= reading
    assert hearing <= 2 * reading


def _forgotten(problem: Problem) -> None:
    """Read a problem anew: the judge remembers only the last one."""
    judge.evaluate(small(), Policy(), {})
    judge.evaluate(problem, Policy(), {})


def _heard(problem: Problem, plan: Plan) -> None:
    assert judge.audit(problem, plan)  # first wishes only: some courses are too full


def _seconds(work: Callable[[], None]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before
