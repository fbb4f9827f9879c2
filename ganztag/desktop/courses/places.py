"""What can be done with the children of the chosen course: take in, take out, move."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from ganztag.desktop import icons
from ganztag.desktop.ask import objections
from ganztag.desktop.courses.dialogs import MoveDialog
from ganztag.desktop.courses.participants import Participants
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.widgets.banner import Banner
from ganztag.domain.courses import course_name
from ganztag.domain.objection import Objection
from ganztag.language import _, ngettext
from ganztag.operations import enrolments
from ganztag.queries import waiting
from ganztag.queries.courses import CourseRow


class PlaceVerbs(QObject):
    """Enrols into, takes out of and moves between courses; *wanted* leads to a child."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, participants: Participants, banner: Banner) -> None:
        super().__init__(participants)
        self._desk, self._list, self._banner = desk, participants, banner
        self._course: CourseRow | None = None
        self._courses: list[CourseRow] = []
        self._refused: int | None = None
        self.open = QAction(icons.icon("user"), "", self)
        self.move = QAction(icons.icon("arrow-left-right"), "", self)
        self.take_out = QAction(icons.icon("user-x"), "", self)
        self.take_out.setShortcut(QKeySequence.StandardKey.Delete)
        self.open.triggered.connect(self._open)
        self.move.triggered.connect(self._move)
        self.take_out.triggered.connect(self._take_out)
        participants.offer([self.open, self.move, self.take_out])
        participants.enrol_wanted.connect(self.enrol)
        participants.opened.connect(self._lead)
        participants.waiting_wanted.connect(self._to_waiting_list)
        self.retranslate()

    def retranslate(self) -> None:
        self.open.setText(_("Show this child"))
        self.move.setText(_("Move to another course …"))
        self.take_out.setText(_("Take out of the course"))

    def show(self, course: CourseRow | None, courses: list[CourseRow]) -> None:
        """Know the chosen course and all of the half-year."""
        self._course, self._courses = course, courses
        if course is not None:
            count = self._desk.office.read(waiting.counts, (course.id,)).get(course.id, 0)
            self._list.show_waiting(count, full=course.full and not course.struck)

    def _to_waiting_list(self) -> None:
        if self._course is not None:
            self.wanted.emit(Place("changes", self._course.id))

    def enrol(self, pupil_id: int) -> None:
        """Enrol a child from today, or from the first day where the half-year has not begun; say what is against it."""
        if self._course is None:
            return
        course, self._refused = self._course, pupil_id
        try:
            self._desk.office.do(enrolments.enrol(pupil_id, course.id, self._starts()))
        except Objection as objection:
            offer = course.full and not course.struck
            self._banner.say(
                str(objection.message),
                tone="bad",
                advice=str(objection.advice or ""),
                action=(_("Take in all the same"), self._enrol_although_full) if offer else None,
            )
        else:
            self._banner.clear()

    def _enrol_although_full(self) -> None:
        if self._course is not None and self._refused is not None:
            with objections(self._banner):
                deed = enrolments.enrol(self._refused, self._course.id, self._starts(), even_if_full=True)
                self._desk.office.do(deed)

    def _starts(self) -> date | None:
        term = self._desk.term()
        today = self._desk.office.clock.today()
        return today if term.starts < today <= term.ends else None

    def _take_out(self) -> None:
        children = self._list.chosen()
        if not children:
            return
        day = self._desk.today()
        with objections(self._banner):
            self._desk.office.do(enrolments.take_out([child.id for child in children], day))
            sentence = ngettext("{count} child has left the course.", "{count} children have left the course.",
                                len(children))  # fmt: skip
            self._banner.say(sentence, tone="ok", action=(_("Undo"), self._desk.way_back()))

    def _move(self) -> None:
        children = self._list.chosen()
        if len(children) != 1 or self._course is None:
            return
        own = self._course.id
        others = [(row.id, course_name(row.number, row.title)) for row in self._courses if row.id != own]
        dialog = MoveDialog(self._list.window(), children[0].name, others, self._desk.today())
        if others:
            self._desk.ask.show(dialog.doing(partial(self._move_child, children[0].id)))

    def _move_child(self, enrolment_id: int, dialog: MoveDialog) -> None:
        answers = dialog.answers()
        deed = enrolments.move(enrolment_id, answers["course_id"], answers["day"], answers["reason"])
        self._desk.office.do(deed)

    def _open(self) -> None:
        for child in self._list.chosen()[:1]:
            self._lead(child.pupil_id)

    def _lead(self, pupil_id: int) -> None:
        self.wanted.emit(Place("pupils", pupil_id))
