"""What is answered to "does it fit?": frozen rows for the week, its lists, and the search for a room."""

from dataclasses import dataclass
from typing import Literal

from ganztag.language import Message
from ganztag.planning.clashes import Finding

State = Literal["fits", "consequences", "no"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a meeting fits into a block, in which room, and why; *short* and *more* are two lines for the cell.

    *findings* are what would be new there, errors first; *reason* is one line for a list of places; *children* are how
    many would be affected, *distance* how far it is from where the meeting is now (smaller is nearer).
    """

    block: int
    state: State
    best: bool
    room: int | None
    findings: tuple[Finding, ...]
    short: Message
    more: Message | None = None
    reason: Message | None = None
    leaders: tuple[int, ...] = ()
    children: int = 0
    distance: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A meeting (0: the draft) that goes to a block and a room; *course* is its course."""

    meeting: int
    block: int
    room: int | None
    course: int = 0


@dataclass(frozen=True, slots=True)
class Swap:
    """One or two moves after which the meeting stands without an error where they *solve*; *cost* says the price.

    *partner* is the meeting that makes room; *findings* are what the moves would newly cause.
    """

    moves: tuple[Move, ...]
    solves: bool
    findings: tuple[Finding, ...]
    partner: int
    cost: Message
    children: int = 0
    rooms_changed: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """A course of which *missing* meetings have no place yet."""

    course: int
    missing: int


@dataclass(frozen=True, slots=True)
class FreeRoom:
    """A room at a time: whether it is free, whether it fits (seats, equipment), and why, or why not."""

    room: int
    free: bool
    fits: bool
    reason: Message


@dataclass(frozen=True, slots=True)
class LeaderFit:
    """Whether somebody can lead a meeting (too), and what that would newly cause."""

    meeting: int
    state: State
    findings: tuple[Finding, ...]
    short: Message
    more: Message | None = None
