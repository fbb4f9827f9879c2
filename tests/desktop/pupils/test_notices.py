"""What does not fit about a child stands on its page, with the way to the other side."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.pupils.screen import PupilsScreen
from ganztag.operations import enrolments, exceptions, meetings, sessions
from tests.desktop.hosting import hosted
from tests.offered import Offered


def notes(screen: PupilsScreen) -> list[str]:
    return screen.page.notices.sentences()


@pytest.fixture
def clash(offered: Offered) -> None:
    """Put Ada into two courses, and let them meet at the same time then."""
    for course in (offered.robotics, offered.volleyball):
        offered.office.do(enrolments.enrol(offered.ada, course, even_if_full=True, even_if_not_allowed=True))
    (volleyball,) = offered.course(offered.volleyball).meetings
    offered.office.do(meetings.change(volleyball.id, time_block_id=offered.monday))


@pytest.mark.usefixtures("clash")
def test_a_child_in_two_courses_at_once_says_so_and_leads_there(qtbot: QtBot, desk: Desk, offered: Offered) -> None:
    with hosted(qtbot, desk, PupilsScreen(desk)) as (screen, ear):
        screen.go_to(offered.ada)
        assert any("Robotik mit Lego" in note and "Volleyball" in note for note in notes(screen))
        screen.page.notices.findChildren(QPushButton)[0].click()
        assert ear.places[0] in (Place("courses", offered.robotics), Place("courses", offered.volleyball))
        screen.go_to(offered.ben)
        assert notes(screen) == []


@pytest.mark.usefixtures("clash")
def test_it_goes_when_it_is_mended_and_when_it_is_let_stand(qtbot: QtBot, desk: Desk, offered: Offered) -> None:
    with hosted(qtbot, desk, PupilsScreen(desk)) as (screen, _ear):
        screen.go_to(offered.ada)
        before = len(notes(screen))
        found = next(one.finding for one in desk.watch.findings() if one.finding.code == "pupil twice")
        desk.office.do(exceptions.accept(offered.term.id, found.key, found.code, "Wechselt in der Mitte"))
        assert len(notes(screen)) == before - 1
        desk.office.undo()
        assert len(notes(screen)) == before
        (volleyball,) = offered.course(offered.volleyball).meetings
        desk.office.do(meetings.change(volleyball.id, time_block_id=offered.tuesday))
        assert len(notes(screen)) == before - 1


def test_children_of_a_moved_session_are_told_too(qtbot: QtBot, desk: Desk, offered: Offered) -> None:
    for course in (offered.robotics, offered.volleyball):
        offered.office.do(enrolments.enrol(offered.ada, course, even_if_full=True, even_if_not_allowed=True))
    (volleyball,) = offered.course(offered.volleyball).meetings
    with hosted(qtbot, desk, PupilsScreen(desk)) as (screen, _ear):
        screen.go_to(offered.ada)
        assert not any("21.09.2026" in note for note in notes(screen))
        desk.office.do(sessions.move(volleyball.id, date(2026, 9, 22), sessions.Target(date(2026, 9, 21))))
        assert any("21.09.2026" in note for note in notes(screen))
