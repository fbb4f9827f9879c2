"""HiGHS: one model, whose columns are made small for one objective after another; it can be stopped at any time."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import highspy
import numpy as np

from ganztag.planning.engine import Engine
from ganztag.planning.model import Floats, Ints, Model
from ganztag.planning.objectives import Objective

_LOCK_SLACK = 0.5  # rows in floats; the values are whole
_NEARLY_WHOLE = 1e-5
_ANSWERS = (
    highspy.HighsModelStatus.kOptimal,
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kTimeLimit,
    highspy.HighsModelStatus.kSolutionLimit,  # the limit of nodes goes by this name too
)


@dataclass(frozen=True, slots=True)
class Answer:
    """All columns (None: none found), a bound that no plan falls below, and whether the two meet."""

    columns: Ints | None
    bound: int
    proven: bool


class Solver:
    """One model in HiGHS; use it in a ``with`` block. Costs change and rows are added, nothing is built twice."""

    def __init__(self, model: Model, tick: Callable[[], None]) -> None:
        """*tick* is called by the thread that waits; what it raises stops the solver and passes on."""
        self.seconds = 0.0
        self._model, self._tick = model, tick
        self._engine = Engine()
        self._highs = self._engine.highs
        self._all = np.arange(model.width, dtype=np.int32)
        self._lower = np.concatenate([model.fixed(), np.zeros(model.width - len(model.pairs))])
        self._kept: dict[int, float] = {}  # row of a level that is settled or supposed -> its limit

    def __enter__(self) -> Self:
        self._engine.open()
        _pass(self._highs, self._model, self._lower)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.close()

    def relax(self, objective: Objective, rest: float | None) -> int | None:
        """Suppose the best value that fractions of children allow, keep it, and return it (None: no time)."""
        self._take_up(objective, whole=False)
        if self._run(rest) != highspy.HighsModelStatus.kOptimal:
            return None
        found, reached = self._highs.getSolution(), float(self._highs.getObjectiveValue())
        value = math.ceil(reached - _NEARLY_WHOLE - 1e-9 * abs(reached))
        # A column whose reduced cost exceeds what is left to the value keeps its place in every plan this good.
        spare = value - reached + 1e-4 + 1e-9 * abs(reached)
        self._pin(np.asarray(found.col_value), np.abs(np.asarray(found.col_dual)) > spare)
        self.keep(objective, value + objective.constant)
        return value + objective.constant

    def _pin(self, values: Floats, certain: Any) -> None:
        whole = np.arange(len(values)) < self._model.whole
        chosen = np.flatnonzero(certain & whole).astype(np.int32)
        at = np.round(values[chosen])
        self._highs.changeColsBounds(len(chosen), chosen, at, at)

    def make_small(
        self, objective: Objective, start: Ints | None, rest: float | None, nodes: int | None = None
    ) -> Answer:
        """Return the best whole columns, from *start* on, in at most *rest* seconds and *nodes* (None: no limit)."""
        self._take_up(objective, whole=True)
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
            return Answer(None, objective.least(), proven=False)
        value = objective.value(columns)
        if status == highspy.HighsModelStatus.kOptimal:
            return Answer(columns, value, proven=True)
        bound = max(objective.least(), _whole(found.mip_dual_bound, objective))
        return Answer(columns, min(bound, value), proven=bound >= value)

    def _take_up(self, objective: Objective, *, whole: bool) -> None:
        kind = highspy.HighsVarType.kInteger if whole else highspy.HighsVarType.kContinuous
        width = self._model.whole
        self._highs.changeColsIntegrality(width, self._all[:width], np.full(width, int(kind), dtype=np.uint8))
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

    def forget(self, levels: int) -> None:
        """Give up all that was supposed; only the first *levels* that were kept remain."""
        gone = list(self._kept)[levels:]
        if gone:
            self._highs.deleteRows(len(gone), np.array(gone, dtype=np.int32))
        self._kept = dict(list(self._kept.items())[:levels])
        self._highs.changeColsBounds(len(self._all), self._all, self._lower, np.ones(len(self._all)))

    def _look_up(self) -> bool:
        self._tick()
        return False

    def _run(self, rest: float | None) -> Any:
        # The limit counts from the first run of this object on.
        until = highspy.kHighsInf if rest is None else self._highs.getRunTime() + max(rest, 0.0)
        self._highs.setOptionValue("time_limit", until)
        self.seconds += self._engine.run(self._look_up)
        return self._highs.getModelStatus()


def _whole(bound: float, objective: Objective) -> int:
    """Return the bound of a run that was cut short as a whole number, a little on the safe side."""
    if not math.isfinite(bound):
        return objective.least()
    return math.ceil(bound - 1e-4) + objective.constant


def _pass(highs: Any, model: Model, lower: Floats) -> None:
    rows = model.rows
    row_wise, smaller = int(highspy.MatrixFormat.kRowwise), int(highspy.ObjSense.kMinimize)
    highs.passModel(
        model.width, len(rows.lower), len(rows.columns), row_wise, smaller, 0.0,
        np.zeros(model.width), lower, np.ones(model.width),
        np.array(rows.lower, dtype=np.float64), np.array(rows.upper, dtype=np.float64),
        np.array(rows.starts[:-1], dtype=np.int32), np.array(rows.columns, dtype=np.int32),
        np.array(rows.values, dtype=np.float64), np.zeros(model.width, dtype=np.int32),
    )  # fmt: skip
