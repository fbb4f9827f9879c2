"""From the button to the banner: choose a file, look at the preview, import, take back."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ganztag.desktop.ask import TABLE_FILE
from ganztag.desktop.desk import Desk
from ganztag.desktop.importing.dialog import ImportDialog
from ganztag.desktop.importing.words import TITLES, imported
from ganztag.desktop.widgets.banner import Banner
from ganztag.domain.objection import Objection
from ganztag.exchange.kinds import Kind
from ganztag.exchange.reading import read_sheets
from ganztag.exchange.week_times import is_timetable
from ganztag.language import _


def open_import(desk: Desk, parent: QWidget, wanted: str, path: Path | None = None) -> bool:
    """Bring in a table of the *wanted* kind and tell whether it was; without *path* the file is asked for.

    What was done is said in ``parent.banner`` where there is one, with the way back. A timetable of Untis that was
    chosen as a list of rooms or staff is taken for what it is.
    """
    kind = Kind(wanted)
    chosen = path or desk.ask.open_path(parent, TABLE_FILE, title=str(TITLES[kind]))
    if chosen is None:
        return False
    try:
        if kind in (Kind.ROOMS, Kind.STAFF, Kind.TIMES) and is_timetable(read_sheets(chosen).sheets):
            kind = Kind.LESSONS
        dialog = ImportDialog(desk, parent, kind, chosen)
    except Objection as objection:
        desk.ask.tell(parent, str(objection.message), str(objection.advice or ""))
        return False
    count = 0
    if desk.ask.show(dialog):
        count = len(dialog.plan.to_do)
        banner = getattr(parent, "banner", None)
        if isinstance(banner, Banner):
            banner.say(str(imported(kind, count)), tone="ok", action=(_("Undo"), desk.way_back()))
    return count > 0
