"""Hours and fees of everybody, as a table that can be sorted, copied and saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop.desk import Desk
from ganztag.desktop.staff.columns import KINDS
from ganztag.desktop.staff.fee_words import fee_of, hours_of, pill
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.cells import MUTED, NUMBER, PILL, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Text
from ganztag.domain.money import money
from ganztag.language import N_, _, number
from ganztag.queries.fee_totals import PersonFees

_ORDER = ("over", "will_be_over", "no_rate", "near", "reported", "ok")


def _rate(fees: PersonFees) -> str:
    contract = fees.contract
    if contract is None or contract.rate_cents is None:
        return ""
    return _("{rate} / {minutes} min", rate=money(contract.rate_cents), minutes=contract.unit_minutes)


def _room(fees: PersonFees) -> str:
    """Return what is left of the first allowance that somebody has; a minus where it is too little."""
    return next((money(one.left) for one in fees.allowances if one.left is not None), "")


def _left(fees: PersonFees) -> int:
    return next((one.left for one in fees.allowances if one.left is not None), 10**9)


COLUMNS: tuple[Column[PersonFees], ...] = (
    Column("name", N_("Name"), shown=lambda row: row.name, cell=STRONG, width=136, stretch=True),
    Column("kind", N_("Kind"), shown=lambda row: str(KINDS.get(row.kind, row.kind)), cell=MUTED, width=100,
           gives_way=True),
    Column("contract", N_("Contract no."), shown=lambda row: row.contract.number if row.contract else "", cell=MUTED,
           width=115, gives_way=True),
    Column("rate", N_("Rate"), shown=_rate, cell=MUTED, width=120, gives_way=True),
    Column("sessions", N_("Sessions"), shown=lambda row: number(row.half_year.planned.sessions), cell=NUMBER, width=90,
           sorted_by=lambda row: row.half_year.planned.sessions, hidden=True),
    Column("hours", N_("Hours"), shown=lambda row: hours_of(row.half_year), cell=NUMBER, width=120,
           sorted_by=lambda row: row.half_year.planned.minutes),
    Column("fee", N_("Fee"), shown=lambda row: fee_of(row.half_year), cell=NUMBER, width=104,
           sorted_by=lambda row: row.half_year.planned.cents),
    Column("year", N_("Calendar year"), shown=lambda row: fee_of(row.year), cell=NUMBER, width=112,
           sorted_by=lambda row: row.year.planned.cents),
    Column("left", N_("Still free"), shown=_room, cell=NUMBER, width=98, sorted_by=_left, hidden=True),
    Column("status", N_("Status"), shown=pill, cell=PILL, width=160, sorted_by=lambda row: _ORDER.index(row.state)),
)  # fmt: skip


class FeeList(QWidget):
    """The table and the sentence that says how it is counted."""

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.rows: Rows[PersonFees] = Rows(COLUMNS, found_by=lambda row: row.search_key, parent=self)
        self.table = Table(self.rows, key="staff/fees", memory=desk.memory)
        self._words = Text("", "secondary", "muted", wrap=True)
        card = Card(bare=True)
        card.body.addWidget(self.table)
        foot = row(margins=(15, 8, 15, 10))
        foot.addWidget(self._words, 1)
        card.body.addLayout(foot)
        whole = column()
        whole.addWidget(card)
        self.setLayout(whole)
        self.table.chosen.connect(self.chosen)

    def retranslate(self) -> None:
        self.table.setAccessibleName(_("Hours and fees"))
        self._words.setText(
            _("Hours and fee: this half-year, held of planned. Counted from the real sessions: what is cancelled "
              "counts for nobody, what somebody stood in for counts for that person. Each session is rounded to whole "
              "cents, half a cent up; sums add these.")
        )  # fmt: skip
        self.rows.retranslate()
