"""The rows of attendance lists: a course, its real dates, and its children with the days on which they are in it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime

from ganztag.domain.attendance import AWAY
from ganztag.domain.objection import Objection
from ganztag.domain.rooms import full_room_name
from ganztag.language import N_, sort_key
from ganztag.queries import courses, enrolments, frame, paper_frame, sessions
from ganztag.queries.attendance import marks_of
from ganztag.queries.paper_rows import (
    AttendanceRow,
    AttendanceSheet,
    DayOff,
    Leaving,
    Mark,
    Meeting,
    Period,
    PersonName,
    SheetDate,
)
from ganztag.storage.reader import Reader


def attendance_sheets(
    reader: Reader, term_id: int, now: datetime, course_ids: Collection[int] | None = None
) -> list[AttendanceSheet]:
    """Return the lists of the chosen courses in the order of their numbers; None: of all that are not struck."""
    term = frame.term(reader, term_id)
    day = term.day_that_counts(now.date())
    chosen = [
        row
        for row in courses.courses(reader, term_id)
        if (row.id in course_ids if course_ids is not None else not row.struck)
    ]
    if not chosen:
        raise Objection(N_("There is no course to print a list for."))
    dates = sessions.all_session_dates(reader, [row.id for row in chosen], term_id)
    rows = _rows(reader, term, chosen, day)
    head = paper_frame.head(reader, term)
    return [
        AttendanceSheet(
            head=head,
            title=row.title,
            as_of=now,
            number=row.number,
            meetings=tuple(
                Meeting(m.weekday, m.starts, m.ends, m.block, full_room_name(m.room, m.room_name), m.leaders)
                for m in row.meetings
            ),
            max_size=row.max_size,
            dates=_sheet_dates(dates[row.id]),
            days_off=_between(dates[row.id]),
            rows=rows.get(row.id, ()),
        )
        for row in chosen
    ]


def _sheet_dates(dates: sessions.CourseDates) -> tuple[SheetDate, ...]:
    """Return the real dates and, with their reasons, the cancelled ones: a column that is struck asks nobody why."""
    held = [SheetDate(day) for day in dates.dates]
    cancelled = [SheetDate(day, reason or N_("reason not noted")) for day, reason in dates.cancelled]
    return tuple(sorted([*held, *cancelled], key=lambda one: one.day))


def _between(dates: sessions.CourseDates) -> tuple[DayOff, ...]:
    """Return the days off between the first and the last date: what lies outside surprises nobody."""
    if not dates.dates:
        return ()
    first, last = dates.dates[0], dates.dates[-1]
    return tuple(DayOff(off.name, off.starts, off.ends) for off in dates.gaps if first < off.ends and off.starts < last)


def _rows(
    reader: Reader, term: frame.TermRow, chosen: list[courses.CourseRow], day: date
) -> dict[int, tuple[AttendanceRow, ...]]:
    """Return each course's children in the order of the class list's names; a child stands there once."""
    spans: dict[tuple[int, int], list[Period]] = defaultdict(list)
    for row in enrolments.enrolments_of_courses(reader, [row.id for row in chosen]):
        first, last = max(row.first, term.starts), min(row.last, term.ends)
        if first <= last:
            period = Period(None if first <= term.starts else first, None if last >= term.ends else last)
            spans[row.course_id, row.pupil_id].append(period)
    ids = {pupil for _course, pupil in spans}
    known = paper_frame.children(reader, ids)
    classes = enrolments.class_names(reader, ids, day)
    leaving = paper_frame.leaving(reader, ids, day)
    weekdays = {row.id: tuple(dict.fromkeys(meeting.weekday for meeting in row.meetings)) for row in chosen}
    marks = marks_of(reader, [meeting.id for row in chosen for meeting in row.meetings])
    found: dict[int, list[AttendanceRow]] = defaultdict(list)
    for (course_id, pupil_id), periods in spans.items():
        goes = leaving.get(pupil_id, {})
        found[course_id].append(
            AttendanceRow(
                name=known[pupil_id].name,
                class_name=classes.get(pupil_id, ""),
                leaving=tuple(goes.get(weekday, Leaving(weekday)) for weekday in weekdays[course_id]),
                periods=() if Period() in periods else tuple(periods),
                marks=_marks(marks.get((course_id, pupil_id), ())),
            )
        )
    return {key: tuple(sorted(rows, key=lambda row: name_order(row.name))) for key, rows in found.items()}


_MARKS = {
    "present": Mark.PRESENT, "late": Mark.PRESENT, "left_early": Mark.LEFT_EARLY, "excused": Mark.EXCUSED,
    "unexcused": Mark.ABSENT,
}  # fmt: skip


def _marks(noted: Iterable[tuple[date, str]]) -> tuple[tuple[date, Mark], ...]:
    """Return what is printed for each date; of two meetings on one day the one at which the child was away."""
    found = dict(sorted(noted, key=lambda one: one[1] in AWAY))
    return tuple((day, _MARKS[state]) for day, state in sorted(found.items()))


def name_order(name: PersonName) -> tuple[object, ...]:
    """Return the key for the order of a class list: surname, call name; a prefix does not count (DIN 5007-2)."""
    return (sort_key(name.surname or name.call_name), sort_key(name.call_name), sort_key(name.prefix))
