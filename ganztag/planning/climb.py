"""The way through the ordered levels: each one's best is kept while the next one is pursued.

Fractions of children nearly always allow no more than whole children do. So all levels are first solved with fractions,
which is quick and gives bounds; then one search looks for whole children at all these bounds. Where there is none, the
first open level is solved for itself, and the rest is supposed anew.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ganztag.planning.highs import Solver
from ganztag.planning.model import Ints, Model
from ganztag.planning.objectives import Objective
from ganztag.planning.plan import LevelResult, Stopped

_NODES_FOR_A_GUESS = 200  # a number of nodes, not seconds: the same on every machine


@dataclass(slots=True)
class Climb:
    """How far it is, and whether to go on."""

    model: Model
    objectives: Sequence[Objective]
    progress: Callable[[int, int], None] | None = None
    cancelled: Callable[[], bool] | None = None
    done: int = 0
    ends: float | None = None

    def tick(self) -> None:
        if self.cancelled is not None and self.cancelled():
            raise Stopped
        if self.progress is not None:
            self.progress(self.done, len(self.objectives))

    def run(self, solver: Solver, time_limit: float | None) -> tuple[Ints, tuple[LevelResult, ...]]:
        """Return the columns of the best plan, and what each level came to."""
        self.ends = None if time_limit is None else time.monotonic() + time_limit
        columns = self.model.settled(self.model.fixed())  # fixed children alone are always a plan
        results: list[LevelResult] = []
        while len(results) < len(self.objectives):
            self._reach(len(results))
            objective = self.objectives[len(results)]
            if objective.value(columns) > objective.least() and objective is not self.objectives[-1]:
                guessed = self._guess(solver, len(results))
                if guessed is not None:
                    columns, rest = guessed
                    results += rest
                    break
            columns, result = self._level(solver, objective, columns)
            results.append(result)
        self._reach(len(self.objectives))
        return columns, tuple(_honest(results))

    def _reach(self, done: int) -> None:
        self.done = max(self.done, done)
        self.tick()

    def _rest(self) -> float | None:
        return None if self.ends is None else self.ends - time.monotonic()

    def _guess(self, solver: Solver, first: int) -> tuple[Ints, list[LevelResult]] | None:
        """Return a plan at the bounds of all levels from *first* on, or None where none is found soon."""
        *supposed, last = self.objectives[first:]
        half = None if self.ends is None else (self._rest() or 0.0) / 2
        for offset, objective in enumerate(supposed):
            self._reach(first + offset)
            if solver.relax(objective, half) is None:
                solver.forget(first)
                return None
        self._reach(len(self.objectives) - 1)
        answer = solver.make_small(last, None, half, _NODES_FOR_A_GUESS)
        if answer.columns is None:
            solver.forget(first)
            return None
        if not answer.proven:
            answer = solver.make_small(last, answer.columns, self._rest())
        assert answer.columns is not None  # it went on from some
        results = [_result(objective, answer.columns, None) for objective in supposed]
        return answer.columns, [*results, _result(last, answer.columns, answer.bound)]

    def _level(self, solver: Solver, objective: Objective, columns: Ints) -> tuple[Ints, LevelResult]:
        """Solve one level for itself, unless its value is the best that can be, whatever the rows say."""
        least, rest = objective.least(), self._rest()
        bound = least
        if objective.value(columns) > least and (rest is None or rest > 0):
            answer = solver.make_small(objective, columns, rest)
            columns = columns if answer.columns is None else answer.columns
            bound = answer.bound
        solver.keep(objective, objective.value(columns))
        return columns, _result(objective, columns, bound)


def _honest(results: Sequence[LevelResult]) -> Iterator[LevelResult]:
    """Take back the proofs that rest on a level without one."""
    sure = True
    for result in results:
        sure = sure and result.proven
        yield replace(result, proven=sure)


def _result(objective: Objective, columns: Ints, bound: int | None) -> LevelResult:
    """Return the level as it is shown; without *bound* the value is known to be the best there is."""
    value = objective.value(columns)
    bound = value if bound is None else bound
    sign = -1 if objective.many else 1
    return LevelResult(objective.name, sign * value, sign * bound, proven=bound >= value)
