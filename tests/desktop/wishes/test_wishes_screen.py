"""The screen of wishes: nine keys for three wishes, red lines, who is missing, what is in demand."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.widgets.search_popup import SearchPopup
from ganztag.desktop.wishes.ballot_dialog import BallotDialog
from ganztag.desktop.wishes.screen import WishesScreen
from ganztag.language import N_
from ganztag.operations.operation import Operation, Work
from ganztag.queries import ballots
from ganztag.queries.wishes import sheet
from tests.desktop.hands import Recorder, press, type_text
from tests.desktop.stage import Stage
from tests.voting import Voting, add_pupil, voting, wish

Shown = tuple[Voting, WishesScreen]


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(qtbot)
    yield made
    made.close()


@pytest.fixture
def school(desk: Desk) -> Voting:
    return voting(desk.office)


@pytest.fixture
def shown(stage: Stage, desk: Desk, school: Voting) -> Shown:
    """Return the small school and the screen that shows its ballot."""
    return school, screen_of(stage, desk)


def screen_of(stage: Stage, desk: Desk) -> WishesScreen:
    screen = WishesScreen(desk)
    stage.show(screen, desk)
    screen.grid.setFocus()
    return screen


def wishes_of(school: Voting, pupil: str, block: str) -> list[str]:
    numbers = {key: number for number, key in school.courses.items()}
    rows = school.office.read(sheet, school.ballot, school.today).rows
    row = next(row for row in rows if row.id == school.pupils[pupil])
    return [numbers[course] for _rank, course in row.ranks(school.blocks[block])]


def enter(widget: QWidget) -> None:
    press(widget, Qt.Key.Key_Return)


def test_nine_keys_enter_three_wishes(shown: Shown, qtbot: QtBot, desk: Desk) -> None:
    school, screen = shown
    for number in ("11", "12", "13"):
        type_text(screen.grid, number)
        enter(screen.grid)
    assert wishes_of(school, "Ada", "Mo") == ["11", "12", "13"]
    assert "Ada Ahmadi" in str(desk.office.undo_label)
    assert screen.grid.entry.cell == 3


def test_keys_read_only_their_child_again_and_all_that_is_shown_follows(shown: Shown, desk: Desk) -> None:
    school, screen = shown
    before = screen._sheet
    type_text(screen.grid, "11")
    press(screen.grid, Qt.Key.Key_Down)
    after = screen._sheet
    assert before is not None
    assert after is not None
    assert after.rows == desk.office.read(sheet, school.ballot, school.today).rows != before.rows
    assert [one is other for one, other in zip(after.rows, before.rows, strict=True)] == [False] + 5 * [True]
    assert "11 Robotik: 1" in screen.demand._bars.accessibleName()
    assert "1" in screen.bar._count.text()


def test_what_others_write_between_two_blocks_is_read_whole(shown: Shown, desk: Desk) -> None:
    school, screen = shown
    wish(school, "Ben", "Mo", "12")
    type_text(screen.grid, "11")
    press(screen.grid, Qt.Key.Key_Down)
    desk.office.undo()
    desk.office.undo()
    assert screen._sheet is not None
    assert screen._sheet.rows == desk.office.read(sheet, school.ballot, school.today).rows
    assert all(not row.wishes for row in screen._sheet.rows)


def test_undo_takes_the_whole_block_back_and_the_grid_shows_it(shown: Shown, qtbot: QtBot, desk: Desk) -> None:
    school, screen = shown
    type_text(screen.grid, "11")
    enter(screen.grid)
    type_text(screen.grid, "12")
    press(screen.grid, Qt.Key.Key_Down)
    assert wishes_of(school, "Ada", "Mo") == ["11", "12"]
    desk.office.undo()
    assert wishes_of(school, "Ada", "Mo") == []
    assert screen.grid.entry.courses_at(0, 0) == ()


def test_what_is_typed_is_written_when_the_screen_is_left(shown: Shown, qtbot: QtBot, desk: Desk) -> None:
    school, screen = shown
    type_text(screen.grid, "11")
    screen.hide()
    assert wishes_of(school, "Ada", "Mo") == ["11"]


def test_a_wrong_wish_opens_the_red_line_and_f2_takes_the_suggestion(shown: Shown, qtbot: QtBot, desk: Desk) -> None:
    school, screen = shown
    type_text(screen.grid, "31")
    assert "31 Bouldern" in screen.grid.accessibleDescription()
    assert screen.grid.geometry_.row_at(screen.grid.geometry_.top_of(1) - 5) is None  # the line below the row
    press(screen.grid, Qt.Key.Key_F2)
    assert screen.grid.geometry_.opened_row is None
    press(screen.grid, Qt.Key.Key_Down)
    assert wishes_of(school, "Ada", "Mo") == ["13"]


def test_the_bar_counts_papers_and_mistakes(shown: Shown, qtbot: QtBot, desk: Desk) -> None:
    school, screen = shown
    wish(school, "Ada", "Mo", "31")
    wish(school, "Ben", "Mo", "11")
    assert "2" in screen.bar._count.text()
    assert screen.bar._missing.accessibleName().startswith("1")
    assert screen.bar._wrong.accessibleName().startswith("1")


def test_the_next_class_follows_and_after_the_last_comes_the_allocation(shown: Shown, qtbot: QtBot, desk: Desk) -> None:
    school, screen = shown
    assert [row.voter.class_name for row in screen.grid.entry.rows] == ["5a"] * 3
    screen._next_class()
    assert [row.id for row in screen.grid.entry.rows] == [school.pupils[name] for name in ("Dora", "Emil", "Fee")]
    with qtbot.waitSignal(screen.wanted) as led:
        screen._next_class()
    assert led.args == [Place("allocation")]


def test_a_child_can_be_led_to_from_elsewhere(shown: Shown, qtbot: QtBot, desk: Desk) -> None:
    school, screen = shown
    screen.go_to(school.pupils["Emil"])
    assert screen.grid.entry.pupil_id() == school.pupils["Emil"]


def test_a_click_goes_to_the_cell(shown: Shown, qtbot: QtBot, desk: Desk) -> None:
    _school, screen = shown
    place = screen.grid.geometry_
    at = QPoint(place.left_of(1) + 5, place.top_of(2) + 5)
    QTest.mouseClick(screen.grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert (screen.grid.entry.row, screen.grid.entry.cell) == (2, 1)


def test_f3_finds_a_course_by_its_title(shown: Shown, qtbot: QtBot, desk: Desk) -> None:
    school, screen = shown
    press(screen.grid, Qt.Key.Key_F3)
    finder = screen.findChild(SearchPopup)
    assert finder is not None
    type_text(finder.search, "kletter")
    assert finder.list.count() == 1
    press(finder.search, Qt.Key.Key_Return)
    press(screen.grid, Qt.Key.Key_Down)
    assert wishes_of(school, "Ada", "Mo") == ["13"]


def test_a_paper_is_marked_empty(shown: Shown, qtbot: QtBot, desk: Desk) -> None:
    school, screen = shown
    screen.verbs.papers["empty"].trigger()
    row = desk.office.read(sheet, school.ballot, school.today).rows[0]
    assert row.paper == "empty"


def test_without_a_ballot_the_screen_teaches_and_makes_one(shown: Shown, desk: Desk, ask: Recorder) -> None:
    school, screen = shown
    screen.verbs.delete_ballot()
    assert screen._pages.currentIndex() == 1

    def fill(dialog: BallotDialog) -> None:
        dialog.form.editor("name").setText("Frühjahr")
        dialog.form.editor("wishes").setText("4")

    ask.answers.append(fill)
    screen._first.click()
    made = desk.office.read(ballots.ballots, school.term)
    assert [(row.name, row.wishes, len(row.blocks)) for row in made] == [("Frühjahr", 4, 2)]
    assert screen._pages.currentIndex() == 0
    assert len(screen.grid.entry.cells) == 8


def test_a_ballot_is_changed_by_its_dialog(shown: Shown, desk: Desk, ask: Recorder) -> None:
    school, screen = shown

    def fill(dialog: BallotDialog) -> None:
        dialog.form.editor("wishes").setText("2")

    ask.answers.append(fill)
    screen.verbs.change_ballot()
    assert desk.office.read(ballots.ballot, school.ballot).wishes == 2


def test_a_class_of_six_hundred_paints_only_what_is_seen(shown: Shown, qtbot: QtBot, desk: Desk) -> None:
    school, screen = shown

    def many(work: Work) -> None:
        for number in range(600):
            add_pupil(work, f"Kind Kindt{number:03}", school.classes["5a"])

    desk.office.do(Operation(N_("Add children"), many))
    place = screen.grid.geometry_
    assert len(screen.grid.entry.rows) == 603
    assert len(place.rows_seen(603)) < 40
    press(screen.grid, Qt.Key.Key_End)
    screen.grid.start_at(screen.grid.entry.rows[-1].id)
    assert 602 in place.rows_seen(603)


def test_both_languages_and_themes_can_be_painted(shown: Shown, qtbot: QtBot, desk: Desk) -> None:
    from ganztag import language

    _school, screen = shown
    type_text(screen.grid, "31")
    german = screen.grid.grab().toImage()
    language.speak("en")
    screen.retranslate()
    screen.refresh()
    assert screen.grid.grab().toImage() != german
