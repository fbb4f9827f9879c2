"""The ways to see the people: a list, papers as a matrix, hours and fees; all show whom the filters leave."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ganztag.desktop.desk import Desk
from ganztag.desktop.staff.fee_list import FeeList
from ganztag.desktop.staff.matrix import PaperMatrix
from ganztag.desktop.widgets.card import Card
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.legend import KeyHints
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import _, pgettext
from ganztag.queries.fee_totals import PersonFees
from ganztag.queries.staff import StaffRow
from ganztag.queries.staff_papers import RequirementRow

VIEWS = ("list", "papers", "fees")


class StaffViews(QStackedWidget):
    """The *table* of the list leads: who is chosen in another view is chosen in it too.

    ``usual_wanted`` asks for the usual papers where the school asks for none.
    """

    usual_wanted = Signal()

    def __init__(self, desk: Desk, rows: Rows[StaffRow], table: Table) -> None:
        super().__init__()
        self._rows, self._table = rows, table
        self._asked: Sequence[RequirementRow] = ()
        self._day = date.min
        self.matrix, self.fees, self._keys = PaperMatrix(), FeeList(desk), KeyHints()
        self.no_papers = Empty("badge-check")
        self.add_usual = self.no_papers.add_button("", "plus", self._ask_usual, primary=False)
        self._arrange()
        rows.counted.connect(self._follow_rows)
        table.chosen.connect(self._follow_chosen)
        self.matrix.chosen.connect(self._lead)
        self.fees.chosen.connect(self._lead)

    def _arrange(self) -> None:
        listed, papers = Card(bare=True), Card(bare=True)
        listed.body.addWidget(self._table)
        for part in (self.matrix, self._keys, self.no_papers):
            papers.body.addWidget(part)
        for page in (listed, papers, self.fees):
            self.addWidget(page)

    def retranslate(self) -> None:
        self.matrix.setAccessibleName(pgettext("of people", "Papers"))
        self.add_usual.setText(_("Ask for the usual papers"))
        self.no_papers.show_texts(
            _("No papers are asked for"),
            _("Which papers the school wants to see of whom stands under School & rules. "
              "The usual ones can be put in here at once and changed there."),
        )  # fmt: skip
        self._keys.show_hints(
            [(_("Space"), _("seen today")), ("–", _("not needed")), (_("Del"), _("missing again")),
             (_("Enter"), _("change …"))]
        )  # fmt: skip
        self.fees.retranslate()

    def turn_to(self, view: str) -> None:
        self.setCurrentIndex(VIEWS.index(view))
        self._follow_chosen(self._table.chosen_id())

    def view(self) -> str:
        return VIEWS[self.currentIndex()]

    def show_papers(self, asked: Sequence[RequirementRow], day: date) -> None:
        """Show the matrix of the people that the list shows."""
        self._asked, self._day = asked, day
        self.no_papers.setVisible(not asked)
        for part in (self.matrix, self._keys):
            part.setVisible(bool(asked))
        self._follow_rows()

    def show_fees(self, fees: Sequence[PersonFees]) -> None:
        self.fees.rows.show(fees)
        self._follow_rows()

    def _follow_rows(self) -> None:
        shown = self._rows.visible()
        self.matrix.show_papers(shown, self._asked, self._day)
        self.fees.rows.only(_Among(frozenset(row.id for row in shown)))
        self._follow_chosen(self._table.chosen_id())

    def _follow_chosen(self, staff_id: object) -> None:
        key = staff_id if isinstance(staff_id, int) else None
        self.matrix.choose(key)
        if key is not None and self.fees.table.chosen_id() != key:
            self.fees.table.choose(key)

    def _lead(self, staff_id: object) -> None:
        if isinstance(staff_id, int) and self.view() != "list":
            self._table.choose(staff_id)

    def _ask_usual(self) -> None:
        self.usual_wanted.emit()


class _Among:
    """The rule of a list that shows only some people."""

    def __init__(self, ids: frozenset[int]) -> None:
        self._ids = ids

    def __call__(self, row: PersonFees) -> bool:
        return row.id in self._ids
