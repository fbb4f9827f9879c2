"""The screen of children: the list, its filters, and the chosen child's page beside it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.importing import open_import
from ganztag.desktop.pupils.changes import PupilChanges
from ganztag.desktop.pupils.columns import COLUMNS
from ganztag.desktop.pupils.course_card import CourseCard
from ganztag.desktop.pupils.detail import PupilPage
from ganztag.desktop.pupils.enrolling import Enrolling
from ganztag.desktop.pupils.filters import PupilFilters
from ganztag.desktop.pupils.reading import notices_of
from ganztag.desktop.pupils.verbs import PupilVerbs
from ganztag.desktop.pupils.way_home import WayHome, WayHomePopup
from ganztag.desktop.screens import ListAndDetail, list_page
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import Card
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import _, ngettext
from ganztag.operations import guardians
from ganztag.queries import classes, pupils
from ganztag.queries.classes import ClassRow, YearGroupRow
from ganztag.queries.offer import TABLES
from ganztag.queries.pupil_detail import PupilDetail
from ganztag.queries.pupils import PupilRow


class PupilsScreen(QWidget):
    """Owns the model of children; everything it shows comes from ``refresh``."""

    key = "pupils"
    concerns = TABLES | {
        "guardian", "guardianship", "phone", "external_id", "ballot_block", "ballot_paper", "ballot_answer",
        "refusal", "allocation_result", "allocation_run", "finding_exception", "waiting",
        "attendance",
    }  # fmt: skip
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: PupilDetail | None = None
        self._classes: list[ClassRow] = []
        self._years: list[YearGroupRow] = []
        self.rows: Rows[PupilRow] = Rows(COLUMNS, found_by=_found_by, parent=self)
        self.table = Table(self.rows, key=self.key, memory=desk.memory)
        self.banner, self.filters, self.head = Banner(), PupilFilters(), PageHead()
        self.verbs = PupilVerbs(desk, self.table, self.banner, self.shown, self)
        self.changes = PupilChanges(desk, self.shown)
        self.enrolling = Enrolling(desk, self.shown, self.banner, self)
        self.page = PupilPage(self.verbs, self.changes)
        self._empty, self._pages = Empty("users"), QStackedWidget()
        self._import = self.head.add_button("", "download", self._to_import)
        self._add = self.head.add_button("", "plus", self.add)
        self._import_first = self._empty.add_button("", "download", self._to_import)
        self._add_first = self._empty.add_button("", "plus", self.add, primary=False)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.filters.search)
        self.retranslate()

    def _arrange(self) -> None:
        card = Card(bare=True)
        card.body.addWidget(self.filters)
        card.body.addWidget(self.table, 1)
        both = ListAndDetail(card, self.page, key=self.key, memory=self._desk.memory, shares=(1, 2))
        list_page(self, (self.head, self.banner), self._pages, both, self._empty)

    def _connect(self) -> None:
        self.table.searched_by(self.filters.search)
        self.filters.changed.connect(self._filter)
        self.table.chosen.connect(self._choose_other)
        self.table.opened.connect(self._edit_data)
        self.table.offer(self.verbs.all())
        self.verbs.edit_data.triggered.connect(self._edit_data)
        self.verbs.choose_course.triggered.connect(self._choose_course)
        self.enrolling.wanted.connect(self.wanted)
        page = self.page
        page.person.print.clicked.connect(self._print_week)
        page.days.picked.connect(self._set_booked)
        page.week.gap_picked.connect(self._choose_course_on)
        page.week.stay_picked.connect(self._open_card)
        page.week.way_home_picked.connect(self._open_way_home)
        page.family.add_wanted.connect(self._add_guardian)
        page.family.link_wanted.connect(self.verbs.link_sibling)
        page.family.first_wanted.connect(self.verbs.call_first)
        page.family.unlink_wanted.connect(self.verbs.unlink)
        page.family.sibling_wanted.connect(self.go_to)
        page.notices.followed.connect(self.wanted)
        page.wishes.followed.connect(self.wanted)

    def retranslate(self) -> None:
        self._import.setText(_("Import …"))
        self._import_first.setText(_("Import from a file"))
        for button in (self._add, self._add_first):
            button.setText(_("Add child"))
        self.table.setAccessibleName(_("Pupils"))
        self._empty.show_texts(
            _("No children yet"),
            _("Here stand the children with their class, their days and their courses. Bring in the list from the "
              "school's administration program or from Excel, or add the first child by hand."),
        )  # fmt: skip
        for part in (self.verbs, self.filters, self.page, self.rows):
            part.retranslate()

    def refresh(self) -> None:
        """Show the children as the file has them now."""
        term, day = self._desk.term(), self._desk.today()
        found = self._desk.office.read(pupils.pupils, term.id, day)
        self._classes = self._desk.office.read(classes.classes, term.school_year_id, day)
        self._years = self._desk.office.read(classes.year_groups)
        self.rows.show(found)
        self.filters.show_counts(found, self._classes)
        self.page.offer(self._classes, self._years)
        self.head.show_texts(_("Pupils"), figures(found, self._classes, self._years))
        for widget in (self._add, self._import):
            widget.setVisible(bool(found))
        self._pages.setCurrentIndex(0 if found else 1)
        self._filter()
        self.table.choose_first()
        self._show_chosen()

    def shown(self) -> PupilDetail | None:
        """Return the child whose page is open."""
        return self._shown

    def go_to(self, row_id: int | None) -> None:
        """Choose a child, even when a filter hides it."""
        if row_id is not None and not self.table.choose(row_id):
            self.filters.show_all()
            row = self.rows.row_of(row_id)
            if row is not None and row.left:
                self.filters.turn_on("left")
            self.table.choose(row_id)

    def go_to_chip(self, chip: str) -> None:
        """Show only the children of a chip (all, without, left, day:1), as numbers elsewhere lead here."""
        self.filters.show_all()
        self.filters.turn_on(chip)

    def add(self) -> None:
        """Add a child, in the class that is being looked at."""
        class_id = self.filters.class_id()
        self.filters.search.clear()
        self.filters.days.pick(None)
        self.filters.turn_on("all")
        self.verbs.add(class_id)

    def _filter(self) -> None:
        groups = {row.id: row.name for row in self._classes if row.kind == "group"}
        self.rows.only(self.filters.rule(groups))

    def _choose_other(self, _key: object) -> None:
        self._show_chosen()
        self.page.to_top()

    def _show_chosen(self) -> None:
        key = self.table.chosen_id()
        self._shown = None
        if key is not None:
            term, day = self._desk.term(), self._desk.today()
            self._shown = self._desk.office.read(pupils.detail, key, term.id, day)
        notices = notices_of(self._desk, key) if key is not None else []
        self.page.show_pupil(self._shown, self._desk.today(), self._desk.office.clock.today(), notices)
        self.verbs.follow()

    def _set_booked(self, weekdays: tuple[int, ...]) -> None:
        with objections(self.banner):
            self.changes.set_booked(weekdays)

    def _choose_course(self) -> None:
        self.enrolling.choose(self.page.person.choose)

    def _choose_course_on(self, weekday: int) -> None:
        self.enrolling.choose(self.page.week.day(weekday), weekday)

    def _open_card(self, card: CourseCard) -> None:
        self.enrolling.open_menu(card)

    def _open_way_home(self, button: WayHome) -> None:
        if button.row is not None:
            WayHomePopup(button.row, self.changes.set_leave, self).open_at(button)

    def _add_guardian(self) -> None:
        if self._shown is not None:
            with objections(self.banner):
                surname = self._shown.surname or self._shown.call_name
                made = self._desk.office.do(guardians.add(self._shown.id, surname=surname))
                self.page.family.open_guardian(made)

    def _edit_data(self, *_args: object) -> None:
        self.page.edit_data()

    def _to_course(self, course_id: int) -> None:
        self.wanted.emit(Place("courses", course_id))

    def _print_week(self) -> None:
        if self._shown is not None:
            self.wanted.emit(Place("lists", chip="pupil", ids=(self._shown.id,)))

    def _to_import(self) -> None:
        open_import(self._desk, self, "pupils")

    def pictures(self) -> list[tuple[str, Callable[[], QWidget | None]]]:
        """Return what else there is to see here than the first sight."""
        return [("chooser", self._picture_of_chooser), ("data", self.page.edit_data)]

    def _picture_of_chooser(self) -> QWidget | None:
        self._choose_course()
        return self.enrolling.chooser


def _found_by(row: PupilRow) -> str:
    return row.search_key


def figures(found: list[PupilRow], classes: list[ClassRow], years: list[YearGroupRow]) -> str:
    """Return the line under the title: how many children, classes and year groups."""
    here = sum(1 for row in found if not row.left)
    own = sum(1 for row in classes if row.kind == "class")
    parts = [ngettext("{count} child", "{count} children", here), ngettext("{count} class", "{count} classes", own)]
    if len(years) > 1:
        parts.append(_("year groups {first} to {last}", first=years[0].label, last=years[-1].label))
    return " · ".join(parts)
