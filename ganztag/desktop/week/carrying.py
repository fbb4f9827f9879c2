"""What is being carried over the week, by mouse or by keyboard, and where it may be set down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ganztag.desktop.week.sheet import Cell

KINDS = Literal["meeting", "course", "leader", "room", "edge"]
ICONS = {"fits": "circle-check", "consequences": "triangle-alert", "no": "circle-x"}
TONES = {"fits": "ok", "consequences": "warn", "no": "bad"}


@dataclass(frozen=True, slots=True)
class Load:
    """A chip that stands in the week, a course that waits, somebody who may lead, a room, or the lower edge of a chip.

    *key* is the chip's, 0 where it has none; *id* that of the course, the leader or the room.
    """

    kind: KINDS
    id: int
    name: str
    line: str = ""
    colour: int | None = None
    key: int = 0
    meetings: tuple[int, ...] = ()

    @property
    def goes_to_cells(self) -> bool:
        return self.kind in ("meeting", "course")


@dataclass(frozen=True, slots=True)
class Sign:
    """What a cell says while something is carried: fits, consequences or no, with two lines that say why."""

    state: str
    short: str
    more: str = ""
    best: bool = False
    room: int | None = None
    leaders: tuple[int, ...] = ()


@dataclass
class Carrying:
    """The load with the signs of all cells and where it is now; *chip* is the one that a leader or room is over."""

    load: Load
    signs: Mapping[Cell, Sign] = field(default_factory=dict)
    chip_signs: Mapping[int, Sign] = field(default_factory=dict)
    target: Cell | None = None
    chip: int = 0
    outside: bool = False

    def sign(self) -> Sign | None:
        """Return what is said of where it is now."""
        if self.load.goes_to_cells:
            return self.signs.get(self.target) if self.target is not None else None
        return self.chip_signs.get(self.chip)
