"""The children a ballot is for: who is at the school, in which classes and year group, and when they are not free."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time, timedelta

import sqlalchemy as sa

from ganztag.domain.pupils import list_name
from ganztag.domain.school_year import WEEKDAYS, days_between, minutes_of
from ganztag.language import sort_key
from ganztag.queries import frame
from ganztag.queries.calendar import days_off
from ganztag.queries.courses import CourseRow
from ganztag.queries.meetings import MeetingRow
from ganztag.queries.spans import in_span, still_at_school
from ganztag.storage import tables
from ganztag.storage.reader import Reader

_SETTLING_IN = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class VoterRow:
    """A child; *class_ids* holds its groups too, *name* is ``von der Heide, Zoë``. *days*: booked; empty: not said."""

    id: int
    name: str
    class_id: int | None
    class_name: str
    class_ids: frozenset[int]
    year_group_id: int | None
    days: frozenset[int]
    search_key: str

    def stays_on(self, weekday: int) -> bool:
        return not self.days or weekday in self.days


def first_day(reader: Reader, term: frame.TermRow, today: date) -> date:
    """Return the first day on which an allocation that is accepted *today* holds.

    That is the first day of the half-year, also in its first four school weeks, when courses are only settling in;
    later it is today, so that what was before stays as it was.
    """
    settled = _first_school_day(reader, term) + _SETTLING_IN
    return today if settled < today <= term.ends else term.starts


def _first_school_day(reader: Reader, term: frame.TermRow) -> date:
    """Return the first weekday of the half-year that is off for nobody: summer holidays may reach into it."""
    free = [off for off in days_off(reader, term.starts, term.ends) if not off.scope]
    for day in days_between(term.starts, term.ends):
        if day.isoweekday() in WEEKDAYS and not any(off.starts <= day <= off.ends for off in free):
            return day
    return term.starts


def voters(reader: Reader, term: frame.TermRow, day: date) -> list[VoterRow]:
    """Return the children who are at the school from *day* on, in the order of classes and of the class list."""
    counts, pupil = _counts(reader, term, day), tables.pupil
    statement = sa.select(
        pupil.c.id, pupil.c.surname, pupil.c.prefix, pupil.c.call_name, pupil.c.year_group_id, pupil.c.search_key
    ).where(*_may_vote(term, counts))
    classes, bookings = _classes(reader, term, counts), _bookings(reader, term, counts)
    found = [_voter(row, classes.get(row.id, []), bookings.get(row.id, frozenset())) for row in reader.rows(statement)]
    return sorted(found, key=lambda row: (not row.class_name, sort_key(row.class_name), sort_key(row.name), row.id))


def voter_ids(reader: Reader, term: frame.TermRow, day: date) -> frozenset[int]:
    """Return the same children, where only their number counts."""
    rows = reader.rows(sa.select(tables.pupil.c.id).where(*_may_vote(term, _counts(reader, term, day))))
    return frozenset(row.id for row in rows)


def _counts(reader: Reader, term: frame.TermRow, day: date) -> date:
    return max(term.day_that_counts(day), first_day(reader, term, day))


def _may_vote(term: frame.TermRow, day: date) -> tuple[sa.ColumnElement[bool], ...]:
    pupil = tables.pupil
    return (still_at_school(day), sa.or_(pupil.c.entry.is_(None), pupil.c.entry <= term.ends))


def _voter(
    row: sa.Row[tuple[object, ...]], classes: list[sa.Row[tuple[object, ...]]], days: frozenset[int]
) -> VoterRow:
    own = next((school_class for school_class in classes if school_class.kind == "class"), None)
    return VoterRow(
        id=row.id,
        name=list_name(row.surname, row.prefix, row.call_name),
        class_id=own.id if own else None,
        class_name=own.name if own else "",
        class_ids=frozenset(school_class.id for school_class in classes),
        year_group_id=row.year_group_id if row.year_group_id is not None else own.year_group_id if own else None,
        days=days,
        search_key=row.search_key,
    )


def _classes(reader: Reader, term: frame.TermRow, day: date) -> dict[int, list[sa.Row[tuple[object, ...]]]]:
    """Return for each child its classes and groups of the school year from *day* on, today's first."""
    link, school_class = tables.class_membership, tables.school_class
    statement = (
        sa.select(
            link.c.pupil_id, link.c.starts, school_class.c.id, school_class.c.name, school_class.c.kind,
            school_class.c.year_group_id,
        )
        .join(school_class, school_class.c.id == link.c.school_class_id)
        .where(school_class.c.school_year_id == term.school_year_id, in_span(link, day, term.ends))
    )  # fmt: skip
    found: dict[int, list[sa.Row[tuple[object, ...]]]] = defaultdict(list)
    for row in sorted(reader.rows(statement), key=lambda row: row.starts or date.min):
        found[row.pupil_id].append(row)
    return found


def _bookings(reader: Reader, term: frame.TermRow, day: date) -> dict[int, frozenset[int]]:
    booking = tables.booking
    statement = sa.select(booking.c.pupil_id, booking.c.weekday).where(in_span(booking, day, term.ends))
    found: dict[int, set[int]] = defaultdict(set)
    for row in reader.rows(statement):
        found[row.pupil_id].add(row.weekday)
    return {pupil: frozenset(days) for pupil, days in found.items()}


@dataclass(frozen=True, slots=True)
class Stay:
    """A child is in a course already, by hand or in another way than this ballot's own allocation."""

    pupil_id: int
    course_id: int


def stays(reader: Reader, courses: Collection[CourseRow], first: date, last: date, but: Collection[int]) -> list[Stay]:
    """Return who is in which of the *courses* from *first* to *last*; the enrolments *but* do not count."""
    enrolment = tables.enrolment
    ids = tuple(course.id for course in courses)
    statement = (
        sa.select(enrolment.c.id, enrolment.c.pupil_id, enrolment.c.course_id)
        .where(enrolment.c.course_id.in_(ids), in_span(enrolment, first, last))
        .order_by(enrolment.c.id)
    )
    found = {Stay(row.pupil_id, row.course_id): None for row in reader.rows(statement) if row.id not in but}
    return list(found)


def minutes(moment: time | None, otherwise: int) -> int:
    return otherwise if moment is None else minutes_of(moment)


def times_of(meeting: MeetingRow) -> tuple[int, int, int]:
    """Return weekday, start and end in minutes since midnight; a meeting without times takes the whole day."""
    return (meeting.weekday, minutes(meeting.starts, 0), minutes(meeting.ends, 24 * 60))
