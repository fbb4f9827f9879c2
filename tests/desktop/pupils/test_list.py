"""What the coordinator does with the list of children, and what she then sees."""

from datetime import date

from PySide6.QtWidgets import QDialog

from ganztag.desktop.desk import Desk
from ganztag.desktop.pupils.screen import PupilsScreen
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.operations import belonging, classes, leaving, pupils, staying
from ganztag.queries import frame
from tests.desktop.hands import Recorder, type_text
from tests.operations.children import add_child, add_class, add_course, enrol


def names(screen: PupilsScreen) -> list[str]:
    return [row.call_name for row in screen.rows.visible()]


def test_an_empty_school_teaches_what_will_stand_here(screen: PupilsScreen) -> None:
    assert screen._empty.isVisible()
    assert not screen.table.isVisible()


def test_the_dialog_adds_a_child_to_the_class_that_is_looked_at(
    screen: PupilsScreen, desk: Desk, ask: Recorder
) -> None:
    class_id = add_class(desk.office, "6b")
    add_child(desk.office, class_id=class_id)
    screen.filters.classes.pick(class_id)

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, FormDialog)
        type_text(dialog.form.editor("call_name"), "Zoë")
        type_text(dialog.form.editor("surname"), "Öz")

    ask.answers.append(fill)
    screen.add()
    shown = screen.shown()
    assert shown is not None
    assert (shown.full_name, shown.class_name, shown.booked) == ("Zoë Öz", "6b", (1, 2, 3, 4, 5))


def test_a_child_without_a_name_is_refused_in_the_dialog(screen: PupilsScreen, ask: Recorder) -> None:
    told: list[str] = []

    def confirm(dialog: FormDialog) -> None:
        dialog.accept()
        told.append(dialog.banner.sentence())

    ask.answers.append(confirm)
    screen.add()
    assert told[0]
    assert names(screen) == []


def test_search_finds_names_classes_and_courses_as_one_types(screen: PupilsScreen, desk: Desk) -> None:
    six, seven = add_class(desk.office, "6b"), add_class(desk.office, "7a")
    dmytro = add_child(desk.office, "Дмитро Коваленко", six)
    add_child(desk.office, "Tola Adeyemi", seven)
    enrol(desk.office, dmytro, add_course(desk.office, "Robotik", 1))
    for typed, found in (("dmyt", ["Дмитро"]), ("7a", ["Tola"]), ("robo", ["Дмитро"]), ("xyz", [])):
        screen.filters.search.clear()
        type_text(screen.filters.search, typed)
        assert names(screen) == found, typed


def test_chips_and_class_narrow_the_list(screen: PupilsScreen, desk: Desk) -> None:
    six, seven = add_class(desk.office, "6b"), add_class(desk.office, "7a")
    tola, femi = add_child(desk.office, "Tola A", six), add_child(desk.office, "Femi B", seven)
    gone = add_child(desk.office, "Ada C", six)
    desk.office.do(leaving.leave(gone, date(2026, 9, 11)))
    for weekday in range(1, 6):
        enrol(desk.office, femi, add_course(desk.office, f"Kurs {weekday}", weekday))
    assert names(screen) == ["Tola", "Femi"]
    screen.filters.chips["without"].click()
    assert names(screen) == ["Tola"]
    screen.filters.chips["left"].click()
    assert names(screen) == ["Ada"]
    screen.filters.chips["all"].click()
    screen.filters.classes.setCurrentIndex(2)
    screen.filters.classes.activated.emit(2)
    assert names(screen) == ["Femi"]
    screen.go_to(tola)
    assert screen.table.chosen_id() == tola
    screen.go_to(gone)
    assert screen.table.chosen_id() == gone


def test_a_group_shows_its_children_of_all_classes(screen: PupilsScreen, desk: Desk) -> None:
    tola = add_child(desk.office, "Tola A", add_class(desk.office, "6b"))
    add_child(desk.office, "Femi B", add_class(desk.office, "7a"))
    group = desk.office.do(classes.add(desk.office.read(frame.term).school_year_id, "Bläser", "group"))
    desk.office.do(belonging.join_group(tola, group))
    screen.filters.classes.pick(group)
    screen.filters.changed.emit()
    assert names(screen) == ["Tola"]


def test_a_child_is_deleted_and_comes_back_with_undo(screen: PupilsScreen, desk: Desk) -> None:
    add_child(desk.office)
    screen.verbs.delete.trigger()
    assert names(screen) == []
    assert "Tola Adeyemi" in screen.banner.sentence()
    screen.banner._button.click()
    assert names(screen) == ["Tola"]


def test_who_was_in_courses_stays_and_the_banner_advises_to_enter_the_day(screen: PupilsScreen, desk: Desk) -> None:
    pupil_id = add_child(desk.office)
    enrol(desk.office, pupil_id, add_course(desk.office, "Robotik", 1))
    screen.verbs.delete.trigger()
    assert screen.banner.tone() == "bad"
    assert names(screen) == ["Tola"]


def test_a_twin_is_chosen_at_once(screen: PupilsScreen, desk: Desk) -> None:
    pupil_id = add_child(desk.office)
    screen.verbs.duplicate.trigger()
    assert len(names(screen)) == 2
    assert screen.table.chosen_id() not in (None, pupil_id)


def test_leaving_asks_for_the_day_and_can_be_taken_back(screen: PupilsScreen, desk: Desk, ask: Recorder) -> None:
    add_child(desk.office)

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, FormDialog)
        dialog.form.editor("day").setText("30.09.2026")
        type_text(dialog.form.editor("reason"), "Umzug")

    ask.answers.append(fill)
    screen.verbs.leave.trigger()
    shown = screen.shown()
    assert shown is not None
    assert (shown.exit, shown.history[0].reason) == (date(2026, 9, 30), "Umzug")
    assert not screen.verbs.leave.isVisible()
    screen.verbs.come_back.trigger()
    shown = screen.shown()
    assert shown is not None
    assert shown.exit is None


def test_the_selection_stays_when_another_child_is_added(screen: PupilsScreen, desk: Desk) -> None:
    tola = add_child(desk.office)
    assert screen.table.chosen_id() == tola
    desk.office.do(pupils.add(surname="Aaa"))
    assert screen.table.chosen_id() == tola


def test_columns_can_be_shown_and_stay_shown(screen: PupilsScreen, desk: Desk) -> None:
    header = screen.table.horizontalHeader()
    place = next(i for i, column in enumerate(screen.rows.columns) if column.key == "birth_date")
    assert header.isSectionHidden(place)
    header.setSectionHidden(place, False)
    screen.table.look.keep()
    again = PupilsScreen(desk)
    assert not again.table.horizontalHeader().isSectionHidden(place)
    again.deleteLater()


def test_a_figure_of_booked_children_leads_to_those_of_the_day(screen: PupilsScreen, desk: Desk) -> None:
    five = add_class(desk.office, "5a")
    for name, days in (("Ada Ahmadi", (1, 3)), ("Ben Böttcher", (3,)), ("Can Çelik", ())):
        child = add_child(desk.office, name, five)
        desk.office.do(staying.set_booked(child, days))
    screen.go_to_chip("day:3")
    assert names(screen) == ["Ada", "Ben"]
    screen.go_to_chip("day:1")
    assert names(screen) == ["Ada"]
    assert screen.filters.days.value() == 1
    screen.go_to_chip("all")
    assert names(screen) == ["Ada", "Ben", "Can"]
