"""The screen of courses: the list, its filters, and the chosen course beside it."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.courses.columns import CHIPS, COLUMNS, Rule, found_by
from ganztag.desktop.courses.detail import Beside, CourseDetail
from ganztag.desktop.courses.places import PlaceVerbs
from ganztag.desktop.courses.reading import Read, read
from ganztag.desktop.courses.session_verbs import SessionVerbs
from ganztag.desktop.courses.verbs import CourseVerbs
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.importing.menu import ImportMenu
from ganztag.desktop.rollover import open_copy
from ganztag.desktop.screens import ListAndDetail, list_page
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import IconButton
from ganztag.desktop.widgets.card import Card
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.filter_box import Choice, FilterBox
from ganztag.desktop.widgets.header import Header
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import N_, Message, _, ngettext
from ganztag.queries import rollover
from ganztag.queries.courses import CourseRow
from ganztag.queries.offer import TABLES


class CoursesScreen(QWidget):
    """Owns the model of courses; everything it shows comes from ``refresh``."""

    key = "courses"
    concerns = TABLES | {"finding_exception", "waiting", "invitation"}
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rows: Rows[CourseRow] = Rows(COLUMNS, found_by=found_by, parent=self)
        self.table = Table(self.rows, key=self.key, memory=desk.memory)
        self.banner, self.filters, self.head = Banner(), FilterBox(), PageHead()
        self.verbs = CourseVerbs(desk, self.table, self.banner)
        self.detail = CourseDetail(self.verbs.edit, self.verbs.change_meeting, self.verbs.remove_meeting)
        self.places = PlaceVerbs(desk, self.detail.participants, self.banner)
        self.sessions = SessionVerbs(desk, self.detail.dates, self.banner)
        self.years, self._columns = Choice(), IconButton("columns-3", "", framed=True)
        self._empty, self._pages = Empty("book-open"), QStackedWidget()
        self._print = self.head.add_button("", "printer", self._to_lists)
        self._import = ImportMenu(desk, self, _IMPORTS)
        self.head.add_widget(self._import)
        self._add = self.head.add_button("", "plus", self.add, primary=True)
        self._copy_first = self._empty.add_button("", "copy", self._copy_offer)
        self._add_first = self._empty.add_button("", "plus", self.add)
        self._add_too = self._empty.add_button("", "plus", self.add, primary=False)
        self._import_first = self._empty.add_button("", "download", self._import.begin, primary=False)
        self._read = Read()
        self._arrange()
        self._connect()
        self.setFocusProxy(self.filters.search)
        self.retranslate()

    def _arrange(self) -> None:
        self.years.setMinimumWidth(fonts.px(148))
        self.filters.add(self.years)
        self.filters.add(self._columns)
        card = Card(bare=True)
        card.body.addWidget(self.table)
        both = ListAndDetail(card, self.detail, key=self.key, memory=self._desk.memory, shares=(7, 3))
        list_page(self, (self.head, self.banner, self.filters), self._pages, both, self._empty)

    def _connect(self) -> None:
        self.table.searched_by(self.filters.search)
        self.filters.filtered.connect(self._filter)
        self.years.picked.connect(self._filter)
        self._columns.clicked.connect(self._choose_columns)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._edit_chosen)
        self.verbs.stand_in(self.detail)
        self.detail.meetings.add_wanted.connect(self._add_meeting)
        self.detail.notices.followed.connect(self.wanted)
        self.places.wanted.connect(self.wanted)
        self.verbs.wanted.connect(self.wanted)

    def retranslate(self) -> None:
        self._print.setText(_("Print"))
        self._import_first.setText(_("Import from a file"))
        for button in (self._add, self._add_first, self._add_too):
            button.setText(_("Add course"))
        self.filters.search.hint(_("Course, leader or room"))
        self.years.setAccessibleName(_("Year group"))
        self._columns.name(_("Columns"))
        self.table.setAccessibleName(_("Courses"))
        self._empty.show_texts(
            _("No courses yet"),
            _("Here stand the courses of the half-year: when and where they meet, who leads them, and who is in "
              "them. Bring in a list from a file, or make the first course by hand."),
        )  # fmt: skip
        for part in (self.verbs, self.places, self.sessions, self.detail, self.rows, self._import):
            part.retranslate()

    def refresh(self) -> None:
        """Show the courses as the file has them now."""
        self._read = found = read(self._desk)
        self.rows.show(found.courses)
        self._name(found)
        self.years.offer(
            [(None, _("Year group: all")), *((key, _("Year group {year}", year=y)) for key, y in found.years)]
        )
        chips: list[tuple[str, str, int | None]] = [("all", _("All"), None)]
        for key, (label, rule) in CHIPS.items():
            count = sum(1 for course in found.courses if rule(course))
            if count or key in ("open", "full") or key == self.filters.chip():
                chips.append((key, str(label), count))
        if found.clashing or self.filters.chip() == "clash":
            chips.append(("clash", _("Errors"), len(found.clashing)))
        self.filters.show_chips(chips)
        for widget in (self.filters, self._add, self._import, self._print):
            widget.setVisible(bool(found.courses))
        self._pages.setCurrentIndex(0 if found.courses else 1)
        self._offer_copy(empty=not found.courses)
        self._filter()
        self.table.choose_first()
        self._show_chosen()

    def _name(self, found: Read) -> None:
        count = sum(1 for course in found.courses if not course.struck)
        taken = sum(course.enrolled for course in found.courses)
        figures = (
            ngettext("{count} course", "{count} courses", count),
            ngettext("{count} enrolment", "{count} enrolments", taken),
            found.term_name,
        )
        self.head.show_texts(_("Courses"), " · ".join(figures))

    def go_to(self, row_id: int | None) -> None:
        """Choose a course, even when a filter hides it."""
        if row_id is not None and not self.table.choose(row_id):
            self._show_all()
            self.table.choose(row_id)

    def go_to_chip(self, chip: str) -> None:
        """Show only the courses of a chip, as numbers elsewhere lead here."""
        self.filters.search.clear()
        self.filters.turn_on(chip)

    def add(self) -> None:
        self._show_all()
        self.verbs.add(self._read.offered)

    def _show_all(self) -> None:
        self.filters.search.clear()
        self.years.pick(None)
        self.filters.turn_on("all")

    def _add_meeting(self) -> None:
        self.verbs.add_meeting(self._read.offered)

    def _filter(self, *_args: object) -> None:
        year = self.years.value()
        year_id = year if isinstance(year, int) else None
        classes = self._read.classes_of_year(year_id)
        self.rows.only(Rule(self.filters.chip(), year_id, classes, self._read.clashing))
        self.table.choose_first()

    def _show_chosen(self, *_args: object) -> None:
        course: CourseRow | None = self.verbs.chosen()
        beside = self._read.beside(self._desk, course) if course is not None else Beside()
        self.detail.show_course(course, self._read.offered, beside)
        self.detail.ancestry.show_course(self._desk, course.id if course else None)
        self.places.show(course, self._read.courses)
        self.sessions.show(self._read.offered.around)
        self.verbs.follow()

    def _edit_chosen(self, *_args: object) -> None:
        self.detail.form.edit("title")

    def _choose_columns(self) -> None:
        header = self.table.horizontalHeader()
        if isinstance(header, Header):
            header.open_menu(QPoint(header.width() - 160, header.height()))

    def _offer_copy(self, *, empty: bool) -> None:
        """Where an earlier half-year has courses, the sensible first step is to copy them."""
        before = self._desk.office.read(rollover.source_of, self._desk.term().id) if empty else None
        self._copy_first.setVisible(before is not None)
        self._add_too.setVisible(before is not None)
        self._add_first.setVisible(before is None)
        if before is not None:
            self._copy_first.setText(_("Copy the offer of the {term}", term=before.name))

    def _copy_offer(self) -> None:
        open_copy(self._desk, self, target_id=self._desk.term().id)

    def _to_lists(self) -> None:
        self.wanted.emit(Place("lists"))


_IMPORTS: dict[str, tuple[Message, str]] = {
    "courses": (N_("Import courses …"), "book-open"),
    "enrolments": (N_("Import enrolments …"), "users"),
}
