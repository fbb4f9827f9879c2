"""The child's page shows how it came to its courses."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint

from ganztag.desktop.desk import Desk
from ganztag.desktop.pupils.screen import PupilsScreen
from ganztag.operations import attendance, enrolments
from ganztag.queries.pupil_attendance import PupilAttendance, attendance_of
from tests.offered import Offered

MONDAY = date(2026, 9, 14)


def enter(offered: Offered, *weeks_ago: int, state: str) -> None:
    meeting = offered.course(offered.robotics).meetings[0].id
    for weeks in weeks_ago:
        offered.office.do(attendance.enter((meeting, MONDAY - timedelta(weeks=weeks)), {offered.ada: state}))


def found(offered: Offered) -> PupilAttendance:
    return offered.office.read(attendance_of, offered.ada, offered.term.id)


def test_nothing_stands_there_before_anything_is_entered(offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    assert found(offered) == PupilAttendance()


def test_each_course_is_a_line_of_its_dates_and_late_counts_as_there(offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    offered.office.do(enrolments.enrol(offered.ada, offered.volleyball))
    enter(offered, 2, state="late")
    enter(offered, 1, state="excused")
    enter(offered, 0, state="present")
    shown = found(offered)
    assert [(line.weekday, line.title) for line in shown.lines] == [(1, "Robotik mit Lego"), (2, "Volleyball")]
    entered = [(mark.day, mark.state) for mark in shown.lines[0].marks if mark.state]
    assert entered == [(MONDAY - timedelta(weeks=2), "late"), (MONDAY - timedelta(weeks=1), "excused"),
                       (MONDAY, "present")]  # fmt: skip
    assert (shown.there, shown.entered, shown.count("excused")) == (2, 3, 1)
    weeks = [mark.week for mark in shown.lines[0].marks]
    assert weeks == sorted(set(weeks))
    assert weeks[-1] < shown.weeks


def test_only_the_dates_on_which_the_child_belonged_to_the_course_are_shown(offered: Offered) -> None:
    key = offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    enter(offered, 1, state="present")
    offered.office.do(enrolments.end(key, MONDAY))
    assert max(mark.day for mark in found(offered).lines[0].marks) == MONDAY


def test_the_page_shows_signs_with_their_days_and_hides_without_any(
    offered: Offered, screen: PupilsScreen, desk: Desk
) -> None:
    assert desk.office is offered.office
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    screen.go_to(offered.ada)
    view = screen.page.attendance
    assert view.isHidden()
    enter(offered, 1, state="unexcused")
    assert not view.isHidden()
    shown = screen.shown()
    assert shown is not None
    line = shown.attendance.lines[0]
    mark = next(mark for mark in line.marks if mark.state)
    view.lines.resize(460, view.lines.sizeHint().height())
    centre = view.lines.centre_of(0, mark)
    assert centre is not None
    assert "07.09." in view.lines.tip_at(centre.toPoint()) or "7. September" in view.lines.tip_at(centre.toPoint())
    assert view.lines.tip_at(QPoint(3, 3)) == ""


def test_where_weeks_have_no_room_the_last_ones_are_seen(offered: Offered, screen: PupilsScreen) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    enter(offered, 0, state="present")
    screen.go_to(offered.ada)
    lines = screen.page.attendance.lines
    shown = found(offered)
    lines.resize(190, 80)
    today = next(mark for mark in shown.lines[0].marks if mark.state)
    assert lines.centre_of(0, today) is not None
    assert lines.centre_of(0, shown.lines[0].marks[-1]) is None
