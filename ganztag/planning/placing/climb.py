"""The way through the ordered aims, and at the end the search around the best week: a few courses anew at a time.

The aims before the points are solved exactly, one after the other, each kept while the next is pursued. The points are
first tried exactly too, but without those for courses at the same time; what remains is a search that proves nothing:
then the bound from before stands beside the value.
"""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from ganztag.planning.model import Ints
from ganztag.planning.placing.aims import Aim, crowd_rows, ordered_aims, pair_rows, points_aim
from ganztag.planning.placing.columns import Columns, add_crowds, columns, costly, decode, encode, settled
from ganztag.planning.placing.needs import Need
from ganztag.planning.placing.outcome import POINTS, Level, honest
from ganztag.planning.placing.points import Points
from ganztag.planning.placing.room_rows import add_rooms
from ganztag.planning.placing.rows import build
from ganztag.planning.placing.solving import Solver
from ganztag.planning.placing.spots import Task
from ganztag.planning.placing.stuck_rows import add_stuck, wrong_now
from ganztag.planning.placing.week import Week

_ANEW = 14  # needs that are placed anew at a time
_SECONDS_ANEW = 3.0
_WARM_UP = 12  # so many groups without gain, then the whole is solved
_FIRST_SHARE = 0.5  # of the time that is left: for the points without courses at one time


@dataclass(slots=True)
class Climb:
    """Improves a first week until nothing is better, time is over, or it is stopped; *best* is legal at any time."""

    task: Task
    points: Points
    week: Week
    ends: float
    stop_wanted: Callable[[], bool]
    tell: Callable[[int, int], None]
    levels: list[Level] = field(default_factory=list)
    cut_short: bool = False

    def run(self) -> tuple[Week, tuple[Level, ...]]:
        """Return the best week and what each level came to."""
        found = columns(self.task, wrong_now(self.task))
        add_crowds(found, self.points)
        plain = self._programme(found, together=False)
        best = encode(found, self.week, self.points)
        with plain as solver:
            best = self._in_order(solver, found, best)
            aim = points_aim(found, self.points)
            best, bound = self._first_points(solver, aim, best)
        if bound < self._value(found, best) and not self._over():
            best = self._anew(found, best, bound)
        value = self._value(found, best)
        self.levels.append(Level(POINTS, value, min(bound, value), proven=bound >= value))
        self.cut_short = self.cut_short or (self._over() and not self.levels[-1].proven)
        return decode(found, best), honest(self.levels)

    def _programme(self, found: Columns, *, together: bool) -> Solver:
        rows, uses = build(found)
        add_rooms(rows, found, uses)
        add_stuck(rows, found)
        crowd_rows(rows, found, self.points)
        if together:
            pair_rows(rows, found, self.points)
        return Solver(found.upper, found.whole, rows, self.stop_wanted)

    def _in_order(self, solver: Solver, found: Columns, best: Ints) -> Ints:
        aims = ordered_aims(found)
        for place, aim in enumerate(aims):
            self.tell(place, len(aims) + 1)
            value, bound = aim.value(best), aim.floor
            if value > bound and not self._over():
                best = self._warm_up(solver, found, aim, best)
                answer = solver.make_small(aim, best, self._rest())
                best = settled(found, answer.columns, self.points)
                value, bound = aim.value(best), answer.bound
            solver.keep(aim, value)
            self.levels.append(Level(aim.name, value, min(bound, value), proven=bound >= value))
        self.tell(len(aims), len(aims) + 1)
        return best

    def _warm_up(self, solver: Solver, found: Columns, aim: Aim, best: Ints) -> Ints:
        """Return better columns soon, where the whole takes long: place those that cost something anew with others."""
        groups, rounds = Groups(self.task), 0
        if len(self.task.needs) <= _ANEW:
            return best
        while rounds < _WARM_UP and aim.value(best) > aim.floor and not self._over():
            free = groups.next(costly(found, aim.cost, best))
            answer = solver.make_small(aim, best, min(_SECONDS_ANEW, self._rest()), self._kept(found, free))
            rounds = 0 if aim.value(answer.columns) < aim.value(best) else rounds + 1
            best = settled(found, answer.columns, self.points)
        return best

    def _first_points(self, solver: Solver, aim: Aim, best: Ints) -> tuple[Ints, int]:
        """Return better columns, and a bound that holds with the points for courses at one time as well."""
        if aim.value(best) <= aim.floor or self._over():
            return best, aim.floor
        answer = solver.make_small(aim, best, self._rest() * _FIRST_SHARE)
        return answer.columns, answer.bound

    def _value(self, found: Columns, best: Ints) -> int:
        """Return all points of the columns, those for courses at one time included."""
        without = points_aim(found, self.points)
        placed = [
            self.task.needs[spot.need].at(spot.time)
            for number, spot in enumerate(self.task.spots)
            if best[found.p[number]]
        ]
        paired = 0 if found.t else self.points.of_pairs(placed)
        return without.value(best) + paired

    def _anew(self, found: Columns, best: Ints, bound: int) -> Ints:
        """Place a few needs anew at a time, all others kept, until a whole round brings nothing."""
        with self._programme(found, together=True) as solver:
            best = settled(found, np.append(best, np.zeros(found.width - len(best), dtype=np.int64)), self.points)
            for aim, level in zip(ordered_aims(found), self.levels, strict=False):
                solver.keep(aim, level.value)
            aim, groups = points_aim(found, self.points), Groups(self.task)
            without_gain = 0
            while without_gain < groups.round and aim.value(best) > bound and not self._over():
                free = groups.next()
                answer = solver.make_small(aim, best, min(_SECONDS_ANEW, self._rest()), self._kept(found, free))
                without_gain = 0 if aim.value(answer.columns) < aim.value(best) else without_gain + 1
                best = settled(found, answer.columns, self.points)
        return best

    def _kept(self, found: Columns, free: frozenset[int]) -> Ints:
        spots = self.task.spots
        kept = [found.p[number] for number, spot in enumerate(spots) if spot.need not in free]
        kept += [column for (number, _kind), column in found.x.items() if spots[number].need not in free]
        kept += [column for (number, _one), column in found.led.items() if spots[number].need not in free]
        kept += [column for need, column in found.u.items() if need not in free]
        return np.array(sorted(set(kept)), dtype=np.int32)

    def _rest(self) -> float:
        return self.ends - time.monotonic()

    def _over(self) -> bool:
        return self._rest() <= 0 or self.stop_wanted()


class Groups:
    """Which needs are placed anew together: those that stand in the way of one that is drawn."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._draw = random.Random(1)  # the same at each run
        self.round = max(4, 2 * len(task.needs) // _ANEW + 2)

    def next(self, wanted: Sequence[int] = ()) -> frozenset[int]:
        """Return the indices of the needs that are free next, one of the *wanted* among them if there are any."""
        needs = self._task.needs
        if len(needs) <= _ANEW:
            return frozenset(need.index for need in needs)
        seed = needs[self._draw.choice(wanted)] if wanted else self._draw.choice(needs)
        near = sorted(needs, key=lambda need: (-self._nearness(seed, need), self._draw.random()))
        return frozenset(need.index for need in near[:_ANEW])

    def _nearness(self, seed: Need, need: Need) -> int:
        """Return how much two needs stand in each other's way: leaders, year groups, rooms."""
        leaders = len(set(seed.candidates) & set(need.candidates))
        years = len(seed.course.year_groups & need.course.year_groups)
        rooms = {room.id for room in self._task.rooms[seed.index]} & {r.id for r in self._task.rooms[need.index]}
        return 4 * leaders + 2 * min(years, 1) + min(len(rooms), 1)
