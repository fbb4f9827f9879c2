"""Enrolments: into a course, out of it, into another; and what speaks against it."""

from datetime import date, time

import pytest

from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.operations import courses, enrolments, leaving, meetings, school
from ganztag.operations.admission import NewEnrolment, Stay, most_at_once
from ganztag.operations.operation import Operation
from ganztag.queries.enrolments import class_names, enrolments_of_pupils, participants
from tests.offered import Offered


def test_a_child_is_enrolled_and_the_deed_bears_its_name(offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    assert offered.course(offered.robotics).enrolled == 1
    assert "Ada Yılmaz" in str(offered.office.undo_label)
    (row,) = offered.office.read(participants, offered.robotics, date(2026, 9, 14))
    assert (row.name, row.school_class) == ("Yılmaz, Ada", "5a")
    offered.office.undo()
    assert offered.course(offered.robotics).enrolled == 0
    offered.office.redo()
    assert offered.course(offered.robotics).enrolled == 1


def test_a_full_course_objects_and_nothing_changes(offered: Offered) -> None:
    for pupil in (offered.ada, offered.ben):
        offered.office.do(enrolments.enrol(pupil, offered.robotics))
    with pytest.raises(Objection) as said:
        offered.office.do(enrolments.enrol(offered.cem, offered.robotics))
    assert said.value.advice is not None
    assert offered.course(offered.robotics).enrolled == 2
    offered.office.do(enrolments.enrol(offered.cem, offered.robotics, even_if_full=True))
    assert offered.course(offered.robotics).too_many


def test_the_place_of_a_child_that_left_is_free(offered: Offered) -> None:
    first = offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    offered.office.do(enrolments.enrol(offered.ben, offered.robotics))
    offered.office.do(enrolments.end(first, date(2026, 9, 20), "Abmeldung"))
    with pytest.raises(Objection):
        offered.office.do(enrolments.enrol(offered.cem, offered.robotics, date(2026, 9, 20)))
    offered.office.do(enrolments.enrol(offered.cem, offered.robotics, date(2026, 9, 21)))
    assert offered.course(offered.robotics).enrolled == 3


def test_nobody_is_in_a_course_twice(offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.volleyball))
    with pytest.raises(Objection):
        offered.office.do(enrolments.enrol(offered.ada, offered.volleyball, date(2026, 10, 1)))


def test_a_course_for_another_year_group_objects_unless_it_is_an_exception(offered: Offered) -> None:
    with pytest.raises(Objection):
        offered.office.do(enrolments.enrol(offered.dana, offered.robotics))
    offered.office.do(enrolments.enrol(offered.dana, offered.robotics, even_if_not_allowed=True))
    assert offered.course(offered.robotics).enrolled == 1


def test_two_courses_at_the_same_time_object_by_the_clock(offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.choir))
    with pytest.raises(Objection, match="Chor"):
        offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    (meeting,) = offered.course(offered.choir).meetings
    offered.office.do(meetings.change(meeting.id, time_block_id=None, weekday=1, starts=time(15, 30), ends=time(16)))
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    assert offered.course(offered.robotics).enrolled == 1


def test_a_clash_that_is_over_does_not_matter(offered: Offered) -> None:
    first = offered.office.do(enrolments.enrol(offered.ada, offered.choir))
    offered.office.do(enrolments.end(first, date(2026, 10, 1)))
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics, date(2026, 10, 2)))


def test_who_left_the_school_is_not_enrolled(offered: Offered) -> None:
    offered.office.do(leaving.leave(offered.ada, date(2026, 9, 30)))
    with pytest.raises(Objection):
        offered.office.do(enrolments.enrol(offered.ada, offered.volleyball, date(2026, 10, 1)))


def test_a_struck_course_takes_nobody(offered: Offered) -> None:
    offered.office.do(courses.set_status(offered.choir, "struck"))
    with pytest.raises(Objection):
        offered.office.do(enrolments.enrol(offered.ada, offered.choir))


