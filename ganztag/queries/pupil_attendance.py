"""How one child came to its courses: each course a line of dates, with what was entered."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.domain.attendance import AWAY
from ganztag.queries import frame, sessions
from ganztag.queries.enrolments import EnrolmentRow, enrolments_of_pupils
from ganztag.storage import tables
from ganztag.storage.reader import Reader

_WEEK = 7


@dataclass(frozen=True, slots=True)
class AttendanceMark:
    """A date of a child; *week* counts the weeks of the half-year from 0, *state* is "" where nothing is entered."""

    day: date
    week: int
    state: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """A course on one weekday, with the dates on which the child belonged to it."""

    weekday: int
    title: str
    short_name: str
    marks: tuple[AttendanceMark, ...]


@dataclass(frozen=True, slots=True)
class PupilAttendance:
    """*lines* are empty as long as nothing is entered for the child; *weeks* are those of the half-year."""

    lines: tuple[AttendanceLine, ...] = ()
    weeks: int = 0

    def count(self, state: str) -> int:
        return sum(mark.state == state for line in self.lines for mark in line.marks)

    @property
    def entered(self) -> int:
        return sum(bool(mark.state) for line in self.lines for mark in line.marks)

    @property
    def there(self) -> int:
        """Return how often it came, late or not."""
        return sum(bool(mark.state) and mark.state not in AWAY for line in self.lines for mark in line.marks)


def attendance_of(reader: Reader, pupil_id: int, term_id: int) -> PupilAttendance:
    """Return what is entered for a child in a half-year, in the order of the week."""
    term, table = frame.term(reader, term_id), tables.attendance
    statement = sa.select(table).where(table.c.pupil_id == pupil_id, table.c.on_date.between(term.starts, term.ends))
    noted = {(row.meeting_id, row.on_date): (row.state, row.note) for row in reader.rows(statement)}
    if not noted:
        return PupilAttendance()
    inside: dict[int, list[EnrolmentRow]] = defaultdict(list)
    for enrolment in enrolments_of_pupils(reader, (pupil_id,)):
        inside[enrolment.course_id].append(enrolment)
    met = sessions.sessions(reader, term_id, term.starts, term.ends, tuple(inside))
    names = _short_names(reader, tuple(inside))
    monday = term.starts.toordinal() - term.starts.weekday()
    found: dict[tuple[int, int], list[AttendanceMark]] = defaultdict(list)
    titles: dict[tuple[int, int], tuple[object, ...]] = {}
    for one in met:
        state, note = noted.get((one.meeting_id, one.day), ("", ""))
        belongs = any(enrolment.holds_on(one.day) for enrolment in inside[one.course_id])
        if one.state == "cancelled" or not (belongs or state):
            continue
        key = (one.series_day.isoweekday(), one.course_id)
        found[key].append(AttendanceMark(one.day, (one.day.toordinal() - monday) // _WEEK, state, note))
        titles.setdefault(key, (one.series_day.isoweekday(), one.starts is None, one.starts, one.title))
    lines = tuple(
        AttendanceLine(key[0], str(titles[key][-1]), names.get(key[1], ""), tuple(found[key]))
        for key in sorted(found, key=lambda key: titles[key])
    )
    return PupilAttendance(lines, (term.ends.toordinal() - monday) // _WEEK + 1)


def _short_names(reader: Reader, course_ids: tuple[int, ...]) -> dict[int, str]:
    course = tables.course
    rows = reader.rows(sa.select(course.c.id, course.c.short_name).where(course.c.id.in_(course_ids)))
    return {row.id: row.short_name for row in rows}
