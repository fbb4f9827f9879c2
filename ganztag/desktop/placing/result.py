"""The proposal: how good it is and how far that is proven, its moves, and what is in the way of what has no place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.desk import Desk
from ganztag.desktop.placing.result_rows import COLUMNS, MoveRow, move_rows, status
from ganztag.desktop.widgets.card import Card, Scroll, column, emptied, row
from ganztag.desktop.widgets.filter_box import FilterBox
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.signs import IconSign, PillSign
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Text, rule
from ganztag.language import _
from ganztag.planning.placing import Outcome
from ganztag.planning.placing.telling import hurdle_line, verdict


class ResultView(QWidget):
    """Shows one proposal; it changes nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.rows: Rows[MoveRow] = Rows(COLUMNS, parent=self)
        self.table = Table(self.rows, key="placing", memory=desk.memory, name=_("Proposal"))
        self.filters, self._verdict = FilterBox(_("Search")), column(gap=6)
        self._detail = Scroll(gap=8, margins=(16, 14, 14, 14))
        self._outcome: Outcome | None = None
        self._build()
        self.table.searched_by(self.filters.search)
        self.filters.filtered.connect(self._filter)
        self.table.chosen.connect(self._show_row)

    def _build(self) -> None:
        card, side = Card(bare=True), Card(bare=True)
        card.body.addWidget(self.table)
        side.body.addWidget(self._detail)
        side.setMinimumWidth(fonts.px(260))
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(fonts.px(14))
        both.addWidget(card)
        both.addWidget(side)
        both.setSizes([7600, 2400])
        above = Card()
        above.body.addLayout(self._verdict)
        whole = column(gap=12)
        whole.addWidget(above)
        whole.addWidget(self.filters)
        whole.addWidget(both, 1)
        self.setLayout(whole)

    def show_outcome(self, outcome: Outcome) -> None:
        self._outcome = outcome
        rows = move_rows(outcome)
        self.rows.show(rows)
        changes = sum(one.kind in ("new", "moved") for one in rows)
        self.filters.show_chips(
            [("all", _("All"), len(rows)), ("changes", _("Changes"), changes),
             ("left", _("Without a place"), len(outcome.left))]
        )  # fmt: skip
        self._show_verdict(outcome)
        self.table.choose(rows[0].id if rows else None)
        self._show_row(self.table.chosen_id())

    def _show_verdict(self, outcome: Outcome) -> None:
        emptied(self._verdict)
        if outcome.stopped:
            self._verdict.addLayout(_line("hourglass", "muted", _("Stopped: this is the best that was found so far.")))
        for said in verdict(outcome):
            icon, tone = ("circle-check", "ok") if said.proven else ("info", "accent")
            icon, tone = ("triangle-alert", "warn") if said.grave else (icon, tone)
            self._verdict.addLayout(_line(icon, tone, str(said.message)))

    def _filter(self, key: str) -> None:
        self.rows.only({"changes": _changes, "left": _has_no_place}.get(key))
        self.table.choose_first()

    def _show_row(self, key: int | None) -> None:
        body = self._detail.body
        emptied(body)
        shown = self.rows.row_of(key) if key is not None else None
        if shown is not None and self._outcome is not None:
            self._fill(body, shown, self._outcome)
        body.addStretch(1)

    def _fill(self, body: QVBoxLayout, shown: MoveRow, outcome: Outcome) -> None:
        body.addWidget(Text(shown.course, "card", wrap=True))
        line = row()
        line.addWidget(PillSign(status(shown)))
        line.addStretch(1)
        body.addLayout(line)
        for text in filter(None, (shown.place, shown.leaders)):
            body.addWidget(Text(text, "body", wrap=True))
        if shown.note:
            body.addWidget(Text(shown.note, "body", "muted" if shown.left is None else "", wrap=True, selectable=True))
        if shown.left is not None and shown.left.hurdles:
            body.addWidget(rule())
            body.addWidget(Text(_("At each time"), "secondary_strong", "muted"))
            for hurdle in shown.left.hurdles:
                body.addWidget(Text(str(hurdle_line(outcome.offer, hurdle)), "secondary", wrap=True, selectable=True))


def _changes(shown: MoveRow) -> bool:
    return shown.kind in ("new", "moved")


def _has_no_place(shown: MoveRow) -> bool:
    return shown.left is not None


def _line(icon: str, tone: str, words: str) -> QHBoxLayout:
    line = row(gap=8)
    line.addWidget(IconSign(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Text(words, "body", wrap=True), 1)
    return line
