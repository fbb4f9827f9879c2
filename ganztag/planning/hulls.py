"""Rows that fractions of children break, although they hold for every week that a whole child can have."""

from typing import Any

import highspy
import numpy as np

from ganztag.planning.model import Floats, Ints
from ganztag.planning.model.weeks import Weeks

_Highs: Any = highspy.Highs
_FAR = 1e-3  # how far a child must be from all its weeks, so that a row is worth it
_TINY = 1e-7

Cut = tuple[Ints, Floats, float]
"""Columns, their factors, and what their sum is not below."""


class Hulls:
    """Looks whether a child's columns are a mixture of its weeks; else it says what they break."""

    def __init__(self) -> None:
        self._highs = _Highs()
        for option, value in {"output_flag": False, "threads": 1, "presolve": "off"}.items():
            self._highs.setOptionValue(option, value)

    def cut(self, weeks: Weeks, values: Floats) -> Cut | None:
        """Return a row that all weeks keep and the values break; None where there is none, or hardly."""
        count, width = weeks.points.shape
        if not count:
            return None
        slack = np.concatenate((np.eye(width)[:, : weeks.places], -np.eye(width)), axis=1)
        matrix = np.concatenate((weeks.points.T, slack), axis=1)
        self._pass(np.concatenate((matrix, (np.arange(matrix.shape[1]) < count)[None, :].astype(float))), weeks, values)
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        if self._highs.getObjectiveValue() < _FAR:
            return None
        factors = -np.asarray(self._highs.getSolution().row_dual)[:width]
        factors[np.abs(factors) < _TINY] = 0.0
        least = float((weeks.points @ factors).min())
        if float(factors @ values) > least - _FAR / 2:
            return None
        own = np.flatnonzero(factors)
        return weeks.columns[own], factors[own], least - 1e-9

    def _pass(self, matrix: Floats, weeks: Weeks, values: Floats) -> None:
        """Mix the weeks so that they come as near to the values as can be; what follows may be less than the values."""
        rows, columns = matrix.shape
        count, width = weeks.points.shape
        cost = np.where(np.arange(columns) < count, 0.0, 1.0)
        lower = np.concatenate((values[: weeks.places], np.full(width - weeks.places, -np.inf), (1.0,)))
        entries = [np.flatnonzero(matrix[row]) for row in range(rows)]
        starts = np.concatenate(((0,), np.cumsum([len(own) for own in entries])))
        self._highs.passModel(
            columns, rows, int(starts[-1]), int(highspy.MatrixFormat.kRowwise), int(highspy.ObjSense.kMinimize), 0.0,
            cost, np.zeros(columns), np.full(columns, np.inf), lower, np.concatenate((values, (1.0,))),
            starts[:-1].astype(np.int32), np.concatenate(entries).astype(np.int32),
            np.concatenate([matrix[row, own] for row, own in enumerate(entries)]), np.zeros(columns, dtype=np.int32),
        )  # fmt: skip
