"""Correcting by hand: drag or keys, the cost at once, rules that break, a scenario of it, fixed and solved again."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ganztag.desktop.allocation.by_hand.board import HandBoard
from ganztag.desktop.allocation.by_hand.page import HandPage
from ganztag.desktop.allocation.screen import AllocationScreen
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.one_line import OneLine
from ganztag.queries.allocation import last_run
from tests.desktop.allocation.showing import calculated
from tests.desktop.hands import press, type_text
from tests.desktop.stage import Stage
from tests.voting import Voting


def opened(stage: Stage, desk: Desk) -> tuple[AllocationScreen, HandPage]:
    screen = calculated(stage, desk)
    screen.work.lists.by_hand.click()
    QApplication.processEvents()
    return screen, screen.by_hand.page


def in_course(page: HandPage, number: str) -> list[int]:
    return [kid.pupil for tile in page.board.tiles() if tile.number == number for kid in tile.kids]


def middle(board: HandBoard, number: str) -> QPoint:
    place = next(place for place, tile in enumerate(board.tiles()) if tile.number == number)
    return board.board.boxes[place].center()


def drag(board: HandBoard, pupil: int, number: str) -> None:
    place = board.board.place_of(pupil)
    assert place is not None
    start, end = board.board.kid_box(*place).center(), middle(board, number)
    port = board.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start + QPoint(30, 30))
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def typed(page: HandPage, key: Qt.Key, text: str) -> None:
    press(page.board, key)
    line = page.findChildren(OneLine)[-1]
    type_text(line.line, text)
    press(line.line, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_child_that_is_dragged_into_a_full_course_breaks_a_rule_that_is_told(
    stage: Stage, desk: Desk, school: Voting
) -> None:
    _screen, page = opened(stage, desk)
    (other,) = in_course(page, "12")
    drag(page.board, other, "11")
    assert other in in_course(page, "11")
    assert "11 Robotik" in page.costs()
    assert not page.take.isEnabled()
    page.back.click()
    assert in_course(page, "12") == [other]
    assert not page.back.isEnabled()


def test_a_move_by_keys_says_at_once_what_it_costs(stage: Stage, desk: Desk, school: Voting) -> None:
    _screen, page = opened(stage, desk)
    child = in_course(page, "11")[0]
    page.board.choose(child)
    typed(page, Qt.Key.Key_M, "12")
    assert len(in_course(page, "12")) == 2
    assert "1" in page._costs.text()
    assert page._broken.text() == ""
    assert page._strip.property("notice") == "warn"
    assert page.take.isEnabled()


def test_a_course_that_nobody_knows_is_told_and_nothing_moves(stage: Stage, desk: Desk, school: Voting) -> None:
    screen, page = opened(stage, desk)
    page.board.choose(in_course(page, "11")[0])
    typed(page, Qt.Key.Key_M, "99")
    assert "99" in screen.banner.sentence()
    assert len(in_course(page, "11")) == 2


def test_what_was_changed_becomes_a_scenario_that_can_be_accepted(stage: Stage, desk: Desk, school: Voting) -> None:
    screen, page = opened(stage, desk)
    child = in_course(page, "11")[0]
    page.board.choose(child)
    typed(page, Qt.Key.Key_M, "12")
    page.take.click()
    chosen = screen.scenarios.chosen()
    assert chosen is not None
    assert chosen.plan.by_hand
    assert screen.scenarios.other() is not None
    assert screen.work.isVisible()
    screen.deeds.accept()
    run = desk.office.read(last_run, school.ballot)
    assert run is not None
    assert run.by_hand
    assert (child, school.courses["12"]) in {(place.pupil, place.course) for place in run.placements}


def test_taking_a_place_away_leaves_the_child_without_one(stage: Stage, desk: Desk, school: Voting) -> None:
    _screen, page = opened(stage, desk)
    child = in_course(page, "12")[0]
    page.board.choose(child)
    press(page.board, Qt.Key.Key_Delete)
    without = page.board.tiles()[0]
    assert child in [kid.pupil for kid in without.kids]
    assert page.costs()


def test_a_fixed_child_stays_fixed_when_it_is_solved_again(stage: Stage, desk: Desk, school: Voting) -> None:
    screen, page = opened(stage, desk)
    child = in_course(page, "11")[0]
    page.board.choose(child)
    typed(page, Qt.Key.Key_M, "12")
    page.board.choose(child)
    typed(page, Qt.Key.Key_F, "Geschwister")
    kid = next(kid for tile in page.board.tiles() for kid in tile.kids if kid.pupil == child)
    assert kid.fixed
    assert kid.moved
    page._serve.trigger()
    made = screen.scenarios.all()[-1].made
    assert made.asked.policy.keep == "after unplaced"
    assert (child, school.courses["12"]) in {(place.pupil, place.course) for place in made.plan.placements}
    assert [level.name for level in made.plan.levels][:2] == ["unplaced", "moved"]
    assert made.figures.levels[1].value == 0


def test_a_plan_solved_again_with_kept_places_is_accepted(stage: Stage, desk: Desk, school: Voting) -> None:
    screen, page = opened(stage, desk)
    page.board.choose(in_course(page, "11")[0])
    typed(page, Qt.Key.Key_M, "12")
    page._stay.trigger()
    screen.scenarios.choose(screen.scenarios.all()[-1].key)
    screen.deeds.accept()
    assert desk.office.read(last_run, school.ballot) is not None


def test_leaving_the_board_changes_nothing(stage: Stage, desk: Desk, school: Voting) -> None:
    screen, page = opened(stage, desk)
    page.board.choose(in_course(page, "11")[0])
    typed(page, Qt.Key.Key_M, "12")
    page.leave.click()
    assert screen.work.isVisible()
    assert len(screen.scenarios.all()) == 1


def test_arrows_go_from_child_to_child(stage: Stage, desk: Desk, school: Voting) -> None:
    _screen, page = opened(stage, desk)
    first = in_course(page, "11")[0]
    page.board.choose(first)
    press(page.board, Qt.Key.Key_Down)
    shown = page.board.shown()
    assert shown is not None
    assert shown[0].pupil == in_course(page, "11")[1]
    press(page.board, Qt.Key.Key_Right)
    shown = page.board.shown()
    assert shown is not None
    assert shown[1].number == "12"
