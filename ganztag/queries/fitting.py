"""Which courses a child could come into on a day, and what speaks against the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.language import N_, Message
from ganztag.queries.courses import CourseRow, allowed, courses
from ganztag.queries.enrolments import enrolments_of_pupils
from ganztag.queries.meetings import at_the_same_time
from ganztag.queries.spans import in_span
from ganztag.storage import tables
from ganztag.storage.reader import Reader

_OPEN = ("offered", "running")


@dataclass(frozen=True, slots=True)
class FittingRow:
    """A course; *against* is what speaks against it, None where it fits."""

    course: CourseRow
    against: Message | None

    @property
    def id(self) -> int:
        return self.course.id

    @property
    def fits(self) -> bool:
        return self.against is None


def fitting(reader: Reader, pupil_id: int, term_id: int, day: date, leaving: int | None = None) -> list[FittingRow]:
    """Return the courses of the half-year that take place, those that fit first.

    *leaving* is the enrolment that would end: its course is no clash, and is left out.
    """
    found = [course for course in courses(reader, term_id, day) if course.status in _OPEN]
    stays = [row for row in enrolments_of_pupils(reader, [pupil_id]) if row.last >= day and row.id != leaving]
    by_id = {course.id: course for course in found}
    taken = [by_id[row.course_id] for row in stays if row.course_id in by_id]
    left_out = {course.id for course in taken} | {_course_of(reader, leaving)}
    year_group_id, class_ids = _belonging(reader, pupil_id, day)
    rows = [
        FittingRow(course, _against(course, taken, open_to_child=allowed(course, year_group_id, class_ids)))
        for course in found
        if course.id not in left_out
    ]
    return sorted(rows, key=lambda row: not row.fits)


def _against(course: CourseRow, taken: Sequence[CourseRow], *, open_to_child: bool) -> Message | None:
    if not open_to_child:
        return N_("not for this year group")
    for other in taken:
        if any(at_the_same_time(one, two) for one in course.meetings for two in other.meetings):
            return N_("same time as {course}", course=other.short_name or other.title)
    return N_("full") if course.full else None


def _belonging(reader: Reader, pupil_id: int, day: date) -> tuple[int | None, set[int]]:
    """Return the child's year group, else that of its class, and the classes and groups it is in on *day*."""
    pupil, link, school_class = tables.pupil, tables.class_membership, tables.school_class
    rows = reader.rows(
        sa.select(school_class.c.id, school_class.c.kind, school_class.c.year_group_id)
        .join(link, link.c.school_class_id == school_class.c.id)
        .where(link.c.pupil_id == pupil_id, in_span(link, day, day))
        .order_by(link.c.id)
    )
    year = reader.value(sa.select(pupil.c.year_group_id).where(pupil.c.id == pupil_id))
    of_class = next((row.year_group_id for row in rows if row.kind == "class"), None)
    return (of_class if year is None else year), {row.id for row in rows}


def _course_of(reader: Reader, enrolment_id: int | None) -> int | None:
    enrolment = tables.enrolment
    found: int | None = reader.value(sa.select(enrolment.c.course_id).where(enrolment.c.id == enrolment_id))
    return found
