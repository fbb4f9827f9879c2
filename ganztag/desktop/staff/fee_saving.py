"""Saving hours and fees as a table for Excel."""

from PySide6.QtWidgets import QWidget

from ganztag.desktop.ask import FileKind, objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.language import N_, _
from ganztag.operations.exporting.fee_rows import export_fees

FEE_FILE = FileKind(N_("Tables"), (".xlsx", ".csv"))


class FeeSaving:
    """Asks where, writes the table, and says so in the banner."""

    def __init__(self, desk: Desk, banner: Banner, owner: QWidget) -> None:
        self._desk, self._banner, self._owner = desk, banner, owner

    def save(self) -> None:
        """Ask for a place and save everybody's sessions of the calendar year with their totals."""
        day = self._desk.today()
        name = _("Hours and fees {year}.xlsx", year=str(day.year))
        path = self._desk.ask.save_path(self._owner, FEE_FILE, title=_("Save as table"), name=name)
        if path is None:
            return
        with objections(self._banner):
            export_fees(self._desk.office, path, self._desk.term().id, day)
            self._banner.say(_("{file} is saved.", file=path.name), tone="ok")
