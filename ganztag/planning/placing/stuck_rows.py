"""Rows for needs that have no legal place: they stay where they are, and nothing new comes into their way."""

from collections.abc import Iterator

import numpy as np

from ganztag.planning.model import Rows
from ganztag.planning.offer import Meeting, Offer
from ganztag.planning.placing.columns import Columns
from ganztag.planning.placing.needs import Need, minutes_of
from ganztag.planning.placing.spots import Spot, Task
from ganztag.planning.placing.standing import building_of, in_the_way, too_far
from ganztag.planning.placing.week import Seat, Week
from ganztag.planning.timing import collide


def wrong_now(task: Task) -> frozenset[int]:
    """Return the needs that are not legal where they are now, alone or beside each other."""
    week = Week(task)
    for need in task.needs:
        standing = need.standing()
        if standing is not None:
            week.put(Seat(need.index, None, standing, minutes_of(need.now)))
    found = set()
    for need in task.needs:
        seat = week.take(need.index)
        if seat is not None:
            spot = legal_spot(task, need)
            if spot is None or week.hindrance(spot, seat.meeting) is not None:
                found.add(need.index)
            week.put(seat)
    return frozenset(found)


def legal_spot(task: Task, need: Need) -> Spot | None:
    """Return the spot where a need is now, in its room with its leaders, if that is legal beside what stays."""
    for number in task.by_need[need.index]:
        spot = task.spots[number]
        leads = len(need.leaders) == need.heads and set(need.leaders) <= set(spot.leaders)
        if spot.time.here and need.room in spot.rooms and leads:
            return spot
    return None


def add_stuck(rows: Rows, found: Columns) -> None:
    """Add the rows for all needs that may stay though that is not legal."""
    for need in found.task.needs:
        standing = need.standing()
        if standing is None or need.index not in found.u:
            continue
        near = _kinds_near(found, standing)
        for other in found.task.needs:
            if other.index != need.index:
                for columns in _in_its_way(found, standing, other, near):
                    rows.add(-np.inf, [*columns, found.u[need.index]], [1.0] * (len(columns) + 1), 1.0)


def _in_its_way(found: Columns, standing: Meeting, other: Need, near: frozenset[int]) -> Iterator[list[int]]:
    """Yield groups of columns by which another need would newly clash with one that stays: at most one of each is 1."""
    task, offer = found.task, found.task.offer
    spots = [(n, task.spots[n]) for n in task.by_need[other.index] if task.spots[n].time.weekday == standing.weekday]
    groups: list[list[int]] = []
    if standing.course in task.rivals[other.course.id]:
        groups.append([found.p[n] for n, spot in spots if _clashes(offer, other, spot, standing)])
    for leader in standing.leaders:
        known = leader in other.leaders
        groups.append(
            [
                found.led[n, leader]
                for n, spot in spots
                if leader in spot.leaders and _clashes(offer, other, spot, standing, new=not known)
            ]
        )
    groups.append(
        [
            found.x[n, kind]
            for n, spot in spots
            for kind in sorted(near.intersection(found.kinds_at[n]))
            if _disturbs(offer, other, spot, found.kinds[kind].rooms[0], standing)
        ]
    )
    yield from (group for group in groups if group)


def _kinds_near(found: Columns, standing: Meeting) -> frozenset[int]:
    """Return the kinds of rooms that are used up by one that stays; each of them is a room alone."""
    related = found.task.offer.index.related.get(standing.room or 0, frozenset())
    return frozenset(number for number, kind in enumerate(found.kinds) if kind.rooms[0] in related)


def _clashes(offer: Offer, other: Need, spot: Spot, standing: Meeting, *, new: bool = False) -> bool:
    """Say whether nobody could be at both; what is so now already does not count unless somebody is *new* there."""
    meeting, here = other.at(spot.time), spot.time.here and not new
    if not here and collide(offer, meeting, standing):
        return True
    if here and spot.building == building_of(offer, other.room):
        return False
    return too_far(offer, meeting, spot.building, standing, building_of(offer, standing.room))


def _disturbs(offer: Offer, other: Need, spot: Spot, room: int | None, standing: Meeting) -> bool:
    if spot.time.here and room == other.room:
        return False
    return in_the_way(offer, other.at(spot.time, room), standing)
