"""Copying the offer by hand: ticks, boxes, half-years, the button, the banner and its way back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from ganztag.desktop.courses.screen import CoursesScreen
from ganztag.desktop.desk import Desk
from ganztag.desktop.jobs import Now
from ganztag.desktop.main_window import MainWindow
from ganztag.desktop.opening import Opening
from ganztag.desktop.preferences import Preferences
from ganztag.desktop.rollover import open_copy
from ganztag.desktop.rollover.copy_dialog import CopyDialog
from ganztag.desktop.school.screen import SchoolScreen
from ganztag.desktop.widgets.text import Text
from ganztag.operations import enrolments, school
from ganztag.operations.office import Office
from ganztag.queries import courses, frame
from tests.desktop.hands import Recorder, press
from tests.desktop.hosting import hosted
from tests.desktop.rollover.conftest import Owner
from tests.offered import Offered
from tests.storage.any_rows import dump

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk_of(offered: Offered, ask: Recorder) -> Desk:
    return Desk(offered.office, ask, Now(), Preferences())


@pytest.fixture
def copying(qtbot: QtBot, desk_of: Desk, offered: Offered) -> CopyDialog:
    dialog = CopyDialog(desk_of, None, offered.term.id, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def click(qtbot: QtBot, button: QAbstractButton) -> None:
    """Click where the box or the button is drawn: at its left end."""
    QTest.mouseClick(button, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(8, button.height() // 2))


def titles(desk: Desk) -> list[str]:
    return sorted(row.title for row in desk.office.read(courses.courses, desk.term().id))


def texts(dialog: CopyDialog) -> str:
    return "\n".join(label.text() for label in dialog.detail.findChildren(Text))


def test_a_click_on_the_button_copies_and_the_new_half_year_is_worked_on(
    qtbot: QtBot, copying: CopyDialog, desk_of: Desk
) -> None:
    assert copying.copy_button.text().strip() == "3 Kurse übernehmen"
    click(qtbot, copying.copy_button)
    assert copying.copied is not None
    assert copying.copied.new == 3
    assert desk_of.term().name == "2. Halbjahr 2026/27"
    assert titles(desk_of) == ["Chor", "Robotik mit Lego", "Volleyball"]


def test_a_course_is_left_out_by_a_click_on_its_box(
    qtbot: QtBot, copying: CopyDialog, desk_of: Desk, offered: Offered
) -> None:
    place = copying.table.visualRect(copying.rows.index_of(offered.choir)).center()
    QTest.mouseClick(copying.table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(20, place.y()))
    assert copying.copy_button.text().strip() == "2 Kurse übernehmen"
    assert copying.summary.text().startswith("2 Kurse werden übernommen")
    click(qtbot, copying.copy_button)
    assert titles(desk_of) == ["Robotik mit Lego", "Volleyball"]


def test_space_leaves_the_marked_courses_out(copying: CopyDialog) -> None:
    copying.table.selectAll()
    press(copying.table, Qt.Key.Key_Space)
    assert not copying.copy_button.isEnabled()
    assert copying.copy_button.text().strip() == "Nichts zu übernehmen"
    press(copying.table, Qt.Key.Key_Space)
    assert copying.copy_button.isEnabled()


@pytest.mark.parametrize(("box", "gone"), [("leaders", "Gülşah Şahin"), ("rooms", "R 104")])
def test_without_leaders_or_rooms_the_detail_shows_none(
    qtbot: QtBot, copying: CopyDialog, offered: Offered, box: str, gone: str
) -> None:
    copying.table.choose(offered.robotics)
    assert gone in texts(copying)
    click(qtbot, copying.boxes.boxes[box])
    assert gone not in texts(copying)


def test_children_who_carry_on_are_counted_and_the_others_named(
    qtbot: QtBot, copying: CopyDialog, desk_of: Desk, offered: Offered
) -> None:
    for child in (offered.ada, offered.dana):
        desk_of.office.do(enrolments.enrol(child, offered.robotics, even_if_not_allowed=True))
    copying._read()
    click(qtbot, copying.boxes.boxes["children"])
    copying.table.choose(offered.robotics)
    said = texts(copying)
    assert "1 Kind macht weiter" in said
    assert "Wójcik, Dana" in said
    assert "1 nicht übernommen" in copying.summary.text()
    row = copying.rows.row_of(offered.robotics)
    assert row is not None
    assert row.children == "1"


def test_another_half_year_can_be_chosen_and_its_missing_blocks_are_named(
    qtbot: QtBot, copying: CopyDialog, desk_of: Desk
) -> None:
    assert copying.boxes.boxes["make_blocks"].isHidden()
    assert copying.target.itemText(1) == "1. Halbjahr 2027/28 (neu)"
    copying.target.setCurrentIndex(1)
    copying.target.activated.emit(1)
    assert not copying.boxes.boxes["make_blocks"].isHidden()
    assert "Mo 14:00" in copying.boxes.boxes["make_blocks"].toolTip()
    assert "2 neue Blöcke" in copying.summary.text()
    click(qtbot, copying.copy_button)
    assert desk_of.term().school_year == "2027/28"


def test_what_is_there_already_can_be_completed(
    qtbot: QtBot, copying: CopyDialog, desk_of: Desk, offered: Offered
) -> None:
    click(qtbot, copying.boxes.boxes["leaders"])
    click(qtbot, copying.boxes.boxes["work_there"])
    click(qtbot, copying.copy_button)
    assert desk_of.term().id == offered.term.id
    again = CopyDialog(desk_of, None, offered.term.id, None)
    qtbot.addWidget(again)
    again.show()
    assert not again.copy_button.isEnabled()
    click(qtbot, again.boxes.boxes["complete"])
    assert again.copy_button.text().strip() == "1 Kurs übernehmen"
    click(qtbot, again.copy_button)
    assert again.copied is not None
    assert again.copied.completed == 1


def test_search_and_chips_narrow_the_list(copying: CopyDialog, offered: Offered) -> None:
    copying.filters.search.setText("robo")
    assert copying.rows.visible_ids() == [offered.robotics]
    copying.filters.search.clear()
    copying.table.ticked.emit([offered.choir], False)
    copying.filters.turn_on("left_out")
    assert copying.rows.visible_ids() == [offered.choir]


def test_cancelling_changes_nothing(qtbot: QtBot, copying: CopyDialog, desk_of: Desk) -> None:
    before = dump(desk_of.office)
    press(copying, Qt.Key.Key_Escape)
    assert copying.copied is None
    assert dump(desk_of.office) == before


def test_the_banner_says_what_was_done_and_takes_it_back(
    desk_of: Desk, ask: Recorder, owner: Owner, offered: Offered
) -> None:
    before = dump(desk_of.office)
    ask.answers.append(_as_it_is)
    assert open_copy(desk_of, owner, source_id=offered.term.id)
    assert owner.banner.sentence() == "3 Kurse stehen jetzt im 2. Halbjahr 2026/27."
    owner.banner._pressed()
    assert dump(desk_of.office) == before


def _as_it_is(_dialog: CopyDialog) -> None:
    """Nothing is to be switched."""


def test_the_empty_courses_screen_offers_the_half_year_before(
    qtbot: QtBot, desk_of: Desk, ask: Recorder, offered: Offered
) -> None:
    desk_of.office.do(school.choose_term(desk_of.office.read(frame.terms)[-1].id))
    with hosted(qtbot, desk_of, CoursesScreen(desk_of)) as (screen, _ear):
        button = screen._copy_first
        assert button.text().strip() == "Angebot aus dem 1. Halbjahr 2026/27 übernehmen"
        ask.answers.append(_as_it_is)
        click(qtbot, button)
        assert len(screen.rows.all()) == 3
        assert screen.banner.sentence().startswith("3 Kurse")
        assert screen._copy_first.isHidden()


def test_a_first_half_year_has_nothing_to_copy_from(qtbot: QtBot, desk: Desk) -> None:
    with hosted(qtbot, desk, CoursesScreen(desk)) as (screen, _ear):
        assert screen._copy_first.isHidden()
        assert not screen._add_first.isHidden()


def test_the_school_screen_opens_it_for_the_chosen_half_year(
    qtbot: QtBot, desk_of: Desk, ask: Recorder, offered: Offered
) -> None:
    with hosted(qtbot, desk_of, SchoolScreen(desk_of)) as (screen, _ear):
        screen.go_to_chip("terms")
        seen: list[object] = []
        ask.answers.append(_looking(seen))
        click(qtbot, screen._copy)
        assert seen == [offered.term.id]
        assert screen.banner.sentence().startswith("3 Kurse")


def _looking(seen: list[object]) -> Callable[[CopyDialog], None]:
    def look(dialog: CopyDialog) -> None:
        seen.append(dialog.source.value())

    return look


def test_the_menu_of_half_years_leads_to_where_it_is_done(window: MainWindow, opening: Opening, sample: Office) -> None:
    path = sample.path
    sample.close()
    assert opening.open(path)
    window.navigation._offer_terms()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    last = menu.actions()[-1]
    assert last.text() == "Angebot übernehmen, Schuljahr wechseln …"
    last.trigger()
    menu.close()
    shown = window.host.shown()
    assert isinstance(shown, SchoolScreen)
    assert shown.tabs.key() == "terms"
    opening.close_file()
