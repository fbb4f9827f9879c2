"""Without a mouse: new, search, find, edit, delete and take back, from one screen to the next."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ganztag.desktop.finder import Finder
from ganztag.desktop.main_window import MainWindow
from ganztag.desktop.opening import Opening
from ganztag.desktop.rooms.screen import RoomsScreen
from ganztag.desktop.theme import Theme
from ganztag.operations import rooms
from ganztag.operations.office import Office
from tests.desktop.hands import press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(empty_school: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "school.ganztag"
    copy.write_bytes(empty_school.read_bytes())
    return copy


@pytest.fixture
def office(opening: Opening, path: Path, window: MainWindow, qtbot: QtBot) -> Office:
    """Return the office of the school that is open in the active window, with two rooms; the rooms are shown."""
    assert opening.open(path)
    assert opening.school is not None
    found = opening.school.desk.office
    found.do(rooms.add("Aula"))
    found.do(rooms.add("Werkraum"))
    opening.school.turn_to("rooms")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return found


def screen_of(window: MainWindow) -> RoomsScreen:
    screen = window.host.screen_of("rooms")
    assert isinstance(screen, RoomsScreen)
    return screen


def codes(window: MainWindow) -> list[str]:
    return [room.code for room in screen_of(window).rows.all()]


def focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def test_ctrl_n_adds_a_row_whose_name_is_typed_at_once(window: MainWindow, office: Office) -> None:
    QTest.keyClick(focus(), Qt.Key.Key_N, CTRL)
    editor = screen_of(window).detail.form.editor("code")
    assert focus() is editor
    type_text(editor, "Küche")
    press(editor, Qt.Key.Key_Return)
    assert codes(window) == ["Aula", "Küche", "Werkraum"]


def test_where_nothing_can_be_added_there_is_no_such_command(window: MainWindow, office: Office) -> None:
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    assert not window.actions_.named["add"].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_4, CTRL)
    assert window.actions_.named["add"].isEnabled()


def test_ctrl_f_goes_to_the_search_of_the_screen(window: MainWindow, office: Office) -> None:
    screen = screen_of(window)
    screen.table.setFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_F, CTRL)
    assert focus() is screen.filters.search
    type_text(focus(), "werk")
    assert [room.code for room in screen.rows.visible()] == ["Werkraum"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_and_f2_in_the_list_lead_to_the_fields(window: MainWindow, office: Office, key: Qt.Key) -> None:
    screen = screen_of(window)
    screen.table.setFocus()
    QTest.keyClick(screen.table, key)
    assert focus() is screen.detail.form.editor("code")


def test_del_deletes_and_the_banner_takes_it_back(window: MainWindow, office: Office) -> None:
    screen = screen_of(window)
    screen.table.setFocus()
    screen.table.choose(screen.rows.visible_ids()[0])
    QTest.keyClick(screen.table, Qt.Key.Key_Delete)
    assert codes(window) == ["Werkraum"]
    assert screen.banner.tone() == "ok"
    screen.banner._button.click()
    assert codes(window) == ["Aula", "Werkraum"]


def test_ctrl_y_does_again_what_ctrl_z_took_back(window: MainWindow, office: Office) -> None:
    screen = screen_of(window)
    screen.table.setFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_Z, CTRL)
    assert codes(window) == ["Aula"]
    QTest.keyClick(screen.table, Qt.Key.Key_Y, CTRL)
    assert codes(window) == ["Aula", "Werkraum"]
    QTest.keyClick(screen.table, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(screen.table, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert codes(window) == ["Aula", "Werkraum"]


def test_tab_goes_from_the_search_over_the_chips_into_the_list(window: MainWindow, office: Office) -> None:
    screen = screen_of(window)
    screen.filters.search.setFocus()
    seen = []
    for _step in range(4):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        seen.append(focus())
    assert seen[-1] is screen.table
    assert [widget.objectName() for widget in seen[:-1]] == ["all", "used", "free"]
    QTest.keyClick(focus(), Qt.Key.Key_Backtab)
    assert focus() is seen[-2]


def find(window: MainWindow, text: str) -> Finder:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    finder = next(found for found in window.findChildren(Finder) if found.isVisible())
    type_text(finder.search, text)
    return finder


def test_ctrl_k_finds_what_begins_so_before_what_only_holds_it(window: MainWindow, office: Office) -> None:
    office.do(rooms.add("Laula"))
    finder = find(window, "aul")
    assert [hit.text for hit in finder.rows.visible()][:2] == ["Aula", "Laula"]
    press(finder.search, Qt.Key.Key_Return)
    assert screen_of(window).table.chosen_id() == office_id(window, "Aula")


def office_id(window: MainWindow, code: str) -> int:
    return next(room.id for room in screen_of(window).rows.all() if room.code == code)


def test_ctrl_k_knows_the_themes(window: MainWindow, office: Office, theme: Theme) -> None:
    press(find(window, "dunkel").search, Qt.Key.Key_Return)
    assert theme.chosen == "dark"


def test_without_a_file_there_is_nothing_to_add_or_to_find(window: MainWindow) -> None:
    named = window.actions_.named
    assert [named[key].isEnabled() for key in ("add", "search", "find", "close_file")] == [False] * 4
    assert named["open"].isEnabled()
