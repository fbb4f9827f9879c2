"""The dialog for what is known of a paper: seen, not needed or missing, when, until when, and a note."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.language import N_, _, ngettext
from ganztag.queries.staff_papers import PaperRow

_FIELDS = (
    Field("state", N_("Status"), Kind.CHOICE),
    Field("seen", N_("Seen on"), Kind.DATE),
    Field("expires", N_("Holds until"), Kind.DATE, hint=N_("as usual")),
    Field("note", N_("Note")),
)


class PaperDialog(FormDialog):
    """``answers()``: state (seen, not_needed or missing), seen, expires, note."""

    def __init__(self, owner: QWidget, person: str, paper: PaperRow, today: Any) -> None:
        words = _("Only that it was seen and when is noted here, never a copy and nothing of what it says.")
        if paper.valid_months:
            usual = ngettext("It usually holds {count} month.", "It usually holds {count} months.", paper.valid_months)
            words = f"{words} {usual}"
        super().__init__(owner, _FIELDS, title=_("{paper}: {person}", paper=paper.name, person=person), words=words,
                         verb=_("Note this"), label_width=96)  # fmt: skip
        self.form.offer("state", [("seen", _("seen")), ("not_needed", _("not needed")), ("missing", _("missing"))])
        state = "seen" if paper.state == "missing" else paper.state
        self.form.show_values(
            {"state": state, "seen": paper.seen or today, "expires": paper.expires, "note": paper.note}
        )
        self.form.editor("state").picked.connect(self._follow)
        self._follow(state)

    def _follow(self, state: object) -> None:
        for key in ("seen", "expires"):
            self.form.set_field_visible(key, state == "seen")
        self.form.set_field_visible("note", state != "missing")
