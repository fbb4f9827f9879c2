"""The screen of rooms: the list with the chosen room, how full the week makes them, and the search for a free one."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.importing.menu import ImportMenu
from ganztag.desktop.rooms.columns import COLUMNS
from ganztag.desktop.rooms.detail import RoomDetail
from ganztag.desktop.rooms.reading import blocks_for, events_of, notices_of, offer_of, rooms_with_troubles
from ganztag.desktop.rooms.verbs import RoomVerbs
from ganztag.desktop.rooms.views import HEAT, LIST, SEARCH, RoomViews
from ganztag.desktop.screens import ListAndDetail, list_page
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import Card
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.filter_box import FilterBox
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import N_, Message, _, ngettext
from ganztag.queries.offer import TABLES
from ganztag.queries.rooms import RoomRow
from ganztag.queries.week_times import room_times


class RoomsScreen(QWidget):
    """Owns the model of rooms; everything it shows comes from ``refresh``."""

    key = "rooms"
    concerns = TABLES | {"finding_exception", "school", "term"}
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rows: Rows[RoomRow] = Rows(COLUMNS, found_by=_found_by, parent=self)
        self.table = Table(self.rows, key=self.key, memory=desk.memory)
        self.banner, self.filters, self.head = Banner(), FilterBox(), PageHead()
        self.verbs = RoomVerbs(desk, self.table, self.banner)
        self.detail = RoomDetail(desk, self.verbs.edit)
        self._empty = Empty("door-open")
        self._pages = QStackedWidget()
        self.views = self._arranged()
        self.head.add_widget(self.views.switch)
        self.imports = ImportMenu(desk, self, _IMPORTS)
        self.head.add_widget(self.imports)
        self._add = self.head.add_button("", "plus", self.add, primary=True)
        self._add_first = self._empty.add_button("", "plus", self.add)
        self._import_first = self._empty.add_button("", "download", self.imports.begin, primary=False)
        list_page(self, (self.head, self.banner, self.filters), self._pages, self.views, self._empty)
        self._connect()
        self.setFocusProxy(self.filters.search)
        self.retranslate()

    def _arranged(self) -> RoomViews:
        card = Card(bare=True)
        card.body.addWidget(self.table)
        both = ListAndDetail(card, self.detail, key=self.key, memory=self._desk.memory, shares=(2, 1))
        return RoomViews(both)

    def _connect(self) -> None:
        self.table.searched_by(self.filters.search)
        self.filters.filtered.connect(self._filter)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._edit_chosen)
        self.verbs.stand_in(self.detail)
        self.detail.followed.connect(self.wanted)
        self.detail.meeting_opened.connect(self._to_course)
        self.views.switch.picked.connect(self._turned)
        self.views.heat.room_opened.connect(self._to_week)
        self.views.heat.slot_opened.connect(self._look_for_free)
        self.views.search.room_opened.connect(self.go_to)

    def retranslate(self) -> None:
        self._import_first.setText(_("Import from a file"))
        self._add.setText(_("Add room"))
        self._add_first.setText(_("Add room"))
        self.filters.search.hint(_("Room, building or equipment"))
        self.table.setAccessibleName(_("Rooms"))
        self._empty.show_texts(
            _("No rooms yet"),
            _("Here stand the rooms in which courses meet, with their seats and what is in them. "
              "Add the first one, or bring in a list from a file."),
        )  # fmt: skip
        for part in (self.verbs, self.detail, self.rows, self.imports, self.views):
            part.retranslate()

    def refresh(self) -> None:
        """Show the rooms as the file has them now."""
        found = rooms_with_troubles(self._desk)
        self.rows.show(found)
        used = sum(1 for room in found if room.courses)
        figures = ngettext("{count} room, {used} in use", "{count} rooms, {used} in use", len(found), used=used)
        self.head.show_texts(_("Rooms"), figures)
        chips: list[tuple[str, str, int | None]] = [
            ("all", _("All"), len(found)), ("used", _("used"), used), ("free", _("free"), len(found) - used),
        ]  # fmt: skip
        troubled = sum(1 for room in found if room.troubles)
        self.filters.show_chips([*chips, ("conflict", _("Errors"), troubled)] if troubled else chips)
        self._pages.setCurrentIndex(0 if found else 1)
        for widget in (self._add, self.imports, self.views.switch):
            widget.setVisible(bool(found))
        self._filter(self.filters.chip())
        self.table.choose_first()
        self._show_chosen()
        self._turned()

    def go_to(self, row_id: int | None) -> None:
        """Choose a room in the list, even when a filter hides it."""
        self._turn_to(LIST)
        if row_id is not None and not self.table.choose(row_id):
            self._show_all()
            self.table.choose(row_id)

    def go_to_chip(self, chip: str) -> None:
        """Show only the rooms of a chip, or the view of this name: heat, search."""
        self._turn_to(chip if chip in (HEAT, SEARCH) else LIST)
        if chip not in (HEAT, SEARCH):
            self._show_all()
            self.filters.turn_on(chip)

    def add(self) -> None:
        self._turn_to(LIST)
        self._show_all()
        self.detail.turn_to("fields")
        self.verbs.add()
        self._edit_chosen()

    def _show_all(self) -> None:
        self.filters.search.clear()
        self.filters.turn_on("all")

    def _turn_to(self, view: str) -> None:
        self.views.turn_to(view)
        self._turned()

    def _turned(self, view: str = "") -> None:
        """Fill the view that is seen now; the filters belong to the list.

        A view that was just picked gets the focus, unless it was picked with the keys in the switch.
        """
        front = self.views.front() or self.filters.search
        self.setFocusProxy(front)
        self.filters.setVisible(bool(self.rows.all()) and self.views.view() == LIST)
        offer = offer_of(self._desk)
        if offer is not None:
            self.views.show_offer(offer)
        if view and not self.views.switch.hasFocus():
            front.setFocus()

    def _filter(self, chip: str) -> None:
        self.rows.only(_RULES.get(chip))

    def _show_chosen(self, *_args: object) -> None:
        room: RoomRow | None = self.verbs.chosen()
        self.detail.show_room(room, self.rows.all())
        offer = offer_of(self._desk)
        if room is not None and offer is not None:
            self.detail.show_notices(notices_of(self._desk, room.id))
            times = self._desk.office.read(room_times, room.id)
            self.detail.show_week(room.id, times, events_of(offer, room.id), blocks_for(offer))
        self.verbs.follow()

    def _edit_chosen(self, *_args: object) -> None:
        self.detail.turn_to("fields")
        self.detail.form.edit("code")

    def _to_course(self, meeting_id: int) -> None:
        offer = offer_of(self._desk)
        meeting = offer.index.meeting.get(meeting_id) if offer is not None else None
        if meeting is not None:
            self.wanted.emit(Place("courses", meeting.course))

    def _to_week(self, room_id: int) -> None:
        self.wanted.emit(Place("week", chip=f"room:{room_id}"))

    def _look_for_free(self, block_id: int) -> None:
        self._turn_to(SEARCH)
        self.views.search.ask_for(block_id)


def _found_by(room: RoomRow) -> str:
    return room.search_key


_IMPORTS: dict[str, tuple[Message, str]] = {
    "rooms": (N_("Import rooms …"), "door-open"),
    "times": (N_("Import times of rooms and staff …"), "clock"),
    "lessons": (N_("Import lessons from Untis (GPU001) …"), "calendar-days"),
}
_RULES: dict[str, Any] = {
    "used": lambda room: room.courses > 0,
    "free": lambda room: room.courses == 0,
    "conflict": lambda room: room.troubles > 0,
}
