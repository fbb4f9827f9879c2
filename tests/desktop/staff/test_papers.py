"""Papers: the column, the checklist, the matrix, all by mouse and by keyboard."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.staff.paper_dialog import PaperDialog
from ganztag.desktop.staff.screen import StaffScreen
from ganztag.operations import staff, staff_papers
from ganztag.queries.staff_papers import PaperRow, papers, requirements
from tests.desktop.hands import Recorder, press
from tests.desktop.hosting import hosted

TODAY = date(2026, 9, 14)


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> Iterator[StaffScreen]:
    with hosted(qtbot, desk, StaffScreen(desk)) as (made, _ear):
        yield made


@pytest.fixture
def person(desk: Desk) -> int:
    return desk.office.do(staff.add(surname="Öztürk", call_name="Gülay", kind="freelancer"))


def paper(desk: Desk, person: int, place: int) -> PaperRow:
    return desk.office.read(papers)[person][place]


def shown(screen: StaffScreen, key: str) -> str:
    column = next(place for place, one in enumerate(screen.rows.columns) if one.key == key)
    return str(screen.rows.index(0, column).data())


def test_one_key_notes_a_paper_as_seen_today(screen: StaffScreen, desk: Desk, person: int) -> None:
    screen.go_to(person)
    screen.detail.turn_to("papers")
    line = screen.detail.papers.lines[0]
    assert "noch nicht" in line.accessibleName() or "not seen" in line.accessibleName()
    press(line.see, Qt.Key.Key_Return)
    assert paper(desk, person, 0).seen == TODAY
    assert screen.detail.papers.lines[0].see.isHidden()
    desk.office.undo()
    assert not screen.detail.papers.lines[0].see.isHidden()


def test_the_dialog_keeps_day_end_and_note(screen: StaffScreen, desk: Desk, person: int, ask: Recorder) -> None:
    screen.go_to(person)
    screen.detail.turn_to("papers")

    def fill(dialog: PaperDialog) -> None:
        assert dialog.form.values()["seen"] == TODAY
        dialog.form.show_values(
            {"state": "seen", "seen": date(2026, 9, 1), "expires": date(2027, 3, 1), "note": "Original gesehen"}
        )

    ask.answers.append(fill)
    screen.detail.papers.lines[0].open.click()
    found = paper(desk, person, 0)
    assert (found.seen, found.due, found.note) == (date(2026, 9, 1), date(2027, 3, 1), "Original gesehen")


def test_a_day_to_come_stays_in_the_dialog_and_changes_nothing(
    screen: StaffScreen, desk: Desk, person: int, ask: Recorder
) -> None:
    screen.go_to(person)
    screen.detail.turn_to("papers")
    said: list[str] = []

    def fill(dialog: PaperDialog) -> None:
        dialog.form.show_values({"state": "seen", "seen": date(2027, 9, 1), "expires": None, "note": ""})
        dialog.accept()
        said.append(dialog.banner.sentence())
        dialog.form.show_values({"state": "missing", "seen": None, "expires": None, "note": ""})

    ask.answers.append(fill)
    screen.detail.papers.lines[0].open.click()
    assert "01.09.2027" in said[0]
    assert paper(desk, person, 0).state == "missing"


def test_who_lacks_papers_is_counted_shown_and_filtered(screen: StaffScreen, desk: Desk, person: int) -> None:
    complete = desk.office.do(staff.add(surname="Weiß"))
    for one in desk.office.read(papers)[complete]:
        desk.office.do(staff_papers.see(complete, one.requirement_id))
    screen.go_to_chip("papers")
    assert [row.id for row in screen.rows.visible()] == [person]
    assert shown(screen, "papers").startswith("5 ")
    first = paper(desk, person, 0)
    desk.office.do(staff_papers.see(person, first.requirement_id, date(2021, 1, 1)))
    assert screen.rows.visible()[0].paper_state(TODAY) == "expired"


def test_those_that_run_out_soon_have_a_chip_of_their_own(screen: StaffScreen, desk: Desk, person: int) -> None:
    for one in desk.office.read(papers)[person]:
        desk.office.do(staff_papers.see(person, one.requirement_id))
    first = paper(desk, person, 0)
    desk.office.do(staff_papers.see(person, first.requirement_id, date(2021, 10, 1)))
    screen.go_to_chip("due")
    assert [row.id for row in screen.rows.visible()] == [person]
    assert screen.detail.section() == "papers"


def test_the_matrix_is_walked_and_filled_by_keys(screen: StaffScreen, desk: Desk, person: int) -> None:
    other = desk.office.do(staff.add(surname="Weiß", kind="volunteer"))
    screen.turn_to("papers")
    matrix = screen.views.matrix
    screen.go_to(person)
    assert matrix.chosen_id() == person
    press(matrix, Qt.Key.Key_Right)
    press(matrix, Qt.Key.Key_Space)
    assert paper(desk, person, 1).seen == TODAY
    press(matrix, Qt.Key.Key_Minus)
    assert paper(desk, person, 1).state == "not_needed"
    press(matrix, Qt.Key.Key_Delete)
    assert paper(desk, person, 1).state == "missing"
    press(matrix, Qt.Key.Key_Down)
    assert (matrix.chosen_id(), screen.table.chosen_id()) == (other, other)
    assert "Weiß" in matrix.accessibleDescription()
    press(matrix, Qt.Key.Key_End)
    press(matrix, Qt.Key.Key_Space)  # nobody asks a volunteer for the consent of freelancers
    assert {one.state for one in desk.office.read(papers)[other]} == {"missing"}


def test_the_matrix_follows_a_click_and_opens_with_a_double_click(
    screen: StaffScreen, desk: Desk, person: int, ask: Recorder
) -> None:
    desk.office.do(staff.add(surname="Aydın", kind="freelancer"))
    screen.turn_to("papers")
    matrix = screen.views.matrix
    cell = matrix.place.cell(1, 0).center()
    QTest.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert screen.table.chosen_id() == person

    def fill(dialog: PaperDialog) -> None:
        dialog.form.show_values({"state": "not_needed", "seen": None, "expires": None, "note": "Ausland"})

    ask.answers.append(fill)
    QTest.mouseDClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert (paper(desk, person, 0).state, paper(desk, person, 0).note) == ("not_needed", "Ausland")


def test_the_menu_of_a_cell_does_what_the_keys_do(screen: StaffScreen, desk: Desk, person: int) -> None:
    screen.turn_to("papers")
    screen.views.matrix.menu_wanted.emit(QPoint(10, 10), paper(desk, person, 0))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert paper(desk, person, 0).seen == TODAY


def test_the_matrix_shows_whom_the_filters_leave_and_is_copied(screen: StaffScreen, desk: Desk, person: int) -> None:
    desk.office.do(staff.add(surname="Weiß"))
    screen.turn_to("papers")
    assert screen.views.matrix.place.rows == 2
    screen.filters.search.setText("gul")
    assert screen.views.matrix.place.rows == 1
    screen.views.matrix.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Name", "Öztürk, Gülay"]
    assert len(lines[0].split("\t")) == 1 + len(desk.office.read(requirements))
    assert screen.table.chosen_id() == person


def test_a_school_without_papers_gets_the_usual_ones_at_once(screen: StaffScreen, desk: Desk, person: int) -> None:
    for one in desk.office.read(requirements):
        desk.office.do(staff_papers.unwant(one.id, one.name))
    screen.turn_to("papers")
    assert screen.views.no_papers.isVisible()
    assert desk.office.read(papers)[person] == ()
    screen.views.add_usual.click()
    assert len(desk.office.read(papers)[person]) == 6
    assert screen.views.matrix.isVisible()
