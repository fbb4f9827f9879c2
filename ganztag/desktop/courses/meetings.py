"""When, where and with whom a course meets: one quiet card a meeting of the series, changed where it stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ganztag.desktop.courses.words import RHYTHM_WORDS, ROLES, meeting_time
from ganztag.desktop.times import time_of
from ganztag.desktop.widgets.buttons import Button, IconButton
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.fields import Choices, Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.picks import Picks
from ganztag.desktop.widgets.text import Text
from ganztag.domain.school_year import WEEKDAYS
from ganztag.language import N_, _, weekday
from ganztag.queries.frame import BlockRow
from ganztag.queries.meetings import MeetingRow

OWN_TIME = -1
FIELDS = (
    Field("block", N_("Block"), Kind.CHOICE),
    Field("weekday", N_("Weekday"), Kind.CHOICE),
    Field("starts", N_("From"), Kind.TIME, hint=N_("14:00"), half=True),
    Field("ends", N_("To"), Kind.TIME, hint=N_("15:30"), half=True),
    Field("rhythm", N_("Rhythm"), Kind.CHOICE),
    Field("on_date", N_("On the"), Kind.DATE, needed=True),
    Field("room_id", N_("Room"), Kind.CHOICE),
    Field("fixed", N_("Fixed: stays where it is"), Kind.CHECK),
)


@dataclass(frozen=True)
class Surroundings:
    """What a meeting can be given: blocks of the week, rooms and people."""

    blocks: tuple[BlockRow, ...] = ()
    rooms: tuple[tuple[int, str], ...] = ()
    staff: tuple[tuple[int, str], ...] = ()

    def block_choices(self) -> Choices:
        return [*((block.id, block_text(block)) for block in self.blocks), (OWN_TIME, _("time of its own …"))]

    def room_choices(self) -> Choices:
        return [(None, _("no room yet")), *self.rooms]


def block_text(block: BlockRow) -> str:
    """Return the times and the name of a block: Mo 14:00–15:30 · 1. Block."""
    return " · ".join(part for part in (time_of(block), block.name) if part)


def weekday_choices() -> Choices:
    return [(day, weekday(day)) for day in WEEKDAYS]


class MeetingCard(QFrame):
    """One meeting of the series. *on_change* (meeting id, key, value) and *on_remove* (meeting id) call operations."""

    def __init__(
        self, meeting_id: int, on_change: Callable[[int, str, Any], object], on_remove: Callable[[int], object]
    ) -> None:
        super().__init__()
        self.setProperty("card", "quiet")
        self._id, self._on_change, self._on_remove = meeting_id, on_change, on_remove
        self.title = Text("", "strong")
        self.form = Form(FIELDS, self._changed, label_width=62)
        self.leaders = Picks(name=N_("Leaders"), add=N_("Add a leader …"), roles=ROLES)
        self.leaders.left.connect(self._led)
        self.leaders.role_picked.connect(self._role_picked)
        self._remove = IconButton("trash-2", _("Remove this meeting"))
        self._remove.clicked.connect(self._removed)
        self._caption = Text("", "secondary", "muted")
        self._arrange()

    def _arrange(self) -> None:
        head = row(gap=4)
        head.addWidget(self.title, 1)
        head.addWidget(self._remove)
        whole = column(gap=6, margins=(10, 6, 10, 10))
        whole.addLayout(head)
        whole.addWidget(self.form)
        whole.addWidget(self._caption)
        whole.addWidget(self.leaders)
        self.setLayout(whole)

    def show_meeting(self, meeting: MeetingRow, around: Surroundings) -> None:
        self.title.setText(meeting_time(meeting))
        self.form.offer("block", around.block_choices())
        self.form.offer("weekday", weekday_choices())
        self.form.offer("rhythm", [(key, str(word)) for key, word in RHYTHM_WORDS.items()])
        self.form.offer("room_id", around.room_choices())
        own = meeting.block_id is None
        values = {"block": OWN_TIME if own else meeting.block_id, "room_id": meeting.room_id}
        times = {"weekday": meeting.weekday, "starts": meeting.starts, "ends": meeting.ends}
        rhythm = {"rhythm": meeting.rhythm, "on_date": meeting.on_date, "fixed": meeting.fixed}
        self.form.show_values({**values, **times, **rhythm})
        once = meeting.rhythm == "once"
        for key, seen in (("weekday", own and not once), ("starts", own), ("ends", own), ("on_date", once)):
            self.form.set_field_visible(key, seen)
        self._caption.setText(_("Leaders"))
        self.leaders.offer(around.staff)
        self.leaders.put(meeting.leader_ids, meeting.role_of)
        self._remove.name(_("Remove this meeting"))

    def _changed(self, key: str, value: Any) -> None:
        self._on_change(self._id, key, value)

    def _led(self) -> None:
        self._on_change(self._id, "leaders", self.leaders.value())

    def _role_picked(self, staff_id: int, role: str) -> None:
        self._on_change(self._id, "role", (staff_id, role))

    def _removed(self) -> None:
        self._on_remove(self._id)


class MeetingCards(QWidget):
    """All meetings of a course and the button that adds one (``add_wanted``)."""

    add_wanted = Signal()

    def __init__(self, on_change: Callable[[int, str, Any], object], on_remove: Callable[[int], object]) -> None:
        super().__init__()
        self._on_change, self._on_remove = on_change, on_remove
        self._cards: dict[int, MeetingCard] = {}
        self._lines = column(gap=8)
        self._add = Button("", "plus", "plain")
        self._add.clicked.connect(self.add_wanted)
        whole = column(gap=6)
        whole.addLayout(self._lines)
        whole.addWidget(self._add)
        self.setLayout(whole)
        self.retranslate()

    def retranslate(self) -> None:
        self._add.setText(_("Add a meeting"))
        for card in self._cards.values():
            card.form.retranslate()
            card.leaders.retranslate()

    def card(self, meeting_id: int) -> MeetingCard:
        return self._cards[meeting_id]

    def show_meetings(self, meetings: Sequence[MeetingRow], around: Surroundings) -> None:
        """Show the meetings; a card that is there stays, so that focus and what is being typed stay."""
        wanted = [meeting.id for meeting in meetings]
        for key in [key for key in self._cards if key not in wanted]:
            card = self._cards.pop(key)
            self._lines.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, meeting in enumerate(meetings):
            if meeting.id not in self._cards:
                self._cards[meeting.id] = MeetingCard(meeting.id, self._on_change, self._on_remove)
                self._lines.insertWidget(place, self._cards[meeting.id])
            self._cards[meeting.id].show_meeting(meeting, around)
