"""Every week that a single child can have, as points: what is true of all of them is true in every plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ganztag.planning.model.programme import Model
from ganztag.planning.model.rows import Bools, Floats, Ints

_MOST_WEEKS = 1500


@dataclass(frozen=True, slots=True)
class Weeks:
    """*columns* are those of one child, its places first (*places* of them); *points* has a row for each week."""

    columns: Ints
    places: int
    points: Floats


class AllWeeks:
    """The weeks of those children of a model for whom fractions of places may pretend more than whole ones can do."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._owner = _owners(model)
        self._rows = _own_rows(model, self._owner)
        followers: dict[int, list[int]] = {}
        for column in range(len(model.pairs), model.width):
            if self._owner[column] >= 0:
                followers.setdefault(int(self._owner[column]), []).append(column)
        self._followers = followers
        self._known: dict[int, Weeks | None] = {}
        self.long = np.array([len(pair.ranks) > 1 for pair in model.pairs], dtype=np.bool_)

    def doubtful(self, broken: Bools) -> list[int]:
        """Return the children to look at, when these places are fractions: of long courses, or with several limits."""
        owners = self._owner[: len(self.long)]
        found = set(owners[broken & self.long].tolist())
        for pupil in set(owners[broken].tolist()) - found:
            if len(self._followers.get(pupil, ())) + self._model.limited.get(pupil, 0) > 1:
                found.add(pupil)
        return sorted(found)

    def of(self, pupil: int) -> Weeks | None:
        """Return the weeks of a child; None where there are too many."""
        if pupil not in self._known:
            self._known[pupil] = self._weeks(pupil)
        return self._known[pupil]

    def _weeks(self, pupil: int) -> Weeks | None:
        places = self._model.own[pupil]
        chosen: list[tuple[int, ...]] = []
        for one in _free_of_clashes(self._model, places):
            chosen.append(one)
            if len(chosen) > _MOST_WEEKS:
                return None
        followers = self._followers.get(pupil, [])
        columns = np.array([*places, *followers], dtype=np.int64)
        at = {column: index for index, column in enumerate(columns.tolist())}
        points = np.zeros((len(chosen), len(columns)))
        for row, one in enumerate(chosen):
            points[row, [at[index] for index in one]] = 1.0
        self._follow(points, followers, at)
        return Weeks(columns, len(places), points[self._allowed(pupil, points, at)])

    def _follow(self, points: Floats, followers: Sequence[int], at: Mapping[int, int]) -> None:
        lines, upper = self._model.lines, self._model.upper
        for column in followers:  # each depends on earlier ones only
            greatest = np.zeros(len(points))
            for line in lines.of(column):
                part = slice(lines.starts[line], lines.starts[line + 1])
                entries = [at[one] for one in lines.columns[part]]
                greatest = np.maximum(greatest, points[:, entries] @ lines.values[part] + lines.constants[line])
            points[:, at[column]] = np.minimum(greatest, upper[column])

    def _allowed(self, pupil: int, points: Floats, at: Mapping[int, int]) -> Bools:
        rows = self._model.rows
        allowed = np.ones(len(points), dtype=np.bool_)
        for row in self._rows.get(pupil, ()):
            part = slice(rows.starts[row], rows.starts[row + 1])
            sums = points[:, [at[one] for one in rows.columns[part]]] @ np.array(rows.values[part])
            allowed &= (sums >= rows.lower[row] - 1e-6) & (sums <= rows.upper[row] + 1e-6)
        return allowed


def _owners(model: Model) -> Ints:
    """Return whose each column is; -1 for those of courses and of several children."""
    owner = np.full(model.width, -1, dtype=np.int64)
    owner[: len(model.pairs)] = [pair.pupil for pair in model.pairs]
    lines = model.lines
    for column in range(len(model.pairs), model.width):
        concerned = {
            int(owner[one])
            for line in lines.of(column)
            for one in lines.columns[lines.starts[line] : lines.starts[line + 1]]
        }
        if len(concerned) == 1:
            owner[column] = concerned.pop()
    return owner


def _own_rows(model: Model, owner: Ints) -> Mapping[int, list[int]]:
    """Return the rows that are about a single child."""
    found: dict[int, list[int]] = {}
    if not model.rows.columns:
        return found
    starts = np.array(model.rows.starts)
    owners = owner[np.array(model.rows.columns, dtype=np.int64)]
    for row in range(len(starts) - 1):
        mine = owners[starts[row] : starts[row + 1]]
        if len(mine) and mine[0] >= 0 and bool(np.all(mine == mine[0])):
            found.setdefault(int(mine[0]), []).append(row)
    return found


def _free_of_clashes(model: Model, places: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield the sets of places no two of which are in one slot; what clashes by the clock falls out by the rows."""
    slots = [{slot for slot, _rank in model.pairs[index].ranks} for index in places]

    def longer(start: int, filled: set[int], chosen: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        yield chosen
        for place in range(start, len(places)):
            if not filled & slots[place]:
                yield from longer(place + 1, filled | slots[place], (*chosen, places[place]))

    yield from longer(0, set(), ())
