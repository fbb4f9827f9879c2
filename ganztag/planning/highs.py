"""HiGHS: one model, whose columns are made small for one objective after another; it can be stopped at any time."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import highspy
import numpy as np

from ganztag.planning.engine import Engine
from ganztag.planning.hulls import Hulls
from ganztag.planning.model import Floats, Ints, Model
from ganztag.planning.model.weeks import AllWeeks
from ganztag.planning.objectives import Objective

_LOCK_SLACK = 0.5  # rows in floats; the values are whole
_NEARLY_WHOLE = 1e-5
_BROKEN = 1e-6
_MIXED = 1e-4
_DUAL, _PRIMAL = 1, 4
_ANSWERS = (
    highspy.HighsModelStatus.kOptimal,
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kTimeLimit,
    highspy.HighsModelStatus.kSolutionLimit,  # the limit of nodes goes by this name too
    highspy.HighsModelStatus.kInterrupt,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """All columns (None: none found), a bound that no plan falls below, and whether the two meet.

    Without columns, *proven* says that there are none.
    """

    columns: Ints | None
    bound: int
    proven: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """What the solver was bound to at a moment: how many levels were kept, and the bounds of all columns."""

    levels: int
    lower: Floats
    upper: Floats


@dataclass(frozen=True, slots=True)
class Relaxed:
    """The best that fractions of children allow: *limit* is the least whole value not below it, without the constant.

    *duals* are what another place of a column would cost at least; *mark* is where the solver stood before.
    """

    reached: float
    limit: int
    values: Floats
    duals: Floats
    mark: Mark


class Solver:
    """One model in HiGHS; use it in a ``with`` block. Costs change and rows are added, nothing is built twice."""

    def __init__(self, model: Model, tick: Callable[[], None], stop: Callable[[bool], bool] | None = None) -> None:
        """*tick* is called by the thread that waits; what it raises stops the solver and passes on.

        *stop* is asked by it too whether to leave off; it is told whether this search has found whole columns.
        """
        self.seconds = 0.0
        self.infeasible = False
        self._model, self._tick, self._stop = model, tick, stop
        self._engine = Engine()
        self._highs = self._engine.highs
        self._all = np.arange(model.width, dtype=np.int32)
        self._lower, self._upper = np.array(model.lower), np.array(model.upper)
        self._bounds = (self._lower.copy(), self._upper.copy())
        self._whole = np.flatnonzero(model.whole).astype(np.int32)
        self._cuts = _pairs_and_courses(model)
        self._weeks, self._hulls = AllWeeks(model), Hulls()
        self._mixtures: dict[int, bytes] = {}  # child -> what was looked at last
        self._kept: dict[int, float] = {}  # row of a level that is settled or supposed -> its limit

    def __enter__(self) -> Self:
        self._engine.open()
        _pass(self._highs, self._model)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.close()

    def relaxed(self, objective: Objective, rest: float | None) -> Relaxed | None:
        """Return the best that fractions of children allow; None where there is no time, or no plan at all."""
        mark = self._mark()
        if not self._fractions(objective, rest):
            return None
        found, reached = self._highs.getSolution(), float(self._highs.getObjectiveValue())
        limit = math.ceil(reached - _NEARLY_WHOLE - 1e-9 * abs(reached))
        return Relaxed(reached, limit, np.asarray(found.col_value), np.abs(np.asarray(found.col_dual)), mark)

    def suppose(self, objective: Objective, found: Relaxed, more: int = 0) -> None:
        """Demand that a level is at most *more* above what fractions of children allow."""
        self.pin(found, more)
        self.keep(objective, found.limit + more + objective.constant)

    def pin(self, found: Relaxed, more: int) -> None:
        """Keep the columns that have one place in all plans at most *more* above what fractions allow."""
        spare = found.limit + more - found.reached + 1e-4 + 1e-9 * abs(found.reached)
        chosen = self._whole[(found.duals > spare)[self._whole]]
        at = np.round(found.values[chosen])
        for bound in self._bounds:
            bound[chosen] = at
        self._highs.changeColsBounds(len(chosen), chosen, at, at)

    def _fractions(self, objective: Objective, rest: float | None) -> bool:
        """Solve with fractions of children; no child may be more in a course than the course runs."""
        self._take_up(objective, whole=False)
        ends = None if rest is None else time.monotonic() + rest
        pairs, opened = self._cuts
        self._highs.setOptionValue("simplex_strategy", _PRIMAL)  # other costs leave the last columns possible
        while True:
            status = self._run(None if ends is None else ends - time.monotonic())
            if status != highspy.HighsModelStatus.kOptimal:
                return False
            values = np.asarray(self._highs.getSolution().col_value)
            broken = np.flatnonzero(values[pairs] > values[opened] + _BROKEN)
            if not len(broken) and not self._cut_weeks(values):
                return True
            if len(broken):
                self._cut(pairs[broken], opened[broken])
            self._highs.setOptionValue("simplex_strategy", _DUAL)

    def _cut_weeks(self, values: Floats) -> int:
        """Rule out mixtures of places that are no mixture of a child's weeks; return for how many children."""
        places = values[: len(self._model.pairs)]
        cuts = 0
        for pupil in self._weeks.doubtful((places > _MIXED) & (places < 1 - _MIXED)):
            weeks = self._weeks.of(pupil)
            if weeks is None:
                continue
            own = np.round(values[weeks.columns], 7)
            if self._mixtures.get(pupil) == own.tobytes():
                continue
            self._mixtures[pupil] = own.tobytes()
            cut = self._hulls.cut(weeks, own)
            if cut is not None:
                columns, factors, least = cut
                self._highs.addRow(least, highspy.kHighsInf, len(columns), columns.astype(np.int32), factors)
                cuts += 1
        return cuts

    def _cut(self, pairs: Any, opened: Any) -> None:
        count = len(pairs)
        self._highs.addRows(
            count, np.full(count, -highspy.kHighsInf), np.zeros(count), 2 * count,
            np.arange(0, 2 * count, 2, dtype=np.int32), np.stack((pairs, opened), axis=1).ravel(),
            np.tile((1.0, -1.0), count),
        )  # fmt: skip

    def as_whole(self, found: Relaxed) -> Ints | None:
        """Return the columns if there are no fractions of children in them."""
        values = found.values[self._whole]
        if np.abs(values - np.round(values)).max(initial=0.0) > _NEARLY_WHOLE:
            return None
        return self._model.settled(found.values[: len(self._model.pairs)] > 0.5)

    def make_small(
        self, objective: Objective, start: Ints | None, rest: float | None, nodes: int | None = None
    ) -> Answer:
        """Return the best whole columns, from *start* on, in at most *rest* seconds and *nodes* (None: no limit)."""
        self._take_up(objective, whole=True)
        self._highs.setOptionValue("simplex_strategy", _DUAL)
        self._highs.setOptionValue("mip_max_nodes", highspy.kHighsIInf if nodes is None else nodes)
        if start is not None:
            self._highs.setSolution(len(self._all), self._all, start.astype(np.float64))
        status, found = self._run(rest), self._highs.getInfo()
        if status not in _ANSWERS:
            raise RuntimeError(f"HiGHS answered {status} at the level {objective.name!r}")
        columns = start
        if found.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
            values = np.asarray(self._highs.getSolution().col_value)
            columns = self._model.settled(values[: len(self._model.pairs)] > 0.5)
        if columns is None:
            return Answer(None, objective.least(), proven=status == highspy.HighsModelStatus.kInfeasible)
        value = objective.value(columns)
        if status == highspy.HighsModelStatus.kOptimal:
            return Answer(columns, value, proven=True)
        bound = max(objective.least(), _whole(found.mip_dual_bound, objective))
        return Answer(columns, min(bound, value), proven=bound >= value)

    def _take_up(self, objective: Objective, *, whole: bool) -> None:
        kind = highspy.HighsVarType.kInteger if whole else highspy.HighsVarType.kContinuous
        count = len(self._whole)
        self._highs.changeColsIntegrality(count, self._whole, np.full(count, int(kind), dtype=np.uint8))
        self._highs.changeColsCost(len(self._all), self._all, objective.cost.astype(np.float64))
        for row, limit in self._kept.items():
            self._highs.changeRowBounds(row, -highspy.kHighsInf, limit + (_LOCK_SLACK if whole else 0.0))

    def keep(self, objective: Objective, value: int) -> None:
        """Demand from now on that *objective* is not worse than *value*."""
        concerned = np.flatnonzero(objective.cost).astype(np.int32)
        limit = float(value - objective.constant)
        costs = objective.cost[concerned].astype(np.float64)
        self._kept[self._highs.getNumRow()] = limit
        self._highs.addRow(-highspy.kHighsInf, limit, len(concerned), concerned, costs)

    def change(self, place: int, objective: Objective, value: int | None) -> None:
        """Demand another value of the level that was kept as number *place*; None: any."""
        row = list(self._kept)[place]
        self._kept[row] = math.inf if value is None else float(value - objective.constant)

    def _mark(self) -> Mark:
        lower, upper = self._bounds
        return Mark(len(self._kept), lower.copy(), upper.copy())

    def forget(self, levels: int) -> None:
        """Give up all that was supposed; only the first *levels* that were kept remain."""
        self.restore(Mark(levels, self._lower, self._upper))

    def restore(self, mark: Mark) -> None:
        """Go back to where the solver stood."""
        gone = list(self._kept)[mark.levels :]
        if gone:
            self._highs.deleteRows(len(gone), np.array(gone, dtype=np.int32))
        self._kept = dict(list(self._kept.items())[: mark.levels])
        self._bounds = (mark.lower.copy(), mark.upper.copy())
        self._highs.changeColsBounds(len(self._all), self._all, *self._bounds)

    def _look_up(self) -> bool:
        self._tick()
        return self._stop is not None and self._stop(self._engine.improved.is_set())

    def _run(self, rest: float | None) -> Any:
        # The limit counts from the first run of this object on.
        until = highspy.kHighsInf if rest is None else self._highs.getRunTime() + max(rest, 0.0)
        self._highs.setOptionValue("time_limit", until)
        self.seconds += self._engine.run(self._look_up)
        status = self._highs.getModelStatus()
        self.infeasible = status == highspy.HighsModelStatus.kInfeasible
        return status


