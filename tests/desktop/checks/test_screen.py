"""What the coordinator sees of what does not fit, and what she does about it."""

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ganztag.desktop.checks.reading import CheckRow
from ganztag.desktop.checks.screen import ChecksScreen
from ganztag.desktop.desk import Desk, Place
from ganztag.operations import courses, meetings, rooms
from ganztag.operations.meetings import NewMeeting
from ganztag.queries import courses as reading
from tests.desktop.hands import press, type_text
from tests.desktop.hosting import Ear, hosted


@pytest.fixture
def clash(desk: Desk) -> tuple[int, int]:
    """Two courses in the same room at the same time."""
    room = desk.office.do(rooms.add("Werkraum"))
    meeting = NewMeeting(weekday=1, starts=time(14), ends=time(15), room_id=room)
    first, second = (desk.office.do(courses.add(desk.term(), title, [meeting])) for title in ("Keramik", "Nähen"))
    return first, second


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk, clash: tuple[int, int]) -> Iterator[tuple[ChecksScreen, Ear]]:
    with hosted(qtbot, desk, ChecksScreen(desk)) as made:
        yield made


def _rows(screen: ChecksScreen, code: str) -> list[CheckRow]:
    return [row for row in screen.rows.visible() if row.code == code]


def _choose_clash(screen: ChecksScreen) -> CheckRow:
    row = _rows(screen, "room twice")[0]
    screen.table.choose(row.id)
    return row


def test_a_double_booking_stands_there_once_and_names_both_courses(shown: tuple[ChecksScreen, Ear]) -> None:
    screen, _ear = shown
    (row,) = _rows(screen, "room twice")
    assert "Keramik" in row.sentence
    assert "Nähen" in row.sentence
    assert row.severity == "error"


def test_a_click_leads_to_either_side_of_it(shown: tuple[ChecksScreen, Ear], clash: tuple[int, int]) -> None:
    screen, ear = shown
    _choose_clash(screen)
    for button in screen.detail._ways.findChildren(QPushButton):
        button.click()
    assert {Place("courses", clash[0]), Place("courses", clash[1])} <= set(ear.places)


def test_it_is_let_stand_only_with_a_reason_and_counts_no_more(shown: tuple[ChecksScreen, Ear], desk: Desk) -> None:
    screen, _ear = shown
    row = _choose_clash(screen)
    screen.detail.accept_button.click()
    assert screen.banner.sentence()
    assert _rows(screen, "room twice")
    type_text(screen.detail.reason, "Beide teilen sich den Raum")
    press(screen.detail.reason, Qt.Key.Key_Return)
    assert not _rows(screen, "room twice")
    screen.go_to_chip("exception")
    assert [(r.id, r.reason) for r in screen.rows.visible()] == [(row.id, "Beide teilen sich den Raum")]


def test_an_exception_is_taken_back_by_a_button_and_by_undo(shown: tuple[ChecksScreen, Ear], desk: Desk) -> None:
    screen, _ear = shown
    _choose_clash(screen)
    type_text(screen.detail.reason, "geht so")
    screen.detail.accept_button.click()
    desk.office.undo()
    assert _rows(screen, "room twice")
    desk.office.redo()
    screen.go_to_chip("exception")
    screen.detail.withdraw_button.click()
    screen.go_to_chip("open")
    assert _rows(screen, "room twice")


def test_what_was_mended_elsewhere_is_gone_at_once(
    shown: tuple[ChecksScreen, Ear], desk: Desk, clash: tuple[int, int]
) -> None:
    screen, _ear = shown
    course = desk.office.read(reading.course, clash[0], desk.term().id)
    assert course is not None
    desk.office.do(meetings.change(course.meetings[0].id, weekday=2))
    assert not _rows(screen, "room twice")


def test_the_overview_leads_to_one_kind_or_one_severity(shown: tuple[ChecksScreen, Ear]) -> None:
    screen, _ear = shown
    screen.go_to_chip("code:room twice")
    assert {row.code for row in screen.rows.visible()} == {"room twice"}
    screen.go_to_chip("warning")
    assert {row.severity for row in screen.rows.visible()} == {"warning"}


def test_a_reason_that_is_being_typed_survives_news(shown: tuple[ChecksScreen, Ear], desk: Desk) -> None:
    screen, _ear = shown
    _choose_clash(screen)
    type_text(screen.detail.reason, "mit der Sch")
    desk.office.do(rooms.add("Aula"))
    assert screen.detail.reason.text() == "mit der Sch"


def test_enter_on_a_line_leads_to_where_it_is_mended(shown: tuple[ChecksScreen, Ear], clash: tuple[int, int]) -> None:
    screen, ear = shown
    _choose_clash(screen)
    press(screen.table, Qt.Key.Key_Return)
    assert ear.places
    assert ear.places[0].screen in {"courses", "rooms"}
