"""What there is to see of the allocation: scenarios, differences, reasons, courses, the board, and every dialog."""

from typing import Any

from picture_popups import Sight, popup
from PySide6.QtCore import QPoint

from ganztag.planning.asked import Asked
from ganztag.planning.changes import Seats
from ganztag.planning.policy import Policy


def allocation(screen: Any, _album: Any) -> Sight:
    if not screen.scenarios.has_wishes():
        return
    for goal in ("balanced", "greedy"):
        screen.deeds.calculate(goal)
        yield goal, None
    yield from _lists(screen)
    screen.work.details.click()
    yield "details", None
    yield from _many(screen)
    screen.again.click()
    screen.verbs.open_menu(screen.scenarios.a, screen.mapToGlobal(QPoint(200, 200)))
    yield from popup("menu")
    yield from _by_hand(screen)


def _lists(screen: Any) -> Sight:
    lists = screen.work.lists
    lists.turn_to("differences")
    lists.differences.table.choose_first()
    yield "differences", None
    lists.turn_to("results")
    lists.results.filters.turn_on("not_first")
    lists.results.table.choose_first()
    yield "why", None
    lists.turn_to("courses")
    for chip in ("full", "struck"):
        lists.courses.filters.turn_on(chip)
        lists.courses.table.choose_first()
        yield f"course_{chip}", None


def _many(screen: Any) -> Sight:
    """Show more scenarios than there is room for, one of them with a long name."""
    course = screen.scenarios.problem.courses[0]
    more = Seats(course.id, (course.max_size or 10) + 4)
    screen.deeds.run(Asked(Policy(seed=7), (more,), name="Mit der großen Turnhalle für die Bewegungsangebote"))
    for seed in (2, 3, 4):
        screen.deeds.run(Asked(Policy(seed=seed)))
    yield "many", None


def _by_hand(screen: Any) -> Sight:
    screen.by_hand.begin()
    yield "by_hand", None
    page = screen.by_hand.page
    tiles = [tile for tile in page.board.tiles() if tile.kids]
    if len(tiles) > 1 and tiles[1].course is not None:
        kid = tiles[0].kids[0]
        page.state.move(kid.pupil, tiles[1].course, tiles[0].course)
        page.board.choose(kid.pupil)
        page.rebase(page.state.problem)
        yield "by_hand_moved", None
    page.leave.click()
