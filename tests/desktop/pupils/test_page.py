"""What the coordinator changes on a child's page, and what she then sees."""

from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ganztag import language
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.pupils.head import initials
from ganztag.desktop.pupils.screen import PupilsScreen
from ganztag.desktop.pupils.way_home import WayHomePopup
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.operations import courses, guardians, pupils, staying
from ganztag.queries.pupil_detail import PupilDetail
from tests.desktop.hands import Recorder, press, type_text
from tests.operations.children import MONDAY, add_child, add_class, add_course, enrol


def shown(screen: PupilsScreen) -> PupilDetail:
    found = screen.shown()
    assert found is not None
    return found


def write(screen: PupilsScreen, key: str, text: str) -> None:
    editor = screen.page.data.form.editor(key)
    editor.setFocus()
    editor.clear()
    type_text(editor, text)
    press(editor, Qt.Key.Key_Return)


def test_fields_are_written_when_they_are_left(screen: PupilsScreen, desk: Desk) -> None:
    add_child(desk.office)
    write(screen, "birth_date", "1.3.2015")
    write(screen, "native_name", "Тола")
    write(screen, "external_id", "4711")
    write(screen, "phone", "0151 5550 1")
    found = shown(screen)
    assert (found.birth_date, found.native_name, found.external_ids[0].value) == (date(2015, 3, 1), "Тола", "4711")
    assert found.phones[0].number == "0151 5550 1"


def test_what_cannot_be_is_said_under_the_field(screen: PupilsScreen, desk: Desk) -> None:
    add_child(desk.office)
    write(screen, "birth_date", "1.3.2031")
    assert screen.page.data.form.complaint("birth_date")
    assert shown(screen).birth_date is None


def test_a_day_of_leaving_in_the_form_ends_everything_and_no_day_brings_it_back(
    screen: PupilsScreen, desk: Desk
) -> None:
    add_child(desk.office, class_id=add_class(desk.office, "6b"))
    write(screen, "exit", "30.9.2026")
    assert shown(screen).memberships[0].ends == date(2026, 9, 30)
    write(screen, "exit", "")
    assert shown(screen).memberships[0].ends is None


def test_another_class_is_chosen_in_the_form(screen: PupilsScreen, desk: Desk) -> None:
    add_child(desk.office, class_id=add_class(desk.office, "6b"))
    add_class(desk.office, "7a")
    editor = screen.page.data.form.editor("class_id")
    place = editor.findText("7a")
    editor.setCurrentIndex(place)
    editor.activated.emit(place)
    assert (shown(screen).class_name, shown(screen).year_group) == ("7a", "7")


def test_a_day_is_booked_and_freed_by_its_chip(screen: PupilsScreen, desk: Desk) -> None:
    add_child(desk.office)
    screen.page.days.chip(5).click()
    assert shown(screen).booked == (1, 2, 3, 4)
    assert screen.page.week.day(5).gap() is None
    screen.page.days.chip(5).click()
    assert shown(screen).booked == (1, 2, 3, 4, 5)


def test_the_way_home_is_changed_where_it_stands(screen: PupilsScreen, desk: Desk) -> None:
    add_child(desk.office)
    screen.page.week.day(2).way_home.click()
    popup = screen.findChild(WayHomePopup)
    assert popup is not None
    editor = popup.form.editor("time")
    type_text(editor, "16.10")
    press(editor, Qt.Key.Key_Return)
    tuesday = shown(screen).week[1]
    assert tuesday.leaves == time(16, 10)
    assert "16:10" in screen.page.week.day(2).way_home.accessibleName()


def test_an_empty_day_leads_to_the_courses_of_that_day(screen: PupilsScreen, desk: Desk) -> None:
    add_child(desk.office)
    robots = add_course(desk.office, "Robotik", 1)
    add_course(desk.office, "Chor", 2)
    gap = screen.page.week.day(1).gap()
    assert gap is not None
    gap.click()
    chooser = screen.enrolling.chooser
    assert chooser is not None
    assert [row.course.title for row in chooser.rows.visible()] == ["Robotik"]
    type_text(chooser.form.editor("reason"), "Anruf")
    chooser.choose(robots)
    stay = shown(screen).week[0].stays[0]
    assert (stay.title, shown(screen).history[0].reason) == ("Robotik", "Anruf")
    assert [card.stay.title for card in screen.page.week.day(1).cards()] == ["Robotik"]


def test_a_course_that_does_not_fit_is_refused_in_the_window(screen: PupilsScreen, desk: Desk) -> None:
    pupil_id = add_child(desk.office)
    enrol(desk.office, pupil_id, add_course(desk.office, "Robotik", 1))
    choir = add_course(desk.office, "Chor", 1)
    screen.verbs.choose_course.trigger()
    chooser = screen.enrolling.chooser
    assert chooser is not None
    chooser.choose(choir)
    assert "Robotik" in chooser.banner.sentence()
    assert [stay.title for stay in shown(screen).week[0].stays] == ["Robotik"]
    chooser.close()


def test_a_child_waits_for_a_full_course_keeps_what_it_has_and_its_page_says_so(
    screen: PupilsScreen, desk: Desk
) -> None:
    pupil_id = add_child(desk.office)
    enrol(desk.office, pupil_id, add_course(desk.office, "Robotik", 1))
    choir = add_course(desk.office, "Chor", 1)
    desk.office.do(courses.edit(choir, max_size=0))
    screen.verbs.choose_course.trigger()
    chooser = screen.enrolling.chooser
    assert chooser is not None
    chooser.table.choose(choir)
    chooser.queue.click()
    assert [stay.title for stay in shown(screen).week[0].stays] == ["Robotik"]
    (sentence,) = screen.page.notices.sentences()
    assert "Chor" in sentence
    led: list[Place] = []
    screen.wanted.connect(led.append)
    screen.page.notices.followed.emit(screen.page.notices._targets[0])
    assert led == [Place("changes", choir)]
    screen.verbs.choose_course.trigger()
    again = screen.enrolling.chooser
    assert again is not None
    again.table.choose(choir)
    again.queue.click()
    assert "Chor" in again.banner.sentence()  # once is enough
    again.close()


