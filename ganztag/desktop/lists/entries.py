"""What can be chosen for a paper: courses, classes or children as rows of one and the same list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ganztag.desktop.widgets.paints import Pill
from ganztag.domain.search import search_key
from ganztag.language import _, ngettext, sort_key, time, weekday
from ganztag.operations.office import Office
from ganztag.queries import classes, courses, pupils
from ganztag.queries.courses import CourseRow
from ganztag.queries.frame import TermRow
from ganztag.queries.meetings import MeetingRow
from ganztag.queries.pupils import PupilRow


@dataclass(frozen=True, slots=True)
class Entry:
    """One sheet that can be chosen; *groups* are the values of the filter under which it is shown."""

    id: int
    title: str
    second: str
    search_key: str
    groups: frozenset[object]
    colour: int | None = None
    hint: Pill | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """The entries of a paper in the order in which they are printed, and the (value, text) pairs of the filter."""

    entries: Sequence[Entry]
    filters: Sequence[tuple[object, str]]


def offer(office: Office, paper: str, term: TermRow, day: date) -> Offer:
    """Return what can be printed on a paper: attendance, class or pupil."""
    return _OFFERS[paper](office, term, day)


def _courses(office: Office, term: TermRow, _day: date) -> Offer:
    rows = [row for row in office.read(courses.courses, term.id) if not row.struck]
    days = sorted({meeting.weekday for row in rows for meeting in row.meetings})
    return Offer([_course(row) for row in rows], [(day, weekday(day)) for day in days])


def _course(row: CourseRow) -> Entry:
    times = ", ".join(_begins(meeting) for meeting in row.meetings)
    return Entry(
        id=row.id,
        title=" ".join(filter(None, (row.number, row.title))),
        second=" · ".join(filter(None, (times, _children(row.enrolled)))),
        search_key=row.search_key + search_key(*row.leaders, *row.rooms, row.category),
        groups=frozenset(meeting.weekday for meeting in row.meetings),
        colour=row.colour,
    )


def _begins(meeting: MeetingRow) -> str:
    day = weekday(meeting.weekday, short=True)
    return f"{day} {time(meeting.starts)}" if meeting.starts else day


def _classes(office: Office, term: TermRow, day: date) -> Offer:
    rows = office.read(classes.classes, term.school_year_id, day)
    kinds = {"class": _("Classes"), "group": _("Groups")}
    found = [
        Entry(
            id=row.id,
            title=row.name,
            second=" · ".join(filter(None, (_children(row.pupils), row.room, row.teacher))),
            search_key=search_key(row.name, row.teacher, row.room, row.year_group),
            groups=frozenset({row.kind}),
        )
        for row in rows
    ]
    there = {row.kind for row in rows}
    filters = [(kind, text) for kind, text in kinds.items() if kind in there]
    return Offer(found, filters if len(filters) > 1 else ())


def _pupils(office: Office, term: TermRow, day: date) -> Offer:
    rows = [row for row in office.read(pupils.pupils, term.id, day) if not row.left]
    rows.sort(key=lambda row: sort_key(row.class_name))  # as they are printed: class by class
    names = list(dict.fromkeys(row.class_name for row in rows))
    filters = [(name, name or _("without a class")) for name in names]
    return Offer([_pupil(row) for row in rows], filters if len(filters) > 1 else ())


def _pupil(row: PupilRow) -> Entry:
    days = ", ".join(weekday(day, short=True) for day in row.booked)
    return Entry(
        id=row.id,
        title=row.name,
        second=" · ".join(filter(None, (row.class_name, days))),
        search_key=row.search_key,
        groups=frozenset({row.class_name}),
        hint=Pill(_("without course"), "warn", "triangle-alert") if row.without_course else None,
    )


def _children(count: int) -> str:
    return ngettext("{count} child", "{count} children", count) if count else _("no children yet")


_OFFERS: dict[str, Callable[[Office, TermRow, date], Offer]] = {
    "attendance": _courses,
    "class": _classes,
    "pupil": _pupils,
}
