"""What a place more is worth to fractions of children: the shadow prices of rows."""

from dataclasses import dataclass

import highspy
import numpy as np

from ganztag.planning.engine import Engine
from ganztag.planning.model import Floats, Model


@dataclass(frozen=True, slots=True)
class Shadow:
    """The best *value* of a cost, and for each row how much it falls if the row's upper bound is one higher."""

    value: float
    prices: Floats


class Relaxation:
    """A model whose columns may be fractions, solved for one cost after another; use it in a ``with`` block."""

    def __init__(self, model: Model) -> None:
        self._model, self._engine = model, Engine()

    def __enter__(self) -> "Relaxation":
        self._engine.open()
        rows, width = self._model.rows, self._model.width
        self._engine.highs.passModel(
            width, len(rows.lower), len(rows.columns), int(highspy.MatrixFormat.kRowwise),
            int(highspy.ObjSense.kMinimize), 0.0, np.zeros(width),
            np.array(self._model.lower), np.array(self._model.upper),
            np.array(rows.lower), np.array(rows.upper), np.array(rows.starts[:-1], dtype=np.int32),
            np.array(rows.columns, dtype=np.int32), np.array(rows.values), np.zeros(width, dtype=np.int32),
        )  # fmt: skip
        return self

    def __exit__(self, *error: object) -> None:
        self._engine.close()

    def smallest(self, cost: Floats) -> Shadow | None:
        """Return the least value of a cost (one number a column) and the prices; None where there is no plan."""
        highs = self._engine.highs
        columns = np.arange(len(cost), dtype=np.int32)
        highs.changeColsCost(len(cost), columns, cost)
        self._engine.run(lambda: False)
        if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return Shadow(float(highs.getObjectiveValue()), -np.asarray(highs.getSolution().row_dual))

    def keep(self, cost: Floats, value: float) -> None:
        """Demand from now on that a cost is not above *value*."""
        concerned = np.flatnonzero(cost).astype(np.int32)
        self._engine.highs.addRow(-highspy.kHighsInf, value, len(concerned), concerned, cost[concerned])
