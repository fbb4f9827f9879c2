"""How full the rooms are over the week: each room in each block, taken, free or not available."""

from collections.abc import Iterable
from dataclasses import dataclass

from ganztag.language import sort_key
from ganztag.planning.offer import Block, Meeting, Offer, Room, Window
from ganztag.planning.timing import collide, hindrance

_OF_WEEKS = {"weekly": 1.0, "A": 0.5, "B": 0.5, "once": 0.05}


@dataclass(frozen=True, slots=True)
class Use:
    """A room in a block: the *meetings* in it; *load* is how many of them share it on average (0.5: half the weeks).

    *away* is why it is not available. *clash*: two that exclude each other meet in it.
    """

    room: int
    block: int
    meetings: tuple[int, ...] = ()
    load: float = 0.0
    away: Window | None = None
    clash: bool = False

    @property
    def is_free(self) -> bool:
        return not self.meetings and self.away is None


@dataclass(frozen=True, slots=True)
class RoomUse:
    """A room over the week; *uses* has one for each block in the order of `blocks_of`."""

    room: int
    uses: tuple[Use, ...]

    @property
    def taken(self) -> int:
        """Return in how many blocks something meets."""
        return sum(bool(use.meetings) for use in self.uses)

    @property
    def open(self) -> int:
        """Return in how many blocks the room could be used."""
        return sum(bool(use.meetings) or use.away is None for use in self.uses)


def blocks_of(offer: Offer) -> tuple[Block, ...]:
    """Return the blocks in the order of the week."""
    return tuple(sorted(offer.blocks, key=lambda block: (block.weekday, block.starts, block.ends, block.id)))


def occupation(offer: Offer) -> tuple[RoomUse, ...]:
    """Return all rooms in the order of their names; a meeting in a part of a room is also in the whole."""
    blocks = blocks_of(offer)
    rooms = sorted(offer.rooms, key=lambda room: (sort_key(room.name), room.id))
    return tuple(RoomUse(room.id, tuple(_use(offer, room, block) for block in blocks)) for room in rooms)


def _use(offer: Offer, room: Room, block: Block) -> Use:
    meetings = [m for m in offer.index.housed.get(room.id, ()) if _in_block(m, block)]
    asked = Meeting(0, 0, block.weekday, block.starts, block.ends, block.id)
    away = hindrance(room.windows, asked, first=offer.first, last=offer.last)
    ids = tuple(meeting.id for meeting in meetings)
    clash = not room.shared and _clash(offer, meetings)
    return Use(room.id, block.id, ids, sum(_load(meeting, block) for meeting in meetings), away, clash)


def _in_block(meeting: Meeting, block: Block) -> bool:
    return meeting.weekday == block.weekday and meeting.starts < block.ends and block.starts < meeting.ends


def _load(meeting: Meeting, block: Block) -> float:
    shared = min(meeting.ends, block.ends) - max(meeting.starts, block.starts)
    return _OF_WEEKS.get(meeting.rhythm, 1.0) * shared / max(block.ends - block.starts, 1)


def _clash(offer: Offer, meetings: list[Meeting]) -> bool:
    pairs = ((one, other) for place, one in enumerate(meetings) for other in meetings[place + 1 :])
    return any(one.course != other.course and collide(offer, one, other) for one, other in pairs)


def free_in(uses: Iterable[RoomUse], place: int) -> int:
    """Return how many rooms are free in the block at *place*."""
    return sum(row.uses[place].is_free for row in uses)
