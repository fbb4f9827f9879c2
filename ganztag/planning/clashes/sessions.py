"""What does not fit on a single date: a session that was moved, put elsewhere or given to others, on that day only.

What clashes in the series as well is told there, once; what is over needs no mending any more. These findings name
courses but no meetings: they say nothing of the place of the series in the week.
"""

from collections.abc import Iterator
from datetime import date

from ganztag.domain.school_year import holds_on
from ganztag.language import N_, Message, nN_
from ganztag.planning.clashes import telling
from ganztag.planning.clashes.finding import Case, Rule, Thing, parts
from ganztag.planning.clashes.rooms import reason
from ganztag.planning.offer import DayOff, Meeting, Offer, Session
from ganztag.planning.single import as_meeting, elsewhen, usual_of
from ganztag.planning.timing import collide, hindrance, in_common


def room_twice(offer: Offer, session: Session) -> Iterator[Case]:
    usual = usual_of(offer, session)
    for other in offer.index.beside[session.id] if session.room is not None else ():
        room = in_common(offer, session.room, other.room)
        if room is None or room.shared:
            continue
        theirs = usual_of(offer, other)
        if in_common(offer, usual.room, theirs.room) is None or not collide(offer, usual, theirs):
            message = N_("{course} and {other} are both in {room} on {date} ({time}).", room=room.name)
            yield _of_two(offer, session, other, message, ("room", room.id))


def leader_twice(offer: Offer, session: Session) -> Iterator[Case]:
    usual = usual_of(offer, session)
    for other in offer.index.beside[session.id]:
        theirs = usual_of(offer, other)
        known = set(usual.leaders) & set(theirs.leaders) if collide(offer, usual, theirs) else set()
        for leader in dict.fromkeys(session.leaders):
            if leader in other.leaders and leader not in known:
                message = N_("{leader} leads both {course} and {other} on {date} ({time}).")
                message = message.filled(leader=telling.leader(offer, leader))
                yield _of_two(offer, session, other, message, ("staff", leader))


def pupils_twice(offer: Offer, session: Session) -> Iterator[Case]:
    here = _inside(offer, session, session.day)
    for other in offer.index.beside[session.id] if here and elsewhen(offer, session) else ():
        both = here & _inside(offer, other, session.day)
        if both and not collide(offer, usual_of(offer, session), usual_of(offer, other)):
            message = nN_(
                "{count} child of {course} is in {other} on {date} ({time}): {pupils}.",
                "{count} children of {course} are in {other} on {date} ({time}): {pupils}.",
                len(both),
                pupils=telling.children(offer, both),
            )
            yield _of_two(offer, session, other, message, ("course", session.course), tuple(sorted(both)))


def _inside(offer: Offer, one: Meeting | Session, day: date) -> set[int]:
    """Return the children who are in a course on a day."""
    stays = offer.index.stays
    inside = offer.index.enrolled.get(one.course, frozenset())
    return {child for child in inside if any(holds_on(day, s.first, s.last) for s in stays[child, one.course])}


def _of_two(
    offer: Offer,
    session: Session,
    other: Meeting | Session,
    message: Message,
    subject: Thing,
    pupils: tuple[int, ...] = (),
) -> Case:
    """Return a case that is the same from both sides where both are other than usual."""
    of_two = sorted((_named(one, session) for one in (session, other)), key=lambda one: one[:2])
    first, second = (telling.course(offer, course) for course, _mark in of_two)
    own, theirs = (telling.course(offer, one.course) for one in (session, other))
    names = (own, theirs) if subject[0] == "course" else (first, second)
    return Case(
        message.filled(course=names[0], other=names[1], date=session.day, time=telling.at(as_meeting(offer, session))),
        subject,
        short=N_("clashes on {date}", date=session.day),
        more=telling.as_written(telling.brief(offer, other.course)),
        courses=tuple(course for course, _mark in of_two),
        mend=("course", session.course),
        mark=" ".join(mark for _course, mark in of_two),
        on=session.day,
        pupils=pupils,
    )


def _named(one: Meeting | Session, on: Session) -> tuple[int, str]:
    return one.course, f"{one.id}@{on.day}" if isinstance(one, Meeting) else _mark(one)


def _mark(session: Session) -> str:
    return f"{session.meeting}@{session.series_day}"


def room_small(offer: Offer, session: Session) -> Iterator[Case]:
    room, count = offer.index.room.get(session.room or 0), len(_inside(offer, session, session.day))
    if room is None or room.id == usual_of(offer, session).room or room.places is None or count <= room.places:
        return
    message = N_("{course} has {count} children, but {room} on {date} has room for {places}.")
    message = message.filled(count=count, room=room.name, places=room.places)
    yield _of_one(offer, session, message, N_("room too small"))


