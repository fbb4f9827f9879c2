"""HiGHS: makes one objective after another small on the same model, in a thread of its own, and can be stopped."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import highspy
import numpy as np

from ganztag.planning.model import Bools, Ints, Model
from ganztag.planning.objectives import Objective

_LOOK_UP_SECONDS = 0.05  # how often the waiting thread looks whether it was asked to stop
_LOCK_SLACK = 0.5  # rows in floats; the values are whole
_OPTIONS: dict[str, Any] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.99,  # all objectives are whole numbers
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the solver found: all columns, a bound that no plan falls below, and whether they meet."""

    columns: Ints
    bound: int
    proven: bool


class Solver:
    """One model in HiGHS; use it in a ``with`` block. Costs change and rows are added, nothing is built twice."""

    def __init__(self, model: Model, tick: Callable[[], None]) -> None:
        """*tick* is called by the thread that waits; what it raises stops the solver and comes out of ``make_small``."""
        self.seconds = 0.0
        self._model, self._tick = model, tick
        self._highs = highspy.Highs()
        self._stop = threading.Event()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="solver")

    def __enter__(self) -> Self:
        for option, value in _OPTIONS.items():
            self._highs.setOptionValue(option, value)
        self._highs.cbMipInterrupt += self._asked_to_stop
        self._highs.cbSimplexInterrupt += self._asked_to_stop
        _pass(self._highs, self._model)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.shutdown(wait=True)
        self._highs.clearCallbacks()
        self._highs.clear()

    def _asked_to_stop(self, event: Any) -> None:
        if self._stop.is_set():
            event.interrupt()

    def make_small(self, objective: Objective, start: Ints, rest: float | None) -> Answer:
        """Return the best columns from *start* on, found in at most *rest* seconds (None: as long as it takes)."""
        columns = np.arange(self._model.width, dtype=np.int32)
        self._highs.changeColsCost(len(columns), columns, objective.cost.astype(np.float64))
        self._highs.setSolution(len(columns), columns, start.astype(np.float64))
        # The limit counts from the first run of this object on.
        until = highspy.kHighsInf if rest is None else self._highs.getRunTime() + rest
        self._highs.setOptionValue("time_limit", until)
        running = self._thread.submit(self._run)
        while not wait((running,), _LOOK_UP_SECONDS).done:
            self._tick()
        self.seconds += running.result()
        return self._answer(objective, start)

    def _run(self) -> float:
        """Solve in this thread and return its CPU seconds; other threads go on, HiGHS holds no lock of Python's."""
        before = time.thread_time()
        try:
            self._highs.run()
        finally:
            highspy.Highs.resetGlobalScheduler(False)  # else a thread that ends can hang on Windows
        return time.thread_time() - before

    def _answer(self, objective: Objective, start: Ints) -> Answer:
        status, found = self._highs.getModelStatus(), self._highs.getInfo()
        optimal = status == highspy.HighsModelStatus.kOptimal
        if not optimal and status != highspy.HighsModelStatus.kTimeLimit:
            raise RuntimeError(f"HiGHS answered {status} at the level {objective.name!r}")
        columns = start
        if found.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
            values = np.asarray(self._highs.getSolution().col_value)
            columns = self._model.settled(_rounded(values[: len(self._model.pairs)]))
        value = objective.value(columns)
        if optimal:
            return Answer(columns, value, proven=True)
        bound = max(objective.least(), _whole(found.mip_dual_bound, objective))
        return Answer(columns, min(bound, value), proven=bound >= value)

    def keep(self, objective: Objective, value: int) -> None:
        """Demand from now on that *objective* is not worse than *value*."""
        concerned = np.flatnonzero(objective.cost).astype(np.int32)
        limit = value - objective.constant + _LOCK_SLACK
        costs = objective.cost[concerned].astype(np.float64)
        self._highs.addRow(-highspy.kHighsInf, limit, len(concerned), concerned, costs)


def name() -> str:
    return f"HiGHS {highspy.Highs().version()}"


def _rounded(values: Any) -> Bools:
    return np.asarray(values > 0.5, dtype=np.bool_)


def _whole(bound: float, objective: Objective) -> int:
    """Return the bound of a run that was cut short as a whole number, a little on the safe side."""
    if not np.isfinite(bound):
        return objective.least()
    return int(np.ceil(bound - 1e-4)) + objective.constant


def _pass(highs: highspy.Highs, model: Model) -> None:
    rows, pairs = model.rows, len(model.pairs)
    lower = np.zeros(model.width)
    lower[:pairs] = model.fixed()
    whole = np.zeros(model.width, dtype=np.int32)
    whole[: pairs + len(model.opened)] = int(highspy.HighsVarType.kInteger)
    row_wise, smaller = int(highspy.MatrixFormat.kRowwise), int(highspy.ObjSense.kMinimize)
    highs.passModel(
        model.width, len(rows.lower), len(rows.columns), row_wise, smaller, 0.0,
        np.zeros(model.width), lower, np.ones(model.width),
        np.array(rows.lower, dtype=np.float64), np.array(rows.upper, dtype=np.float64),
        np.array(rows.starts[:-1], dtype=np.int32), np.array(rows.columns, dtype=np.int32),
        np.array(rows.values, dtype=np.float64), whole,
    )  # fmt: skip
