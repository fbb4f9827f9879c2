"""What a course may be: its name, its sizes, and a number of its own in its half-year."""

import re

from ganztag.domain.courses import COURSE_KINDS, COURSE_STATUSES, SHORT_NAME_SIZE, Course
from ganztag.domain.objection import Objection
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
    if course.kind not in COURSE_KINDS or course.status not in COURSE_STATUSES:
        raise Objection(N_("A course cannot be of this kind or status."))
    course.resize(course.min_size, course.max_size)
    other = _with_this_number(work, course) if course.number else None
    if other is not None:
        raise Objection(N_("{other} already has the number {number}.", other=other.title, number=course.number))


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
    taken = {course.number for course in work.all(Course, school_year_id=school_year_id)}
    pattern = re.compile(r"^(.*?)(\d+)(\D*)$")
    parted = [match.groups() for number in sorted(taken) if (match := pattern.match(number))]
    model = pattern.match(like)
    before, digits, after = model.groups() if model else (parted[-1] if parted else ("", "1", ""))
    same = [int(middle) for start, middle, end in parted if (start, end) == (before, after)]
    number = max(same, default=0)
    while True:
        number += 1
        text = f"{before}{number:0{len(digits) if digits.startswith('0') else 1}d}{after}"
        if text not in taken:
            return text
