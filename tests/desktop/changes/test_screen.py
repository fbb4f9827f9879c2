"""The screen of changes: what is to decide, who moves up, exchanges, late children, absences, by mouse and keys."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from ganztag.desktop.changes.screen import ChangesScreen
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.operations import allocation, attendance, pupils, waiting
from ganztag.operations.leaving_courses import withdraw
from ganztag.planning.allocate import allocate
from ganztag.planning.policy import Policy
from ganztag.queries import to_allocate
from ganztag.queries.enrolments import enrolments, participants
from ganztag.queries.sessions import course_sessions
from tests.desktop.hands import Recorder
from tests.desktop.hosting import Ear, hosted
from tests.voting import Voting, book, enrol, voting, wish


@pytest.fixture
def school(desk: Desk) -> Voting:
    return voting(desk.office)


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk, school: Voting) -> Iterator[tuple[ChangesScreen, Ear]]:
    assert school.office is desk.office
    with hosted(qtbot, desk, ChangesScreen(desk)) as found:
        yield found


@pytest.fixture
def screen(shown: tuple[ChangesScreen, Ear]) -> ChangesScreen:
    return shown[0]


def crowded(school: Voting) -> None:
    """Four children want robotics first, where there are two places; their second wish is pottery."""
    for pupil in ("Ada", "Ben", "Can", "Dora"):
        wish(school, pupil, "Mo", "11", "12")
    problem = school.office.read(to_allocate.problem, school.ballot, school.today)
    school.office.do(allocation.accept(allocate(problem, Policy()), school.ballot))


def free_a_place(school: Voting) -> None:
    row = next(row for row in school.office.read(enrolments, school.term) if row.course_id == school.courses["11"])
    school.office.do(withdraw(row.id, date(2026, 9, 13), "Umzug"))


def kinds(screen: ChangesScreen) -> list[str]:
    return [case.kind for case in screen.rows.visible()]


def sentence(screen: ChangesScreen) -> str:
    return screen.queue.proposal.sentence.text()


def test_with_nothing_to_do_the_screen_says_what_will_stand_here(screen: ChangesScreen) -> None:
    assert screen.rows.all() == []
    assert screen._pages.currentIndex() == 1


def test_a_full_course_with_a_waiting_list_waits_for_a_place(screen: ChangesScreen, school: Voting) -> None:
    crowded(school)
    assert kinds(screen) == []
    screen.go_to(school.courses["11"])
    assert kinds(screen) == ["list"]
    assert screen.queue.proposal.isHidden()
    assert len(screen.queue.rows.all()) == 2


def test_when_a_place_is_free_the_first_is_proposed_and_moves_up_by_one_button(
    screen: ChangesScreen, school: Voting
) -> None:
    crowded(school)
    free_a_place(school)
    assert kinds(screen) == ["free", "left"]
    first = screen.queue.rows.all()[0]
    assert first.name in sentence(screen)
    screen.queue.proposal.verb.click()
    inside = {row.pupil_id for row in school.office.read(participants, school.courses["11"], date(2026, 9, 14))}
    assert first.pupil_id in inside
    assert screen.banner.tone() == "ok"
    assert kinds(screen) == ["left"]
    screen.banner._button.click()
    assert kinds(screen) == ["free", "left"]


def test_the_chain_that_follows_is_shown_and_led_through(screen: ChangesScreen, school: Voting) -> None:
    crowded(school)
    for pupil in ("Emil", "Fee"):
        enrol(school, pupil, "12")
    gul = school.office.do(pupils.add(call_name="Gül", surname="Güneş"))
    school.office.do(waiting.add(school.courses["12"], gul))
    free_a_place(school)
    screen.go_to_chip("free")
    assert len(screen.queue.steps.lines) == 1
    assert "Güneş" in screen.queue.steps.lines[0].who
    screen.queue.proposal.verb.click()
    screen.banner._button.click()
    assert "Güneş" in sentence(screen)


def test_a_child_on_the_list_is_offered_declines_and_is_placed_by_hand(
    screen: ChangesScreen, school: Voting, ask: Recorder
) -> None:
    crowded(school)
    free_a_place(school)
    first, second = screen.queue.rows.all()
    verbs = screen.queue_verbs.actions
    screen.queue.table.choose(first.id)
    verbs["decline"].trigger()
    assert second.name in sentence(screen)
    screen.queue.table.choose(first.id)
    verbs["again"].trigger()
    screen.queue.table.choose(second.id)
    ask.answers.append(lambda dialog: dialog.form.show_values({"place": 1, "reason": "Geschwister"}))
    verbs["by_hand"].trigger()
    assert second.name in sentence(screen)
    assert "Geschwister" in screen.queue.proposal.words.text()
    verbs["remove"].trigger()
    assert [row.id for row in screen.queue.rows.all()] == [first.id]


def test_a_child_is_put_on_a_list_by_its_name(screen: ChangesScreen, school: Voting, ask: Recorder) -> None:
    ask.answers.append(
        lambda dialog: dialog.form.show_values(
            {"pupil_id": school.pupils["Fee"], "course_id": school.courses["21"], "reason": "Anruf"}
        )
    )
    screen.add()
    assert kinds(screen) == ["free"]  # there is a place
    assert screen.queue.rows.all()[0].name == "Fischer, Fee"


def test_to_a_course_without_a_list_one_comes_with_the_dialog(
    screen: ChangesScreen, school: Voting, ask: Recorder
) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.editor("pupil_id").put(school.pupils["Fee"])

    ask.answers.append(fill)
    screen.go_to(school.courses["21"])
    assert [row.name for row in screen.queue.rows.all()] == ["Fischer, Fee"]


def test_exchanges_are_looked_for_and_carried_out(screen: ChangesScreen, school: Voting) -> None:
    crowded(school)
    rows = {row.pupil_id: row for row in school.office.read(enrolments, school.term)}
    inside = [row for row in rows.values() if row.course_id == school.courses["11"]]
    assert len(inside) == 2
    screen.look_for_exchanges()
    assert screen.banner.tone() == "accent"  # proven: there is none
    free_a_place(school)
    screen.look_for_exchanges()
    assert "exchange" in kinds(screen)
    screen.exchange.proposal.verb.click()
    assert screen.banner.tone() == "ok"
    assert "exchange" not in kinds(screen)
    assert len(school.office.read(participants, school.courses["11"], date(2026, 9, 14))) == 2


def test_a_late_child_is_placed_where_nobody_has_to_move(screen: ChangesScreen, school: Voting) -> None:
    crowded(school)
    book(school, "Fee", 3)
    screen.go_to_chip("late")
    assert kinds(screen) == ["late"]
    screen.late.search.click()
    way = screen.late.chosen()
    assert way is not None
    assert way.moved == ()
    screen.late.proposal.verb.click()
    assert screen.banner.tone() == "ok"
    assert kinds(screen) == []


def test_a_child_that_is_away_too_often_is_excluded_only_by_hand(screen: ChangesScreen, school: Voting) -> None:
    enrol(school, "Ada", "11")
    met = school.office.read(course_sessions, school.term, school.courses["11"]).sessions
    past = [one for one in met if one.day <= school.today][:3]
    for one in past:
        school.office.do(attendance.enter((one.meeting_id, one.day), {school.pupils["Ada"]: "unexcused"}))
    assert len(past) == 3
    assert kinds(screen) == ["absent"]
    assert school.office.read(participants, school.courses["11"], school.today) != []
    screen.absent.proposal.verb.click()
    assert kinds(screen) == ["left"]
    screen.go_to_chip("left")
    assert screen.left.button.isHidden()


def test_a_child_leads_to_its_page(shown: tuple[ChangesScreen, Ear], school: Voting) -> None:
    screen, ear = shown
    crowded(school)
    screen.go_to(school.courses["11"])
    row = screen.queue.rows.all()[1]
    screen.queue.table.choose(row.id)
    screen.queue_verbs.actions["show"].trigger()
    assert ear.places == [Place("pupils", row.pupil_id)]


def test_after_each_deed_the_letters_of_the_children_concerned_are_one_click_away(
    shown: tuple[ChangesScreen, Ear], school: Voting
) -> None:
    screen, ear = shown
    crowded(school)
    free_a_place(school)
    first = screen.queue.rows.all()[0]
    screen.queue.proposal.verb.click()
    screen.banner._second.click()
    screen.go_to_chip("left")
    left = screen.left.shown
    assert left is not None
    screen.left.letter.click()
    assert ear.places == [Place("lists", chip="letter", ids=(key,)) for key in (first.pupil_id, left.pupil_id)]


def test_without_an_accepted_allocation_there_are_no_letters_to_print(screen: ChangesScreen, school: Voting) -> None:
    enrol(school, "Ada", "11")
    free_a_place(school)
    assert kinds(screen) == ["left"]
    screen.go_to_chip("left")
    assert screen.left.letter.isHidden()
