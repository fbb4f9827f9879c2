"""The screen of attendance: the courses of a day, and the chosen one with all its dates."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop.ask import objections
from ganztag.desktop.attendance.columns import COLUMNS
from ganztag.desktop.attendance.grid import AttendanceGrid
from ganztag.desktop.attendance.sheet import CourseSheet
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.screens import ListAndDetail, page_layout
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button, IconButton
from ganztag.desktop.widgets.card import Card, row
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import _, ngettext
from ganztag.language import date as day_text
from ganztag.operations import attendance
from ganztag.queries import attendance as queries
from ganztag.queries.attendance import DateColumn, DayRow
from ganztag.queries.courses import courses
from ganztag.queries.settings import settings


class AttendanceScreen(QWidget):
    """*day* is the one that is looked at; the chosen course stays when another day is turned to, if it meets then."""

    key = "attendance"
    concerns = frozenset(
        {"attendance", "course", "meeting", "session_change", "session_leader", "enrolment", "pupil", "day_off", "term",
         "class_membership", "setting", "time_block"}
    )  # fmt: skip
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.day: date | None = None
        self._turned: tuple[int, date] | None = None
        self.rows: Rows[DayRow] = Rows(COLUMNS, parent=self)
        self.table = Table(self.rows, key=self.key, memory=desk.memory)
        self.head, self.banner, self.sheet = PageHead(), Banner(), CourseSheet()
        self.back, self.next = IconButton("chevron-left", "", framed=True), IconButton("chevron-right", "", framed=True)
        self.today = Button("", None, "quiet")
        self.print = self.head.add_button("", "printer", self._print)
        self._empty, self._pages = Empty("user-check"), QStackedWidget()
        self._to_day = self._empty.add_button("", "calendar-days", self._to_next_day)
        self._to_courses = self._empty.add_button("", "book-open", self._go_to_courses)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()

    @property
    def grid(self) -> AttendanceGrid:
        return self.sheet.grid

    def _arrange(self) -> None:
        days, line = QWidget(), row(gap=4)
        for widget in (self.back, self.today, self.next):
            line.addWidget(widget)
        days.setLayout(line)
        self.head.add_widget(days)
        card = Card(bare=True)
        card.body.addWidget(self.table)
        both = ListAndDetail(card, self.sheet, key=self.key, memory=self._desk.memory, shares=(1, 2))
        page = page_layout(self)
        for part in (self.head, self.banner):
            page.addWidget(part)
        self._pages.addWidget(both)
        self._pages.addWidget(self._empty)
        page.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.today.clicked.connect(self._go_to_today)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._enter_grid)
        self.grid.said.connect(self._say)
        self.sheet.rest_wanted.connect(self._rest_was_there)
        self.sheet.course_wanted.connect(self._to_course)

    def retranslate(self) -> None:
        self.today.setText(_("Today"))
        self.back.name(_("Day before"))
        self.next.name(_("Next day"))
        self.print.setText(_("Print lists"))
        self._to_day.setText(_("To the next day with courses"))
        self._to_courses.setText(_("To the courses"))
        self.table.setAccessibleName(_("Courses of the day"))
        self.sheet.retranslate()
        self.rows.retranslate()

    def refresh(self) -> None:
        """Show the day and the chosen course as the file has them now."""
        term = self._desk.term()
        day = self.day = term.day_that_counts(self.day or self._desk.office.clock.today())
        found = self._desk.office.read(queries.on_day, term.id, day)
        self.rows.show(found)
        still_open = sum(1 for one in found if one.children and not one.is_entered and not one.is_cancelled)
        words = ngettext("{count} course still open", "{count} courses still open", still_open)
        figures = words if still_open and day <= self._desk.office.clock.today() else ""
        self.head.show_texts(_("Attendance"), " · ".join(filter(None, (day_text(day, "weekday"), figures))))
        if not found:
            self._show_empty(term.id, day)
        self._pages.setCurrentIndex(0 if found else 1)
        self.back.setEnabled(day > term.starts)
        self.next.setEnabled(day < term.ends)
        self.table.choose_first()
        self._show_chosen()

    def _show_empty(self, term_id: int, day: date) -> None:
        """Say that nothing takes place on the day, or that there is no course at all."""
        has_courses = bool(self._desk.office.read(courses, term_id))
        self._to_day.setVisible(has_courses)
        self._to_courses.setVisible(not has_courses)
        if has_courses:
            self._empty.show_texts(
                _("No course on this day"),
                _("On {day} nothing takes place: a day without courses, or a day off.", day=day_text(day, "weekday")),
            )
        else:
            self._empty.show_texts(
                _("No courses yet"), _("Here you enter who was there. That needs courses with times and children.")
            )

    def go_to(self, row_id: int | None) -> None:
        """Show a course on its last date up to today."""
        if row_id is None:
            return
        term, today = self._desk.term(), self._desk.today()
        found = self._desk.office.read(queries.of_course, term.id, row_id)
        before = [column for column in found.dates if column.day <= today] or list(found.dates[:1])
        if before:
            self.day = before[-1].day
            self.refresh()
            self.table.choose(before[-1].meeting_id)

    def go_to_chip(self, chip: str) -> None:
        """Show a day, written like 2026-09-14."""
        self.day = date.fromisoformat(chip)
        self.refresh()

    def _show_chosen(self, *_args: object) -> None:
        row, day = self._chosen(), self.day
        if row is None or day is None:
            self._turned = None
            self.sheet.show_course(None, None, 0)
            return
        office, term = self._desk.office, self._desk.term()
        course = office.read(queries.of_course, term.id, row.session.course_id)
        limit = office.read(settings).exclude_after_absences
        self.sheet.show_course(course, row, limit)
        self.sheet.allow(day <= office.clock.today())
        if (row.session.course_id, day) != self._turned:  # a sign that was just set leaves the cursor where it is
            self._turned = (row.session.course_id, day)
            self.grid.turn_to(day)

    def _chosen(self) -> DayRow | None:
        key = self.table.chosen_id()
        return self.rows.row_of(key) if key is not None else None

    def _say(self, column: DateColumn, pupil_id: int, state: str) -> None:
        with objections(self.banner):
            self._desk.office.do(attendance.enter(column.key, {pupil_id: state}))

    def _rest_was_there(self) -> None:
        """Note all children of the date as there of whom nothing is noted yet."""
        column, course = self.grid.column(), self.sheet.course
        if column is None or course is None:
            return
        rest = {
            child.pupil_id: "present"
            for child in course.rows
            if child.belongs_on(column.day) and column.key not in child.states
        }
        with objections(self.banner):
            self._desk.office.do(attendance.enter(column.key, rest))

    def _go_back(self) -> None:
        self._turn(-1)

    def _go_on(self) -> None:
        self._turn(1)

    def _go_to_today(self) -> None:
        self.day = None
        self.refresh()

    def _turn(self, step: int) -> None:
        """Turn to the next school day in this direction; weekends only where something takes place."""
        assert self.day is not None
        day = self.day + timedelta(days=step)
        while day.isoweekday() > 5 and not self._desk.office.read(queries.on_day, self._desk.term().id, day):
            day += timedelta(days=step)
        self.day = day
        self.refresh()

    def _to_next_day(self) -> None:
        term = self._desk.term()
        day = (self.day or term.starts) + timedelta(days=1)
        while day < term.ends and not self._desk.office.read(queries.on_day, term.id, day):
            day += timedelta(days=1)
        self.day = day
        self.refresh()

    def _go_to_courses(self) -> None:
        self.wanted.emit(Place("courses"))

    def _enter_grid(self, *_args: object) -> None:
        self.grid.setFocus()

    def _to_course(self) -> None:
        row = self._chosen()
        if row is not None:
            self.wanted.emit(Place("courses", row.session.course_id))

    def _print(self) -> None:
        shown = tuple(dict.fromkeys(row.session.course_id for row in self.rows.all()))
        self.wanted.emit(Place("lists", chip="attendance", ids=shown))
