"""The partners that leaders come from."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.staff.screen import StaffScreen
from ganztag.desktop.widgets.buttons import Button
from ganztag.operations import partners, staff
from ganztag.queries import partners as partner_rows
from tests.desktop.hands import press, type_text
from tests.desktop.hosting import hosted


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> Iterator[StaffScreen]:
    with hosted(qtbot, desk, StaffScreen(desk)) as (made, _ear):
        yield made


def test_a_partner_is_added_named_and_given_to_a_person(screen: StaffScreen, desk: Desk) -> None:
    person = desk.office.do(staff.add(surname="Öztürk", call_name="Gülay", kind="partner"))
    screen.turn_to("partners")
    assert screen.partners.empty.isVisible()
    screen.add()
    editor = screen.partners.form.editor("name")
    editor.selectAll()
    type_text(editor, "TSV Öjendorf")
    press(editor, Qt.Key.Key_Return)
    (club,) = desk.office.read(partner_rows.partners)
    assert club.name == "TSV Öjendorf"
    screen.go_to(person)
    assert screen.tabs.key() == "list"
    choice = screen.detail.form.editor("partner_id")
    choice.pick(club.id)
    choice.picked.emit(club.id)
    assert screen.rows.row_of(person).partner == "TSV Öjendorf"  # type: ignore[union-attr]


def test_a_partner_leads_to_its_people_and_stays_while_they_come(screen: StaffScreen, desk: Desk) -> None:
    club = desk.office.do(partners.add("TSV Öjendorf"))
    person = desk.office.do(staff.add(surname="Öztürk", call_name="Gülay", partner_id=club))
    screen.turn_to("partners")
    screen.partners.verbs.delete.trigger()
    assert screen.banner.tone() == "bad"
    (button,) = [one for one in screen.partners.detail.findChildren(Button) if one.objectName() == str(person)]
    button.click()
    assert (screen.tabs.key(), screen.table.chosen_id()) == ("list", person)


def test_a_second_name_is_refused_under_the_field(screen: StaffScreen, desk: Desk) -> None:
    desk.office.do(partners.add("TSV Öjendorf"))
    club = desk.office.do(partners.add("Musikschule"))
    screen.turn_to("partners")
    screen.partners.table.choose(club)
    editor = screen.partners.form.editor("name")
    editor.clear()
    type_text(editor, "tsv öjendorf")
    press(editor, Qt.Key.Key_Return)
    assert "TSV" in screen.partners.form.complaint("name").upper()


def test_hours_a_week_are_typed_as_hours(screen: StaffScreen, desk: Desk) -> None:
    person = desk.office.do(staff.add(surname="Öztürk"))
    screen.go_to(person)
    editor = screen.detail.form.editor("max_minutes")
    type_text(editor, "6,5")
    press(editor, Qt.Key.Key_Return)
    assert screen.rows.row_of(person).max_minutes == 390  # type: ignore[union-attr]
    assert editor.text() == "6,5"
