"""What the screen shows once something was calculated: legend, cards, lists, and why at the right."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.allocation.cards.start import OtherGoals
from ganztag.desktop.allocation.cards.strip import CardStrip
from ganztag.desktop.allocation.lists.faces import Lists
from ganztag.desktop.allocation.scenarios import Scenarios
from ganztag.desktop.allocation.why.panel import WhyPanel
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import IconButton
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.legend import Legend
from ganztag.desktop.widgets.text import Elided
from ganztag.language import _, pgettext
from ganztag.planning.levels import GOALS
from ganztag.queries.frame import BlockRow

_LOW = 800  # a page lower than this has no room for whole cards and a list of some length
_FEW = 2  # beside so many cards the other goals are offered


class WorkPage(QWidget):
    """``card_wanted(key, deed)``, ``menu_wanted(key, at)`` and ``goal_wanted(goal)`` as its parts tell it.

    ``worth({course id: SeatPrice})`` when it is known what one more place would be worth.
    """

    card_wanted = Signal(str, str)
    menu_wanted = Signal(str, QPoint)
    goal_wanted = Signal(str)
    worth = Signal(object)

    def __init__(self, desk: Desk, banner: Banner) -> None:
        super().__init__()
        self.cards, self.lists, self.why = CardStrip(), Lists(desk, banner), WhyPanel(desk)
        self.others, self.details = OtherGoals(), IconButton("chevrons-up-down", "")
        self._legend, self._note = Legend(), Elided("", "secondary", "muted")
        self._has_others = False
        self._whole: bool | None = None
        self._newest = ""
        self._arrange()
        self.cards.wanted.connect(self.card_wanted)
        self.cards.menu_wanted.connect(self.menu_wanted)
        self.others.wanted.connect(self.goal_wanted)
        self.details.clicked.connect(self._switch)

    def _arrange(self) -> None:
        line, left, whole = row(gap=14), column(gap=9), row(gap=16)
        self._legend.setFixedHeight(fonts.px(22))
        line.addWidget(self._legend)
        line.addWidget(self._note, 1)
        line.addWidget(self.details)
        self.cards.put_beside(self.others)
        left.addLayout(line)
        left.addWidget(self.cards)
        left.addWidget(self.lists, 1)
        whole.addLayout(left, 1)
        whole.addWidget(self.why)
        self.setLayout(whole)

    def retranslate(self) -> None:
        self._name_colours()
        for part in (self.lists, self.others, self.why):
            part.retranslate()
        self._fold()

    def _name_colours(self) -> None:
        ranks = [(f"wish{rank}", pgettext("wish", "Wish {rank}", rank=rank)) for rank in (1, 2, 3)]
        others = [("ok", _("not wished, or fixed by hand"))] if self._has_others else []
        self._legend.show_entries([*ranks, *others, ("bad", _("without a place"))])

    def show_scenarios(self, known: Scenarios) -> None:
        """Show the cards, which of them are A and B, and which goals are left to try."""
        found = known.all()
        by_hand = any(one.key == known.a and one.plan.by_hand for one in found)
        self._newest = known.a if by_hand else known.b or known.a
        blocks: Mapping[int, BlockRow] = {block.id: block for block in known.ballot.blocks} if known.ballot else {}
        self.cards.show_scenarios(found, {known.a: "A", known.b: "B"}, blocks)
        tried = {one.plan.goal for one in found if not one.made.asked.changes and not one.old}
        self.others.offer([goal for goal in GOALS if goal not in tried], visible=len(found) <= _FEW)
        alike = all(not one.made.asked.changes and not one.plan.by_hand and not one.old for one in found)
        only_goal = _("Same rules, same wishes: only the goal is different") if alike and len(found) > 1 else ""
        self._note.setText(only_goal)
        self._has_others = any(one.made.figures.others for one in found)
        self._name_colours()
        self._fold()

    def bring_newest_into_view(self) -> None:
        self.cards.bring_into_view(self._newest)

    def is_folded(self) -> bool:
        whole = self.height() >= fonts.px(_LOW) if self._whole is None else self._whole
        return not whole

    def _switch(self) -> None:
        self._whole = self.is_folded()
        self._fold()

    def _fold(self) -> None:
        folded = self.is_folded()
        self.cards.fold(folded)
        self.others.fold(folded)
        self.details.name(_("Show details") if folded else _("Hide details"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.why.setFixedWidth(min(max(round(self.width() * 0.27), fonts.px(286)), fonts.px(396)))
        self._fold()
