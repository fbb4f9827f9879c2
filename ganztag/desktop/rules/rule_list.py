"""The rules kind by kind, as sentences with a switch; what holds without a rule, and who does it how."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button, IconButton
from ganztag.desktop.widgets.card import Scroll, column, row
from ganztag.desktop.widgets.text import Text, rule
from ganztag.domain.rules import RULE_KINDS, RuleKind
from ganztag.language import _
from ganztag.queries.rules import RuleRow

SHOWN = tuple(kind for kind in RULE_KINDS if kind.name != "order")


class RuleLine(QWidget):
    """One rule: on or off, its sentence, change, delete."""

    switched = Signal(int, bool)
    edit_wanted = Signal(int)
    delete_wanted = Signal(int)

    def __init__(self, rule_id: int) -> None:
        super().__init__()
        self._id = rule_id
        self.switch = QCheckBox()
        self.words, self._scope = Text("", "body", wrap=True), Text("", "secondary", "muted")
        self.edit, self.delete = IconButton("pencil", ""), IconButton("trash-2", "")
        self.switch.clicked.connect(self._switch)
        self.edit.clicked.connect(self._edit)
        self.delete.clicked.connect(self._delete)
        line = row(gap=10, margins=(0, 1, 0, 1))
        line.addWidget(self.switch)
        line.addWidget(self.words, 1)
        for widget in (self._scope, self.edit, self.delete):
            line.addWidget(widget)
        self.setLayout(line)

    def show_rule(self, shown: RuleRow, scope: str) -> None:
        sentence = str(shown.words)
        self.switch.setChecked(shown.active)
        self.switch.setAccessibleName(sentence)
        self.words.setText(sentence)
        self.words.set_tone("" if shown.active else "muted")
        self._scope.setText(scope if shown.active else _("switched off"))
        self.edit.name(_("Change: {rule}", rule=sentence))
        self.delete.name(_("Delete: {rule}", rule=sentence))

    def _switch(self, on: bool) -> None:
        self.switched.emit(self._id, on)

    def _edit(self) -> None:
        self.edit_wanted.emit(self._id)

    def _delete(self) -> None:
        self.delete_wanted.emit(self._id)


class KindPart(QWidget):
    """All rules of a kind."""

    add_wanted = Signal(str)

    def __init__(self, kind: RuleKind) -> None:
        super().__init__()
        self._kind = kind
        self.lines: dict[int, RuleLine] = {}
        self.add = Button(_("Add rule"), "plus", "link")
        self.add.setAccessibleName(_("Add rule: {kind}", kind=kind.label))
        self.add.clicked.connect(self._add)
        self._default = Text("", "body", "muted", wrap=True)
        self._source = Text("", "secondary", "muted", wrap=True)
        head = row(gap=8)
        head.addWidget(Text(str(kind.label), "card"), 1)
        head.addWidget(self.add)
        self._rows = column(gap=2)
        whole = column(gap=3)
        whole.addLayout(head)
        whole.addLayout(self._rows)
        whole.addWidget(self._default)
        whole.addWidget(self._source)
        self.setLayout(whole)

    def show_rules(self, rules: Sequence[RuleRow], scopes: dict[int, str]) -> list[RuleLine]:
        """Show the rules of this kind; return the lines that are new."""
        wanted = {found.id for found in rules}
        for key in self.lines.keys() - wanted:
            gone = self.lines.pop(key)
            self._rows.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        new = []
        for found in rules:
            if found.id not in self.lines:
                self.lines[found.id] = line = RuleLine(found.id)
                self._rows.addWidget(line)
                new.append(line)
            self.lines[found.id].show_rule(found, scopes[found.id])
        holds = any(found.active for found in rules)
        self._default.setText(_("Without a rule: {sentence}", sentence=self._kind.default))
        self._source.setText(_("Source: {source}", source=self._kind.source))
        self._default.setVisible(not holds)
        self._source.setVisible(not holds)
        return new

    def _add(self) -> None:
        self.add_wanted.emit(self._kind.name)


class RuleList(Scroll):
    """``switched(id, on)``, ``edit_wanted(id)``, ``delete_wanted(id)`` and ``add_wanted(kind)`` come from its lines."""

    switched = Signal(int, bool)
    edit_wanted = Signal(int)
    delete_wanted = Signal(int)
    add_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=12, margins=(16, 14, 16, 16))
        self.parts = {kind.name: KindPart(kind) for kind in SHOWN}
        for place, part in enumerate(self.parts.values()):
            if place:
                self.body.addWidget(rule())
            self.body.addWidget(part)
            part.add_wanted.connect(self.add_wanted)
        self.body.addStretch(1)
        self.setMinimumWidth(fonts.px(560))

    def show_rules(self, rules: Sequence[RuleRow], scopes: dict[int, str]) -> None:
        for kind, part in self.parts.items():
            for line in part.show_rules([found for found in rules if found.kind == kind], scopes):
                line.switched.connect(self.switched)
                line.edit_wanted.connect(self.edit_wanted)
                line.delete_wanted.connect(self.delete_wanted)

    def line(self, rule_id: int) -> RuleLine | None:
        return next((part.lines[rule_id] for part in self.parts.values() if rule_id in part.lines), None)

    def begin(self) -> None:
        """Take the keys: the first switch, or the first way to add a rule."""
        first = next((line.switch for part in self.parts.values() for line in part.lines.values()), None)
        (first or next(iter(self.parts.values())).add).setFocus(Qt.FocusReason.OtherFocusReason)
