"""The part of the dialog in which changes of the offer are put together."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.allocation.asking.new_changes import KINDS, new_change, replaced
from ganztag.desktop.widgets.buttons import Button, IconButton
from ganztag.desktop.widgets.card import column, emptied, row
from ganztag.desktop.widgets.filter_box import Choice
from ganztag.desktop.widgets.own_undo import TypingLine
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.domain.objection import Objection
from ganztag.language import _, sort_key
from ganztag.planning.changes import Change, words
from ganztag.planning.problem import Problem


class ChangesEditor(QWidget):
    """``changed()`` when a change was added or taken out; ``changes`` are those that stand there."""

    changed = Signal()

    def __init__(self, problem: Problem, changes: tuple[Change, ...]) -> None:
        super().__init__()
        self.changes, self._problem = changes, problem
        self.kind, self.of, self.number = Choice(_("What changes")), Choice(_("Course or rule")), TypingLine()
        self.add, self._complaint = Button(_("Add"), "plus"), Text("", "secondary", "bad", wrap=True)
        self._listed = column(gap=4)
        self._build()
        kinds = [(key, str(kind.name)) for key, kind in KINDS.items() if kind.of != "rule" or problem.rules]
        self.kind.offer(kinds)
        self.kind.picked.connect(self._turn)
        self.of.picked.connect(self._suggest)
        self.add.clicked.connect(self.take)
        self.number.returnPressed.connect(self.take)
        self._turn()
        self._show()

    def _build(self) -> None:
        self.number.setProperty("box", "true")
        self.number.setFont(fonts.font())
        self.number.setFixedSize(fonts.px(56), fonts.px(34))
        self.number.setValidator(QIntValidator(0, 999, self))
        self.number.setAccessibleName(_("How many"))
        self.of.setMinimumContentsLength(16)
        self.of.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._complaint.hide()
        line, whole = row(gap=8), column(gap=8)
        line.addWidget(self.kind)
        line.addWidget(self.of, 1)
        line.addWidget(self.number)
        line.addWidget(self.add)
        whole.addWidget(Text(_("What is other than in the file"), "secondary", "muted"))
        whole.addLayout(self._listed)
        whole.addLayout(line)
        whole.addWidget(self._complaint)
        self.setLayout(whole)

    def _turn(self, *_picked: object) -> None:
        kind = KINDS[str(self.kind.value())]
        courses = sorted(self._problem.courses, key=lambda one: (one.number.zfill(6), sort_key(one.title)))
        choices = [(one.key, str(one.words)) for one in self._problem.rules]
        self.of.offer(choices if kind.of == "rule" else [(one.id, one.name) for one in courses])
        self.number.setVisible(kind.number)
        self._suggest()

    def _suggest(self, *_picked: object) -> None:
        """Begin with what the course has: a place more, a minimum lower by one."""
        course = next((one for one in self._problem.courses if one.id == self.of.value()), None)
        if course is None:
            self.number.clear()
        elif self.kind.value() == "seats":
            self.number.setText("" if course.max_size is None else str(course.max_size + 1))
        else:
            self.number.setText(str(max((course.min_size or 1) - 1, 0)))

    def choose_course(self, kind: str, course: int) -> None:
        """Begin with a change of a course."""
        self.kind.pick(kind)
        self._turn()
        self.of.pick(course)
        self._suggest()

    def take(self) -> None:
        """Add what stands in the line."""
        number = int(self.number.text()) if self.number.text().strip() else None
        try:
            new = new_change(str(self.kind.value()), self.of.value(), number, self._problem, self.changes)
        except Objection as objection:
            self._complaint.setText(str(objection))
            self._complaint.show()
            return
        self._complaint.hide()
        self._set(replaced(self.changes, new))

    def _set(self, changes: tuple[Change, ...]) -> None:
        self.changes = changes
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        emptied(self._listed)
        for place, change in enumerate(self.changes):
            line = row(gap=6)
            line.addWidget(Elided(str(words(change, self._problem)), "strong"), 1)
            away = IconButton("x", _("Take out"))
            away.setObjectName(str(place))
            away.clicked.connect(self._take_out)
            line.addWidget(away)
            self._listed.addLayout(line)

    def _take_out(self) -> None:
        button = self.sender()
        if button is not None:
            gone = int(button.objectName())
            self._set(tuple(one for place, one in enumerate(self.changes) if place != gone))
