"""Calculating scenarios: one after the other, off the window's thread; what comes out stands beside the others."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ganztag.desktop.allocation.asking.gentle_strip import GentleStrip
from ganztag.desktop.allocation.by_hand.words import summed
from ganztag.desktop.allocation.calculation import Calculated, calculate_all
from ganztag.desktop.allocation.scenarios import Scenario, Scenarios
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.progress import ProgressStrip
from ganztag.language import _, ngettext
from ganztag.planning import judge
from ganztag.planning.asked import Asked
from ganztag.planning.levels import MOVED, goal_label


class Running(QObject):
    """``changed()`` when a calculation has begun, is over, or was stopped."""

    changed = Signal()

    def __init__(self, desk: Desk, known: Scenarios, progress: ProgressStrip, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._known, self._banner = known, banner
        self.strip = GentleStrip(desk.jobs, progress, banner, self)
        self.strip.ended.connect(self.changed)

    def is_running(self) -> bool:
        return self.strip.is_running()

    def ask(self, asked: Sequence[Asked]) -> None:
        """Calculate what is asked for, unless something is being calculated."""
        problem = self._known.problem
        if problem is None or not asked or self.is_running():
            return
        self._banner.clear()
        words = ", ".join(str(goal_label(one.policy.goal)) for one in asked)
        sentence = _("Calculating: {goal}", goal=words)
        self.strip.start(sentence, self._done, calculate_all, problem, tuple(asked), self.strip.anew())
        self.changed.emit()

    def _say_price(self, made: Calculated, before: Scenario) -> None:
        """Say how many children move when it is solved again with kept places, and what that brings."""
        kept = made.asked.kept or frozenset()
        inside = {(place.pupil, place.course) for place in made.plan.placements}
        moved = len({pupil for pupil, course in kept if (pupil, course) not in inside})
        self._banner.say(
            ngettext("Solved again: {count} child moves.", "Solved again: {count} children move.", moved),
            tone="accent",
            advice=summed([cost for cost in judge.cost(before.plan, made.plan) if cost[0] != MOVED]),
        )

    def _done(self, found: tuple[Calculated, ...]) -> None:
        before = self._known.chosen()
        for made in found:
            self._known.add(made)
            if made.asked.kept is not None and before is not None:
                self._say_price(made, before)
        if any(made.stopped for made in found):
            self._banner.say(
                _("Stopped: this is the best plan so far."),
                tone="accent",
                advice=_("It keeps every rule, but it is not proven that there is none better."),
            )
        self.changed.emit()
