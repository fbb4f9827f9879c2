"""Until when a child may leave a course without giving a reason: the trial period of the school."""

from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.queries import frame
from ganztag.queries.enrolments import EnrolmentRow, enrolments_of_courses
from ganztag.queries.series import series_dates
from ganztag.queries.settings import settings
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Trial:
    """The trial period of an enrolment: the child's *first* and *last* day of it, both included."""

    first: date
    last: date

    def holds_on(self, day: date) -> bool:
        return day <= self.last


def trial(reader: Reader, enrolment_id: int) -> Trial:
    """Return the trial period of an enrolment: the school's weeks from the child's first date in the course on."""
    row = enrolment(reader, enrolment_id)
    table = tables.course
    term_id = reader.value(sa.select(table.c.term_id).where(table.c.id == row.course_id))
    term = frame.term(reader, term_id)
    dates = [day for days in series_dates(reader, term.id, [row.course_id]).values() for day in days]
    first = min((day for day in dates if day >= row.first), default=row.first)
    return Trial(first, first + timedelta(weeks=settings(reader).trial_weeks) - timedelta(days=1))


def enrolment(reader: Reader, enrolment_id: int) -> EnrolmentRow:
    """Return one enrolment; objects if it was deleted meanwhile."""
    table = tables.enrolment
    course_id = reader.value(sa.select(table.c.course_id).where(table.c.id == enrolment_id))
    rows = enrolments_of_courses(reader, [course_id]) if course_id is not None else []
    found = next((row for row in rows if row.id == enrolment_id), None)
    if found is None:
        raise Objection(N_("This entry was deleted meanwhile."))
    return found
