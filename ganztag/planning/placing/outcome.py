"""The answer: where each meeting goes, what stays without a place and why, and how good that is at each level."""

from collections.abc import Sequence
from dataclasses import dataclass

from ganztag.language import N_, Message
from ganztag.planning.offer import Meeting, Offer

LEFT, MEETINGS, BLOCKS, ROOMS, LEADERS, POINTS = "left", "meetings", "blocks", "rooms", "leaders", "points"

_LABELS = {
    LEFT: N_("Courses without a place"),
    MEETINGS: N_("Meetings without a place"),
    BLOCKS: N_("Meetings moved to another time"),
    ROOMS: N_("Meetings moved to another room"),
    LEADERS: N_("Changes of leaders"),
    POINTS: N_("Points for what is not ideal"),
}


@dataclass(frozen=True, slots=True)
class Level:
    """One of the ordered aims, all wanted small: the value reached, and the bound that no proposal falls below."""

    name: str
    value: int
    bound: int
    proven: bool

    @property
    def label(self) -> Message:
        return _LABELS[self.name]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a meeting goes; *was* is where it is now, None for one that has no place yet."""

    course: int
    was: Meeting | None
    block: int | None
    weekday: int
    starts: int
    ends: int
    room: int | None
    leaders: tuple[int, ...]

    @property
    def moves(self) -> bool:
        """Whether anything changes for a meeting that had a place."""
        return self.was is not None and (self.moves_time or self.moves_room or self.moves_leaders)

    @property
    def stays(self) -> bool:
        return self.was is not None and not self.moves

    @property
    def moves_time(self) -> bool:
        now = (self.block, self.weekday, self.starts, self.ends)
        return self.was is not None and now != (self.was.block, self.was.weekday, self.was.starts, self.was.ends)

    @property
    def moves_room(self) -> bool:
        return self.was is not None and self.was.room is not None and self.room != self.was.room

    @property
    def moves_leaders(self) -> bool:
        return self.was is not None and frozenset(self.leaders) != frozenset(self.was.leaders)


@dataclass(frozen=True, slots=True)
class Hurdle:
    """What is in the way at one time of the week."""

    weekday: int
    starts: int
    ends: int
    block: int | None
    message: Message


@dataclass(frozen=True, slots=True)
class Left:
    """A need without a legal place: *meetings* stay where they are, though something is wrong; none: it waits on."""

    course: int
    meetings: tuple[Meeting, ...]
    reason: Message
    hurdles: tuple[Hurdle, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """A proposal for the *chosen* courses of an offer; *stopped*: it was cut short by the user or by time."""

    offer: Offer
    chosen: frozenset[int]
    placed: tuple[Placed, ...]
    left: tuple[Left, ...]
    levels: tuple[Level, ...]
    stopped: bool
    seconds: float
    solver: str

    @property
    def proven(self) -> bool:
        return all(level.proven for level in self.levels)

    def level(self, name: str) -> Level:
        return next(level for level in self.levels if level.name == name)

    def changes(self) -> tuple[Placed, ...]:
        """Return what would be written."""
        return tuple(placed for placed in self.placed if not placed.stays)


def honest(levels: Sequence[Level]) -> tuple[Level, ...]:
    """Take back the proofs that rest on a level without one."""
    found: list[Level] = []
    for level in levels:
        sure = level.proven and all(before.proven for before in found)
        found.append(Level(level.name, level.value, level.bound, proven=sure))
    return tuple(found)
