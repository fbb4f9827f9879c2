"""Carries something from its place to another, by mouse or by keys, and tells where it was set down."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Signal

from ganztag.desktop import fonts
from ganztag.desktop.week.carrying import Carrying, Load
from ganztag.desktop.week.drop_zone import DropZone
from ganztag.desktop.week.ghost import Ghost
from ganztag.desktop.week.grid import WeekGrid
from ganztag.desktop.week.sheet import Cell
from ganztag.desktop.week.side import Side

_SCROLL_ZONE = 22


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something was set down: on a cell, on a chip, on a line of the list of rooms, or beside the week."""

    cell: Cell | None = None
    chip: int = 0
    line: int = -1
    beside: bool = False


class Carrier(QObject):
    """``dropped(Load, Spot, Sign)``; ``turned(bool)`` when carrying begins and ends."""

    dropped = Signal(object, object, object)
    turned = Signal(bool)

    def __init__(self, grid: WeekGrid, side: Side, judge: Callable[[Load], Carrying]) -> None:
        super().__init__(grid)
        self._grid, self._side, self._judge = grid, side, judge
        self._supply, self._rooms = side.supply, side.supply.list
        self._ghost: Ghost | None = None
        self._zone = DropZone(side)
        self.by_keys = False

    @property
    def hand(self) -> Carrying | None:
        return self._grid.hand

    def begin(self, load: Load, at: QPoint | None = None) -> None:
        """Take something up, at a place of the screen, or by the keys."""
        hand = self._judge(load)
        self._grid.carry(hand)
        self.by_keys = at is None
        if at is not None:
            self._show_ghost(load, at)
            if load.kind == "meeting" and not self._shows_rooms():
                self._zone.cover(self._supply)
        elif load.goes_to_cells:
            self._aim_first(hand)
        else:
            self._grid.aim(None, self._grid.cursor_.key)
        self.turned.emit(True)

    def _show_ghost(self, load: Load, at: QPoint) -> None:
        if load.kind != "edge":
            self._ghost = self._ghost or Ghost(self._grid.window())
            self._ghost.show_load(load, at)

    def _aim_first(self, hand: Carrying) -> None:
        chip = self._grid.sheet.by_key.get(hand.load.key)
        best = next((cell for cell, sign in sorted(hand.signs.items()) if sign.best), None)
        start = (chip.day, chip.first) if chip is not None else best or next(iter(sorted(hand.signs)), None)
        self._grid.aim(start)
        self._follow()

    def step(self, across: int, down: int) -> None:
        """Go to the next cell with the keys; a leader or a room goes from chip to chip."""
        hand = self.hand
        if hand is None:
            return
        if not hand.load.goes_to_cells:
            self._grid.cursor_.step(across, down)
            self._grid.aim(None, self._grid.cursor_.key)
            return
        sheet, here = self._grid.sheet, hand.target or (0, 0)
        wanted = (here[0] + across, here[1] + down)
        while 0 <= wanted[0] < len(sheet.days) and 0 <= wanted[1] < len(sheet.bands):
            if sheet.block_at(wanted) is not None:  # where a day has no block nothing can be set down
                self._grid.aim(wanted)
                self._follow()
                return
            wanted = (wanted[0] + across, wanted[1] + down)

    def _follow(self) -> None:
        hand, place = self.hand, self._grid.geometry_
        if hand is not None and hand.target is not None:
            area = place.cell(hand.target).translated(0, place.scroll)
            bar = self._grid.verticalScrollBar()
            bar.setValue(bar.value() + place.scroll_needed(area))

    def move(self, at: QPoint) -> None:
        """Follow the mouse to a place of the screen."""
        hand = self.hand
        if hand is None:
            return
        if self._ghost is not None:
            self._ghost.follow(at)
        spot = self.spot(at)
        hand.outside = spot.beside
        self._zone.aim(spot.beside)
        self._rooms.aim(spot.line)
        self._grid.aim(spot.cell, spot.chip)
        if self._ghost is not None and not hand.load.goes_to_cells:
            self._ghost.say(hand.sign())
        self._scroll(at)

    def _scroll(self, at: QPoint) -> None:
        """Let the week come along where the mouse is at its upper or lower edge."""
        inside = self._grid.viewport().mapFromGlobal(at)
        zone, bar = fonts.px(_SCROLL_ZONE), self._grid.verticalScrollBar()
        if not self._grid.viewport().rect().contains(inside):
            return
        if inside.y() > self._grid.viewport().height() - zone:
            bar.setValue(bar.value() + zone)
        elif inside.y() < self._grid.geometry_.head + zone // 2:
            bar.setValue(bar.value() - zone)

    def spot(self, at: QPoint) -> Spot:
        """Return what there is at a place of the screen for what is carried."""
        hand = self.hand
        inside = self._grid.viewport().mapFromGlobal(at)
        if hand is None:
            return Spot()
        if self._grid.viewport().rect().contains(inside):
            place = self._grid.geometry_
            if hand.load.goes_to_cells or hand.load.kind == "edge":
                cell = place.cell_at(inside)
                return Spot(cell=cell if cell is not None and self._grid.sheet.block_at(cell) else None)
            box = place.box_at(inside)
            return Spot(chip=box.key if box is not None else 0)
        if hand.load.kind != "meeting":
            return Spot()
        if self._shows_rooms():
            return Spot(line=self._rooms.line_at(self._rooms.viewport().mapFromGlobal(at)))
        return Spot(beside=self._side.rect().contains(self._side.mapFromGlobal(at)))

    def _shows_rooms(self) -> bool:
        """Say whether the rooms lie beside the week: then a course is dropped onto one of them."""
        return self._rooms.isVisible() and self._rooms.property("holds") == "room"

    def drop(self, at: QPoint | None = None) -> None:
        """Set down what is carried, at a place of the screen or where the keys are."""
        hand = self.hand
        if hand is None:
            return
        spot = self.spot(at) if at is not None else Spot(cell=hand.target, chip=hand.chip)
        hand.target, hand.chip = spot.cell, spot.chip
        self.cancel()
        self.dropped.emit(hand.load, spot, hand.sign())

    def cancel(self) -> None:
        """Leave everything as it was."""
        if self.hand is None:
            return
        self._grid.carry(None)
        self._rooms.aim(-1)
        self._zone.hide()
        if self._ghost is not None:
            self._ghost.hide()
        self.turned.emit(False)

    def renew(self) -> None:
        """Ask anew what the cells say: the file changed while something is carried."""
        hand = self.hand
        if hand is not None:
            fresh = self._judge(hand.load)
            fresh.target, fresh.chip = hand.target, hand.chip
            self._grid.carry(fresh)
