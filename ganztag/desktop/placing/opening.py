"""From the button to the banner: choose, calculate, accept, take back."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ganztag.desktop.desk import Desk
from ganztag.desktop.placing.dialog import PlacingDialog
from ganztag.desktop.widgets.banner import Banner
from ganztag.domain.objection import Objection
from ganztag.language import _


def open_placing(desk: Desk, parent: QWidget, course_ids: Iterable[int] | None = None) -> bool:
    """Let places be proposed and tell whether a proposal was accepted; *course_ids* are ticked, else those that wait.

    What was done is said in ``parent.banner`` where there is one, with the way back.
    """
    try:
        dialog = PlacingDialog(desk, parent, course_ids)
    except Objection as objection:
        desk.ask.tell(parent, str(objection.message), str(objection.advice or ""))
        return False
    if not desk.ask.show(dialog):
        return False
    banner = getattr(parent, "banner", None)
    if isinstance(banner, Banner):
        banner.say(_("The courses have their new places."), tone="ok", action=(_("Undo"), desk.way_back()))
    return True
