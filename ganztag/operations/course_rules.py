"""What a course may be: its name, its sizes, a number of its own in its half-year, and a choice of places."""

from ganztag.domain.course_numbers import next_number
from ganztag.domain.courses import (
    AGAIN,
    COURSE_KINDS,
    COURSE_STATUSES,
    SHORT_NAME_SIZE,
    Course,
    CourseBlock,
    CourseRoom,
    CourseStaff,
)
from ganztag.domain.objection import Objection
from ganztag.domain.school_year import SchoolYear, Term, meets_span
from ganztag.language import N_
from ganztag.operations.operation import Work


def check(work: Work, course: Course) -> None:
    """Object to what a course cannot be."""
    if not course.title:
        raise Objection(N_("A course needs a title."))
    if len(course.short_name) > SHORT_NAME_SIZE:
        raise Objection(
            N_("The short name “{name}” has more than {most} characters.", name=course.short_name, most=SHORT_NAME_SIZE)
        )
    if course.kind not in COURSE_KINDS or course.status not in COURSE_STATUSES or course.again not in AGAIN:
        raise Objection(N_("A course cannot be of this kind or status."))
    course.resize(course.min_size, course.max_size)
    course.check_allocation()
    _check_days(work, course)
    if course.max_per_class is not None and course.max_per_class < 1:
        raise Objection(N_("At least one child of a class has to be allowed."))
    if course.meetings_wanted < 1:
        raise Objection(N_("A course meets at least once a week."))
    other = _with_this_number(work, course) if course.number else None
    if other is not None:
        raise Objection(N_("{other} already has the number {number}.", other=other.title, number=course.number))


def _check_days(work: Work, course: Course) -> None:
    """Object to days of its own that end before they start, or of which none lies in its half-year."""
    if course.starts is not None and course.ends is not None and course.ends < course.starts:
        raise Objection(N_("The last day lies before the first."))
    if course.starts is course.ends is None:
        return
    frame = work.get(SchoolYear, course.school_year_id) if course.term_id is None else work.get(Term, course.term_id)
    if not meets_span(frame.starts, frame.ends, course.starts, course.ends):
        raise Objection(
            N_("These days lie outside the half-year."),
            advice=N_("{term} lasts from {first} to {last}.", term=frame.name, first=frame.starts, last=frame.ends),
        )


def _with_this_number(work: Work, course: Course) -> Course | None:
    """Return another course of the same half-year, or one that overlaps it as a whole-year course, with the number."""
    for other in work.all(Course, school_year_id=course.school_year_id, number=course.number):
        if other is not course and (None in (other.term_id, course.term_id) or other.term_id == course.term_id):
            return other
    return None


def free_number(work: Work, school_year_id: int, like: str = "") -> str:
    """Return a number that no course of the school year has: the highest plus one, written like *like* (K007, 12).

    Without *like* the numbers that are there show how they are written.
    """
    return next_number({course.number for course in work.all(Course, school_year_id=school_year_id)}, like)


def refuse_only_choice(work: Work, kind: type[CourseBlock | CourseRoom | CourseStaff], field: str, key: int) -> None:
    """Object to deleting the only block, room or leader that a course was given: none of them would mean any."""
    for link in work.all(kind, **{field: key}):
        if len(work.all(kind, course_id=link.course_id)) == 1:
            raise Objection(
                N_("{course} has nothing else to choose from.", course=work.get(Course, link.course_id).title),
                advice=N_("Please change first where this course may be placed and who may lead it."),
            )