def test_a_child_moves_from_a_day_on_and_the_reason_stays(offered: Offered) -> None:
    first = offered.office.do(enrolments.enrol(offered.ada, offered.choir))
    second = offered.office.do(enrolments.move(first, offered.robotics, date(2026, 9, 21), "Wunsch der Eltern"))
    rows = {row.id: row for row in offered.office.read(enrolments_of_pupils, (offered.ada,))}
    assert rows[first].ends == date(2026, 9, 20)
    assert (rows[second].starts, rows[second].reason) == (date(2026, 9, 21), "Wunsch der Eltern")
    offered.office.undo()
    (row,) = offered.office.read(enrolments_of_pupils, (offered.ada,))
    assert (row.id, row.ends) == (first, None)


def test_moving_before_the_first_day_leaves_no_trace_in_the_old_course(offered: Offered) -> None:
    first = offered.office.do(enrolments.enrol(offered.ada, offered.choir))
    second = offered.office.do(enrolments.move(first, offered.robotics, date(2026, 8, 1)))
    assert [row.id for row in offered.office.read(enrolments_of_pupils, (offered.ada,))] == [second]


def test_an_objection_to_the_new_course_leaves_the_child_in_the_old_one(offered: Offered) -> None:
    first = offered.office.do(enrolments.enrol(offered.dana, offered.choir))
    with pytest.raises(Objection):
        offered.office.do(enrolments.move(first, offered.robotics, date(2026, 9, 21)))
    (row,) = offered.office.read(enrolments_of_pupils, (offered.dana,))
    assert (row.course_id, row.ends) == (offered.choir, None)


def test_an_enrolment_cannot_end_before_it_began(offered: Offered) -> None:
    first = offered.office.do(enrolments.enrol(offered.ada, offered.choir, date(2026, 10, 1)))
    with pytest.raises(Objection):
        offered.office.do(enrolments.end(first, date(2026, 9, 20)))
    offered.office.do(enrolments.remove(first))
    assert offered.office.read(enrolments_of_pupils, (offered.ada,)) == []


def test_many_are_enrolled_at_once_or_none(offered: Offered) -> None:
    news = [NewEnrolment(pupil, offered.robotics, rank=1) for pupil in (offered.ada, offered.ben, offered.cem)]
    with pytest.raises(Objection):
        offered.office.do(Operation(N_("Allocate"), lambda work: enrolments.enrol_all(work, news)))
    assert offered.course(offered.robotics).enrolled == 0
    ids = offered.office.do(Operation(N_("Allocate"), lambda work: enrolments.enrol_all(work, news[:2])))
    rows = offered.office.read(enrolments_of_pupils, (offered.ada, offered.ben))
    assert [(row.id, row.rank) for row in rows] == [(ids[0], 1), (ids[1], 1)]


def test_children_that_follow_each_other_need_one_place() -> None:
    first, second = date(2026, 9, 1), date(2026, 10, 1)
    stays = [Stay(1, 1, first, date(2026, 9, 30)), Stay(2, 1, second, date(2027, 1, 31))]
    assert most_at_once(stays, first, date(2027, 1, 31)) == 1
    assert most_at_once([*stays, Stay(3, 1, date(2026, 9, 15), second)], first, second) == 2


def test_children_are_taken_out_from_a_day_on_and_those_who_had_not_begun_never_were(offered: Offered) -> None:
    begun = offered.office.do(enrolments.enrol(offered.ada, offered.choir))
    later = offered.office.do(enrolments.enrol(offered.ben, offered.choir, date(2026, 10, 1)))
    assert offered.office.do(enrolments.take_out([begun, later], date(2026, 9, 21), "krank")) == 2
    (row,) = offered.office.read(enrolments_of_pupils, [offered.ada, offered.ben])
    assert (row.id, row.ends, row.reason) == (begun, date(2026, 9, 20), "krank")


def test_taking_out_a_child_whose_enrolment_is_gone_meanwhile_does_nothing(offered: Offered) -> None:
    gone = offered.office.do(enrolments.enrol(offered.ada, offered.choir))
    offered.office.do(enrolments.remove(gone))
    assert offered.office.do(enrolments.take_out([gone], date(2026, 9, 21))) == 0


def test_the_class_of_last_year_is_not_that_of_the_next(offered: Offered) -> None:
    offered.office.do(school.add_next_year())
    assert offered.office.read(class_names, [offered.ada], date(2027, 7, 31)) == {offered.ada: "5a"}
    assert offered.office.read(class_names, [offered.ada], date(2027, 8, 1)) == {}
