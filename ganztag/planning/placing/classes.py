"""Rooms that are alike in all that matters here count as one kind with so many places; who gets which comes last.

Only where that loses nothing: alike rooms are neither part of another one nor shared, nobody is in them now who could
stay, and any proposal that fits their number can be dealt out to them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ganztag.planning.offer import Meeting, Room
from ganztag.planning.placing.boxes import Box, box_of
from ganztag.planning.placing.points import of_room
from ganztag.planning.placing.spots import Task
from ganztag.planning.placing.standing import in_the_way


@dataclass(frozen=True, slots=True)
class Kind:
    """Rooms that are alike, by id; None alone where the school has no rooms."""

    rooms: tuple[int | None, ...]


def kinds(task: Task) -> tuple[Kind, ...]:
    """Return all rooms that come into question, those that are alike together."""
    used = sorted({room for spot in task.spots for room in spot.rooms if room is not None})
    found: dict[object, list[int | None]] = defaultdict(list)
    if any(None in spot.rooms for spot in task.spots):
        found["none"].append(None)
    likenesses = _likenesses(task, used)
    may_join = _can_be_dealt_out(task)
    now = {need.room for need in task.needs}
    for number in used:
        room = task.offer.index.room[number]
        alone = not may_join or number in now or room.shared or len(task.offer.index.related[number]) > 1
        found[("alone", number) if alone else likenesses[number]].append(number)
    return tuple(Kind(tuple(rooms)) for rooms in found.values())


def _likenesses(task: Task, used: Iterable[int]) -> Mapping[int, object]:
    where: dict[int, list[int]] = defaultdict(list)
    for number, spot in enumerate(task.spots):
        for own in spot.rooms:
            if own is not None:
                where[own].append(number)
    found = {}
    for number in used:
        room = task.offer.index.room[number]
        found[number] = (room.building, room.setup + room.cleanup, _worth(task, room), tuple(where[number]))
    return found


def _worth(task: Task, room: Room) -> tuple[int, ...]:
    """Return the points that the room has for each need."""
    return tuple(of_room(need, room) for need in task.needs)


def _can_be_dealt_out(task: Task) -> bool:
    """Say whether rooms that are enough at each moment are enough for the week.

    So it is when all is weekly and through the whole half-year (times on a line can be dealt out as they begin), and
    when blocks never overlap each other and only one of rhythm and days differs.
    """
    boxes = {box_of(task.offer, task.needs[spot.need].at(spot.time)) for spot in task.spots}
    weekly = len({box.weeks for box in boxes}) <= 1
    whole = len({(box.first, box.last) for box in boxes}) <= 1
    if weekly and whole:
        return True
    pause = max((room.setup + room.cleanup for room in task.offer.rooms), default=0)
    return (weekly or whole) and _apart(boxes, pause)


def _apart(boxes: Iterable[Box], pause: int) -> bool:
    """Say whether any two times are either the same or do not touch each other."""
    times = sorted({(box.weekday, box.starts, box.ends) for box in boxes})
    return all(one[0] != other[0] or other[1] >= one[2] + pause for one, other in pairwise(times))


def deal_out(task: Task, kind: Kind, meetings: Sequence[Meeting]) -> dict[int, int | None]:
    """Return meeting id -> room, one of the *kind*; the weekly ones and the early ones choose first.

    Raises LookupError where they are too many.
    """
    if len(kind.rooms) == 1:
        return {meeting.id: kind.rooms[0] for meeting in meetings}
    offer = task.offer
    taken: dict[int | None, list[Meeting]] = defaultdict(list)
    found: dict[int, int | None] = {}
    for meeting in sorted(meetings, key=lambda m: _turn(box_of(offer, m), m.id)):
        for room in kind.rooms:
            placed = replace(meeting, room=room)
            if not any(in_the_way(offer, placed, other) for other in taken[room]):
                taken[room].append(placed)
                found[meeting.id] = room
                break
        else:
            raise LookupError("rooms that are alike could not be dealt out")
    return found


def _turn(box: Box, number: int) -> tuple[object, ...]:
    return (box.weekday, -len(box.weeks), box.starts, box.first, box.weeks, number)
