"""One room: its fields, changed where they stand."""

from collections.abc import Callable, Sequence
from typing import Any

from ganztag.desktop.widgets.detail import DetailPanel
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.language import N_, _, ngettext
from ganztag.queries.rooms import RoomRow

FIELDS = (
    Field("code", N_("Room"), needed=True),
    Field("name", N_("Name")),
    Field("seats", N_("Seats"), Kind.NUMBER, highest=2000),
    Field("building", N_("Building")),
    Field("equipment", N_("Equipment"), Kind.LINES, lines=2, hint=N_("Piano, 15 PCs, kiln …")),
    Field("part_of_id", N_("Part of"), Kind.CHOICE),
    Field("several_courses", N_("Several courses at once"), Kind.CHECK),
    Field("note", N_("Note"), Kind.LINES),
)


class RoomDetail(DetailPanel):
    """*on_change* (key, value) gets each field that was left changed, and may object."""

    def __init__(self, on_change: Callable[[str, Any], object]) -> None:
        super().__init__()
        self.form = Form(FIELDS, on_change)
        self.add(self.form)

    def retranslate(self) -> None:
        self.form.retranslate()

    def show_room(self, room: RoomRow | None, others: Sequence[RoomRow]) -> None:
        """Show a room; *others* are the rooms it may be a part of."""
        if room is None:
            self.show_nothing(_("Choose a room on the left to see and change it."))
            return
        used = ngettext("{count} date a week", "{count} dates a week", room.courses)
        self.show_head(room.code, " · ".join(part for part in (room.name, used) if part))
        wholes = [(other.id, other.code) for other in others if other.id != room.id]
        self.form.offer("part_of_id", [(None, _("no other room")), *wholes])
        self.form.show_values({field.key: getattr(room, field.key) for field in FIELDS})