def room_closed(offer: Offer, session: Session) -> Iterator[Case]:
    room, usual = offer.index.room.get(session.room or 0), usual_of(offer, session)
    if room is None or not room.windows or (room.id == usual.room and not elsewhen(offer, session)):
        return
    window = hindrance(room.windows, as_meeting(offer, session), first=session.day, last=session.day)
    if window is not None:
        message = N_("{course} is in {room} on {date} ({time}), which is not free then: {reason}.")
        message = message.filled(room=room.name, reason=reason(window))
        yield _of_one(offer, session, message, N_("{room} not free", room=room.name), ("room", room.id))


def leader_away(offer: Offer, session: Session) -> Iterator[Case]:
    usual, moved, day = usual_of(offer, session), elsewhen(offer, session), session.day
    for leader in (offer.index.leader.get(key) for key in session.leaders):
        if leader is None or (leader.id in usual.leaders and not moved):
            continue
        why: Message | None = None
        window = hindrance(leader.windows, as_meeting(offer, session), first=day, last=day)
        if leader.starts is not None and leader.starts > day:
            why = N_("starts on {date}", date=leader.starts)
        elif leader.ends is not None and leader.ends < day:
            why = N_("leaves on {date}", date=leader.ends)
        elif window is not None:
            why = reason(window)
        if why is not None:
            message = N_("{leader} leads {course} on {date} ({time}), but is not there then: {reason}.", reason=why)
            short = N_("{name} not there", name=telling.surname(leader.name))
            yield _of_one(offer, session, message.filled(leader=leader.name), short, ("staff", leader.id))


def no_leader(offer: Offer, session: Session) -> Iterator[Case]:
    if not session.leaders and usual_of(offer, session).leaders:
        yield _of_one(offer, session, N_("Nobody leads {course} on {date} ({time})."), N_("no leader yet"))


def on_day_off(offer: Offer, session: Session) -> Iterator[Case]:
    off = next((off for off in offer.days_off if off.first <= session.day <= off.last), None)
    if session.day == session.series_day or off is None:
        return
    here = [off for off in offer.days_off if off.first <= session.day <= off.last]
    if _nobody_comes(offer, session, here):
        message = N_("{course} was moved to {date}, which is off: {name}.", name=off.name)
        yield _of_one(offer, session, message, N_("day off"))


def _nobody_comes(offer: Offer, session: Session, here: list[DayOff]) -> bool:
    course = offer.index.course[session.course]
    if any(off.year_group is None and off.school_class is None for off in here):
        return True
    years, classes = {off.year_group for off in here}, {off.school_class for off in here}
    audience = course.year_groups or course.classes
    return bool(audience) and course.year_groups <= years and course.classes <= classes


def _of_one(offer: Offer, session: Session, message: Message, short: Message, subject: Thing | None = None) -> Case:
    name, time = telling.course(offer, session.course), telling.at(as_meeting(offer, session))
    return Case(
        message.filled(course=name, date=session.day, time=time),
        subject or ("course", session.course),
        short=short,
        more=N_("on {date}", date=session.day),
        courses=(session.course,),
        mend=("course", session.course),
        mark=_mark(session),
        on=session.day,
    )


def lost(offer: Offer) -> Iterator[Case]:
    """Yield what was noted for dates on which the series does not meet any more."""
    for session in offer.sessions:
        if session.lost and session.series_day >= offer.day:
            message = N_("Something was noted for {course} on {date}, but it does not meet on that day any more.")
            message = message.filled(course=telling.course(offer, session.course), date=session.series_day)
            yield Case(
                message,
                ("course", session.course),
                short=N_("date is gone"),
                courses=(session.course,),
                mark=_mark(session),
                on=session.series_day,
            )


_ONE = parts("courses", "meetings")
_TWO = _ONE | {"dates"}
RULES = (
    Rule("session leader twice", "error", N_("Leader in two courses on one date"), "session", leader_twice,
         _TWO | {"leaders"}),
    Rule("session room twice", "error", N_("Room taken twice on one date"), "session", room_twice, _TWO | {"rooms"}),
    Rule("session leader away", "error", N_("Leader not there on one date"), "session", leader_away,
         _ONE | {"leaders"}),
    Rule("session room closed", "error", N_("Room not free on one date"), "session", room_closed, _ONE | {"rooms"}),
    Rule("session pupils twice", "warning", N_("Children in two courses on one date"), "session", pupils_twice,
         _TWO | {"enrolments", "children"}),
    Rule("session room small", "warning", N_("Room too small on one date"), "session", room_small,
         _ONE | {"rooms", "enrolments"}),
    Rule("session no leader", "warning", N_("Session without a leader"), "session", no_leader, _ONE),
    Rule("session on day off", "warning", N_("Session moved to a day off"), "session", on_day_off,
         _ONE | {"days_off"}),
    Rule("session lost", "warning", N_("Change of a date that is gone"), "school", lost,
         parts("courses", "struck", "sessions")),
)  # fmt: skip
