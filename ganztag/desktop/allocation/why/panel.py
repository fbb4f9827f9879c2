"""The panel at the right: why a child is where it is, or what a course is worth; what follows from it, below."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QStackedWidget

from ganztag.desktop.allocation.scenarios import Scenario
from ganztag.desktop.allocation.why.child_face import ChildFace
from ganztag.desktop.allocation.why.course_face import CourseFace
from ganztag.desktop.allocation.why.question import Question, why
from ganztag.desktop.allocation.why.subject import Named, Subject, first_question
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.buttons import Button, IconButton
from ganztag.desktop.widgets.card import Scroll, column, row
from ganztag.desktop.widgets.text import Text, rule
from ganztag.language import _
from ganztag.planning.asked import Asked
from ganztag.planning.changes import Change, Force
from ganztag.planning.explaining.answers import WhyNot
from ganztag.planning.explaining.gotten import why_in
from ganztag.planning.explaining.local import local_reason


class WhyPanel(QFrame):
    """``tried(Asked)`` when something is to be tried, ``closed()`` by its cross; hidden until something is chosen."""

    tried = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.child, self.course = ChildFace(), CourseFace(desk)
        self.question = Question(desk.jobs, self)
        self.subject: Subject | None = None
        self.reply: WhyNot | None = None
        self._caption, self._name = Text("", "caption_strong", "muted"), Text("", "scenario", wrap=True)
        self._line = Text("", "body", "muted", wrap=True)
        self._close, self.try_it, self.copy = IconButton("x", _("Close")), Button("", "play"), Button("", "copy")
        self._pages, self._foot = QStackedWidget(), QFrame()
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        whole, head, names = column(margins=(1, 1, 1, 1)), row(margins=(15, 12, 9, 10)), column(gap=2)
        for label in (self._caption, self._name, self._line):
            names.addWidget(label)
        head.addLayout(names, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(head)
        for face in (self.child, self.course):
            scroll = Scroll(margins=(15, 0, 15, 12))
            scroll.body.addWidget(face)
            self._pages.addWidget(scroll)
        whole.addWidget(self._pages, 1)
        foot = row(gap=8, margins=(12, 10, 12, 10))
        foot.addWidget(self.try_it)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        self._foot.setLayout(foot)
        whole.addWidget(rule())
        whole.addWidget(self._foot)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._close.clicked.connect(self.close_panel)
        self.child.asked.connect(self._ask_about)
        self.course.tried.connect(self._try_change)
        self.question.answered.connect(self._answered)
        self.question.progressed.connect(self.child.answer.show_step)
        self.question.failed.connect(self._failed)
        self.try_it.clicked.connect(self._try)
        self.copy.clicked.connect(self._copy)

    def retranslate(self) -> None:
        self._caption.setText(_("Why?"))
        self._close.name(_("Close"))
        self.try_it.setText(_("Try it"))
        self.try_it.setToolTip(_("Calculate a scenario in which the child has this course"))
        self.copy.setText(_("Copy for letter"))
        self.child.retranslate()
        self.course.retranslate()

    # ---- a child

    def explain(self, scenario: Scenario, pupil: int, slot: int, children: Mapping[int, Named]) -> None:
        """Say of a child in a block why it has not its best wish, or why it has it."""
        course = first_question(scenario.made.problem, scenario.plan, pupil, slot)
        if course is None:
            self.close_panel()
            return
        new = Subject(scenario, pupil, slot, course, children)
        if self.subject is not None and not self.isHidden() and _same(self.subject, new):
            return
        self._show(new)

    def _ask_about(self, course: int) -> None:
        if self.subject is not None:
            self._show(self.subject.about(course))

    def _show(self, subject: Subject) -> None:
        self.question.drop()
        self.subject, self.reply = subject, None
        self._name.setText(f"{subject.child.full}, {subject.child.class_name}".rstrip(", "))
        self._line.setText(subject.line())
        self.child.show_subject(subject)
        self._pages.setCurrentIndex(0)
        self._foot.show()
        self.show()
        reason = local_reason(subject.problem, subject.plan, subject.pupil, subject.course)
        self.copy.setEnabled(False)
        self.try_it.setEnabled(not subject.has())
        if reason is not None and reason.kind == "got":
            told = why_in(subject.problem, subject.plan, subject.pupil, subject.course)
            self._answered(replace(reason, message=told))
            return
        if reason is not None:
            self._answered(reason)
        else:
            self.child.wait()
        self.question.ask(why, subject.problem, subject.plan, subject.pupil, subject.course)

    def _answered(self, reply: object) -> None:
        if self.subject is None or not isinstance(reply, WhyNot):
            return
        self.reply = reply
        self.child.show_answer(self.subject, reply)
        self.copy.setEnabled(True)

    def _failed(self) -> None:
        self.child.answer.show_answer(_("That could not be worked out."), "", "triangle-alert")

    # ---- a course

    def show_course(self, scenario: Scenario, course: int) -> None:
        """Say of a course who has its places, and what one more would be worth, or why it is struck."""
        self.question.drop()
        self.subject = self.reply = None
        choice = next((one for one in scenario.made.problem.courses if one.id == course), None)
        if choice is None:
            self.close_panel()
            return
        self._name.setText(choice.name)
        self._line.setText(self.course.show_course(scenario, choice))
        self._pages.setCurrentIndex(1)
        self._foot.hide()
        self.show()

    # ---- what follows

    def _try(self) -> None:
        if self.subject is not None:
            subject = self.subject
            title = subject.title(subject.course)
            name = _("{child} in {course}", child=subject.child.short, course=title)
            self._emit(subject.scenario, Force(subject.pupil, subject.course), name)

    def _try_change(self, scenario: Scenario, change: Change) -> None:
        self._emit(scenario, change, "")

    def _emit(self, scenario: Scenario, change: Change, name: str) -> None:
        asked = scenario.made.asked
        known = tuple(one for one in asked.changes if one != change)
        self.tried.emit(Asked(scenario.plan.policy, (*known, change), asked.kept, asked.time_limit, name))

    def _copy(self) -> None:
        if self.subject is not None and self.reply is not None:
            QGuiApplication.clipboard().setText(self.child.letter_text(self.subject, self.reply))

    def close_panel(self) -> None:
        self.question.drop()
        self.course.drop()
        self.subject = self.reply = None
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)


def _same(one: Subject, other: Subject) -> bool:
    """Whether the same is asked of the same plan: then what stands there stays."""
    return (one.plan.plan_hash, one.pupil, one.slot) == (other.plan.plan_hash, other.pupil, other.slot)
