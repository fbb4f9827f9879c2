"""Looking up instead of searching: the rows of an offer by what they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from ganztag.planning.offer import (
        Block,
        Child,
        Course,
        Earned,
        Enrolment,
        Leader,
        Meeting,
        Offer,
        Room,
        Session,
        Wish,
    )


class _Row(Protocol):
    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=_Row)


class Index:
    """Rows by id, and what belongs to them. A room's *housed* are the meetings in it or in a part or whole of it.

    Each mapping is built when it is first asked for; one made after another takes over those whose parts of the offer
    have not *changed*.
    """

    def __init__(self, offer: Offer, before: Index | None = None, changed: frozenset[str] = frozenset()) -> None:
        self._offer = offer
        if before is not None:
            kept = {name: found for name, found in before.__dict__.items() if changed.isdisjoint(PARTS.get(name, _ALL))}
            self.__dict__.update({name: found for name, found in kept.items() if name in PARTS})

    @cached_property
    def course(self) -> Mapping[int, Course]:
        return _by_id(self._offer.courses)

    @cached_property
    def meeting(self) -> Mapping[int, Meeting]:
        return _by_id(self._offer.meetings)

    @cached_property
    def block(self) -> Mapping[int, Block]:
        return _by_id(self._offer.blocks)

    @cached_property
    def room(self) -> Mapping[int, Room]:
        return _by_id(self._offer.rooms)

    @cached_property
    def leader(self) -> Mapping[int, Leader]:
        return _by_id(self._offer.leaders)

    @cached_property
    def child(self) -> Mapping[int, Child]:
        return _by_id(self._offer.children)

    @cached_property
    def meetings_of(self) -> Mapping[int, tuple[Meeting, ...]]:
        """Course -> its meetings."""
        return _grouped((m.course, m) for m in self._offer.meetings)

    @cached_property
    def on_weekday(self) -> Mapping[int, tuple[Meeting, ...]]:
        """Weekday -> its meetings."""
        return _grouped((m.weekday, m) for m in self._offer.meetings)

    @cached_property
    def related(self) -> Mapping[int, frozenset[int]]:
        """Room -> the rooms that are used when it is: itself, its wholes and its parts."""
        found: dict[int, set[int]] = {room.id: {room.id} for room in self._offer.rooms}
        for room in self._offer.rooms:
            for whole in wholes(self.room, room.id):
                found[room.id].add(whole)
                found[whole].add(room.id)
        return {room: frozenset(others) for room, others in found.items()}

    @cached_property
    def housed(self) -> Mapping[int, tuple[Meeting, ...]]:
        related = self.related
        rooms = ((m, related.get(m.room, ())) for m in self._offer.meetings if m.room is not None)
        return _grouped((room, m) for m, used in rooms for room in used)

    @cached_property
    def led_by(self) -> Mapping[int, tuple[Meeting, ...]]:
        return _grouped((leader, m) for m in self._offer.meetings for leader in m.leaders)

    @cached_property
    def papers_are_noted(self) -> bool:
        """Whether the school has noted anything of its leaders' papers."""
        return any(paper.state != "missing" for leader in self._offer.leaders for paper in leader.papers)

    @cached_property
    def contracts_are_noted(self) -> bool:
        return any(leader.contracts for leader in self._offer.leaders)

    @cached_property
    def enrolled(self) -> Mapping[int, frozenset[int]]:
        """Course -> the children in it, now or later in the half-year."""
        return _sets((e.course, e.child) for e in self._offer.enrolments)

    @cached_property
    def courses_of(self) -> Mapping[int, frozenset[int]]:
        """Child -> the courses it is in, now or later in the half-year."""
        return _sets((e.child, e.course) for e in self._offer.enrolments)

    @cached_property
    def stays(self) -> Mapping[tuple[int, int], tuple[Enrolment, ...]]:
        """(child, course) -> its enrolments."""
        return _grouped(((e.child, e.course), e) for e in self._offer.enrolments)

    @cached_property
    def stays_again(self) -> Mapping[int, frozenset[int]]:
        """Child -> the courses in which it is enrolled more than once, one after the other or by mistake."""
        return _sets(key for key, stays in self.stays.items() if len(stays) > 1)

    @cached_property
    def stays_ending(self) -> frozenset[int]:
        """The children with an enrolment that has a last day."""
        return frozenset(e.child for e in self._offer.enrolments if e.last is not None)

    @cached_property
    def size(self) -> Mapping[int, int]:
        """Course -> how many children are in it at most at the same time, from today on."""
        spans = _grouped((e.course, (e.first or date.min, e.last or date.max)) for e in self._offer.enrolments)
        return {course: _most_at_once(found) for course, found in spans.items()}

    @cached_property
    def booked(self) -> Mapping[int, frozenset[int]]:
        """Weekday -> the children who stay."""
        return _sets((weekday, child.id) for child in self._offer.children for weekday in child.booked)

    @cached_property
    def unbooked(self) -> frozenset[int]:
        """The children of whom nobody said on which days they stay."""
        return frozenset(child.id for child in self._offer.children if not child.booked)

    @cached_property
    def leaves(self) -> Mapping[int, Mapping[int, int]]:
        """Weekday -> child -> minutes since midnight at which it goes home."""
        found: dict[int, dict[int, int]] = defaultdict(dict)
        for child in self._offer.children:
            for weekday, minutes in child.leaves.items():
                found[weekday][child.id] = minutes
        return dict(found)

    @cached_property
    def of_year(self) -> Mapping[int | None, frozenset[int]]:
        """Year group -> its children."""
        return _sets((child.year_group, child.id) for child in self._offer.children)

    @cached_property
    def of_class(self) -> Mapping[int, frozenset[int]]:
        """Class or group -> its children."""
        return _sets((key, child.id) for child in self._offer.children for key in child.classes)

    @cached_property
    def school_days(self) -> Mapping[int, tuple[date, ...]]:
        """Weekday -> its days in the half-year on which not all are off."""
        offer = self._offer
        off = [(row.first, row.last) for row in offer.days_off if row.year_group is None and row.school_class is None]
        days = (date.fromordinal(number) for number in range(offer.first.toordinal(), offer.last.toordinal() + 1))
        return _grouped((d.isoweekday(), d) for d in days if not any(first <= d <= last for first, last in off))

    @cached_property
    def wished(self) -> Mapping[int, tuple[Wish, ...]]:
        """Course -> the wishes for it of which an allocation can still make something."""
        return _grouped((wish.course, wish) for wish in self._offer.wishes if not wish.settled)

    @cached_property
    def changed(self) -> frozenset[tuple[int, date]]:
        """The (meeting, series day) on which something is other than in the series, cancelled ones included."""
        return frozenset((session.meeting, session.series_day) for session in self._offer.sessions if not session.lost)

    @cached_property
    def with_changes(self) -> frozenset[int]:
        """The meetings of which any session is other than in the series."""
        return frozenset(meeting for meeting, _day in self.changed)

    @cached_property
    def other_than_usual(self) -> tuple[Session, ...]:
        """The changed sessions that are held, of meetings and courses that are there."""
        sessions = (session for session in self._offer.sessions if session.held)
        return tuple(one for one in sessions if one.meeting in self.meeting and one.course in self.course)

    @cached_property
    def beside(self) -> Mapping[int, tuple[Meeting | Session, ...]]:
        """Changed session -> what of other courses takes place at the same time on its day."""
        from ganztag.planning.single import beside  # noqa: PLC0415 -- it knows the rows, which know this index

        return {session.id: tuple(beside(self._offer, session)) for session in self.other_than_usual}

    @cached_property
    def pay(self) -> tuple[Earned, ...]:
        """What each leader who is paid earns in each calendar year under each allowance."""
        from ganztag.planning.pay import in_all  # noqa: PLC0415 -- it knows the rows, which know this index

        return in_all(self._offer)


