"""The page of one child: head, week, wishes, attendance, family, history and data, all changed where they stand."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.pupils.attendance_view import AttendanceView
from ganztag.desktop.pupils.changes import PupilChanges
from ganztag.desktop.pupils.data_form import DataForm
from ganztag.desktop.pupils.family import Family
from ganztag.desktop.pupils.head import PupilHead
from ganztag.desktop.pupils.history_view import HistoryView
from ganztag.desktop.pupils.verbs import PupilVerbs
from ganztag.desktop.pupils.week_strip import DayChips, WeekStrip
from ganztag.desktop.pupils.wishes_view import WishesView
from ganztag.desktop.widgets.card import Card, Scroll, column, row
from ganztag.desktop.widgets.notices import Notice, Notices
from ganztag.desktop.widgets.text import Text
from ganztag.language import _
from ganztag.queries.classes import ClassRow, YearGroupRow
from ganztag.queries.pupil_detail import PupilDetail


class PupilPage(Card):
    """``show_pupil`` fills it; the screen connects what its parts tell."""

    def __init__(self, verbs: PupilVerbs, changes: PupilChanges) -> None:
        super().__init__(bare=True)
        self.setMinimumWidth(fonts.px(560))
        self.person, self.notices = PupilHead(verbs.choose_course, verbs.all()), Notices()
        self.week, self.days = WeekStrip(), DayChips()
        self.wishes, self.history, self.attendance = WishesView(), HistoryView(), AttendanceView()
        self.family, self.data = Family(changes.edit_guardian), DataForm(changes.edit)
        self._week_title, self._booked = Text("", "card"), Text("", "secondary", "muted")
        self._nothing = Text("", "body", "muted", wrap=True)
        self._scroll = Scroll(gap=20, margins=(20, 18, 20, 20))
        self._stack = QStackedLayout()
        self._arrange()

    def _arrange(self) -> None:
        empty, middle = QWidget(), column(margins=(24, 24, 24, 24))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle.addWidget(self._nothing)
        empty.setLayout(middle)
        page = self._scroll.body
        page.addWidget(self.person)
        page.addWidget(self.notices)
        page.addLayout(self._week_part())
        page.addLayout(self._two_columns())
        page.addWidget(self.data)
        page.addStretch(1)
        self._stack.addWidget(empty)
        self._stack.addWidget(self._scroll)
        self.body.addLayout(self._stack)

    def _week_part(self) -> QVBoxLayout:
        title = row(gap=8)
        title.addWidget(self._week_title, 1)
        title.addWidget(self._booked)
        title.addWidget(self.days)
        part = column(gap=8)
        part.addLayout(title)
        part.addWidget(self.week)
        return part

    def _two_columns(self) -> QHBoxLayout:
        left, right, both = column(gap=20), column(gap=20), row(gap=28)
        left.addWidget(self.wishes)
        left.addWidget(self.attendance)
        left.addStretch(1)
        right.addWidget(self.family)
        right.addWidget(self.history)
        right.addStretch(1)
        both.addLayout(left, 5)
        both.addLayout(right, 4)
        return both

    def retranslate(self) -> None:
        self._week_title.setText(_("The week"))
        self._booked.setText(_("booked"))
        self._nothing.setText(_("Choose a child on the left to see and change it."))
        self.person.retranslate()
        self.family.retranslate()
        self.data.retranslate()

    def offer(self, classes: Sequence[ClassRow], years: Sequence[YearGroupRow]) -> None:
        self.data.offer(classes, years)

    def show_pupil(self, shown: PupilDetail | None, day: date, today: date, notices: Sequence[Notice] = ()) -> None:
        """Show a child as it is on *day*, with what does not fit; the week marks today where *day* is today."""
        self._stack.setCurrentIndex(0 if shown is None else 1)
        if shown is None:
            return
        self.person.show_pupil(shown, day)
        self.notices.show_notices(notices)
        self.days.show_days(shown.booked)
        self.week.show_week(shown.week, day.isoweekday() if day == today else None)
        self.wishes.show_ballots(shown.ballots, shown.id)
        self.attendance.show_attendance(shown.attendance, today)
        self.family.show_guardians(shown.guardians)
        self.history.show_history(shown.history, shown.full_name, today)
        self.data.show_pupil(shown)

    def is_empty(self) -> bool:
        return self._stack.currentIndex() == 0

    def to_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    def edit_data(self) -> None:
        """Bring the fields of the child's own data into view, ready to be typed in."""
        editor = self.data.form.editor("call_name")
        self._scroll.ensureWidgetVisible(self.data, 0, 0)
        editor.setFocus()
        editor.selectAll()
