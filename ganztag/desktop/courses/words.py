"""How a course is put into words: its times, its kind, its status."""

from ganztag.desktop.times import hours, time_of
from ganztag.desktop.widgets.paints import Pill
from ganztag.domain.school import in_runs
from ganztag.language import N_, Message, _, date, time, weekday
from ganztag.queries.courses import CourseRow
from ganztag.queries.meetings import MeetingRow

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


ADMISSION_WORDS: dict[str, Message] = {
    "open": N_("everybody who may take it"),
    "invited": N_("only who is invited"),
    "closed": N_("nobody, only by hand"),
}
RHYTHM_WORDS: dict[str, Message] = {
    "weekly": N_("every week"),
    "A": N_("A weeks"),
    "B": N_("B weeks"),
    "once": N_("once"),
}
ROLES: dict[str, Message] = {
    "": N_("leads"),
    "assistant": N_("assists"),
    "supervision": N_("supervises"),
    "trainee": N_("in training"),
}
AGAIN_WORDS: dict[str, Message] = {"": N_("not decided yet"), "yes": N_("yes, offer it again"), "no": N_("no")}


def meeting_time(meeting: MeetingRow) -> str:
    """Return when a meeting takes place, with its rhythm: Mo 14:00–15:30, A-Wochen."""
    if meeting.rhythm == "once" and meeting.on_date is not None:
        return f"{date(meeting.on_date, 'stamp')} {hours(meeting.starts, meeting.ends)}".strip()
    rhythm = "" if meeting.rhythm == "weekly" else str(RHYTHM_WORDS[meeting.rhythm])
    return ", ".join(part for part in (time_of(meeting), rhythm) if part)


def times_of(course: CourseRow) -> str:
    return ", ".join(meeting_time(meeting) for meeting in course.meetings)


def brief_times(course: CourseRow) -> str:
    """Return when a course begins, days with the same time joined: Mo, Mi 14:00, or Mo–Do 14:00; (A) in A weeks."""
    days: dict[str, list[int]] = {}
    for meeting in course.meetings:
        if meeting.rhythm == "once" and meeting.on_date is not None:
            days.setdefault(date(meeting.on_date, "short"), [])
            continue
        starts = time(meeting.starts) if meeting.starts is not None else ""
        rhythm = f"({meeting.rhythm})" if meeting.rhythm in ("A", "B") else ""
        days.setdefault(f"{starts} {rhythm}".strip(), []).append(meeting.weekday)
    return ", ".join(f"{_days(own)} {starts}".strip() for starts, own in days.items())


def _days(weekdays: list[int]) -> str:
    if not weekdays:
        return ""
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


def _wrong(course: CourseRow) -> str:
    """Return the word for what is wrong with a course, its size first; empty where nothing is."""
    if course.too_many:
        return _("too many")
    if needs_more(course):
        return _("too few")
    return _("error") if course.troubles else ""


def status_of(course: CourseRow) -> Pill:
    """Return what matters most of a course: struck, over- or underfull, wrong, full, else its status."""
    if course.struck:
        return Pill(_("struck"), "muted", "circle-x")
    if wrong := _wrong(course):
        return Pill(wrong, "bad", "circle-alert")
    if course.full:
        return Pill(_("full"), "warn")
    if course.status == "running":
        return Pill(_("running"), "ok")
    return Pill(str(STATUSES[course.status]), "accent" if course.status == "offered" else "muted")
