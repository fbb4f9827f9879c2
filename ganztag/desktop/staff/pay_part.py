"""The section of hours, fees and contracts."""

from PySide6.QtWidgets import QWidget

from ganztag.desktop.staff.contract_cards import ContractCards
from ganztag.desktop.staff.fee_card import FeeCard
from ganztag.desktop.staff.verbs import StaffVerbs
from ganztag.desktop.widgets.card import column
from ganztag.desktop.widgets.detail import Section
from ganztag.language import _


class PayPart(QWidget):
    """Arranges the contracts above the hours and fees that come of them."""

    def __init__(self, verbs: StaffVerbs) -> None:
        super().__init__()
        self.contracts = ContractCards(verbs.edit_contract, verbs.delete_contract)
        self.contracts.add_wanted.connect(verbs.add_contract)
        self.fees = FeeCard(verbs.declare)
        self._fees, self._contracts = Section(), Section()
        whole = column(gap=18)
        for section, part in ((self._fees, self.fees), (self._contracts, self.contracts)):
            section.body.addWidget(part)
            whole.addWidget(section)
        self.setLayout(whole)

    def retranslate(self) -> None:
        self._fees.name(_("Hours and fees"))
        self._contracts.name(_("Contracts"))
        self.fees.retranslate()
        self.contracts.retranslate()
