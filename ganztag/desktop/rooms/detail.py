"""One room: its fields, changed where they stand, and its week: what meets there, and when it is not free."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal

from ganztag.desktop.desk import Desk
from ganztag.desktop.rooms.reading import known_buildings, known_equipment
from ganztag.desktop.widgets.detail import DetailPanel
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.notices import Notice, Notices
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.desktop.widgets.week_events import WeekBlock, WeekEvent
from ganztag.desktop.widgets.week_times_panel import WeekTimesPanel
from ganztag.language import N_, _, ngettext
from ganztag.operations.week_times import room_times
from ganztag.queries.rooms import RoomRow
from ganztag.queries.week_times import WeekTime

FIELDS = (
    Field("code", N_("Room"), needed=True, half=True),
    Field("name", N_("Name"), half=True),
    Field("seats", N_("Seats"), Kind.NUMBER, highest=2000, half=True),
    Field("building", N_("Building"), Kind.TAGS, half=True),
    Field("equipment", N_("Equipment"), Kind.TAGS, hint=N_("Piano, 15 PCs, kiln …")),
    Field("setup_minutes", N_("Set-up (minutes)"), Kind.NUMBER, highest=240, half=True),
    Field("cleanup_minutes", N_("Clean-up (minutes)"), Kind.NUMBER, highest=240, half=True),
    Field("part_of_id", N_("Part of"), Kind.CHOICE),
    Field("several_courses", N_("Several courses at once"), Kind.CHECK),
    Field("note", N_("Note"), Kind.LINES),
)
_FIELDS, _WEEK = "fields", "week"


class RoomDetail(DetailPanel):
    """*on_change* (key, value) gets each field that was left changed, and may object.

    ``followed(Place)`` leads to the other side of a conflict, ``meeting_opened(id)`` to a meeting of the room's week.
    """

    followed = Signal(object)
    meeting_opened = Signal(int)

    def __init__(self, desk: Desk, on_change: Callable[[str, Any], object]) -> None:
        super().__init__()
        self.sections, self.notices = Segmented(), Notices()
        self.form = Form(FIELDS, on_change, above=True)
        self.week = WeekTimesPanel(room_times, desk)
        self.add_above(self.sections)
        for part in (self.notices, self.form, self.week):
            self.add(part)
        self.sections.picked.connect(self.turn_to)
        self.notices.followed.connect(self.followed)
        self.week.event_opened.connect(self.meeting_opened)
        self.sections.offer([(_FIELDS, ""), (_WEEK, "")])
        self.turn_to(_FIELDS)

    def retranslate(self) -> None:
        self.sections.offer([(_FIELDS, _("Details")), (_WEEK, _("Week and times"))])
        self.sections.setAccessibleName(_("What is shown of the room"))
        self.form.retranslate()
        self.week.retranslate()

    def turn_to(self, section: str) -> None:
        """Show the fields or the week."""
        self.sections.pick(section)
        self.form.setVisible(section == _FIELDS)
        self.week.setVisible(section == _WEEK)
        self.to_top()

    def show_room(self, room: RoomRow | None, others: Sequence[RoomRow]) -> None:
        """Show a room; *others* are the rooms it may be a part of."""
        if room is None:
            self.show_nothing(_("Choose a room on the left to see and change it."))
            return
        used = ngettext("{count} date a week", "{count} dates a week", room.courses)
        self.show_head(room.code, " · ".join(part for part in (room.name, used) if part))
        wholes = [(other.id, other.code) for other in others if other.id != room.id]
        self.form.offer("part_of_id", [(None, _("no other room")), *wholes])
        self.form.offer("equipment", [(word, word) for word in known_equipment(others)])
        self.form.offer("building", [(word, word) for word in known_buildings(others)])
        self.form.show_values({field.key: getattr(room, field.key) for field in FIELDS})

    def show_week(
        self, room_id: int, times: Sequence[WeekTime], events: Sequence[WeekEvent], blocks: Sequence[WeekBlock]
    ) -> None:
        self.week.show_week(room_id, times, events, blocks)

    def show_notices(self, notices: Sequence[Notice]) -> None:
        self.notices.show_notices(notices)
