"""The dates of each meeting: its series within half-year and course, without the days off."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.domain.sessions import Audience, Series, TermDays
from ganztag.planning.offer import Course, DayOff, Meeting
from ganztag.queries.offer.frame import Asked
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class _Free:
    """A day off as the calendar of the domain knows it."""

    starts: date
    ends: date
    year_group_id: int | None
    school_class_id: int | None


class Calendar:
    """The days of one half-year; series that are alike are worked out once."""

    def __init__(self, asked: Asked, days_off: tuple[DayOff, ...], *, alternate_in_holidays: bool) -> None:
        free = tuple(_Free(off.first, off.last, off.year_group, off.school_class) for off in days_off)
        term = asked.term
        self._days = TermDays(term.starts, term.ends, free, term.first_week, alternate_in_holidays)
        self._known: dict[Series, tuple[date, ...]] = {}

    def dates(
        self, meetings: tuple[Meeting, ...], courses: Mapping[int, Course], years_of_classes: Mapping[int, int | None]
    ) -> Mapping[int, tuple[date, ...]]:
        """Return meeting -> the dates of its series."""
        audiences = {key: _audience(course, years_of_classes) for key, course in courses.items()}
        return {meeting.id: self._of(meeting, courses[meeting.course], audiences) for meeting in meetings}

    def _of(self, meeting: Meeting, course: Course, audiences: Mapping[int, Audience]) -> tuple[date, ...]:
        series = Series(
            meeting.weekday, meeting.rhythm, meeting.on_date, course.starts, course.ends, audiences[course.id]
        )
        if series not in self._known:
            self._known[series] = self._days.dates(series)
        return self._known[series]


def _audience(course: Course, years_of_classes: Mapping[int, int | None]) -> Audience:
    classes = tuple((key, years_of_classes.get(key)) for key in sorted(course.classes))
    return Audience(course.year_groups, classes)


def years_of_classes(reader: Reader, _asked: Asked) -> Mapping[int, int | None]:
    """Return class -> its year group."""
    table = tables.school_class
    return {row.id: row.year_group_id for row in reader.rows(sa.select(table.c.id, table.c.year_group_id))}
