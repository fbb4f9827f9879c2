"""The screen of the allocation on a stage, with a small school that has voted."""

from ganztag.desktop.allocation.screen import AllocationScreen
from ganztag.desktop.desk import Desk
from tests.desktop.stage import Stage
from tests.voting import Voting, voting, wish


def voted(desk: Desk) -> Voting:
    """Three children want course 11 with its two places, Dora wants 13 alone, which needs four."""
    made = voting(desk.office)
    for pupil in ("Ada", "Ben", "Can"):
        wish(made, pupil, "Mo", "11", "12")
    wish(made, "Dora", "Mo", "13")
    wish(made, "Ada", "Mi", "21")
    return made


def shown(stage: Stage, desk: Desk) -> AllocationScreen:
    screen = AllocationScreen(desk)
    stage.show(screen, desk)
    return screen


def calculated(stage: Stage, desk: Desk, *goals: str) -> AllocationScreen:
    """Return the screen with the plans of some goals, without any that of the usual one."""
    screen = shown(stage, desk)
    for goal in goals or ("balanced",):
        screen.deeds.calculate(goal)
    return screen


def results(screen: AllocationScreen) -> list[tuple[str, str, int | None]]:
    return [(row.name, row.number, row.rank) for row in screen.work.lists.results.rows.visible()]
