"""The contracts of a person: one quiet card each, changed where it stands."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ganztag.desktop.widgets.buttons import Button, IconButton
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.text import Text
from ganztag.domain.contracts import UNIT_MINUTES
from ganztag.domain.school_year import holds_on
from ganztag.language import N_, Message, _, pgettext, pN_
from ganztag.queries.contracts import ContractRow

ALLOWANCES: dict[str, Message] = {
    "": N_("no allowance"),
    "trainer": N_("Trainer allowance (§ 3 no. 26 EStG)"),
    "volunteer": N_("Volunteer allowance (§ 3 no. 26a EStG)"),
}
FIELDS = (
    Field("number", N_("Contract no."), hint=N_("HON … or EHR …")),
    Field("starts", N_("First day"), Kind.DATE, half=True),
    Field("ends", N_("Last day"), Kind.DATE, half=True),
    Field("rate_cents", N_("Rate in euros"), Kind.MONEY, half=True, hint=N_("24.50")),
    Field("unit_minutes", pN_("rate", "for"), Kind.CHOICE, half=True),
    Field("allowance", N_("Allowance"), Kind.CHOICE),
    Field("note", N_("Note")),
)


def unit_choices() -> list[tuple[int, str]]:
    return [(minutes, _("{minutes} minutes", minutes=minutes)) for minutes in UNIT_MINUTES]


class ContractCard(QFrame):
    """One contract. *on_change* (contract id, key, value) and *on_remove* (contract id) call operations."""

    def __init__(
        self, contract_id: int, on_change: Callable[[int, str, Any], object], on_remove: Callable[[int], object]
    ) -> None:
        super().__init__()
        self.setProperty("card", "quiet")
        self._id, self._on_change, self._on_remove = contract_id, on_change, on_remove
        self.form = Form(FIELDS, self._changed, above=True)
        self._title, self._state = Text("", "strong"), Text("", "secondary", "muted")
        self._remove = IconButton("trash-2", _("Delete this contract"))
        self._remove.clicked.connect(self._removed)
        head = row(gap=8)
        head.addWidget(self._title)
        head.addWidget(self._state, 1)
        head.addWidget(self._remove)
        whole = column(gap=4, margins=(10, 6, 10, 10))
        whole.addLayout(head)
        whole.addWidget(self.form)
        self.setLayout(whole)

    def show_contract(self, contract: ContractRow, day: date) -> None:
        self._title.setText(contract.number or _("Contract without a number"))
        word, tone = _state(contract, day)
        self._state.setText(word)
        self._state.set_tone(tone)
        self.form.offer("unit_minutes", unit_choices())
        self.form.offer("allowance", [(key, str(words)) for key, words in ALLOWANCES.items()])
        self.form.show_values({field.key: getattr(contract, field.key) for field in FIELDS})
        self._remove.name(_("Delete this contract"))

    def _changed(self, key: str, value: Any) -> None:
        self._on_change(self._id, key, value)

    def _removed(self) -> None:
        self._on_remove(self._id)


def _state(contract: ContractRow, day: date) -> tuple[str, str]:
    """Return in a word whether a contract holds on a day, and its tone."""
    if holds_on(day, contract.starts, contract.ends):
        return pgettext("contract", "holds"), "ok"
    if contract.starts is not None and day < contract.starts:
        return pgettext("contract", "to come"), "muted"
    return pgettext("contract", "ended"), "muted"


class ContractCards(QWidget):
    """All contracts of a person, the newest first, and the button that adds one (``add_wanted``)."""

    add_wanted = Signal()

    def __init__(self, on_change: Callable[[int, str, Any], object], on_remove: Callable[[int], object]) -> None:
        super().__init__()
        self._on_change, self._on_remove = on_change, on_remove
        self.cards: dict[int, ContractCard] = {}
        self._lines = column(gap=8)
        self.add_button = Button("", "plus", "plain")
        self.add_button.clicked.connect(self.add_wanted)
        whole = column(gap=6)
        whole.addLayout(self._lines)
        whole.addWidget(self.add_button)
        self.setLayout(whole)

    def retranslate(self) -> None:
        self.add_button.setText(_("Add a contract"))
        for card in self.cards.values():
            card.form.retranslate()

    def show_contracts(self, contracts: Sequence[ContractRow], day: date) -> None:
        """Show the contracts; a card that is there stays, so that focus and what is being typed stay."""
        newest_first = list(reversed(contracts))
        wanted = [contract.id for contract in newest_first]
        for key in [key for key in self.cards if key not in wanted]:
            card = self.cards.pop(key)
            self._lines.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, contract in enumerate(newest_first):
            if contract.id not in self.cards:
                self.cards[contract.id] = ContractCard(contract.id, self._on_change, self._on_remove)
                self._lines.insertWidget(place, self.cards[contract.id])
            self.cards[contract.id].show_contract(contract, day)
