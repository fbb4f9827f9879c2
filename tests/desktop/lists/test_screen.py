"""What the coordinator chooses and sees before she prints."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ganztag import language
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.lists.screen import ListsScreen
from ganztag.operations import school as school_operations
from tests.desktop.hands import press, type_text
from tests.desktop.lists.conftest import Show
from tests.documents.reading import pages
from tests.operations.children import add_child, add_course, enrol


def titles(screen: ListsScreen) -> list[str]:
    return [entry.title for entry in screen.chooser.rows.visible()]


def seen(screen: ListsScreen) -> str:
    """Return the text of the sheet in the preview."""
    return "\n".join(pages(screen.preview.content()))


def look_at(screen: ListsScreen, title: str) -> None:
    screen.go_to(next(entry.id for entry in screen.chooser.rows.all() if entry.title == title))


def test_an_empty_school_teaches_what_will_stand_here_and_leads_there(qtbot: QtBot, show: Show, desk: Desk) -> None:
    screen = show(desk)
    assert screen._empty.isVisible()
    assert not screen.print_button.isVisible()
    with qtbot.waitSignal(screen.wanted) as wanted:
        screen._go.click()
    assert wanted.args == [Place("courses")]


def test_the_first_sheet_is_seen_at_once_and_no_other_is_drawn(screen: ListsScreen) -> None:
    assert titles(screen) == ["Chor", "Schach"]
    assert screen.preview.pages() == 1
    assert "Adeyemi" in seen(screen)
    assert "Schach" not in seen(screen)


def test_the_sheet_of_the_row_that_is_chosen_is_previewed(screen: ListsScreen) -> None:
    look_at(screen, "Schach")
    assert "Schach" in seen(screen)
    assert "Adeyemi" not in seen(screen)


def test_the_preview_shows_black_on_white_paper(screen: ListsScreen) -> None:
    picture = screen.preview.desk.view.sheet.drawn()
    colours = {picture.pixelColor(x, y).lightness() for x in range(0, picture.width(), 3) for y in range(0, 200, 3)}
    assert max(colours) == 255
    assert min(colours) < 80


def test_what_changes_in_the_school_changes_in_the_preview(screen: ListsScreen, peopled: Desk) -> None:
    course = screen.chooser.table.chosen_id()
    assert course is not None
    enrol(peopled.office, add_child(peopled.office, "Zoe Neumann"), course)
    assert "Neumann" in seen(screen)


def test_ticks_are_counted_on_the_button(screen: ListsScreen) -> None:
    assert screen.print_button.text().strip() == "1 Liste drucken"
    assert screen.print_button.toolTip()
    screen.chooser.all_box.click()
    assert screen.print_button.text().strip() == "2 Listen drucken"
    assert screen.chooser._count.text() == "2 von 2 gewählt"
    screen.chooser.all_box.click()
    assert screen.chooser.marked() == []


def test_space_ticks_and_unticks_the_row(screen: ListsScreen) -> None:
    table = screen.chooser.table
    press(table, Qt.Key.Key_Space)
    assert screen.chooser.marked() == [table.chosen_id()]
    assert screen.chooser.all_box.checkState() == Qt.CheckState.PartiallyChecked
    press(table, Qt.Key.Key_Space)
    assert screen.chooser.marked() == []


def test_a_click_into_the_box_ticks_and_one_beside_it_only_looks(screen: ListsScreen) -> None:
    table = screen.chooser.table
    second = screen.chooser.rows.visible_ids()[1]
    box, name = (table.visualRect(screen.chooser.rows.index_of(second, place)).center() for place in (0, 1))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=name)
    assert (table.chosen_id(), screen.chooser.marked()) == (second, [])
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert screen.chooser.marked() == [second]


def test_all_means_what_search_and_filter_show(screen: ListsScreen) -> None:
    type_text(screen.chooser.search, "scha")
    assert titles(screen) == ["Schach"]
    screen.chooser.all_box.click()
    assert len(screen.chooser.marked()) == 1
    press(screen.chooser.search, Qt.Key.Key_Escape)
    assert titles(screen) == ["Chor", "Schach"]
    screen.chooser.filter.pick(1)
    screen.chooser.filter.picked.emit(1)
    assert titles(screen) == ["Chor"]


def test_each_paper_has_its_own_list_and_its_own_ticks(screen: ListsScreen) -> None:
    screen.chooser.all_box.click()
    screen.go_to_chip("pupil")
    assert titles(screen) == ["Adeyemi, Tola", "Çelik, Mia"]
    assert screen.chooser.marked() == []
    assert "Tola" in seen(screen)
    screen.go_to_chip("class")
    assert titles(screen) == ["5a"]
    assert "5a" in seen(screen)
    screen.go_to_chip("attendance")
    assert len(screen.chooser.marked()) == 2


def test_a_paper_comes_back_to_the_sheet_that_was_looked_at(screen: ListsScreen) -> None:
    look_at(screen, "Schach")
    screen.go_to_chip("pupil")
    screen.go_to_chip("attendance")
    assert "Schach" in seen(screen)


def test_another_screen_leads_here_with_chosen_sheets(screen: ListsScreen) -> None:
    screen.go_to_chip("pupil")
    mia = screen.chooser.rows.visible_ids()[1]
    screen.go_to_chip("attendance")
    screen.go_to_chip("pupil")
    screen.go_to_ids((mia,))
    assert screen.sheets() == [mia]
    assert "Mia" in seen(screen)


def test_leafing_goes_on_to_the_next_sheet_and_stops_at_the_last(screen: ListsScreen) -> None:
    assert "Chor" in seen(screen)
    press(screen.preview.desk.view, Qt.Key.Key_PageDown)
    assert "Schach" in seen(screen)
    screen.preview.next.click()
    assert "Schach" in seen(screen)
    screen.preview.back.click()
    assert "Chor" in seen(screen)


def test_leafing_goes_through_the_pages_of_a_sheet_first(screen: ListsScreen, peopled: Desk) -> None:
    course = screen.chooser.rows.visible_ids()[0]
    for number in range(40):
        enrol(peopled.office, add_child(peopled.office, f"Kind{number} Muster"), course)
    assert screen.preview.pages() > 1
    screen.preview.page_down()
    assert screen.preview.page() == 1
    assert screen.preview.label.text() == f"Seite 2 von {screen.preview.pages()}"
    assert "Chor" in seen(screen)


def test_zooming_makes_the_page_larger_and_is_remembered(show: Show, screen: ListsScreen, peopled: Desk) -> None:
    sheet = screen.preview.desk.view.sheet
    before = sheet.width()
    screen.preview.larger.click()
    assert sheet.width() > before
    screen.preview.zooms.actions()[0].trigger()
    view = screen.preview.desk.view
    assert sheet.height() <= view.viewport().height()
    other = show(peopled)
    assert other.preview.desk.view.zoom() == view.zoom()


def test_a_letter_that_no_typeface_has_is_named_beside_the_preview(screen: ListsScreen, peopled: Desk) -> None:
    add_course(peopled.office, "Kalligrafie \u6f22\u5b57", 1)
    look_at(screen, "Kalligrafie \u6f22\u5b57")
    assert any("Kalligrafie" in sentence for sentence in screen.preview.desk.notices.sentences())
    look_at(screen, "Chor")
    assert screen.preview.desk.notices.sentences() == []


def test_the_paper_speaks_the_files_language_and_the_window_its_own(screen: ListsScreen, peopled: Desk) -> None:
    assert "Anwesenheitsliste" in seen(screen)
    peopled.office.do(school_operations.edit(language="en"))
    assert "Anwesenheitsliste" not in seen(screen)
    assert "Attendance list" in seen(screen)
    assert screen.print_button.text().strip() == "1 Liste drucken"
    language.speak("en")
    screen.retranslate()
    screen.refresh()
    assert screen.print_button.text().strip() == "Print 1 list"


def test_children_who_have_left_get_no_plan(screen: ListsScreen, peopled: Desk) -> None:
    from ganztag.operations import leaving

    screen.go_to_chip("pupil")
    tola = screen.chooser.rows.visible_ids()[0]
    peopled.office.do(leaving.leave(tola, peopled.office.clock.today().replace(day=1)))
    assert titles(screen) == ["Çelik, Mia"]


def test_tab_goes_through_the_list_in_reading_order(screen: ListsScreen) -> None:
    chooser = screen.chooser
    wanted = [chooser.search, chooser.filter, chooser.all_box, chooser.table, chooser.output]
    met: list[QWidget] = []
    here: QWidget | None = chooser.search
    while here is not None and here not in met:
        met.append(here)
        here = here.nextInFocusChain()
    assert [widget for widget in met if widget in wanted] == wanted


def test_only_the_sheet_that_is_looked_at_is_drawn_however_many_are_ticked(screen: ListsScreen, peopled: Desk) -> None:
    for number in range(30):
        add_course(peopled.office, f"Kurs {number}", 3)
    screen.chooser.all_box.click()
    look_at(screen, "Kurs 7")
    assert screen.preview.pages() == 1
    assert "Kurs 7" in seen(screen)
