"""A child leaves the school: everything ends with one day and one deed; and it may come back."""

from datetime import date, time

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import leaving, pupils, staying
from ganztag.operations.office import Office
from ganztag.queries.enrolments import enrolments_of_pupils
from tests.operations.children import MONDAY, add_child, add_class, add_course, detail, enrol, row

LAST = date(2026, 10, 16)
AFTER = date(2026, 10, 19)


def _child(office: Office) -> int:
    pupil_id = add_child(office, class_id=add_class(office, "6b"))
    office.do(staying.set_leave(pupil_id, 1, time(15), "alone"))
    enrol(office, pupil_id, add_course(office, "Robotik", 1))
    return pupil_id


def test_leaving_ends_class_days_leave_times_and_courses_with_that_day(office: Office) -> None:
    pupil_id = _child(office)
    office.do(leaving.leave(pupil_id, LAST))
    before, after = row(office, pupil_id, LAST), row(office, pupil_id, AFTER)
    assert (before.class_name, before.courses, before.left, len(before.booked)) == ("6b", 1, False, 5)
    assert (after.class_name, after.courses, after.left, after.booked) == ("", 0, True, ())
    assert [found.ends for found in office.read(enrolments_of_pupils, [pupil_id])] == [LAST]
    assert detail(office, pupil_id, AFTER).week[0].leaves is None


def test_leaving_is_one_deed_to_undo(office: Office) -> None:
    pupil_id = _child(office)
    before = detail(office, pupil_id)
    office.do(leaving.leave(pupil_id, LAST))
    office.undo()
    after = detail(office, pupil_id)
    assert (after.exit, after.week, after.memberships) == (None, before.week, before.memberships)


def test_a_later_last_day_takes_everything_along(office: Office) -> None:
    pupil_id = _child(office)
    office.do(leaving.leave(pupil_id, LAST))
    office.do(leaving.leave(pupil_id, AFTER))
    assert (row(office, pupil_id, AFTER).class_name, row(office, pupil_id, AFTER).courses) == ("6b", 1)


def test_a_course_that_would_only_begin_later_is_gone(office: Office) -> None:
    pupil_id = _child(office)
    enrol(office, pupil_id, add_course(office, "Chor", 2), starts=AFTER)
    office.do(leaving.leave(pupil_id, LAST))
    assert len(office.read(enrolments_of_pupils, [pupil_id])) == 1


def test_leaving_before_joining_is_refused(office: Office) -> None:
    pupil_id = _child(office)
    office.do(pupils.edit(pupil_id, entry=date(2026, 9, 1)))
    with pytest.raises(Objection):
        office.do(leaving.leave(pupil_id, date(2026, 8, 31)))
    assert row(office, pupil_id).exit is None


def test_a_child_that_comes_back_has_its_class_days_and_leave_times_but_no_course(office: Office) -> None:
    pupil_id = _child(office)
    office.do(leaving.leave(pupil_id, LAST))
    back = date(2026, 11, 2)
    office.do(leaving.come_back(pupil_id, back))
    away, again = row(office, pupil_id, AFTER), row(office, pupil_id, back)
    assert (away.class_name, away.booked) == ("", ())
    assert (again.class_name, again.booked, again.courses, again.exit) == ("6b", (1, 2, 3, 4, 5), 0, None)
    assert detail(office, pupil_id, back).week[0].leaves == time(15)


def test_coming_back_at_once_leaves_no_gap(office: Office) -> None:
    pupil_id = _child(office)
    office.do(leaving.leave(pupil_id, LAST))
    office.do(leaving.come_back(pupil_id, MONDAY))
    assert len(detail(office, pupil_id).memberships) == 1
    assert detail(office, pupil_id).memberships[0].ends is None


def test_only_who_has_left_comes_back(office: Office) -> None:
    with pytest.raises(Objection):
        office.do(leaving.come_back(_child(office)))
