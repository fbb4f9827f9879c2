"""What can be done with rooms from the screen."""

from typing import Any

from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.row_verbs import RowVerbs
from ganztag.desktop.widgets.table import Table
from ganztag.language import _
from ganztag.operations import rooms
from ganztag.operations.operation import Operation
from ganztag.queries.rooms import RoomRow


class RoomVerbs(RowVerbs):
    """The actions of the screen, and what its detail writes."""

    def __init__(self, desk: Desk, table: Table, banner: Banner) -> None:
        super().__init__(desk, table, banner, duplicate=_duplicate, delete=_delete)

    def add(self) -> None:
        """Add a room under the first free name and choose it; its name is then typed in the detail."""
        taken = {room.code for room in self._table.rows.all()}
        names = (_("New room {number}", number=number) for number in range(1, len(taken) + 2))
        code = next(name for name in names if name not in taken)
        with objections(self._banner):
            self._table.choose(self._desk.office.do(rooms.add(code)))

    def edit(self, key: str, value: Any) -> None:
        """Set a field of the chosen room; objections are for the form."""
        room: RoomRow | None = self.chosen()
        if room is not None:
            value = 0 if value is None and key in ("setup_minutes", "cleanup_minutes") else value
            self._desk.office.do(rooms.edit(room.id, room.code, **{key: value}))


def _duplicate(room: RoomRow) -> Operation[int]:
    return rooms.duplicate(room.id, room.code)


def _delete(room: RoomRow) -> tuple[Operation[None], str]:
    return rooms.delete(room.id, room.code), _("Room {room} is deleted.", room=room.code)
