"""Looking up instead of searching: the rows of an offer by what they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from ganztag.planning.offer import Block, Child, Course, Leader, Meeting, Offer, Room


class _Row(Protocol):
    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=_Row)


@dataclass(frozen=True)
class Index:
    """Rows by id, and what belongs to them. A room's *housed* are the meetings in it or in a part or whole of it."""

    course: Mapping[int, Course]
    meeting: Mapping[int, Meeting]
    block: Mapping[int, Block]
    room: Mapping[int, Room]
    leader: Mapping[int, Leader]
    child: Mapping[int, Child]
    meetings_of: Mapping[int, tuple[Meeting, ...]]
    housed: Mapping[int, tuple[Meeting, ...]]
    led_by: Mapping[int, tuple[Meeting, ...]]
    enrolled: Mapping[int, frozenset[int]]
    courses_of: Mapping[int, frozenset[int]]

    @classmethod
    def of(cls, offer: Offer) -> Index:
        rooms = _by_id(offer.rooms)
        return cls(
            course=_by_id(offer.courses),
            meeting=_by_id(offer.meetings),
            block=_by_id(offer.blocks),
            room=rooms,
            leader=_by_id(offer.leaders),
            child=_by_id(offer.children),
            meetings_of=_grouped((m.course, m) for m in offer.meetings),
            housed=_grouped((room, m) for m in offer.meetings for room in related(rooms, m.room)),
            led_by=_grouped((leader, m) for m in offer.meetings for leader in m.leaders),
            enrolled=_sets((e.course, e.child) for e in offer.enrolments),
            courses_of=_sets((e.child, e.course) for e in offer.enrolments),
        )


K = TypeVar("K")
V = TypeVar("V")


def _by_id(rows: Iterable[R]) -> dict[int, R]:
    return {row.id: row for row in rows}


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _sets(pairs: Iterable[tuple[K, V]]) -> dict[K, frozenset[V]]:
    found: dict[K, set[V]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return {key: frozenset(values) for key, values in found.items()}


def wholes(rooms: Mapping[int, Room], room: int | None) -> tuple[int, ...]:
    """Return the room and the larger ones that it is a part of, itself first."""
    chain: list[int] = []
    while room is not None and room in rooms and room not in chain:
        chain.append(room)
        room = rooms[room].part_of
    return tuple(chain)


def related(rooms: Mapping[int, Room], room: int | None) -> frozenset[int]:
    """Return the rooms that are used when *room* is: itself, its wholes and its parts."""
    if room is None or room not in rooms:
        return frozenset()
    return frozenset({*wholes(rooms, room), *(other for other in rooms if room in wholes(rooms, other))})
