"""The ordered aims as costs of columns, and the rows that the last of them needs."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import product

import numpy as np

from ganztag.planning.model import Ints, Rows
from ganztag.planning.placing import outcome
from ganztag.planning.placing.boxes import box_of
from ganztag.planning.placing.columns import Columns
from ganztag.planning.placing.points import CROWD, TOGETHER, Pair, Points, of_leader, of_room


@dataclass(frozen=True, slots=True)
class Aim:
    """One level, always to be made small: ``cost @ columns + constant``; never below *floor*."""

    name: str
    cost: Ints
    constant: int = 0
    floor: int = 0

    def value(self, columns: Ints) -> int:
        return int(self.cost @ columns[: len(self.cost)]) + self.constant


def ordered_aims(found: Columns) -> list[Aim]:
    """Return the aims before the points: nobody left out, then as little as possible moved."""
    left, meetings = _zeros(found), _zeros(found)
    left[sorted(set(found.w.values()))] = 1
    meetings[sorted(found.u.values())] = 1
    return [
        Aim(outcome.LEFT, left),
        Aim(outcome.MEETINGS, meetings),
        _moved_blocks(found),
        _moved_rooms(found),
        _moved_leaders(found),
    ]


def _zeros(found: Columns) -> Ints:
    return np.zeros(found.width, dtype=np.int64)


def _moved_blocks(found: Columns) -> Aim:
    """Count the meetings that are not where they were; those without a legal place stay."""
    cost = _zeros(found)
    for number, spot in enumerate(found.task.spots):
        need = found.task.needs[spot.need]
        if need.now and not spot.time.here:
            cost[found.p[number]] = len(need.now)
    return Aim(outcome.BLOCKS, cost)


def _moved_rooms(found: Columns) -> Aim:
    cost = _zeros(found)
    for (number, kind), column in found.x.items():
        need = found.task.needs[found.task.spots[number].need]
        if need.room is not None and found.kinds[kind].rooms != (need.room,):
            cost[column] += len(need.now)
    return Aim(outcome.ROOMS, cost)


def _moved_leaders(found: Columns) -> Aim:
    """Count the leaders that a meeting did not have before."""
    cost = _zeros(found)
    for (number, leader), column in found.led.items():
        need = found.task.needs[found.task.spots[number].need]
        if need.now and leader not in need.leaders:
            cost[column] += len(need.now)
    return Aim(outcome.LEADERS, cost)


def points_aim(found: Columns, points: Points) -> Aim:
    """Return the points, without those of courses at one time unless they have columns."""
    cost, task = _zeros(found), found.task
    for number, spot in enumerate(task.spots):
        cost[found.p[number]] += points.of_time(task.needs[spot.need], spot.time)
    for (number, kind), column in found.x.items():
        room = task.offer.index.room.get(found.kinds[kind].rooms[0] or 0)
        cost[column] += of_room(task.needs[task.spots[number].need], room)
    for (number, leader), column in found.led.items():
        cost[column] += of_leader(task.needs[task.spots[number].need], leader)
    cost[list(found.e.values())] = CROWD
    for (pair, _one, _other), column in found.t.items():
        cost[column] = TOGETHER * points.pairs[pair]
    return Aim(outcome.POINTS, cost)


def crowd_rows(rows: Rows, found: Columns, points: Points) -> None:
    """Write that e is what is placed in a block for a year group beyond the average."""
    task = found.task
    coming: dict[tuple[object, int], list[int]] = defaultdict(list)
    for number, spot in enumerate(task.spots):
        for group, block in product(points.groups[task.needs[spot.need].course.id], spot.time.blocks):
            if (group, block) in found.e and block is not None:
                coming[group, block].append(found.p[number])
    for (group, block), column in found.e.items():
        own = coming[group, block]
        most = points.average.get(group, 0) - points.stays.get((group, block), 0)
        rows.add(-np.inf, [*own, column], [*[1.0] * len(own), -1.0], float(most))


def pair_rows(rows: Rows, found: Columns, points: Points) -> None:
    """Add t for spots at which two courses that were wished for together would be at one time, and its rows."""
    task = found.task
    spots_of: dict[int, list[int]] = defaultdict(list)
    for number, spot in enumerate(task.spots):
        spots_of[task.needs[spot.need].course.id].append(number)
    boxes = [box_of(task.offer, task.needs[spot.need].at(spot.time)) for spot in task.spots]
    for pair in points.pairs:
        for one, other in product(spots_of.get(pair[0], ()), spots_of.get(pair[1], ())):
            between = boxes[one].gap(boxes[other])
            if between is not None and between < 0:
                _together(rows, found, (pair, one, other))


def _together(rows: Rows, found: Columns, key: tuple[Pair, int, int]) -> None:
    column = found.new()
    found.t[key] = column
    rows.add(-np.inf, [found.p[key[1]], found.p[key[2]], column], [1.0, 1.0, -1.0], 1.0)
