"""The screen of wishes: papers are typed in, and the demand that they add up to is looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.importing import open_import
from ganztag.desktop.screens import list_page
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.desktop.wishes.ballot_menu import BallotMenu
from ganztag.desktop.wishes.demand_view import DemandView
from ganztag.desktop.wishes.entry_page import EntryPage
from ganztag.desktop.wishes.verbs import WishVerbs
from ganztag.language import _, date, ngettext
from ganztag.queries import ballots
from ganztag.queries.wishes import WishSheet, reread, sheet

ENTER, DEMAND = "enter", "demand"


class WishesScreen(QWidget):
    """Everything it shows comes from one reading of the ballot; keys go to the grid."""

    key = "wishes"
    concerns = frozenset(
        {"ballot", "ballot_block", "ballot_paper", "ballot_course", "ballot_year_group", "ballot_class", "wish",
         "ballot_answer", "refusal", "invitation", "course", "meeting", "course_year_group", "course_class", "pupil",
         "class_membership", "school_class", "year_group", "enrolment", "booking", "school", "time_block",
         "allocation_run", "bond"}
    )  # fmt: skip
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sheet: WishSheet | None = None
        self.head, self.banner = PageHead(), Banner()
        self.verbs = WishVerbs(desk, self, self.banner)
        self.page = EntryPage(self.verbs, self.banner)
        self.bar, self.grid, self.demand = self.page.bar, self.page.grid, self.page.demand
        self.view, self.ballots = Segmented(), BallotMenu(desk.memory)
        self.demand_view = DemandView(desk, self.banner)
        self._empty, self._pages, self._views = Empty("ticket"), QStackedWidget(), QStackedWidget()
        self.head.add_widget(self.view)
        self.head.add_widget(self.ballots)
        self._import = self.head.add_button("", "download", self._bring_in)
        self._next = self.head.add_button("", "arrow-right", self._next_class, primary=True)
        self._first = self._empty.add_button("", "plus", self.verbs.add_ballot)
        self._bring = self._empty.add_button("", "download", self._bring_in, primary=False)
        self._views.addWidget(self.page)
        self._views.addWidget(self.demand_view)
        list_page(self, (self.head, self.banner), self._pages, self._views, self._empty)
        self._connect()
        self.setFocusProxy(self.grid)
        self.retranslate()

    def _connect(self) -> None:
        self.page.class_done.connect(self._class_done)
        self.page.remind.connect(self._remind)
        self.ballots.picked.connect(self.refresh)
        self.view.picked.connect(self._turned)
        self.demand_view.child_wanted.connect(self.go_to)
        self.demand_view.wanted.connect(self.wanted)
        self.verbs.wanted.connect(self.wanted)

    def retranslate(self) -> None:
        self.view.offer([(ENTER, _("Enter papers")), (DEMAND, _("Demand"))])
        self.view.setAccessibleName(_("View"))
        self._import.setText(_("From a file …"))
        self._bring.setText(_("From a file …"))
        self._first.setText(_("Add ballot"))
        self._empty.show_texts(
            _("No ballot yet"),
            _("On a ballot the children wish courses. Type in what is on the papers, with numbers alone, or bring in "
              "a table with wishes."),
        )  # fmt: skip
        for part in (self.verbs, self.page, self.demand_view):
            part.retranslate()

    def refresh(self) -> None:
        """Show the ballot as the file has it now; after keys only the child that was typed is read again."""
        if self.verbs.writing is not None and self._sheet is not None:
            self._sheet = self._desk.office.read(reread, self._sheet, self.verbs.writing)
            self._show_sheet()
            return
        before, self._sheet = self._sheet, None
        term = self._desk.term()
        found = self._desk.office.read(ballots.ballots, term.id)
        chosen = self.ballots.chosen(found)
        self.verbs.ballot = chosen
        self.ballots.show_ballots(found, chosen, self.verbs.of_ballot())
        for widget in (self._import, self._next, self.view):
            widget.setVisible(chosen is not None)
        is_first = chosen is not None and self._pages.currentIndex() == 1
        self._pages.setCurrentIndex(0 if chosen else 1)
        if chosen is None:
            self.head.show_texts(_("Enter wishes"), term.name)
            return
        self._sheet = self._desk.office.read(sheet, chosen.id, self._desk.office.clock.today(), before)
        self.verbs.companions.refresh(chosen)
        self._show_sheet()
        if is_first:
            self.grid.setFocus()

    def _show_sheet(self) -> None:
        if self._sheet is None:
            return
        is_demand = self.view.key() == DEMAND
        if is_demand:
            self.demand_view.show_sheet(self._sheet)
        else:
            self.page.show_sheet(self._sheet)
        next_class = self.bar.next_name()
        self._next.setText(
            _("Continue with {name}", name=next_class) if next_class and not is_demand else _("To the allocation")
        )
        self.head.show_texts(_("Demand") if is_demand else _("Enter wishes"), _figures(self._sheet))

    def _turned(self, *_key: str) -> None:
        """Show the view that was picked; it gets the focus, unless it was picked with the keys in the switch."""
        is_demand = self.view.key() == DEMAND
        self.page.leave()
        self._views.setCurrentIndex(1 if is_demand else 0)
        self._show_sheet()
        front = self.demand_view.table if is_demand else self.grid
        self.setFocusProxy(front)
        if not self.view.hasFocus():
            front.setFocus()

    def _turn_to(self, key: str) -> None:
        if self.view.key() != key:
            self.view.pick(key)
            self._turned()

    def go_to(self, row_id: int | None) -> None:
        """Go to a child's paper."""
        self._turn_to(ENTER)
        self.page.go_to(row_id)

    def go_to_chip(self, chip: str) -> None:
        """Show the view of this name: enter, demand."""
        if chip in (ENTER, DEMAND):
            self._turn_to(chip)

    def _next_class(self) -> None:
        self.page.leave()
        if self.bar.next_name() and self.view.key() == ENTER:
            self.bar.step(1)
        else:
            self.wanted.emit(Place("allocation"))

    def _class_done(self) -> None:
        self.banner.say(_("That was the last child of this class."), tone="ok")
        self._next.setFocus()

    def _remind(self) -> None:
        self.wanted.emit(Place("lists", chip="missing-wishes"))

    def _bring_in(self) -> None:
        self.page.leave()
        open_import(self._desk, self.window(), "wishes")


def _figures(of: WishSheet) -> str:
    wishes = ngettext("{count} wish a block", "{count} wishes a block", of.ballot.wishes)
    if of.ballot.per_week:
        wishes = ngettext("{count} wish for the week", "{count} wishes for the week", of.ballot.wishes)
    papers = sum(row_.paper == "given" for row_ in of.rows)
    parts = [wishes, _("{papers} of {all} papers", papers=papers, all=len(of.rows))]
    if of.ballot.closes is not None:
        parts.append(_("return by {day}", day=date(of.ballot.closes, "short")))
    return " · ".join(parts)
