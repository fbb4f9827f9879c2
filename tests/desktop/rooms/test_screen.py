"""What the coordinator does with rooms, and what she then sees."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.office_signals import OfficeSignals
from ganztag.desktop.rooms.screen import RoomsScreen
from ganztag.desktop.screens import ScreenHost
from ganztag.operations import rooms
from tests.desktop.hands import Recorder, press, type_text
from tests.desktop.hosting import hosted


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> Iterator[RoomsScreen]:
    with hosted(qtbot, desk, RoomsScreen(desk)) as (made, _ear):
        yield made


def codes(screen: RoomsScreen) -> list[str]:
    return [room.code for room in screen.rows.visible()]


def test_an_empty_school_teaches_what_will_stand_here(screen: RoomsScreen) -> None:
    assert screen._empty.isVisible()
    assert not screen.table.isVisible()


def test_a_new_room_is_chosen_and_its_name_can_be_typed_at_once(screen: RoomsScreen) -> None:
    screen.add()
    editor = screen.detail.form.editor("code")
    editor.selectAll()
    type_text(editor, "Küche")
    press(editor, Qt.Key.Key_Return)
    assert codes(screen) == ["Küche"]


def test_a_second_room_of_that_name_is_refused_under_the_field(screen: RoomsScreen, desk: Desk) -> None:
    desk.office.do(rooms.add("Aula"))
    desk.office.do(rooms.add("Bib"))
    screen.go_to(screen.rows.visible_ids()[1])
    editor = screen.detail.form.editor("code")
    editor.clear()
    type_text(editor, "Aula")
    press(editor, Qt.Key.Key_Return)
    assert screen.detail.form.complaint("code")
    assert codes(screen) == ["Aula", "Bib"]


def test_a_room_is_deleted_and_comes_back_with_undo(screen: RoomsScreen, desk: Desk) -> None:
    desk.office.do(rooms.add("Aula"))
    screen.verbs.delete.trigger()
    assert codes(screen) == []
    assert "Aula" in screen.banner.sentence()
    desk.office.undo()
    assert codes(screen) == ["Aula"]


def test_a_duplicate_is_chosen(screen: RoomsScreen, desk: Desk) -> None:
    desk.office.do(rooms.add("Aula", seats=200))
    screen.verbs.duplicate.trigger()
    assert codes(screen) == ["Aula", "Aula (2)"]
    chosen = screen.table.chosen_id()
    assert chosen is not None
    room = screen.rows.row_of(chosen)
    assert room is not None
    assert (room.code, room.seats) == ("Aula (2)", 200)


def test_search_and_chips_narrow_the_list(screen: RoomsScreen, desk: Desk) -> None:
    desk.office.do(rooms.add("Aula", equipment="Klavier"))
    desk.office.do(rooms.add("Bib"))
    type_text(screen.filters.search, "klavier")
    assert codes(screen) == ["Aula"]
    press(screen.filters.search, Qt.Key.Key_Escape)
    screen.filters.turn_on("used")
    assert codes(screen) == []
    screen.filters.turn_on("free")
    assert codes(screen) == ["Aula", "Bib"]


def test_news_reach_a_screen_that_is_not_seen_when_it_is_next_shown(qtbot: QtBot, desk: Desk) -> None:
    first, second, host = RoomsScreen(desk), RoomsScreen(desk), ScreenHost()
    second.key = "other"
    host.add(first)
    host.add(second)
    qtbot.addWidget(host)
    host.turn_to("rooms")
    host.turn_to("other")
    signals = OfficeSignals(desk.office, host)
    signals.changed.connect(host.news)
    desk.office.do(rooms.add("Aula"))
    assert codes(second) == ["Aula"]
    assert codes(first) == []
    host.turn_to("rooms")
    assert codes(first) == ["Aula"]


def test_rooms_are_brought_in_from_a_file_and_taken_back_from_the_banner(
    screen: RoomsScreen, ask: Recorder, tmp_path: Path
) -> None:
    file = tmp_path / "rooms.csv"
    file.write_text("Raum;Plätze\nAula;200\nWerkraum;16\n", encoding="utf-8")
    ask.answers = [file, lambda _dialog: None]
    screen._import_first.click()
    assert [(room.code, room.seats) for room in screen.rows.all()] == [("Aula", 200), ("Werkraum", 16)]
    screen.banner._button.click()
    assert screen.rows.all() == []
