"""Who wishes a course: rank, child and class; Enter or a double click leads to the paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.card import Card
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.wishes.demand_columns import WISHERS
from ganztag.desktop.wishes.demand_words import in_words
from ganztag.language import _
from ganztag.queries.demand import Demand, Wisher


class WishersCard(Card):
    """``child_wanted(pupil)`` leads to the paper of the child."""

    child_wanted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(" ", bare=True)
        self.rows: Rows[Wisher] = Rows(WISHERS, parent=self)
        self.table = Table(self.rows, key="wishes/wishers", memory=desk.memory, row_height=32)
        self.body.addWidget(self.table)
        self.table.opened.connect(self.child_wanted)

    def retranslate(self) -> None:
        self.table.setAccessibleName(_("Children who wish the course"))
        self.rows.retranslate()

    def show_wishers(self, demand: Demand | None, found: Sequence[Wisher]) -> None:
        self.name(demand.course.name if demand else _("No course chosen"), in_words(demand) if demand else "")
        self.rows.show(found)
