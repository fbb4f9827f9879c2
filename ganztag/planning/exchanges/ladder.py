"""One goal after the other, each kept while the next one is pursued: exact, by HiGHS."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from ganztag.planning.engine import Engine
from ganztag.planning.exchanges.rows import Row

_SLACK = 0.5  # rows in floats; the values are whole


@dataclass(frozen=True, slots=True)
class Goal:
    """A sum to be made small: coefficients by column, 0 where none is named."""

    terms: tuple[tuple[int, int], ...]


def climb(
    width: int,
    rows: Sequence[Row],
    fixed: dict[int, int],
    goals: Sequence[Goal],
    tick: Callable[[int, int], None] | None = None,
) -> tuple[int, ...] | None:
    """Return 0 or 1 for each of *width* columns, the best in order of the goals; None: the rows allow nothing.

    *fixed* says what some columns are. *tick* is told (goals done, all goals) and may raise to stop.
    """
    engine = Engine()
    engine.open()
    try:
        highs = engine.highs
        _pass(highs, width, rows, fixed)
        columns: tuple[int, ...] | None = None
        for done, goal in enumerate(goals):
            costs = _costs(width, goal)
            highs.changeColsCost(width, np.arange(width, dtype=np.int32), costs)
            engine.run(_told(tick, done, len(goals)))
            if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                return None
            columns = tuple(round(value) for value in highs.getSolution().col_value)
            _keep(highs, goal, columns)
        return columns
    finally:
        engine.close()


def _told(tick: Callable[[int, int], None] | None, done: int, whole: int) -> Callable[[], bool]:
    def look_up() -> bool:
        if tick is not None:
            tick(done, whole)
        return False

    look_up()
    return look_up


def _costs(width: int, goal: Goal) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    costs = np.zeros(width)
    for place, amount in goal.terms:
        costs[place] += amount
    return costs


def _keep(highs: highspy.Highs, goal: Goal, columns: Sequence[int]) -> None:
    """Demand from now on that *goal* is not worse than it is with these columns."""
    value = sum(amount * columns[place] for place, amount in goal.terms)
    places = np.array([place for place, _amount in goal.terms], dtype=np.int32)
    amounts = np.array([amount for _place, amount in goal.terms], dtype=np.float64)
    if len(places):
        highs.addRow(-highspy.kHighsInf, value + _SLACK, len(places), places, amounts)


def _pass(highs: highspy.Highs, width: int, rows: Sequence[Row], fixed: dict[int, int]) -> None:
    lower, upper = np.zeros(width), np.ones(width)
    for place, value in fixed.items():
        lower[place] = upper[place] = value
    starts = np.cumsum([0, *(len(row.terms) for row in rows)], dtype=np.int32)
    row_wise, smaller = int(highspy.MatrixFormat.kRowwise), int(highspy.ObjSense.kMinimize)
    highs.passModel(
        width, len(rows), int(starts[-1]), row_wise, smaller, 0.0,
        np.zeros(width), lower, upper,
        np.array([max(row.lower, -highspy.kHighsInf) for row in rows]),
        np.array([min(row.upper, highspy.kHighsInf) for row in rows]),
        starts[:-1],
        np.array([place for row in rows for place, _amount in row.terms], dtype=np.int32),
        np.array([amount for row in rows for _place, amount in row.terms], dtype=np.float64),
        np.ones(width, dtype=np.int32),
    )  # fmt: skip
