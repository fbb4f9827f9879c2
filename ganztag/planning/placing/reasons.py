"""Why something has no place: what is in the way at each time it could be, and one sentence for all of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ganztag.language import N_, Message, nN_, sort_key
from ganztag.planning.offer import Offer, Room
from ganztag.planning.placing.needs import Need, Time
from ganztag.planning.placing.outcome import Hurdle
from ganztag.planning.placing.spots import Spot, Task, is_suited
from ganztag.planning.placing.week import Week
from ganztag.planning.timing import when

_NAMED_AT_MOST = 3  # reasons side by side in one hurdle


@dataclass(frozen=True, slots=True)
class _Found:
    """What is in the way at a time; *kind*: leader, room, children, day, or "" where they only together are in it."""

    time: Time
    kind: str
    message: Message


def why(task: Task, week: Week, need: Need) -> tuple[Message, tuple[Hurdle, ...]]:
    """Return why a need has no place in a *week* without it, in a sentence and time by time."""
    offer = task.offer
    if not need.times:
        return N_("There is no block in which it may be."), ()
    if offer.rooms and not task.rooms[need.index]:
        return _no_room_at_all(offer, need), ()
    found = [_at(task, week, need, time) for time in need.times]
    hurdles = tuple(Hurdle(f.time.weekday, f.time.starts, f.time.ends, f.time.blocks[0], f.message) for f in found)
    return _sentence(task, need, found), hurdles


def _at(task: Task, week: Week, need: Need, time: Time) -> _Found:
    for kind, look in _LOOKS:
        message = look(task, week, need, time)
        if message is not None:
            return _Found(time, kind, message)
    return _Found(time, "", N_("room and leaders are not free together"))


def _day(task: Task, week: Week, need: Need, time: Time) -> Message | None:
    staying = task.standing.of_course.get(need.course.id, ())
    if any(meeting.weekday == time.weekday for meeting in staying) and not time.here:
        return N_("the course meets on this day already")
    for seat in week.seats.values():
        same = seat.meeting.course == need.course.id and seat.meeting.weekday == time.weekday
        if same and not time.here:
            return N_("the course meets on this day already")
    return None


def _leaders(task: Task, week: Week, need: Need, time: Time) -> Message | None:
    reasons, known = [], task.offer.index.leader
    for one in need.candidates:
        meeting = need.at(time, None, (one,))
        reason = task.standing.leader(meeting, known[one]) or week.of_leaders(meeting, time.minutes)
        if reason is not None:
            reasons.append(reason)
    return _side_by_side(reasons) if len(need.candidates) - len(reasons) < need.heads else None


def _children(task: Task, week: Week, need: Need, time: Time) -> Message | None:
    shared = sorted(task.rivals[need.course.id])
    meeting = need.at(time)
    return task.standing.children(meeting, "", shared) or week.of_time(_spot(need, time), meeting)


def _spot(need: Need, time: Time) -> Spot:
    return Spot(need.index, replace(time, here=False), "", (), ())


def _rooms(task: Task, week: Week, need: Need, time: Time) -> Message | None:
    reasons = []
    for room in task.rooms[need.index]:
        meeting = need.at(time, room.id)
        reason = task.standing.room(meeting, room) or week.of_room(meeting)
        if reason is None:
            return None
        reasons.append(reason)
    if len(reasons) > _NAMED_AT_MOST:
        return nN_("the {count} suitable room is taken", "all {count} suitable rooms are taken", len(reasons))
    return _side_by_side(reasons) if reasons else None


_LOOKS: tuple[tuple[str, Callable[[Task, Week, Need, Time], Message | None]], ...] = (
    ("day", _day), ("leader", _leaders), ("children", _children), ("room", _rooms),
)  # fmt: skip


def _side_by_side(reasons: Sequence[Message]) -> Message:
    """Return the first reasons in one line."""
    shown = list(dict.fromkeys(reasons))[:_NAMED_AT_MOST]
    line = shown[0]
    for reason in shown[1:]:
        line = N_("{first}; {second}", first=line, second=reason)
    return line


def _sentence(task: Task, need: Need, found: Sequence[_Found]) -> Message:
    if len(found) == 1:
        time = found[0].time
        at = when(time.weekday, time.starts, time.ends)
        return N_("At the only time it could be ({time}): {reason}.", time=at, reason=found[0].message)
    if len({one.message for one in found}) == 1:
        return N_("At every time it could be: {reason}.", reason=found[0].message)
    kinds = {one.kind for one in found}
    if len(kinds) == 1 and kinds <= set(_EVERYWHERE):
        return _EVERYWHERE[kinds.pop()](task, need)
    return N_("At every time it could be, something is in the way: {reasons}.", reasons=_side_by_side(_often(found)))


def _often(found: Sequence[_Found]) -> list[Message]:
    """Return what is in the way, the most frequent first."""
    messages = [one.message for one in found]
    return sorted(dict.fromkeys(messages), key=lambda message: -messages.count(message))


def _no_leader(task: Task, need: Need) -> Message:
    names = [task.offer.index.leader[one].name for one in need.candidates]
    if len(names) == 1:
        return N_("{leader} is not free at any time it could be.", leader=names[0])
    return N_("Of {leaders} not enough are free at any time it could be.", leaders=", ".join(names))


def _no_room(task: Task, need: Need) -> Message:
    rooms = task.rooms[need.index]
    if len(rooms) == 1:
        return N_("{room} is not free at any time it could be.", room=rooms[0].name)
    if need.course.equipment:
        return N_("No room with {equipment} is free at any time it could be.", equipment=_listed(need.course.equipment))
    return nN_(
        "No room for {count} child is free at any time it could be.",
        "No room for {count} children is free at any time it could be.",
        need.size,
    )


def _no_room_at_all(offer: Offer, need: Need) -> Message:
    equipment = need.course.equipment
    if any(is_suited(room, need) and room.shared for room in offer.rooms) and not need.course.rooms:
        return N_("Only rooms for several courses at once would do; they have to be named for the course.")
    if need.course.rooms:
        named = [room.name for room in _known(offer, need.course.rooms)]
        return N_("None of the rooms in which it may be ({rooms}) is large enough and has what it needs.",
                  rooms=", ".join(named))  # fmt: skip
    if equipment and not any(equipment <= room.equipment for room in offer.rooms):
        return N_("No room has {equipment}.", equipment=_listed(equipment))
    if equipment and any(is_suited(room, replace(need, size=0)) for room in offer.rooms):
        return nN_(
            "No room with {equipment} has {count} place.",
            "No room with {equipment} has {count} places.",
            need.size,
            equipment=_listed(equipment),
        )
    return nN_("No room has {count} place.", "No room has {count} places.", need.size)


def _known(offer: Offer, rooms: Sequence[int]) -> Iterator[Room]:
    return (offer.index.room[number] for number in rooms if number in offer.index.room)


def _listed(equipment: frozenset[str]) -> str:
    return ", ".join(sorted(equipment, key=sort_key))


def _no_time(_task: Task, need: Need) -> Message:
    return N_("{course} meets on every day on which it could be already.", course=need.course.name)


def _no_children(_task: Task, _need: Need) -> Message:
    return N_("At every time it could be, its children are in other courses.")


_EVERYWHERE: Mapping[str, Callable[[Task, Need], Message]] = {
    "leader": _no_leader,
    "room": _no_room,
    "children": _no_children,
    "day": _no_time,
}
