"""What lies beside the week to be brought into it: courses without a place, people who may lead, rooms."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from ganztag.desktop import fonts
from ganztag.desktop.week.lines import Lines
from ganztag.desktop.week.loads import (
    found,
    free_room_lines,
    leader_lines,
    of_leader,
    of_room,
    of_waiting,
    room_lines,
    waiting_lines,
)
from ganztag.desktop.week.sheet import Chip
from ganztag.desktop.widgets.card import Card
from ganztag.desktop.widgets.filter_box import SearchField
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.desktop.widgets.text import Text
from ganztag.language import _, ngettext
from ganztag.planning.offer import Offer

_LINES = {"course": waiting_lines, "leader": leader_lines, "room": room_lines}
_LOADS = {"course": of_waiting, "leader": of_leader, "room": of_room}


class SupplyCard(Card):
    """``lifted(Load, at)`` when something is taken up, *at* a place of the screen or None by the keys.

    After ``choose_for`` a room or leader that is taken goes to that chip at once: ``given(Load, key)``.
    """

    lifted = Signal(object, object)
    given = Signal(object, int)
    left = Signal()
    moved = Signal(QPoint)
    dropped = Signal(QPoint)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__(" ")
        self.kind, self.search, self.list = Segmented(), SearchField(), Lines(drags=True)
        self._nothing = Text("", "body", "muted", wrap=True)
        self._offer: Offer | None = None
        self._chip: Chip | None = None
        self.body.setContentsMargins(fonts.px(15), fonts.px(2), fonts.px(15), fonts.px(12))
        self.body.addWidget(self.kind)
        self.body.addSpacing(fonts.px(10))
        self.body.addWidget(self.search)
        self.body.addSpacing(fonts.px(8))
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
        self.kind.picked.connect(self._turned)
        self.search.textChanged.connect(self._fill)
        self.search.left_down.connect(self._to_list)
        self.list.taken.connect(self._taken)
        self.list.lifted.connect(self._lifted)
        self.list.moved.connect(self.moved)
        self.list.dropped.connect(self.dropped)
        self.list.cancelled.connect(self.cancelled)
        self.list.typed.connect(self._typed)
        self.list.escaped.connect(self._leave)

    def retranslate(self) -> None:
        self.kind.offer([("course", _("Courses")), ("leader", _("Leaders")), ("room", _("Rooms"))])
        self.kind.setAccessibleName(_("What lies beside the week"))
        self._fill()

    def show_offer(self, offer: Offer) -> None:
        self._offer = offer
        self._fill()

    def choose_for(self, chip: Chip, kind: str) -> None:
        """Let her choose a leader or a room for a chip by the keys; letters that are typed look for it."""
        self._chip = chip
        self.kind.pick(kind)
        self.search.clear()
        self._fill()
        self.list.mark(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_to(self, kind: str) -> None:
        """Show courses, leaders or rooms."""
        self.kind.pick(kind)
        self._turned(kind)

    def _turned(self, _kind: str) -> None:
        self._chip = None
        self.search.clear()
        self._fill()

    def _typed(self, text: str) -> None:
        self.search.setText(f"{self.search.text()}{text}" if text else self.search.text()[:-1])

    def _leave(self) -> None:
        """Go back to the week without having chosen."""
        self._chip = None
        self._fill()
        self.left.emit()

    def _to_list(self) -> None:
        self.list.setFocus()

    def _fill(self, *_what: object) -> None:
        offer, kind = self._offer, self.kind.key()
        if offer is None:
            return
        chip = self._chip if self._chip is not None and kind != "course" else None
        all_lines = free_room_lines(offer, chip) if kind == "room" and chip is not None else _LINES[kind](offer)
        self.search.setVisible(len(all_lines) > 8 or kind != "course")
        lines = found(all_lines, self.search.text())
        self.list.setProperty("holds", kind)
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        room = QSizePolicy.Policy.Preferred if lines else QSizePolicy.Policy.Maximum  # what is empty leaves its room
        self.setSizePolicy(QSizePolicy.Policy.Preferred, room)
        self._nothing.setVisible(not lines)
        self._name(kind, len(all_lines), offer)

    def _name(self, kind: str, count: int, offer: Offer) -> None:
        hints = {"course": _("Course"), "leader": _("Leader"), "room": _("Room")}
        names = {
            "course": ngettext("{count} without a place", "{count} without a place", count)
            if count
            else _("All placed"),
            "leader": _("Drag onto a course"),
            "room": _("Drag onto a course"),
        }
        if self._chip is not None and kind != "course":
            course = self._chip.name
            names = {"leader": _("Leader for {course}", course=course), "room": _("Room for {course}", course=course)}
        empty = {
            "course": _("Every course has its place.") if offer.courses else _("There are no courses yet."),
            "leader": _("There are no leaders yet."),
            "room": _("There are no rooms yet."),
        }
        self.search.hint(hints[kind])
        self.name(names[kind])
        self.list.setAccessibleName(names[kind])
        self._nothing.setText(_("Nothing found.") if count else empty[kind])

    def _load(self, place: int) -> object | None:
        if self._offer is None or not 0 <= place < len(self.list.lines):
            return None
        return _LOADS[self.kind.key()](self._offer, self.list.lines[place].key)

    def _taken(self, place: int) -> None:
        load, chip = self._load(place), self._chip
        if load is not None and chip is not None:
            self._chip = None
            self._fill()
            self.given.emit(load, chip.key)
        elif load is not None:
            self.lifted.emit(load, None)

    def _lifted(self, place: int, at: QPoint) -> None:
        load = self._load(place)
        if load is not None:
            self.lifted.emit(load, at)
