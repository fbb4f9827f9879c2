"""From a button or menu to the rules of a ballot."""

from PySide6.QtWidgets import QWidget

from ganztag.desktop.desk import Desk
from ganztag.desktop.rules.dialog import RulesDialog
from ganztag.domain.objection import Objection


def open_rules(desk: Desk, ballot_id: int, owner: QWidget, *, tab: str = "rules") -> None:
    """Let the rules of a ballot be set; *tab* is rules, bonds, hardship or order. All is written at once."""
    try:
        dialog = RulesDialog(desk, owner, ballot_id)
    except Objection as objection:
        desk.ask.tell(owner, str(objection.message), str(objection.advice or ""))
        return
    dialog.turn_to(tab)
    desk.ask.show(dialog)
