"""Beside the grid: how the wishes of all classes stand against the places of a block."""

from ganztag.desktop import fonts
from ganztag.desktop.widgets.card import Card, Scroll
from ganztag.desktop.widgets.text import Text
from ganztag.desktop.wishes.block_pick import BlockPick
from ganztag.desktop.wishes.demand_bars import DemandBars
from ganztag.language import _
from ganztag.queries.demand import demand
from ganztag.queries.wishes import WishSheet

_SIDE_BY_SIDE = 4


class DemandCard(Card):
    """The bars of one block; the block is chosen above, and follows the one in which is typed."""

    def __init__(self) -> None:
        super().__init__(" ")
        self._block = BlockPick(_SIDE_BY_SIDE)
        self._note = Text("", "secondary", "muted")
        self._bars = DemandBars()
        self._sheet: WishSheet | None = None
        self.body.setContentsMargins(fonts.px(15), 0, fonts.px(4), fonts.px(12))
        self.body.addWidget(self._note)
        self.body.addSpacing(fonts.px(8))
        self.body.addWidget(self._block)
        scroll = Scroll(margins=(0, 4, 10, 0))
        scroll.body.addWidget(self._bars)
        scroll.body.addStretch(1)
        self.body.addWidget(scroll, 1)
        self._block.picked.connect(self._show_block)

    def retranslate(self) -> None:
        self.name(_("Demand now"))
        self._block.retranslate()

    def show_sheet(self, sheet: WishSheet) -> None:
        self._sheet = sheet
        self._block.offer(sheet)
        papers = sum(row.paper == "given" for row in sheet.rows)
        self._note.setText(_("all classes, {papers} of {all} papers", papers=papers, all=len(sheet.rows)))
        self._show_block()

    def turn_to(self, band: int) -> None:
        """Show the block in which is typed."""
        if self._block.band() != band:
            self._block.pick(band)
            self._show_block()

    def _show_block(self, *_band: int) -> None:
        band = self._block.band()
        if self._sheet is not None and band is not None:
            self._bars.show_demand(demand(self._sheet, band))