def _pairs_and_courses(model: Model) -> tuple[Any, Any]:
    """Return the columns of the pairs whose course need not run, and beside each the column of its course."""
    both = [(index, model.opened[c]) for c, own in model.members.items() if c in model.opened for index in own]
    found = np.array(both, dtype=np.int32).reshape(-1, 2)
    return found[:, 0], found[:, 1]


def _whole(bound: float, objective: Objective) -> int:
    """Return the bound of a run that was cut short as a whole number, a little on the safe side."""
    if not math.isfinite(bound):
        return objective.least()
    return math.ceil(bound - 1e-4) + objective.constant


def _pass(highs: Any, model: Model) -> None:
    rows = model.rows
    row_wise, smaller = int(highspy.MatrixFormat.kRowwise), int(highspy.ObjSense.kMinimize)
    highs.passModel(
        model.width, len(rows.lower), len(rows.columns), row_wise, smaller, 0.0,
        np.zeros(model.width), np.array(model.lower), np.array(model.upper),
        np.array(rows.lower, dtype=np.float64), np.array(rows.upper, dtype=np.float64),
        np.array(rows.starts[:-1], dtype=np.int32), np.array(rows.columns, dtype=np.int32),
        np.array(rows.values, dtype=np.float64), np.zeros(model.width, dtype=np.int32),
    )  # fmt: skip
