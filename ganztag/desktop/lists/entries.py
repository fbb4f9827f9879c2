"""What can be chosen for a paper: courses, classes or children as rows of one and the same list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ganztag.desktop.widgets.paints import Pill
from ganztag.domain.search import search_key
from ganztag.language import _, ngettext, sort_key, time, weekday
from ganztag.operations.office import Office
from ganztag.queries import (
    allocation,
    ballot_slips,
    ballots,
    classes,
    courses,
    missing_wishes,
    pupils,
    reply_letters,
    waiting,
)
from ganztag.queries.ballots import BallotRow
from ganztag.queries.classes import ClassRow
from ganztag.queries.courses import CourseRow
from ganztag.queries.frame import TermRow
from ganztag.queries.letters_due import letters_due
from ganztag.queries.meetings import MeetingRow
from ganztag.queries.pupils import PupilRow

_LATELY = timedelta(days=7)
_DUE = "letters due"  # the filter's value for children for whom something changed lately


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


def offer(office: Office, paper: str, term: TermRow, day: date, ballot_id: int | None = None) -> Offer:
    """Return what can be printed on a paper; *ballot_id* counts for those of a ballot, None: there is none."""
    if paper in _OF_BALLOT:
        return Offer((), ()) if ballot_id is None else _OF_BALLOT[paper](office, term, day, ballot_id)
    return _OFFERS[paper](office, term, day)


def _courses(office: Office, term: TermRow, _day: date) -> Offer:
    return _of_courses([row for row in office.read(courses.courses, term.id) if not row.struck])


def _waited_for(office: Office, term: TermRow, _day: date) -> Offer:
    rows = office.read(courses.courses, term.id)
    waiting_for = office.read(waiting.counts, [row.id for row in rows])
    return _of_courses([row for row in rows if row.id in waiting_for])


def _of_courses(rows: Sequence[CourseRow]) -> Offer:
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
    return _of_classes(office.read(classes.classes, term.school_year_id, day))


def _reminded(office: Office, term: TermRow, day: date, ballot_id: int) -> Offer:
    concerned = office.read(missing_wishes.class_ids, ballot_id, office.clock.today())
    return _of_classes([row for row in office.read(classes.classes, term.school_year_id, day) if row.id in concerned])


def _of_classes(rows: Sequence[ClassRow]) -> Offer:
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
    return _of_pupils([row for row in office.read(pupils.pupils, term.id, day) if not row.left])


def _voters(office: Office, term: TermRow, day: date, ballot_id: int) -> Offer:
    voting = set(office.read(ballot_slips.pupil_ids, ballot_id, office.clock.today()))
    rows = [row for row in office.read(pupils.pupils, term.id, day) if row.id in voting]
    return _of_pupils([replace(row, without_course=()) for row in rows])


def _answered(office: Office, term: TermRow, day: date, ballot_id: int) -> Offer:
    run = office.read(allocation.last_run, ballot_id)
    if run is None:
        return Offer((), ())
    concerned = office.read(reply_letters.concerned, office.read(ballots.ballot, ballot_id), run)
    since = office.clock.today() - _LATELY
    due = {one.pupil_id for one in office.read(letters_due, term.id, since)} & concerned
    found = _of_pupils([row for row in office.read(pupils.pupils, term.id, day) if row.id in concerned])
    if not due:
        return found
    entries = [replace(one, groups=one.groups | {_DUE}) if one.id in due else one for one in found.entries]
    return Offer(entries, [(_DUE, _("changed since {day}", day=since)), *found.filters])


def _ballots(office: Office, term: TermRow, _day: date) -> Offer:
    """Return the ballots whose allocation was accepted."""
    rows = [row for row in office.read(ballots.ballots, term.id) if row.accepted_at is not None]
    return Offer([_ballot(row) for row in rows], ())


def _ballot(row: BallotRow) -> Entry:
    day = _("accepted on {day}", day=row.accepted_at.date()) if row.accepted_at else ""
    return Entry(row.id, row.name, day, search_key(row.name), frozenset())


def _of_pupils(rows: list[PupilRow]) -> Offer:
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
    "protocol": _ballots,
    "results": _ballots,
    "waiting-lists": _waited_for,
}
_OF_BALLOT: dict[str, Callable[[Office, TermRow, date, int], Offer]] = {
    "ballot": _voters,
    "missing-wishes": _reminded,
    "letter": _answered,
}
