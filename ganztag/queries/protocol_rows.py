"""What the protocol of an allocation draws: rules, goals, figures, courses and each child's result; frozen rows."""

from dataclasses import dataclass
from datetime import datetime

from ganztag.queries.paper_rows import PersonName, SchoolHead, Words


@dataclass(frozen=True, slots=True)
class ProtocolLevel:
    """A goal in its place: the value reached and the bound that no plan can pass."""

    label: Words
    value: int
    bound: int
    proven: bool


@dataclass(frozen=True, slots=True)
class ProtocolCourse:
    """A course with its children: *wished* it at any rank, *first* as their first wish, are *inside* by this plan.

    *taken* places were held before. *needed*: so many it would have taken; None: it runs.
    """

    id: int
    name: str
    min_size: int | None
    max_size: int | None
    taken: int
    wished: int
    first: int
    inside: int
    needed: int | None = None


@dataclass(frozen=True, slots=True)
class ProtocolWish:
    """A wish and, where its course has fewer places than wishes, its *lot*; the lower lot comes first."""

    rank: int
    course: str
    lot: int | None = None


@dataclass(frozen=True, slots=True)
class ProtocolBlock:
    """What a child wished in a block, and what it *got*; empty: no place. *reason*: why not better, or why fixed."""

    weekday: int
    wishes: tuple[ProtocolWish, ...] = ()
    got: str = ""
    rank: int | None = None
    reason: Words = ""


@dataclass(frozen=True, slots=True)
class ProtocolChild:
    """A child by its name, or without names by the *number* of its slip alone; *id* is what the lot takes."""

    id: int
    name: PersonName
    class_name: str
    number: str
    blocks: tuple[ProtocolBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class ProtocolSheet:
    """The protocol of one allocation; *accepted_at* None: a proposal. *named*: with the children's names.

    *by_hand*: it was changed by hand. *fixed* and *changes* are whole sentences. *solver_words* name program and
    hashes, by which the same plan can be told.
    """

    head: SchoolHead
    ballot: str
    as_of: datetime
    named: bool
    accepted_at: datetime | None
    by_hand: bool
    rules: tuple[Words, ...]
    goal: Words
    seed: str
    levels: tuple[ProtocolLevel, ...]
    children_count: int
    places: int
    counts: tuple[tuple[int, int], ...]
    others: int
    unplaced: int
    courses: tuple[ProtocolCourse, ...]
    fixed: tuple[Words, ...]
    changes: tuple[Words, ...]
    children: tuple[ProtocolChild, ...]
    solver_words: tuple[str, ...]
