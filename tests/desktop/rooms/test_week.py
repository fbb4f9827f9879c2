"""The week of a room: drawn with the mouse, typed, changed and removed, and what meets in it."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.rooms.screen import RoomsScreen
from ganztag.desktop.widgets.week_times import WeekTimes
from ganztag.operations.week_times import room_times
from ganztag.queries.week_times import room_times as times_of
from tests.desktop.hands import Recorder, press
from tests.desktop.hosting import Ear, hosted
from tests.offered import Offered


@pytest.fixture
def heard(qtbot: QtBot, desk: Desk, offered: Offered) -> Iterator[tuple[RoomsScreen, Ear]]:
    with hosted(qtbot, desk, RoomsScreen(desk)) as (made, ear):
        made.go_to(offered.room)
        made.detail.turn_to("week")
        yield made, ear


@pytest.fixture
def screen(heard: tuple[RoomsScreen, Ear]) -> RoomsScreen:
    return heard[0]


def draw(week: WeekTimes, weekday: int, first: int, last: int) -> None:
    start, stop = week.place_of(weekday, first), week.place_of(weekday, last)
    QTest.mousePress(week, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(week, (start + stop) / 2)
    QTest.mouseMove(week, stop)
    QTest.mouseRelease(week, Qt.MouseButton.LeftButton, pos=stop)


def hours(desk: Desk, room: int) -> list[tuple[int, time | None, time | None, bool]]:
    return [(one.weekday, one.opens, one.closes, one.available) for one in desk.office.read(times_of, room)]


def test_a_time_is_drawn_with_the_mouse_and_taken_back(screen: RoomsScreen, desk: Desk, offered: Offered) -> None:
    draw(screen.detail.week.week, 3, 8 * 60, 13 * 60)
    assert hours(desk, offered.room) == [(3, time(8), time(13), False)]
    assert screen.detail.week.week.chosen_time() == screen.detail.week.table.chosen_id() is not None
    desk.office.undo()
    assert hours(desk, offered.room) == []
    assert screen.detail.week.rows.all() == []


def test_a_short_drag_and_escape_draw_nothing(screen: RoomsScreen, desk: Desk, offered: Offered) -> None:
    week = screen.detail.week.week
    draw(week, 3, 8 * 60, 8 * 60 + 3)
    start = week.place_of(3, 8 * 60)
    QTest.mousePress(week, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(week, week.place_of(3, 10 * 60))
    press(week, Qt.Key.Key_Escape)
    QTest.mouseRelease(week, Qt.MouseButton.LeftButton, pos=week.place_of(3, 10 * 60))
    assert hours(desk, offered.room) == []


def test_what_is_drawn_is_free_time_after_the_switch(screen: RoomsScreen, desk: Desk, offered: Offered) -> None:
    press(screen.detail.week.kinds, Qt.Key.Key_Right)
    draw(screen.detail.week.week, 2, 13 * 60, 16 * 60)
    assert hours(desk, offered.room) == [(2, time(13), time(16), True)]


def test_a_time_that_overlaps_is_refused_below_the_week(screen: RoomsScreen, desk: Desk, offered: Offered) -> None:
    desk.office.do(room_times.add(offered.room, 3, opens=time(8), closes=time(13)))
    draw(screen.detail.week.week, 3, 16 * 60, 12 * 60)  # from below, into the morning
    assert len(hours(desk, offered.room)) == 1
    assert "Mi 08:00–13:00" in screen.detail.week.complaint.text()
    draw(screen.detail.week.week, 3, 14 * 60, 16 * 60)
    assert screen.detail.week.complaint.isHidden()


def test_del_removes_the_chosen_time_and_not_the_room(screen: RoomsScreen, desk: Desk, offered: Offered) -> None:
    desk.office.do(room_times.add(offered.room, 1, 2, opens=time(8), closes=time(13)))
    week = screen.detail.week.week
    week.setFocus(Qt.FocusReason.TabFocusReason)
    press(week, Qt.Key.Key_Right)
    press(week, Qt.Key.Key_Delete)
    assert len(hours(desk, offered.room)) == 1
    assert offered.room in screen.rows.visible_ids()


def test_arrows_walk_over_times_and_meetings(screen: RoomsScreen, desk: Desk, offered: Offered) -> None:
    desk.office.do(room_times.add(offered.room, 1, 2, opens=time(8), closes=time(13), reason="Unterricht"))
    week = screen.detail.week.week
    said = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        press(week, key)
        said.append(week.accessibleDescription())
    assert said[0].startswith("Mo 08:00–13:00")
    assert said[1].startswith("Mo 14:00–15:30")
    assert said[2].startswith("Di 08:00–13:00")
    assert said[3].startswith("Mo 14:00–15:30")


def test_the_dialog_adds_a_time_on_several_days(
    screen: RoomsScreen, desk: Desk, ask: Recorder, offered: Offered
) -> None:
    def fill(dialog: Any) -> None:
        dialog.put({"weekdays": frozenset({1, 4}), "opens": time(8), "closes": time(13), "reason": "Unterricht"})

    ask.answers = [fill]
    screen.detail.week.add_button.click()
    assert [hour[0] for hour in hours(desk, offered.room)] == [1, 4]


def test_the_dialog_stays_and_says_what_is_wrong(
    screen: RoomsScreen, desk: Desk, ask: Recorder, offered: Offered
) -> None:
    seen = []

    def fill(dialog: Any) -> None:
        dialog.put({"weekdays": frozenset({1}), "opens": time(13), "closes": time(8)})
        dialog.accept()
        seen.append(dialog.banner.sentence())
        dialog.put({"weekdays": frozenset({1}), "opens": time(8), "closes": time(13)})

    ask.answers = [fill]
    press(screen.detail.week.week, Qt.Key.Key_Insert)
    assert seen != [""]
    assert hours(desk, offered.room) == [(1, time(8), time(13), False)]


def test_enter_opens_a_time_to_be_changed(screen: RoomsScreen, desk: Desk, ask: Recorder, offered: Offered) -> None:
    desk.office.do(room_times.add(offered.room, 1, opens=time(8), closes=time(13), ends=date(2027, 1, 31)))

    def fill(dialog: Any) -> None:
        assert dialog.form.values()["closes"] == time(13)
        dialog.form.editor("closes").setText("12")

    ask.answers = [fill]
    week = screen.detail.week.week
    press(week, Qt.Key.Key_Down)
    press(week, Qt.Key.Key_Return)
    assert hours(desk, offered.room) == [(1, time(8), time(12), False)]


def test_what_meets_is_shown_free_blocks_too_and_a_double_click_leads_to_the_course(
    heard: tuple[RoomsScreen, Ear], offered: Offered
) -> None:
    screen, ear = heard
    week = screen.detail.week.week
    assert [block.weekday for block in week.free_blocks()] == [2]
    at: QPoint = week.place_of(1, 14 * 60 + 30)
    QTest.mouseDClick(week, Qt.MouseButton.LeftButton, pos=at)
    assert ear.places == [Place("courses", offered.robotics)]


def test_a_meeting_while_the_room_is_not_free_is_a_conflict_in_list_and_detail(
    screen: RoomsScreen, desk: Desk, offered: Offered
) -> None:
    desk.office.do(room_times.add(offered.room, 1, opens=time(15), reason="Verein"))
    assert any("Verein" in sentence for sentence in screen.detail.notices.sentences())
    room = screen.rows.row_of(offered.room)
    assert room is not None
    assert room.troubles == 1
    screen.go_to_chip("conflict")
    assert screen.rows.visible_ids() == [offered.room]
