"""The small dialogs of this screen: a child born whole, a day of leaving, and a sibling to find."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.fields import Choices, Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.text import Text
from ganztag.domain.objection import Objection
from ganztag.language import N_, _

ADD_FIELDS = (
    Field("call_name", N_("Call name")),
    Field("surname", N_("Surname")),
    Field("class_id", N_("Class"), Kind.CHOICE),
)
DAY_FIELDS = (Field("day", N_("Last day"), Kind.DATE, needed=True), Field("reason", N_("Reason")))
SIBLING_FIELDS = (Field("sibling_id", N_("Sibling"), Kind.CHOICE),)


class FormDialog(QDialog):
    """A form with a verb; ``result_values`` holds what stood in it when the verb was pressed."""

    def __init__(self, owner: QWidget, fields: Sequence[Field], title: str, verb: str, *, words: str = "") -> None:
        super().__init__(owner)
        self.setWindowTitle(title)
        self.result_values: dict[str, Any] = {}
        self.form = Form(fields, self._noted)
        self.verb, cancel = Button(verb, None, "primary"), Button(_("Cancel"))
        self.verb.setDefault(True)
        self.verb.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        foot = row(gap=8)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.verb)
        whole = column(gap=14, margins=(20, 18, 20, 18))
        if words:
            whole.addWidget(Text(words, "body", "muted", wrap=True))
        whole.addWidget(self.form)
        whole.addStretch(1)
        whole.addLayout(foot)
        self.setLayout(whole)
        self.setMinimumWidth(fonts.px(400))

    def _noted(self, _key: str, _value: Any) -> None:
        """What stands in the fields is read when the verb is pressed."""

    def accept(self) -> None:
        try:
            self.result_values = self.form.values()
        except Objection:
            return
        super().accept()


def add_dialog(owner: QWidget, classes: Choices, class_id: object) -> FormDialog:
    """Return the dialog for a new child; its class is chosen already where a class is being looked at."""
    dialog = FormDialog(owner, ADD_FIELDS, _("Add child"), _("Add child"))
    dialog.form.offer("class_id", [(None, _("no class yet")), *classes])
    dialog.form.show_values({"call_name": "", "surname": "", "class_id": class_id})
    return dialog


def leave_dialog(owner: QWidget, title: str, verb: str, day: date, words: str) -> FormDialog:
    """Return the dialog that asks for a last day and a reason."""
    dialog = FormDialog(owner, DAY_FIELDS, title, verb, words=words)
    dialog.form.show_values({"day": day, "reason": ""})
    return dialog


def sibling_dialog(owner: QWidget, children: Choices) -> FormDialog:
    """Return the dialog that asks whose sibling a child is; typing the first letters finds the name."""
    words = _("The child gets the guardians of its sibling; a change then shows at both.")
    dialog = FormDialog(owner, SIBLING_FIELDS, _("Sibling"), _("Link siblings"), words=words)
    dialog.form.offer("sibling_id", children)
    return dialog
