"""The screen of the people who lead: the list, its filters, and the chosen person beside it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.screens import ListAndDetail, list_page
from ganztag.desktop.staff.columns import COLUMNS, KINDS
from ganztag.desktop.staff.detail import StaffDetail
from ganztag.desktop.staff.verbs import StaffVerbs
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import Card
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.filter_box import Choice, FilterBox
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.domain.search import folded
from ganztag.language import _, ngettext
from ganztag.queries import staff
from ganztag.queries.staff import StaffRow


class StaffScreen(QWidget):
    """Owns the model of people; everything it shows comes from ``refresh``."""

    key = "staff"
    concerns = frozenset({"staff", "meeting", "meeting_leader", "course", "time_block", "room", "category", "school"})
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rows: Rows[StaffRow] = Rows(COLUMNS, found_by=_found_by, parent=self)
        self.table = Table(self.rows, key=self.key, memory=desk.memory)
        self.banner, self.filters, self.head = Banner(), FilterBox(), PageHead()
        self.kinds = Choice()
        self.verbs = StaffVerbs(desk, self.table, self.banner)
        self.detail = StaffDetail(self.verbs.edit)
        self._empty, self._pages = Empty("id-card"), QStackedWidget()
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
        card = Card(bare=True)
        card.body.addWidget(self.table)
        both = ListAndDetail(card, self.detail, key=self.key, memory=self._desk.memory)
        list_page(self, (self.head, self.banner, self.filters), self._pages, both, self._empty)

    def _connect(self) -> None:
        self.filters.searched.connect(self.rows.look_for)
        self.filters.filtered.connect(self._filter)
        self.kinds.picked.connect(self._filter)
        self.filters.search.left_down.connect(self.table.take_over)
        self.table.chosen.connect(self._show_chosen)
        self.table.chosen.connect(self.detail.to_top)
        self.table.opened.connect(self._edit_chosen)
        self.table.offer(self.verbs.all())
        self.detail.offer(self.verbs.all())
        self.detail.course_wanted.connect(self._to_course)

    def retranslate(self) -> None:
        self._import.setText(_("Import …"))
        self._import_first.setText(_("Import from a file"))
        for button in (self._add, self._add_first):
            button.setText(_("Add person"))
        self.filters.search.hint(_("Name, code or course"))
        self.kinds.setAccessibleName(_("Kind"))
        self.kinds.offer([(None, _("Kind: all")), *((key, str(words)) for key, words in KINDS.items())])
        self.table.setAccessibleName(_("Staff"))
        self._empty.show_texts(
            _("Nobody yet"),
            _("Here stand the people who lead courses: teachers, freelancers, volunteers and partners, with phone and "
              "e-mail and what they lead each week. Bring in a list from a file, or add the first one by hand."),
        )  # fmt: skip
        for part in (self.verbs, self.detail, self.rows):
            part.retranslate()

    def refresh(self) -> None:
        """Show the people as the file has them now."""
        found = self._desk.office.read(staff.staff, self._desk.term().id)
        self.rows.show(found)
        self._name(found)
        chips: list[tuple[str, str, int | None]] = [("all", _("All"), len(found))]
        for key, text in (("leads", _("leads")), ("nothing", _("leads nothing")), ("clash", _("two at once"))):
            count = sum(1 for row in found if RULES[key](row))
            if count or key != "clash":
                chips.append((key, text, count))
        self.filters.show_chips(chips)
        for widget in (self.filters, self._add, self._import):
            widget.setVisible(bool(found))
        self._pages.setCurrentIndex(0 if found else 1)
        self._filter()
        self.table.choose_first()
        self._show_chosen()

    def _name(self, found: list[StaffRow]) -> None:
        leads = sum(1 for row in found if row.times)
        figures = ngettext("{count} person, {leads} with courses", "{count} people, {leads} with courses", len(found),
                           leads=leads)  # fmt: skip
        self.head.show_texts(_("Staff"), figures)

    def go_to(self, row_id: int | None) -> None:
        """Choose a person, even when a filter hides it."""
        if row_id is not None and not self.table.choose(row_id):
            self._show_all()
            self.table.choose(row_id)

    def go_to_chip(self, chip: str) -> None:
        """Show only the people of a chip, as numbers elsewhere lead here."""
        self._show_all()
        self.filters.turn_on(chip)

    def add(self) -> None:
        self._show_all()
        self.verbs.add()
        self._edit_chosen()

    def _show_all(self) -> None:
        self.filters.search.clear()
        self.kinds.pick(None)
        self.filters.turn_on("all")

    def _filter(self, *_args: object) -> None:
        self.rows.only(_Rule(self.filters.chip(), self.kinds.value()))

    def _show_chosen(self, *_args: object) -> None:
        row: StaffRow | None = self.verbs.chosen()
        self.detail.show_person(row, self._desk.office.clock.today())
        for action in self.verbs.all():
            action.setEnabled(row is not None)

    def _edit_chosen(self, *_args: object) -> None:
        self.detail.form.edit("surname")

    def _to_course(self, course_id: int) -> None:
        self.wanted.emit(Place("courses", course_id))

    def _to_import(self) -> None:
        from ganztag.desktop.importing import open_import  # noqa: PLC0415 -- the dialog is made when it is needed

        open_import(self._desk, self, "staff")


def _found_by(row: StaffRow) -> str:
    return row.search_key + " " + " ".join(folded(meeting.title) for meeting in row.times)


RULES: dict[str, Any] = {
    "all": lambda _row: True,
    "leads": lambda row: bool(row.times),
    "nothing": lambda row: not row.times,
    "clash": lambda row: row.clashes,
}


class _Rule:
    def __init__(self, chip: str, kind: object) -> None:
        self._chip, self._kind = chip, kind

    def __call__(self, row: StaffRow) -> bool:
        return bool(RULES.get(self._chip, RULES["all"])(row)) and self._kind in (None, row.kind)
