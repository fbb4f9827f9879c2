"""The goals side by side under their legend; where the window is low they are folded, so that the results have room."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.allocation.goal_card import GOALS, GoalCard
from ganztag.desktop.allocation.plans import Plans
from ganztag.desktop.allocation.seed_field import SeedField
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.legend import Legend
from ganztag.language import _, pgettext

_LOW = 880  # a screen lower than this has no room for whole cards and eight results


class Goals(QWidget):
    """``picked(goal)`` and ``calculate_wanted(goal)`` as the cards tell it."""

    picked = Signal(str)
    calculate_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards = {goal: GoalCard(goal) for goal in GOALS}
        self.seed, self.details = SeedField(), Button("", None, "link")
        self._legend = Legend()
        self._wanted: bool | None = None
        self._room = 0
        self._has_results = False
        self._legend.setFixedHeight(fonts.px(28))
        line, cards, whole = row(gap=16), row(gap=16), column(gap=12)
        line.addWidget(self._legend, 1)
        line.addWidget(self.details)
        line.addWidget(self.seed)
        for card in self.cards.values():
            cards.addWidget(card, 1)
            card.picked.connect(self.picked)
            card.calculate_wanted.connect(self.calculate_wanted)
        whole.addLayout(line)
        whole.addLayout(cards)
        self.setLayout(whole)
        self.details.clicked.connect(self._switch)

    def retranslate(self) -> None:
        ranks = [(f"wish{rank}", pgettext("wish", "Wish {rank}", rank=rank)) for rank in (1, 2, 3)]
        self._legend.show_entries([*ranks, ("bad", _("without a place"))])
        for card in self.cards.values():
            card.retranslate()
        self.seed.retranslate()
        self._fold()

    def show_plans(self, plans: Plans) -> None:
        """Show what each goal came to, and which one is looked at."""
        blocks = {block.id: block for block in plans.ballot.blocks} if plans.ballot else {}
        for goal, card in self.cards.items():
            card.show_result(plans.results.get(goal), blocks)
            card.choose(goal == plans.goal, _("accepted") if plans.is_accepted(goal) else "")

    def make_room(self, height: int, *, has_results: bool) -> None:
        """Fold the cards where results are shown on a screen of a low *height*, unless the user said otherwise."""
        self._room, self._has_results = height, has_results
        self._fold()

    def is_folded(self) -> bool:
        whole = self._room >= fonts.px(_LOW) if self._wanted is None else self._wanted
        return self._has_results and not whole

    def _switch(self) -> None:
        self._wanted = self.is_folded()
        self._fold()

    def _fold(self) -> None:
        folded = self.is_folded()
        for card in self.cards.values():
            card.fold(folded)
        self.details.setVisible(self._has_results)
        self.details.setText(_("Show details") if folded else _("Hide details"))
