"""Hours and fees of one person: the half-year, the calendar year against the allowance, and every session."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag import language
from ganztag.desktop import fonts
from ganztag.desktop.staff.fee_words import NAMES, PARTS, allowance_words, fee_of, hours_of, parts_of, pill, units
from ganztag.desktop.times import hours as span_of
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.card import column, emptied, row
from ganztag.desktop.widgets.cells import MUTED, NUMBER
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.paints import Bar, paint_bar
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.signs import PillSign
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.domain.allowances import Allowance
from ganztag.domain.money import money
from ganztag.language import N_, _, ngettext
from ganztag.queries.fee_totals import PersonFees
from ganztag.queries.fees import FeeRow

_ROW, _MOST = 28, 9


def _identity(row: FeeRow) -> int:
    """Return one number for a session: a person leads a meeting once on a day of its series."""
    return row.id[0] * 1_000_000 + row.id[2].toordinal()


def _when(row: FeeRow) -> str:
    return f"{language.date(row.day, 'short')} {span_of(row.starts, row.ends)}".strip()


def _what(row: FeeRow) -> str:
    parts = (row.title, "" if row.part == "led" else str(PARTS[row.part]), row.reason)
    return " · ".join(part for part in parts if part)


def _fee(row: FeeRow) -> str:
    return money(row.cents) if row.counts and row.cents is not None else ""


COLUMNS = (
    Column("when", N_("When"), shown=_when, sorted_by=lambda row: (row.day, row.id), width=138),
    Column("what", N_("What"), shown=_what, cell=MUTED, width=70, stretch=True, tip=_what),
    Column("units", N_("Units"), shown=units, sorted_by=lambda row: row.units or 0, cell=NUMBER, width=62, hidden=True),
    Column("fee", N_("Fee"), shown=_fee, sorted_by=lambda row: row.cents or 0, cell=NUMBER, width=86),
)


class FeeBar(QWidget):
    """The bar alone: earned elsewhere, earned here, planned; the tick is the end of the allowance."""

    def __init__(self, allowance: Allowance) -> None:
        super().__init__()
        self._allowance = allowance
        self.setFixedHeight(fonts.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, one = tokens_of(self), self._allowance
        parts = (
            (one.elsewhere, tokens.tone("decoration")),
            (one.earned, tokens.fill("bad" if one.state == "over" else "accent")),
            (one.expected - one.earned, tokens.wish(2)[0]),
        )
        used = one.elsewhere + one.expected
        bar = Bar(parts, max(one.limit or 0, used, 1), one.limit, one.limit if one.over else None)
        paint_bar(QPainter(self), self.rect().toRectF().adjusted(0, 3, 0, -3), bar, tokens)


class AllowanceBar(QWidget):
    """What of an allowance is earned, planned and earned elsewhere, against its end."""

    def __init__(self, allowance: Allowance) -> None:
        super().__init__()
        words, tone = allowance_words(allowance)
        used = allowance.elsewhere + allowance.expected
        limit = allowance.limit or 0
        head = row(gap=8)
        head.addWidget(Text(str(NAMES[allowance.kind]), "medium"))
        amount = Elided(_("{used} of {limit}", used=money(used), limit=money(limit)) if limit else money(used),
                        "secondary", "muted")  # fmt: skip
        head.addWidget(amount, 1)
        whole = column(gap=3)
        whole.addLayout(head)
        whole.addWidget(FeeBar(allowance))
        whole.addWidget(Text(words, "secondary", tone, wrap=True))
        whole.addWidget(Text(parts_of(allowance), "secondary", "muted", wrap=True))
        self.setLayout(whole)
        self.setAccessibleName(f"{NAMES[allowance.kind]}, {amount.text()}, {words}")


class FeeCard(QWidget):
    """``show_fees`` fills it; *on_income* (year, cents) notes what was earned elsewhere and may object."""

    def __init__(self, on_income: Callable[[int, int | None], object]) -> None:
        super().__init__()
        self._on_income, self._year = on_income, 0
        self._figures = column(gap=4)
        self._bars = column(gap=10)
        self.form = Form((Field("income", N_("Earned elsewhere (€)"), Kind.MONEY, hint=N_("nothing")),), self._changed,
                         label_width=140)  # fmt: skip
        self.rows: Rows[FeeRow] = Rows(COLUMNS, identity=_identity, parent=self)
        self.table = Table(self.rows, row_height=_ROW)
        self.table.set_edge(2)
        self.table.horizontalHeader().hide()
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._none = Text("", "secondary", "muted", wrap=True)
        whole = column(gap=10)
        whole.addLayout(self._figures)
        whole.addLayout(self._bars)
        for part in (self.form, self.table, self._none):
            whole.addWidget(part)
        self.setLayout(whole)

    def retranslate(self) -> None:
        self.form.retranslate()
        self.rows.retranslate()
        self.table.setAccessibleName(_("Sessions of the half-year"))
        self._none.setText(_("No session in this half-year."))

    def show_fees(self, fees: PersonFees, sessions: Sequence[FeeRow], income: int | None) -> None:
        """Show the totals, the allowances, and the sessions of the half-year."""
        self._year = fees.rule.year
        emptied(self._figures)
        emptied(self._bars)
        self._line(_("This half-year"), hours_of(fees.half_year), fee_of(fees.half_year))
        self._line(_("Year {year}", year=str(self._year)), hours_of(fees.year), fee_of(fees.year))
        sign = pill(fees)
        if sign.text:
            self._figures.addWidget(PillSign(sign))
        if fees.lacks_rate:
            count = fees.half_year.planned.unpaid
            self._note(ngettext("For {count} session of the half-year no rate is agreed.",
                                "For {count} sessions of the half-year no rate is agreed.", count), "warn")  # fmt: skip
        if fees.reported:
            self._note(_("Fees above {amount} a year are reported to the tax office.",
                         amount=money(fees.rule.report_from)), "muted")  # fmt: skip
        for allowance in fees.allowances:
            self._bars.addWidget(AllowanceBar(allowance))
        self.form.setVisible(bool(fees.allowances))
        self.form.show_values({"income": income})
        self._sessions(sessions)

    def _line(self, name: str, time: str, fee: str) -> None:
        line = row(gap=8)
        line.addWidget(Text(name, "secondary", "muted"), 1)
        for text, width in ((_("{hours} h", hours=time), 0), (fee, 92)):
            figure = Text(text, "strong")
            figure.setAlignment(Qt.AlignmentFlag.AlignTrailing)
            figure.setMinimumWidth(fonts.px(width))
            line.addWidget(figure)
        self._figures.addLayout(line)

    def _note(self, sentence: str, tone: str) -> None:
        self._figures.addWidget(Text(sentence, "secondary", tone, wrap=True))

    def _sessions(self, sessions: Sequence[FeeRow]) -> None:
        self.rows.show(sessions)
        self.table.setVisible(bool(sessions))
        self._none.setVisible(not sessions)
        self.table.setFixedHeight(min(max(len(sessions), 1), _MOST) * fonts.px(_ROW) + 2)
        self.table.look.fit()

    def _changed(self, _key: str, value: Any) -> None:
        self._on_income(self._year, value)
