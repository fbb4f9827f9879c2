"""A few children and courses to try things on."""

from datetime import date, time

from ganztag.domain.courses import Course, Meeting, Offer
from ganztag.domain.enrolment import Enrolment
from ganztag.language import N_
from ganztag.operations import classes, pupils
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import frame
from ganztag.queries import pupils as pupil_rows
from ganztag.queries.pupils import PupilDetail, PupilRow

MONDAY = date(2026, 9, 14)


def add_class(office: Office, name: str) -> int:
    return office.do(classes.add(office.read(frame.term).school_year_id, name))


def add_child(office: Office, name: str = "Tola Adeyemi", class_id: int | None = None) -> int:
    call_name, _blank, surname = name.partition(" ")
    return office.do(pupils.add(surname=surname, call_name=call_name, class_id=class_id))


def add_course(office: Office, title: str, weekday: int, status: str = "running") -> int:
    """Add a course that meets once a week from 14 to 15."""
    term = office.read(frame.term)

    def run(work: Work) -> int:
        offer = work.add(Offer(title=title))
        course = Course(
            offer_id=offer.id, school_year_id=term.school_year_id, term_id=term.id, title=title, status=status
        )
        course.renew_search_key()
        work.add(course)
        work.add(Meeting(course_id=course.id, weekday=weekday, starts=time(14), ends=time(15)))
        return course.id

    return office.do(Operation(N_("Add a course"), run))


def enrol(office: Office, pupil_id: int, course_id: int, starts: date | None = None, ends: date | None = None) -> int:
    def run(work: Work) -> int:
        return work.add(Enrolment(pupil_id=pupil_id, course_id=course_id, starts=starts, ends=ends)).id

    return office.do(Operation(N_("Enrol a child"), run))


def row(office: Office, pupil_id: int, day: date = MONDAY) -> PupilRow:
    found = office.read(pupil_rows.pupils, office.read(frame.term).id, day)
    return next(row for row in found if row.id == pupil_id)


def detail(office: Office, pupil_id: int, day: date = MONDAY) -> PupilDetail:
    return office.read(pupil_rows.detail, pupil_id, office.read(frame.term).id, day)
