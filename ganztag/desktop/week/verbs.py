"""What can be done in the week, each the gesture of a hand or a key: move, place, stretch, swap, lead, take out."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ganztag.desktop import icons
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.week.carrier import Spot
from ganztag.desktop.week.carrying import Load, Sign
from ganztag.desktop.week.grid import WeekGrid
from ganztag.desktop.week.sheet import Chip
from ganztag.desktop.widgets.banner import Banner
from ganztag.language import _
from ganztag.operations import moving
from ganztag.operations.operation import Operation
from ganztag.planning.fitting import Move, Swap, Verdict

_NAMES: tuple[tuple[str, str, Callable[[], str]], ...] = (
    ("open", "book-open", lambda: _("Open the course")),
    ("where", "search", lambda: _("Where does it fit?")),
    ("swap", "arrow-left-right", lambda: _("What to swap with?")),
    ("stretch", "plus", lambda: _("Stretch over the next block")),
    ("shrink", "minus", lambda: _("Shorten by a block")),
    ("room", "door-open", lambda: _("Choose a room")),
    ("leader", "user", lambda: _("Add a leader")),
    ("fix", "pin", lambda: _("Fix or free the place")),
    ("remove", "x", lambda: _("Take out of the week")),
)


class WeekVerbs(QObject):
    """Turns what was set down into one operation each, and says what follows from it."""

    def __init__(self, desk: Desk, grid: WeekGrid, banner: Banner, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._grid, self._banner = desk, grid, banner
        self.actions = {key: QAction(icons.icon(icon), "", owner) for key, icon, _name in _NAMES}
        for key, action in self.actions.items():
            action.setData(key)
        self._told_at = desk.office.revision

    def retranslate(self) -> None:
        for key, _icon, name in _NAMES:
            self.actions[key].setText(name())

    def all(self) -> Sequence[QAction]:
        return tuple(self.actions.values())

    def _do(self, operation: Operation[Any]) -> bool:
        """Do it and say whether anything changed; an objection stands in the banner."""
        before = self._desk.office.revision
        self._banner.clear()
        with objections(self._banner):
            self._desk.office.do(operation)
        self._told_at = self._desk.office.revision
        return self._told_at != before

    def forget(self) -> None:
        """Take back what was said of the last deed, once something else happened or it was undone."""
        if self._desk.office.revision != self._told_at:
            self._banner.clear()

    def _refuse(self, sentence: str, tone: str) -> None:
        self._told_at = self._desk.office.revision
        self._banner.say(sentence, tone=tone)

    def set_down(self, load: Load, spot: Spot, sign: Sign | None) -> None:
        """Do what a load that was set down at a spot asks for; nothing where it stays where it was."""
        if load.kind == "course" and spot.cell is not None:
            self._place(load, spot, sign)
        elif load.kind == "meeting":
            self._set_down_chip(load, spot, sign)
        elif load.kind == "edge" and spot.cell is not None:
            self._reach(load, spot.cell[1])
        elif spot.chip:
            self._give(load, self._grid.sheet.by_key[spot.chip], sign)

    def _place(self, load: Load, spot: Spot, sign: Sign | None) -> None:
        cell, sheet = spot.cell, self._grid.sheet
        block = sheet.block_at(cell) if cell is not None else None
        if block is None or cell is None:
            return
        room, leaders = (sign.room, sign.leaders) if sign is not None else (None, ())
        if self._do(moving.place(load.id, block.id, room, leaders)):
            chips = self._grid.sheet.in_cell.get(cell, ())
            self._show(next((chip for chip in chips if chip.course == load.id), None))
            self._tell(load.name, sign)

    def _show(self, chip: Chip | None) -> None:
        """Choose what was just set down, so that what speaks against it stands beside the week."""
        if chip is not None:
            self._grid.choose(chip.key)

    def _set_down_chip(self, load: Load, spot: Spot, sign: Sign | None) -> None:
        chip = self._grid.sheet.by_key.get(load.key)
        if spot.beside:
            self._do(moving.unplace(load.meetings))
        elif chip is not None and spot.cell is not None and spot.cell != (chip.day, chip.first):
            room = sign.room if sign is not None and sign.state != "no" else moving.KEEP
            if self.move(chip, spot.cell, room):
                self._tell(load.name, sign)

    def move(self, chip: Chip, cell: tuple[int, int], room: int | None = moving.KEEP) -> bool:
        """Move a chip with all its blocks to begin in a cell; say so where the day has not enough blocks."""
        blocks = self._grid.sheet.next_blocks(cell, len(chip.meetings))
        if len(blocks) < len(chip.meetings):
            self._refuse(_("{course} would not end before the day does.", course=chip.title), "bad")
            return False
        steps = [Move(meeting, block, room) for meeting, block in zip(chip.meetings, blocks, strict=True)]
        if len(steps) == 1:
            return self._do(moving.move(steps[0].meeting, steps[0].block, room))
        return self._do(moving.move_all(steps))

    def _reach(self, load: Load, band: int) -> None:
        """Let a chip end in a band: stretch or shorten it."""
        chip = self._grid.sheet.by_key.get(load.key)
        if chip is None:
            return
        if band > chip.last:
            self._do(moving.stretch(chip.meetings[-1], self._blocks_below(chip, band - chip.last)))
        elif chip.first <= band < chip.last:
            self._do(moving.shrink(chip.meetings[band - chip.first + 1 :]))

    def _blocks_below(self, chip: Chip, count: int) -> tuple[int, ...]:
        return self._grid.sheet.next_blocks((chip.day, chip.last + 1), count)

    def _give(self, load: Load, chip: Chip, sign: Sign | None) -> None:
        is_leader = load.kind == "leader"
        done = self._do(moving.lead_too(chip.meetings, load.id)) if is_leader else self.set_room(chip, load.id)
        if done:
            self._show(self._grid.sheet.by_meeting.get(chip.meetings[0]))
            self._tell(chip.title, sign)

    def set_room(self, chip: Chip, room_id: int) -> bool:
        return self._do(moving.set_room(chip.meetings, room_id))

    def stretch(self, chip: Chip) -> None:
        self._do(moving.stretch(chip.meetings[-1], self._blocks_below(chip, 1)))

    def shrink(self, chip: Chip) -> None:
        if chip.is_span:
            self._do(moving.shrink(chip.meetings[-1:]))
        else:
            self._refuse(_("{course} is one block long.", course=chip.title), "warn")

    def take_out(self, chip: Chip) -> None:
        self._do(moving.unplace(chip.meetings))

    def fix(self, chip: Chip) -> None:
        self._do(moving.fix(chip.meetings, fixed=not chip.fixed))

    def go_to_place(self, load: Load, verdict: Verdict, leaders: Sequence[int]) -> None:
        """Put what was asked about where it fits."""
        cell = self._grid.sheet.cell_of_block.get(verdict.block)
        chip = self._grid.sheet.by_key.get(load.key)
        if load.kind == "course":
            done = self._do(moving.place(load.id, verdict.block, verdict.room, verdict.leaders or tuple(leaders)))
            self._show(next((chip for chip in self._grid.sheet.chips if chip.course == load.id), None))
        elif chip is not None and cell is not None:
            done = self.move(chip, cell, verdict.room)
        else:
            done = self._do(moving.move(load.meetings[0], verdict.block, verdict.room))
        if done:
            self._tell(load.name, Sign(verdict.state, str(verdict.short), str(verdict.more or "")))

    def swap(self, swap: Swap, leaders: Sequence[int] = ()) -> None:
        """Do all moves of a swap; a course that waits takes the place that the others leave, with its *leaders*."""
        away = [step for step in swap.moves if step.meeting]
        new = next((step for step in swap.moves if not step.meeting), None)
        if new is None:
            self._do(moving.swap(away))
        elif self._do(moving.make_room(new.course, new.block, new.room, leaders, away)):
            self._show(next((chip for chip in self._grid.sheet.chips if chip.course == new.course), None))

    def _tell(self, name: str, sign: Sign | None) -> None:
        """Say what follows from a deed, with the way back; what fits needs no words."""
        if sign is None or sign.state == "fits":
            return
        why = " · ".join(part for part in (sign.short, sign.more) if part)
        tone = "bad" if sign.state == "no" else "warn"
        action = (_("Undo"), self._desk.way_back())
        self._banner.say(_("{course}: {why}", course=name, why=why), tone=tone, action=action)
