"""The screen of the people who lead: the list, papers, hours and fees, and partners; the chosen person beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.importing import open_import
from ganztag.desktop.screens import ListAndDetail, list_page
from ganztag.desktop.staff.columns import KINDS, Papers, columns
from ganztag.desktop.staff.detail import StaffDetail
from ganztag.desktop.staff.fee_saving import FeeSaving
from ganztag.desktop.staff.filters import Filter, chips, found_by
from ganztag.desktop.staff.partner_list import PartnerList
from ganztag.desktop.staff.reading import StaffReading
from ganztag.desktop.staff.verbs import StaffVerbs
from ganztag.desktop.staff.views import VIEWS, StaffViews
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import row
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.filter_box import Choice, FilterBox
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.desktop.widgets.table import Table
from ganztag.language import _, ngettext, pgettext
from ganztag.queries import partners
from ganztag.queries.staff import StaffRow


class StaffScreen(QWidget):
    """Owns the model of people; everything it shows comes from ``refresh``."""

    key = "staff"
    concerns = frozenset(
        {
            "staff", "meeting", "meeting_leader", "course", "time_block", "room", "category", "school", "term",
            "partner", "staff_time", "contract", "income_elsewhere", "requirement", "staff_paper", "setting",
            "session_change", "session_leader", "day_off", "finding_exception",
        }
    )  # fmt: skip
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._papers = desk, Papers()
        self.rows: Rows[StaffRow] = Rows(columns(self._papers), found_by=found_by, parent=self)
        self.table = Table(self.rows, key=self.key, memory=desk.memory)
        self.banner, self.filters, self.head, self.tabs = Banner(), FilterBox(), PageHead(), Segmented()
        self.kinds = Choice()
        self.verbs = StaffVerbs(desk, self.table, self.banner)
        self.detail = StaffDetail(desk, self.verbs)
        self.views, self.partners = StaffViews(desk, self.rows, self.table), PartnerList(desk, self.banner)
        self._reading = StaffReading(desk, self.views, self.detail)
        self._saving = FeeSaving(desk, self.banner, self)
        self._empty, self._pages = Empty("id-card"), QStackedWidget()
        self._save = self.head.add_button("", "table", self._saving.save)
        self._import = self.head.add_button("", "download", self._to_import)
        self._add = self.head.add_button("", "plus", self.add, primary=True)
        self._import_first = self._empty.add_button("", "download", self._to_import)
        self._add_first = self._empty.add_button("", "plus", self.add, primary=False)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.filters.search)
        self.retranslate()

    def _arrange(self) -> None:
        self.filters.add(self.kinds)
        self.tabs.offer([(key, key) for key in (*VIEWS, "partners")])
        line, self._tab_line = row(), QWidget()
        line.addWidget(self.tabs)
        line.addStretch(1)
        self._tab_line.setLayout(line)
        both = ListAndDetail(self.views, self.detail, key=self.key, memory=self._desk.memory, shares=(2, 1))
        above = (self.head, self.banner, self._tab_line, self.filters)
        list_page(self, above, self._pages, both, self._empty)
        self._pages.addWidget(self.partners)

    def _connect(self) -> None:
        self.filters.search.textChanged.connect(self.rows.look_for)
        self.filters.search.textChanged.connect(self.partners.rows.look_for)
        self.filters.filtered.connect(self._filter)
        self.kinds.picked.connect(self._filter)
        self.filters.search.left_down.connect(self._go_down)
        self.tabs.picked.connect(self._turn)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._edit_chosen)
        self.verbs.stand_in(self.detail)
        self.detail.course_wanted.connect(self._to_course)
        self.detail.turned.connect(self._show_chosen)
        self.views.matrix.wanted.connect(self.verbs.paper)
        self.views.matrix.menu_wanted.connect(self.verbs.paper_menu)
        self.views.usual_wanted.connect(self.verbs.usual_papers)
        self.partners.person_wanted.connect(self.go_to)

    def retranslate(self) -> None:
        self._import.setText(_("Import …"))
        self._import_first.setText(_("Import from a file"))
        self._save.setText(_("Save as table …"))
        self._add_first.setText(_("Add person"))
        self.filters.search.hint(_("Name, code or course"))
        self.tabs.setAccessibleName(_("View"))
        views = (_("List"), pgettext("of people", "Papers"), _("Hours and fees"), _("Partners"))
        self.tabs.offer(list(zip((*VIEWS, "partners"), views, strict=True)))
        self.kinds.setAccessibleName(_("Kind"))
        self.kinds.offer([(None, _("Kind: all")), *((key, str(words)) for key, words in KINDS.items())])
        self.table.setAccessibleName(_("Staff"))
        self._empty.show_texts(
            _("Nobody yet"),
            _("Here stand the people who lead courses: teachers, freelancers, volunteers and partners, with phone and "
              "e-mail and what they lead each week. Bring in a list from a file, or add the first one by hand."),
        )  # fmt: skip
        for part in (self.verbs, self.detail, self.rows, self.views, self.partners):
            part.retranslate()
        self._dress()

    def refresh(self) -> None:
        """Show the people as the file has them now."""
        self._papers.day = self._desk.today()
        found = self._reading.people()
        self.rows.show(found)
        self.partners.show_partners(self._desk.office.read(partners.partners))
        self._name(found)
        self.filters.show_chips(chips(found, self._papers.day))
        self._dress()
        self._filter()
        self._reading.view()
        self.table.choose_first()
        self._show_chosen()

    def _dress(self) -> None:
        """Show what belongs to the view: its buttons, its filters, its page."""
        view, some = self.tabs.key(), bool(self.rows.total())
        partner, shown = view == "partners", some or self.partners.rows.total() > 0
        self._add.setText(_("Add partner") if partner else _("Add person"))
        self._add.setVisible(some or partner)
        self._import.setVisible(some or partner)
        self._save.setVisible(some and view == "fees")
        self._tab_line.setVisible(shown)
        self.filters.setVisible(some and not partner)
        self._pages.setCurrentIndex(2 if partner and shown else 0 if some else 1)

    def _name(self, found: list[StaffRow]) -> None:
        leads = sum(1 for row in found if row.times)
        figures = ngettext("{count} person, {leads} with courses", "{count} people, {leads} with courses", len(found),
                           leads=leads)  # fmt: skip
        self.head.show_texts(_("Staff"), figures)

    def go_to(self, row_id: int | None) -> None:
        """Choose a person, even when a filter hides it."""
        if self.tabs.key() == "partners":
            self.turn_to("list")
        if row_id is not None and not self.table.choose(row_id):
            self._show_all()
            self.table.choose(row_id)

    def go_to_chip(self, chip: str) -> None:
        """Show only the people of a chip, as numbers elsewhere lead here; or a view: matrix, fees, partners."""
        if chip in ("matrix", "fees", "partners"):
            self.turn_to("papers" if chip == "matrix" else chip)
            return
        self._show_all()
        self.filters.turn_on(chip)
        if chip in ("papers", "due"):
            self.detail.turn_to("papers")

    def turn_to(self, view: str) -> None:
        """Show a view as if its word were pressed: list, papers, fees or partners."""
        self.tabs.pick(view)
        self._turn(view)

    def add(self) -> None:
        if self.tabs.key() == "partners":
            self.partners.add()
            return
        self._show_all()
        self.verbs.add()
        self._edit_chosen()

    def _turn(self, view: str) -> None:
        self._dress()
        if view in VIEWS:
            self.views.turn_to(view)
            self._reading.view()
        section = {"papers": "papers", "fees": "pay"}.get(view)
        if section is not None:
            self.detail.turn_to(section)

    def _go_down(self) -> None:
        """Go on from the search with the keyboard, into the view that is seen."""
        self.table.choose_first()
        seen = {"list": self.table, "papers": self.views.matrix, "fees": self.views.fees.table}
        seen[self.views.view()].setFocus()

    def _show_all(self) -> None:
        self.filters.search.clear()
        self.kinds.pick(None)
        self.filters.turn_on("all")

    def _filter(self, *_args: object) -> None:
        self.rows.only(Filter(self.filters.chip(), self.kinds.value(), self._papers.day))

    def _show_chosen(self, *_args: object) -> None:
        row: StaffRow | None = self.verbs.chosen()
        self._reading.person(row)
        self.verbs.follow()

    def _edit_chosen(self, *_args: object) -> None:
        self.detail.turn_to("person")
        self.detail.form.edit("surname")

    def _to_course(self, course_id: int) -> None:
        self.wanted.emit(Place("courses", course_id))

    def _to_import(self) -> None:
        open_import(self._desk, self, "partners" if self.tabs.key() == "partners" else "staff")
