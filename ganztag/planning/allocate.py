"""Wishes in, a proven plan out: one goal after the other, each kept while the next one is pursued."""

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ganztag.planning.candidates import Candidate, Candidates, candidates
from ganztag.planning.contradictions import refuse_contradictions
from ganztag.planning.levels import GOALS
from ganztag.planning.plan import LevelResult, Placement, Plan, Stopped, Struck, hash_of
from ganztag.planning.problem import Problem

if TYPE_CHECKING:
    from ganztag.planning.highs import Solver
    from ganztag.planning.model import Ints, Model
    from ganztag.planning.objectives import Objective

__all__ = ["GOALS", "LevelResult", "Placement", "Plan", "Stopped", "Struck", "allocate"]


def allocate(
    problem: Problem,
    goal: str = "balanced",
    seed: int = 1,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    time_limit: float | None = None,
) -> Plan:
    """Return the best plan for the goal; the same for a seed, whatever the order of the rows.

    *progress* is told (levels done, all levels) by the calling thread and may raise to stop; *time_limit* is seconds
    for all levels together, after which the best plan so far comes back, not all of it proven. Raises ``Stopped`` when
    *cancelled* says so, ``Objection`` for fixed placements that contradict each other, ``ValueError`` for no such goal.
    """
    from ganztag.planning import highs, model, objectives  # noqa: PLC0415 -- numpy and the solver, only to solve

    refuse_contradictions(problem)
    found = candidates(problem)
    built = model.build(problem, found)
    climb = _Climb(built, objectives.objectives(built, found, goal, seed), progress, cancelled)
    with highs.Solver(built, climb.tick) as solver:
        columns, levels = climb.run(solver, time_limit)
    taken = [pair for pair, own in zip(built.pairs, columns, strict=False) if own]
    return _plan(problem, found, taken, (goal, seed), levels, (highs.name(), solver.seconds))


class _Climb:
    """The way through the levels: how far it is, and whether to go on."""

    def __init__(
        self,
        model: "Model",
        objectives: Sequence["Objective"],
        progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._model, self._objectives = model, objectives
        self._progress, self._cancelled = progress, cancelled
        self._done = 0

    def tick(self) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Stopped
        if self._progress is not None:
            self._progress(self._done, len(self._objectives))

    def run(self, solver: "Solver", time_limit: float | None) -> tuple["Ints", tuple[LevelResult, ...]]:
        """Return the columns of the best plan, and what each level came to."""
        ends = None if time_limit is None else time.monotonic() + time_limit
        columns = self._model.settled(self._model.fixed())  # fixed children alone are always a plan
        results: list[LevelResult] = []
        for objective in self._objectives:
            self.tick()
            rest = None if ends is None else ends - time.monotonic()
            columns, bound, proven = self._level(solver, objective, columns, rest)
            value = objective.value(columns)
            solver.keep(objective, value)
            sign = -1 if objective.many else 1
            results.append(LevelResult(objective.name, sign * value, sign * bound, proven))
            self._done += 1
        self.tick()
        return columns, tuple(results)

    @staticmethod
    def _level(
        solver: "Solver", objective: "Objective", columns: "Ints", rest: float | None
    ) -> tuple["Ints", int, bool]:
        least = objective.least()
        if objective.value(columns) == least:
            return columns, least, True  # better is impossible, whatever the rows say
        if rest is not None and rest <= 0:
            return columns, least, False
        answer = solver.make_small(objective, columns, rest)
        return answer.columns, answer.bound, answer.proven


def _plan(
    problem: Problem,
    found: Candidates,
    taken: Sequence[Candidate],
    asked: tuple[str, int],
    levels: tuple[LevelResult, ...],
    solved: tuple[str, float],
) -> Plan:
    placements = _placements(found, taken)
    struck = _struck(problem, taken)
    running = frozenset(course.id for course in problem.courses) - {course.course for course in struck}
    return Plan(
        goal=asked[0],
        seed=asked[1],
        placements=placements,
        running=running,
        struck=struck,
        levels=levels,
        input_hash=problem.input_hash(),
        plan_hash=hash_of(*asked, placements, running),
        solver=solved[0],
        solver_seconds=solved[1],
        revision=problem.revision,
    )


def _placements(found: Candidates, taken: Sequence[Candidate]) -> tuple[Placement, ...]:
    got = {(pair.pupil, slot): (pair.course, rank) for pair in taken for slot, rank in pair.ranks}
    return tuple(Placement(*obligation, *got.get(obligation, (None, None))) for obligation in found.obligations)


def _struck(problem: Problem, taken: Sequence[Candidate]) -> tuple[Struck, ...]:
    """Return the courses under their minimum; one with a fixed child runs all the same."""
    inside: dict[int, int] = {}
    for pair in taken:
        inside[pair.course] = inside.get(pair.course, 0) + 1
    pinned = {fixed.course for fixed in problem.fixed}
    wanting = _wanting(problem)
    struck = []
    for course in sorted(problem.courses, key=lambda course: course.id):
        missing = (course.min_size or 0) - course.taken
        if course.id not in pinned and inside.get(course.id, 0) < missing:
            everyone = wanting.get(course.id, {})
            firsts = sum(rank == 1 for rank in everyone.values())
            struck.append(Struck(course.id, len(everyone), firsts, missing))
    return tuple(struck)


def _wanting(problem: Problem) -> dict[int, dict[int, int]]:
    """Return who wanted each course, and the best rank they gave it."""
    pupils, ballot = set(problem.pupils), {slot.id for slot in problem.slots}
    wanting: dict[int, dict[int, int]] = {}
    for wish in problem.wishes:
        if wish.pupil in pupils and wish.slot in ballot:
            ranks = wanting.setdefault(wish.course, {})
            ranks[wish.pupil] = min(wish.rank, ranks.get(wish.pupil, wish.rank))
    return wanting
