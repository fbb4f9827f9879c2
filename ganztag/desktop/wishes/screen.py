"""The screen of wishes: the class's papers in a keyboard grid, who is missing and what is in demand beside it."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.importing import open_import
from ganztag.desktop.screens import page_layout
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.legend import KeyHints, Legend
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.text import rule
from ganztag.desktop.wishes.ballot_menu import BallotMenu
from ganztag.desktop.wishes.class_bar import ClassBar
from ganztag.desktop.wishes.course_finder import course_finder
from ganztag.desktop.wishes.grid import WishGrid
from ganztag.desktop.wishes.side import DemandCard, MissingCard
from ganztag.desktop.wishes.verbs import WishVerbs
from ganztag.language import _, date, ngettext, pgettext
from ganztag.queries import ballots
from ganztag.queries.wishes import WishRow, WishSheet, reread, sheet


class WishesScreen(QWidget):
    """Everything it shows comes from one reading of the ballot; keys go to the grid."""

    key = "wishes"
    concerns = frozenset(
        {"ballot", "ballot_block", "ballot_paper", "wish", "course", "meeting", "course_year_group", "course_class",
         "pupil", "class_membership", "school_class", "enrolment", "booking", "school", "time_block", "allocation_run"}
    )  # fmt: skip
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sheet: WishSheet | None = None
        self._class: int | None = None
        self.head, self.banner = PageHead(), Banner()
        self.verbs = WishVerbs(desk, self, self.banner)
        self.bar, self.grid = ClassBar(), WishGrid(self.verbs.set_wishes)
        self.missing, self.demand = MissingCard(), DemandCard()
        self._hints, self._legend = KeyHints(), Legend()
        self._empty, self._pages = Empty("ticket"), QStackedWidget()
        self.ballots = BallotMenu(desk.memory)
        self.head.add_widget(self.ballots)
        self._import = self.head.add_button("", "download", self._bring_in)
        self._next = self.head.add_button("", "arrow-right", self._next_class, primary=True)
        self._first = self._empty.add_button("", "plus", self.verbs.add_ballot)
        self._bring = self._empty.add_button("", "download", self._bring_in, primary=False)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.grid)
        self.retranslate()

    def _arrange(self) -> None:
        page = page_layout(self)
        page.addWidget(self.head)
        page.addWidget(self.banner)
        card = Card(bare=True)
        for widget in (self.bar, rule(), self.grid, self._hints):
            card.body.addWidget(widget, 1 if widget is self.grid else 0)
        side = column(gap=14)
        side.addWidget(self.missing)
        side.addWidget(self.demand, 1)
        self.demand.body.addSpacing(fonts.px(10))
        self.demand.body.addWidget(self._legend)
        right = QWidget()
        right.setLayout(side)
        right.setFixedWidth(fonts.px(272))
        both = row(gap=16)
        both.addWidget(card, 1)
        both.addWidget(right)
        work = QWidget()
        work.setLayout(both)
        self._pages.addWidget(work)
        self._pages.addWidget(self._empty)
        page.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.bar.picked.connect(self._pick_class)
        self.grid.at_end.connect(self._class_done)
        self.grid.class_wanted.connect(self.bar.step)
        self.grid.find_wanted.connect(self._find)
        self.grid.menu_wanted.connect(self._menu)
        self.grid.moved.connect(self._moved)
        self.missing.picked.connect(self.go_to)
        self.ballots.picked.connect(self.refresh)

    def retranslate(self) -> None:
        self._import.setText(_("From a file …"))
        self._bring.setText(_("From a file …"))
        self._first.setText(_("Add ballot"))
        self._empty.show_texts(
            _("No ballot yet"),
            _("On a ballot the children wish courses. Type in what is on the papers, with numbers alone, or bring in "
              "a table with wishes."),
        )  # fmt: skip
        self.grid.setAccessibleName(_("Wishes"))
        enter, delete = _("Enter"), _("Del")
        self._hints.show_hints(
            [(enter, _("next wish")), ("↓", _("next child")), (delete, _("no wish")), ("F3", _("find by title")),
             ("F2", _("take suggestion")), (_("Ctrl+PgDn"), _("next class"))]
        )  # fmt: skip
        self._legend.show_entries(
            [
                ("wish1", "1."),
                ("wish2", "2."),
                ("wish3", pgettext("wish", "Wish {rank}", rank=3)),
                ("mark", _("Places")),
            ]
        )
        for part in (self.verbs, self.bar, self.missing, self.demand):
            part.retranslate()

    def refresh(self) -> None:
        """Show the ballot as the file has it now; after keys only the child that was typed is read again."""
        if self.verbs.writing is not None and self._sheet is not None:
            self._sheet = self._desk.office.read(reread, self._sheet, self.verbs.writing)
            self._show_sheet(self._sheet)
            return
        self._sheet = None
        term = self._desk.term()
        found = self._desk.office.read(ballots.ballots, term.id)
        chosen = self.ballots.chosen(found)
        self.verbs.ballot = chosen
        self.ballots.show_ballots(found, chosen, self.verbs.of_ballot())
        for widget in (self._import, self._next):
            widget.setVisible(chosen is not None)
        is_first = chosen is not None and self._pages.currentIndex() == 1
        self._pages.setCurrentIndex(0 if chosen else 1)
        if chosen is None:
            self.head.show_texts(_("Enter wishes"), term.name)
            return
        self._sheet = self._desk.office.read(sheet, chosen.id, self._desk.office.clock.today())
        self._show_sheet(self._sheet)
        if is_first:
            self.grid.setFocus()

    def _show_sheet(self, of: WishSheet) -> None:
        classes: dict[int, str] = {}
        for row_ in of.rows:
            classes.setdefault(row_.voter.class_id or 0, row_.voter.class_name)
        if self._class not in classes:
            self._class = next(iter(classes), None)
        self.bar.offer(list(classes.items()), self._class)
        rows = self._rows(of)
        self.bar.show_rows(rows)
        self.grid.show_rows(of, rows)
        self.missing.show_rows(rows, of)
        self.demand.show_sheet(of)
        next_class = self.bar.next_name()
        self._next.setText(_("Continue with {name}", name=next_class) if next_class else _("To the allocation"))
        self.head.show_texts(_("Enter wishes"), _figures(of))

    def _rows(self, of: WishSheet) -> tuple[WishRow, ...]:
        return tuple(row_ for row_ in of.rows if (row_.voter.class_id or 0) == self._class)

    def go_to(self, row_id: int | None) -> None:
        """Go to a child's paper."""
        row_ = next((row_ for row_ in self._sheet.rows if row_.id == row_id), None) if self._sheet else None
        if row_ is not None and self._sheet is not None:
            self.grid.leave()
            self._class = row_.voter.class_id or 0
            self._show_sheet(self._sheet)
            self._go_to_child(row_.id)

    def _go_to_child(self, pupil_id: int) -> None:
        self.grid.setFocus()
        self.grid.start_at(pupil_id)

    def _pick_class(self, class_id: object) -> None:
        self.grid.leave()
        self._class = class_id if isinstance(class_id, int) else None
        if self._sheet is not None:
            self._show_sheet(self._sheet)
            rows = self._rows(self._sheet)
            if rows:
                self._go_to_child(rows[0].id)

    def _next_class(self) -> None:
        self.grid.leave()
        if self.bar.next_name():
            self.bar.step(1)
        else:
            self.wanted.emit(Place("allocation"))

    def _class_done(self) -> None:
        self.banner.say(_("That was the last child of this class."), tone="ok")
        self._next.setFocus()

    def _moved(self) -> None:
        self.verbs.pupil = self.grid.entry.pupil_id()
        here = self.grid.entry.here()
        if here is not None:
            self.demand.turn_to(here.block)

    def _bring_in(self) -> None:
        self.grid.leave()
        open_import(self._desk, self.window(), "wishes")

    def _menu(self, at: QPoint) -> None:
        self.verbs.open_menu(at)

    def _find(self, at: QPoint) -> None:
        entry = self.grid.entry
        if entry.here() is None or not entry.rows:
            return
        finder = course_finder(entry, self)
        finder.picked.connect(self.grid.take_course)
        finder.open_at(at)


def _figures(of: WishSheet) -> str:
    wishes = ngettext("{count} wish a block", "{count} wishes a block", of.ballot.wishes)
    papers = sum(row_.paper == "given" for row_ in of.rows)
    parts = [of.ballot.name, wishes, _("{papers} of {all} papers", papers=papers, all=len(of.rows))]
    if of.ballot.closes is not None:
        parts.append(_("return by {day}", day=date(of.ballot.closes, "weekday")))
    return " · ".join(parts)
