"""The page on which a plan is changed by hand: blocks above, the board, what it costs, and what comes of it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.allocation.by_hand.board import HandBoard
from ganztag.desktop.allocation.by_hand.menu import HandVerbs
from ganztag.desktop.allocation.by_hand.state import HandPlan
from ganztag.desktop.allocation.by_hand.tile_paint import Sign
from ganztag.desktop.allocation.by_hand.tiles import Kid, Tile, tiles_of
from ganztag.desktop.allocation.by_hand.words import cost_words, is_worse, summed
from ganztag.desktop.allocation.scenarios import Scenario
from ganztag.desktop.allocation.why.subject import Named
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button, MenuButton
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.legend import KeyHints
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.desktop.widgets.signs import IconSign
from ganztag.desktop.widgets.text import Text
from ganztag.language import _, ngettext, pgettext, time, weekday
from ganztag.planning.problem import Problem
from ganztag.queries.frame import BlockRow


class HandPage(QWidget):
    """``done(HandPlan)`` and ``solved(HandPlan, keep mode)`` take the plan over, ``left()`` gives it up.

    ``pinned(pupil, course, reason)`` when a child is to be fixed where it is.
    """

    done = Signal(object)
    solved = Signal(object, str)
    left = Signal()
    pinned = Signal(int, int, str)

    def __init__(self, banner: Banner) -> None:
        super().__init__()
        self.state: HandPlan | None = None
        self.scenario: Scenario | None = None
        self._children: Mapping[int, Named] = {}
        self.blocks, self.board, self._keys = Segmented(), HandBoard(), KeyHints()
        self.back, self.leave = Button("", "undo-2"), Button("", "x")
        self.solve, self.take = MenuButton("", "play"), Button("", "check", "primary")
        self._stay, self._serve = QAction(self), QAction(self)
        self._sign, self._moved = IconSign("info", "accent"), Text("", "strong")
        self._costs, self._broken = Text("", "body", wrap=True), Text("", "body", "bad", wrap=True)
        self._strip = QFrame()
        self.verbs = HandVerbs(self.board, banner, self)
        self.board.sign_of = self._sign_of
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        top, strip, words = row(gap=8), row(gap=10, margins=(14, 9, 14, 9)), column(gap=2)
        top.addWidget(self.blocks)
        top.addStretch(1)
        for button in (self.back, self.leave, self.solve, self.take):
            top.addWidget(button)
        for label in (self._moved, self._costs, self._broken):
            words.addWidget(label)
        strip.addWidget(self._sign)
        strip.addLayout(words, 1)
        self._strip.setLayout(strip)
        self._keys.setFixedHeight(fonts.px(34))
        whole = column(gap=10)
        whole.addLayout(top)
        whole.addWidget(self._strip)
        whole.addWidget(self.board, 1)
        whole.addWidget(self._keys)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.solve.offer([self._serve, self._stay])
        self._stay.triggered.connect(self._solve_first)
        self._serve.triggered.connect(self._solve_after)
        self.blocks.picked.connect(self._renew)
        for mover in (self.board, self.verbs):
            mover.moved.connect(self._move)
        self.verbs.pinned.connect(self.pinned)
        self.back.clicked.connect(self._go_back)
        self.leave.clicked.connect(self.left)
        self.take.clicked.connect(self._take)

    def retranslate(self) -> None:
        self.back.setText(_("Take back"))
        self.leave.setText(_("Discard"))
        self.solve.setText(_("Solve again"))
        self._serve.setText(_("Move children only for those without a place"))
        self._stay.setText(_("Nobody moves who can stay"))
        self.take.setText(_("Take as scenario"))
        self.board.setAccessibleName(_("Courses with their children"))
        self.blocks.setAccessibleName(_("Block"))
        self._keys.show_hints([
            ("M", _("move to a course")), (_("Del"), _("take the place away")), ("F", _("fix here")),
            ("↑ ↓ ← →", _("choose a child")),
        ])  # fmt: skip
        self._renew()

    # ---- what it shows

    def begin(self, scenario: Scenario, blocks: Mapping[int, BlockRow], children: Mapping[int, Named]) -> None:
        """Begin with a plan, or go on where it is this one that is being changed."""
        self.scenario, self._children = scenario, children
        self.state = HandPlan(scenario.made.problem, scenario.plan)
        used = {slot.id for slot in scenario.made.problem.slots}
        self.blocks.offer([(str(key), _block_name(block)) for key, block in blocks.items() if key in used])
        self._renew()
        self.board.setFocus()

    def rebase(self, problem: Problem) -> None:
        """Go on with what the file holds now."""
        if self.state is not None:
            self.state.rebase(problem)
            self._renew()

    def slot(self) -> int:
        return int(self.blocks.key() or 0)

    def _renew(self, *_picked: object) -> None:
        if self.state is None:
            return
        self.board.show_tiles(tiles_of(self.state, self.slot(), self._children))
        verdict, moved = self.state.verdict(), len(self.state.moves())
        broken = [one for one in verdict.broken if one.rule != "input"]
        self._moved.setText(
            ngettext("{count} child moved", "{count} children moved", moved) if moved else _("Nothing is moved yet")
        )
        worse = any(map(is_worse, verdict.costs))
        self._costs.setText(summed(verdict.costs) if moved else _("Drag a child to another course, or press M."))
        self._broken.setText("\n".join(str(one.message) for one in broken[:4]))
        self._broken.setVisible(bool(broken))
        tone = "bad" if broken else "warn" if worse else "ok" if moved else "accent"
        icon = {"bad": "circle-x", "warn": "triangle-alert", "ok": "circle-check"}.get(tone, "info")
        self._sign.show_icon(icon, tone)
        self._dress(tone)
        self.back.setEnabled(self.state.can_go_back())
        self.take.setEnabled(bool(moved) and not broken)
        self.solve.setEnabled(bool(moved))

    def _dress(self, tone: str) -> None:
        if self._strip.property("notice") != tone:
            self._strip.setProperty("notice", tone)
            self._strip.style().unpolish(self._strip)
            self._strip.style().polish(self._strip)

    def costs(self) -> str:
        """Return what stands in the strip."""
        return " ".join(filter(None, (self._moved.text(), self._costs.text(), self._broken.text())))

    def _sign_of(self, kid: Kid, tile: Tile, is_target: bool) -> Sign:
        """Say what a tile means to the child that is carried; over it, what the drop would cost."""
        state = self.state
        if state is None:
            return Sign(None)
        ranks = [w.rank for w in state.problem.wishes if (w.pupil, w.course) == (kid.pupil, tile.course)]
        rank = min(ranks, default=None)
        if not is_target:
            return Sign(rank)
        verdict = state.trial(kid.pupil, tile.course, self._course_of(kid.pupil))
        now = state.verdict()
        broken = [one for one in verdict.broken if one.rule != "input" and one not in now.broken]
        if broken:
            return Sign(rank, target=True, words=str(broken[0].message), tone="bad")
        costs = _between(now.costs, verdict.costs)
        worse = [cost for cost in costs if is_worse(cost)]
        words = cost_words(worse[0]) if worse else cost_words(costs[0]) if costs else _("drop here: as good as now")
        return Sign(rank, target=True, words=words, tone="warn" if worse else "ok")

    def _course_of(self, pupil: int) -> int | None:
        return self.state.places.get((pupil, self.slot())) if self.state is not None else None

    # ---- what is done

    def _move(self, pupil: int, source: int | None, course: int | None) -> None:
        if self.state is not None and self.state.move(pupil, course, source):
            self._renew()
            self.board.choose(pupil)

    def _go_back(self) -> None:
        if self.state is not None:
            self.state.go_back()
            self._renew()

    def _take(self) -> None:
        self.done.emit(self.state)

    def _solve_first(self) -> None:
        self.solved.emit(self.state, "first")

    def _solve_after(self) -> None:
        self.solved.emit(self.state, "after unplaced")


def _between(
    now: tuple[tuple[str, int, int], ...], then: tuple[tuple[str, int, int], ...]
) -> list[tuple[str, int, int]]:
    """Return what one more move changes, from what all moves so far and with it have changed."""
    before = {level: after for level, _first, after in now}
    first = {level: begun for level, begun, _after in now}
    found = [(level, before.get(level, begun), after) for level, begun, after in then]
    gone = [(level, before[level], first[level]) for level in before if level not in {one[0] for one in then}]
    return [cost for cost in [*found, *gone] if cost[1] != cost[2]]


def _block_name(block: BlockRow) -> str:
    start = time(block.starts) if block.starts is not None else ""
    return pgettext("block", "{day} {start}", day=weekday(block.weekday, short=True), start=start).strip()
