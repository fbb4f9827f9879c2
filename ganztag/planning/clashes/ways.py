"""Whether there is time between two meetings: for the way to another building, to clean up and to set up."""

from collections.abc import Iterator

from ganztag.language import N_, nN_
from ganztag.planning.clashes import telling
from ganztag.planning.clashes.finding import Case, Rule, parts
from ganztag.planning.offer import Meeting, Offer
from ganztag.planning.timing import gap, in_common, share_a_date


def building(offer: Offer, meeting: Meeting) -> str:
    """Return the building in which a meeting is; "": nobody said."""
    room = None if meeting.room is None else offer.index.room.get(meeting.room)
    return room.building if room else ""


def too_far(offer: Offer, one: Meeting, other: Meeting) -> int | None:
    """Return the minutes between two meetings in different buildings where they are too few; None: time enough."""
    between = gap(one, other)
    if between is None or not 0 <= between < offer.settings.travel_minutes:
        return None
    here, there = building(offer, one), building(offer, other)
    if not here or not there or here == there or not share_a_date(offer, one, other):
        return None
    return between


def leader_on_the_way(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    for leader in meeting.leaders:
        for other in telling.others(meeting, offer.index.led_by.get(leader, ())):
            minutes = too_far(offer, meeting, other)
            if minutes is not None:
                name = telling.leader(offer, leader)
                yield _on_the_way(offer, ("staff", leader), name, (meeting, other), minutes)


def pupil_on_the_way(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    here = offer.index.enrolled.get(meeting.course)
    if not here or not building(offer, meeting):
        return
    for other in telling.others(meeting, offer.index.on_weekday.get(meeting.weekday, ())):
        minutes = too_far(offer, meeting, other)
        if minutes is None:
            continue
        for child in sorted(here & offer.index.enrolled.get(other.course, frozenset())):
            if telling.at_one_time(offer, child, meeting, other):
                name = telling.child(offer, child)
                yield _on_the_way(offer, ("pupil", child), name, (meeting, other), minutes)


def _on_the_way(offer: Offer, who: tuple[str, int], name: str, pair: tuple[Meeting, Meeting], minutes: int) -> Case:
    first, second = telling.in_order(*pair)
    message = nN_(
        "{name} has {count} minute from {course} to {other} in another building; {needed} are needed.",
        "{name} has {count} minutes from {course} to {other} in another building; {needed} are needed.",
        minutes,
        name=name,
        course=telling.course(offer, first.course),
        other=telling.course(offer, second.course),
        needed=offer.settings.travel_minutes,
    )
    return Case(
        message,
        who,
        short=N_("way too short"),
        more=N_("{name}: {course}", name=telling.surname(name), course=telling.brief(offer, pair[1].course)),
        courses=(first.course, second.course),
        meetings=(first.id, second.id),
        mend=("meeting", pair[1].id),
        mark=telling.mark(first, second),
    )


def no_time_to_clear(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    if meeting.room is None:
        return
    for other in telling.others(meeting, offer.index.housed.get(meeting.room, ())):
        room, between = in_common(offer, meeting.room, other.room), gap(meeting, other)
        if room is None or room.shared or between is None:
            continue
        first, second = sorted((meeting, other), key=lambda one: (one.starts, one.course, one.id))
        needed = _to_clear(offer, first, second)
        if not 0 <= between < needed or not share_a_date(offer, meeting, other):
            continue
        yield Case(
            nN_(
                "Between {course} and {other} there is {count} minute in {room}; {needed} are needed to clear up.",
                "Between {course} and {other} there are {count} minutes in {room}; {needed} are needed to clear up.",
                between,
                course=telling.course(offer, first.course),
                other=telling.course(offer, second.course),
                room=room.name,
                needed=needed,
            ),
            ("room", room.id),
            short=N_("no time to clear up"),
            more=N_("beside {course}", course=telling.brief(offer, other.course)),
            courses=(first.course, second.course),
            meetings=(first.id, second.id),
            mend=("meeting", other.id),
            mark=telling.mark(first, second),
        )


def _to_clear(offer: Offer, first: Meeting, second: Meeting) -> int:
    """Return the minutes that it takes to clean up after one meeting and to set up for the next."""
    rooms = offer.index.room
    before, after = rooms.get(first.room or 0), rooms.get(second.room or 0)
    return (before.cleanup if before else 0) + (after.setup if after else 0)


_PAIR = parts("courses", "meetings", "rooms", "dates", "sessions")
RULES = (
    Rule("leader on the way", "warning", N_("Leader without time for the way"), "meeting", leader_on_the_way,
         _PAIR | {"leaders"}),
    Rule("pupil on the way", "warning", N_("Child without time for the way"), "meeting", pupil_on_the_way,
         _PAIR | {"enrolments", "children"},
         many=lambda n: nN_("way too short for {count} child", "way too short for {count} children", n)),
    Rule("no time to clear", "warning", N_("No time to clear the room"), "meeting", no_time_to_clear, _PAIR),
)  # fmt: skip
