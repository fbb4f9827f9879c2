"""What an exchange starts from: who is in what, what each child would rather have, and what each course takes."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ganztag.planning.candidates import Interval

Pair = tuple[int, int]
"""Pupil and course."""


@dataclass(frozen=True, slots=True)
class Option:
    """A course that a child is in (*now*) or could be in.

    *ranks* has the rank in each slot that it fills: 0 for what was asked for since the ballot, None without a wish.
    """

    pupil: int
    course: int
    ranks: tuple[tuple[int, int | None], ...]
    times: tuple[Interval, ...]
    now: bool = False

    @property
    def pair(self) -> Pair:
        return (self.pupil, self.course)


@dataclass(frozen=True, slots=True)
class Room:
    """How many children a course takes; *others* are in it and not among the options."""

    course: int
    least: int | None = None
    most: int | None = None
    others: int = 0


@dataclass(frozen=True, slots=True)
class Limit:
    """Of these pairs at least and at most so many; what is broken already need not be mended, only not made worse."""

    pairs: frozenset[Pair]
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True)
class Case:
    """*queue* holds (course, pupil), first in the list first. *locked* pairs stay as they are. *seed* is of the lot."""

    options: tuple[Option, ...]
    rooms: tuple[Room, ...]
    queue: tuple[tuple[int, int], ...] = ()
    locked: frozenset[Pair] = frozenset()
    apart: frozenset[tuple[int, int]] = frozenset()
    limits: tuple[Limit, ...] = ()
    seed: int = 1

    @cached_property
    def worst(self) -> int:
        """Return the value of a place without a wish; none at all is one worse."""
        return max((rank for one in self.options for _slot, rank in one.ranks if rank is not None), default=0) + 1

    @cached_property
    def now(self) -> Mapping[tuple[int, int], int]:
        """Return (pupil, slot) -> the value of what the child has there."""
        return {(one.pupil, slot): self.value(rank) for one in self.options if one.now for slot, rank in one.ranks}

    @cached_property
    def sizes(self) -> Mapping[int, int]:
        inside = Counter(one.course for one in self.options if one.now)
        return {room.course: room.others + inside[room.course] for room in self.rooms}

    @cached_property
    def of_pupil(self) -> Mapping[int, tuple[int, ...]]:
        """Return the places of each child's options."""
        found: dict[int, list[int]] = defaultdict(list)
        for place, one in enumerate(self.options):
            found[one.pupil].append(place)
        return {pupil: tuple(places) for pupil, places in found.items()}

    def value(self, rank: int | None) -> int:
        return self.worst if rank is None else rank

    def value_now(self, pupil: int, slot: int) -> int:
        """Return what the child has in a slot; smaller is better."""
        return self.now.get((pupil, slot), self.worst + 1)

    def gain(self, option: Option) -> int:
        """Return by how many steps a child would be better off with an option, over all its slots."""
        return sum(self.value_now(option.pupil, slot) - self.value(rank) for slot, rank in option.ranks)
