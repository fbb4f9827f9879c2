"""The dates of a course: cancelled, moved, elsewhere, led by others, by button, menu and key."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag.desktop.courses.screen import CoursesScreen
from ganztag.desktop.courses.session_dialogs import CANCEL, OTHERS
from ganztag.desktop.courses.session_list import COLUMNS
from ganztag.desktop.courses.words import brief_times, times_of
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.detail import ActionButton
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.operations import calendar, courses, meetings, rooms, staff
from ganztag.operations.meetings import NewMeeting
from ganztag.queries.sessions import SessionRow
from tests.desktop.hands import Recorder, press, type_text
from tests.desktop.hosting import hosted
from tests.offered import Offered

FIRST, SECOND = date(2026, 9, 14), date(2026, 9, 21)  # Mondays, the first is today


@pytest.fixture
def screen(qtbot: QtBot, offered: Offered, desk: Desk) -> Iterator[CoursesScreen]:
    offered.office.do(calendar.set_land(""))
    with hosted(qtbot, desk, CoursesScreen(desk)) as (made, _ear):
        made.go_to(offered.robotics)
        made.detail.turn_to("dates")
        yield made


def shown(screen: CoursesScreen) -> dict[date, SessionRow]:
    return {row.session.series_day: row.session for row in screen.detail.dates.rows.all()}


def answer(**values: object) -> object:
    def fill(dialog: FormDialog) -> None:
        dialog.form.show_values(values)

    return fill


def test_the_dates_are_counted_and_the_next_one_is_chosen(screen: CoursesScreen) -> None:
    count = len(shown(screen))
    assert screen.detail.dates.count.text() == f"{count} Termine"
    assert [row.day for row in screen.detail.dates.chosen()] == [FIRST]
    text = COLUMNS[0].text(screen.detail.dates.rows.visible()[0])
    assert "R 104" in text
    assert "Gülşah Şahin" in text


def test_what_is_over_is_shown_on_request(screen: CoursesScreen) -> None:
    dates = screen.detail.dates
    assert min(row.session.day for row in dates.rows.visible()) == FIRST
    dates.earlier.click()
    assert min(row.session.day for row in dates.rows.visible()) < FIRST
    assert len(dates.rows.visible()) == len(shown(screen))
    dates.earlier.click()
    assert min(row.session.day for row in dates.rows.visible()) == FIRST


def test_a_date_is_cancelled_by_a_key_and_stays_seen(screen: CoursesScreen, ask: Recorder, offered: Offered) -> None:
    table = screen.detail.dates.table
    ask.answers.append(answer(reason="Leitung krank"))
    screen.sessions.cancel.trigger()
    row = shown(screen)[FIRST]
    assert (row.state, row.reason) == ("cancelled", "Leitung krank")
    assert "1 fällt aus" in screen.detail.dates.count.text()
    assert screen.sessions.cancel.shortcut().toString() == "Del"
    assert screen.sessions.cancel in table.actions()
    screen.sessions.restore.trigger()
    assert shown(screen)[FIRST].state == "held"
    offered.office.undo()
    assert shown(screen)[FIRST].state == "cancelled"


def test_a_button_does_what_the_key_does(screen: CoursesScreen, ask: Recorder) -> None:
    button = next(
        button for button in screen.detail.dates.findChildren(ActionButton) if button.text().startswith(" Fällt aus")
    )
    ask.answers.append(answer(reason=""))
    button.click()
    assert shown(screen)[FIRST].state == "cancelled"


def test_enter_moves_a_date_and_a_day_off_is_refused_in_the_dialog(
    screen: CoursesScreen, ask: Recorder, offered: Offered
) -> None:
    offered.office.do(calendar.add_day_off("Schulfest", date(2026, 9, 15), date(2026, 9, 15)))
    told: list[str] = []

    def fill(dialog: FormDialog) -> None:
        editor = dialog.form.editor("day")
        editor.clear()
        type_text(editor, "15.9.2026")
        dialog.accept()
        told.append(dialog.banner.sentence())
        editor.clear()
        type_text(editor, "16.9.2026")

    ask.answers.append(fill)
    press(screen.detail.dates.table, Qt.Key.Key_Return)
    assert "Schulfest" in told[0]
    row = shown(screen)[FIRST]
    assert (row.day, row.state, row.starts) == (date(2026, 9, 16), "moved", time(14))


def test_several_dates_get_another_room_at_once(screen: CoursesScreen, ask: Recorder, offered: Offered) -> None:
    hall = offered.office.do(rooms.add("Halle"))
    press(screen.detail.dates.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert not screen.sessions.move.isEnabled()
    ask.answers.append(answer(room_id=hall, reason=""))
    screen.sessions.room.trigger()
    assert {row.room for day, row in shown(screen).items() if day >= FIRST} == {"Halle"}
    assert len(shown(screen)) > 2
    offered.office.undo()
    assert {row.room for row in shown(screen).values()} == {"R 104"}


def test_a_substitute_is_chosen_and_nobody_at_all_is_refused(
    screen: CoursesScreen, ask: Recorder, offered: Offered
) -> None:
    other = offered.office.do(staff.add(surname="Özkan", call_name="Ayşe"))
    told: list[str] = []

    def fill(dialog: FormDialog) -> None:
        dialog.form.show_values({"absent_id": None, "staff_id": None, "reason": ""})
        dialog.accept()
        told.append(dialog.banner.sentence())
        dialog.form.show_values({"absent_id": offered.leader, "staff_id": other, "reason": "krank"})

    ask.answers.append(fill)
    screen.sessions.substitute.trigger()
    assert told[0]
    row = shown(screen)[FIRST]
    assert (row.leaders, row.absent) == (("Ayşe Özkan",), ("Gülşah Şahin",))


@pytest.mark.parametrize(("instead", "state"), [(CANCEL, "cancelled"), (OTHERS, "changed")])
def test_a_leader_is_away_for_a_week_in_all_courses(
    screen: CoursesScreen, ask: Recorder, offered: Offered, instead: int, state: str
) -> None:
    offered.office.do(meetings.lead(offered.course(offered.volleyball).meetings[0].id, [offered.leader]))
    ask.answers.append(
        answer(absent_id=offered.leader, first=FIRST, last=date(2026, 9, 18), instead=instead, reason="krank")
    )
    screen.sessions.away.trigger()
    assert shown(screen)[FIRST].state == state
    assert shown(screen)[SECOND].state == "held"
    screen.go_to(offered.volleyball)
    assert shown(screen)[date(2026, 9, 15)].state == state
    offered.office.undo()
    assert shown(screen)[date(2026, 9, 15)].state == "held"


def test_a_leader_who_leads_nothing_then_is_refused(screen: CoursesScreen, ask: Recorder, offered: Offered) -> None:
    other = offered.office.do(staff.add(surname="Özkan"))
    told: list[str] = []

    def fill(dialog: FormDialog) -> None:
        dialog.form.show_values({"absent_id": other, "first": FIRST, "last": FIRST, "instead": CANCEL, "reason": ""})
        dialog.accept()
        told.append(dialog.banner.sentence())

    ask.answers.append(fill)
    screen.sessions.away.trigger()
    assert told[0]


def test_changes_that_lost_their_date_are_told_and_forgotten(
    screen: CoursesScreen, ask: Recorder, offered: Offered
) -> None:
    ask.answers.append(answer(reason=""))
    screen.sessions.cancel.trigger()
    meeting = offered.course(offered.robotics).meetings[0].id
    offered.office.do(meetings.change(meeting, time_block_id=offered.tuesday))
    (sentence,) = screen.detail.dates.notices.sentences()
    assert "14.9." in sentence
    screen.detail.dates.notices.followed.emit(True)
    assert screen.detail.dates.notices.sentences() == []


def test_a_meeting_gets_a_rhythm_and_a_single_date(screen: CoursesScreen, offered: Offered) -> None:
    screen.detail.turn_to("course")
    meeting = offered.course(offered.robotics).meetings[0]
    form = screen.detail.meetings.card(meeting.id).form
    weekly = len(shown(screen))
    form.editor("rhythm").pick("A")
    form.editor("rhythm").picked.emit("A")
    assert len(shown(screen)) < weekly
    assert times_of(offered.course(offered.robotics)) == "Mo 14:00–15:30, A-Wochen" or "A" in brief_times(
        offered.course(offered.robotics)
    )
    form.editor("rhythm").pick("once")
    form.editor("rhythm").picked.emit("once")
    assert list(shown(screen)) == [FIRST]
    assert not form.editor("on_date").isHidden()
    editor = form.editor("on_date")
    editor.clear()
    type_text(editor, "22.09.2026")
    press(editor, Qt.Key.Key_Return)
    assert form.complaint("on_date")  # a Tuesday is no day of the block on Mondays


def test_where_a_course_may_be_placed_is_picked(screen: CoursesScreen, offered: Offered) -> None:
    screen.detail.turn_to("more")
    picks = screen.detail.more.picks["block_ids"]
    picks.put((offered.tuesday,))
    picks.left.emit()
    picks = screen.detail.more.picks["room_ids"]
    picks.put((offered.room,))
    picks.left.emit()
    screen.go_to(offered.choir)
    assert screen.detail.more.picks["block_ids"].value() == ()
    screen.go_to(offered.robotics)
    assert screen.detail.more.picks["block_ids"].value() == (offered.tuesday,)
    assert screen.detail.more.picks["room_ids"].value() == (offered.room,)


def test_a_course_may_start_later_and_need_a_piano(screen: CoursesScreen, offered: Offered) -> None:
    screen.detail.turn_to("more")
    for key, text in (("starts", "28.09.2026"), ("equipment", "Klavier; Waschbecken"), ("max_per_class", "4")):
        editor = screen.detail.more.editor(key)
        editor.clear()
        type_text(editor, text)
        press(editor, Qt.Key.Key_Return)
    course = offered.course(offered.robotics)
    assert (course.starts, course.equipment, course.max_per_class) == (date(2026, 9, 28), "Klavier, Waschbecken", 4)
    assert min(shown(screen)) == date(2026, 9, 28)
    editor = screen.detail.more.editor("ends")
    type_text(editor, "01.09.2026")
    press(editor, Qt.Key.Key_Return)
    assert screen.detail.more.form("ends").complaint("ends")


def test_a_course_without_dates_says_so(screen: CoursesScreen, offered: Offered) -> None:
    offered.office.do(courses.edit(offered.robotics, starts=date(2026, 9, 16), ends=date(2026, 9, 18)))
    assert not shown(screen)
    assert "keinen Termin" in screen.detail.dates.count.text()
    assert screen.detail.dates.table.isHidden()


def test_a_block_course_lists_its_single_dates(screen: CoursesScreen, offered: Offered) -> None:
    for day in (26, 27):
        new = NewMeeting(rhythm="once", on_date=date(2026, 9, day), starts=time(10), ends=time(16))
        offered.office.do(meetings.add(offered.choir, new))
    screen.go_to(offered.choir)
    assert {date(2026, 9, 26), date(2026, 9, 27)} <= set(shown(screen))
    assert "26.9." in brief_times(offered.course(offered.choir))
