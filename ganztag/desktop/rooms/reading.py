"""What the screen of rooms reads from the offer: what stands in a room's week, and what does not fit there."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.widgets.notices import SHOW, TONES, Notice
from ganztag.desktop.widgets.week_events import WeekBlock, WeekEvent
from ganztag.domain.objection import Objection
from ganztag.domain.text import tags
from ganztag.language import _, ngettext, sort_key
from ganztag.planning.clashes import Finding
from ganztag.planning.occupation import blocks_of
from ganztag.planning.offer import Meeting, Offer, Room
from ganztag.planning.timing import clock, collide, hindrance, span, when
from ganztag.queries.rooms import RoomRow, rooms

_SCREENS = {"course": "courses", "staff": "staff", "pupil": "pupils", "room": "rooms"}


def rooms_with_troubles(desk: Desk) -> list[RoomRow]:
    """Return the rooms, each with the number of errors that nobody let stand."""
    found = desk.office.read(rooms, desk.term().id)
    return [replace(room, troubles=_errors(desk, room.id)) for room in found]


def _errors(desk: Desk, room_id: int) -> int:
    return sum(one.severity == "error" for one in desk.watch.still_open("room", room_id))


def known_equipment(found: Iterable[RoomRow]) -> list[str]:
    """Return every word that stands for equipment somewhere, each once."""
    words: dict[str, str] = {}
    for room in found:
        for word in tags(room.equipment):
            words.setdefault(word.casefold(), word)
    return sorted(words.values(), key=sort_key)


def known_buildings(found: Iterable[RoomRow]) -> list[str]:
    return sorted({room.building for room in found if room.building}, key=sort_key)


def notices_of(desk: Desk, room_id: int) -> list[Notice]:
    """Return what does not fit in a room, each with the way to the other side."""
    return [
        Notice(str(one.message), TONES[one.severity], *_way(one, room_id))
        for one in desk.watch.still_open("room", room_id)
        if one.severity != "hint"
    ]


def _way(one: Finding, room_id: int) -> tuple[str, Place] | tuple[()]:
    if one.courses:
        return str(SHOW["course"]), Place("courses", one.courses[0])
    kind, key = one.mend
    if kind in _SCREENS and (kind, key) != ("room", room_id):
        return str(SHOW[kind]), Place(_SCREENS[kind], key)
    return ()


def events_of(offer: Offer, room_id: int) -> list[WeekEvent]:
    """Return what meets in a room, in a part or the whole of it."""
    meetings = offer.index.housed.get(room_id, ())
    room = offer.index.room.get(room_id)
    if room is None:
        return []
    others = () if room.shared else meetings
    return [_event(offer, meeting, _hindered(offer, room, meeting, others)) for meeting in meetings]


def _hindered(offer: Offer, room: Room, meeting: Meeting, others: Sequence[Meeting]) -> bool:
    """Say whether a meeting has the room at the same time as another, or while it is not free."""
    first, last = span(offer, meeting)
    if hindrance(room.windows, meeting, first=first, last=last) is not None:
        return True
    return any(other.course != meeting.course and collide(offer, meeting, other) for other in others)


def _event(offer: Offer, meeting: Meeting, bad: bool) -> WeekEvent:
    course = offer.index.course[meeting.course]
    children = len(offer.index.enrolled.get(course.id, ()))
    time = str(when(meeting.weekday, meeting.starts, meeting.ends))
    parts = [time, course.name, _rhythm(meeting), ngettext("{count} child", "{count} children", children)]
    return WeekEvent(
        id=meeting.id,
        weekday=meeting.weekday,
        starts=clock(meeting.starts),
        ends=clock(meeting.ends),
        title=course.short or course.name,
        colour=course.colour,
        tip=" · ".join(part for part in parts if part),
        bad=bad,
    )


def _rhythm(meeting: Meeting) -> str:
    if meeting.rhythm in ("A", "B"):
        return _("in {rhythm} weeks", rhythm=meeting.rhythm)
    return _("on {day}", day=meeting.on_date) if meeting.on_date is not None else ""


def blocks_for(offer: Offer) -> list[WeekBlock]:
    return [WeekBlock(one.weekday, clock(one.starts), clock(one.ends), one.name) for one in blocks_of(offer)]


def offer_of(desk: Desk) -> Offer | None:
    """Return the offer of the half-year; None where there is no half-year yet."""
    try:
        return desk.watch.offer()
    except Objection:
        return None
