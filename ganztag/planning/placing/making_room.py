"""A first proposal made better: what has no place gets that of something else which finds another one."""

from collections.abc import Callable, Iterator
from itertools import combinations

from ganztag.planning.offer import Meeting
from ganztag.planning.placing.greedy import best_seat, in_their_order
from ganztag.planning.placing.needs import Need
from ganztag.planning.placing.points import Points
from ganztag.planning.placing.spots import Spot
from ganztag.planning.placing.week import Seat, Week


def make_room(week: Week, points: Points, stop_wanted: Callable[[], bool]) -> None:
    """Place what is left in the stead of one other need, where that one can go elsewhere; those that wait go first."""
    for need in week.task.needs:
        seat = week.seats.get(need.index)
        if seat is None or seat.spot is None:
            if stop_wanted():
                return
            before = week.take(need.index)
            if not _place(week, points, need) and before is not None:
                week.put(before)


def _place(week: Week, points: Points, need: Need) -> bool:
    tried = sorted(_tries(week, need), key=lambda row: row[0] is not None and bool(week.task.needs[row[0]].now))
    return any(_settle(week, points, need, *row) for row in tried)


def _tries(week: Week, need: Need) -> Iterator[tuple[int | None, int, Meeting]]:
    """Yield places in whose way there is one other need at most: that need, the spot and the meeting there."""
    for number in week.task.by_need[need.index]:
        spot = week.task.spots[number]
        for leaders in combinations(spot.leaders, need.heads):
            ordered = in_their_order(need, list(leaders))
            for room in spot.rooms:
                meeting = need.at(spot.time, room, ordered)
                blockers = week.blockers(spot, meeting)
                if len(blockers) <= 1:
                    yield next(iter(blockers), None), number, meeting


def _settle(week: Week, points: Points, need: Need, blocker: int | None, number: int, meeting: Meeting) -> bool:
    """Put the need there and the other one elsewhere; leave all as it was where that fails."""
    spot: Spot = week.task.spots[number]
    before = week.take(blocker) if blocker is not None else None
    if before is not None and before.spot is None:
        week.put(before)
        return False
    if week.hindrance(spot, meeting) is None:
        week.put(Seat(need.index, number, meeting, spot.time.minutes))
        if before is None:
            return True
        elsewhere = best_seat(week, points, week.task.needs[before.need])
        if elsewhere is not None:
            week.put(elsewhere)
            return True
        week.take(need.index)
    if before is not None:
        week.put(before)
    return False
