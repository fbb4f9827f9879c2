"""What leaders earn in other half-years of the calendar years that a half-year touches."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import sqlalchemy as sa

from ganztag.domain.sessions import EVERYBODY
from ganztag.planning import pay
from ganztag.planning.offer import Course, Earned, Meeting
from ganztag.queries import frame as frames
from ganztag.queries import settings
from ganztag.queries.contracts import contracts
from ganztag.queries.courses import of_term
from ganztag.queries.offer import courses, dates, frame, leaders
from ganztag.queries.offer.frame import Asked
from ganztag.queries.offer.sessions import changes, sessions
from ganztag.queries.series import audiences
from ganztag.storage import tables
from ganztag.storage.reader import Reader


def earned(reader: Reader, asked: Asked) -> tuple[Earned, ...]:
    """Return the sums of the other half-years, from the calendar year of the day that counts on."""
    paid = leaders.pays(contracts(reader))
    first, last = date(asked.day.year, 1, 1), date(asked.term.ends.year, 12, 31)
    others = (row for row in frames.terms(reader) if row.id != asked.term.id)
    rows = (
        row
        for term in others
        if paid and term.starts <= last and term.ends >= first
        for row in pay.earned(paid, _led(reader, Asked(term, asked.day), frozenset(paid)), asked.day)
    )
    return pay.summed(row for row in rows if first.year <= row.year <= last.year)


def _led(reader: Reader, asked: Asked, paid: frozenset[int]) -> Iterator[pay.Held]:
    """Yield what those who are paid lead in one half-year; of what was changed on a date also what others lead."""
    noted, leader = changes(reader, asked), tables.meeting_leader
    led = reader.rows(sa.select(leader.c.meeting_id).where(leader.c.staff_id.in_(paid)))
    spans = _courses(reader, asked)
    here = replace(asked, courses=frozenset(spans))
    meetings = courses.meetings(reader, here, frozenset(noted).union(row.meeting_id for row in led))
    found = _dates(reader, here, meetings, spans)
    return pay.led(paid, meetings, found, sessions(noted, meetings, found))


def _courses(reader: Reader, asked: Asked) -> Mapping[int, Course]:
    """Return the courses of a half-year that are not struck, with their spans only."""
    course = tables.course
    statement = sa.select(course.c.id, course.c.title, course.c.starts, course.c.ends)
    rows = reader.rows(statement.where(of_term(asked.term), course.c.status != "struck"))
    return {row.id: Course(row.id, row.title, starts=row.starts, ends=row.ends) for row in rows}


def _dates(
    reader: Reader, asked: Asked, meetings: tuple[Meeting, ...], spans: Mapping[int, Course]
) -> Mapping[int, tuple[date, ...]]:
    here = {meeting.course for meeting in meetings}
    if not here:
        return {}
    whom = audiences(reader, here)
    for_whom = {
        key: replace(
            spans[key],
            year_groups=whom.get(key, EVERYBODY).year_group_ids,
            classes=frozenset(one for one, _year in whom.get(key, EVERYBODY).classes),
        )
        for key in here
    }
    alternate = settings.settings(reader).alternate_in_holidays
    calendar = dates.Calendar(asked, frame.days_off(reader, asked), alternate_in_holidays=alternate)
    return calendar.dates(meetings, for_whom, dates.years_of_classes(reader, asked))
