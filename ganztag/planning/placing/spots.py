"""Where each need may be beside all that stays: a time, a building, and there the rooms and leaders to choose from."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ganztag.language import Message
from ganztag.planning.offer import Meeting, Offer, Room
from ganztag.planning.placing.needs import Need, Time, movable, needs
from ganztag.planning.placing.standing import Standing, rivals
from ganztag.planning.timing import gap


@dataclass(frozen=True, slots=True)
class Spot:
    """A need at a time in a building ("": buildings do not matter); any of *rooms*, and of *leaders* as many as lead.

    A school without any room has the room None.
    """

    need: int
    time: Time
    building: str
    rooms: tuple[int | None, ...]
    leaders: tuple[int, ...]


@dataclass(frozen=True)
class Task:
    """All that a proposal is made from; *spots* lie need by need, *rivals* are courses that share a child."""

    offer: Offer
    needs: tuple[Need, ...]
    standing: Standing
    rooms: Mapping[int, tuple[Room, ...]]
    rivals: Mapping[int, frozenset[int]]
    spots: tuple[Spot, ...]
    by_need: tuple[tuple[int, ...], ...]
    parted: bool


def task(offer: Offer, chosen: Collection[int]) -> Task:
    """Return what there is to place, and where each of it may be."""
    found = needs(offer, chosen)
    standing = Standing.of(offer, [meeting.id for meeting in movable(offer, chosen)])
    sharing = {need.course.id: rivals(offer, need.course) for need in found}
    suited = {need.index: suited_rooms(offer, need) for need in found}
    parted = _buildings_matter(offer, found)
    spots: list[Spot] = []
    by_need: list[tuple[int, ...]] = []
    for need in found:
        own = list(_spots(standing, need, suited[need.index], sharing[need.course.id], parted))
        by_need.append(tuple(range(len(spots), len(spots) + len(own))))
        spots += own
    return Task(offer, found, standing, suited, sharing, tuple(spots), tuple(by_need), parted)


def suited_rooms(offer: Offer, need: Need) -> tuple[Room, ...]:
    """Return the rooms that are large and fit out for a need, those named for the course if any are, least first.

    A room for several courses at once takes only what asks for it: by name, by its equipment, or being there now.
    """
    course, known = need.course, offer.index.room
    wanted = [known[number] for number in course.rooms if number in known] if course.rooms else list(offer.rooms)
    fitting = [room for room in wanted if is_suited(room, need) and _asked_for(room, need)]
    return tuple(sorted(fitting, key=lambda room: (room.places is None, room.places or 0, room.id)))


def is_suited(room: Room, need: Need) -> bool:
    return need.course.equipment <= room.equipment and (room.places is None or room.places >= need.size)


def _asked_for(room: Room, need: Need) -> bool:
    return not room.shared or room.id in need.course.rooms or bool(need.course.equipment) or room.id == need.room


def _spots(
    standing: Standing, need: Need, suited: tuple[Room, ...], shared: frozenset[int], parted: bool
) -> Iterator[Spot]:
    offer, away = standing.offer, _days_taken(standing, need)
    for time in need.times:
        meeting = need.at(time)
        if time.weekday in away and not time.here:
            continue
        able = [one for one in need.candidates if standing.leader(meeting, offer.index.leader[one]) is None]
        if len(able) < need.heads:
            continue
        for building, rooms in _free_rooms(standing, meeting, suited, parted).items():
            leaders = tuple(one for one in able if not _too_far(standing, meeting, one, building))
            if len(leaders) >= need.heads and standing.children(meeting, building, sorted(shared)) is None:
                yield Spot(need.index, time, building, rooms, leaders if need.heads else ())


def _free_rooms(
    standing: Standing, meeting: Meeting, suited: tuple[Room, ...], parted: bool
) -> Mapping[str, tuple[int | None, ...]]:
    if not standing.offer.rooms:
        return {"": (None,)}
    found: dict[str, list[int | None]] = defaultdict(list)
    for room in suited:
        if standing.room(meeting, room) is None:
            found[room.building if parted else ""].append(room.id)
    return {building: tuple(rooms) for building, rooms in sorted(found.items())}


def _too_far(standing: Standing, meeting: Meeting, leader: int, building: str) -> Message | None:
    return standing.way(meeting, standing.offer.index.leader[leader], building)


def _days_taken(standing: Standing, need: Need) -> frozenset[int]:
    """Return the weekdays on which the course meets in any case."""
    return frozenset(meeting.weekday for meeting in standing.of_course.get(need.course.id, ()))


def _buildings_matter(offer: Offer, found: tuple[Need, ...]) -> bool:
    """Say whether a way from building to building can be too long for the break between two times."""
    if offer.settings.travel_minutes <= 0 or len({room.building for room in offer.rooms} - {""}) < 2:
        return False
    times = {(time.weekday, time.starts, time.ends) for need in found for time in need.times}
    times |= {(meeting.weekday, meeting.starts, meeting.ends) for meeting in offer.meetings}
    days: dict[int, list[Meeting]] = defaultdict(list)
    for weekday, starts, ends in times:
        days[weekday].append(Meeting(0, 0, weekday, starts, ends))
    near = range(offer.settings.travel_minutes)
    return any(gap(one, other) in near for day in days.values() for one in day for other in day)
