"""Entering attendance with mouse and keys, and what is seen then."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag.desktop.attendance.screen import AttendanceScreen
from ganztag.desktop.desk import Desk, Place
from ganztag.operations import enrolments
from ganztag.queries import attendance as queries
from tests.desktop.hands import press
from tests.desktop.hosting import hosted
from tests.offered import Offered

MONDAY = date(2026, 9, 14)


def states(offered: Offered) -> list[dict[date, str]]:
    found = offered.office.read(queries.of_course, offered.term.id, offered.robotics)
    return [{key[1]: state for key, state in row.states.items()} for row in found.rows]


def test_a_key_says_how_it_was_and_goes_to_the_next_child(qtbot: QtBot, offered: Offered, desk: Desk) -> None:
    for pupil in (offered.ada, offered.ben):
        offered.office.do(enrolments.enrol(pupil, offered.robotics))
    with hosted(qtbot, desk, AttendanceScreen(desk)) as (screen, _ear):
        screen.go_to(offered.robotics)
        assert screen.day == MONDAY
        press(screen.grid, Qt.Key.Key_U)
        press(screen.grid, Qt.Key.Key_Space)
        assert states(offered) == [{MONDAY: "unexcused"}, {MONDAY: "present"}]
        assert "Robotik" in str(offered.office.undo_label)
        press(screen.grid, Qt.Key.Key_Delete)
        assert states(offered)[1] == {}
        (row,) = [one for one in screen.rows.all() if one.session.course_id == offered.robotics]
        assert (row.entered, row.away, row.is_entered) == (1, 1, False)


def test_signs_for_an_earlier_date_are_set_one_below_the_other(qtbot: QtBot, offered: Offered, desk: Desk) -> None:
    for pupil in (offered.ada, offered.ben):
        offered.office.do(enrolments.enrol(pupil, offered.robotics))
    with hosted(qtbot, desk, AttendanceScreen(desk)) as (screen, _ear):
        screen.go_to(offered.robotics)
        press(screen.grid, Qt.Key.Key_Left)
        earlier = screen.grid.column()
        assert earlier is not None
        assert earlier.day < MONDAY
        press(screen.grid, Qt.Key.Key_U)
        press(screen.grid, Qt.Key.Key_U)
        assert states(offered) == [{earlier.day: "unexcused"}, {earlier.day: "unexcused"}]


def test_all_others_were_there_at_one_click(qtbot: QtBot, offered: Offered, desk: Desk) -> None:
    for pupil in (offered.ada, offered.ben):
        offered.office.do(enrolments.enrol(pupil, offered.robotics))
    with hosted(qtbot, desk, AttendanceScreen(desk)) as (screen, _ear):
        screen.go_to(offered.robotics)
        press(screen.grid, Qt.Key.Key_E)
        screen.sheet.rest.click()
        assert [set(row.values()) for row in states(offered)] == [{"excused"}, {"present"}]
        assert not screen.sheet.rest.isEnabled()
        offered.office.undo()
        assert [set(row.values()) for row in states(offered)] == [{"excused"}, set()]


def test_what_is_still_to_come_is_refused_in_words(qtbot: QtBot, offered: Offered, desk: Desk) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    with hosted(qtbot, desk, AttendanceScreen(desk)) as (screen, _ear):
        screen.go_to(offered.robotics)
        press(screen.grid, Qt.Key.Key_Right)
        press(screen.grid, Qt.Key.Key_U)
        assert states(offered) == [{}]
        assert screen.banner.sentence()


def test_without_any_course_it_leads_to_the_courses(qtbot: QtBot, desk: Desk) -> None:
    with hosted(qtbot, desk, AttendanceScreen(desk)) as (screen, ear):
        assert not screen._to_day.isVisible()
        screen._to_courses.click()
        assert ear.places == [Place("courses")]
