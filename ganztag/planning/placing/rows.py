"""The hard rules as rows of the integer programme, beside what stays: that was looked at when the spots were made."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from ganztag.planning.model import Rows
from ganztag.planning.placing.boxes import Box, box_of, cliques
from ganztag.planning.placing.columns import Columns
from ganztag.planning.placing.needs import Need, minutes_of
from ganztag.planning.placing.spots import Task
from ganztag.planning.placing.week import half_minutes, most_minutes


@dataclass(frozen=True, slots=True)
class Entry:
    """A column that takes something up: of a spot, in a time, in a building."""

    column: int
    spot: int
    box: Box
    building: str


@dataclass(frozen=True)
class Uses:
    """Who and what the spots take up: leaders, groups of courses that share children, and kinds of rooms."""

    leaders: Mapping[int, list[Entry]]
    children: Sequence[list[Entry]]
    kinds: Mapping[int, list[Entry]]


def build(found: Columns) -> tuple[Rows, Uses]:
    """Return the rows of all hard rules but those of needs that are wrong where they are."""
    rows, task = Rows(), found.task
    uses = _uses(found)
    _links(rows, found)
    for leader, entries in uses.leaders.items():
        _one_person(rows, entries, task)
        _hours(rows, found, leader, entries)
    for entries in uses.children:
        _one_person(rows, entries, task)
    _days(rows, found)
    return rows, uses


def _uses(found: Columns) -> Uses:
    task = found.task
    boxes = [box_of(task.offer, task.needs[spot.need].at(spot.time)) for spot in task.spots]
    leaders, kinds = defaultdict(list), defaultdict(list)
    of_course: dict[int, list[Entry]] = defaultdict(list)
    for number, spot in enumerate(task.spots):
        here = boxes[number], spot.building
        of_course[task.needs[spot.need].course.id].append(Entry(found.p[number], number, *here))
        for leader in spot.leaders:
            leaders[leader].append(Entry(found.led[number, leader], number, *here))
        for kind in found.kinds_at[number]:
            kinds[kind].append(Entry(found.x[number, kind], number, *here))
    children = [[entry for course in sorted(group) for entry in of_course[course]] for group in _sharing(task)]
    return Uses(leaders, children, kinds)


def _sharing(task: Task) -> list[frozenset[int]]:
    """Return the groups of courses of which any two share a child."""
    chosen = {need.course.id for need in task.needs}
    offer, groups = task.offer, set()
    for child in {child for course in chosen for child in offer.index.enrolled.get(course, ())}:
        group = offer.index.courses_of[child] & chosen
        if all(other in task.rivals[one] for one, other in combinations(sorted(group), 2)):
            groups.add(frozenset(group))
    groups |= {frozenset((one, other)) for one in chosen for other in task.rivals[one] & chosen}
    kept: list[frozenset[int]] = []
    for group in sorted(groups, key=lambda group: (-len(group), sorted(group))):
        if len(group) > 1 and not any(group <= larger for larger in kept):
            kept.append(group)
    return kept


def _links(rows: Rows, found: Columns) -> None:
    for need in found.task.needs:
        own = [found.p[spot] for spot in found.task.by_need[need.index]]
        own += [found.u[need.index]] if need.index in found.u else []
        rows.add(1.0, own, [1.0] * len(own), 1.0)
        left = found.u.get(need.index)
        if left is not None and found.w[need.course.id] != left:
            rows.add(-np.inf, [left, found.w[need.course.id]], [1.0, -1.0], 0.0)
    for number, spot in enumerate(found.task.spots):
        heads = found.task.needs[spot.need].heads
        for choice, count in ((found.choice_of_room(number), 1), (found.choice_of_leaders(number), heads)):
            if choice:
                rows.add(0.0, [*choice, found.p[number]], [*[1.0] * len(choice), -float(count)], 0.0)


def at_most(rows: Rows, entries: Iterable[Entry], most: int = 1) -> None:
    """Write that no more than so many of the entries are chosen, unless that is so anyhow."""
    columns = list(dict.fromkeys(entry.column for entry in entries))
    if len(columns) > most:
        rows.add(-np.inf, columns, [1.0] * len(columns), float(most))


def by_box(entries: Iterable[Entry]) -> dict[Box, list[Entry]]:
    found: dict[Box, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.box].append(entry)
    return found


def _several(task: Task, entries: Iterable[Entry]) -> bool:
    return len({task.spots[entry.spot].need for entry in entries}) > 1


def _one_person(rows: Rows, entries: Sequence[Entry], task: Task) -> None:
    """Write that nobody is in two places at once, nor in two buildings without time for the way."""
    if not _several(task, entries):
        return
    there = by_box(entries)
    for group in cliques(there):
        at_most(rows, [entry for box in group for entry in there[box]])
    if not task.parted:
        return
    near = range(task.offer.settings.travel_minutes)
    for one, other in combinations(sorted(there), 2):
        if one.gap(other) in near:
            for building in sorted({entry.building for entry in there[one]} - {""}):
                first = [entry for entry in there[one] if entry.building == building]
                second = [entry for entry in there[other] if entry.building not in ("", building)]
                if second:
                    at_most(rows, [*first, *second])


def _hours(rows: Rows, found: Columns, leader: int, entries: Sequence[Entry]) -> None:
    """Write that nobody leads more minutes a week than they may, or than they do already."""
    task, offer = found.task, found.task.offer
    if offer.index.leader[leader].max_minutes is None:
        return
    most = most_minutes(task, leader)
    used = [(entry.column, entry.box, _half_minutes(task, entry)) for entry in entries]
    for need in task.needs:
        standing = need.standing()
        if standing is not None and need.index in found.u and leader in need.leaders:
            used.append((found.u[need.index], box_of(offer, standing), half_minutes(standing, minutes_of(need.now))))
    stay = [(box_of(offer, meeting), half_minutes(meeting)) for meeting in task.standing.led.get(leader, ())]
    for day in sorted({box.first for _column, box, _minutes in used} | {box.first for box, _minutes in stay}):
        then = [(column, minutes) for column, box, minutes in used if box.first <= day <= box.last]
        rest = most - sum(minutes for box, minutes in stay if box.first <= day <= box.last)
        if then:
            rows.add(-np.inf, [c for c, _m in then], [float(m) for _c, m in then], float(max(rest, 0)))


def _half_minutes(task: Task, entry: Entry) -> int:
    spot = task.spots[entry.spot]
    return half_minutes(task.needs[spot.need].at(spot.time), spot.time.minutes)


def _days(rows: Rows, found: Columns) -> None:
    """Write that the meetings of a course are on different days, unless they are on one now and stay there."""
    task = found.task
    by_course: dict[int, list[Need]] = defaultdict(list)
    for need in task.needs:
        by_course[need.course.id].append(need)
    for own in by_course.values():
        for weekday in sorted({time.weekday for need in own for time in need.times}) if len(own) > 1 else ():
            _day(rows, found, own, weekday)


def _day(rows: Rows, found: Columns, own: Sequence[Need], weekday: int) -> None:
    task = found.task
    coming: list[tuple[int, int]] = []
    staying: list[tuple[int, int]] = []
    for need in own:
        for number in task.by_need[need.index]:
            if task.spots[number].time.weekday == weekday:
                here = task.spots[number].time.here
                (staying if here else coming).append((need.index, found.p[number]))
        if need.now and need.index in found.u and need.now[0].weekday == weekday:
            staying.append((need.index, found.u[need.index]))
    if coming and len({need for need, _column in [*coming, *staying]}) > 1:
        _sum_up(rows, [column for _need, column in coming])
        for index in sorted({need for need, _column in staying}):
            there = [column for need, column in staying if need == index]
            _sum_up(rows, [*there, *(column for need, column in coming if need != index)])


def _sum_up(rows: Rows, columns: Sequence[int]) -> None:
    if len(columns) > 1:
        rows.add(-np.inf, columns, [1.0] * len(columns), 1.0)
