"""The screen of rooms: the list, its filters, and the chosen room beside it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop.desk import Desk
from ganztag.desktop.rooms.columns import COLUMNS
from ganztag.desktop.rooms.detail import RoomDetail
from ganztag.desktop.rooms.verbs import RoomVerbs
from ganztag.desktop.screens import ListAndDetail, list_page
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import Card
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.filter_box import FilterBox
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import _, ngettext
from ganztag.queries import rooms
from ganztag.queries.rooms import RoomRow


class RoomsScreen(QWidget):
    """Owns the model of rooms; everything it shows comes from ``refresh``."""

    key = "rooms"
    concerns = frozenset({"room", "meeting", "course", "school"})
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rows: Rows[RoomRow] = Rows(COLUMNS, found_by=_found_by, parent=self)
        self.table = Table(self.rows, key=self.key, memory=desk.memory)
        self.banner, self.filters, self.head = Banner(), FilterBox(), PageHead()
        self.verbs = RoomVerbs(desk, self.table, self.banner)
        self.detail = RoomDetail(self.verbs.edit)
        self._empty = Empty("door-open")
        self._pages = QStackedWidget()
        self._import = self.head.add_button("", "download", self._to_import)
        self._add = self.head.add_button("", "plus", self.add, primary=True)
        self._add_first = self._empty.add_button("", "plus", self.add)
        self._import_first = self._empty.add_button("", "download", self._to_import, primary=False)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.filters.search)
        self.retranslate()

    def _arrange(self) -> None:
        card = Card(bare=True)
        card.body.addWidget(self.table)
        both = ListAndDetail(card, self.detail, key=self.key, memory=self._desk.memory)
        list_page(self, (self.head, self.banner, self.filters), self._pages, both, self._empty)

    def _connect(self) -> None:
        self.filters.searched.connect(self.rows.look_for)
        self.filters.filtered.connect(self._filter)
        self.filters.search.left_down.connect(self.table.take_over)
        self.table.chosen.connect(self._show_chosen)
        self.table.chosen.connect(self.detail.to_top)
        self.table.opened.connect(self._edit_chosen)
        self.table.offer(self.verbs.all())
        self.detail.offer(self.verbs.all())

    def retranslate(self) -> None:
        self._import.setText(_("Import …"))
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
        self.verbs.retranslate()
        self.detail.retranslate()
        self.rows.retranslate()

    def refresh(self) -> None:
        """Show the rooms as the file has them now."""
        found = self._desk.office.read(rooms.rooms, self._desk.term().id)
        self.rows.show(found)
        used = sum(1 for room in found if room.courses)
        figures = ngettext("{count} room, {used} in use", "{count} rooms, {used} in use", len(found), used=used)
        self.head.show_texts(_("Rooms"), figures)
        self.filters.show_chips(
            [("all", _("All"), len(found)), ("used", _("used"), used), ("free", _("free"), len(found) - used)]
        )
        for widget in (self.filters, self._add, self._import):
            widget.setVisible(bool(found))
        self._pages.setCurrentIndex(0 if found else 1)
        self.table.choose_first()
        self._show_chosen()

    def go_to(self, row_id: int | None) -> None:
        """Choose a room, even when a filter hides it."""
        if row_id is not None and not self.table.choose(row_id):
            self.filters.search.clear()
            self.filters.turn_on("all")
            self.table.choose(row_id)

    def add(self) -> None:
        self.filters.search.clear()
        self.filters.turn_on("all")
        self.verbs.add()
        self._edit_chosen()

    def _filter(self, chip: str) -> None:
        self.rows.only(_RULES.get(chip))

    def _show_chosen(self, *_args: object) -> None:
        key = self.table.chosen_id()
        self.detail.show_room(self.rows.row_of(key) if key is not None else None, self.rows.all())
        for action in self.verbs.all():
            action.setEnabled(key is not None)

    def _edit_chosen(self, *_args: object) -> None:
        self.detail.form.edit("code")

    def _to_import(self) -> None:
        from ganztag.desktop.importing import open_import  # noqa: PLC0415 -- the dialog is made when it is needed

        open_import(self._desk, self, "rooms")


def _found_by(room: RoomRow) -> str:
    return room.search_key


_RULES: dict[str, Any] = {
    "used": lambda room: room.courses > 0,
    "free": lambda room: room.courses == 0,
}
