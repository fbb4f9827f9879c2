"""What can be done with rooms from the screen."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from ganztag.desktop import icons
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.table import Table
from ganztag.language import _
from ganztag.operations import rooms
from ganztag.queries.rooms import RoomRow


class RoomVerbs(QObject):
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
        """Add a room under the first free name and choose it; its name is then typed in the detail."""
        taken = {room.code for room in self._table.rows.all()}
        names = (_("New room {number}", number=number) for number in range(1, len(taken) + 2))
        code = next(name for name in names if name not in taken)
        with objections(self._banner):
            self._table.choose(self._desk.office.do(rooms.add(code)))

    def edit(self, key: str, value: Any) -> None:
        """Set a field of the chosen room; objections are for the form."""
        room = self._chosen()
        if room is not None:
            self._desk.office.do(rooms.edit(room.id, room.code, **{key: value}))

    def _chosen(self) -> RoomRow | None:
        key = self._table.chosen_id()
        return self._table.rows.row_of(key) if key is not None else None

    def _duplicate(self) -> None:
        room = self._chosen()
        if room is not None:
            with objections(self._banner):
                self._table.choose(self._desk.office.do(rooms.duplicate(room.id, room.code)))

    def _delete(self) -> None:
        room = self._chosen()
        if room is not None:
            with objections(self._banner):
                self._desk.office.do(rooms.delete(room.id, room.code))
                self._banner.say(
                    _("Room {room} is deleted.", room=room.code), tone="ok", action=(_("Undo"), self._desk.office.undo)
                )
