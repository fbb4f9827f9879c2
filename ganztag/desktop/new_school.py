"""The dialog for a new school: its name and its Land, from which the holidays come."""

from PySide6.QtWidgets import QWidget

from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.domain.objection import Objection
from ganztag.exchange.land_calendar import LANDS
from ganztag.language import N_, _, sort_key

_FIELDS = (
    Field("name", N_("Name of the school"), needed=True, hint=N_("Schule am Lindenkanal")),
    Field("land", N_("Land"), Kind.CHOICE),
)


class NewSchoolDialog(FormDialog):
    """Accepted only when both are there; ``answers()`` are ``name`` and ``land``, the code of the Land."""

    def __init__(self, owner: QWidget | None) -> None:
        words = _("It begins with the current school year, its two half-years and the holidays of the Land. "
                  "Everything can be changed later.")  # fmt: skip
        super().__init__(
            owner, _FIELDS, title=_("A new school"), words=words, verb=_("Choose place …"), label_width=130
        )
        lands = sorted(LANDS.items(), key=lambda land: sort_key(land[1]))
        self.form.offer("land", [("", _("please choose")), *lands])

    def accept(self) -> None:
        try:
            land = self.answers()["land"]
        except Objection:
            return
        if land:
            super().accept()
        else:
            self.form.reject("land", _("Please choose the Land; the holidays depend on it."))
