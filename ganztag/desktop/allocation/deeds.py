"""What the screen lets one do: calculate, ask for another scenario, look at one, accept it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop.allocation.asking.dialog import AskDialog
from ganztag.desktop.allocation.by_hand.work import ByHand
from ganztag.desktop.allocation.running import Running
from ganztag.desktop.allocation.scenario_verbs import ScenarioVerbs
from ganztag.desktop.allocation.scenarios import Scenarios
from ganztag.desktop.allocation.work_page import WorkPage
from ganztag.desktop.desk import Desk
from ganztag.planning.asked import Asked
from ganztag.planning.changes import Parallel
from ganztag.planning.levels import GOALS
from ganztag.queries.to_allocate import policy_of


class Deeds(QObject):
    """``looked()`` when other scenarios are looked at, ``written()`` when the file was changed by accepting.

    ``protocol_wanted()`` for the protocol of plan A.
    """

    looked = Signal()
    written = Signal()
    protocol_wanted = Signal()

    def __init__(self, desk: Desk, known: Scenarios, verbs: ScenarioVerbs, running: Running, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._known, self._verbs, self._running, self._owner = desk, known, verbs, running, owner
        self._work: WorkPage | None = None
        self._by_hand: ByHand | None = None
        verbs.wanted.connect(self.card)

    def join(self, work: WorkPage, by_hand: ByHand) -> None:
        """Hear what cards and panel ask for."""
        self._work, self._by_hand = work, by_hand
        work.goal_wanted.connect(self.calculate)
        work.card_wanted.connect(self.card)
        work.why.tried.connect(self.run)

    def calculate(self, goal: str = "") -> None:
        """Calculate the plan for a goal as the file is; without a goal for all of them."""
        self._running.ask([self._usual(one) for one in ([goal] if goal else GOALS)])

    def _usual(self, goal: str) -> Asked:
        """Return what is asked for without a word: the school's order of goals, the lot that was drawn."""
        ballot, chosen = self._known.ballot, self._known.chosen()
        office = self._desk.office
        policy = office.read(policy_of, ballot.id if ballot is not None else 0, goal)
        return Asked(replace(policy, seed=chosen.plan.seed) if chosen is not None else policy)

    def run(self, asked: Asked) -> None:
        self._running.ask([asked])

    def ask_again(self) -> None:
        """Ask for another scenario, beginning with what plan A was asked for."""
        chosen = self._known.chosen()
        self._ask_with(chosen.made.asked if chosen is not None else self._usual(GOALS[0]))

    def _ask_with(self, before: Asked) -> None:
        problem = self._known.problem
        if problem is None or self._running.is_running():
            return
        dialog = AskDialog(self._owner, problem, before)
        if self._desk.ask.show(dialog.doing(AskDialog.asked)):
            asked = dialog.outcome
            same_goal = asked.policy.goal == before.policy.goal
            self.run(asked if same_goal else self._in_order(asked))

    def _in_order(self, asked: Asked) -> Asked:
        """Return the same with the school's order of the goal that was chosen."""
        order = self._usual(asked.policy.goal).policy.order
        return replace(asked, policy=replace(asked.policy, order=order))

    def renew_chosen(self) -> None:
        """Calculate plan A anew, as the file is now."""
        chosen = self._known.chosen()
        if chosen is not None:
            self.run(chosen.made.asked)

    def card(self, key: str, deed: str) -> None:
        """Do what a card, its menu or its keys ask for."""
        one = self._known.get(key)
        if one is None or self._work is None:
            return
        if deed in ("left", "right"):
            self._work.cards.step(key, -1 if deed == "left" else 1)
        elif deed == "ask":
            self._ask_with(one.made.asked)
        elif deed in ("rename", "delete"):
            self._verbs.do(key, deed)
        elif deed == "b":
            self._hold_against(key)
        else:
            self._look_at(key, deed)

    def _look_at(self, key: str, deed: str) -> None:
        self._known.choose(key)
        self.looked.emit()
        if deed == "by_hand" and self._by_hand is not None:
            self._by_hand.begin()
        elif deed == "protocol":
            self.protocol_wanted.emit()

    def _hold_against(self, key: str) -> None:
        self._known.hold_against(key)
        self.looked.emit()
        if self._known.b and self._work is not None:
            self._work.lists.turn_to("differences")

    def accept(self) -> None:
        """Accept plan A: one deed."""
        chosen = self._known.chosen()
        if chosen is None or self._running.is_running():
            return
        if any(isinstance(change, Parallel) for change in chosen.made.asked.changes):
            again = self._verbs.make_parallel(chosen)
            if again is not None:
                self.written.emit()
                self.run(again)
        elif self._verbs.accept(chosen):
            self.written.emit()
