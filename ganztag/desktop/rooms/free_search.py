"""The search for a free room: a time of the week, how many children, what has to be there; the best room first."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.card import Card, row
from ganztag.desktop.widgets.cells import MUTED, NUMBER, PILL, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.paints import Pill
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Text
from ganztag.domain.objection import Objection
from ganztag.domain.school_year import WEEKDAYS, minutes_of
from ganztag.domain.text import tags
from ganztag.language import N_, _, ngettext, number, sort_key, time, weekday
from ganztag.planning.fitting.rooms import free_rooms
from ganztag.planning.occupation import blocks_of
from ganztag.planning.offer import Block, Offer
from ganztag.planning.timing import clock

_OWN = -1
FIELDS = (
    Field("weekday", N_("Weekday"), Kind.CHOICE, half=True),
    Field("children", N_("Children"), Kind.NUMBER, highest=2000, half=True),
    Field("block", N_("Block"), Kind.CHOICE),
    Field("opens", N_("From"), Kind.TIME, hint=N_("14:00"), half=True),
    Field("closes", N_("To"), Kind.TIME, hint=N_("15:30"), half=True),
    Field("equipment", N_("With"), Kind.TAGS, hint=N_("Piano, 15 PCs, kiln …")),
    Field("rhythm", N_("How often"), Kind.CHOICE),
)


@dataclass(frozen=True, slots=True)
class FoundRoom:
    """A room and how it suits; *place* is its rank, the best is 0."""

    id: int
    place: int
    name: str
    building: str
    seats: int | None
    equipment: str
    free: bool
    fits: bool
    reason: str


def _status(row: FoundRoom) -> Pill:
    if row.free and row.fits:
        return Pill(_("suits"), "ok", "circle-check")
    if row.free:
        return Pill(_("does not suit"), "warn", "triangle-alert")
    return Pill(_("taken"), "bad", "circle-x")


def _seats(row: FoundRoom) -> str:
    return "" if row.seats is None else number(row.seats)


COLUMNS: tuple[Column[FoundRoom], ...] = (
    Column("status", N_("Suits"), shown=_status, sorted_by=lambda row: row.place, cell=PILL, width=132),
    Column("name", N_("Room"), shown=lambda row: row.name, cell=STRONG, width=84),
    Column("reason", N_("Why"), shown=lambda row: row.reason, width=150, stretch=True, tip=lambda row: row.reason),
    Column("seats", N_("Seats"), shown=_seats, sorted_by=lambda row: row.seats or 0, cell=NUMBER, width=72),
    Column("equipment", N_("Equipment"), shown=lambda row: row.equipment, cell=MUTED, width=164),
    Column("building", N_("Building"), shown=lambda row: row.building, cell=MUTED, width=92),
)


class FreeSearch(QWidget):
    """``room_opened(room id)`` leads to a room that was found."""

    room_opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._offer: Offer | None = None
        self.form = Form(FIELDS, self._changed, above=True)
        self.rows: Rows[FoundRoom] = Rows(COLUMNS, parent=self)
        self.table = Table(self.rows)
        self.figures = Text("", "secondary", "muted", wrap=True)
        self._values: dict[str, object] = {
            "weekday": 1, "block": None, "opens": None, "closes": None, "children": None, "rhythm": "weekly",
            "equipment": "",
        }  # fmt: skip
        self._arrange()
        self.table.opened.connect(self.room_opened)
        self.retranslate()

    def _arrange(self) -> None:
        self.asked, found = Card(_("Which room is free?")), Card(bare=True)
        inside: QVBoxLayout = self.asked.body
        inside.setSpacing(fonts.px(12))
        inside.addWidget(self.form)
        inside.addWidget(self.figures)
        inside.addStretch(1)
        self.asked.setFixedWidth(fonts.px(320))
        found.body.addWidget(self.table)
        whole = row(gap=16)
        whole.addWidget(self.asked)
        whole.addWidget(found, 1)
        self.setLayout(whole)

    def retranslate(self) -> None:
        self.asked.name(_("Which room is free?"))
        self.table.setAccessibleName(_("Rooms that were found"))
        self.form.retranslate()
        self.form.offer("weekday", [(day, weekday(day)) for day in WEEKDAYS])
        rhythms = [("weekly", _("every week")), ("A", _("only in A weeks")), ("B", _("only in B weeks"))]
        self.form.offer("rhythm", rhythms)
        self.rows.retranslate()

    def show_offer(self, offer: Offer) -> None:
        """Search anew in the offer as it is now."""
        self._offer = offer
        words: dict[str, str] = {}
        for word in sorted((word for room in offer.rooms for word in room.equipment), key=sort_key):
            words.setdefault(word.casefold(), word)
        self.form.offer("equipment", [(word, word) for word in words.values()])
        if self._values["block"] is None and offer.blocks:
            first = blocks_of(offer)[0]
            self._values |= {"weekday": first.weekday, "block": first.id}
        self._show()

    def ask_for(self, block_id: int) -> None:
        """Look for a room in this block."""
        block = self._offer.index.block.get(block_id) if self._offer is not None else None
        if block is not None:
            self._values |= {"weekday": block.weekday, "block": block.id}
            self._show()

    def _changed(self, key: str, value: object) -> None:
        """Take an answer; objects where the times run backwards."""
        asked = {**self._values, key: value}
        if key == "weekday":
            blocks = self._blocks(asked["weekday"])
            asked["block"] = blocks[0].id if blocks else _OWN
        self._span(asked)
        self._values = asked
        self._show()

    def _blocks(self, day: object) -> list[Block]:
        return [one for one in blocks_of(self._offer) if one.weekday == day] if self._offer is not None else []

    def _span(self, asked: dict[str, object]) -> tuple[int, int] | None:
        """Return from and to in minutes; None while they are not known."""
        block = next((one for one in self._blocks(asked["weekday"]) if one.id == asked["block"]), None)
        if block is not None:
            return block.starts, block.ends
        opens, closes = asked["opens"], asked["closes"]
        if not isinstance(opens, dt.time) or not isinstance(closes, dt.time):
            return None
        span = minutes_of(opens), minutes_of(closes)
        if span[1] <= span[0]:
            raise Objection(N_("This time ends before it begins."))
        return span

    def _show(self) -> None:
        blocks = self._blocks(self._values["weekday"])
        named = [(one.id, _block(one)) for one in blocks]
        self.form.offer("block", [*named, (_OWN, _("time of its own …"))])
        own = self._values["block"] not in [one.id for one in blocks]
        self.form.set_field_visible("opens", own)
        self.form.set_field_visible("closes", own)
        self.form.show_values({**self._values, "block": _OWN if own else self._values["block"]})
        found = self._found()
        self.rows.show(found)
        self.table.choose(found[0].id if found else None)
        suits = sum(row.free and row.fits for row in found)
        free = sum(row.free for row in found)
        words = ngettext(
            "{count} room suits, {free} are free.", "{count} rooms suit, {free} are free.", suits, free=free
        )
        self.figures.setText(words if found else _("Please enter from when to when."))

    def _found(self) -> list[FoundRoom]:
        offer, span = self._offer, self._span(self._values)
        if offer is None or span is None:
            return []
        answers = free_rooms(
            offer, int(str(self._values["weekday"])), *span, children=self._children(),
            equipment=self._equipment(offer), rhythm=str(self._values["rhythm"]),
        )  # fmt: skip
        rows = []
        for place, one in enumerate(answers):
            room = offer.index.room[one.room]
            equipment = ", ".join(sorted(room.equipment, key=sort_key))
            rows.append(
                FoundRoom(room.id, place, room.name, room.building, room.places, equipment, one.free, one.fits,
                          str(one.reason))
            )  # fmt: skip
        return rows

    def _children(self) -> int | None:
        children = self._values["children"]
        return children if isinstance(children, int) else None

    def _equipment(self, offer: Offer) -> frozenset[str]:
        """Return what is asked for, written as the rooms write it: small letters find it too."""
        known = {word.casefold(): word for room in offer.rooms for word in room.equipment}
        return frozenset(known.get(word.casefold(), word) for word in tags(str(self._values["equipment"])))


def _block(block: Block) -> str:
    span = f"{time(clock(block.starts))}–{time(clock(block.ends))}"
    return " · ".join(part for part in (block.name, span) if part)
