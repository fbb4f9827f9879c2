"""The ways to look at rooms: the list with the chosen one beside it, the heat grid, the search for a free one."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop.rooms.free_search import FreeSearch
from ganztag.desktop.rooms.heat import HeatGrid
from ganztag.desktop.rooms.heat_rows import Heat
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.legend import KeyHints, Legend
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.desktop.widgets.text import Text
from ganztag.language import _
from ganztag.planning.offer import Offer

LIST, HEAT, SEARCH = "list", "heat", "search"


class RoomViews(QStackedWidget):
    """*listed* is the list with its detail; ``switch`` is the control that turns between the views."""

    def __init__(self, listed: QWidget) -> None:
        super().__init__()
        self.switch = Segmented()
        self.heat, self.search = HeatGrid(), FreeSearch()
        self._keys, self._legend, self._hatched = KeyHints(), Legend(), Text("", "secondary", "muted")
        self._no_blocks = Empty("clock")
        self._heat_card = Card(bare=True)
        self._heat_card.body.addWidget(self.heat, 1)
        self._heat_card.body.addWidget(self._no_blocks, 1)
        foot = row(gap=16, margins=(16, 8, 16, 10))
        foot.addWidget(self._legend, 1)
        foot.addWidget(self._hatched)
        self._heat_card.body.addLayout(foot)
        self._heat_card.body.addWidget(self._keys)
        for page in (listed, self._heat_card, self.search):
            self.addWidget(_page(page))
        self.switch.offer([(LIST, ""), (HEAT, ""), (SEARCH, "")])
        self.switch.picked.connect(self.turn_to)

    def retranslate(self) -> None:
        self.switch.offer([(LIST, _("List")), (HEAT, _("Occupation")), (SEARCH, _("Free room"))])
        self.switch.setAccessibleName(_("View"))
        self._legend.show_entries(
            [("wish3", _("in every second week")), ("wish2", _("one course")), ("wish1", _("several courses"))]
        )
        self._hatched.setText(_("Hatched: not free. Red: two at once."))
        self._keys.show_hints([(_("Enter"), _("week of the room")), ("F", _("find a free room"))])
        self._no_blocks.show_texts(
            _("No blocks yet"),
            _("Here one sees how full each room is in each block of the week. Blocks stand under School & rules."),
        )
        self.heat.setAccessibleName(_("Rooms over the week"))
        self.search.retranslate()

    def view(self) -> str:
        return self.switch.key()

    def front(self) -> QWidget | None:
        """Return what has the focus first in the view that is seen; None for the list."""
        if self.view() == LIST:
            return None
        editor: QWidget = self.search.form.editor("children")
        return self.heat if self.view() == HEAT else editor

    def turn_to(self, view: str) -> None:
        self.switch.pick(view)
        self.setCurrentIndex((LIST, HEAT, SEARCH).index(view))

    def show_offer(self, offer: Offer) -> None:
        """Fill the view that is seen."""
        if self.view() == HEAT:
            self.heat.show_heat(Heat.of(offer))
            self.heat.setVisible(bool(offer.blocks))
            self._no_blocks.setVisible(not offer.blocks)
        elif self.view() == SEARCH:
            self.search.show_offer(offer)


def _page(inner: QWidget) -> QWidget:
    outer, layout = QWidget(), column()
    layout.addWidget(inner)
    outer.setLayout(layout)
    return outer
