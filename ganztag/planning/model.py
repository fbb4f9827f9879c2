"""The problem as columns and rows of an integer programme; numbers only, the solver is in ``highs``.

Columns: x for each pair (takes it), y for each course with a minimum (runs), z for each child (has no good wish).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ganztag.planning.candidates import Candidate, Candidates
from ganztag.planning.levels import GOOD_RANK
from ganztag.planning.problem import Choice, Problem
from ganztag.planning.resources import resources

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


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


@dataclass(frozen=True, slots=True)
class Model:
    """The programme without a goal; *opened* maps a course with a minimum to its y, *unhappy* a child to its z.

    *hopeless* children cannot get a good wish at all and have no column.
    """

    pairs: tuple[Candidate, ...]
    opened: Mapping[int, int]
    unhappy: Mapping[int, int]
    hopeless: int
    rows: Rows

    @property
    def width(self) -> int:
        return self.whole + len(self.unhappy)

    @property
    def whole(self) -> int:
        """How many columns, from the first on, are whole; z follows from them."""
        return len(self.pairs) + len(self.opened)

    def fixed(self) -> Bools:
        return np.array([pair.fixed for pair in self.pairs], dtype=np.bool_)

    def settled(self, taken: Bools) -> Ints:
        """Return all columns when the pairs *taken* are: what runs and who is unhappy follow from them."""
        columns = np.zeros(self.width, dtype=np.int64)
        columns[: len(self.pairs)] = taken
        columns[list(self.unhappy.values())] = 1
        for index in np.flatnonzero(taken):
            pair = self.pairs[index]
            if pair.course in self.opened:
                columns[self.opened[pair.course]] = 1
            if pair.pupil in self.unhappy and is_good(pair):
                columns[self.unhappy[pair.pupil]] = 0
        return columns


def build(problem: Problem, found: Candidates) -> Model:
    courses = {course.id: course for course in problem.courses}
    pairs = _able_to_run(found.pairs, courses)
    members = _members(pairs)
    with_minimum = [course for course, own in members.items() if _still_needed(courses[course], pairs, own) > 0]
    opened = {course: len(pairs) + index for index, course in enumerate(sorted(with_minimum))}
    hopeful = sorted({pair.pupil for pair in pairs if is_good(pair)}.intersection(found.wishing))
    unhappy = {pupil: len(pairs) + len(opened) + index for index, pupil in enumerate(hopeful)}
    rows = Rows()
    _one_at_a_time(rows, pairs, resources(problem))
    for course, own in members.items():
        _sizes(rows, courses[course], pairs, own, opened.get(course))
    _unhappiness(rows, pairs, unhappy)
    return Model(pairs, opened, unhappy, len(found.wishing) - len(hopeful), rows)


def is_good(pair: Candidate) -> bool:
    return any(rank is not None and rank <= GOOD_RANK for _slot, rank in pair.ranks)


def _able_to_run(pairs: tuple[Candidate, ...], courses: Mapping[int, Choice]) -> tuple[Candidate, ...]:
    """Leave out the courses that cannot reach their minimum with all who may come."""
    members = _members(pairs)
    able = {
        c for c, own in members.items() if _still_needed(courses[c], pairs, own) <= min(len(own), _room(courses[c]))
    }
    return tuple(pair for pair in pairs if pair.course in able)


def _members(pairs: Sequence[Candidate]) -> Mapping[int, list[int]]:
    members: dict[int, list[int]] = defaultdict(list)
    for index, pair in enumerate(pairs):
        members[pair.course].append(index)
    return members


def _still_needed(course: Choice, pairs: Sequence[Candidate], members: Sequence[int]) -> int:
    """Return how many children are missing for the minimum; a course with a fixed child runs with any number."""
    if any(pairs[index].fixed for index in members):
        return 0
    return max(0, (course.min_size or 0) - course.taken)


def _room(course: Choice) -> float:
    return float("inf") if course.max_size is None else max(0, course.max_size - course.taken)


def _one_at_a_time(rows: Rows, pairs: Sequence[Candidate], used: Mapping[int, tuple[int, ...]]) -> None:
    rivals: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, pair in enumerate(pairs):
        for resource in used[pair.course]:
            rivals[pair.pupil, resource].append(index)
    for group in rivals.values():
        if len(group) > 1:
            rows.add(-np.inf, group, [1.0] * len(group), 1.0)


def _sizes(rows: Rows, course: Choice, pairs: Sequence[Candidate], members: list[int], opened: int | None) -> None:
    """Write min * y <= sum <= max * y; fixed children may exceed the maximum, but then nobody else comes."""
    ones = [1.0] * len(members)
    pinned = sum(pairs[index].fixed for index in members)
    room = min(max(_room(course), pinned), len(members))
    if opened is None:
        if room < len(members):
            rows.add(-np.inf, members, ones, room)
        return
    rows.add(0.0, [*members, opened], [*ones, -float(_still_needed(course, pairs, members))], np.inf)
    rows.add(-np.inf, [*members, opened], [*ones, -float(room)], 0.0)


def _unhappiness(rows: Rows, pairs: Sequence[Candidate], unhappy: Mapping[int, int]) -> None:
    good: dict[int, list[int]] = defaultdict(list)
    for index, pair in enumerate(pairs):
        if pair.pupil in unhappy and is_good(pair):
            good[pair.pupil].append(index)
    for pupil, own in good.items():
        rows.add(1.0, [*own, unhappy[pupil]], [1.0] * (len(own) + 1), np.inf)
