"""How a course is put into words: its times, its kind, its status."""

from collections.abc import Iterable

from ganztag.desktop.times import time_of
from ganztag.desktop.widgets.paints import Pill
from ganztag.language import N_, Message, _
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


def for_whom(course: CourseRow) -> str:
    """Return the year groups and classes, empty where the course is open to all: 5–7, 8a."""
    return ", ".join([*_joined(course.year_groups), *course.classes])


def _joined(labels: Iterable[str]) -> list[str]:
    """Return neighbouring year groups joined: 5, 6, 7, 10 -> 5–7, 10."""
    runs: list[list[str]] = []
    for label in labels:
        if runs and label.isdigit() and runs[-1][-1].isdigit() and int(label) == int(runs[-1][-1]) + 1:
            runs[-1].append(label)
        else:
            runs.append([label])
    return [run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]


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
