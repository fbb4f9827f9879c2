"""The programme itself: its columns with their bounds, its rows, and how a plan looks in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ganztag.planning.candidates import Candidate, Candidates
from ganztag.planning.model.rows import Bools, Floats, Ints, Lines, Rows, Sum


@dataclass(slots=True)
class Model:
    """The first columns are those of the pairs; *opened* maps a course that may have nobody to its y.

    *members* are the pairs of a course, *own* those of a child, *slots* how many it is to have filled. *lacks* and
    *burdens* are what several levels count, once it is written; *limited* says how many rows limit a child. Columns
    may be added until it goes to a solver.
    """

    pairs: tuple[Candidate, ...]
    found: Candidates
    rows: Rows = field(default_factory=Rows)
    lines: Lines = field(default_factory=Lines)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    opened: dict[int, int] = field(default_factory=dict)
    lacks: dict[int, Sum] = field(default_factory=dict)
    burdens: dict[int, Sum] = field(default_factory=dict)
    limited: dict[int, int] = field(default_factory=dict)
    members: Mapping[int, list[int]] = field(init=False)
    own: Mapping[int, list[int]] = field(init=False)
    slots: Mapping[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.members = group((pair.course, index) for index, pair in enumerate(self.pairs))
        self.own = group((pair.pupil, index) for index, pair in enumerate(self.pairs))
        slots: dict[int, int] = defaultdict(int)
        for pupil, _slot in self.found.obligations:
            slots[pupil] += 1
        self.slots = slots
        for pair in self.pairs:
            self.lower.append(float(pair.fixed))
            self.upper.append(1.0)
            self.whole.append(True)

    @property
    def width(self) -> int:
        return len(self.lower)

    def column(self, upper: float, *, whole: bool = False, lower: float = 0.0) -> int:
        self.lower.append(lower)
        self.upper.append(upper)
        self.whole.append(whole)
        return self.width - 1

    def follows(self, lines: Sequence[Sum], upper: float = np.inf) -> int:
        """Return a new column that is at least 0 and at least each of the lines; goals make it no greater."""
        column = self.column(upper)
        for line in lines:
            self.rows.within(-np.inf, line.plus(Sum({column: -1})), 0.0)
            self.lines.add(column, line)
        return column

    def fixed(self) -> Bools:
        return np.array([pair.fixed for pair in self.pairs], dtype=np.bool_)

    def settled(self, taken: Bools) -> Ints:
        """Return all columns when the pairs *taken* are: the others follow from them."""
        columns = np.zeros(self.width, dtype=np.int64)
        columns[: len(self.pairs)] = taken
        self.lines.settle(columns, np.array(self.lower), np.array(self.upper))
        return columns

    def fits(self, columns: Ints) -> bool:
        """Tell whether columns are a plan: whole, within their bounds, and all rules are kept."""
        values: Floats = columns.astype(np.float64)
        inside = np.all(values >= np.array(self.lower)) and np.all(values <= np.array(self.upper))
        return bool(inside) and self.rows.fit(values)


def group(entries: Iterable[tuple[int, int]]) -> Mapping[int, list[int]]:
    """Return key -> values, in the order in which they come."""
    groups: dict[int, list[int]] = {}
    for key, value in entries:
        groups.setdefault(key, []).append(value)
    return groups
