"""The screen of findings: the list, its filters, and the chosen one beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.ask import objections
from ganztag.desktop.checks.columns import COLUMNS
from ganztag.desktop.checks.detail import CheckDetail
from ganztag.desktop.checks.reading import CheckRow, rows_of, title_of
from ganztag.desktop.desk import Desk
from ganztag.desktop.screens import ListAndDetail, list_page
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import Card
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.filter_box import Choice, FilterBox
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import N_, Message, _, ngettext, sort_key
from ganztag.operations import exceptions
from ganztag.queries.offer import TABLES

_CHIPS: tuple[tuple[str, Message], ...] = (
    ("open", N_("Still open")), ("error", N_("Errors")), ("warning", N_("Warnings")), ("hint", N_("Hints")),
    ("exception", N_("Exceptions")),
)  # fmt: skip


def _is_in(row: CheckRow, chip: str) -> bool:
    if chip == "exception":
        return row.accepted
    return not row.accepted and chip in ("open", row.severity)


class ChecksScreen(QWidget):
    """Shows what the watch found; it writes nothing but exceptions."""

    key = "checks"
    concerns = TABLES | {"finding_exception"}
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rows: Rows[CheckRow] = Rows(COLUMNS, parent=self)
        self.table = Table(self.rows, key=self.key, memory=desk.memory)
        self.banner, self.filters, self.head = Banner(), FilterBox(), PageHead()
        self.kinds = Choice()
        self.kinds.setMaximumWidth(fonts.px(280))
        self.filters.add(self.kinds)
        self.detail = CheckDetail(self._accept, self._withdraw)
        self._empty = Empty("badge-check")
        self._pages = QStackedWidget()
        card = Card(bare=True)
        card.body.addWidget(self.table)
        both = ListAndDetail(card, self.detail, key=self.key, memory=desk.memory)
        list_page(self, (self.head, self.banner, self.filters), self._pages, both, self._empty)
        self._connect()
        self.setFocusProxy(self.filters.search)
        self.retranslate()

    def _connect(self) -> None:
        self.table.searched_by(self.filters.search)
        self.filters.filtered.connect(self._filter)
        self.kinds.picked.connect(self._filter)
        self.table.chosen.connect(self._show_chosen)
        self.table.chosen.connect(self.detail.to_top)
        self.table.opened.connect(self._follow_first)
        self.detail.wanted.connect(self.wanted)

    def retranslate(self) -> None:
        self.filters.search.hint(_("Course, child, room, person or kind"))
        self.table.setAccessibleName(_("What does not fit"))
        self.kinds.setAccessibleName(_("Kind"))
        self._empty.show_texts(
            _("Everything fits together"),
            _("Here stands what does not fit in the half-year: double bookings, gaps, papers that are missing. "
              "It is looked at anew with every change."),
        )  # fmt: skip
        self.detail.retranslate()
        self.rows.retranslate()

    def refresh(self) -> None:
        """Show what does not fit now."""
        watch = self._desk.watch
        found = rows_of(watch.findings(), watch.offer())
        self.rows.show(found)
        open_rows = [row for row in found if not row.accepted]
        errors = sum(1 for row in open_rows if row.severity == "error")
        figures = ngettext("{count} open, {errors} of them wrong", "{count} open, {errors} of them wrong",
                           len(open_rows), errors=errors)  # fmt: skip
        self.head.show_texts(_("Checks"), figures if found else "")
        self.filters.show_chips([(key, str(word), sum(1 for row in found if _is_in(row, key))) for key, word in _CHIPS])
        codes = sorted({row.code for row in found}, key=lambda code: sort_key(title_of(code)))
        self.kinds.offer([("", _("All kinds")), *((code, title_of(code)) for code in codes)])
        self.filters.setVisible(bool(found))
        self._pages.setCurrentIndex(0 if found else 1)
        self._filter()
        self.table.choose_first()
        self._show_chosen()

    def go_to(self, row_id: int | None) -> None:
        """Choose a finding, even when a filter hides it."""
        if row_id is not None:
            self._show_all()
            self.table.choose(row_id)

    def go_to_chip(self, chip: str) -> None:
        """Show only what is meant: a severity, or ``code:room twice``."""
        self._show_all()
        if chip.startswith("code:"):
            self.kinds.pick(chip.removeprefix("code:"))
            self._filter()
        else:
            self.filters.turn_on(chip)
        self.table.choose_first()

    def _show_all(self) -> None:
        self.filters.search.clear()
        self.kinds.pick("")
        self.filters.turn_on("open")

    def _filter(self, *_args: object) -> None:
        chip, code = self.filters.chip(), self.kinds.value()

        def shown(row: CheckRow) -> bool:
            return _is_in(row, chip) and (not code or row.code == code)

        self.rows.only(shown)

    def _show_chosen(self, *_args: object) -> None:
        key = self.table.chosen_id()
        self.detail.show_row(self.rows.row_of(key) if key is not None else None)

    def _follow_first(self, *_args: object) -> None:
        key = self.table.chosen_id()
        row = self.rows.row_of(key) if key is not None else None
        if row is not None and row.links:
            self.wanted.emit(row.links[0].place)

    def _accept(self, row: CheckRow, reason: str) -> None:
        with objections(self.banner):
            self._desk.office.do(exceptions.accept(self._desk.term().id, row.key, row.code, reason))
            self._say(_("It may stand now: {sentence}", sentence=row.sentence))

    def _withdraw(self, row: CheckRow) -> None:
        with objections(self.banner):
            self._desk.office.do(exceptions.withdraw(self._desk.term().id, row.key))
            self._say(_("It counts again: {sentence}", sentence=row.sentence))

    def _say(self, sentence: str) -> None:
        self.banner.say(sentence, tone="ok", action=(_("Undo"), self._desk.way_back()))
