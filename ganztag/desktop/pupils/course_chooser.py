"""A small window to choose a course for a child: those that fit first, the others with what speaks against them."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from ganztag import language
from ganztag.desktop import fonts
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.cells import CATEGORY, MUTED, PILL, Labelled
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.filter_box import SearchField
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.paints import Pill
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Text
from ganztag.domain.objection import Objection
from ganztag.language import N_, _
from ganztag.queries.fitting import FittingRow
from ganztag.queries.meetings import MeetingRow

Take = Callable[[int, date, str, bool], object]
Wait = Callable[[int, str], object]


def _when(meetings: Sequence[MeetingRow]) -> str:
    parts = []
    for meeting in meetings:
        start = language.time(meeting.starts) if meeting.starts else ""
        parts.append(f"{language.weekday(meeting.weekday, short=True)} {start}".strip())
    return ", ".join(parts)


def _state(row: FittingRow) -> Pill:
    if row.against is not None:
        return Pill(str(row.against), "bad", "circle-x")
    course = row.course
    if course.max_size is None:
        return Pill(_("fits"), "ok", "circle-check")
    return Pill(_("{free} free", free=course.max_size - course.enrolled), "ok", "circle-check")


COLUMNS: tuple[Column[FittingRow], ...] = (
    Column("title", N_("Course"), shown=lambda row: Labelled(row.course.title, row.course.colour), cell=CATEGORY,
           width=190, stretch=True),
    Column("when", N_("Time"), shown=lambda row: _when(row.course.meetings), cell=MUTED, width=120),
    Column("state", N_("Places"), shown=_state, sorted_by=lambda row: (not row.fits, row.course.title), cell=PILL,
           width=200),
)  # fmt: skip


class CourseChooser(QFrame):
    """*take* (course id, day, reason, even if full) does it and may object; the window then stays and says why.

    *wait* (course id, reason) puts the child on the waiting list instead.
    """

    taken = Signal()

    def __init__(self, take: Take, title: str, verb: str, day: date, parent: QWidget, *, wait: Wait) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", "raised")
        self._take, self._day, self._wait = take, day, wait
        self._refused = 0
        self.search, self.banner = SearchField(), Banner()
        self.rows: Rows[FittingRow] = Rows(COLUMNS, found_by=_found_by, parent=self)
        self.table = Table(self.rows, name=_("Courses"), row_height=32)
        fields = (Field("day", N_("From the day"), Kind.DATE, half=True), Field("reason", N_("Reason"), half=True,
                  hint=N_("Call from the mother …")))  # fmt: skip
        self.form = Form(fields, self._noted, label_width=40)
        self.form.show_values({"day": day, "reason": ""})
        self.verb, self.queue = Button(verb, "check", "primary"), Button(_("Waiting list"), "list")
        self.queue.setToolTip(_("Put the child on the waiting list of the chosen course"))
        self._arrange(title)
        self._connect()

    def _arrange(self, title: str) -> None:
        self.search.hint(_("Course, number"))
        foot = row(gap=8)
        foot.addWidget(self.form, 1)
        foot.addWidget(self.queue, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.verb, 0, Qt.AlignmentFlag.AlignTop)
        whole = column(gap=10, margins=(14, 12, 14, 12))
        for widget in (Text(title, "card"), self.banner, self.search):
            whole.addWidget(widget)
        whole.addWidget(self.table, 1)
        whole.addLayout(foot)
        self.setLayout(whole)
        self.resize(fonts.px(640), fonts.px(440))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._searched)
        self.search.left_down.connect(self._to_list)
        self.table.opened.connect(self.choose)
        self.verb.clicked.connect(self._verb_pressed)
        self.queue.clicked.connect(self._queue_pressed)

    def show_courses(self, courses: Sequence[FittingRow], weekday: int | None = None) -> None:
        """Show the courses; with *weekday* only those that meet on it."""
        self.rows.show(
            [
                row
                for row in courses
                if weekday is None or any(meeting.weekday == weekday for meeting in row.course.meetings)
            ]
        )
        self.table.choose_first()

    def open_at(self, widget: QWidget) -> None:
        """Open below a widget, inside its screen."""
        corner = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + fonts.px(4)))
        room = widget.screen().availableGeometry()
        x = min(max(corner.x(), room.left()), room.right() - self.width())
        y = min(max(corner.y(), room.top()), room.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.search.setFocus()

    def choose(self, course_id: int) -> None:
        """Take a course; on an objection the window stays and says why."""
        self._try(course_id, even_if_full=False)

    def _try(self, course_id: int, *, even_if_full: bool) -> None:
        try:
            values = self.form.values()
            self._take(course_id, values["day"] or self._day, values["reason"], even_if_full)
        except Objection as objection:
            self._object(course_id, objection)
            return
        self.taken.emit()
        self.close()

    def _object(self, course_id: int, objection: Objection) -> None:
        row = self.rows.row_of(course_id)
        self._refused = course_id
        action = (_("Enrol all the same"), self._anyway) if row is not None and row.course.full else None
        advice = str(objection.advice or "")
        self.banner.say(str(objection.message), tone="bad", advice=advice, action=action)

    def _anyway(self) -> None:
        self._try(self._refused, even_if_full=True)

    def _noted(self, _key: str, _value: Any) -> None:
        """What was typed is read when a course is taken."""

    def _searched(self, text: str) -> None:
        self.rows.look_for(text)
        self.table.choose_first()

    def _to_list(self) -> None:
        self.table.choose_first()
        self.table.setFocus()

    def _verb_pressed(self) -> None:
        key = self.table.chosen_id()
        if key is not None:
            self.choose(key)

    def _queue_pressed(self) -> None:
        key = self.table.chosen_id()
        if key is None:
            return
        try:
            self._wait(key, self.form.values()["reason"])
        except Objection as objection:
            self.banner.object(objection)
            return
        self.taken.emit()
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def _found_by(row: FittingRow) -> str:
    return row.course.search_key
