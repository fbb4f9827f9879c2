"""What speaks against the dates: outside the half-year, on days off, or none at all."""

from collections.abc import Iterator, Sequence
from datetime import date

from ganztag.language import N_, Message
from ganztag.planning.clashes import telling
from ganztag.planning.clashes.finding import Case, Rule, parts
from ganztag.planning.offer import Course, DayOff, Meeting, Offer
from ganztag.planning.timing import course_span


def date_outside(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    if meeting.rhythm != "once" or meeting.on_date is None:
        return
    first, last = course_span(offer, offer.index.course[meeting.course])
    if not first <= meeting.on_date <= last:
        message = N_("{course} meets on {date}, which is outside its time ({first} to {last}).", first=first, last=last)
        yield _on_date(offer, meeting, message, N_("outside the half-year"))


def date_off(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    if meeting.rhythm != "once" or meeting.on_date is None:
        return
    here = [off for off in offer.days_off if off.first <= meeting.on_date <= off.last]
    off = next((off for off in here if _for_all(off)), None) or _of_those(here, offer.index.course[meeting.course])
    if off is not None:
        message = N_("{course} meets on {date}, which is off: {name}.", name=off.name)
        yield _on_date(offer, meeting, message, N_("day off"), telling.as_written(off.name))


def _of_those(here: Sequence[DayOff], course: Course) -> DayOff | None:
    """Return one of these days off where together they leave none of the year groups and classes of a course."""
    years, classes = {off.year_group for off in here}, {off.school_class for off in here}
    if not here or not (course.year_groups or course.classes):
        return None
    return here[0] if course.year_groups <= years and course.classes <= classes else None


def _on_date(offer: Offer, meeting: Meeting, message: Message, short: Message, more: Message | None = None) -> Case:
    return Case(
        message.filled(course=telling.course(offer, meeting.course), date=meeting.on_date),
        ("course", meeting.course),
        short=short,
        more=more,
        courses=(meeting.course,),
        meetings=(meeting.id,),
        mend=("meeting", meeting.id),
        mark=telling.mark(meeting),
    )


def no_date(offer: Offer, meeting: Meeting) -> Iterator[Case]:
    if meeting.rhythm == "once" and meeting.on_date is None:
        yield _on_date(offer, meeting, N_("{course} meets once, but nobody said when."), N_("date missing"))


def no_session(offer: Offer, course: Course) -> Iterator[Case]:
    meetings = offer.index.meetings_of.get(course.id, ())
    if meetings and all(offer.dates.get(meeting.id, (offer.first,)) == () for meeting in meetings):
        yield _of_course(course, N_("{course} never meets: all its dates are days off or outside its time."))


def span_empty(offer: Offer, course: Course) -> Iterator[Case]:
    first, last = course_span(offer, course)
    if first > last:
        message = N_("{course} has no day in the half-year: it runs from {first} to {last}.")
        yield _of_course(course, message.filled(first=course.starts or offer.first, last=course.ends or offer.last))


def beyond_half_year(offer: Offer, course: Course) -> Iterator[Case]:
    early = course.starts is not None and course.starts < offer.first
    late = course.ends is not None and course.ends > offer.last
    if (early or late) and course_span(offer, course)[0] <= course_span(offer, course)[1]:
        message = N_("{course} runs from {first} to {last}, which is longer than the half-year.")
        yield _of_course(course, message.filled(first=course.starts or offer.first, last=course.ends or offer.last))


def _of_course(course: Course, message: Message) -> Case:
    return Case(
        message.filled(course=course.name),
        ("course", course.id),
        short=N_("no date"),
        courses=(course.id,),
    )


def no_school_day(offer: Offer) -> Iterator[Case]:
    if offer.first > offer.last or all(_off(offer, day) for day in _weekdays(offer)):
        yield Case(
            N_("The half-year has no day of school: from {first} to {last} all days are off.", first=offer.first,
               last=offer.last),
            ("term", offer.term),
            short=N_("no day of school"),
        )  # fmt: skip


def half_year_without_sessions(offer: Offer) -> Iterator[Case]:
    if offer.meetings and offer.dates and not any(offer.dates.values()):
        yield Case(
            N_("In the half-year from {first} to {last} no course meets on any day.", first=offer.first,
               last=offer.last),
            ("term", offer.term),
            short=N_("no session"),
        )  # fmt: skip


def _weekdays(offer: Offer) -> Iterator[date]:
    days = (date.fromordinal(number) for number in range(offer.first.toordinal(), offer.last.toordinal() + 1))
    return (day for day in days if day.isoweekday() <= 5)


def _off(offer: Offer, day: date) -> bool:
    return any(_for_all(off) and off.first <= day <= off.last for off in offer.days_off)


def _for_all(off: DayOff) -> bool:
    return off.year_group is None and off.school_class is None


RULES = (
    Rule("date outside", "error", N_("Date outside the half-year"), "meeting", date_outside,
         parts("courses", "meetings")),
    Rule("date off", "error", N_("Date on a day off"), "meeting", date_off, parts("courses", "meetings", "days_off")),
    Rule("no date", "error", N_("Single date not named"), "meeting", no_date, parts("courses", "meetings")),
    Rule("no session", "error", N_("Course that never meets"), "course", no_session,
         parts("courses", "meetings", "dates")),
    Rule("no time span", "error", N_("Course without a day in the half-year"), "course", span_empty, parts("courses")),
    Rule("no school day", "error", N_("Half-year without a day of school"), "school", no_school_day,
         parts("days_off")),
    Rule("no sessions", "error", N_("Half-year without sessions"), "school", half_year_without_sessions,
         parts("meetings", "dates")),
    Rule("beyond half-year", "hint", N_("Course longer than the half-year"), "course", beyond_half_year,
         parts("courses")),
)  # fmt: skip
