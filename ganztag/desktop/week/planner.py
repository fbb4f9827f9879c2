"""Between hands and verbs: what a key or a drop in the week means, and the answers beside it."""

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QAction

from ganztag.desktop.desk import Desk
from ganztag.desktop.week import loads
from ganztag.desktop.week.carrier import Carrier, Spot
from ganztag.desktop.week.carrying import Carrying, Load, Sign
from ganztag.desktop.week.grid import WeekGrid
from ganztag.desktop.week.judge import Judge
from ganztag.desktop.week.sheet import Chip
from ganztag.desktop.week.side import Side
from ganztag.desktop.week.verbs import WeekVerbs
from ganztag.planning.fitting import Swap, Verdict

_PAUSE = 250  # milliseconds after which the list of places comes, while something is carried by the keys


class Planner(QObject):
    """``open_wanted(course)`` leads to a course, ``week_wanted(days)`` to another real week.

    ``refused`` tells that a real week is not planned here.
    """

    open_wanted = Signal(int)
    week_wanted = Signal(int)
    refused = Signal()

    def __init__(self, desk: Desk, grid: WeekGrid, side: Side, verbs: WeekVerbs) -> None:
        super().__init__(grid)
        self._desk, self._grid, self._side, self._verbs = desk, grid, side, verbs
        self.carrier = Carrier(grid, side, self._judged)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._connect()

    def _connect(self) -> None:
        grid, supply, carrier = self._grid, self._side.supply, self.carrier
        self._soon.timeout.connect(self._answer)
        grid.wanted.connect(self.deed)
        grid.stepped.connect(carrier.step)
        grid.lifted.connect(self._lift)
        grid.cancelled.connect(carrier.cancel)
        supply.lifted.connect(self._lift_from_side)
        supply.cancelled.connect(carrier.cancel)
        supply.given.connect(self._give)
        supply.left.connect(grid.setFocus)
        for part in (grid, supply):
            part.moved.connect(carrier.move)
            part.dropped.connect(carrier.drop)
        carrier.dropped.connect(self._set_down)
        carrier.turned.connect(self._turned)
        self._side.chosen.asked.connect(self.deed)
        self._side.answers.places.picked.connect(self._take_place)
        self._side.answers.swaps.picked.connect(self._take_swap)
        self._side.answers.places.closed.connect(grid.setFocus)
        self._side.chosen.offer_actions(self._verbs.all())
        for action in self._verbs.all():
            action.triggered.connect(self._triggered)

    def renew(self) -> None:
        """Answer anew what was asked, after a change; a course that has its place now needs no answer any more."""
        asked = self._side.asked
        if asked is not None:
            chip = self._chip_of(asked)
            if asked.kind == "meeting" and chip is not None:
                self._side.ask(loads.of_chip(chip, self._desk.watch.offer()), self._judge())
            else:
                self._side.close_answers()
        self.carrier.renew()

    def _chip_of(self, asked: Load) -> Chip | None:
        by_meeting = self._grid.sheet.by_meeting
        return next((by_meeting[meeting] for meeting in asked.meetings if meeting in by_meeting), None)

    def _judge(self) -> Judge:
        return Judge(self._desk.watch.offer(), self._grid.sheet)

    def _judged(self, load: Load) -> Carrying:
        return self._judge().carrying(load)

    def _turned(self, is_carrying: bool) -> None:
        hand = self.carrier.hand
        if is_carrying and self.carrier.by_keys and hand is not None and hand.load.goes_to_cells:
            self._soon.start()
        elif is_carrying:
            self._side.close_answers()
        else:
            self._soon.stop()

    def _answer(self) -> None:
        hand = self.carrier.hand
        if hand is not None:
            self._side.ask(hand.load, self._judge())

    def _may_plan(self) -> bool:
        if self._grid.sheet.real:
            self.refused.emit()
        return not self._grid.sheet.real

    def _lift(self, key: int, kind: str, at: QPoint) -> None:
        if key in self._grid.sheet.by_key and self._may_plan():
            load = loads.of_chip(self._grid.sheet.by_key[key], self._desk.watch.offer(), kind=kind)
            self._side.close_answers()
            self.carrier.begin(load, at)

    def _lift_from_side(self, load: Load, at: QPoint | None) -> None:
        if self._may_plan():
            self.carrier.begin(load, at)
            if at is None:
                self._grid.setFocus()

    def _give(self, load: Load, key: int) -> None:
        """Give a chip the room or the leader that was chosen for it."""
        hand = self._judged(load)
        self._verbs.set_down(load, Spot(chip=key), hand.chip_signs.get(key))
        self._grid.setFocus()

    def _set_down(self, load: Load, spot: Spot, sign: Sign | None) -> None:
        self._side.close_answers()
        chip = self._grid.sheet.by_key.get(load.key)
        if spot.line >= 0 and chip is not None:
            self._verbs.set_room(chip, self._side.supply.list.lines[spot.line].key)
        else:
            self._verbs.set_down(load, spot, sign)

    def _triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.deed(str(action.data()))

    def deed(self, deed: str) -> None:
        """Do what a key or an action asks for."""
        if self._grid.hand is not None:
            self._deed_while_carrying(deed)
        elif deed == "back":
            self._side.close_answers()
        elif deed.startswith("week "):
            self.week_wanted.emit(-7 if deed == "week before" else 7)
        elif deed == "open":
            chip = self._grid.cursor_.chip()
            if chip is not None:
                self.open_wanted.emit(chip.course)
        elif self._may_plan():
            self._plan(deed)

    def _deed_while_carrying(self, deed: str) -> None:
        hand = self._grid.hand
        if deed == "drop":
            self.carrier.drop()
        elif deed == "remove" and hand is not None and hand.load.kind == "meeting":
            chip = self._grid.sheet.by_key.get(hand.load.key)
            self.carrier.cancel()
            if chip is not None:
                self._verbs.take_out(chip)
        else:
            self.carrier.cancel()
            self._side.close_answers()

    def _plan(self, deed: str) -> None:
        chip = self._grid.cursor_.chip()
        if chip is None:
            return
        if deed == "pick":
            self.carrier.begin(loads.of_chip(chip, self._desk.watch.offer()))
        elif deed in ("where", "swap"):
            self._side.ask(loads.of_chip(chip, self._desk.watch.offer()), self._judge(), focus=deed)
        elif deed in ("room", "leader"):
            self._side.close_answers()
            self._side.supply.choose_for(chip, deed)
        else:
            deeds = {"remove": self._verbs.take_out, "stretch": self._verbs.stretch, "shrink": self._verbs.shrink}
            {**deeds, "fix": self._verbs.fix}[deed](chip)

    def _take_place(self, verdict: Verdict) -> None:
        load = self._side.asked
        self.carrier.cancel()
        if load is not None:
            leaders = self._side.leaders(self._desk.watch.offer())
            self._side.close_answers()
            self._verbs.go_to_place(load, verdict, leaders)
            self._grid.setFocus()

    def _take_swap(self, swap: Swap) -> None:
        leaders = self._side.leaders(self._desk.watch.offer())
        self.carrier.cancel()
        self._side.close_answers()
        self._verbs.swap(swap, leaders)
        self._grid.setFocus()
