"""Which courses a child could come into, and what speaks against the others."""

from datetime import date

from ganztag.domain.courses import Course, CourseYearGroup
from ganztag.language import N_
from ganztag.operations import pupils
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import classes, frame
from ganztag.queries.fitting import fitting
from tests.operations.children import MONDAY, add_child, add_class, add_course, enrol


def _found(office: Office, pupil_id: int, leaving: int | None = None) -> dict[str, str]:
    rows = office.read(fitting, pupil_id, office.read(frame.term).id, MONDAY, leaving)
    return {row.course.title: row.against.msgid if row.against else "" for row in rows}


def _change(office: Office, course_id: int, **values: object) -> None:
    def run(work: Work) -> None:
        for name, value in values.items():
            setattr(work.get(Course, course_id), name, value)

    office.do(Operation(N_("Change"), run))


def test_a_free_course_fits(office: Office) -> None:
    pupil_id = add_child(office)
    add_course(office, "Robotik", 1)
    assert _found(office, pupil_id) == {"Robotik": ""}


def test_struck_and_planned_courses_and_the_own_ones_are_left_out(office: Office) -> None:
    pupil_id = add_child(office)
    add_course(office, "Yoga", 1, status="struck")
    add_course(office, "Imkern", 1, status="planned")
    enrol(office, pupil_id, add_course(office, "Chor", 2))
    assert _found(office, pupil_id) == {}


def test_the_same_time_a_full_course_and_another_year_group_speak_against_it(office: Office) -> None:
    pupil_id = add_child(office, class_id=add_class(office, "5a"))
    enrol(office, pupil_id, add_course(office, "Chor", 1))
    add_course(office, "Robotik", 1)
    full = add_course(office, "Kochen", 2)
    _change(office, full, max_size=1)
    enrol(office, add_child(office, "Femi B"), full)
    older = add_course(office, "Debatte", 3)
    add_class(office, "10a")
    ten = next(row.id for row in office.read(classes.year_groups) if row.label == "10")
    office.do(Operation(N_("Open"), lambda work: work.add(CourseYearGroup(course_id=older, year_group_id=ten)).id))
    add_course(office, "Zirkus", 4)
    found = _found(office, pupil_id)
    assert found == {
        "Zirkus": "", "Robotik": "same time as {course}", "Kochen": "full", "Debatte": "not for this year group",
    }  # fmt: skip
    assert next(iter(found)) == "Zirkus"


def test_the_course_that_is_left_is_no_clash(office: Office) -> None:
    pupil_id = add_child(office)
    choir = enrol(office, pupil_id, add_course(office, "Chor", 1))
    add_course(office, "Robotik", 1)
    assert _found(office, pupil_id) == {"Robotik": "same time as {course}"}
    assert _found(office, pupil_id, choir) == {"Robotik": ""}


def test_a_course_that_ended_is_no_clash(office: Office) -> None:
    pupil_id = add_child(office)
    enrol(office, pupil_id, add_course(office, "Chor", 1), ends=date(2026, 9, 11))
    add_course(office, "Robotik", 1)
    assert _found(office, pupil_id) == {"Chor": "", "Robotik": ""}


def test_a_child_without_a_year_group_of_its_own_has_that_of_its_class(office: Office) -> None:
    pupil_id = add_child(office, class_id=add_class(office, "5a"))
    office.do(pupils.edit(pupil_id, year_group_id=None))
    course_id = add_course(office, "Robotik", 1)
    five = next(row.id for row in office.read(classes.year_groups) if row.label == "5")
    office.do(Operation(N_("Open"), lambda work: work.add(CourseYearGroup(course_id=course_id, year_group_id=five)).id))
    assert _found(office, pupil_id) == {"Robotik": ""}
