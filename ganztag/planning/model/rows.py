"""Sums of columns, rows as the solver takes them, and lines: columns that follow from others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_ROUNDS = 3  # a line may depend on columns that follow from others, these on such again


@dataclass(slots=True)
class Rows:
    """Rows as the solver takes them: the entries of row i lie from starts[i] to starts[i + 1]."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)

    def add(self, lower: float, columns: Sequence[int], values: Iterable[float], upper: float) -> None:
        self.lower.append(lower)
        self.upper.append(upper)
        self.columns += columns
        self.values += values
        self.starts.append(len(self.columns))

    def within(self, lower: float, total: "Sum", upper: float) -> None:
        """Demand lower <= total <= upper."""
        at = total.constant
        self.add(lower - at, list(total.terms), map(float, total.terms.values()), upper - at)

    def fit(self, columns: Floats) -> bool:
        """Tell whether columns keep all rows."""
        sums = np.bincount(
            np.repeat(np.arange(len(self.lower)), np.diff(self.starts)),
            weights=np.array(self.values) * columns[np.array(self.columns, dtype=np.int64)],
            minlength=len(self.lower),
        )
        return bool(np.all(sums >= np.array(self.lower) - 1e-6) and np.all(sums <= np.array(self.upper) + 1e-6))


@dataclass(slots=True)
class Sum:
    """Columns times whole numbers, and a constant."""

    terms: dict[int, int] = field(default_factory=dict)
    constant: int = 0

    @staticmethod
    def of(columns: Iterable[int], factor: int = 1, constant: int = 0) -> "Sum":
        return Sum(dict.fromkeys(columns, factor), constant)

    def add(self, column: int, factor: int) -> None:
        self.terms[column] = self.terms.get(column, 0) + factor

    def take(self, other: "Sum", factor: int = 1) -> "Sum":
        """Add another sum to this one, and return it."""
        self.constant += factor * other.constant
        for column, own in other.terms.items():
            self.add(column, own * factor)
        return self

    def plus(self, other: "Sum", factor: int = 1) -> "Sum":
        return Sum(dict(self.terms), self.constant).take(other, factor)


@dataclass(slots=True)
class Lines:
    """Columns that follow from others: each is the greatest of its lines, within its bounds."""

    owners: list[int] = field(default_factory=list)
    constants: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    values: list[int] = field(default_factory=list)
    places: dict[int, list[int]] = field(default_factory=dict)

    def of(self, owner: int) -> list[int]:
        """Return which lines a column is the greatest of."""
        return self.places.get(owner, [])

    def add(self, owner: int, line: Sum) -> None:
        self.places.setdefault(owner, []).append(len(self.owners))
        self.owners.append(owner)
        self.constants.append(line.constant)
        self.columns += line.terms
        self.values += line.terms.values()
        self.starts.append(len(self.columns))

    def settle(self, columns: Ints, lower: Floats, upper: Floats) -> None:
        """Fill in the columns that follow from those that are set."""
        if not self.owners:
            return
        owners = np.array(self.owners)
        following = np.unique(owners)
        line_of = np.repeat(np.arange(len(owners)), np.diff(self.starts))
        entries, values = np.array(self.columns, dtype=np.int64), np.array(self.values, dtype=np.float64)
        for _round in range(_ROUNDS):
            sums = np.bincount(line_of, weights=values * columns[entries], minlength=len(owners)) + self.constants
            greatest = np.full(len(columns), -np.inf)
            np.maximum.at(greatest, owners, sums)
            settled = np.clip(greatest[following], lower[following], upper[following])
            columns[following] = np.round(settled).astype(np.int64)
