"""The small dialogs of this screen: a child for a waiting list, a place by hand, and why it declines."""

from PySide6.QtWidgets import QWidget

from ganztag.desktop.widgets.fields import Choices, Field, Kind
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.language import N_, _

ADD_FIELDS = (
    Field("pupil_id", N_("Child"), Kind.SEEK, needed=True),
    Field("course_id", N_("Course"), Kind.SEEK, needed=True),
    Field("reason", N_("Reason")),
)
PLACE_FIELDS = (
    Field("place", N_("Place"), Kind.NUMBER, lowest=1, highest=999, half=True,
          hint=N_("empty: by the rules")),
    Field("reason", N_("Reason"), hint=N_("Hardship, agreed with the head …")),
)  # fmt: skip


def add_dialog(owner: QWidget, children: Choices, courses: Choices, course_id: int | None) -> FormDialog:
    """Return the dialog that puts a child onto a waiting list."""
    verb = _("Put on the waiting list")
    words = _("The child gets its place by the order of the school; it can be given another one afterwards.")
    dialog = FormDialog(owner, ADD_FIELDS, title=verb, words=words, verb=verb)
    dialog.form.offer("pupil_id", children)
    dialog.form.offer("course_id", courses)
    dialog.form.show_values({"pupil_id": None, "course_id": course_id, "reason": ""})
    return dialog


def place_dialog(owner: QWidget, name: str, place: int, reason: str) -> FormDialog:
    """Return the dialog that gives a child a place on a waiting list by hand."""
    words = _("The reason stands in the list, for those behind it may ask.")
    title = _("Place of {pupil} on the waiting list", pupil=name)
    dialog = FormDialog(owner, PLACE_FIELDS, title=title, words=words, verb=_("Set the place"))
    dialog.form.show_values({"place": place, "reason": reason})
    return dialog
