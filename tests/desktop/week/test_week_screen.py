"""The week on the screen: the plan and real weeks, whose it is, what speaks against a course, and where it fits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.week.scope import Scope
from ganztag.desktop.week.screen import WeekScreen
from ganztag.desktop.week.sheet import Chip
from ganztag.desktop.widgets.search_popup import SearchPopup
from ganztag.operations import courses, exceptions, moving, sessions
from ganztag.operations.office import Office
from ganztag.queries import frame
from tests.desktop.hands import Recorder, press, type_text
from tests.desktop.hosting import Ear, hosted, put_up
from tests.desktop.week.hands import Hands, Planned, planned

_Key = Qt.Key
MONDAY = date(2026, 9, 14)


@dataclass
class Shown:
    """The screen with a planned week: pottery and choir on Monday, chess on Tuesday, the others wait."""

    screen: WeekScreen
    week: Planned
    hands: Hands
    ear: Ear

    def chip(self, title: str) -> Chip:
        return next(chip for chip in self.screen.grid.sheet.chips if chip.title == title)

    def choose(self, title: str) -> None:
        assert self.screen.grid.choose(self.chip(title).key)
        self.screen.grid.setFocus()

    def titles(self) -> set[str]:
        return {chip.title for chip in self.screen.grid.sheet.chips}


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk, office: Office) -> Iterator[Shown]:
    week = planned(office)
    at, rooms, leaders = week.blocks, week.rooms, week.leaders
    for title, block, room, leader in (
        ("Keramik", at[1, 0], "Werkraum", "Şahin"), ("Chor", at[1, 0], "Aula", "Owusu"),
        ("Schach", at[2, 0], "R 104", "Müller"),
    ):  # fmt: skip
        office.do(moving.place(week.courses[title], block, rooms[room], [leaders[leader]]))
    with hosted(qtbot, desk, WeekScreen(desk)) as (screen, ear):
        qtbot.waitActive(screen.window())
        yield Shown(screen, week, Hands(screen), ear)


def head_line(screen: WeekScreen) -> str:
    return screen.head._subtitle.text()


def test_the_head_says_what_is_shown(shown: Shown) -> None:
    assert head_line(shown.screen) == "Plan des 1. Halbjahrs · 3 Kurse"
    shown.week.office.do(moving.place(shown.week.courses["Theater"], shown.week.blocks[1, 0], shown.week.rooms["Aula"]))
    assert head_line(shown.screen).startswith("Plan des 1. Halbjahrs · 4 Kurse · 1 Fehler")


def test_without_blocks_the_screen_leads_to_where_they_are_made(qtbot: QtBot, desk: Desk) -> None:
    with hosted(qtbot, desk, WeekScreen(desk)) as (screen, ear):
        button = screen._nothing._button
        assert button.isVisible()
        assert not screen.grid.isVisible()
        button.click()
        assert ear.places == [Place("school", chip="blocks")]


def test_without_courses_the_screen_leads_to_where_they_are_made(qtbot: QtBot, desk: Desk, office: Office) -> None:
    week = planned(office)
    for key in week.courses.values():
        office.do(courses.set_status(key, "struck"))
    with hosted(qtbot, desk, WeekScreen(desk)) as (screen, ear):
        screen._nothing._button.click()
        assert ear.places == [Place("courses")]
        office.undo()
        assert screen.grid.isVisible()


def test_courses_without_a_place_wait_beside_the_week(shown: Shown) -> None:
    lines = shown.screen.side.supply.list.lines
    assert [line.title for line in lines] == ["Nähen", "Theater"]
    assert lines[0].notes == ("Şahin",)


def test_the_chosen_course_is_told_with_what_speaks_against_it(shown: Shown) -> None:
    shown.week.office.do(moving.place(shown.week.courses["Theater"], shown.week.blocks[1, 0], shown.week.rooms["Aula"]))
    shown.choose("Chor")
    facts = shown.screen.side.chosen.facts()
    assert {"Chor", "Montag, 14:00–15:00", "Aula", "Owusu", "0 von 12 Plätzen"} <= set(facts)
    assert any("Aula" in sentence for sentence in shown.screen.side.chosen.notices.sentences())


def test_a_real_week_within_a_month_names_the_month_once(shown: Shown) -> None:
    shown.screen.head.show_week(MONDAY)
    assert "14. bis 18. September 2026" in head_line(shown.screen)
    shown.screen.head.show_week(date(2026, 9, 28))
    assert "28.9. bis 2. Oktober 2026" in head_line(shown.screen)


def test_what_waits_leaves_its_room_to_the_chosen_course_where_nothing_waits(shown: Shown) -> None:
    side, week = shown.screen.side, shown.week
    waiting = side.supply.height()
    for title, course in week.courses.items():
        if title not in shown.titles():
            week.office.do(moving.place(course, week.blocks[2, 1]))
    QApplication.processEvents()
    assert not side.supply.list.isVisible()
    assert side.supply.height() < waiting
    side.supply.turn_to("leader")
    QApplication.processEvents()
    assert side.supply.height() == waiting


def test_a_conflict_leads_to_its_other_side(shown: Shown) -> None:
    shown.week.office.do(moving.place(shown.week.courses["Theater"], shown.week.blocks[1, 0], shown.week.rooms["Aula"]))
    shown.choose("Chor")
    notices = shown.screen.side.chosen.notices
    target = next(target for target in notices._targets if isinstance(target, int))
    notices.followed.emit(target)
    assert shown.screen.chip() == shown.chip("Theater")


def test_an_accepted_exception_is_quieter(shown: Shown) -> None:
    office, term = shown.week.office, shown.week.office.read(frame.term)
    office.do(moving.place(shown.week.courses["Theater"], shown.week.blocks[1, 0], shown.week.rooms["Aula"]))
    assert shown.chip("Chor").mark == "error"
    found = [one.finding for one in shown.screen._desk.watch.findings() if one.finding.code == "room twice"]
    for finding in found:
        office.do(exceptions.accept(term.id, finding.key, finding.code, "gemeinsame Probe"))
    assert shown.chip("Chor").mark == "accepted"
    assert "Fehler" not in head_line(shown.screen)


def test_the_places_where_a_course_fits_are_ranked_and_taken_by_a_key(shown: Shown) -> None:
    shown.choose("Keramik")
    shown.hands.press(_Key.Key_W)
    places = shown.screen.side.answers.places
    assert places.list.hasFocus()
    assert [line.number for line in places.list.lines] == [str(n) for n in range(1, len(places.list.lines) + 1)]
    wanted = places.list.lines[0].key
    shown.hands.press(_Key.Key_Return)
    assert [place[0] for place in shown.week.places("Keramik")] == [wanted.block]
    assert shown.screen.grid.hasFocus()


def test_escape_leaves_the_answers_and_what_is_carried(shown: Shown) -> None:
    shown.choose("Keramik")
    shown.hands.press(_Key.Key_W)
    shown.screen.grid.setFocus()
    shown.hands.press(_Key.Key_Escape)
    assert shown.screen.side.currentIndex() == 0
    shown.hands.press(_Key.Key_Return, _Key.Key_Right, _Key.Key_Escape)
    assert shown.screen.grid.hand is None
    assert shown.week.places("Keramik")[0][0] == shown.week.blocks[1, 0]


def test_what_is_carried_tells_each_cell_and_says_where_it_is(shown: Shown) -> None:
    shown.choose("Keramik")
    shown.hands.press(_Key.Key_Return, _Key.Key_Right)
    hand = shown.screen.grid.hand
    assert hand is not None
    assert len(hand.signs) == 6
    said = shown.screen.grid.accessibleDescription()
    assert "Keramik" in said
    assert "Dienstag" in said
    assert hand.signs[1, 0].short in said
    assert shown.screen.foot._states.isVisible()


def test_a_move_onto_a_conflict_is_done_and_its_consequence_said_with_the_way_back(shown: Shown) -> None:
    week = shown.week
    week.office.do(moving.place(week.courses["Nähen"], week.blocks[2, 0], week.rooms["Halle"], [week.leaders["Şahin"]]))
    shown.hands.drag(shown.hands.chip_at("Keramik"), shown.hands.cell_at(1, 0))
    assert week.places("Keramik")[0][0] == week.blocks[2, 0]
    assert shown.screen.banner.tone() == "bad"
    assert "Şahin" in shown.screen.banner.sentence()
    shown.screen.banner._button.click()
    assert week.places("Keramik")[0][0] == week.blocks[1, 0]


def test_a_fixed_course_stays_and_says_why(shown: Shown) -> None:
    shown.choose("Keramik")
    shown.screen.verbs.actions["fix"].trigger()
    assert shown.chip("Keramik").fixed
    shown.hands.drag(shown.hands.chip_at("Keramik"), shown.hands.cell_at(1, 1))
    assert shown.week.places("Keramik")[0][0] == shown.week.blocks[1, 0]
    assert "festgesetzt" in shown.screen.banner.sentence()


def test_a_course_is_stretched_and_shortened_by_keys_and_moves_as_a_whole(shown: Shown) -> None:
    at = shown.week.blocks
    shown.choose("Keramik")
    shown.hands.press(_Key.Key_Down, shift=True)
    assert [place[0] for place in shown.week.places("Keramik")] == [at[1, 0], at[1, 1]]
    shown.hands.press(_Key.Key_Down, shift=True)
    assert "keinen weiteren" in shown.screen.banner.sentence()
    shown.hands.press(_Key.Key_Return, _Key.Key_Right, _Key.Key_Right, _Key.Key_Return)
    assert [place[0] for place in shown.week.places("Keramik")] == [at[3, 0], at[3, 1]]
    shown.hands.press(_Key.Key_Up, shift=True)
    assert [place[0] for place in shown.week.places("Keramik")] == [at[3, 0]]
    shown.hands.press(_Key.Key_Up, shift=True)
    assert "nur einen Block" in shown.screen.banner.sentence()


def test_two_blocks_do_not_fit_into_the_last_one_of_a_day(shown: Shown) -> None:
    shown.choose("Keramik")
    shown.hands.press(_Key.Key_Down, shift=True)
    before = shown.week.places("Keramik")
    shown.hands.drag(shown.hands.chip_at("Keramik"), shown.hands.cell_at(1, 1))
    assert shown.week.places("Keramik") == before
    assert shown.screen.banner.tone() == "bad"


def test_dropping_where_it_was_or_outside_changes_nothing(shown: Shown) -> None:
    revision = shown.week.office.revision
    here = shown.hands.chip_at("Keramik")
    shown.hands.drag(here, here + QPoint(25, 25))
    shown.hands.drag(here, shown.screen.head.mapToGlobal(QPoint(20, 5)))
    assert shown.week.office.revision == revision
    assert shown.screen.grid.hand is None


def test_a_waiting_course_is_taken_up_by_enter_and_set_down_with_its_candidates(shown: Shown) -> None:
    supply = shown.screen.side.supply
    supply.list.setFocus()
    shown.hands.press(_Key.Key_Return, _Key.Key_Return)
    ((_block, room, leaders),) = shown.week.places("Nähen")
    assert (room, leaders) == ("Werkraum", ("Şahin",))


def test_a_leader_that_already_leads_is_not_given_twice(shown: Shown) -> None:
    supply = shown.screen.side.supply
    supply.kind.picked.emit("leader")
    supply.kind.pick("leader")
    supply._fill()
    shown.hands.drag(shown.hands.line_of(supply.list, "Şahin"), shown.hands.chip_at("Keramik"))
    assert "leitet Keramik schon" in shown.screen.banner.sentence()


def test_the_real_week_names_dates_days_off_and_what_is_other(shown: Shown) -> None:
    office, keramik, chor = shown.week.office, shown.chip("Keramik"), shown.chip("Chor")
    office.do(sessions.cancel([(keramik.meetings[0], MONDAY)], "Brennofen defekt"))
    office.do(sessions.change_room([(chor.meetings[0], MONDAY)], shown.week.rooms["Halle"]))
    shown.screen.head.show_week(MONDAY)
    assert head_line(shown.screen).startswith("Woche 38 · 14. bis 18. September 2026 · ")
    assert "1 fällt aus" in head_line(shown.screen)
    assert shown.chip("Keramik").state == "cancelled"
    assert "Brennofen defekt" in shown.chip("Keramik").notes
    assert (shown.chip("Chor").state, shown.chip("Chor").room) == ("changed", "Halle")
    assert shown.screen.grid.sheet.days[0].on == MONDAY
    assert shown.screen.grid.sheet.days[0].is_today
    assert [line.title for line in shown.screen.side.changes.list.lines] == ["Chor", "Keramik"]


def test_a_double_booking_on_one_date_is_outlined_in_that_week_only(shown: Shown) -> None:
    keramik, chor = shown.chip("Keramik"), shown.chip("Chor")
    room = shown.week.rooms["Halle"]
    pairs = [(chip.meetings[0], MONDAY) for chip in (keramik, chor)]
    shown.week.office.do(sessions.change_room(pairs, room))
    shown.screen.head.show_week(MONDAY)
    assert {shown.chip(name).mark for name in ("Keramik", "Chor")} == {"error"}
    assert "Halle" in " ".join(shown.chip("Keramik").notes)
    shown.screen.head.show_week(MONDAY + timedelta(weeks=1))
    assert shown.chip("Keramik").mark != "error"


def test_a_session_that_moves_stands_on_its_new_day(shown: Shown) -> None:
    meeting = shown.chip("Keramik").meetings[0]
    target = sessions.Target(date(2026, 9, 16), time(14), time(15))
    shown.week.office.do(sessions.move(meeting, MONDAY, target, "Ausflug"))
    shown.screen.head.show_week(MONDAY)
    assert (shown.chip("Keramik").state, shown.chip("Keramik").day) == ("moved", 2)


def test_a_week_of_holidays_is_named_and_empty(shown: Shown) -> None:
    shown.screen.head.show_week(date(2026, 10, 20))
    assert all(day.off for day in shown.screen.grid.sheet.days)
    assert shown.titles() == set()


def test_one_goes_from_week_to_week_but_not_out_of_the_half_year(shown: Shown) -> None:
    head = shown.screen.head
    head.show_week(MONDAY)
    head._next.click()
    assert shown.screen.grid.sheet.days[0].on == date(2026, 9, 21)
    head._today.click()
    assert shown.screen.grid.sheet.days[0].on == MONDAY
    for _week in range(20):
        head._back.click()
    first = shown.screen.grid.sheet.days[0].on
    term = shown.week.office.read(frame.term)
    assert first is not None
    assert (term.starts - first).days < 7


def test_in_a_real_week_nothing_is_moved_and_the_plan_is_one_click_away(shown: Shown) -> None:
    shown.screen.head.show_week(MONDAY)
    revision = shown.week.office.revision
    shown.hands.drag(shown.hands.chip_at("Keramik"), shown.hands.cell_at(2, 1))
    assert shown.week.office.revision == revision
    shown.screen.banner._button.click()
    assert not shown.screen.grid.sheet.real


def test_the_week_of_a_room_is_found_by_typing(shown: Shown) -> None:
    shown.screen.head.scope.click()
    finder = QApplication.activePopupWidget()
    assert isinstance(finder, SearchPopup)
    type_text(finder.search, "werk")
    press(finder.search, _Key.Key_Return)
    assert shown.titles() == {"Keramik"}
    assert shown.screen.head.scope.scope == Scope("room", shown.week.rooms["Werkraum"])
    assert "Werkraum" in shown.screen.head.scope.accessibleName()


def test_other_screens_lead_to_a_course_and_to_the_week_of_somebody(shown: Shown) -> None:
    shown.screen.go_to_chip(f"staff:{shown.week.leaders['Owusu']}")
    assert shown.titles() == {"Chor"}
    shown.screen.go_to(shown.week.courses["Schach"])
    assert shown.screen.chip() == shown.chip("Schach")
    assert shown.titles() == {"Chor", "Keramik", "Schach"}


def test_f2_and_a_double_click_open_the_course(shown: Shown) -> None:
    shown.choose("Schach")
    shown.hands.press(_Key.Key_F2)
    assert shown.ear.places == [Place("courses", shown.week.courses["Schach"])]


def test_where_the_cursor_is_is_said_to_a_screen_reader(shown: Shown) -> None:
    shown.choose("Schach")
    said = shown.screen.grid.accessibleDescription()
    assert said.startswith("Dienstag, 14:00–15:00 · Schach · R 104 · Müller")
    shown.hands.press(_Key.Key_Down)
    assert shown.screen.grid.accessibleDescription() == "Dienstag, 15:10–16:10 · frei"


def test_a_chip_tells_everything_in_its_tooltip(shown: Shown) -> None:
    view = shown.screen.grid.viewport()
    at = view.mapFromGlobal(shown.hands.chip_at("Chor"))
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    assert QToolTip.text().splitlines()[:3] == ["Chor", "Aula", "Owusu"]
    QToolTip.hideText()


def test_the_sample_school_shows_its_week(qtbot: QtBot, sample_desk: Desk) -> None:
    screen = WeekScreen(sample_desk)
    host, signals = put_up(qtbot, sample_desk, screen)
    assert len({chip.course for chip in screen.grid.sheet.chips}) >= 40
    assert not screen.grid.grab().isNull()
    signals.stop()
    host.close()


def test_escape_puts_back_what_the_mouse_carries(shown: Shown) -> None:
    revision = shown.week.office.revision

    def change_of_mind() -> None:
        assert shown.screen.grid.hand is not None
        press(shown.screen.grid, _Key.Key_Escape)

    shown.hands.drag(shown.hands.chip_at("Keramik"), shown.hands.cell_at(2, 1), watch=change_of_mind)
    assert shown.screen.grid.hand is None
    assert shown.week.office.revision == revision


def test_a_room_is_dragged_onto_a_course_and_every_course_says_whether_it_fits(shown: Shown) -> None:
    supply = shown.screen.side.supply
    shown.hands.click(supply.kind.mapToGlobal(supply.kind._boxes()[2].center()))
    said = {}

    def look() -> None:
        hand = shown.screen.grid.hand
        assert hand is not None
        said.update({shown.screen.grid.sheet.by_key[key].title: sign.state for key, sign in hand.chip_signs.items()})

    shown.hands.drag(shown.hands.line_of(supply.list, "Aula"), shown.hands.chip_at("Schach"), watch=look)
    assert said["Keramik"] == "no"  # the choir has it then
    assert said["Schach"] != "no"
    assert shown.week.places("Schach")[0][1] == "Aula"


def test_a_room_for_a_course_is_looked_for_by_letters_and_left_with_escape(shown: Shown) -> None:
    shown.choose("Keramik")
    shown.hands.press(_Key.Key_R)
    lines = shown.screen.side.supply.list
    assert lines.hasFocus()
    assert [line.icon for line in lines.lines][-1] == "circle-x"  # the taken ones come last
    type_text(lines, "hal")
    assert [line.title for line in lines.lines] == ["Halle"]
    shown.hands.press(_Key.Key_Escape)
    assert shown.screen.grid.hasFocus()
    assert shown.week.places("Keramik")[0][1] == "Werkraum"


def test_places_for_what_waits_are_proposed_and_taken_as_one_deed(shown: Shown, ask: Recorder) -> None:
    label = shown.week.office.undo_label
    ask.answers.append(lambda dialog: dialog.calculate())
    shown.screen.head.propose.click()
    assert len(ask.said) == 1
    assert shown.screen.side.supply.list.lines == ()
    assert shown.titles() == set(shown.week.courses)
    assert shown.screen.banner.tone() == "ok"
    shown.week.office.undo()
    assert shown.week.office.undo_label is label
    assert shown.titles() == {"Keramik", "Chor", "Schach"}
