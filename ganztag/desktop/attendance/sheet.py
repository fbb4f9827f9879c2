"""The chosen course beside the list: its name, its grid, and what can be said of the whole date at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop.attendance.grid import AttendanceGrid
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.legend import KeyHints
from ganztag.desktop.widgets.text import Elided
from ganztag.domain.courses import course_name
from ganztag.language import _, pgettext, time
from ganztag.queries.attendance import CourseAttendance, DayRow


class CourseSheet(Card):
    """``rest_wanted``: all others were there; ``course_wanted``: to the course itself."""

    rest_wanted = Signal()
    course_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(bare=True)
        self.course: CourseAttendance | None = None
        self._allowed = True
        self._title, self._words = Elided("", "card"), Elided("", "secondary", "muted")
        self.rest, self.open = Button("", "check", "primary"), Button("", "book-open")
        self.grid, self._hints = AttendanceGrid(), KeyHints()
        self._head = QWidget()
        line, words = row(gap=8, margins=(16, 12, 12, 8)), column(gap=1)
        words.addWidget(self._title)
        words.addWidget(self._words)
        line.addLayout(words, 1)
        line.addWidget(self.open)
        line.addWidget(self.rest)
        self._head.setLayout(line)
        self.body.addWidget(self._head)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self._hints)
        self.rest.clicked.connect(self.rest_wanted)
        self.open.clicked.connect(self.course_wanted)
        self.grid.moved.connect(self._follow)

    def retranslate(self) -> None:
        self.rest.setText(_("All others were there"))
        self.open.setText(_("Course"))
        self.grid.setAccessibleName(_("Attendance, date by date"))
        self._hints.show_hints((
            (pgettext("key", "Space"), _("there")), ("E", _("excused")), ("U", _("unexcused")), ("S", _("late")),
            ("F", _("left early")), (pgettext("key", "Del"), _("take back")),
        ))  # fmt: skip

    def show_course(self, course: CourseAttendance | None, at: DayRow | None, limit: int) -> None:
        """Show a course and which of its dates was chosen in the list."""
        self.course = course
        self.grid.show_course(course, limit)
        for part in (self._head, self.grid, self._hints):
            part.setVisible(course is not None)
        if course is None or at is None:
            return
        self._title.setText(course_name(course.number, course.title))
        met = at.session
        when = f"{time(met.starts)}–{time(met.ends)}" if met.starts and met.ends else ""
        self._words.setText(" · ".join(filter(None, (when, met.room, ", ".join(met.leaders), met.reason))))

    def allow(self, allowed: bool) -> None:
        """Say whether the date has come yet."""
        self._allowed = allowed
        self._follow()

    def _follow(self) -> None:
        column, course = self.grid.column(), self.course
        missing = column is not None and course is not None and not column.cancelled and any(
            child.belongs_on(column.day) and column.key not in child.states for child in course.rows
        )  # fmt: skip
        self.rest.setEnabled(missing and self._allowed)
