"""What can be done with people from the screen."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from ganztag.desktop import icons
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.table import Table
from ganztag.language import _
from ganztag.operations import staff
from ganztag.queries.staff import StaffRow


class StaffVerbs(QObject):
    """The actions of the screen; detail and context menu show the same ones."""

    def __init__(self, desk: Desk, table: Table, banner: Banner) -> None:
        super().__init__(table)
        self._desk, self._table, self._banner = desk, table, banner
        self.duplicate = QAction(icons.icon("copy"), "", self)
        self.duplicate.triggered.connect(self._duplicate)
        self.delete = QAction(icons.icon("trash-2"), "", self)
        self.delete.setShortcut(QKeySequence.StandardKey.Delete)
        self.delete.triggered.connect(self._delete)
        self.retranslate()

    def retranslate(self) -> None:
        self.duplicate.setText(_("Duplicate"))
        self.delete.setText(_("Delete"))

    def all(self) -> list[QAction]:
        return [self.duplicate, self.delete]

    def add(self) -> None:
        """Add a person under a name to be typed over, and choose it."""
        with objections(self._banner):
            self._table.choose(self._desk.office.do(staff.add(surname=_("New person"))))

    def edit(self, key: str, value: Any) -> None:
        """Set a field of the chosen person; objections are for the form."""
        row = self.chosen()
        if row is not None:
            self._desk.office.do(staff.edit(row.id, **{key: value}))

    def chosen(self) -> StaffRow | None:
        key = self._table.chosen_id()
        return self._table.rows.row_of(key) if key is not None else None

    def _duplicate(self) -> None:
        row = self.chosen()
        if row is not None:
            with objections(self._banner):
                self._table.choose(self._desk.office.do(staff.duplicate(row.id)))

    def _delete(self) -> None:
        row = self.chosen()
        if row is not None:
            with objections(self._banner):
                self._desk.office.do(staff.delete(row.id))
                sentence = _("{person} is deleted.", person=row.full_name)
                self._banner.say(sentence, tone="ok", action=(_("Undo"), self._desk.office.undo))
