"""The small dialogs of this screen: a child born whole, a day of leaving, and a sibling to find."""

from datetime import date

from PySide6.QtWidgets import QWidget

from ganztag.desktop.widgets.fields import Choices, Field, Kind
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.language import N_, _

ADD_FIELDS = (
    Field("call_name", N_("Call name")),
    Field("surname", N_("Surname")),
    Field("class_id", N_("Class"), Kind.CHOICE),
)
DAY_FIELDS = (Field("day", N_("Last day"), Kind.DATE, needed=True), Field("reason", N_("Reason")))
SIBLING_FIELDS = (Field("sibling_id", N_("Sibling"), Kind.SEEK, needed=True),)


def add_dialog(owner: QWidget, classes: Choices, class_id: object) -> FormDialog:
    """Return the dialog for a new child; its class is chosen already where a class is being looked at."""
    verb = _("Add child")
    dialog = FormDialog(owner, ADD_FIELDS, title=verb, words="", verb=verb)
    dialog.form.offer("class_id", [(None, _("no class yet")), *classes])
    dialog.form.show_values({"call_name": "", "surname": "", "class_id": class_id})
    return dialog


def leave_dialog(owner: QWidget, title: str, verb: str, day: date, words: str) -> FormDialog:
    """Return the dialog that asks for a last day and a reason."""
    dialog = FormDialog(owner, DAY_FIELDS, title=title, words=words, verb=verb)
    dialog.form.show_values({"day": day, "reason": ""})
    return dialog


def sibling_dialog(owner: QWidget, children: Choices) -> FormDialog:
    """Return the dialog that asks whose sibling a child is; a few letters find the name."""
    words = _("The child gets the guardians of its sibling; a change then shows at both.")
    dialog = FormDialog(owner, SIBLING_FIELDS, title=_("Link siblings"), words=words, verb=_("Link siblings"))
    dialog.form.offer("sibling_id", children)
    return dialog
