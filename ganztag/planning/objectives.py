"""The levels of a goal as costs of columns, the seeded lot included."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ganztag.planning.candidates import Candidate, Candidates
from ganztag.planning.levels import LOTTERY, NO_GOOD_WISH, UNPLACED, level_names, rank_of, wants_many
from ganztag.planning.model import Ints, Model

_LOT_BITS = 20  # with longer lots the sum comes too near the solver's tolerances


@dataclass(frozen=True, slots=True)
class Objective:
    """One level, always to be made small: ``cost @ columns + constant``; shown negated where *many* is wanted.

    *floor* is what no plan falls below by the meaning of the level.
    """

    name: str
    cost: Ints
    constant: int = 0
    floor: int = 0

    @property
    def many(self) -> bool:
        return wants_many(self.name)

    def value(self, columns: Ints) -> int:
        return int(self.cost @ columns) + self.constant

    def least(self) -> int:
        """Return what the value cannot fall below, whatever the rows say."""
        return max(int(self.cost[self.cost < 0].sum()) + self.constant, self.floor)


def objectives(model: Model, found: Candidates, goal: str, seed: int) -> tuple[Objective, ...]:
    return tuple(_objective(name, model, found, seed) for name in level_names(goal, found.ranks))


def lot(seed: int, pupil: int, course: int) -> int:
    """Return the lot of a child for a course: the same for a seed on every machine, whatever the order of rows."""
    digest = hashlib.blake2b(f"{seed}:{pupil}:{course}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - _LOT_BITS)


def _objective(name: str, model: Model, found: Candidates, seed: int) -> Objective:
    cost = np.zeros(model.width, dtype=np.int64)
    pairs = model.pairs
    if name == UNPLACED:
        cost[: len(pairs)] = [-len(pair.ranks) for pair in pairs]
        return Objective(name, cost, len(found.obligations))
    if name == NO_GOOD_WISH:
        cost[list(model.unhappy.values())] = 1
        return Objective(name, cost, model.hopeless)
    if name == LOTTERY:
        cost[: len(pairs)] = [lot(seed, pair.pupil, pair.course) for pair in pairs]
        return Objective(name, cost)
    if wants_many(name):
        cost[: len(pairs)] = _counted(pairs, rank_of(name), -1)
        return Objective(name, cost, floor=-len(found.obligations))
    cost[: len(pairs)] = _counted(pairs, rank_of(name), 1)
    return Objective(name, cost)


def _counted(pairs: Sequence[Candidate], wanted: int | None, sign: int) -> list[int]:
    return [sign * sum(rank == wanted for _slot, rank in pair.ranks) for pair in pairs]
