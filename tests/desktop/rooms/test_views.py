"""The heat grid of rooms and the search for a free one."""

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.rooms.screen import RoomsScreen
from ganztag.operations import rooms
from ganztag.operations.week_times import room_times
from tests.desktop.hands import press, type_text
from tests.desktop.hosting import Ear, hosted
from tests.offered import Offered


@pytest.fixture
def heard(qtbot: QtBot, desk: Desk, offered: Offered) -> Iterator[tuple[RoomsScreen, Ear]]:
    desk.office.do(rooms.add("Musik", seats=30, equipment="Klavier, Tafel"))
    desk.office.do(rooms.add("Aula", seats=200, equipment="Klavier"))
    with hosted(qtbot, desk, RoomsScreen(desk)) as (made, ear):
        yield made, ear


@pytest.fixture
def screen(heard: tuple[RoomsScreen, Ear]) -> RoomsScreen:
    return heard[0]


def test_the_heat_grid_says_each_cell_and_a_click_leads_to_the_week_of_the_room(
    heard: tuple[RoomsScreen, Ear], offered: Offered
) -> None:
    screen, ear = heard
    screen.go_to_chip("heat")
    assert not screen.filters.isVisible()
    grid = screen.views.heat
    assert [grid.tip_at(grid.centre_of(row, 0)).split(":")[0] for row in range(3)] == [
        "Aula, Montag 14",
        "Musik, Montag 14",
        "R 104, Montag 14",
    ]
    assert "Robotik" in grid.tip_at(grid.centre_of(2, 0))
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.centre_of(2, 0))
    assert ear.places == [Place("week", chip=f"room:{offered.room}")]


def test_the_keyboard_walks_over_the_grid_opens_a_week_and_looks_for_a_free_room(
    heard: tuple[RoomsScreen, Ear], offered: Offered
) -> None:
    screen, ear = heard
    screen.go_to_chip("heat")
    grid = screen.views.heat
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        press(grid, key)
    assert grid.current() == (2, 1)
    assert "R 104" in grid.accessibleDescription()
    assert "Dienstag" in grid.accessibleDescription()
    press(grid, Qt.Key.Key_Return)
    assert ear.places == [Place("week", chip=f"room:{offered.room}")]
    press(grid, Qt.Key.Key_F)
    assert screen.views.view() == "search"
    assert screen.views.search.form.editor("weekday").value() == 2


def test_a_view_that_is_picked_with_the_mouse_has_the_keys(qtbot: QtBot, screen: RoomsScreen) -> None:
    qtbot.waitActive(screen.window())
    screen.setFocus()
    assert screen.filters.search.hasFocus()
    screen.views.switch.picked.emit("heat")
    assert screen.views.heat.hasFocus()
    screen.views.switch.picked.emit("search")
    assert screen.views.search.form.editor("children").hasFocus()
    screen.views.switch.picked.emit("list")
    assert screen.filters.search.hasFocus()


def test_the_heat_grid_follows_the_news(screen: RoomsScreen, desk: Desk, offered: Offered) -> None:
    screen.go_to_chip("heat")
    grid = screen.views.heat
    desk.office.do(room_times.add(offered.room, 2, reason="Verein"))
    assert "Verein" in grid.tip_at(grid.centre_of(2, 1))
    desk.office.undo()
    assert "Verein" not in grid.tip_at(grid.centre_of(2, 1))


def test_a_free_room_is_found_by_time_children_and_equipment(screen: RoomsScreen, desk: Desk, offered: Offered) -> None:
    screen.go_to_chip("search")
    search = screen.views.search
    assert [row.name for row in search.rows.visible() if not row.free] == ["R 104"]
    children, equipment = search.form.editor("children"), search.form.editor("equipment")
    type_text(children, "20")
    press(children, Qt.Key.Key_Return)
    type_text(equipment, "klavier")
    press(equipment, Qt.Key.Key_Return)
    found = search.rows.visible()
    assert [(row.name, row.free, row.fits) for row in found] == [
        ("Musik", True, True), ("Aula", True, True), ("R 104", False, False),
    ]  # fmt: skip
    assert "Robotik" in found[2].reason
    press(search.table, Qt.Key.Key_Return)
    assert screen.views.view() == "list"
    chosen = screen.table.chosen_id()
    assert chosen == found[0].id


def test_a_time_of_its_own_is_asked_for_and_runs_forwards(screen: RoomsScreen) -> None:
    screen.go_to_chip("search")
    search = screen.views.search
    weekday = search.form.editor("weekday")
    weekday.pick(5)
    weekday.picked.emit(5)
    assert search.rows.all() == []
    opens, closes = search.form.editor("opens"), search.form.editor("closes")
    assert not opens.isHidden()
    opens.setText("14:00")
    opens.left.emit()
    closes.setText("13")
    closes.left.emit()
    assert search.form.complaint("closes")
    closes.setText("15")
    closes.left.emit()
    assert all(row.free for row in search.rows.all())
    assert len(search.rows.all()) == 3


def test_a_room_that_is_closed_says_why(screen: RoomsScreen, desk: Desk, offered: Offered) -> None:
    aula = next(room.id for room in screen.rows.all() if room.code == "Aula")
    desk.office.do(room_times.add(aula, 1, opens=time(8), closes=time(15), reason="Bühnenbau"))
    screen.go_to_chip("search")
    row = screen.views.search.rows.row_of(aula)
    assert row is not None
    assert (row.free, "Bühnenbau" in row.reason) == (False, True)


def test_without_blocks_the_heat_grid_teaches(qtbot: QtBot, desk: Desk) -> None:
    desk.office.do(rooms.add("Aula"))
    with hosted(qtbot, desk, RoomsScreen(desk)) as (made, _ear):
        made.go_to_chip("heat")
        assert not made.views.heat.isVisible()
        made.go_to_chip("search")
        assert made.views.search.rows.all() == []
