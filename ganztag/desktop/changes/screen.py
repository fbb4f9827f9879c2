"""The screen of changes in the half-year: what waits for a decision, and the case with its proposal beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop.changes.case_panels import AbsencePanel, ExchangePanel, LatePanel, LeftPanel
from ganztag.desktop.changes.cases import KINDS, Case, cases
from ganztag.desktop.changes.columns import CASES
from ganztag.desktop.changes.panel import Panel
from ganztag.desktop.changes.queue_panel import QueuePanel
from ganztag.desktop.changes.searching import Searching
from ganztag.desktop.changes.verbs import ChangeVerbs, QueueVerbs
from ganztag.desktop.desk import Desk
from ganztag.desktop.screens import ListAndDetail, list_page
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import Card
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.filter_box import FilterBox
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.progress import ProgressStrip
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import _, ngettext
from ganztag.queries.changes import Situation, chain, situation
from ganztag.queries.offer import TABLES
from ganztag.queries.settings import settings

_ROW = 54


class ChangesScreen(QWidget):
    """Owns the list of cases; what was calculated holds until the file changes."""

    key = "changes"
    concerns = TABLES | {
        "waiting", "attendance", "wish", "ballot", "allocation_run", "allocation_result", "bond", "setting",
    }  # fmt: skip
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: Situation | None = None
        self.rows: Rows[Case] = Rows(CASES, found_by=_found_by, parent=self)
        self.table = Table(self.rows, row_height=_ROW)
        self.banner, self.filters, self.head = Banner(), FilterBox(), PageHead()
        self.progress = ProgressStrip()
        self.searching = Searching(desk, self.progress, self.banner, self)
        self.verbs = ChangeVerbs(desk, self.banner, self)
        self.queue, self.absent = QueuePanel(self._move_up), AbsencePanel(self._exclude)
        self.left, self.exchange = LeftPanel(self._to_list, self._print_letter), ExchangePanel(self._carry_out)
        self.late = LatePanel(self._look_for_places, self._take_in)
        self.queue_verbs = QueueVerbs(desk, self.queue, self.banner)
        self._empty, self._pages, self._side = Empty("ticket"), QStackedWidget(), QStackedWidget()
        self._search = self.head.add_button("", "arrow-left-right", self.look_for_exchanges)
        self._add = self.head.add_button("", "plus", self.add)
        self._add_first = self._empty.add_button("", "plus", self.add)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.filters.search)
        self.retranslate()

    def _arrange(self) -> None:
        self._nothing = Panel()
        self._panels: dict[str, QWidget] = {
            "free": self.queue, "list": self.queue, "absent": self.absent, "late": self.late,
            "exchange": self.exchange, "left": self.left, "": self._nothing,
        }  # fmt: skip
        for panel in dict.fromkeys(self._panels.values()):
            self._side.addWidget(panel)
        self.table.horizontalHeader().hide()
        card = Card(bare=True)
        card.body.addWidget(self.table)
        both = ListAndDetail(card, self._side, key=self.key, memory=self._desk.memory, shares=(4, 6))
        above = (self.head, self.banner, self.progress, self.filters)
        list_page(self, above, self._pages, both, self._empty)

    def _connect(self) -> None:
        self.table.searched_by(self.filters.search)
        self.filters.filtered.connect(self._filter)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._into_case)
        self.queue_verbs.wanted.connect(self.wanted)
        self.verbs.moved_on.connect(self.go_to)
        self.verbs.wanted.connect(self.wanted)
        self.searching.exchanges_found.connect(self._show_exchanges)
        self.searching.places_found.connect(self._show_chosen)

    def retranslate(self) -> None:
        self._search.setText(_("Look for exchanges"))
        self._add.setText(_("Put on a waiting list …"))
        self._add_first.setText(_("Put on a waiting list …"))
        self.filters.search.hint(_("Child or course"))
        self.table.setAccessibleName(_("To decide"))
        self._empty.show_texts(
            _("Nobody waits"),
            _("Here stand the waiting lists of full courses, and whatever has to be decided in the half-year: free "
              "places, exchanges, late children, absences. An accepted allocation fills the lists by itself."),
        )  # fmt: skip
        for part in (self.queue, self.absent, self.left, self.exchange, self.late, self.queue_verbs, self.rows):
            part.retranslate()

    def refresh(self) -> None:
        """Show what there is to decide as the file stands now; what was calculated before a change is forgotten."""
        self.searching.forget_what_is_old()
        self._found = found = self._desk.office.read(situation, self._desk.term().id, self._desk.today())
        shown = cases(found, self.searching.exchanges)
        self.rows.show(shown)
        self._name(found, shown)
        self._pages.setCurrentIndex(0 if shown else 1)
        for widget in (self._add, self.filters):
            widget.setVisible(bool(shown))
        self._search.setVisible(found.ballot_id is not None)
        self._filter(self.filters.chip())

    def _name(self, found: Situation, shown: list[Case]) -> None:
        waiting = {row.pupil_id for queue in found.queues.values() for row in queue.rows if row.state != "declined"}
        children = ngettext("{count} child waits", "{count} children wait", len(waiting))
        lists = ngettext("{count} waiting list", "{count} waiting lists", len(found.queues))
        self.head.show_texts(_("Changes & waiting lists"), f"{children} · {lists}")
        open_cases = sum(case.kind != "list" for case in shown)
        self.filters.show_chips([
            ("open", _("To decide"), open_cases), ("lists", _("Waiting lists"), len(found.queues)),
            ("all", _("All"), len(shown)),
        ])  # fmt: skip

    def go_to(self, row_id: int | None) -> None:
        """Show the waiting list of a course; without one, a child can be put on it."""
        if row_id is None:
            return
        self.filters.search.clear()
        self.filters.turn_on("all")
        found = next((case for case in self.rows.all() if case.kind in ("free", "list") and case.key == row_id), None)
        if found is not None:
            self.table.choose(found.id)
        elif self._found is not None:
            self.verbs.add(self._found, row_id)

    def go_to_chip(self, chip: str) -> None:
        """Show what there is of a kind (``cases.KINDS``), or the cases of a chip."""
        self.filters.search.clear()
        self.filters.turn_on("lists" if chip == "list" else "open" if chip in KINDS else chip)
        for case in self.rows.all():
            if case.kind == chip:
                self.table.choose(case.id)
                return

    def add(self) -> None:
        if self._found is not None:
            case = self._case()
            self.verbs.add(self._found, case.key if case is not None and case.kind in ("free", "list") else None)

    def look_for_exchanges(self) -> None:
        self.searching.look_for_exchanges(self._found)

    def _show_exchanges(self) -> None:
        self.refresh()
        self.go_to_chip("exchange")

    def _look_for_places(self) -> None:
        self.searching.look_for_places(self._found, self.late.shown)

    def _filter(self, chip: str) -> None:
        self.rows.only(_RULES.get(chip))
        self.table.choose_first()
        self._show_chosen()

    def _case(self) -> Case | None:
        key = self.table.chosen_id()
        return self.rows.row_of(key) if key is not None else None

    def _show_chosen(self, *_args: object) -> None:
        case, found = self._case(), self._found
        self._side.setCurrentWidget(self._panels[case.kind if case is not None else ""])
        if found is None:
            return
        if case is None:
            self._nothing.show_head(_("Nothing to decide"), _("Free places and waiting lists stand in order."))
        else:
            self._show(case, found)

    def _show(self, case: Case, found: Situation) -> None:
        if case.kind in ("free", "list"):
            links = self._desk.office.read(chain, found.standing, case.key)
            order = self._desk.office.read(settings).waiting_order
            self.queue.show_queue(found, found.queues[case.key], links, order)
            self.queue_verbs.follow()
        elif case.kind == "absent":
            self.absent.show_warning(found, found.absent[case.key])
        elif case.kind == "left":
            self.left.show_leaver(found, found.left[case.key])
        elif case.kind == "exchange":
            self.exchange.show_exchange(found, self.searching.exchanges[case.key])
        else:
            self.late.show_arrival(found, found.late[case.key], self.searching.plans_of(case.key))

    def _into_case(self, *_args: object) -> None:
        """Go on to the filled button of the case."""
        side = self._side.currentWidget()
        if side is not None:
            side.setFocus()
            side.focusNextChild()

    def _move_up(self) -> None:
        if self._found is not None:
            self.verbs.move_up(self.queue, self._found)

    def _exclude(self) -> None:
        self.verbs.exclude(self.absent)

    def _carry_out(self) -> None:
        self.verbs.carry_out(self.exchange)

    def _take_in(self) -> None:
        self.verbs.take_in(self.late)

    def _print_letter(self) -> None:
        if self.left.shown is not None:
            self.verbs.print_letters((self.left.shown.pupil_id,))

    def _to_list(self) -> None:
        if self.left.shown is not None:
            self.go_to(self.left.shown.course_id)


def _found_by(case: Case) -> str:
    return case.search_key


_RULES = {
    "open": lambda case: case.kind != "list",
    "lists": lambda case: case.kind in ("free", "list"),
}
