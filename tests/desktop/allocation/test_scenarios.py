"""Scenarios: as many as wanted, kept by name, held against each other; changes of the offer carried over."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ganztag.desktop.allocation.asking.dialog import AskDialog
from ganztag.desktop.allocation.calculation import calculate
from ganztag.desktop.allocation.screen import AllocationScreen
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.one_line import OneLine
from ganztag.planning.asked import Asked
from ganztag.planning.changes import MustRun, Parallel, Seats
from ganztag.planning.policy import Policy
from ganztag.queries.allocation import last_run
from ganztag.queries.courses import courses
from ganztag.queries.scenarios import scenarios
from tests.desktop.allocation.showing import calculated, results, shown
from tests.desktop.hands import Recorder, press, type_text
from tests.desktop.stage import Stage
from tests.voting import Voting, wish


def keys(screen: AllocationScreen) -> list[str]:
    return [one.key for one in screen.scenarios.all()]


def keep(screen: AllocationScreen, key: str, name: str) -> None:
    screen.verbs.name(key, QPoint())
    line = screen.findChildren(OneLine)[-1]
    line.line.clear()
    type_text(line.line, name)
    press(line.line, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_second_goal_is_held_against_the_first_and_who_stands_differently_is_listed(
    stage: Stage, desk: Desk, school: Voting
) -> None:
    screen = calculated(stage, desk)
    seats = Asked(Policy(), (Seats(school.courses["11"], 3),))
    screen.deeds.run(seats)
    a, b = keys(screen)
    assert (screen.scenarios.a, screen.scenarios.b) == (a, b)
    lists = screen.work.lists
    lists.turn_to("differences")
    rows = lists.differences.rows.visible()
    assert [(row.a.number, row.b.number, row.steps, row.favours) for row in rows] == [("12", "11", 1, "B")]
    lists.differences.filters.turn_on("A")
    assert lists.differences.rows.visible() == []
    lists.differences.filters.turn_on("B")
    assert len(lists.differences.rows.visible()) == 1


def test_a_click_on_b_makes_it_a_and_keys_do_the_same(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = calculated(stage, desk, "balanced", "greedy", "weekly")
    first, second, third = keys(screen)
    cards = screen.work.cards.cards()
    press(cards[second], Qt.Key.Key_B)
    assert (screen.scenarios.a, screen.scenarios.b) == (first, second)
    press(cards[second], Qt.Key.Key_A)
    assert (screen.scenarios.a, screen.scenarios.b) == (second, first)
    cards[third].corner.click()
    assert (screen.scenarios.a, screen.scenarios.b) == (second, third)
    cards[third].corner.click()
    assert screen.scenarios.b == ""
    press(cards[third], Qt.Key.Key_Return)
    assert screen.scenarios.a == third


def test_the_same_question_again_gives_no_second_card(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = calculated(stage, desk, "balanced", "balanced")
    assert len(keys(screen)) == 1


def test_a_kept_scenario_is_there_at_the_next_start_with_its_changes(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = calculated(stage, desk)
    screen.deeds.run(Asked(Policy(seed=9), (Seats(school.courses["11"], 3),)))
    keep(screen, keys(screen)[1], "Robotik mit drei")
    assert [row.name for row in desk.office.read(scenarios, school.ballot)] == ["Robotik mit drei"]
    assert len(keys(screen)) == 2
    again = shown(stage, desk)
    (found,) = again.scenarios.all()
    assert (found.name, found.old, found.plan.seed) == ("Robotik mit drei", False, 9)
    assert found.made.asked.changes == (Seats(school.courses["11"], 3),)
    keep(again, found.key, "Drei Plätze")
    assert [one.name for one in again.scenarios.all()] == ["Drei Plätze"]
    desk.office.undo()
    assert [one.name for one in again.scenarios.all()] == ["Robotik mit drei"]
    again.verbs.delete(found.key)
    assert again.scenarios.all() == []


def test_a_name_that_is_taken_objects_in_words(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = calculated(stage, desk, "balanced", "greedy")
    keep(screen, keys(screen)[0], "Eins")
    keep(screen, next(one.key for one in screen.scenarios.all() if one.kept is None), "eins")
    assert screen.banner.tone() == "bad"
    assert len(desk.office.read(scenarios, school.ballot)) == 1


def test_a_kept_scenario_is_out_of_date_when_wishes_change_and_fits_again_after_undo(
    stage: Stage, desk: Desk, school: Voting
) -> None:
    screen = calculated(stage, desk)
    keep(screen, keys(screen)[0], "Eins")
    wish(school, "Emil", "Mo", "12")
    assert [one.old for one in screen.scenarios.all()] == [True]
    assert not screen.accept_button.isVisible()
    desk.office.undo()
    assert [one.old for one in screen.scenarios.all()] == [False]
    assert screen.accept_button.isVisible()


@pytest.fixture
def asked(desk: Desk) -> Recorder:
    assert isinstance(desk.ask, Recorder)
    return desk.ask


def test_accepting_carries_the_places_over_in_one_deed_after_asking(
    stage: Stage, desk: Desk, school: Voting, asked: Recorder
) -> None:
    screen = calculated(stage, desk)
    screen.deeds.run(Asked(Policy(), (Seats(school.courses["11"], 3), MustRun(school.courses["12"]))))
    screen.scenarios.choose(screen.scenarios.b)
    before = desk.office.revision
    asked.answers = [False]
    screen.deeds.accept()
    assert desk.office.revision == before
    asked.answers = [True]
    screen.deeds.accept()
    assert desk.office.revision in (before, before + 1)


def test_accepted_changes_stand_in_the_courses_and_the_plan_still_fits(
    stage: Stage, desk: Desk, school: Voting, asked: Recorder
) -> None:
    screen = calculated(stage, desk)
    screen.deeds.run(Asked(Policy(), (Seats(school.courses["11"], 3),)))
    screen.scenarios.choose(screen.scenarios.b)
    asked.answers = [True]
    screen.deeds.accept()
    robotics = next(one for one in desk.office.read(courses, school.term) if one.number == "11")
    assert robotics.max_size == 3
    chosen = screen.scenarios.chosen()
    assert chosen is not None
    assert (chosen.accepted, chosen.old) == (True, False)
    desk.office.undo()
    assert next(one for one in desk.office.read(courses, school.term) if one.number == "11").max_size == 2
    assert desk.office.read(last_run, school.ballot) is None


def test_a_parallel_course_is_added_with_its_wishes_and_calculated_again(
    stage: Stage, desk: Desk, school: Voting, asked: Recorder
) -> None:
    screen = calculated(stage, desk)
    screen.deeds.run(Asked(Policy(), (Parallel(school.courses["11"], -1),)))
    screen.scenarios.choose(screen.scenarios.b)
    figures = screen.scenarios.chosen()
    assert figures is not None
    asked.answers = [True]
    screen.deeds.accept()
    doubled = [one for one in desk.office.read(courses, school.term) if one.title == "Robotik"]
    assert len(doubled) == 2
    newest = screen.scenarios.chosen()
    assert newest is not None
    assert not newest.old
    assert newest.made.asked.changes == ()
    assert newest.made.figures.counts == figures.made.figures.counts


def test_the_dialog_asks_for_goal_lot_and_changes(stage: Stage, desk: Desk, school: Voting, asked: Recorder) -> None:
    screen = calculated(stage, desk)

    def fill(dialog: AskDialog) -> None:
        dialog.form.editor("goal").pick("greedy")
        dialog.form.editor("seed").setText("77")
        dialog.changes.choose_course("seats", school.courses["11"])
        assert dialog.changes.number.text() == "3"
        dialog.changes.take()
        dialog.changes.choose_course("seats", school.courses["11"])
        dialog.changes.number.setText("4")
        dialog.changes.take()

    asked.answers = [fill]
    screen.again.click()
    made = screen.scenarios.all()[-1].made
    assert made.asked.policy == Policy("greedy", 77)
    assert made.asked.changes == (Seats(school.courses["11"], 4),)


def test_stop_keeps_the_best_so_far_and_says_that_it_is_not_proven(desk: Desk, school: Voting) -> None:
    from ganztag.queries.to_allocate import problem

    now = desk.office.read(problem, school.ballot, school.today)
    made = calculate(now, Asked(Policy()), lambda: True, progress=lambda _done, _whole: None)
    assert len(made.plan.placements) == 5
    assert made.stopped is not made.plan.proven


def test_eight_scenarios_stand_side_by_side_and_are_scrolled(
    stage: Stage, qtbot: QtBot, desk: Desk, school: Voting
) -> None:
    screen = calculated(stage, desk)
    for seed in range(2, 9):
        screen.deeds.run(Asked(Policy(seed=seed)))
    QApplication.processEvents()
    strip = screen.work.cards
    assert len(strip.cards()) == 8
    qtbot.waitUntil(lambda: strip.horizontalScrollBar().maximum() > 0)
    last = strip.cards()[keys(screen)[-1]]
    strip.bring_into_view(last.key)
    assert not last.visibleRegion().isEmpty()


def test_the_courses_say_what_one_more_place_is_worth(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = calculated(stage, desk)
    lists = screen.work.lists
    lists.turn_to("courses")
    rows = {row.number: row for row in lists.courses.rows.all()}
    assert rows["11"].full
    assert rows["11"].worth is not None
    assert rows["13"].struck
    lists.courses.table.choose(rows["13"].id)
    assert screen.work.why.isVisible()
    assert screen.work.why.course.run.isVisible()
    before = len(results(screen))
    screen.work.why.course.minimum.click()
    assert len(screen.scenarios.all()) == 2
    assert len(results(screen)) == before
