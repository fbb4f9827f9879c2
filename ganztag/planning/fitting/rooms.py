"""Rooms for a meeting: which come into question, which are taken and by what, and which one wastes least."""

from ganztag.language import N_, Message, nN_, sort_key
from ganztag.planning.fitting.verdict import FreeRoom
from ganztag.planning.offer import Course, Meeting, Offer, Room, Window
from ganztag.planning.timing import clock, gap, hindrance, in_common, share_a_date, span

NOBODY = -1  # the course of a meeting that only asks for a room


def needed_seats(offer: Offer, course: Course) -> int:
    """Return how many children have to sit: those enrolled, before that as many as may come."""
    enrolled = len(offer.index.enrolled.get(course.id, ()))
    return enrolled or course.max_size or course.min_size or 0


def seats_missing(room: Room, needed: int) -> int:
    return max(0, needed - room.places) if room.places is not None else 0


def in_question(offer: Offer, course: Course) -> list[Room]:
    """Return the rooms in which a course may be, best first: those named for it, else all that are large and fit out.

    Of those named, ones with too few seats or without the equipment come last; of all others they are left out.
    """
    needed, rooms = needed_seats(offer, course), offer.index.room
    if course.rooms:
        named = [rooms[number] for number in course.rooms if number in rooms]
        return sorted(named, key=lambda room: (seats_missing(room, needed), not course.equipment <= room.equipment))
    fitting = (r for r in offer.rooms if course.equipment <= r.equipment and not seats_missing(r, needed))
    return sorted(fitting, key=lambda room: _waste(room, needed, course.equipment))


def _waste(room: Room, needed: int, equipment: frozenset[str]) -> tuple[object, ...]:
    """Return the order among rooms that fit: few seats and little equipment that stay unused, parts before wholes."""
    spare = room.places - needed if room.places is not None else 1000
    return (spare < 0, spare, len(room.equipment - equipment), sort_key(room.name), room.id)


def occupant(offer: Offer, meeting: Meeting, room: Room) -> Meeting | None:
    """Return a meeting that has the room, a part or the whole of it while *meeting* would be there; None: it is free.

    Set-up and clean-up of the room are kept free as well. Nobody takes up a shared room.
    """
    housed = offer.index.housed.get(room.id, ())
    for other in housed:
        if other.id == meeting.id or (other.course == meeting.course and meeting.course != NOBODY):
            continue
        common = in_common(offer, room.id, other.room)
        if common is not None and common.shared:
            continue
        between = gap(meeting, other)
        if (
            between is not None
            and between < _pause(offer, meeting, other, room)
            and share_a_date(offer, meeting, other)
        ):
            return other
    return None


def _pause(offer: Offer, meeting: Meeting, other: Meeting, room: Room) -> int:
    """Return the minutes that it takes to clean up after the first of two and to set up for the second."""
    there = offer.index.room[other.room] if other.room is not None else room
    return room.cleanup + there.setup if meeting.starts <= other.starts else there.cleanup + room.setup


def closed(offer: Offer, meeting: Meeting, room: Room) -> Window | None:
    """Return the time at which the room is not there for the meeting, None where it is."""
    if not room.windows:
        return None
    first, last = span(offer, meeting)
    return hindrance(room.windows, meeting, first=first, last=last)


def is_free(offer: Offer, meeting: Meeting, room: Room) -> bool:
    return closed(offer, meeting, room) is None and occupant(offer, meeting, room) is None


def free_rooms(  # noqa: PLR0913 -- what one asks for a room, each of it by name
    offer: Offer,
    weekday: int,
    starts: int,
    ends: int,
    *,
    children: int | None = None,
    equipment: frozenset[str] = frozenset(),
    rhythm: str = "weekly",
) -> tuple[FreeRoom, ...]:
    """Return all rooms for a time of the week, best first: free and large enough with least waste, then the others.

    *rhythm* A or B asks for every second week only. Small and capital letters of equipment are the same.
    """
    asked = Meeting(-1, NOBODY, weekday, starts, ends, rhythm=rhythm)
    found = [(room, _answer(offer, asked, room, children, equipment)) for room in offer.rooms]
    found.sort(key=lambda row: (not row[1].free, not row[1].fits, _waste(row[0], children or 0, equipment)))
    return tuple(answer for _room, answer in found)


def _answer(offer: Offer, asked: Meeting, room: Room, children: int | None, equipment: frozenset[str]) -> FreeRoom:
    taken = taken_by(offer, asked, room)
    lacking = _lacking(room, children, equipment)
    return FreeRoom(
        room.id, taken is None, lacking is None, taken or lacking or _beside(offer, asked, room) or _praise(room)
    )


def _beside(offer: Offer, asked: Meeting, room: Room) -> Message | None:
    """Return who is in a shared room at that time as well, None where nobody is."""
    for other in offer.index.housed.get(room.id, ()):
        between = gap(asked, other)
        if between is not None and between < 0 and share_a_date(offer, asked, other):
            course = offer.index.course.get(other.course)
            name = course.name if course else ""
            if room.places is None:
                return N_("together with {course}, number of seats not known", course=name)
            return nN_("together with {course}, {count} seat", "together with {course}, {count} seats", room.places,
                       course=name)  # fmt: skip
    return None


def taken_by(offer: Offer, meeting: Meeting, room: Room) -> Message | None:
    """Return in words why a room is not free for a meeting, None where it is."""
    window = closed(offer, meeting, room)
    if window is not None:
        return _closing(window)
    other = occupant(offer, meeting, room)
    if other is None:
        return None
    course = offer.index.course.get(other.course)
    name = course.name if course else ""
    if (gap(meeting, other) or 0) >= 0:
        return N_("no time to clear up beside {course}", course=name)
    if other.room is not None and other.room != room.id:
        return N_("taken by {course} in {room}", course=name, room=offer.index.room[other.room].name)
    if other.rhythm in {"A", "B"}:
        return N_("taken by {course} in {rhythm} weeks", course=name, rhythm=other.rhythm)
    return N_("taken by {course}", course=name)


def _closing(window: Window) -> Message:
    if window.available:
        return N_("open only at other times")
    if window.reason:
        return N_("not free: {reason}", reason=window.reason)
    return N_("not free {starts}–{ends}", starts=clock(window.starts), ends=clock(window.ends))


def _lacking(room: Room, children: int | None, equipment: frozenset[str]) -> Message | None:
    if children is not None and room.places is not None and room.places < children:
        return nN_("{count} seat only", "{count} seats only", room.places)
    there = {word.casefold() for word in room.equipment}
    missing = sorted((word for word in equipment if word.casefold() not in there), key=sort_key)
    return N_("lacks {equipment}", equipment=", ".join(missing)) if missing else None


def _praise(room: Room) -> Message:
    if room.places is None:
        return N_("free, number of seats not known")
    return nN_("free, {count} seat", "free, {count} seats", room.places)
