"""The panel "Why?": the reason at once, the price by the solver, the letter without other names, and trying it."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ganztag.desktop.allocation.screen import AllocationScreen
from ganztag.desktop.allocation.why.child_face import seats_of
from ganztag.desktop.allocation.why.seats import Seat, seats_in_words
from ganztag.desktop.allocation.why.subject import Named
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.jobs import Jobs
from ganztag.desktop.pupils.screen import PupilsScreen
from ganztag.desktop.widgets.buttons import Button
from ganztag.planning.changes import Force
from ganztag.planning.explaining.answers import Inside
from tests.desktop.allocation.showing import calculated, shown
from tests.desktop.stage import Stage
from tests.voting import NAMES, Voting


def of_second_wish(screen: AllocationScreen) -> int:
    """Mark the child that got its second wish, and return it."""
    lists = screen.work.lists
    row = next(one for one in lists.results.rows.all() if one.rank == 2)
    lists.results.table.choose(row.id)
    return row.pupil_id


def test_a_marked_child_is_told_what_its_first_wish_would_cost(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = calculated(stage, desk)
    panel = screen.work.why
    assert not panel.isVisible()
    of_second_wish(screen)
    assert panel.isVisible()
    reply = panel.reply
    assert reply is not None
    assert reply.course == school.courses["11"]
    assert reply.kind in ("costs", "lottery")
    assert len(panel.child.chips()) == 2
    assert panel.child.lines.texts()
    assert panel.child.inside.isVisible()


def test_the_letter_is_copied_and_names_no_other_child(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = calculated(stage, desk)
    pupil = of_second_wish(screen)
    screen.work.why.copy.click()
    letter = QGuiApplication.clipboard().text()
    own = next(name.split()[0] for name, key in school.pupils.items() if key == pupil)
    assert own in letter
    assert not [name for name in NAMES if name.split()[0] != own and name.split()[0] in letter.split()]


def test_another_course_is_asked_about_by_its_chip(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = calculated(stage, desk)
    of_second_wish(screen)
    screen.work.why.child.asked.emit(school.courses["12"])
    reply = screen.work.why.reply
    assert reply is not None
    assert (reply.kind, reply.course) == ("got", school.courses["12"])
    assert not screen.work.why.try_it.isEnabled()


def test_trying_it_makes_a_scenario_in_which_the_child_has_its_wish(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = calculated(stage, desk)
    pupil = of_second_wish(screen)
    screen.work.why.try_it.click()
    made = screen.scenarios.all()[-1].made
    assert made.asked.changes == (Force(pupil, school.courses["11"]),)
    assert school.courses["11"] in made.plan.courses_of(pupil)


def test_the_panel_closes_and_opens_again_for_the_next_child(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = calculated(stage, desk)
    of_second_wish(screen)
    screen.work.why.close_panel()
    assert not screen.work.why.isVisible()
    lists = screen.work.lists
    lists.results.table.choose(next(one for one in lists.results.rows.all() if one.course_id is None).id)
    assert screen.work.why.isVisible()
    assert "13" in screen.work.why.child.answer.words()


def test_the_price_is_worked_out_off_the_windows_thread_and_only_the_last_question_is_answered(
    stage: Stage, qtbot: QtBot, desk: Desk, school: Voting
) -> None:
    jobs = Jobs()
    screen = shown(stage, Desk(desk.office, desk.ask, jobs, desk.memory))
    screen.deeds.calculate("balanced")
    qtbot.waitUntil(lambda: not screen.running.is_running(), timeout=20_000)
    of_second_wish(screen)
    panel = screen.work.why
    assert panel.question.is_open()
    panel.child.asked.emit(school.courses["12"])
    assert not panel.question.is_open()
    panel.child.asked.emit(school.courses["11"])
    qtbot.waitUntil(lambda: panel.reply is not None, timeout=20_000)
    assert panel.reply is not None
    assert panel.reply.course == school.courses["11"]
    assert jobs.close()


@pytest.mark.parametrize(
    ("name", "call", "short", "full"),
    [
        ("Öztürk, Mehmet-Can", "Mehmet-Can", "Mehmet-Can Ö.", "Mehmet-Can Öztürk"),
        ("von der Heide, Zoë", "Zoë", "Zoë H.", "Zoë von der Heide"),
        ("Madonna", "Madonna", "Madonna", "Madonna"),
    ],
)
def test_children_are_called_by_their_first_names(name: str, call: str, short: str, full: str) -> None:
    named = Named(name, "7a")
    assert (named.call, named.short, named.full) == (call, short, full)


def test_the_places_stand_in_the_order_of_the_wishes_with_the_free_ones_last() -> None:
    inside = [Inside(1, 2, False, 0, False, 0), Inside(2, 1, True, 0, False, 0), Inside(3, 1, False, 0, False, 0)]
    seats = seats_of(inside, 5)
    assert seats == [Seat(1, True), Seat(1), Seat(2), Seat(free=True), Seat(free=True)]
    counted = [next(word for word in part.split() if word.isdigit()) for part in seats_in_words(seats).split(", ")]
    assert counted == ["2", "1", "1", "2"]


def test_the_page_of_a_child_leads_to_the_reason_in_the_block_that_it_asked_about(
    stage: Stage, qtbot: QtBot, desk: Desk, school: Voting
) -> None:
    screen = calculated(stage, desk)
    screen.deeds.accept()
    pupil = of_second_wish(screen)
    screen.work.why.close_panel()
    pupils = PupilsScreen(desk)
    stage.show(pupils, desk)
    pupils.go_to(pupil)
    link = pupils.findChild(Button, f"why {school.ballot} {school.blocks['Mo']}")
    assert link is not None
    with qtbot.waitSignal(pupils.wanted) as led:
        link.click()
    (place,) = led.args or [None]
    assert isinstance(place, Place)
    screen.go_to(place.id)
    screen.go_to_ids(place.ids)
    assert screen.work.why.isVisible()
    assert screen.work.why.subject is not None
    assert (screen.work.why.subject.pupil, screen.work.why.subject.slot) == (pupil, school.blocks["Mo"])
