"""What can be done with courses from the screen."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from ganztag.desktop import icons
from ganztag.desktop.ask import objections
from ganztag.desktop.courses.detail import Offered
from ganztag.desktop.courses.dialogs import NewCourseDialog
from ganztag.desktop.courses.meetings import OWN_TIME
from ganztag.desktop.courses.strike_dialog import StrikeDialog
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.row_verbs import RowVerbs
from ganztag.desktop.widgets.table import Table
from ganztag.domain.objection import Objection
from ganztag.language import N_, _, ngettext
from ganztag.operations import courses, leading, meetings
from ganztag.operations.meetings import NewMeeting
from ganztag.operations.operation import Operation
from ganztag.operations.striking import strike_from
from ganztag.queries.changes import ballot_allocated
from ganztag.queries.courses import CourseRow
from ganztag.queries.series import series_dates
from ganztag.queries.striking import Fate, fates


class CourseVerbs(RowVerbs):
    """The actions of the list, and what its detail writes; ``wanted(Place)`` leads to the letters."""

    wanted = Signal(object)
    place: QAction | None = None

    def __init__(self, desk: Desk, table: Table, banner: Banner) -> None:
        super().__init__(desk, table, banner, duplicate=_duplicate, delete=_delete)
        self.place = QAction(icons.icon("search"), "", self)
        self.place.triggered.connect(self._place)
        for action in (self.duplicate, self.delete):  # three verbs beside the list: their icons are enough
            action.setPriority(QAction.Priority.LowPriority)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        if self.place is not None:
            self.place.setText(_("Find a place …"))

    def all(self) -> list[QAction]:
        return [*([self.place] if self.place is not None else []), *super().all()]

    def _place(self) -> None:
        """Let places be proposed for what is selected in the list."""
        from ganztag.desktop.placing import open_placing  # noqa: PLC0415 -- the dialog is made when it is needed

        selected = self._table.selected_ids()
        if selected:
            open_placing(self._desk, self._table.window(), selected)

    def add(self, offered: Offered) -> None:
        """Ask for a new course and choose it."""
        dialog = NewCourseDialog(self._table.window(), offered)
        if self._desk.ask.show(dialog.doing(self._add)):
            self._table.choose(dialog.outcome)

    def _add(self, dialog: NewCourseDialog) -> int:
        title, first, values = dialog.course()
        return self._desk.office.do(courses.add(self._desk.term(), title, first, **values))

    def edit(self, key: str, value: Any) -> None:
        """Set a field of the chosen course; objections are for the form."""
        course: CourseRow | None = self.chosen()
        if course is None:
            return
        if key == "status":
            self._set_status(course, value)
            return
        if key in ("year_group_ids", "class_ids"):
            years, classes = course.year_group_ids, course.class_ids
            deed: Operation[int] = courses.open_to(
                course.id, value if key == "year_group_ids" else years, value if key == "class_ids" else classes
            )
        elif key in courses.PLACED_BY:
            with objections(self._banner):
                self._desk.office.do(courses.place_among(course.id, **{key: value}))
            return
        elif key == "invited_ids":
            deed = courses.invite(course.id, value)
        elif key == "whole_year":
            deed = courses.edit(course.id, term_id=None if value else self._desk.term().id)
        else:
            deed = courses.edit(course.id, **{key: value})
        self._desk.office.do(deed)

    def _set_status(self, course: CourseRow, status: str) -> None:
        if status != "struck" or not course.enrolled:
            self._desk.office.do(courses.set_status(course.id, status))
            return
        titles = {row.id: row.title for row in self._table.rows.all()}
        becoming = partial(self._fates, course.id)
        dialog = StrikeDialog(self._table.window(), course.title, self._desk.today(), becoming, titles)
        if not self._desk.ask.show(dialog.doing(partial(self._strike, course.id))):
            raise Objection(N_("Nothing was changed."))

    def _fates(self, course_id: int, day: date) -> list[Fate]:
        return self._desk.office.read(fates, course_id, self._desk.term().id, day)

    def _strike(self, course_id: int, dialog: StrikeDialog) -> None:
        day, reason = dialog.asked()
        children = tuple(fate.seat.pupil_id for fate in self._fates(course_id, day))
        self._desk.office.do(strike_from(course_id, day, reason))
        sentence = _("The last day of the course is {day}.", day=day - timedelta(days=1))
        undo, also = (_("Undo"), self._desk.way_back()), None
        if children and self._desk.office.read(ballot_allocated, self._desk.term().id) is not None:
            verb = ngettext("Print {count} letter", "Print {count} letters", len(children))
            also = (verb, partial(self.wanted.emit, Place("lists", chip="letter", ids=children)))
        self._banner.say(sentence, tone="ok", action=undo, also=also)

    def change_meeting(self, meeting_id: int, key: str, value: Any) -> None:
        """Set a field of a meeting: block, own times, room, leaders and their roles; objections are for the form."""
        if key == "leaders":
            with objections(self._banner):
                self._desk.office.do(meetings.lead(meeting_id, value))
            return
        if key == "role":
            with objections(self._banner):
                self._desk.office.do(leading.set_role(meeting_id, *value))
            return
        self._desk.office.do(meetings.change(meeting_id, **self._meeting_values(meeting_id, key, value)))

    def _meeting_values(self, meeting_id: int, key: str, value: Any) -> dict[str, Any]:
        if key == "rhythm" and value == "once":
            return {key: value, "on_date": self._next_date(meeting_id)}
        if key != "block":
            return {key: value}
        if value != OWN_TIME:
            return {"time_block_id": value}
        course: CourseRow | None = self.chosen()
        now = next((row for row in course.meetings if row.id == meeting_id), None) if course else None
        if now is None:
            return {}
        return {"time_block_id": None, "weekday": now.weekday, "starts": now.starts, "ends": now.ends}

    def _next_date(self, meeting_id: int) -> date:
        """Return on which date a meeting that becomes a single one takes place: the next of its series, if any."""
        course: CourseRow | None = self.chosen()
        today = self._desk.today()
        ids = [] if course is None else [course.id]
        dates = self._desk.office.read(series_dates, self._desk.term().id, ids).get(meeting_id, ())
        return next((day for day in dates if day >= today), today)

    def add_meeting(self, offered: Offered) -> None:
        """Add a meeting in the first block that the course does not have yet; room and leaders as in the last one."""
        course: CourseRow | None = self.chosen()
        if course is None:
            return
        free = [block.id for block in offered.around.blocks if block.id not in course.block_ids]
        new = NewMeeting(time_block_id=free[0]) if free else NewMeeting(weekday=1)
        if course.meetings:
            new = replace(new, room_id=course.meetings[-1].room_id, staff_ids=course.meetings[-1].leader_ids)
        with objections(self._banner):
            self._desk.office.do(meetings.add(course.id, new))

    def remove_meeting(self, meeting_id: int) -> None:
        self.do_with_undo(meetings.remove(meeting_id), _("The meeting is removed."))


def _duplicate(course: CourseRow) -> Operation[int]:
    return courses.duplicate(course.id)


def _delete(course: CourseRow) -> tuple[Operation[None], str]:
    return courses.delete(course.id), _("Course {course} is deleted.", course=course.title)
