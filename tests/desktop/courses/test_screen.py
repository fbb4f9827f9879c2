"""What the coordinator does with courses, and what she then sees."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag.desktop.courses.dialogs import MoveDialog, NewCourseDialog
from ganztag.desktop.courses.meetings import OWN_TIME
from ganztag.desktop.courses.participants import COLUMNS
from ganztag.desktop.courses.screen import CoursesScreen
from ganztag.desktop.courses.strike_dialog import StrikeDialog
from ganztag.desktop.courses.words import brief_times, status_of, times_of
from ganztag.desktop.desk import Desk, Place
from ganztag.operations import courses, enrolments, meetings, moving, staff_papers, waiting
from ganztag.operations.meetings import NewMeeting
from tests.desktop.hands import Recorder, press, type_text
from tests.desktop.hosting import Ear, hosted
from tests.offered import Offered


@pytest.fixture
def shown(qtbot: QtBot, offered: Offered, desk: Desk) -> Iterator[tuple[CoursesScreen, Ear]]:
    with hosted(qtbot, desk, CoursesScreen(desk)) as pair:
        yield pair


@pytest.fixture
def screen(shown: tuple[CoursesScreen, Ear]) -> CoursesScreen:
    return shown[0]


def titles(screen: CoursesScreen) -> list[str]:
    return [course.title for course in screen.rows.visible()]


def children(screen: CoursesScreen) -> list[str]:
    return [child.name for child in screen.detail.participants.rows.visible()]


def test_an_empty_school_teaches_what_will_stand_here(qtbot: QtBot, desk: Desk) -> None:
    with hosted(qtbot, desk, CoursesScreen(desk)) as (screen, _ear):
        assert screen._empty.isVisible()
        assert not screen.filters.isVisible()


def test_a_new_course_is_born_whole_and_chosen(screen: CoursesScreen, offered: Offered, ask: Recorder) -> None:
    def fill(dialog: NewCourseDialog) -> None:
        dialog.form.show_values(
            {"title": "Imkern", "max_size": 10, "block": offered.tuesday, "room_id": offered.room,
             "leader": offered.leader, "year_group_ids": [offered.year_5]}
        )  # fmt: skip

    ask.answers.append(fill)
    screen.add()
    course = screen.verbs.chosen()
    assert course is not None
    assert (course.title, course.number, course.max_size, course.year_groups) == ("Imkern", "104", 10, ("5",))
    (meeting,) = course.meetings
    assert (meeting.block_id, meeting.room, meeting.leaders) == (offered.tuesday, "R 104", ("Gülşah Şahin",))


def test_a_field_is_changed_where_it_stands(screen: CoursesScreen, offered: Offered) -> None:
    screen.go_to(offered.choir)
    editor = screen.detail.form.editor("title")
    editor.clear()
    type_text(editor, "Großer Chor")
    press(editor, Qt.Key.Key_Return)
    assert offered.course(offered.choir).title == "Großer Chor"
    assert "Großer Chor" in titles(screen)


def test_a_number_that_is_taken_is_refused_under_the_field(screen: CoursesScreen, offered: Offered) -> None:
    screen.go_to(offered.choir)
    editor = screen.detail.form.editor("number")
    editor.clear()
    type_text(editor, "101")
    press(editor, Qt.Key.Key_Return)
    assert "101" in screen.detail.form.complaint("number")
    assert offered.course(offered.choir).number == "102"


def test_search_finds_by_leader_and_room_and_chips_narrow(screen: CoursesScreen, offered: Offered) -> None:
    type_text(screen.filters.search, "sahin")
    assert titles(screen) == ["Robotik mit Lego"]
    press(screen.filters.search, Qt.Key.Key_Escape)
    screen.filters.turn_on("room")
    assert titles(screen) == ["Chor", "Volleyball"]
    screen.filters.turn_on("all")
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    screen.filters.turn_on("few")
    assert titles(screen) == ["Robotik mit Lego"]


def test_the_year_group_shows_what_its_children_may_take(screen: CoursesScreen, offered: Offered) -> None:
    offered.office.do(courses.open_to(offered.choir, (), (offered.class_6a,)))
    year_6 = next(key for key, label in screen._read.years if label == "6")
    screen.years.pick(year_6)
    screen.years.picked.emit(year_6)
    assert titles(screen) == ["Chor", "Volleyball"]


def test_a_child_is_found_and_enrolled_from_today(screen: CoursesScreen, offered: Offered) -> None:
    screen.go_to(offered.robotics)
    seeker = screen.detail.participants.seeker
    type_text(seeker, "oeztu")
    assert seeker.near() == ["Öztürk, Cem · 5a"]
    press(seeker._popup, Qt.Key.Key_Return)
    assert children(screen) == ["Öztürk, Cem"]
    assert seeker.text() == ""
    (row,) = screen.detail.participants.rows.all()
    assert row.starts == offered.office.clock.today()


def test_a_full_course_says_so_and_takes_the_child_all_the_same(screen: CoursesScreen, offered: Offered) -> None:
    for pupil in (offered.ada, offered.ben):
        offered.office.do(enrolments.enrol(pupil, offered.robotics))
    screen.go_to(offered.robotics)
    screen.places.enrol(offered.cem)
    assert screen.banner.tone() == "bad"
    assert len(children(screen)) == 2
    screen.banner._button.click()
    assert len(children(screen)) == 3
    assert screen.detail.notices.sentences()


def test_a_child_is_taken_out_and_undo_brings_it_back(screen: CoursesScreen, offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    screen.go_to(offered.robotics)
    screen.detail.participants.table.choose_first()
    screen.places.take_out.trigger()
    assert children(screen) == []
    assert "Ada" in str(offered.office.undo_label)
    offered.office.undo()
    assert children(screen) == ["Yılmaz, Ada"]


def test_a_child_moves_to_another_course(screen: CoursesScreen, offered: Offered, ask: Recorder) -> None:
    def fill(dialog: MoveDialog) -> None:
        dialog.form.show_values({"course_id": offered.volleyball, "day": offered.term.starts, "reason": "Umwahl"})

    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    screen.go_to(offered.robotics)
    screen.detail.participants.table.choose_first()
    ask.answers.append(fill)
    screen.places.move.trigger()
    assert offered.course(offered.robotics).enrolled == 0
    assert offered.course(offered.volleyball).enrolled == 1


def test_a_meeting_gets_a_time_of_its_own_and_a_leader(screen: CoursesScreen, offered: Offered) -> None:
    screen.go_to(offered.choir)
    (meeting,) = offered.course(offered.choir).meetings
    card = screen.detail.meetings.card(meeting.id)
    card.form.editor("block").pick(OWN_TIME)
    card.form.editor("block").picked.emit(OWN_TIME)
    assert not card.form.editor("starts").isHidden()
    editor = card.form.editor("ends")
    editor.clear()
    type_text(editor, "16:10")
    press(editor, Qt.Key.Key_Return)
    card.leaders.seeker.found.emit(offered.leader)
    (meeting,) = offered.course(offered.choir).meetings
    assert (meeting.block_id, meeting.weekday, meeting.ends) == (None, 1, time(16, 10))
    assert meeting.leaders == ("Gülşah Şahin",)


def test_a_clash_is_shown_in_red_and_leads_to_the_other_course(
    shown: tuple[CoursesScreen, Ear], offered: Offered
) -> None:
    screen, ear = shown
    (meeting,) = offered.course(offered.choir).meetings
    offered.office.do(meetings.change(meeting.id, room_id=offered.room))
    screen.go_to(offered.robotics)
    (sentence, *_rest) = screen.detail.notices.sentences()
    assert "R 104" in sentence
    assert "Chor" in sentence
    screen.detail.notices.followed.emit(screen.detail.notices._targets[0])
    assert ear.places == [Place("courses", offered.choir)]
    screen.go_to_chip("clash")
    assert titles(screen) == ["Robotik mit Lego", "Chor"]
    assert {status_of(course).tone for course in screen.rows.visible()} == {"bad"}


def test_a_paper_that_expired_leads_to_the_person_and_not_to_another_course(
    shown: tuple[CoursesScreen, Ear], offered: Offered
) -> None:
    screen, ear = shown
    (meeting,) = offered.course(offered.choir).meetings
    offered.office.do(moving.lead_too([meeting.id], offered.leader))
    paper = offered.office.do(staff_papers.want("Führungszeugnis", valid_months=12))
    offered.office.do(staff_papers.see(offered.leader, paper, date(2024, 9, 1)))
    screen.go_to(offered.robotics)
    place = next(n for n, said in enumerate(screen.detail.notices.sentences()) if "Führungszeugnis" in said)
    screen.detail.notices.followed.emit(screen.detail.notices._targets[place])
    assert ear.places == [Place("staff", offered.leader)]


def test_meetings_are_added_and_removed(screen: CoursesScreen, offered: Offered) -> None:
    screen.go_to(offered.choir)
    screen.detail.meetings.add_wanted.emit()
    first, second = offered.course(offered.choir).meetings
    assert second.block_id == offered.tuesday
    screen.verbs.remove_meeting(first.id)
    assert [meeting.id for meeting in offered.course(offered.choir).meetings] == [second.id]
    assert screen.banner.tone() == "ok"


def test_a_new_meeting_has_room_and_leaders_of_the_one_before(screen: CoursesScreen, offered: Offered) -> None:
    screen.go_to(offered.choir)
    (meeting,) = offered.course(offered.choir).meetings
    offered.office.do(meetings.change(meeting.id, room_id=offered.room))
    screen.detail.meetings.card(meeting.id).leaders.seeker.found.emit(offered.leader)
    screen.detail.meetings.add_wanted.emit()
    _first, second = offered.course(offered.choir).meetings
    assert (second.room_id, second.leader_ids) == (offered.room, (offered.leader,))


def test_deleting_is_refused_with_children_and_undone_without(screen: CoursesScreen, offered: Offered) -> None:
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    screen.go_to(offered.robotics)
    screen.verbs.delete.trigger()
    assert screen.banner.tone() == "bad"
    screen.go_to(offered.choir)
    screen.verbs.delete.trigger()
    assert "Chor" not in titles(screen)
    screen.banner._button.click()
    assert "Chor" in titles(screen)


def test_striking_a_course_asks_from_when_and_says_what_becomes_of_each_child(
    screen: CoursesScreen, offered: Offered, ask: Recorder
) -> None:
    fates: list[list[str]] = []

    def fill(dialog: StrikeDialog) -> None:
        fates.append([column.text(dialog.rows.all()[0]) for column in dialog.rows.columns])
        dialog.form.show_values({"day": date(2026, 9, 21), "reason": "zu wenige"})

    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    screen.go_to(offered.robotics)
    ask.answers.append(fill)
    screen.verbs.edit("status", "struck")
    assert fates[0][0] == "Yılmaz, Ada"
    course = offered.course(offered.robotics)
    assert (course.struck, course.ends) == (False, date(2026, 9, 20))  # what was stays
    assert "20.09.2026" in screen.banner.sentence()
    assert len(children(screen)) == 1


def test_a_course_leads_to_its_waiting_list(shown: tuple[CoursesScreen, Ear], offered: Offered) -> None:
    screen, ear = shown
    for pupil in (offered.ada, offered.ben):
        offered.office.do(enrolments.enrol(pupil, offered.robotics))
    screen.go_to(offered.choir)
    link = screen.detail.participants.waiting
    assert link.isHidden()
    screen.go_to(offered.robotics)
    assert not link.isHidden()
    offered.office.do(waiting.add(offered.robotics, offered.cem))
    assert "1" in link.text()
    link.click()
    assert ear.places == [Place("changes", offered.robotics)]


def test_a_duplicate_is_chosen(screen: CoursesScreen, offered: Offered) -> None:
    screen.go_to(offered.robotics)
    screen.verbs.duplicate.trigger()
    course = screen.verbs.chosen()
    assert course is not None
    assert (course.title, course.id) != ("Robotik mit Lego", offered.robotics)
    assert course.title == "Robotik mit Lego"


def test_the_child_of_a_course_is_shown_on_request(shown: tuple[CoursesScreen, Ear], offered: Offered) -> None:
    screen, ear = shown
    offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    screen.go_to(offered.robotics)
    screen.detail.participants.table.choose_first()
    screen.places.open.trigger()
    assert ear.places == [Place("pupils", offered.ada)]


def test_the_list_says_when_a_course_begins_and_joins_its_days(screen: CoursesScreen, offered: Offered) -> None:
    for day, starts in ((2, time(14)), (3, time(14)), (5, time(15))):
        offered.office.do(meetings.add(offered.choir, NewMeeting(None, day, starts, time(16))))
    course = screen.rows.row_of(offered.choir)
    assert course is not None
    assert brief_times(course) == "Mo–Mi 14:00, Fr 15:00"
    assert times_of(course).startswith("Mo 14:00–15:30, Di 14:00–16:00")


def test_only_who_came_later_has_a_day_in_the_list(screen: CoursesScreen, offered: Offered) -> None:
    screen.go_to(offered.choir)
    offered.office.do(enrolments.enrol(offered.ada, offered.choir, offered.term.starts))
    table = screen.detail.participants.table
    assert table.isColumnHidden(1)
    offered.office.do(enrolments.enrol(offered.ben, offered.choir, date(2026, 9, 21)))
    assert not table.isColumnHidden(1)
    since = {child.pupil_id: COLUMNS[1].text(child) for child in screen.detail.participants.rows.visible()}
    assert since == {offered.ada: "", offered.ben: "ab 21.9."}


def test_another_course_is_shown_from_its_beginning(qtbot: QtBot, screen: CoursesScreen, offered: Offered) -> None:
    screen.go_to(offered.choir)
    screen.detail.turn_to("more")
    bar = screen.detail._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    screen.go_to(offered.robotics)
    assert bar.value() == 0


def test_enrolments_are_brought_in_from_a_file(
    screen: CoursesScreen, offered: Offered, ask: Recorder, tmp_path: Path
) -> None:
    file = tmp_path / "enrolments.csv"
    file.write_text("Nachname;Vorname;Klasse;Kurs\nYılmaz;Ada;5a;Chor\n", encoding="utf-8")
    ask.answers = [file, lambda _dialog: None]
    screen._import.choices["enrolments"].trigger()
    screen.go_to(offered.choir)
    assert children(screen) == ["Yılmaz, Ada"]
