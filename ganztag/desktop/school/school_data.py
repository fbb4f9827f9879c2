"""The school's own data: name, address, Land, the language of its papers."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, Scroll, column, row
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.text import Text
from ganztag.exchange.land_calendar import LANDS
from ganztag.language import N_, _, ngettext, sort_key
from ganztag.operations import calendar, school
from ganztag.queries import frame

_ADDRESS = (
    Field("name", N_("Name of the school"), needed=True),
    Field("subtitle", N_("Second line"), hint=N_("Primary school, all-day school …")),
    Field("street", N_("Street")),
    Field("postcode", N_("Postcode"), half=True),
    Field("town", N_("Town"), half=True),
    Field("phone", N_("Phone")),
    Field("email", N_("E-mail")),
)
_RULES = (Field("land", N_("Land"), Kind.CHOICE), Field("language", N_("Language of the papers"), Kind.CHOICE))


class SchoolData(QWidget):
    """Each field is kept as soon as it is left; another Land brings its holidays with it."""

    def __init__(self, desk: Desk, banner: Banner) -> None:
        super().__init__()
        self._desk, self._banner = desk, banner
        self.address = Form(_ADDRESS, self._edit, label_width=150)
        self.rules = Form(_RULES, self._edit, label_width=150)
        self.fetch_button = Button("", "rotate-ccw")
        self.fetch_button.clicked.connect(self._fetch)
        self._first, self._second = Card(" "), Card(" ")
        self._words = Text("", "secondary", "muted", wrap=True)
        self._arrange()

    def _arrange(self) -> None:
        self._first.body.addWidget(self.address)
        self._second.body.addWidget(self.rules)
        self._second.body.addSpacing(fonts.px(10))
        self._second.body.addWidget(self._words)
        self._second.body.addSpacing(fonts.px(10))
        self._second.body.addWidget(self.fetch_button)
        scroll, line, whole = Scroll(), row(gap=16), column()
        upper, lower = column(), column()
        upper.addWidget(self._first)
        upper.addStretch(1)
        lower.addWidget(self._second)
        lower.addStretch(1)
        line.addLayout(upper, 1)
        line.addLayout(lower, 1)
        scroll.body.addLayout(line)
        scroll.body.addStretch(1)
        whole.addWidget(scroll)
        self.setLayout(whole)

    def retranslate(self) -> None:
        self._first.name(_("This is how the school stands on every paper"))
        self._second.name(_("Holidays and papers"))
        self._words.setText(
            _("Public and school holidays of the Land are known offline. The school's own days off stay as they are.")
        )
        self.fetch_button.setText(_("Fetch the holidays again"))
        self.address.retranslate()
        self.rules.retranslate()

    def refresh(self) -> None:
        found = self._desk.office.read(frame.school)
        lands = sorted(LANDS.items(), key=lambda land: sort_key(land[1]))
        self.rules.offer("land", [("", _("no Land")), *lands])
        self.rules.offer("language", [("de", _("German")), ("en", _("English"))])
        self.address.show_values({field.key: getattr(found, field.key) for field in _ADDRESS})
        self.rules.show_values({"land": found.land, "language": found.language})
        self.fetch_button.setEnabled(bool(found.land))

    def _edit(self, key: str, value: Any) -> None:
        if key == "land":
            self._tell_fetched(self._desk.office.do(calendar.set_land(value)))
        else:
            self._desk.office.do(school.edit(**{key: value}))

    def _fetch(self) -> None:
        with objections(self._banner):
            land = self._desk.office.read(frame.school).land
            self._tell_fetched(self._desk.office.do(calendar.fetch(land)))

    def _tell_fetched(self, changed: int) -> None:
        if not changed:
            self._banner.say(_("The holidays are as they were; nothing has changed."), tone="ok")
            return
        words = ngettext(
            "{count} line of holidays is new or gone.", "{count} lines of holidays are new or gone.", changed
        )
        self._banner.say(words, tone="ok", action=(_("Undo"), self._desk.way_back()))
