"""The screen of the allocation: calculate, look, accept, undo; stop leaves nothing behind."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ganztag.desktop.allocation.screen import AllocationScreen
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.jobs import Job, Jobs
from ganztag.desktop.widgets.one_line import OneLine
from ganztag.operations import wishes
from ganztag.queries.allocation import last_run
from tests.desktop.hands import press, type_text
from tests.desktop.stage import Stage
from tests.voting import Voting, voting, wish


@pytest.fixture
def school(desk: Desk) -> Voting:
    made = voting(desk.office)
    for pupil in ("Ada", "Ben", "Can"):
        wish(made, pupil, "Mo", "11", "12")
    wish(made, "Dora", "Mo", "13")
    wish(made, "Ada", "Mi", "21")
    return made


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(qtbot)
    yield made
    made.close()


def shown(stage: Stage, desk: Desk) -> AllocationScreen:
    screen = AllocationScreen(desk)
    stage.show(screen, desk)
    return screen


def results(screen: AllocationScreen) -> list[tuple[str, str, int | None]]:
    return [(row.name, row.number, row.rank) for row in screen.results.rows.visible()]


def test_calculating_shows_what_each_child_would_get_and_why(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = shown(stage, desk)
    assert screen.first.isVisible()
    assert not screen.accept_button.isVisible()
    screen.first.click()
    assert len(results(screen)) == 5
    assert screen.accept_button.isVisible()
    assert not screen.first.isVisible()
    screen.results.filters.turn_on("none")
    assert results(screen) == [("Demir, Dora", "", None)]
    dora = screen.results.rows.visible()[0]
    assert "13 Klettern" in str(dora.reason)
    screen.results.filters.turn_on("not_first")
    assert [(number, rank) for _name, number, rank in results(screen)] == [("12", 2)]


def test_nothing_is_written_before_it_is_accepted(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = shown(stage, desk)
    before = desk.office.revision
    screen.calculate()
    screen.cards["greedy"].calculate_wanted.emit("greedy")
    assert desk.office.revision == before
    assert set(screen.plans.results) == {"balanced", "greedy"}


def test_accepting_is_one_deed_with_a_way_back(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = shown(stage, desk)
    screen.calculate()
    before = desk.office.revision
    screen.accept_button.click()
    assert desk.office.revision == before + 1
    assert desk.office.read(last_run, school.ballot) is not None
    assert screen.strip.isVisible()
    assert not screen.accept_button.isVisible()
    assert screen.strip.undo.isVisible()
    screen.strip.undo.click()
    assert desk.office.read(last_run, school.ballot) is None
    assert not screen.strip.isVisible()
    assert screen.accept_button.isVisible()


def test_what_was_accepted_is_seen_at_the_next_start(stage: Stage, desk: Desk, school: Voting) -> None:
    first = shown(stage, desk)
    first.pick("greedy")
    first.calculate()
    first.accept()
    again = shown(stage, desk)
    assert again.plans.goal == "greedy"
    assert again.plans.is_accepted("greedy")
    assert len(results(again)) == 5
    assert not again.accept_button.isVisible()
    assert not again.strip.undo.isVisible()


def test_a_change_of_wishes_makes_it_calculate_again(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = shown(stage, desk)
    screen.calculate()
    screen.accept()
    wish(school, "Emil", "Mo", "12")
    assert screen.first.isVisible()
    assert not screen.accept_button.isVisible()
    assert screen.banner.sentence()
    screen.calculate()
    assert screen.accept_button.isVisible()
    assert screen.banner.sentence() == ""
    screen.accept()
    assert len(results(screen)) == 6


def test_a_low_window_folds_the_goals_once_there_are_results_and_details_are_a_click_away(
    stage: Stage, desk: Desk, school: Voting
) -> None:
    screen = shown(stage, desk)
    card = screen.cards["balanced"]
    whole = card.height()
    assert not screen.goals.details.isVisible()
    screen.calculate()
    QApplication.processEvents()
    assert screen.goals.is_folded()
    assert card.height() < whole
    assert [part.split()[0] for part in card._short.text().split(" · ")] == ["1", "3", "1"]
    screen.goals.details.click()
    assert not screen.goals.is_folded()
    assert card._at_length.isVisible()
    assert not card._in_short.isVisible()


def test_a_high_window_shows_the_goals_whole(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = shown(stage, desk)
    screen.calculate()
    screen.window().resize(screen.width(), 1000)
    QApplication.processEvents()
    assert not screen.goals.is_folded()


def test_at_least_eight_results_are_seen_in_a_small_window_under_every_strip(stage: Stage, sample_desk: Desk) -> None:
    screen = shown(stage, sample_desk)
    screen.window().resize(1366 - 224, 768)
    screen.calculate()
    screen.accept()
    screen.banner.say("Wishes have changed.", tone="warn", advice="Please calculate again.")
    QApplication.processEvents()
    table = screen.results.table
    assert screen.strip.isVisible()
    assert table.viewport().height() >= 8 * table.rowHeight(0)


def test_an_accepted_plan_keeps_its_reasons_until_what_it_was_made_for_has_changed(
    stage: Stage, desk: Desk, school: Voting
) -> None:
    first = shown(stage, desk)
    first.calculate()
    told = {row.id: str(row.reason) for row in first.results.rows.all() if row.reason is not None}
    first.accept()
    again = shown(stage, desk)
    assert {row.id: str(row.reason) for row in again.results.rows.all() if row.reason is not None} == told
    assert any("13 Klettern" in reason for reason in told.values())
    wish(school, "Emil", "Mo", "12")
    later = shown(stage, desk)
    reasons = {row.id: str(row.reason) for row in later.results.rows.all() if row.reason is not None}
    assert reasons.keys() == told.keys()
    assert all("seitdem" in reason or "since" in reason for reason in reasons.values())


def test_another_lot_forgets_the_plans_of_the_old_one(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = shown(stage, desk)
    screen.calculate()
    screen.seed.line.setText("77")
    screen.seed.line.editingFinished.emit()
    assert screen.plans.results == {}
    screen.calculate()
    result = screen.plans.result()
    assert result is not None
    assert result.plan.seed == 77


def test_a_child_is_fixed_from_the_list_with_a_reason(stage: Stage, desk: Desk, school: Voting) -> None:
    screen = shown(stage, desk)
    screen.calculate()
    screen.results.filters.turn_on("not_first")
    row = screen.results.rows.visible()[0]
    screen.results.table.choose(row.id)
    screen.results.verbs.pin_first.trigger()
    line = screen.results.findChild(OneLine)
    assert line is not None
    type_text(line.line, "Geschwister")
    press(line.line, Qt.Key.Key_Return)
    screen.calculate()
    got = {(one.pupil_id, one.number) for one in screen.results.rows.all()}
    assert (row.pupil_id, "11") in got
    assert any(one.pinned for one in screen.results.rows.all())


def test_contradicting_places_are_told_by_name_of_the_course(stage: Stage, desk: Desk, school: Voting) -> None:
    for number in ("11", "12"):
        desk.office.do(wishes.pin(school.ballot, school.pupils["Ada"], school.courses[number]))
    screen = shown(stage, desk)
    screen.calculate()
    assert "11 Robotik" in screen.banner.sentence()
    assert screen.first.isEnabled()


def test_without_wishes_the_screen_leads_to_them(stage: Stage, qtbot: QtBot, desk: Desk) -> None:
    voting(desk.office)
    screen = shown(stage, desk)
    assert screen._pages.currentIndex() == 1
    with qtbot.waitSignal(screen.wanted) as led:
        screen._to_wishes.click()
    assert led.args == [Place("wishes")]


class Halting(Jobs):
    """Runs jobs in the pool, but asks each to stop before it starts: the user was quick."""

    def start(self, job: Job) -> None:
        job.stop()
        super().start(job)


@pytest.fixture
def halting() -> Iterator[Halting]:
    jobs = Halting()
    yield jobs
    assert jobs.close()


def test_stop_leaves_nothing_behind_and_it_can_be_tried_again(
    stage: Stage, qtbot: QtBot, desk: Desk, school: Voting, halting: Halting
) -> None:
    screen = shown(stage, Desk(desk.office, desk.ask, halting, desk.memory))
    before = desk.office.revision
    screen.calculate()
    qtbot.waitUntil(lambda: not screen.job.is_running())
    assert screen.plans.results == {}
    assert desk.office.revision == before
    assert screen.first.isEnabled()
    assert screen.banner.sentence()


def test_it_is_calculated_off_the_windows_thread(stage: Stage, qtbot: QtBot, desk: Desk, school: Voting) -> None:
    jobs = Jobs()
    screen = shown(stage, Desk(desk.office, desk.ask, jobs, desk.memory))
    screen.calculate()
    assert screen.plans.results == {}
    assert not screen.first.isEnabled()
    qtbot.waitUntil(lambda: not screen.job.is_running(), timeout=20_000)
    assert "balanced" in screen.plans.results
    assert jobs.close()
    QApplication.sendPostedEvents()
