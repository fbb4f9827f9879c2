"""HiGHS on the programme of placing: one model, one aim after another; what it found stays when it is stopped."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import highspy
import numpy as np

from ganztag.planning.engine import Engine
from ganztag.planning.model import Ints, Rows
from ganztag.planning.placing.aims import Aim


@dataclass(frozen=True, slots=True)
class Answer:
    """The best columns, a bound that no proposal falls below, and whether the two meet."""

    columns: Ints
    bound: int
    proven: bool


class Solver:
    """One model in HiGHS, to be used in a ``with`` block; *stop_wanted* is asked while it works."""

    def __init__(self, upper: list[float], whole: int, rows: Rows, stop_wanted: Callable[[], bool]) -> None:
        self._upper, self._whole, self._rows = np.array(upper), whole, rows
        self._stop_wanted = stop_wanted
        self._engine = Engine()
        self._highs = self._engine.highs
        self._all = np.arange(len(upper), dtype=np.int32)

    def __enter__(self) -> Self:
        self._engine.open()
        self._pass()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.close()

    def _pass(self) -> None:
        rows, width = self._rows, len(self._all)
        row_wise, smaller = int(highspy.MatrixFormat.kRowwise), int(highspy.ObjSense.kMinimize)
        kind = np.zeros(width, dtype=np.int32)
        kind[: self._whole] = int(highspy.HighsVarType.kInteger)
        self._highs.passModel(
            width, len(rows.lower), len(rows.columns), row_wise, smaller, 0.0,
            np.zeros(width), np.zeros(width), self._upper,
            np.array(rows.lower, dtype=np.float64), np.array(rows.upper, dtype=np.float64),
            np.array(rows.starts[:-1], dtype=np.int32), np.array(rows.columns, dtype=np.int32),
            np.array(rows.values, dtype=np.float64), kind,
        )  # fmt: skip

    def make_small(self, aim: Aim, start: Ints, rest: float, keep: Ints | None = None) -> Answer:
        """Return the best columns from *start* on, in at most *rest* seconds; the columns *keep* stay as they are."""
        self._highs.changeColsCost(len(self._all), self._all, aim.cost.astype(np.float64))
        lower, upper = np.zeros(len(self._all)), self._upper.copy()
        if keep is not None:
            lower[keep] = upper[keep] = start[keep]
        self._highs.changeColsBounds(len(self._all), self._all, lower, upper)
        self._highs.setSolution(len(self._all), self._all, start.astype(np.float64))
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + max(rest, 0.0))
        status = self._run(time.monotonic() + rest)
        found, columns = self._highs.getInfo(), start
        if found.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
            better = np.rint(np.asarray(self._highs.getSolution().col_value)).astype(np.int64)
            columns = better if aim.value(better) < aim.value(start) else start
        value = aim.value(columns)
        if status == highspy.HighsModelStatus.kOptimal:
            return Answer(columns, value, proven=True)
        bound = max(aim.floor, _whole_bound(found.mip_dual_bound) + aim.constant)
        return Answer(columns, min(bound, value), proven=bound >= value)

    def keep(self, aim: Aim, value: int) -> None:
        """Demand from now on that *aim* is not worse than *value*."""
        concerned = np.flatnonzero(aim.cost).astype(np.int32)
        if len(concerned):
            limit = float(value - aim.constant) + 0.5  # rows in floats; the values are whole
            costs = aim.cost[concerned].astype(np.float64)
            self._highs.addRow(-highspy.kHighsInf, limit, len(concerned), concerned, costs)

    def _run(self, ends: float) -> Any:
        """Solve; HiGHS looks at its own limit of time too seldom, so that it is asked to stop then as well."""
        self._engine.run(lambda: self._stop_wanted() or time.monotonic() > ends)
        return self._highs.getModelStatus()


def _whole_bound(bound: float) -> int:
    return math.ceil(bound - 1e-4) if math.isfinite(bound) else -(2**53)
