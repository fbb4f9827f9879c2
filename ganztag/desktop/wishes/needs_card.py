"""What the booked children need: at each time of the week their number by year group against the places on offer."""

from PySide6.QtCore import QModelIndex, Signal

from ganztag.desktop import fonts
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.widgets.card import Card
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Text
from ganztag.desktop.wishes.demand_columns import BOOKED, NeedRow, need_columns
from ganztag.language import _, ngettext
from ganztag.queries.booked_needs import BookedNeeds

_LINE, _LINES, _HEAD = 32, 5, 44


class NeedsCard(Card):
    """The table has a column for each year group; it is made anew when they are others.

    ``wanted(Place)``: a figure of booked children leads to them.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(" ", bare=True)
        self._desk = desk
        self._table: Table | None = None
        self._years: tuple[str, ...] | None = None
        self.needs: BookedNeeds | None = None
        self._nothing = Text("", "body", "muted", wrap=True)
        self._nothing.setContentsMargins(fonts.px(15), fonts.px(4), fonts.px(15), fonts.px(12))
        self.body.addWidget(self._nothing)

    def retranslate(self) -> None:
        self._nothing.setText(
            _("No child has booked days yet. Once the days are entered, it shows here whether the offer has places for "
              "all who stay.")
        )  # fmt: skip
        if self._table is not None:
            self._table.setAccessibleName(_("Booked children and places"))
            self._table.rows.retranslate()
        self._name()

    def show_needs(self, needs: BookedNeeds) -> None:
        self.needs = needs
        rows = [NeedRow(place, need) for place, need in enumerate(needs.rows)]
        booked = any(row.need.booked for row in rows)
        self._nothing.setVisible(not booked)
        if booked and needs.years != self._years:
            self._make_table(needs)
        if self._table is not None:
            self._table.rows.show(rows)
            self._table.setVisible(booked)
            self._table.setFixedHeight(fonts.px(_HEAD + _LINE * min(max(len(rows), 1), _LINES)))
        self._name()

    def _name(self) -> None:
        unsaid = self.needs.unsaid if self.needs is not None else 0
        note = ngettext("{count} child without booked days does not count",
                        "{count} children without booked days do not count", unsaid) if unsaid else ""  # fmt: skip
        self.name(_("What the booked children need"), note)

    def _make_table(self, needs: BookedNeeds) -> None:
        if self._table is not None:
            self.body.removeWidget(self._table)
            self._table.deleteLater()
        rows: Rows[NeedRow] = Rows(need_columns(needs), parent=self)
        self._years = needs.years
        self._table = Table(rows, row_height=_LINE, name=_("Booked children and places"))
        self._table.clicked.connect(self._clicked)
        self._table.opened.connect(self._lead)
        self.body.addWidget(self._table, 1)

    def _clicked(self, index: QModelIndex) -> None:
        if self._table is not None and self._table.rows.columns[index.column()].key == BOOKED:
            self._lead(self._table.rows.row_at(index).id)

    def _lead(self, place: int) -> None:
        """Lead to the children who booked the weekday of a line."""
        row = self._table.rows.row_of(place) if self._table is not None else None
        if row is not None:
            self.wanted.emit(Place("pupils", chip=f"day:{row.need.weekday}"))
