"""Who is in which course: rows with the days on which each enrolment really holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.domain.pupils import list_name
from ganztag.language import sort_key
from ganztag.queries import frame
from ganztag.queries.courses import of_term
from ganztag.queries.spans import in_span
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class EnrolmentRow:
    """A child in a course. *starts*, *ends* as written (None: open); *first*, *last* within the course's time."""

    id: int
    pupil_id: int
    course_id: int
    starts: date | None
    ends: date | None
    reason: str
    rank: int | None
    allocation_run_id: int | None
    ended_as: str
    first: date
    last: date

    def holds_on(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A child of a course as its list shows it; *name* is ``von der Heide, Zoë``, *school_class* that of the day."""

    id: int
    pupil_id: int
    name: str
    school_class: str
    starts: date | None
    ends: date | None
    rank: int | None
    reason: str
    search_key: str


def course_spans(reader: Reader, course_ids: Iterable[int] | None = None) -> dict[int, tuple[date, date]]:
    """Return the first and last day of each course: its own, else those of its half-year or of the school year."""
    course, term, year = tables.course, tables.term, tables.school_year
    statement = (
        sa.select(
            course.c.id,
            sa.func.coalesce(course.c.starts, term.c.starts, year.c.starts).label("first"),
            sa.func.coalesce(course.c.ends, term.c.ends, year.c.ends).label("last"),
        )
        .join(year, year.c.id == course.c.school_year_id)
        .outerjoin(term, term.c.id == course.c.term_id)
    )
    if course_ids is not None:
        statement = statement.where(course.c.id.in_(tuple(course_ids)))
    return {row.id: (row.first, row.last) for row in reader.rows(statement)}


def enrolments(reader: Reader, term_id: int) -> list[EnrolmentRow]:
    """Return all enrolments in the courses of a half-year that hold on any of its days, in the order they were made."""
    term = frame.term(reader, term_id)
    enrolment, course = tables.enrolment, tables.course
    statement = (
        sa.select(*enrolment.c)
        .join(course, course.c.id == enrolment.c.course_id)
        .where(of_term(term), in_span(enrolment, term.starts, term.ends))
    )
    return _rows(reader, statement)


def enrolments_of_pupils(reader: Reader, pupil_ids: Iterable[int]) -> list[EnrolmentRow]:
    """Return all enrolments of these children, those of past half-years included."""
    return _rows(reader, sa.select(*tables.enrolment.c).where(tables.enrolment.c.pupil_id.in_(tuple(pupil_ids))))


def enrolments_of_courses(reader: Reader, course_ids: Iterable[int]) -> list[EnrolmentRow]:
    return _rows(reader, sa.select(*tables.enrolment.c).where(tables.enrolment.c.course_id.in_(tuple(course_ids))))


def _rows(reader: Reader, statement: sa.Select[tuple[object, ...]]) -> list[EnrolmentRow]:
    found = reader.rows(statement.order_by(tables.enrolment.c.id))
    spans = course_spans(reader, {row.course_id for row in found})
    return [
        EnrolmentRow(
            **row._mapping,
            first=max(spans[row.course_id][0], row.starts or spans[row.course_id][0]),
            last=min(spans[row.course_id][1], row.ends or spans[row.course_id][1]),
        )
        for row in found
    ]


def participants(reader: Reader, course_id: int, day: date) -> list[ParticipantRow]:
    """Return the children who are in the course on *day* or join it later, in the order of their names."""
    enrolment, pupil = tables.enrolment, tables.pupil
    statement = (
        sa.select(
            enrolment.c.id, enrolment.c.pupil_id, enrolment.c.starts, enrolment.c.ends, enrolment.c.rank,
            enrolment.c.reason, pupil.c.surname, pupil.c.prefix, pupil.c.call_name, pupil.c.search_key,
        )
        .join(pupil, pupil.c.id == enrolment.c.pupil_id)
        .where(enrolment.c.course_id == course_id, sa.or_(enrolment.c.ends.is_(None), enrolment.c.ends >= day))
    )  # fmt: skip
    rows = reader.rows(statement)
    classes = class_names(reader, {row.pupil_id for row in rows}, day)
    found = [
        ParticipantRow(
            row.id,
            row.pupil_id,
            list_name(row.surname, row.prefix, row.call_name),
            classes.get(row.pupil_id, ""),
            row.starts,
            row.ends,
            row.rank,
            row.reason,
            row.search_key,
        )
        for row in rows
    ]
    return sorted(found, key=lambda row: (sort_key(row.name), row.id))


def class_names(reader: Reader, pupil_ids: Iterable[int], day: date) -> dict[int, str]:
    """Return the class of each child on *day*, of the school year then; groups are left out."""
    membership, school_class, year = tables.class_membership, tables.school_class, tables.school_year
    statement = (
        sa.select(membership.c.pupil_id, school_class.c.name)
        .join(school_class, school_class.c.id == membership.c.school_class_id)
        .join(year, year.c.id == school_class.c.school_year_id)
        .where(
            membership.c.pupil_id.in_(tuple(pupil_ids)),
            school_class.c.kind == "class",
            year.c.starts <= day,
            year.c.ends >= day,
            in_span(membership, day, day),
        )
        .order_by(membership.c.id)
    )
    return {row.pupil_id: row.name for row in reader.rows(statement)}
