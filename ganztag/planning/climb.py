"""The way through the ordered levels: each one's best is kept while the next one is pursued.

Fractions of children nearly always allow no more than whole children do. So all levels are first solved with fractions,
which is quick and gives bounds; then one search looks for whole children at all these bounds. Where there are none, the
last level is given up and the one before it solved for whole children, and so on back; from there it goes on anew.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ganztag.planning.highs import Answer, Relaxed, Solver
from ganztag.planning.model import Ints, Model
from ganztag.planning.objectives import Objective
from ganztag.planning.plan import Infeasible, LevelResult, Stopped

_NODES_FOR_A_GUESS = 200  # a number of nodes, not seconds: the same on every machine
_MORE = 8
_MORE_LOTS = 2**22
"""How far whole children may be above what fractions allow, at first: the less, the fewer columns are open."""


@dataclass(slots=True)
class Climb:
    """How far it is, and whether to go on; *columns* are the best plan so far, if there is one.

    *patient*: it looks for a first plan just now, which is not broken off: the first find may place nobody at all.
    """

    model: Model
    objectives: Sequence[Objective]
    progress: Callable[[int, int], None] | None = None
    cancelled: Callable[[], bool] | None = None
    enough: Callable[[], bool] | None = None
    done: int = 0
    ends: float | None = None
    columns: Ints | None = None
    patient: bool = False

    def tick(self) -> None:
        if self.cancelled is not None and self.cancelled():
            raise Stopped
        if self.progress is not None:
            self.progress(self.done, len(self.objectives))

    def stop(self, _found: bool = False) -> bool:
        """Tell whether to leave off: there is no time, or somebody has enough."""
        return self._over() and not self.patient

    def _over(self) -> bool:
        return (self.ends is not None and time.monotonic() >= self.ends) or (self.enough is not None and self.enough())

    def _rest(self) -> float | None:
        """Return the seconds that are left; None: no limit."""
        return None if self.ends is None else max(self.ends - time.monotonic(), 0.0)

    def run(self, solver: Solver, time_limit: float | None) -> tuple[Ints, tuple[LevelResult, ...]]:
        """Return the columns of the best plan, and what each level came to. Raises ``Infeasible``."""
        if not self.model.pairs:
            self._take_nobody()
        if time_limit is not None:
            self._find_some(solver)
            self.ends = time.monotonic() + time_limit
        results: list[LevelResult] = []
        while len(results) < len(self.objectives):
            self._reach(len(results))
            results += self._onwards(solver, len(results))
        self._reach(len(self.objectives))
        assert self.columns is not None  # a level finds some, or raises
        return self.columns, tuple(_honest(results))

    def _take_nobody(self) -> None:
        """Take the only plan there is where nobody may go anywhere. Raises ``Infeasible``: a rule asks for more."""
        nobody = self.model.settled(self.model.fixed())
        if self.model.fits(nobody):
            self.columns = nobody
        elif not self.model.width:
            raise Infeasible

    def _find_some(self, solver: Solver) -> None:
        """Find a good plan soon, if there is none yet: all levels weighed together, without going into depth."""
        if self.columns is not None:
            return
        self.patient = True
        weighed = _together(self.objectives, self.model.width)
        for nodes in (1, None):
            answer = solver.make_small(weighed, None, None, nodes)
            if answer.columns is not None or answer.proven:
                break
        self.patient = False
        if answer.columns is None:
            raise Infeasible
        self.columns = answer.columns

    def _reach(self, done: int) -> None:
        self.done = max(self.done, done)
        self.tick()

    def _onwards(self, solver: Solver, first: int) -> list[LevelResult]:
        """Settle the level *first* and as many of the next ones as are at the bounds of fractions; all, if no time."""
        objective = self.objectives[first]
        if self.columns is not None and objective.value(self.columns) <= objective.least():
            solver.keep(objective, objective.least())
            return [_result(objective, self.columns, objective.least())]
        path = [] if self.stop() else self._path(solver, first)
        sure = True  # that not all of the levels up to here can be at their bounds
        for place in reversed(range(len(path))):
            if self.stop():
                break
            answer = self._search(solver, first, path[: place + 1], beyond=sure and place < len(path) - 1)
            if answer.columns is not None:
                self.columns = answer.columns
                return self._settled(solver, first, path[: place + 1], answer)
            sure = answer.proven
        if not self.stop():
            alone = self._alone(solver, objective)
            if alone is not None:
                return [alone]
        if self.columns is None:
            solver.forget(0)
            self._find_some(solver)
        return self._leave_off(first, path)

    def _path(self, solver: Solver, first: int) -> list[Relaxed]:
        """Solve the levels from *first* on with fractions, each one supposed for the next ones."""
        path: list[Relaxed] = []
        for index in range(first, len(self.objectives)):
            self._reach(index)
            relaxed = solver.relaxed(self.objectives[index], self._rest())
            if relaxed is None:
                break
            path.append(relaxed)
            if index < len(self.objectives) - 1:
                solver.suppose(self.objectives[index], relaxed)
        return path

    def _search(self, solver: Solver, first: int, path: Sequence[Relaxed], *, beyond: bool) -> Answer:
        """Solve the last level of the path for whole children, at the bounds of those before it.

        *beyond*: its own bound is known to be out of reach. Without columns, *proven* says that there are none.
        """
        index, relaxed = first + len(path) - 1, path[-1]
        objective, last = self.objectives[index], index == len(self.objectives) - 1
        columns = solver.as_whole(relaxed) if last and not beyond else None
        if columns is not None and self.model.fits(columns):
            return Answer(columns, objective.value(columns), proven=True)
        more_at_first = _MORE_LOTS if last else _MORE
        nodes = None if len(path) == 1 else _NODES_FOR_A_GUESS
        answer = Answer(None, objective.least(), proven=False)
        for more in (more_at_first, None):
            solver.restore(relaxed.mark)
            if more is not None:
                solver.pin(relaxed, more)
            answer = solver.make_small(objective, None, self._rest(), nodes)
            if answer.columns is not None:
                return self._finished(solver, objective, relaxed, (more, answer))
            if self.stop():
                break
        return answer

    def _finished(
        self, solver: Solver, objective: Objective, relaxed: Relaxed, found: tuple[int | None, Answer]
    ) -> Answer:
        """Go on from columns until they are known to be the best, not only among those that were open."""
        more, answer = found
        assert answer.columns is not None
        above = objective.value(answer.columns) - objective.constant - relaxed.limit
        if answer.proven and (more is None or above <= more):
            return answer
        self.columns = answer.columns
        solver.restore(relaxed.mark)
        solver.pin(relaxed, above)
        return solver.make_small(objective, answer.columns, self._rest())

    def _settled(self, solver: Solver, first: int, path: Sequence[Relaxed], answer: Answer) -> list[LevelResult]:
        """Keep what is reached: the bounds of all levels of the path but the last, and what was found for that one."""
        assert self.columns is not None
        objective, relaxed = self.objectives[first + len(path) - 1], path[-1]
        solver.restore(relaxed.mark)
        solver.suppose(objective, relaxed, objective.value(self.columns) - objective.constant - relaxed.limit)
        before = [_result(self.objectives[first + place], self.columns, None) for place in range(len(path) - 1)]
        bound = max(answer.bound, relaxed.limit + objective.constant)
        return [*before, _result(objective, self.columns, bound)]

    def _alone(self, solver: Solver, objective: Objective) -> LevelResult | None:
        """Solve one level for itself, where fractions do not help; None: there was no time to find anything."""
        answer = solver.make_small(objective, self.columns, self._rest())
        if answer.columns is None:
            if answer.proven:
                raise Infeasible
            return None
        self.columns = answer.columns
        solver.keep(objective, objective.value(self.columns))
        return _result(objective, self.columns, answer.bound)

    def _leave_off(self, first: int, path: Sequence[Relaxed]) -> list[LevelResult]:
        """Return all levels from *first* on as they are, with the bounds that are known."""
        assert self.columns is not None
        results: list[LevelResult] = []
        reached = True  # a bound holds where all the levels before are at theirs
        for place, objective in enumerate(self.objectives[first:]):
            bound = objective.least()
            if reached and place < len(path):
                bound = max(bound, path[place].limit + objective.constant)
            results.append(_result(objective, self.columns, bound))
            reached = reached and results[-1].proven
        return results


def _together(objectives: Sequence[Objective], width: int) -> Objective:
    """Return the levels as one, each worth four times the next one; the lot left out."""
    cost = np.zeros(width, dtype=np.int64)
    for place, objective in enumerate(reversed(objectives[:-1])):
        cost += objective.cost * 4**place
    return Objective("together", cost)


def _honest(results: Sequence[LevelResult]) -> Iterator[LevelResult]:
    """Take back the proofs that rest on a level without one."""
    sure = True
    for result in results:
        sure = sure and result.proven
        yield replace(result, proven=sure)


def _result(objective: Objective, columns: Ints, bound: int | None) -> LevelResult:
    """Return the level as it is shown; without *bound* the value is known to be the best there is."""
    value = objective.value(columns)
    bound = value if bound is None else min(bound, value)
    sign = -1 if objective.many else 1
    return LevelResult(objective.name, sign * value, sign * bound, proven=bound >= value)
