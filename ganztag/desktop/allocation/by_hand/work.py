"""Correcting by hand: from plan A to the board, and from the board to a scenario, solved again on request."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop.allocation.by_hand.page import HandPage
from ganztag.desktop.allocation.by_hand.state import HandPlan
from ganztag.desktop.allocation.calculation import Calculated
from ganztag.desktop.allocation.explained import Explained
from ganztag.desktop.allocation.running import Running
from ganztag.desktop.allocation.scenarios import Scenario, Scenarios
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.domain.objection import Objection
from ganztag.language import _
from ganztag.operations import wishes
from ganztag.planning.asked import Asked
from ganztag.planning.figures import figures


class ByHand(QObject):
    """``changed()`` when the board was opened or left."""

    changed = Signal()

    def __init__(self, desk: Desk, known: Scenarios, banner: Banner, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._known, self._banner, self._owner = desk, known, banner, owner
        self._running: Running | None = None
        self._explained: Explained | None = None
        self.page = HandPage(banner)
        self.is_open = False
        self.page.done.connect(self._take)
        self.page.solved.connect(self._solve)
        self.page.left.connect(self._leave)
        self.page.pinned.connect(self._pin)

    def join(self, running: Running, explained: Explained) -> None:
        self._running, self._explained = running, explained

    def begin(self) -> None:
        """Begin to change plan A."""
        chosen, ballot = self._known.chosen(), self._known.ballot
        if chosen is None or chosen.old or ballot is None or self._explained is None:
            return
        self.page.begin(chosen, {block.id: block for block in ballot.blocks}, self._explained.children())
        self.is_open = True
        self.changed.emit()

    def renew(self) -> None:
        """Go on with what the file holds now; where the plan's changes no longer fit, the board is left."""
        scenario = self.page.scenario
        now = self._known.problem if self.is_open else None
        if now is None or scenario is None:
            return
        try:
            self.page.rebase(scenario.made.asked.problem(now))
        except Objection as objection:
            self._banner.object(objection)
            self.is_open = False

    def _take(self, state: HandPlan) -> None:
        scenario = self.page.scenario
        if scenario is None:
            return
        new = self._known.add(self._made(state, scenario))
        self._known.choose(new.key)
        self._leave()

    def _made(self, state: HandPlan, scenario: Scenario) -> Calculated:
        plan = state.verdict().plan
        asked = replace(scenario.made.asked, name="")
        return Calculated(asked, state.problem, plan, figures(plan, state.problem))

    def _solve(self, state: HandPlan, keep: str) -> None:
        """Solve again from where the children stand on the board, with as few moves as possible."""
        scenario = self.page.scenario
        if scenario is None or self._running is None or self._running.is_running():
            return
        made = self._made(state, scenario)
        if not [one for one in state.verdict().broken if one.rule != "input"]:
            self._known.choose(self._known.add(made).key)
        kept = frozenset((pupil, course) for (pupil, _slot), course in state.places.items())
        before = scenario.made.asked
        policy = replace(before.policy, keep=keep)
        self._leave()
        name = _("solved again after changes by hand")
        self._running.ask([Asked(policy, before.changes, kept, before.time_limit, name)])

    def _leave(self) -> None:
        self.is_open = False
        self.changed.emit()

    def _pin(self, pupil: int, course: int, reason: str) -> None:
        ballot = self._known.ballot
        if ballot is not None:
            with objections(self._banner):
                self._desk.office.do(wishes.pin(ballot.id, pupil, course, reason))
