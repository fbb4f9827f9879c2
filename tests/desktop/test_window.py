"""The window: files are opened and closed, deeds undone, languages switched, anything found."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.finder import Finder
from ganztag.desktop.jobs import Job, Jobs
from ganztag.desktop.main_window import MainWindow
from ganztag.desktop.new_school import NewSchoolDialog
from ganztag.desktop.opened import OpenSchool
from ganztag.desktop.opening import Opening
from ganztag.desktop.rooms.screen import RoomsScreen
from ganztag.desktop.start_page import FileRow
from ganztag.domain.clock import Clock
from ganztag.language import _
from ganztag.operations import rooms
from ganztag.operations.opening import open_office
from ganztag.queries.rooms import rooms as rooms_there
from tests.desktop.hands import Recorder, press, type_text
from tests.desktop.test_jobs import go_on_until_stopped


@pytest.fixture
def path(empty_school: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "school.ganztag"
    copy.write_bytes(empty_school.read_bytes())
    return copy


def opened(opening: Opening, path: Path) -> OpenSchool:
    assert opening.open(path)
    assert opening.school is not None
    return opening.school


def rooms_screen(window: MainWindow, opening: Opening, path: Path) -> RoomsScreen:
    opened(opening, path).turn_to("rooms")
    screen = window.host.screen_of("rooms")
    assert isinstance(screen, RoomsScreen)
    return screen


def test_opening_a_file_shows_its_school_and_puts_it_among_the_recent(
    window: MainWindow, opening: Opening, path: Path
) -> None:
    opened(opening, path)
    assert window.is_working()
    assert "school" in window.windowTitle()
    opening.close_file()
    assert not window.is_working()
    assert [row.path for row in window.start_page.findChildren(FileRow)] == [path]


def test_a_file_that_is_none_is_refused_on_the_start_page(window: MainWindow, opening: Opening, tmp_path: Path) -> None:
    foreign = tmp_path / "list.ganztag"
    foreign.write_text("Name;Klasse", encoding="utf-8")
    assert not opening.open(foreign)
    assert "list.ganztag" in window.start_page.banner.sentence()
    assert foreign.read_text(encoding="utf-8") == "Name;Klasse"


def test_a_new_school_is_asked_for_made_and_opened(
    window: MainWindow, opening: Opening, ask: Recorder, tmp_path: Path
) -> None:
    target = tmp_path / "Nordschule.ganztag"

    def fill(dialog: NewSchoolDialog) -> None:
        dialog.form.editor("name").setText("Nordschule")
        dialog.form.editor("land").pick("HH")

    ask.answers = [fill, target]
    opening.new()
    assert target.exists()
    assert window.is_working()


def test_a_new_school_without_a_land_is_not_made(qtbot: QtBot, ask: Recorder) -> None:
    dialog = NewSchoolDialog(None)
    qtbot.addWidget(dialog)
    dialog.form.editor("name").setText("Nordschule")
    dialog.accept()
    assert not dialog.result()
    assert dialog.form.complaint("land")


def test_the_sample_school_is_made_and_opened(window: MainWindow, opening: Opening) -> None:
    opening.sample()
    assert opening.school is not None
    assert opening.school.desk.office.path.exists()
    assert window.is_working()


def test_undo_and_redo_name_the_deed_and_the_saved_time_is_shown(
    window: MainWindow, opening: Opening, path: Path
) -> None:
    screen = rooms_screen(window, opening, path)
    school = opening.school
    assert school is not None
    school.desk.office.do(rooms.add("Aula"))
    assert "Aula" in window.actions_.undo.text()
    assert "07:42" in window.navigation.saved()
    assert [room.code for room in screen.rows.all()] == ["Aula"]
    window.actions_.undo.trigger()
    assert screen.rows.all() == []
    assert "Aula" in window.actions_.redo.text()
    window.actions_.redo.trigger()
    assert [room.code for room in screen.rows.all()] == ["Aula"]


def test_what_a_screen_said_of_a_deed_goes_with_undo(window: MainWindow, opening: Opening, path: Path) -> None:
    screen = rooms_screen(window, opening, path)
    assert opening.school is not None
    opening.school.desk.office.do(rooms.add("Aula"))
    screen.banner.say("Die Aula ist da.", tone="ok")
    window.actions_.undo.trigger()
    assert not screen.banner.sentence()


def test_ctrl_z_belongs_to_a_field_that_has_the_focus_and_elsewhere_to_the_office(
    qtbot: QtBot, window: MainWindow, opening: Opening, path: Path
) -> None:
    screen = rooms_screen(window, opening, path)
    school = opening.school
    assert school is not None
    school.desk.office.do(rooms.add("Aula"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    search = screen.filters.search
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_X)
    QTest.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (search.text(), [room.code for room in screen.rows.all()]) == ("", ["Aula"])
    screen.table.setFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen.rows.all() == []


def test_ctrl_and_a_figure_turns_to_a_screen(qtbot: QtBot, window: MainWindow, opening: Opening, path: Path) -> None:
    screen = rooms_screen(window, opening, path)
    window.host.turn_to("rooms")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert window.host.shown() is screen


def test_a_switch_of_language_reaches_screen_sidebar_and_undo(
    window: MainWindow, opening: Opening, path: Path, qapp: QApplication
) -> None:
    screen = rooms_screen(window, opening, path)
    german = _("Rooms")
    english = next(action for action in window.actions_.languages.actions() if action.data() == "en")
    english.trigger()
    qapp.processEvents()
    assert _("Rooms") == "Rooms" != german
    assert screen.table.accessibleName() == "Rooms"
    assert str(screen.rows.headerData(0, Qt.Orientation.Horizontal)) == "Room"
    assert window.actions_.undo.text() == "Undo"
    assert window.preferences.liking.language == "en"


def test_a_switch_of_theme_is_remembered(window: MainWindow) -> None:
    dark = next(action for action in window.actions_.themes.actions() if action.data() == "dark")
    dark.trigger()
    assert window.preferences.liking.theme == "dark"


def test_anything_is_found_by_a_part_of_its_name(
    window: MainWindow, opening: Opening, path: Path, qapp: QApplication
) -> None:
    screen = rooms_screen(window, opening, path)
    school = opening.school
    assert school is not None
    wanted = school.desk.office.do(rooms.add("Werkraum"))
    school.desk.office.do(rooms.add("Aula"))
    window.actions_.named["find"].trigger()
    finder = next(widget for widget in qapp.topLevelWidgets() if isinstance(widget, Finder))
    type_text(finder.search, "werkr")
    press(finder.search, Qt.Key.Key_Return)
    assert screen.table.chosen_id() == wanted


def test_a_place_leads_to_its_row_even_through_a_filter(window: MainWindow, opening: Opening, path: Path) -> None:
    screen = rooms_screen(window, opening, path)
    school = opening.school
    assert school is not None
    wanted = school.desk.office.do(rooms.add("Werkraum"))
    school.desk.office.do(rooms.add("Aula"))
    screen.filters.search.setText("aula")
    school.go(Place("rooms", wanted))
    assert screen.table.chosen_id() == wanted


def test_a_field_that_is_being_typed_in_is_saved_when_the_window_closes(
    qtbot: QtBot, window: MainWindow, opening: Opening, path: Path, clock: Clock
) -> None:
    screen = rooms_screen(window, opening, path)
    screen.add()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor = screen.detail.form.editor("code")
    editor.setFocus()
    editor.selectAll()
    type_text(editor, "Küche")
    window.close()
    office = open_office(path, clock)
    from ganztag.queries import frame
    from ganztag.queries import rooms as queries

    assert [room.code for room in office.read(queries.rooms, office.read(frame.term).id)] == ["Küche"]
    office.close()


def test_closing_the_window_during_a_job_stops_it_and_closes_the_file(
    window: MainWindow, ask: Recorder, path: Path, clock: Clock
) -> None:
    jobs, started = Jobs(), threading.Event()
    school = opened(Opening(window, ask, jobs, clock), path)
    school.desk.jobs.start(Job(go_on_until_stopped, started))
    assert started.wait(10)
    assert window.close()
    assert not window.isVisible()
    open_office(path, clock).close()


def test_a_job_that_was_stopped_by_closing_the_file_says_nothing_to_the_closed_screens(
    window: MainWindow, ask: Recorder, path: Path, clock: Clock, qtbot: QtBot
) -> None:
    jobs, started, heard = Jobs(), threading.Event(), list[str]()
    opening = Opening(window, ask, jobs, clock)
    school = opened(opening, path)
    job = Job(go_on_until_stopped, started)
    job.stopped.connect(lambda: heard.append("stopped"))
    school.desk.jobs.start(job)
    assert started.wait(10)
    opening.close_file()
    qtbot.waitUntil(lambda: job.is_over)
    assert heard == []


def test_a_file_that_is_open_elsewhere_is_opened_only_when_she_insists(
    window: MainWindow, opening: Opening, ask: Recorder, path: Path, clock: Clock
) -> None:
    other = open_office(path, clock)
    ask.answers = [False]
    assert not opening.open(path)
    assert len(ask.said) == 1
    other.close()


def test_turning_to_a_screen_lets_her_type_into_its_search_at_once(
    window: MainWindow, opening: Opening, path: Path, qtbot: QtBot
) -> None:
    school = opened(opening, path)
    school.desk.office.do(rooms.add("R 104"))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    school.turn_to("rooms")
    screen = window.host.screen_of("rooms")
    assert isinstance(screen, RoomsScreen)
    assert screen.filters.search.hasFocus()


def codes_of(desk: Desk) -> list[str]:
    return [room.code for room in desk.office.read(rooms_there, desk.term().id)]


def test_a_banner_takes_its_own_deed_back_and_never_a_later_one(opening: Opening, path: Path) -> None:
    desk = opened(opening, path).desk
    desk.office.do(rooms.add("R 104"))
    first = desk.way_back()
    desk.office.do(rooms.add("R 105"))
    second = desk.way_back()
    first()
    assert codes_of(desk) == ["R 104", "R 105"]
    second()
    first()
    assert codes_of(desk) == []
