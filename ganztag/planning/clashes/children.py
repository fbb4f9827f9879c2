"""What does not fit for a child: not for it, not booked, gone home, gone from the school, in a course twice."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ganztag.domain.courses import open_to
from ganztag.language import N_, Message, nN_
from ganztag.planning.clashes import telling
from ganztag.planning.clashes.finding import Case, Rule, parts
from ganztag.planning.offer import Child, Enrolment, Meeting, Offer
from ganztag.planning.timing import clock, last_day


def leaves_early(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    leaves = offer.index.leaves.get(meeting.weekday, {})
    for child in sorted(offer.index.enrolled.get(meeting.course, frozenset()) & leaves.keys()):
        if leaves[child] < meeting.ends:
            leaving = clock(leaves[child])
            message = N_("{pupil} goes home at {time}, but {course} ends at {ends}.", ends=clock(meeting.ends))
            yield _in_meeting(offer, child, meeting, message.filled(time=leaving), N_("leaves at {time}", time=leaving))


def day_not_booked(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    here = offer.index.enrolled.get(meeting.course)
    if not here or meeting.rhythm == "once":
        return
    for child in sorted(here - offer.index.booked.get(meeting.weekday, frozenset()) - offer.index.unbooked):
        message = N_("{pupil} is in {course} ({time}), but does not stay on that day.", time=telling.at(meeting))
        yield _in_meeting(offer, child, meeting, message, N_("day not booked"))


def _in_meeting(offer: Offer, child: int, meeting: Meeting, message: Message, short: Message) -> Case:
    name = telling.child(offer, child)
    return Case(
        message.filled(pupil=name, course=telling.course(offer, meeting.course)),
        ("pupil", child),
        short=short,
        more=telling.as_written(name),
        courses=(meeting.course,),
        meetings=(meeting.id,),
        mark=telling.mark(meeting),
    )


def not_allowed(offer: Offer, child: Child) -> Iterator[Case]:
    for key in sorted(offer.index.courses_of.get(child.id, ())):
        course = offer.index.course.get(key)
        if course is None or child.year_group in course.year_groups:  # nearly always: it saves looking closer
            continue
        if not open_to(course.year_groups, course.classes, child.year_group, child.classes):
            message = N_("{pupil} is in {course}, which is not for that year group or class.", course=course.name)
            yield _of_child(child, message, N_("not for this child"), (key,))


def in_it_twice(offer: Offer, child: Child) -> Iterator[Case]:
    for key in sorted(offer.index.stays_again.get(child.id, ())):
        stays = sorted(offer.index.stays[child.id, key], key=_first)
        if any(_first(after) <= (before.last or date.max) for before, after in pairwise(stays)):
            message = N_("{pupil} is enrolled in {course} twice at the same time.", course=telling.course(offer, key))
            yield _of_child(child, message, N_("enrolled twice"), (key,))


def _first(enrolment: Enrolment) -> date:
    return enrolment.first or date.min


def after_leaving(offer: Offer, child: Child) -> Iterator[Case]:
    """Yield the courses in which a child still is after it has left the school."""
    if child.exit is None:
        return
    for key, ends, last in _stays_in_courses(offer, child):
        if child.exit < min(last, ends or last):
            message = N_(
                "{pupil} leaves the school on {date}, but is in {course} until {last}.",
                date=child.exit,
                course=telling.course(offer, key),
                last=min(last, ends or last),
            )
            yield _of_child(child, message, N_("leaves the school"), (key,))


def ends_before_course(offer: Offer, child: Child) -> Iterator[Case]:
    if child.id not in offer.index.stays_ending:
        return
    courses = offer.index.courses_of.get(child.id, frozenset())
    for key, ends, last in _stays_in_courses(offer, child):
        followed = any(_starts_after(offer, child, other, ends) for other in courses - {key})
        if ends is not None and ends < last and not followed and (child.exit is None or child.exit > ends):
            message = N_(
                "{pupil} is in {course} only until {date} and then in nothing new; the course ends on {last}.",
                date=ends,
                course=telling.course(offer, key),
                last=last,
            )
            yield _of_child(child, message, N_("ends early"), (key,))


def _starts_after(offer: Offer, child: Child, course: int, ends: date | None) -> bool:
    return ends is not None and any(
        stay.first is not None and stay.first > ends for stay in offer.index.stays[child.id, course]
    )


def _stays_in_courses(offer: Offer, child: Child) -> Iterator[tuple[int, date | None, date]]:
    """Yield for each course of a child: the course, the last day of its last stay, and that of the course."""
    for key in sorted(offer.index.courses_of.get(child.id, ())):
        course = offer.index.course.get(key)
        if course is not None:
            stays = offer.index.stays[child.id, key]
            ends = None if any(stay.last is None for stay in stays) else max(stay.last or date.min for stay in stays)
            yield key, ends, last_day(offer, course)


def no_course(offer: Offer, child: Child) -> Iterator[Case]:
    if not child.booked or not offer.enrolments or (child.exit is not None and child.exit < offer.day):
        return
    meetings_of = offer.index.meetings_of
    covered = {m.weekday for key in offer.index.courses_of.get(child.id, ()) for m in meetings_of.get(key, ())}
    days = (child.booked & offer.index.on_weekday.keys()) - covered
    if days:
        message = N_("{pupil} is booked without a course ({days}).", days=telling.days(days))
        yield _of_child(child, message, N_("without a course"))


def no_year_group(offer: Offer, child: Child) -> Iterator[Case]:
    known = offer.years and (child.exit is None or child.exit >= offer.day)
    if known and child.year_group is None and (child.booked or child.id in offer.index.courses_of):
        yield _of_child(child, N_("Nobody said in which year group {pupil} is."), N_("no year group"))


def _of_child(child: Child, message: Message, short: Message, courses: tuple[int, ...] = ()) -> Case:
    return Case(
        message.filled(pupil=child.name),
        ("pupil", child.id),
        short=short,
        more=telling.as_written(child.name),
        courses=courses,
    )


_MEETING = parts("courses", "meetings", "enrolments", "children")
_CHILD = parts("courses", "enrolments", "children")
_DATED = _CHILD | {"meetings", "days_off"}
RULES = (
    Rule("in it twice", "error", N_("Child enrolled twice"), "child", in_it_twice, _CHILD | {"struck"}),
    Rule("not allowed", "warning", N_("Child in a course that is not for it"), "child", not_allowed, _CHILD),
    Rule("leaves early", "warning", N_("Child goes home before the course ends"), "meeting", leaves_early, _MEETING,
         many=lambda n: nN_("{count} child leaves early", "{count} children leave early", n)),
    Rule("day not booked", "warning", N_("Child in a course on a day that is not booked"), "meeting", day_not_booked,
         _MEETING, many=lambda n: nN_("day not booked: {count} child", "day not booked: {count} children", n)),
    Rule("no course", "warning", N_("Child without a course on a booked day"), "child", no_course,
         _CHILD | {"meetings"}),
    Rule("after leaving", "warning", N_("Child in a course after leaving the school"), "child", after_leaving, _DATED),
    Rule("ends before course", "hint", N_("Child's time in a course ends early"), "child", ends_before_course,
         _DATED),
    Rule("pupil without year group", "hint", N_("Child without a year group"), "child", no_year_group,
         _CHILD | {"years"}),
)  # fmt: skip
