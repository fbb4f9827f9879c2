"""The columns of the integer programme: where each need is, in which kind of room, led by whom; and back again.

p: a need is at a spot; x: there in a kind of room; l: there led by somebody; u: it has no legal place; w: a course has
a need without one; e: how many courses too many are in a block for a year group; t: two that were wished for together
are at one time. x and l exist only where there is a choice; else p stands for them. e and t follow from the others.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from ganztag.planning.model import Floats, Ints
from ganztag.planning.offer import Meeting
from ganztag.planning.placing.classes import Kind, deal_out, kinds
from ganztag.planning.placing.greedy import in_their_order
from ganztag.planning.placing.needs import minutes_of
from ganztag.planning.placing.points import Group, Pair, Points
from ganztag.planning.placing.spots import Spot, Task
from ganztag.planning.placing.week import Seat, Week


@dataclass(slots=True)
class Columns:
    """What each column stands for; *x* and *led* by (spot, kind) and (spot, leader), many of them p itself."""

    task: Task
    kinds: tuple[Kind, ...]
    p: tuple[int, ...] = ()
    kinds_at: tuple[tuple[int, ...], ...] = ()
    x: dict[tuple[int, int], int] = field(default_factory=dict)
    led: dict[tuple[int, int], int] = field(default_factory=dict)
    u: dict[int, int] = field(default_factory=dict)
    w: dict[int, int] = field(default_factory=dict)
    e: dict[tuple[Group, int], int] = field(default_factory=dict)
    t: dict[tuple[Pair, int, int], int] = field(default_factory=dict)
    upper: list[float] = field(default_factory=list)
    whole: int = 0

    @property
    def width(self) -> int:
        return len(self.upper)

    def new(self, upper: float = 1.0) -> int:
        self.upper.append(upper)
        return len(self.upper) - 1

    def choice_of_room(self, spot: int) -> list[int]:
        """Return the x of a spot where there is a choice."""
        own = [self.x[spot, kind] for kind in self.kinds_at[spot]]
        return own if len(own) > 1 else []

    def choice_of_leaders(self, spot: int) -> list[int]:
        found = [self.led[spot, leader] for leader in self.task.spots[spot].leaders]
        return found if found and found[0] != self.p[spot] else []


def columns(task: Task, wrong: frozenset[int]) -> Columns:
    """Return the whole columns; needs that are *wrong* where they are now may have no legal place, as new ones may."""
    found = Columns(task, kinds(task))
    _add_places(found)
    _add_left(found, wrong)
    found.whole = found.width
    return found


def _add_places(found: Columns) -> None:
    task = found.task
    kind_of = {room: number for number, kind in enumerate(found.kinds) for room in kind.rooms}
    found.p = tuple(found.new() for _spot in task.spots)
    found.kinds_at = tuple(tuple(sorted({kind_of[room] for room in spot.rooms})) for spot in task.spots)
    for number, spot in enumerate(task.spots):
        own = found.kinds_at[number]
        for kind in own:
            found.x[number, kind] = found.new() if len(own) > 1 else found.p[number]
        heads = task.needs[spot.need].heads
        for leader in spot.leaders:
            found.led[number, leader] = found.new() if len(spot.leaders) > heads else found.p[number]


def _add_left(found: Columns, wrong: frozenset[int]) -> None:
    task = found.task
    for need in task.needs:
        if not need.now or need.index in wrong:
            found.u[need.index] = found.new()
    several = Counter(need.course.id for need in task.needs)
    for need in task.needs:
        if need.index in found.u and several[need.course.id] == 1:
            found.w[need.course.id] = found.u[need.index]
        elif need.index in found.u and need.course.id not in found.w:
            found.w[need.course.id] = found.new()


def add_crowds(found: Columns, points: Points) -> None:
    """Add e for each year group and block that could get more than the average."""
    most: Counter[tuple[Group, int]] = Counter(dict(points.stays))
    for need in found.task.needs:
        blocks = {block for number in found.task.by_need[need.index] for block in found.task.spots[number].time.blocks}
        most.update((g, b) for g in points.groups[need.course.id] for b in blocks if b is not None)
    for (group, block), count in sorted(most.items(), key=lambda row: (row[0][0] or 0, row[0][1])):
        if count > points.average.get(group, 0):
            found.e[group, block] = found.new(float(count))


def encode(found: Columns, week: Week, points: Points) -> Ints:
    """Return the columns of a proposal."""
    values = np.zeros(found.width, dtype=np.int64)
    kind_of = {room: number for number, kind in enumerate(found.kinds) for room in kind.rooms}
    for need in found.task.needs:
        seat = week.seats.get(need.index)
        if seat is None or seat.spot is None:
            values[found.u[need.index]] = 1
            values[found.w[need.course.id]] = 1
            continue
        values[found.p[seat.spot]] = 1
        values[found.x[seat.spot, kind_of[seat.meeting.room]]] = 1
        for leader in seat.meeting.leaders:
            values[found.led[seat.spot, leader]] = 1
    return settled(found, values, points)


def settled(found: Columns, values: Ints, points: Points) -> Ints:
    """Return the columns with those that follow from the others: crowds and courses at one time."""
    count = Counter(dict(points.stays))
    for spot in spots_taken(found, values):
        need = found.task.needs[spot.need]
        for group in points.groups[need.course.id]:
            count.update((group, block) for block in spot.time.blocks if block is not None)
    for (group, block), column in found.e.items():
        values[column] = max(0, count[group, block] - points.average.get(group, 0))
    for (_pair, one, other), column in found.t.items():
        values[column] = max(0, int(values[found.p[one]] + values[found.p[other]]) - 1)
    return values


def spots_taken(found: Columns, values: Ints | Floats) -> Iterator[Spot]:
    for number, column in enumerate(found.p):
        if values[column] > 0.5:
            yield found.task.spots[number]


def costly(found: Columns, cost: Ints, values: Ints) -> list[int]:
    """Return the needs whose own columns cost something."""
    spots, needs = found.task.spots, set()
    for columns_of in (found.x, found.led):
        needs |= {spots[number].need for (number, _what), column in columns_of.items() if cost[column] * values[column]}
    needs |= {spots[number].need for number, column in enumerate(found.p) if cost[column] * values[column]}
    return sorted(needs | {need for need, column in found.u.items() if values[column] and cost.any()})


def decode(found: Columns, values: Ints) -> Week:
    """Return the proposal that the columns say, each meeting with a room of its own."""
    task, seats = found.task, []
    alike: dict[int, list[Meeting]] = {}
    for number, spot in enumerate(task.spots):
        if values[found.p[number]] < 1:
            continue
        need = task.needs[spot.need]
        leaders = [one for one in spot.leaders if values[found.led[number, one]] > 0]
        meeting = need.at(spot.time, None, in_their_order(need, leaders))
        kind = next(kind for kind in found.kinds_at[number] if values[found.x[number, kind]] > 0)
        alike.setdefault(kind, []).append(meeting)
        seats.append((number, spot.need, meeting))
    rooms: dict[int, int | None] = {}
    for kind, meetings in sorted(alike.items()):
        rooms |= deal_out(task, found.kinds[kind], meetings)
    week = Week(task)
    for spot_number, index, meeting in seats:
        time = task.spots[spot_number].time
        placed = task.needs[index].at(time, rooms[meeting.id], meeting.leaders)
        week.put(Seat(index, spot_number, placed, time.minutes))
    for need in task.needs:
        standing = need.standing()
        if need.index not in week.seats and standing is not None:
            week.put(Seat(need.index, None, standing, minutes_of(need.now)))
    return week
