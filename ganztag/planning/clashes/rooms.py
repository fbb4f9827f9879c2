"""What speaks against a room: its size, what is in it, when it is there, and that there is none."""

from collections.abc import Iterator

from ganztag.language import N_, Message, nN_, sort_key
from ganztag.planning.clashes import telling
from ganztag.planning.clashes.finding import Case, Rule, parts
from ganztag.planning.offer import Meeting, Offer, Room, Window
from ganztag.planning.timing import clock, hindrance, span


def _room(offer: Offer, meeting: Meeting) -> Room | None:
    return None if meeting.room is None else offer.index.room.get(meeting.room)


def no_room(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    if meeting.room is None:
        name = telling.course(offer, meeting.course)
        yield Case(
            N_("{course} has no room ({time}).", course=name, time=telling.at(meeting)),
            ("course", meeting.course),
            short=N_("no room yet"),
            courses=(meeting.course,),
            meetings=(meeting.id,),
            mend=("meeting", meeting.id),
            mark=telling.mark(meeting),
        )


def room_too_small(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    room, count = _room(offer, meeting), offer.index.size.get(meeting.course, 0)
    if room is not None and room.places is not None and count > room.places:
        message = N_(
            "{course} has {count} children, but {room} has room for {places}.",
            course=telling.course(offer, meeting.course),
            count=count,
            room=room.name,
            places=room.places,
        )
        yield _small(meeting, room, message, count)


def small_for_maximum(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    room, course = _room(offer, meeting), offer.index.course[meeting.course]
    most, count = course.max_size, offer.index.size.get(meeting.course, 0)
    if room is None or room.places is None or most is None or not count <= room.places < most:
        return
    message = N_(
        "{course} takes up to {count} children, but {room} has room for {places}.",
        course=course.name,
        count=most,
        room=room.name,
        places=room.places,
    )
    yield _small(meeting, room, message, most)


def _small(meeting: Meeting, room: Room, message: Message, count: int) -> Case:
    return Case(
        message,
        ("course", meeting.course),
        short=N_("room too small"),
        more=N_("{room}: {places} places for {count}", room=room.name, places=room.places, count=count),
        courses=(meeting.course,),
        meetings=(meeting.id,),
        mend=("meeting", meeting.id),
        mark=f"{telling.mark(meeting)} {room.id}",
    )


def equipment_missing(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    room, course = _room(offer, meeting), offer.index.course[meeting.course]
    missing = course.equipment - room.equipment if room is not None else frozenset()
    if room is not None and missing:
        listed = telling.Listed(sorted(missing, key=sort_key))
        yield Case(
            N_("{course} needs {equipment}, which is not in {room}.", course=course.name, equipment=listed,
               room=room.name),
            ("course", course.id),
            short=N_("equipment missing"),
            more=N_("missing: {equipment}", equipment=listed),
            courses=(course.id,),
            meetings=(meeting.id,),
            mend=("meeting", meeting.id),
            mark=f"{telling.mark(meeting)} {room.id}",
        )  # fmt: skip


def room_closed(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    room = _room(offer, meeting)
    if room is None or not room.windows:
        return
    first, last = span(offer, meeting)
    window = hindrance(room.windows, meeting, first=first, last=last)
    if window is None:
        return
    yield Case(
        N_(
            "{course} is in {room} ({time}), which is not free then: {reason}.",
            course=telling.course(offer, meeting.course),
            room=room.name,
            time=telling.at(meeting),
            reason=reason(window),
        ),
        ("room", room.id),
        short=N_("{room} not free", room=room.name),
        more=reason(window),
        courses=(meeting.course,),
        meetings=(meeting.id,),
        mend=("meeting", meeting.id),
        mark=telling.mark(meeting),
    )


def reason(window: Window) -> Message:
    """Return why somebody or something is not there, in a few words."""
    days = telling.days([window.weekday])
    if window.reason and not window.available:
        return telling.as_written(window.reason)
    if window.starts <= 0 and window.ends >= 24 * 60:
        return N_("only {days}", days=days) if window.available else N_("not {days}", days=days)
    times = {"days": days, "starts": clock(window.starts), "ends": clock(window.ends)}
    return N_("only {days} {starts}–{ends}", **times) if window.available else N_("not {days} {starts}–{ends}", **times)


def room_not_wanted(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    room, course = _room(offer, meeting), offer.index.course[meeting.course]
    if room is not None and course.rooms and room.id not in course.rooms:
        wanted = telling.Listed(telling.room(offer, key) for key in course.rooms)
        yield Case(
            N_("{course} is in {room}, but should be in {rooms}.", course=course.name, room=room.name, rooms=wanted),
            ("course", course.id),
            short=N_("not the wanted room"),
            more=N_("better: {rooms}", rooms=wanted),
            courses=(course.id,),
            meetings=(meeting.id,),
            mend=("meeting", meeting.id),
            mark=f"{telling.mark(meeting)} {room.id}",
        )


_ROOM = parts("courses", "meetings", "rooms")
RULES = (
    Rule("room closed", "error", N_("Room not free at that time"), "meeting", room_closed, _ROOM | {"days_off"}),
    Rule("room too small", "warning", N_("Room too small"), "meeting", room_too_small, _ROOM | {"enrolments"}),
    Rule("no room", "warning", N_("Course without a room"), "meeting", no_room, parts("courses", "meetings")),
    Rule("equipment missing", "warning", N_("Room without the equipment"), "meeting", equipment_missing, _ROOM),
    Rule("room not wanted", "hint", N_("Room other than wanted"), "meeting", room_not_wanted, _ROOM),
    Rule("small for maximum", "hint", N_("Room too small for a full course"), "meeting", small_for_maximum,
         _ROOM | {"enrolments"},
         many=lambda n: nN_("{count} room too small", "{count} rooms too small", n)),
)  # fmt: skip
