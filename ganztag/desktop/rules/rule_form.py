"""The small form of a rule: it shows the sentence while it is filled in."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.rules.entry_form import WIDTH
from ganztag.desktop.rules.page import Writing
from ganztag.desktop.rules.rule_fields import FIELDS, choices_of, rule_of, values_of
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, Scroll, column, row
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.text import Text
from ganztag.domain.objection import Objection
from ganztag.domain.rule_checks import check_rule
from ganztag.domain.rule_words import sentence
from ganztag.domain.rules import Rule, kind_of
from ganztag.language import _
from ganztag.queries.rules import RuleRow


class RuleForm(Card):
    """``confirmed()`` when the rule is to be kept: then ``kind``, ``rule_id`` and ``values()`` say which."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, writing: Writing) -> None:
        super().__init__(bare=True)
        self._writing = writing
        self.kind, self.rule_id = "", 0
        self._forms: dict[str, Form] = {}
        self._title, self._words = Text("", "scenario", wrap=True), Text("", "secondary", "muted", wrap=True)
        self.sentence = Text("", "strong", wrap=True)
        self.keep_button, self._cancel = Button("", "check", "primary"), Button(_("Cancel"))
        self._slot, self._pages = column(), QStackedWidget()
        self._nothing = Text(
            _("Add a rule on the left, or change one. The sentence that it makes stands here at once."),
            "body", "muted", wrap=True,
        )  # fmt: skip
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._say)
        self.keep_button.clicked.connect(self._confirm)
        self._cancel.clicked.connect(self.clear)
        self._arrange()
        self.setFixedWidth(fonts.px(WIDTH))

    def _arrange(self) -> None:
        scroll = Scroll(gap=12, margins=(18, 16, 18, 8))
        scroll.body.addWidget(self._title)
        scroll.body.addWidget(self._words)
        scroll.body.addLayout(self._slot)
        scroll.body.addStretch(1)
        foot, buttons = column(gap=12, margins=(18, 4, 18, 16)), row(gap=8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.keep_button)
        foot.addWidget(self.sentence)
        foot.addLayout(buttons)
        work, whole = QWidget(), column()
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)
        work.setLayout(whole)
        empty, middle = QWidget(), column(margins=(28, 28, 28, 28))
        middle.addStretch(1)
        middle.addWidget(self._nothing)
        middle.addStretch(2)
        empty.setLayout(middle)
        self._pages.addWidget(empty)
        self._pages.addWidget(work)
        self.body.addWidget(self._pages)

    def begin(self, kind: str, row_: RuleRow | None = None) -> None:
        """Show the form of a kind, for a rule or a new one."""
        self.kind, self.rule_id = kind, row_.id if row_ is not None else 0
        form, about = self._form(kind), kind_of(kind)
        form.show_values(values_of(row_, kind))
        for other in self._forms.values():
            other.setVisible(other is form)
        self._title.setText(str(about.label))
        self._words.setText(
            _("Without a rule: {sentence} Source: {source}", sentence=about.default, source=about.source)
        )
        self.keep_button.setText(_("Keep the change") if self.rule_id else _("Add rule"))
        self._pages.setCurrentIndex(1)
        self._follow()
        self._say()
        form.editor(FIELDS[kind][0].key).setFocus()

    def clear(self) -> None:
        """Show nothing; ``left`` tells that the form was left."""
        self.kind, self.rule_id = "", 0
        self._pages.setCurrentIndex(0)
        self.left.emit()

    def form(self) -> Form:
        """Return the form that is shown."""
        return self._forms[self.kind]

    def values(self) -> dict[str, Any]:
        """Return what stands in the form; raise Objection where it is no value."""
        return self.form().values()

    def _form(self, kind: str) -> Form:
        if kind not in self._forms:
            form = Form(FIELDS[kind], self._changed, above=True)
            for key, choices in choices_of(kind, self._writing.offered, self._writing.scope()).items():
                form.offer(key, choices)
            for field in FIELDS[kind]:
                editor = form.editor(field.key)
                editor.left.connect(self._soon.start)
                if isinstance(editor, QLineEdit):
                    editor.textEdited.connect(self._soon.start)
            self._forms[kind] = form
            self._slot.addWidget(form)
        return self._forms[kind]

    def _changed(self, _key: str, _value: object) -> None:
        """Nothing is kept before it is confirmed."""

    def _say(self) -> None:
        """Show the sentence, or what still speaks against it."""
        if not self.kind:
            return
        self._follow()
        try:
            rule = rule_of(self.kind, self._standing())
            check_rule(rule)
        except Objection as objection:
            self.sentence.setText(str(objection.message))
            self.sentence.set_tone("muted")
            self.keep_button.setEnabled(False)
            return
        self.sentence.setText(str(self._sentence(rule)))
        self.sentence.set_tone("accent")
        self.keep_button.setEnabled(True)

    def _sentence(self, rule: Rule) -> object:
        whom = ("class", rule.school_class_id) if rule.school_class_id else ("year", rule.year_group_id)
        return sentence(rule, self._writing.offered.names(whom, rule.course_id, rule.category_id, rule.note))

    def _standing(self) -> dict[str, Any]:
        """Return what stands in the fields now, without a word about what is no value yet."""
        return {field.key: self.form().editor(field.key).value() for field in FIELDS[self.kind]}

    def _follow(self) -> None:
        """Show only the fields that the chosen word needs."""
        form = self.form()
        if self.kind == "priority":
            form.set_field_visible("least", form.editor("word").value() == "days")
        if self.kind == "quota":
            form.set_field_visible("note", form.editor("word").value() == "language")

    def _confirm(self) -> None:
        try:
            self.values()
        except Objection:
            return
        self.confirmed.emit()
