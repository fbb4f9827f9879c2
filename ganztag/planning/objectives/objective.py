"""One level as the solver takes it."""

from dataclasses import dataclass

import numpy as np

from ganztag.planning.levels import wants_many
from ganztag.planning.model import Ints, Sum


@dataclass(frozen=True, slots=True)
class Objective:
    """One level, always to be made small: ``cost @ columns + constant``; shown negated where *many* is wanted.

    *floor* is what no plan falls below by the meaning of the level.
    """

    name: str
    cost: Ints
    constant: int = 0
    floor: int = 0

    @staticmethod
    def of(name: str, total: Sum, floor: int, width: int) -> "Objective":
        cost = np.zeros(width, dtype=np.int64)
        cost[list(total.terms)] = list(total.terms.values())
        return Objective(name, cost, total.constant, floor)

    @property
    def many(self) -> bool:
        return wants_many(self.name)

    def value(self, columns: Ints) -> int:
        return int(self.cost @ columns) + self.constant

    def least(self) -> int:
        """Return what the value cannot fall below, whatever the rows say."""
        return max(int(self.cost[self.cost < 0].sum()) + self.constant, self.floor)
