"""What the coordinator does with the people who lead, and what she then sees."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.staff.led import LedButton
from ganztag.desktop.staff.screen import StaffScreen
from ganztag.domain.courses import Meeting, MeetingLeader
from ganztag.language import N_
from ganztag.operations import staff
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from tests.desktop.hands import press, type_text
from tests.desktop.hosting import hosted
from tests.operations.children import add_course


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> Iterator[StaffScreen]:
    with hosted(qtbot, desk, StaffScreen(desk)) as (made, _ear):
        yield made


def lead(office: Office, staff_id: int, course_id: int) -> None:
    def run(work: Work) -> None:
        for meeting in work.all(Meeting, course_id=course_id):
            work.add(MeetingLeader(meeting_id=meeting.id, staff_id=staff_id))

    office.do(Operation(N_("Lead"), run))


def surnames(screen: StaffScreen) -> list[str]:
    return [row.surname for row in screen.rows.visible()]


def test_an_empty_school_teaches_what_will_stand_here(screen: StaffScreen) -> None:
    assert screen._empty.isVisible()
    assert not screen.table.isVisible()


def test_a_new_person_is_chosen_and_the_name_can_be_typed_at_once(screen: StaffScreen) -> None:
    screen.add()
    editor = screen.detail.form.editor("surname")
    editor.selectAll()
    type_text(editor, "Öztürk")
    press(editor, Qt.Key.Key_Return)
    assert surnames(screen) == ["Öztürk"]


def test_a_second_code_is_refused_under_the_field(screen: StaffScreen, desk: Desk) -> None:
    desk.office.do(staff.add(surname="Öztürk", code="ÖZ"))
    weiss = desk.office.do(staff.add(surname="Weiß"))
    screen.go_to(weiss)
    editor = screen.detail.form.editor("code")
    type_text(editor, "ÖZ")
    press(editor, Qt.Key.Key_Return)
    assert "Öztürk" in screen.detail.form.complaint("code")


def test_what_a_person_leads_stands_beside_it_and_leads_to_the_course(screen: StaffScreen, desk: Desk) -> None:
    person = desk.office.do(staff.add(surname="Öztürk"))
    robots, choir = add_course(desk.office, "Robotik", 1), add_course(desk.office, "Chor", 1)
    for course in (robots, choir):
        lead(desk.office, person, course)
    buttons = screen.detail.findChildren(LedButton)
    assert [button.meeting.title for button in buttons] == ["Robotik", "Chor"]
    assert "Chor" in buttons[0].accessibleName()
    led: list[Place] = []
    screen.wanted.connect(led.append)
    buttons[1].click()
    assert led == [Place("courses", choir)]


def test_people_are_found_by_what_they_lead_and_by_chip(screen: StaffScreen, desk: Desk) -> None:
    person = desk.office.do(staff.add(surname="Öztürk"))
    desk.office.do(staff.add(surname="Weiß", kind="volunteer"))
    lead(desk.office, person, add_course(desk.office, "Robotik", 1))
    type_text(screen.filters.search, "robo")
    assert surnames(screen) == ["Öztürk"]
    screen.filters.search.clear()
    screen.go_to_chip("nothing")
    assert surnames(screen) == ["Weiß"]
    screen.go_to(person)
    assert screen.table.chosen_id() == person


def test_a_person_is_deleted_and_comes_back_but_not_while_leading(screen: StaffScreen, desk: Desk) -> None:
    person = desk.office.do(staff.add(surname="Öztürk"))
    screen.verbs.delete.trigger()
    assert surnames(screen) == []
    screen.banner._button.click()
    assert surnames(screen) == ["Öztürk"]
    lead(desk.office, person, add_course(desk.office, "Robotik", 1))
    screen.go_to(person)
    screen.verbs.delete.trigger()
    assert screen.banner.tone() == "bad"
    assert surnames(screen) == ["Öztürk"]


def test_a_duplicate_is_chosen(screen: StaffScreen, desk: Desk) -> None:
    person = desk.office.do(staff.add(surname="Öztürk", call_name="Gülay", code="ÖZ"))
    screen.verbs.duplicate.trigger()
    assert len(surnames(screen)) == 2
    assert screen.table.chosen_id() not in (None, person)
