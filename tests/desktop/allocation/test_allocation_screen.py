"""The screen of the allocation: calculate, look, accept, undo; stop keeps the best so far."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.jobs import Job, Jobs
from ganztag.desktop.widgets.one_line import OneLine
from ganztag.operations import wishes
from ganztag.queries.allocation import last_run, stored_problem
from tests.desktop.allocation.showing import calculated, results, shown
from tests.desktop.hands import press, type_text
from tests.desktop.stage import Stage
from tests.voting import Voting, voting, wish


def test_the_goals_stand_there_to_begin_with_and_one_click_shows_what_each_child_would_get_and_why(
    stage: Stage, desk: Desk, school: Voting
) -> None:
    screen = shown(stage, desk)
    assert screen.start.isVisible()
    assert not screen.accept_button.isVisible()
    screen.start.tiles["balanced"].button.click()
    assert not screen.start.isVisible()
    assert len(results(screen)) == 5
    assert screen.accept_button.isVisible()
    screen.work.lists.results.filters.turn_on("none")
    assert results(screen) == [("Demir, Dora", "", None)]
    dora = screen.work.lists.results.rows.visible()[0]
    assert "13 Klettern" in str(dora.reason)
    screen.work.lists.results.filters.turn_on("not_first")
    assert [(number, rank) for _name, number, rank in results(screen)] == [("12", 2)]


def test_nothing_is_written_before_it_is_accepted(stage: Stage, desk: Desk, school: Voting) -> None:
    before = desk.office.revision
    screen = calculated(stage, desk, "balanced", "greedy")
    assert desk.office.revision == before
    assert [one.plan.goal for one in screen.scenarios.all()] == ["balanced", "greedy"]


def test_all_goals_are_calculated_at_once_and_stand_side_by_side(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = shown(stage, desk)
    screen.start.all.click()
    assert [one.plan.goal for one in screen.scenarios.all()] == ["balanced", "generous", "greedy", "weekly"]
    assert len(screen.work.cards.cards()) == 4


def test_accepting_is_one_deed_with_a_way_back(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = calculated(stage, desk)
    before = desk.office.revision
    screen.accept_button.click()
    assert desk.office.revision == before + 1
    assert desk.office.read(last_run, school.ballot) is not None
    assert screen.strip.isVisible()
    assert not screen.accept_button.isVisible()
    assert screen.strip.undo.isVisible()
    wanted: list[Place] = []
    screen.wanted.connect(wanted.append)
    screen.strip.letters.click()
    screen.strip.print.click()
    assert [(place.screen, place.chip) for place in wanted] == [("lists", "letter"), ("lists", "attendance")]
    screen.strip.undo.click()
    assert desk.office.read(last_run, school.ballot) is None
    assert not screen.strip.isVisible()
    assert screen.accept_button.isVisible()


def test_what_was_accepted_is_seen_at_the_next_start(stage: Stage, desk: Desk, school: Voting) -> None:
    calculated(stage, desk, "greedy").deeds.accept()
    again = shown(stage, desk)
    chosen = again.scenarios.chosen()
    assert chosen is not None
    assert (chosen.plan.goal, chosen.accepted) == ("greedy", True)
    assert len(results(again)) == 5
    assert not again.accept_button.isVisible()
    assert not again.strip.undo.isVisible()


def test_a_change_of_wishes_makes_it_calculate_again(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = calculated(stage, desk)
    screen.deeds.accept()
    wish(school, "Emil", "Mo", "12")
    assert not screen.accept_button.isVisible()
    assert screen.banner.sentence()
    screen.banner._button.click()
    assert screen.accept_button.isVisible()
    assert screen.banner.sentence() == ""
    screen.deeds.accept()
    assert len(results(screen)) == 6


def test_a_low_window_folds_the_cards_and_details_are_a_click_away(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = calculated(stage, desk)
    QApplication.processEvents()
    card = next(iter(screen.work.cards.cards().values()))
    assert screen.work.is_folded()
    assert [part.split()[0] for part in card._short.text().split(" · ")] == ["1", "3", "1"]
    low = card.height()
    screen.work.details.click()
    QApplication.processEvents()
    assert not screen.work.is_folded()
    assert card.height() > low
    assert card._at_length.isVisible()
    assert not card._in_short.isVisible()


def test_a_high_window_shows_the_cards_whole(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = calculated(stage, desk)
    screen.window().resize(screen.width(), 1000)
    QApplication.processEvents()
    assert not screen.work.is_folded()


def test_at_least_eight_results_are_seen_in_a_small_window_under_every_strip(stage: Stage, sample_desk: Desk) -> None:
    screen = shown(stage, sample_desk)
    screen.window().resize(1366 - 224, 768)
    screen.deeds.calculate("balanced")
    screen.deeds.accept()
    screen.banner.say("Wishes have changed.", tone="warn", advice="Please calculate again.")
    QApplication.processEvents()
    table = screen.work.lists.results.table
    assert screen.strip.isVisible()
    assert table.viewport().height() >= 8 * table.rowHeight(0)


def test_an_accepted_plan_keeps_its_reasons_also_when_what_it_was_made_for_has_changed(
    stage: Stage, desk: Desk, school: Voting
) -> None:
    first = calculated(stage, desk)
    told = {row.id: str(row.reason) for row in first.work.lists.results.rows.all() if row.reason is not None}
    first.deeds.accept()
    run = desk.office.read(last_run, school.ballot)
    assert run is not None
    kept = desk.office.read(stored_problem, run.id)
    assert kept is not None
    assert kept.input_hash() == run.input_hash
    wish(school, "Emil", "Mo", "12")
    later = shown(stage, desk)
    chosen = later.scenarios.chosen()
    assert chosen is not None
    assert chosen.old
    reasons = {row.id: str(row.reason) for row in later.work.lists.results.rows.all() if row.reason is not None}
    assert reasons == told
    later.go_to(school.pupils["Dora"])
    assert later.work.why.isVisible()
    assert "13 Klettern" in later.work.why.child.answer.words()


def test_a_child_is_fixed_from_the_list_with_a_reason(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = calculated(stage, desk)
    lists = screen.work.lists
    lists.results.filters.turn_on("not_first")
    row = lists.results.rows.visible()[0]
    lists.results.table.choose(row.id)
    lists.results.verbs.pin_first.trigger()
    line = lists.results.findChild(OneLine)
    assert line is not None
    type_text(line.line, "Geschwister")
    press(line.line, Qt.Key.Key_Return)
    screen.deeds.renew_chosen()
    assert (row.pupil_id, "11") in {(one.pupil_id, one.number) for one in lists.results.rows.all()}
    assert any(one.pinned for one in lists.results.rows.all())


def test_contradicting_places_are_told_by_name_of_the_course(stage: Stage, desk: Desk, school: Voting) -> None:
    for number in ("11", "12"):
        desk.office.do(wishes.pin(school.ballot, school.pupils["Ada"], school.courses[number]))
    screen = calculated(stage, desk)
    assert "11 Robotik" in screen.banner.sentence()
    assert screen.start.isEnabled()


def test_without_wishes_the_screen_leads_to_them(stage: Stage, qtbot: QtBot, desk: Desk) -> None:
    voting(desk.office)
    screen = shown(stage, desk)
    assert screen._pages.currentIndex() == 2
    with qtbot.waitSignal(screen.wanted) as led:
        screen._to_wishes.click()
    assert led.args == [Place("wishes")]


class Halting(Jobs):
    """Runs jobs in the pool, but has them closed before they start: the file was left at once."""

    def start(self, job: Job) -> None:
        job.stop()
        super().start(job)


@pytest.fixture
def halting() -> Iterator[Halting]:
    jobs = Halting()
    yield jobs
    assert jobs.close()


def test_leaving_in_the_middle_leaves_nothing_behind(
    stage: Stage, qtbot: QtBot, desk: Desk, school: Voting, halting: Halting
) -> None:
    screen = shown(stage, Desk(desk.office, desk.ask, halting, desk.memory))
    before = desk.office.revision
    screen.deeds.calculate("balanced")
    qtbot.waitUntil(lambda: not screen.running.is_running())
    assert screen.scenarios.all() == []
    assert desk.office.revision == before
    assert screen.start.isEnabled()


def test_it_is_calculated_off_the_windows_thread(stage: Stage, qtbot: QtBot, desk: Desk, school: Voting) -> None:
    jobs = Jobs()
    screen = shown(stage, Desk(desk.office, desk.ask, jobs, desk.memory))
    screen.deeds.calculate("balanced")
    assert screen.scenarios.all() == []
    assert not screen.start.isEnabled()
    qtbot.waitUntil(lambda: not screen.running.is_running(), timeout=20_000)
    assert [one.plan.goal for one in screen.scenarios.all()] == ["balanced"]
    assert jobs.close()
    QApplication.sendPostedEvents()
