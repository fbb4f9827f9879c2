"""What speaks against a leader: not there, no longer with us, too many hours, or nobody at all."""

from collections.abc import Iterator, Sequence
from datetime import date

from ganztag.language import N_, Message, nN_
from ganztag.planning.clashes import telling
from ganztag.planning.clashes.finding import Case, Rule, parts
from ganztag.planning.clashes.rooms import reason
from ganztag.planning.offer import Leader, Meeting, Offer
from ganztag.planning.timing import hindrance, span


def no_leader(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    if not meeting.leaders:
        name = telling.course(offer, meeting.course)
        yield Case(
            N_("{course} has no leader ({time}).", course=name, time=telling.at(meeting)),
            ("course", meeting.course),
            short=N_("no leader yet"),
            courses=(meeting.course,),
            meetings=(meeting.id,),
            mend=("meeting", meeting.id),
            mark=telling.mark(meeting),
        )


def leader_away(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    first, last = span(offer, meeting)
    for key in meeting.leaders:
        leader = offer.index.leader.get(key)
        window = hindrance(leader.windows, meeting, first=first, last=last) if leader and leader.windows else None
        if leader is not None and window is not None:
            yield Case(
                N_(
                    "{leader} leads {course} ({time}), but is not there then: {reason}.",
                    leader=leader.name,
                    course=telling.course(offer, meeting.course),
                    time=telling.at(meeting),
                    reason=reason(window),
                ),
                ("staff", leader.id),
                short=N_("{name} not there", name=telling.surname(leader.name)),
                more=_when_there(leader) if window.available else reason(window),
                courses=(meeting.course,),
                meetings=(meeting.id,),
                mend=("meeting", meeting.id),
                mark=telling.mark(meeting),
            )


def _when_there(leader: Leader) -> Message:
    return N_("only {days}", days=telling.days({window.weekday for window in leader.windows if window.available}))


def leader_not_employed(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    first, last = span(offer, meeting)
    for key in meeting.leaders:
        leader = offer.index.leader.get(key)
        if leader is None:
            continue
        late = leader.starts is not None and leader.starts > first
        gone = leader.ends is not None and leader.ends < last
        if not late and not gone:
            continue
        course = telling.course(offer, meeting.course)
        if gone:
            message = N_("{leader} leads {course} until {last}, but leaves on {date}.", last=last, date=leader.ends)
            more = N_("leaves on {date}", date=leader.ends)
        else:
            message = N_("{leader} leads {course} from {first}, but starts on {date}.", first=first, date=leader.starts)
            more = N_("starts on {date}", date=leader.starts)
        yield Case(
            message.filled(leader=leader.name, course=course),
            ("staff", leader.id),
            short=N_("{name} not there", name=telling.surname(leader.name)),
            more=more,
            courses=(meeting.course,),
            meetings=(meeting.id,),
            mark=telling.mark(meeting),
        )


def leader_not_wanted(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    course = offer.index.course[meeting.course]
    for key in meeting.leaders if course.leaders else ():
        if key not in course.leaders:
            name, wanted = telling.leader(offer, key), telling.Listed(telling.leader(offer, k) for k in course.leaders)
            yield Case(
                N_("{leader} leads {course}, but {leaders} should.", leader=name, course=course.name, leaders=wanted),
                ("course", course.id),
                short=N_("not the wanted leader"),
                more=N_("better: {leaders}", leaders=wanted),
                courses=(course.id,),
                meetings=(meeting.id,),
                mend=("meeting", meeting.id),
                mark=f"{telling.mark(meeting)} {key}",
            )


def too_many_hours(offer: Offer, leader: Leader, led: Sequence[Meeting]) -> Iterator[Case]:
    if leader.max_minutes is None:
        return
    minutes = weekly_minutes(offer, led)
    if minutes > leader.max_minutes:
        yield Case(
            N_(
                "{leader} leads {hours} hours a week, but may lead {most} at most.",
                leader=leader.name,
                hours=minutes / 60,
                most=leader.max_minutes / 60,
            ),
            ("staff", leader.id),
            short=N_("too many hours"),
            more=N_(
                "{name}: {hours} of {most}",
                name=telling.surname(leader.name),
                hours=minutes / 60,
                most=leader.max_minutes / 60,
            ),
            courses=tuple(sorted({meeting.course for meeting in led})),
            meetings=tuple(sorted(meeting.id for meeting in led)),
        )


def weekly_minutes(offer: Offer, led: Sequence[Meeting]) -> int:
    """Return the most that these meetings take in a week: every second week counts half, single dates do not."""
    spans: list[tuple[date, date, float]] = []
    for meeting in led:
        share = {"weekly": 1.0, "A": 0.5, "B": 0.5}.get(meeting.rhythm, 0.0)
        spans.append((*span(offer, meeting), share * (meeting.ends - meeting.starts)))
    starts = {first for first, _last, _minutes in spans}
    return round(max((sum(m for first, last, m in spans if first <= day <= last) for day in starts), default=0))


_LEADER = parts("courses", "meetings", "leaders", "days_off")
RULES = (
    Rule("leader away", "error", N_("Leader not there at that time"), "meeting", leader_away, _LEADER,
         many=lambda n: nN_("{count} leader not there", "{count} leaders not there", n)),
    Rule("too many hours", "error", N_("Leader with too many hours"), "leader", too_many_hours, _LEADER),
    Rule("not employed", "error", N_("Leader not with us during the course"), "meeting", leader_not_employed, _LEADER),
    Rule("no leader", "warning", N_("Course without a leader"), "meeting", no_leader, parts("courses", "meetings")),
    Rule("leader not wanted", "hint", N_("Leader other than wanted"), "meeting", leader_not_wanted, _LEADER),
)  # fmt: skip
