"""Who or what is in two places at once: leaders, rooms, children, and a course that meets twice at a time."""

from collections.abc import Iterator

from ganztag.language import N_, nN_
from ganztag.planning.clashes import telling
from ganztag.planning.clashes.finding import Case, Rule, parts
from ganztag.planning.offer import Meeting, Offer
from ganztag.planning.timing import collide, in_common


def leader_twice(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    for leader in meeting.leaders:
        name = telling.leader(offer, leader)
        for other in telling.others(meeting, offer.index.led_by.get(leader, ())):
            if collide(offer, meeting, other):
                first, second = telling.in_order(meeting, other)
                yield Case(
                    N_(
                        "{leader} leads {course} and {other} at the same time ({time}).",
                        leader=name,
                        course=telling.course(offer, first.course),
                        other=telling.course(offer, second.course),
                        time=telling.at(first),
                    ),
                    ("staff", leader),
                    short=N_("{name} double", name=telling.surname(name)),
                    more=N_("also leads {course}", course=telling.brief(offer, other.course)),
                    courses=(first.course, second.course),
                    meetings=(first.id, second.id),
                    mend=("meeting", other.id),
                    mark=telling.mark(first, second),
                )


def room_twice(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    if meeting.room is None:
        return
    for other in telling.others(meeting, offer.index.housed.get(meeting.room, ())):
        room = in_common(offer, meeting.room, other.room)
        if room is not None and not room.shared and collide(offer, meeting, other):
            first, second = telling.in_order(meeting, other)
            yield Case(
                N_(
                    "{course} and {other} are in {room} at the same time ({time}).",
                    course=telling.course(offer, first.course),
                    other=telling.course(offer, second.course),
                    room=room.name,
                    time=telling.at(first),
                ),
                ("room", room.id),
                short=N_("{room} taken", room=room.name),
                more=N_("by {course}", course=telling.brief(offer, other.course)),
                courses=(first.course, second.course),
                meetings=(first.id, second.id),
                mend=("meeting", other.id),
                mark=telling.mark(first, second),
            )


def pupil_twice(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    enrolled = offer.index.enrolled
    here = enrolled.get(meeting.course)
    if not here:
        return
    for other in telling.others(meeting, offer.index.on_weekday.get(meeting.weekday, ())):
        if other.starts >= meeting.ends or meeting.starts >= other.ends:
            continue
        both = here & enrolled.get(other.course, frozenset())
        if both and collide(offer, meeting, other):
            first, second = telling.in_order(meeting, other)
            for child in sorted(both):
                if telling.at_one_time(offer, child, first, second):
                    yield _of_child(offer, child, other, (first, second))


def _of_child(offer: Offer, child: int, other: Meeting, pair: tuple[Meeting, Meeting]) -> Case:
    name, (first, second) = telling.child(offer, child), pair
    return Case(
        N_(
            "{pupil} is in {course} and in {other} at the same time ({time}).",
            pupil=name,
            course=telling.course(offer, first.course),
            other=telling.course(offer, second.course),
            time=telling.at(first),
        ),
        ("pupil", child),
        short=N_("{name} double", name=name),
        more=N_("also in {course}", course=telling.brief(offer, other.course)),
        courses=(first.course, second.course),
        meetings=(first.id, second.id),
        mark=telling.mark(first, second),
    )


def meets_twice(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    for other in offer.index.meetings_of.get(meeting.course, ()):
        if other.id != meeting.id and collide(offer, meeting, other):
            first, second = telling.in_order(meeting, other)
            name = telling.course(offer, meeting.course)
            yield Case(
                N_("{course} meets twice at the same time ({time}).", course=name, time=telling.at(first)),
                ("course", meeting.course),
                short=N_("meets here already"),
                more=telling.at(other),
                courses=(meeting.course,),
                meetings=(first.id, second.id),
                mend=("meeting", second.id),
                mark=telling.mark(first, second),
            )


RULES = (
    Rule("leader twice", "error", N_("Leader in two courses at once"), "meeting", leader_twice,
         parts("courses", "meetings", "leaders", "dates", "sessions"),
         many=lambda n: nN_("{count} leader double", "{count} leaders double", n)),
    Rule("room twice", "error", N_("Room taken twice"), "meeting", room_twice,
         parts("courses", "meetings", "rooms", "dates", "sessions"),
         many=lambda n: nN_("Room taken {count} time", "Room taken {count} times", n)),
    Rule("pupil twice", "error", N_("Child in two courses at once"), "meeting", pupil_twice,
         parts("courses", "meetings", "enrolments", "children", "dates", "sessions"),
         many=lambda n: nN_("{count} child double", "{count} children double", n)),
    Rule("meets twice", "error", N_("Course meets twice at once"), "meeting", meets_twice,
         parts("courses", "meetings", "dates", "sessions")),
)  # fmt: skip
