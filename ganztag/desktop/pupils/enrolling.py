"""Into a course, out of it, into another: from the child's week."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ganztag.desktop import icons
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.pupils.course_card import CourseCard
from ganztag.desktop.pupils.course_chooser import CourseChooser
from ganztag.desktop.pupils.dialogs import leave_dialog
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.language import _
from ganztag.operations import enrolments, waiting
from ganztag.operations.leaving_courses import withdraw
from ganztag.queries.changes import ballot_allocated
from ganztag.queries.fitting import fitting
from ganztag.queries.pupil_detail import PupilDetail
from ganztag.queries.pupil_week import StayRow
from ganztag.queries.trial import trial


class Enrolling(QObject):
    """Opens the choice of courses and the menu of a course card; ``wanted(Place)`` leads to a course or a letter."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, shown: Callable[[], PupilDetail | None], banner: Banner, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk, self._shown, self._banner, self._screen = desk, shown, banner, screen
        self._stay: StayRow | None = None
        self._moving = False
        self._weekday: int | None = None
        self._anchor: QWidget = screen
        self.chooser: CourseChooser | None = None

    def choose(self, anchor: QWidget, weekday: int | None = None) -> None:
        """Offer the courses that fit, on one weekday or on all."""
        shown = self._shown()
        if shown is not None:
            self._moving, self._weekday = False, weekday
            title = _("Course for {pupil}", pupil=shown.full_name)
            self._open(anchor, title, _("Enrol"))

    def _change(self) -> None:
        if self._stay is not None:
            self._moving, self._weekday = True, None
            self._open(self._anchor, _("Instead of {course}", course=self._stay.title), _("Change course"))

    def _open(self, anchor: QWidget, title: str, verb: str) -> None:
        shown = self._shown()
        if shown is None:
            return
        day, term = self._desk.today(), self._desk.term()
        leaving = self._stay.enrolment_id if self._moving and self._stay else None
        chooser = CourseChooser(self._take, title, verb, day, self._screen, wait=self._wait)
        chooser.show_courses(self._desk.office.read(fitting, shown.id, term.id, day, leaving), self._weekday)
        chooser.destroyed.connect(self._closed)
        self.chooser = chooser
        chooser.open_at(anchor)

    def _closed(self) -> None:
        self.chooser = None

    def _take(self, course_id: int, day: date, reason: str, even_if_full: bool) -> None:
        shown = self._shown()
        if shown is None:
            return
        if self._moving and self._stay is not None:
            self._desk.office.do(
                enrolments.move(self._stay.enrolment_id, course_id, day, reason, even_if_full=even_if_full)
            )
            self._tell(_("The course is changed from {day} on.", day=day))
        else:
            self._desk.office.do(enrolments.enrol(shown.id, course_id, day, reason, even_if_full=even_if_full))

    def _wait(self, course_id: int, reason: str) -> None:
        """Put the child on the waiting list of a course; what it has stays until it moves up."""
        shown = self._shown()
        if shown is not None:
            self._desk.office.do(waiting.add(course_id, shown.id, reason))

    def open_menu(self, card: CourseCard) -> None:
        """Offer what can be done with a course of the week."""
        self.mean(card)
        menu = QMenu(self._screen)
        for action in self.card_actions(menu):
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(card.mapToGlobal(QPoint(0, card.height())))

    def mean(self, card: CourseCard) -> None:
        """Let the verbs be about this card; the card itself may be gone when they are done."""
        self._stay, self._anchor = card.stay, card.parentWidget() or card

    def card_actions(self, owner: QObject) -> list[QAction]:
        """Return what the menu of a card offers."""
        made = []
        for icon, text, slot in (
            ("arrow-left-right", _("Change course …"), self._change),
            ("log-out", _("Leave course …"), self._leave),
            ("undo-2", _("Was never in it"), self._remove),
            ("book-open", _("Show course"), self._show_course),
        ):
            action = QAction(icons.icon(icon), text, owner)
            action.triggered.connect(slot)
            made.append(action)
        return made

    def _leave(self) -> None:
        stay = self._stay
        if stay is None:
            return
        last = self._desk.office.read(trial, stay.enrolment_id).last
        words = _("The trial period goes until {day}; after it the child can leave as an exception, for a reason. "
                  "The lists of the past stay as they were.", day=last)  # fmt: skip
        title = _("Leave {course}", course=stay.title)
        dialog = leave_dialog(self._screen, title, _("Leave course"), self._desk.today(), words)
        self._desk.ask.show(dialog.doing(partial(self._end, stay)))

    def _end(self, stay: StayRow, dialog: FormDialog) -> None:
        values = dialog.answers()
        self._desk.office.do(withdraw(stay.enrolment_id, values["day"], values["reason"]))
        self._tell(_("The last day in {course} is {day}.", course=stay.title, day=values["day"]))

    def _tell(self, sentence: str) -> None:
        """Say what was done, with the way back, and to the letter where an allocation was accepted."""
        shown, letters = self._shown(), self._desk.office.read(ballot_allocated, self._desk.term().id)
        also = None
        if shown is not None and letters is not None:
            also = (_("Print the letter"), partial(self.wanted.emit, Place("lists", chip="letter", ids=(shown.id,))))
        self._banner.say(sentence, tone="ok", action=(_("Undo"), self._desk.way_back()), also=also)

    def _remove(self) -> None:
        if self._stay is not None:
            with objections(self._banner):
                self._desk.office.do(enrolments.remove(self._stay.enrolment_id))
                sentence = _("{course} is taken away, as if it had never been.", course=self._stay.title)
                self._banner.say(sentence, tone="ok", action=(_("Undo"), self._desk.way_back()))

    def _show_course(self) -> None:
        if self._stay is not None:
            self.wanted.emit(Place("courses", self._stay.course_id))
