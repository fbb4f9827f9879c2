"""Attendance is entered, taken back, and tells who was away too often."""

from datetime import date, timedelta

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import attendance, enrolments
from ganztag.queries import attendance as queries
from ganztag.queries import history
from ganztag.queries.attendance_sheets import attendance_sheets
from ganztag.queries.paper_rows import Mark
from tests.offered import Offered

MONDAY = date(2026, 9, 14)


def enter(offered: Offered, pupil: int, *days: date, state: str = "unexcused") -> None:
    meeting = offered.course(offered.robotics).meetings[0].id
    for day in days:
        offered.office.do(attendance.enter((meeting, day), {pupil: state}))


def test_a_note_is_changed_and_taken_back(offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    enter(offered, offered.ada, MONDAY)
    enter(offered, offered.ada, MONDAY, state="excused")
    (row,) = offered.office.read(queries.of_course, offered.term.id, offered.robotics).rows
    assert (row.count("excused"), row.count("unexcused")) == (1, 0)
    enter(offered, offered.ada, MONDAY, state="")
    (row,) = offered.office.read(queries.of_course, offered.term.id, offered.robotics).rows
    assert row.states == {}


def test_nobody_knows_who_will_be_there(offered: Offered) -> None:
    with pytest.raises(Objection):
        enter(offered, offered.ada, MONDAY + timedelta(days=7))


def test_a_child_away_too_often_is_told_until_it_leaves(offered: Offered) -> None:
    key = offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    earlier = [MONDAY - timedelta(weeks=weeks) for weeks in range(3)]
    enter(offered, offered.ada, *earlier[:2])
    assert offered.office.read(queries.warnings, offered.term.id, 3) == []
    enter(offered, offered.ada, earlier[2])
    (told,) = offered.office.read(queries.warnings, offered.term.id, 3)
    assert (told.pupil_id, told.course_id, told.unexcused) == (offered.ada, offered.robotics, 3)
    assert told.days == tuple(sorted(earlier))
    assert offered.office.read(queries.warnings, offered.term.id, 0) == []
    offered.office.do(enrolments.end(key, MONDAY))
    assert offered.office.read(queries.warnings, offered.term.id, 3) == []


def test_the_printed_list_shows_what_is_entered(offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    enter(offered, offered.ada, MONDAY, state="excused")
    now = offered.office.clock.now()
    (sheet,) = offered.office.read(attendance_sheets, offered.term.id, now, (offered.robotics,))
    assert sheet.rows[0].marks == ((MONDAY, Mark.EXCUSED),)


def test_the_history_of_a_child_is_not_filled_with_its_attendance(offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    before = offered.office.read(history.of_pupil, offered.ada)
    enter(offered, offered.ada, MONDAY)
    assert before
    assert offered.office.read(history.of_pupil, offered.ada) == before
