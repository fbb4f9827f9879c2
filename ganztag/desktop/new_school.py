"""The dialog for a new school: its name and its Land, from which the holidays come."""

from PySide6.QtWidgets import QDialog, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.text import Text
from ganztag.domain.objection import Objection
from ganztag.exchange.land_calendar import LANDS
from ganztag.language import N_, _, sort_key

_FIELDS = (
    Field("name", N_("Name of the school"), needed=True, hint=N_("Schule am Lindenkanal")),
    Field("land", N_("Land"), Kind.CHOICE),
)


class NewSchoolDialog(QDialog):
    """Accepted only when both are there; ``answers()`` are name and code of the Land."""

    def __init__(self, owner: QWidget | None) -> None:
        super().__init__(owner)
        self.setWindowTitle(_("New school"))
        self.form = Form(_FIELDS, self._changed, label_width=130)
        lands = sorted(LANDS.items(), key=lambda land: sort_key(land[1]))
        self.form.offer("land", [("", _("please choose")), *lands])
        self.create_button = Button(_("Choose place …"), "arrow-right", "primary")
        cancel = Button(_("Cancel"))
        self.create_button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.create_button.setDefault(True)
        whole = column(gap=12, margins=(24, 22, 24, 20))
        whole.addWidget(Text(_("A new school"), "scenario"))
        words = _("It begins with the current school year, its two half-years and the holidays of the Land. "
                  "Everything can be changed later.")  # fmt: skip
        whole.addWidget(Text(words, "body", "muted", wrap=True))
        whole.addWidget(self.form)
        whole.addStretch(1)
        buttons = row(gap=8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.create_button)
        whole.addLayout(buttons)
        self.setLayout(whole)
        self.resize(fonts.px(480), fonts.px(300))
        self.form.editor("name").setFocus()

    def _changed(self, _key: str, _value: object) -> None:
        """Nothing happens before the school is born whole."""

    def answers(self) -> tuple[str, str]:
        values = self.form.values()
        return str(values["name"]), str(values["land"])

    def accept(self) -> None:
        try:
            _name, land = self.answers()
        except Objection:
            return
        if land:
            super().accept()
        else:
            self.form.reject("land", _("Please choose the Land; the holidays depend on it."))
