"""The dialog that finds places: choose and limit, calculate, look, accept."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QStackedWidget, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.placing.calculation import calculate
from ganztag.desktop.placing.entries import COLUMNS, Entry, entries
from ganztag.desktop.placing.limits import Limits
from ganztag.desktop.placing.result import ResultView
from ganztag.desktop.reading_order import step
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.filter_box import FilterBox
from ganztag.desktop.widgets.job_strip import JobStrip
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.progress import ProgressStrip
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.ticks import TickTable
from ganztag.language import _, ngettext
from ganztag.operations import courses, placing
from ganztag.planning.offer import Offer
from ganztag.planning.placing import SECONDS, Outcome, waiting_courses


class PlacingDialog(QDialog):
    """Accepted when a proposal was; raises Objection at once where there is no half-year."""

    def __init__(self, desk: Desk, owner: QWidget | None, course_ids: Iterable[int] | None = None) -> None:
        super().__init__(owner)
        self._desk = desk
        self._offer: Offer = desk.watch.offer()
        self.marked = set(course_ids if course_ids is not None else waiting_courses(self._offer))
        self.outcome: Outcome | None = None
        self.seconds, self._leaving = SECONDS, False
        self.head, self.banner, self.progress = PageHead(), Banner(), ProgressStrip()
        self.job = JobStrip(desk.jobs, self.progress, self.banner, self)
        self.rows: Rows[Entry] = Rows(COLUMNS, parent=self)
        self.table = TickTable(self.rows, row_height=48, name=_("Courses"))
        self.filters, self.limits, self.proposal = FilterBox(_("Search course")), Limits(), ResultView(desk)
        self.back, self.cancel = Button(_("Back to the choice"), "chevron-left"), Button(_("Cancel"))
        self.again = Button(_("Calculate again"), "play")
        self.calculate_button = Button("", "play", "primary")
        self.accept_button = Button(_("Accept proposal"), "check", "primary")
        self.pages = QStackedWidget()
        self._arrange()
        self._connect()
        self.setWindowTitle(_("Propose places"))
        self._begin()

    def _arrange(self) -> None:
        left = Card(bare=True)
        left.body.addWidget(self.table)
        self.table.horizontalHeader().hide()
        choice = QSplitter(Qt.Orientation.Horizontal)
        choice.setChildrenCollapsible(False)
        choice.setHandleWidth(fonts.px(14))
        choice.addWidget(left)
        choice.addWidget(self.limits)
        choice.setSizes([5600, 4400])
        first, page = QWidget(), column(gap=12)
        page.addWidget(self.filters)
        page.addWidget(choice, 1)
        first.setLayout(page)
        self.pages.addWidget(first)
        self.pages.addWidget(self.proposal)
        whole = column(gap=12, margins=(24, 20, 24, 18))
        for widget in (self.head, self.banner, self.progress, self.pages):
            whole.addWidget(widget, 1 if widget is self.pages else 0)
        whole.addLayout(self._foot())
        self.setLayout(whole)
        self.resize(fonts.px(1260), fonts.px(690))

    def _foot(self) -> QHBoxLayout:
        foot = row(gap=8)
        foot.addWidget(self.back)
        foot.addStretch(1)
        # An impatient second click on "calculate" must not hit what appears in its place: accepting stands left of it.
        for button in (self.cancel, self.accept_button, self.again, self.calculate_button):
            foot.addWidget(button)
        return foot

    def _connect(self) -> None:
        self.table.ticked.connect(self._tick)
        self.table.chosen.connect(self._show_limits)
        self.table.searched_by(self.filters.search)
        self.filters.filtered.connect(self._filter)
        self.limits.changed.connect(self._limit)
        self.job.ended.connect(self._ended)
        self.back.clicked.connect(self._go_back)
        self.cancel.clicked.connect(self.reject)
        self.again.clicked.connect(self.calculate)
        self.calculate_button.clicked.connect(self.calculate)
        self.accept_button.clicked.connect(self.accept)

    def _begin(self) -> None:
        """Show what waits, or what was chosen besides; all courses where there is neither."""
        self._show()
        waits = self.marked <= set(waiting_courses(self._offer)) and any(one.missing for one in self.rows.all())
        self.filters.turn_on("waiting" if waits else "marked" if self.marked else "all")
        self.table.choose_first()
        self.table.setFocus()

    def _show(self) -> None:
        self.rows.show(entries(self._offer, self.marked))
        shown = self.rows.all()
        missing = sum(one.missing > 0 for one in shown)
        chips = [("waiting", _("Without a place"), missing), ("marked", _("Chosen"), self._count())]
        self.filters.show_chips([*chips, ("all", _("All"), len(shown))])
        self._show_limits(self.table.chosen_id())
        self._show_buttons()

    def _count(self) -> int:
        return sum(bool(one.marked) for one in self.rows.all())

    def _show_buttons(self) -> None:
        running, at_result = self.job.is_running(), self.pages.currentIndex() == 1
        count = self._count()
        self.head.show_texts(_("Propose places"), self._words(at_result))
        self.calculate_button.setText(
            ngettext("Find a place for {count} course", "Find places for {count} courses", count)
            if count
            else _("Choose courses first")
        )
        self.calculate_button.setVisible(not at_result)
        self.calculate_button.setEnabled(bool(count) and not running)
        for button in (self.back, self.again, self.accept_button):
            button.setVisible(at_result)
            button.setEnabled(not running)
        can = self.outcome is not None and bool(self.outcome.changes())
        self.accept_button.setEnabled(can and not running)
        self.pages.setEnabled(not running)

    def _words(self, at_result: bool) -> str:
        if at_result:
            return _("Nothing is changed before you accept the proposal.")
        return _(
            "What is not chosen, and what is fixed, stays where it is. Of the chosen ones as little as possible moves."
        )

    def _tick(self, keys: list[int], on: bool) -> None:
        self.marked = self.marked | set(keys) if on else self.marked - set(keys)
        self._show()

    def _filter(self, key: str) -> None:
        self.rows.only({"waiting": _waits, "marked": _is_marked}.get(key))
        self.table.choose_first()

    def _show_limits(self, key: int | None) -> None:
        self.limits.show_course(self._offer, key)

    def _limit(self, course_id: int, field: str, ids: list[int]) -> None:
        with objections(self.banner):
            self._desk.office.do(courses.place_among(course_id, **{field: ids}))
        self._offer = self._desk.watch.offer()
        self._show()

    def calculate(self) -> None:
        """Start calculating with the offer as it is now."""
        self._offer = self._desk.watch.offer()
        chosen = frozenset(one.id for one in self.rows.all() if one.marked)
        if not chosen or self.job.is_running():
            return
        self.banner.clear()
        words = ngettext("Finding a place for {count} course", "Finding places for {count} courses", len(chosen))
        self.job.start(words, self._calculated, calculate, self._offer, chosen, self.seconds)
        self._show_buttons()

    def _ended(self) -> None:
        """Leave, if she wanted to, however the calculation ended."""
        if self._leaving:
            super().reject()
        else:
            self._show_buttons()

    def _calculated(self, outcome: Outcome) -> None:
        if self._leaving:
            return
        self.outcome = outcome
        self.proposal.show_outcome(outcome)
        self.pages.setCurrentIndex(1)
        self._show_buttons()
        self.proposal.table.setFocus()

    def _go_back(self) -> None:
        self.pages.setCurrentIndex(0)
        self._offer = self._desk.watch.offer()
        self._show()
        self.table.setFocus()

    def accept(self) -> None:
        """Write the proposal; where that cannot be, say why and stay."""
        if self.outcome is None or self.job.is_running():
            return
        with objections(self.banner):
            self._desk.office.do(placing.accept(self.outcome))
            super().accept()

    def reject(self) -> None:
        """Leave; what is being calculated is stopped first."""
        if self.job.is_running():
            self._leaving = True
            self.job.stop()
        else:
            super().reject()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward=forward)


def _waits(entry: Any) -> bool:
    return bool(entry.missing)


def _is_marked(entry: Any) -> bool:
    return bool(entry.marked)
