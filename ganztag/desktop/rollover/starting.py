"""From the button to the banner: show the dialog, and say what was done with the way back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ganztag.desktop.desk import Desk
from ganztag.desktop.rollover.copy_dialog import CopyDialog
from ganztag.desktop.rollover.year_dialog import YearDialog
from ganztag.desktop.widgets.banner import Banner
from ganztag.domain.objection import Objection
from ganztag.language import Message, _
from ganztag.operations.rollover.new_year import changed_in_words
from ganztag.operations.rollover.offer_copy import copied_in_words
from ganztag.queries import rollover


def open_copy(desk: Desk, parent: QWidget, *, source_id: int | None = None, target_id: int | None = None) -> bool:
    """Show what a copy of the offer would do, and tell whether it was done.

    Without *source_id* it is the latest half-year with courses before *target_id*, else the one worked on.
    """
    try:
        if source_id is None and target_id is not None:
            before = desk.office.read(rollover.source_of, target_id)
            source_id = before.id if before else None
        dialog = CopyDialog(desk, parent, source_id or desk.term().id, target_id)
    except Objection as objection:
        desk.ask.tell(parent, str(objection.message), str(objection.advice or ""))
        return False
    if not desk.ask.show(dialog) or dialog.copied is None:
        return False
    _say(desk, parent, copied_in_words(dialog.copied))
    return True


def open_year(desk: Desk, parent: QWidget, *, year_id: int | None = None) -> bool:
    """Show what a change from a school year to the next one would do, and tell whether it was done."""
    try:
        dialog = YearDialog(desk, parent, year_id or desk.term().school_year_id)
    except Objection as objection:
        desk.ask.tell(parent, str(objection.message), str(objection.advice or ""))
        return False
    if not desk.ask.show(dialog) or dialog.changed is None:
        return False
    _say(desk, parent, changed_in_words(dialog.changed))
    return True


def _say(desk: Desk, parent: QWidget, said: Sequence[Message]) -> None:
    banner = getattr(parent, "banner", None)
    if isinstance(banner, Banner):
        advice = " ".join(str(message) for message in said[1:])
        banner.say(str(said[0]), tone="ok", advice=advice, action=(_("Undo"), desk.way_back()), stays=True)