PARTS: Mapping[str, frozenset[str]] = {
    "course": frozenset({"courses"}),
    "meeting": frozenset({"meetings"}),
    "block": frozenset({"blocks"}),
    "room": frozenset({"rooms"}),
    "leader": frozenset({"leaders"}),
    "child": frozenset({"children"}),
    "meetings_of": frozenset({"meetings"}),
    "on_weekday": frozenset({"meetings"}),
    "related": frozenset({"rooms"}),
    "housed": frozenset({"meetings", "rooms"}),
    "led_by": frozenset({"meetings"}),
    "papers_are_noted": frozenset({"leaders"}),
    "contracts_are_noted": frozenset({"leaders"}),
    "enrolled": frozenset({"enrolments"}),
    "courses_of": frozenset({"enrolments"}),
    "stays": frozenset({"enrolments"}),
    "stays_again": frozenset({"enrolments"}),
    "stays_ending": frozenset({"enrolments"}),
    "size": frozenset({"enrolments"}),
    "booked": frozenset({"children"}),
    "unbooked": frozenset({"children"}),
    "leaves": frozenset({"children"}),
    "of_year": frozenset({"children"}),
    "of_class": frozenset({"children"}),
    "school_days": frozenset({"days_off", "first", "last"}),
    "wished": frozenset({"wishes"}),
    "changed": frozenset({"sessions"}),
    "with_changes": frozenset({"sessions"}),
    "other_than_usual": frozenset({"sessions", "meetings", "courses"}),
    "beside": frozenset({"sessions", "meetings", "courses", "dates"}),
    "pay": frozenset({"sessions", "meetings", "dates", "leaders", "earned"}),
}
"""Each mapping, and the parts of the offer it is made of."""

_ALL: frozenset[str] = frozenset().union(*PARTS.values())
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


def _most_at_once(spans: tuple[tuple[date, date], ...]) -> int:
    """Return the most that hold on one day; somebody comes before somebody else may go."""
    if all(span == spans[0] for span in spans):
        return len(spans)
    return max(sum(first <= start <= last for first, last in spans) for start in {first for first, _last in spans})


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