def _card_action(screen: PupilsScreen, place: int) -> None:
    card = screen.page.week.day(1).cards()[0]
    screen.enrolling.mean(card)
    screen.enrolling.card_actions(screen)[place].trigger()


def test_a_course_is_changed_left_and_shown_from_its_card(screen: PupilsScreen, desk: Desk, ask: Recorder) -> None:
    pupil_id = add_child(desk.office)
    robots = add_course(desk.office, "Robotik", 1)
    enrol(desk.office, pupil_id, robots, starts=date(2026, 9, 7))
    choir = add_course(desk.office, "Chor", 1)
    led: list[Place] = []
    screen.wanted.connect(led.append)
    _card_action(screen, 3)
    assert led == [Place("courses", robots)]
    _card_action(screen, 0)
    assert screen.enrolling.chooser is not None
    screen.enrolling.chooser.choose(choir)
    assert [stay.title for stay in shown(screen).week[0].stays] == ["Chor"]

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, FormDialog)
        dialog.form.editor("day").setText("30.9.2026")

    ask.answers.append(fill)
    _card_action(screen, 1)
    assert shown(screen).week[0].stays[0].until == date(2026, 9, 30)


def test_a_mistake_is_taken_away_and_comes_back_with_undo(screen: PupilsScreen, desk: Desk) -> None:
    pupil_id = add_child(desk.office)
    enrol(desk.office, pupil_id, add_course(desk.office, "Robotik", 1))
    _card_action(screen, 2)
    assert shown(screen).week[0].stays == ()
    screen.banner._button.click()
    assert [stay.title for stay in shown(screen).week[0].stays] == ["Robotik"]


def test_a_guardian_is_added_and_typed_at_once(qtbot: QtBot, screen: PupilsScreen, desk: Desk) -> None:
    add_child(desk.office)
    screen.page.family.add_wanted.emit()
    item = screen.page.family.item(shown(screen).guardians[0].id)
    qtbot.waitUntil(item.form.isVisible)
    for key, text in (("call_name", "Ola"), ("phone", "040 5550 417"), ("relation", "Mutter")):
        editor = item.form.editor(key)
        editor.setFocus()
        type_text(editor, text)
        press(editor, Qt.Key.Key_Return)
    item.form.editor("may_pick_up").click()
    found = shown(screen).guardians[0]
    assert (found.name, found.relation, found.may_pick_up) == ("Ola Adeyemi", "Mutter", False)
    assert found.phones[0].number == "040 5550 417"


def test_siblings_are_linked_and_lead_to_each_other(screen: PupilsScreen, desk: Desk, ask: Recorder) -> None:
    tola, femi = add_child(desk.office), add_child(desk.office, "Femi Adeyemi")
    desk.office.do(guardians.add(femi, surname="Adeyemi", call_name="Ola"))
    screen.go_to(tola)

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, FormDialog)
        line = dialog.form.editor("sibling_id").line
        type_text(line, "fem")
        press(line._popup, Qt.Key.Key_Return)

    ask.answers.append(fill)
    screen.verbs.link_sibling()
    assert shown(screen).guardians[0].siblings[0].id == femi
    screen.page.family.sibling_wanted.emit(femi)
    assert screen.table.chosen_id() == femi


def test_who_is_called_first_is_chosen_and_a_guardian_removed(screen: PupilsScreen, desk: Desk) -> None:
    pupil_id = add_child(desk.office)
    for call_name in ("Ola", "Femi"):
        desk.office.do(guardians.add(pupil_id, surname="Adeyemi", call_name=call_name))
    item = screen.page.family.item(shown(screen).guardians[1].id)
    item._call_first.click()
    assert [found.call_name for found in shown(screen).guardians] == ["Femi", "Ola"]
    item._unlink.click()
    assert [found.call_name for found in shown(screen).guardians] == ["Ola"]


def test_the_page_speaks_the_other_language_after_a_switch(screen: PupilsScreen, desk: Desk) -> None:
    add_child(desk.office)
    desk.office.do(staying.set_leave(shown(screen).id, 1, time(15), "alone"))
    language.speak("en")
    screen.retranslate()
    screen.refresh()
    assert screen.page.week.day(1)._name.text() == "Monday"
    assert screen.verbs.leave.text() == "Leaves the school …"


def test_the_badge_shows_the_initials_of_the_name_in_its_own_script(screen: PupilsScreen, desk: Desk) -> None:
    pupil_id = add_child(desk.office)
    assert initials(shown(screen)) == "TA"
    desk.office.do(pupils.edit(pupil_id, native_name="Дмитро Коваленко"))
    assert initials(shown(screen)) == "ДК"
    assert shown(screen).history[0].at.date() == MONDAY


def test_the_printer_leads_to_the_week_plan_of_this_child(screen: PupilsScreen, desk: Desk) -> None:
    pupil_id = add_child(desk.office)
    led: list[Place] = []
    screen.wanted.connect(led.append)
    screen.page.person.print.click()
    assert led == [Place("lists", chip="pupil", ids=(pupil_id,))]
