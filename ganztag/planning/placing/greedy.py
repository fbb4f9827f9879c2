"""A first proposal at once: what has a legal place keeps it, the rest is put down one by one, the scarcest first."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from ganztag.planning.offer import Meeting
from ganztag.planning.placing.needs import Need, minutes_of
from ganztag.planning.placing.points import Points, of_leader, of_room
from ganztag.planning.placing.spots import Spot, Task
from ganztag.planning.placing.week import Seat, Week


def first_week(task: Task, points: Points) -> Week:
    """Return a week in which nothing is illegal that is not so already.

    A need without a legal place stays where it is, and one without any place is left out.
    """
    week = Week(task)
    wrong = [need for need in task.needs if need.now and not _stay(week, need)]
    for need in wrong:
        standing = need.standing()
        if standing is not None:
            week.put(Seat(need.index, None, standing, minutes_of(need.now)))
    waiting = [need for need in task.needs if not need.now]
    for need in [*sorted(wrong, key=_scarcity(task)), *sorted(waiting, key=_scarcity(task))]:
        before = week.take(need.index)
        after = best_seat(week, points, need)
        if after is not None or before is not None:
            week.put(after or before)  # type: ignore[arg-type]
    return week


def _scarcity(task: Task) -> Callable[[Need], tuple[int, int]]:
    def key(need: Need) -> tuple[int, int]:
        own = task.by_need[need.index]
        return sum(len(task.spots[spot].rooms) for spot in own), need.index

    return key


def _stay(week: Week, need: Need) -> bool:
    """Leave a need where it is, in its room with its leaders, if that is legal."""
    task = week.task
    for number in task.by_need[need.index]:
        spot = task.spots[number]
        if not spot.time.here or need.room not in spot.rooms:
            continue
        if len(need.leaders) != need.heads or not set(need.leaders) <= set(spot.leaders):
            continue
        meeting = need.at(spot.time, need.room, need.leaders)
        if week.hindrance(spot, meeting) is None:
            week.put(Seat(need.index, number, meeting, spot.time.minutes))
            return True
    return False


def best_seat(week: Week, points: Points, need: Need) -> Seat | None:
    """Return the place with the fewest changes and points that is free; among equals the emptiest time."""
    task = week.task
    beside = Counter((seat.meeting.weekday, seat.meeting.starts) for seat in week.seats.values())
    rooms = {room.id: of_room(need, room) for room in task.rooms[need.index]}
    ranked = []
    for number in task.by_need[need.index]:
        time = task.spots[number].time
        moved, own = bool(need.now) and not time.here, points.of_time(need, time)
        for place, room in enumerate(task.spots[number].rooms):
            changed, cost = bool(need.now) and room != need.room, own + rooms.get(room or 0, 0)
            ranked.append((moved, changed, cost, beside[time.weekday, time.starts], number, place))
    for *_costs, number, place in sorted(ranked):
        spot = task.spots[number]
        meeting = _led(week, spot, need, need.at(spot.time, spot.rooms[place]))
        if meeting is not None:
            return Seat(need.index, number, meeting, spot.time.minutes)
    return None


def _led(week: Week, spot: Spot, need: Need, meeting: Meeting) -> Meeting | None:
    """Return the meeting with its leaders, those it has first; None where it does not fit."""
    if week.of_time(spot, meeting) or week.of_room(meeting):
        return None
    chosen: list[int] = []
    for leader in _preferred(need, spot):
        if len(chosen) == need.heads:
            break
        if week.of_leaders(replace(meeting, leaders=(leader,)), spot.time.minutes) is None:
            chosen.append(leader)
    if len(chosen) < need.heads:
        return None
    return replace(meeting, leaders=in_their_order(need, chosen))


def _preferred(need: Need, spot: Spot) -> Iterator[int]:
    yield from sorted(spot.leaders, key=lambda one: (one not in need.leaders, of_leader(need, one)))


def in_their_order(need: Need, leaders: list[int]) -> tuple[int, ...]:
    """Return those who lead already in the order in which they do, then the others as they are preferred."""
    staying = [one for one in need.leaders if one in leaders]
    return (*staying, *(one for one in need.candidates if one in leaders and one not in staying))
