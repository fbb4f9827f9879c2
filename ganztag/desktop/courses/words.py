"""How a course is put into words: its times, its kind, its status."""

from ganztag.desktop.times import time_of
from ganztag.desktop.widgets.paints import Pill
from ganztag.domain.school import in_runs
from ganztag.language import N_, Message, _, time, weekday
from ganztag.queries.courses import CourseRow

KINDS: dict[str, Message] = {
    "course": N_("Course"),
    "care": N_("Care"),
    "study_time": N_("Study time"),
    "lunch": N_("Lunch"),
}
STATUSES: dict[str, Message] = {
    "planned": N_("planned"),
    "offered": N_("offered"),
    "running": N_("running"),
    "struck": N_("struck"),
}


def times_of(course: CourseRow) -> str:
    return ", ".join(time_of(meeting) for meeting in course.meetings)


def brief_times(course: CourseRow) -> str:
    """Return when a course begins, days with the same time joined: Mo, Mi 14:00, or Mo–Do 14:00."""
    days: dict[str, list[int]] = {}
    for meeting in course.meetings:
        starts = time(meeting.starts) if meeting.starts is not None else ""
        days.setdefault(starts, []).append(meeting.weekday)
    return ", ".join(f"{_days(own)} {starts}".strip() for starts, own in days.items())


def _days(weekdays: list[int]) -> str:
    first, last = weekdays[0], weekdays[-1]
    if len(weekdays) > 2 and weekdays == list(range(first, last + 1)):
        return f"{weekday(first, short=True)}–{weekday(last, short=True)}"
    return ", ".join(weekday(day, short=True) for day in weekdays)


def for_whom(course: CourseRow) -> str:
    """Return the year groups and classes, empty where the course is open to all: 5–7, 8a."""
    return ", ".join([*in_runs(course.year_groups), *course.classes])


def needs_more(course: CourseRow) -> bool:
    """Say whether children are missing: not while a course is only offered and nobody is in it yet."""
    return course.too_few and not course.struck and (course.enrolled > 0 or course.status == "running")


def status_of(course: CourseRow) -> Pill:
    """Return what matters most of a course: struck, over- or underfull, full, else its status."""
    if course.struck:
        return Pill(_("struck"), "muted", "circle-x")
    if course.too_many:
        return Pill(_("too many"), "bad", "circle-alert")
    if needs_more(course):
        return Pill(_("too few"), "bad", "circle-alert")
    if course.full:
        return Pill(_("full"), "warn")
    if course.status == "running":
        return Pill(_("running"), "ok")
    return Pill(str(STATUSES[course.status]), "accent" if course.status == "offered" else "muted")
