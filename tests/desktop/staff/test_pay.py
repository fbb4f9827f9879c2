"""Contracts, hours and fees beside the list, and the list of all of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.staff.fee_card import AllowanceBar
from ganztag.desktop.staff.screen import StaffScreen
from ganztag.exchange.reading import read_sheets
from ganztag.operations import contracts, sessions, staff
from ganztag.queries.contracts import contracts as contracts_of
from ganztag.queries.contracts import incomes
from tests.desktop.hands import Recorder, press, type_text
from tests.desktop.hosting import hosted
from tests.operations.children import add_course
from tests.queries.test_fees import lead


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> Iterator[StaffScreen]:
    with hosted(qtbot, desk, StaffScreen(desk)) as (made, _ear):
        yield made


@pytest.fixture
def person(desk: Desk) -> int:
    person = desk.office.do(staff.add(surname="Öztürk", call_name="Gülay", kind="freelancer"))
    lead(desk.office, add_course(desk.office, "Robotik", 1), person)
    return person


def test_a_contract_is_added_filled_and_deleted_by_hand(screen: StaffScreen, desk: Desk, person: int) -> None:
    screen.go_to(person)
    screen.detail.turn_to("pay")
    cards = screen.detail.pay.contracts
    cards.add_button.click()
    ((key, card),) = cards.cards.items()
    for field, text in (("number", "HON-2026-1"), ("rate_cents", "24,5"), ("starts", "1.8.2026")):
        editor = card.form.editor(field)
        editor.clear()
        type_text(editor, text)
        press(editor, Qt.Key.Key_Return)
    unit = card.form.editor("unit_minutes")
    unit.pick(60)
    unit.picked.emit(60)
    (signed,) = desk.office.read(contracts_of)[person]
    assert (signed.id, signed.number, signed.rate_cents, signed.unit_minutes) == (key, "HON-2026-1", 2450, 60)
    assert signed.starts == date(2026, 8, 1)
    assert card.form.editor("rate_cents").text() == "24,50"
    card._remove.click()
    assert cards.cards == {}
    screen.banner._button.click()
    assert list(cards.cards) == [key]


def test_a_rate_that_is_no_amount_is_refused_under_its_field(screen: StaffScreen, desk: Desk, person: int) -> None:
    desk.office.do(contracts.add(person, rate_cents=2450))
    screen.go_to(person)
    screen.detail.turn_to("pay")
    (card,) = screen.detail.pay.contracts.cards.values()
    editor = card.form.editor("rate_cents")
    editor.clear()
    type_text(editor, "viel")
    press(editor, Qt.Key.Key_Return)
    assert "viel" in card.form.complaint("rate_cents")
    assert desk.office.read(contracts_of)[person][0].rate_cents == 2450


def test_hours_and_fees_follow_the_real_sessions(screen: StaffScreen, desk: Desk, person: int) -> None:
    desk.office.do(contracts.add(person, rate_cents=2450, allowance="trainer"))
    screen.go_to(person)
    screen.detail.turn_to("pay")
    table = screen.detail.pay.fees.table
    count = table.rows.rowCount()
    first = table.rows.visible()[0]
    assert first.cents == 3267
    desk.office.do(sessions.cancel([(first.id[0], first.id[2])], "Hitzefrei"))
    assert table.rows.rowCount() == count
    assert not table.rows.visible()[0].counts
    (bar,) = screen.detail.pay.fees.findChildren(AllowanceBar)
    assert "3.300,00" in bar.accessibleName()


def test_what_is_earned_elsewhere_is_typed_beside_the_bar(screen: StaffScreen, desk: Desk, person: int) -> None:
    desk.office.do(contracts.add(person, rate_cents=2450, allowance="trainer"))
    screen.go_to(person)
    screen.detail.turn_to("pay")
    editor = screen.detail.pay.fees.form.editor("income")
    type_text(editor, "3.000")
    press(editor, Qt.Key.Key_Return)
    assert desk.office.read(incomes)[person, 2026].cents == 300_000
    screen.turn_to("fees")
    assert screen.views.fees.rows.visible()[0].state == "will_be_over"


def test_a_session_without_a_rate_is_told(screen: StaffScreen, desk: Desk, person: int) -> None:
    screen.turn_to("fees")
    (row,) = screen.views.fees.rows.visible()
    assert row.state == "no_rate"
    desk.office.do(contracts.add(person, rate_cents=2450))
    (row,) = screen.views.fees.rows.visible()
    assert row.state in ("ok", "reported")


def test_the_list_of_fees_is_sorted_copied_and_leads_the_detail(screen: StaffScreen, desk: Desk, person: int) -> None:
    desk.office.do(contracts.add(person, rate_cents=2450))
    other = desk.office.do(staff.add(surname="Aydın", kind="freelancer"))
    screen.turn_to("fees")
    table = screen.views.fees.table
    assert [row.id for row in table.rows.visible()] == [other, person]
    assert screen.detail.section() == "pay"
    place = next(place for place, one in enumerate(table.rows.columns) if one.key == "fee")
    table.sortByColumn(place, Qt.SortOrder.DescendingOrder)
    assert [row.id for row in table.rows.visible()] == [person, other]
    table.choose(person)
    assert screen.table.chosen_id() == person
    table.copy()
    assert "Öztürk, Gülay" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_list_of_fees_is_saved_as_a_table(
    screen: StaffScreen, desk: Desk, person: int, ask: Recorder, tmp_path: Path, ending: str
) -> None:
    desk.office.do(contracts.add(person, number="HON-1", rate_cents=2450))
    screen.turn_to("fees")
    path = tmp_path / f"fees.{ending}"
    ask.answers.append(path)
    screen._save.click()
    (sheet,) = read_sheets(path).sheets
    assert [row.cells[0] for row in sheet.rows][1:] == ["Öztürk, Gülay"]
    assert "HON-1" in sheet.rows[1].cells
    assert path.name in screen.banner.sentence()


def test_the_times_of_a_person_are_entered_in_the_week(screen: StaffScreen, desk: Desk, person: int) -> None:
    from ganztag.queries.week_times import staff_times

    screen.go_to(person)
    screen.detail.turn_to("times")
    screen.detail.times.week.drawn.emit(2, None, None)
    (time,) = desk.office.read(staff_times, person)
    assert (time.weekday, time.available) == (2, False)
    assert [event.title for event in screen.detail.events()] == ["Robotik"]
