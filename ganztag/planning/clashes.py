"""What does not fit together in an offer: times, rooms, leaders, children, sizes. Rules on frozen data."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from ganztag.language import N_, Message, nN_, weekday
from ganztag.planning.problem import Slot

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at; *code* is a stable key, *subject* what it is about: (kind, id), *courses* who clash."""

    code: str
    severity: Severity
    message: Message
    subject: tuple[str, int]
    courses: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """A course that counts: planned, offered or running, not cancelled."""

    id: int
    name: str
    min_size: int | None = None
    max_size: int | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A weekly meeting of a course; *leaders* and *room* are ids."""

    id: int
    course: int
    slot: Slot
    room: int | None = None
    leaders: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """A room; in a *shared* one several courses may meet at once; it may be part of another one."""

    id: int
    name: str
    places: int | None = None
    shared: bool = False
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered on one day of the half-year, and who is enrolled (pupil, course) then."""

    courses: tuple[Course, ...]
    meetings: tuple[Meeting, ...] = ()
    rooms: tuple[Room, ...] = ()
    enrolments: tuple[tuple[int, int], ...] = ()
    barred: frozenset[tuple[int, int]] = frozenset()
    leaders: Mapping[int, str] = field(default_factory=dict)
    pupils: Mapping[int, str] = field(default_factory=dict)

    def named(self) -> Mapping[int, Course]:
        return {course.id: course for course in self.courses}


def overlaps(a: Slot, b: Slot) -> bool:
    """Tell whether two times exclude each other by the clock; what ends at 15:30 leaves 15:30 free."""
    return a.weekday == b.weekday and a.starts < b.ends and b.starts < a.ends


def findings(offer: Offer) -> tuple[Finding, ...]:
    """Return all findings, errors first."""
    order = {"error": 0, "warning": 1, "hint": 2}
    found = [finding for rule in RULES for finding in rule(offer)]
    return tuple(sorted(found, key=lambda finding: order[finding.severity]))


def leader_twice(offer: Offer) -> Iterator[Finding]:
    busy = defaultdict(list)
    for meeting in offer.meetings:
        for leader in meeting.leaders:
            busy[leader].append(meeting)
    for leader, meetings in busy.items():
        for one, other in _at_once(meetings):
            name = offer.leaders.get(leader, str(leader))
            message = N_("{leader} leads {course} and {other} at the same time ({time}).", leader=name)
            pair = one.course, other.course
            yield Finding("leader twice", "error", _both(offer, message, one, other), ("staff", leader), pair)


def room_twice(offer: Offer) -> Iterator[Finding]:
    rooms = {room.id: room for room in offer.rooms}
    housed = [meeting for meeting in offer.meetings if meeting.room in rooms]
    for one, other in _at_once(housed):
        room = _in_common(rooms, one.room, other.room)
        if room is not None and not room.shared:
            message = N_("{course} and {other} are in {room} at the same time ({time}).", room=room.name)
            pair = one.course, other.course
            yield Finding("room twice", "error", _both(offer, message, one, other), ("room", room.id), pair)


def pupil_twice(offer: Offer) -> Iterator[Finding]:
    by_course = defaultdict(list)
    for meeting in offer.meetings:
        by_course[meeting.course].append(meeting)
    rivals = {(one.course, other.course): (one, other) for one, other in _at_once(offer.meetings)}
    for pupil, courses in sorted(_courses_of(offer).items()):
        for first, second in combinations(sorted(courses), 2):
            pair = rivals.get((first, second)) or rivals.get((second, first))
            if pair:
                name = offer.pupils.get(pupil, str(pupil))
                message = N_("{pupil} is in {course} and in {other} at the same time ({time}).", pupil=name)
                both = (first, second)
                yield Finding("pupil twice", "error", _both(offer, message, *pair), ("pupil", pupil), both)


def incomplete(offer: Offer) -> Iterator[Finding]:
    met = {meeting.course for meeting in offer.meetings}
    for course in offer.courses:
        if course.id not in met:
            message = N_("{course} has no meeting yet.", course=course.name)
            yield Finding("no meeting", "warning", message, ("course", course.id))
    names = offer.named()
    for meeting in offer.meetings:
        name, time = names[meeting.course].name, when(meeting.slot)
        if meeting.room is None:
            message = N_("{course} has no room ({time}).", course=name, time=time)
            yield Finding("no room", "warning", message, ("course", meeting.course))
        if not meeting.leaders:
            message = N_("{course} has no leader ({time}).", course=name, time=time)
            yield Finding("no leader", "warning", message, ("course", meeting.course))


def sizes(offer: Offer) -> Iterator[Finding]:
    enrolled = Counter(course for _pupil, course in offer.enrolments)
    for course in offer.courses:
        least, most, count = course.min_size or 0, course.max_size, enrolled[course.id]
        about = ("course", course.id)
        if most is not None and least > most:
            message = N_(
                "{course} needs {needed} children, but its maximum is {places}.",
                course=course.name,
                needed=least,
                places=most,
            )
            yield Finding("minimum over maximum", "error", message, about)
        if most is not None and count > most:
            message = N_(
                "{course} has {count} children, but its maximum is {places}.",
                course=course.name,
                count=count,
                places=most,
            )
            yield Finding("over maximum", "error", message, about)
        if 0 < count < least:
            message = nN_(
                "{course} has {count} child and needs {needed}.",
                "{course} has {count} children and needs {needed}.",
                count,
                course=course.name,
                needed=least,
            )
            yield Finding("under minimum", "warning", message, about)


def not_allowed(offer: Offer) -> Iterator[Finding]:
    names = offer.named()
    for pupil, course in sorted(set(offer.enrolments) & offer.barred):
        if course in names:
            message = N_(
                "{pupil} is in {course}, which is not for that year group or class.",
                pupil=offer.pupils.get(pupil, str(pupil)),
                course=names[course].name,
            )
            yield Finding("not allowed", "warning", message, ("pupil", pupil))


def room_too_small(offer: Offer) -> Iterator[Finding]:
    enrolled = Counter(course for _pupil, course in offer.enrolments)
    names, rooms = offer.named(), {room.id: room for room in offer.rooms}
    for course, number in sorted(
        {(m.course, m.room) for m in offer.meetings if m.room in rooms and m.room is not None}
    ):
        room = rooms[number]
        if room.places is not None and enrolled[course] > room.places:
            message = N_(
                "{course} has {count} children, but {room} has room for {places}.",
                course=names[course].name,
                count=enrolled[course],
                room=room.name,
                places=room.places,
            )
            yield Finding("room too small", "warning", message, ("course", course))


RULES: tuple[Callable[[Offer], Iterator[Finding]], ...] = (
    leader_twice, room_twice, pupil_twice, sizes, not_allowed, incomplete, room_too_small,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Day:
    number: int

    def __str__(self) -> str:
        return weekday(self.number, short=True)


def when(slot: Slot) -> Message:
    """Return the time of a slot in words, like Mo 14:00–15:30."""
    starts, ends = (dt.time(*divmod(minutes, 60)) for minutes in (slot.starts, slot.ends))
    return N_("{weekday} {starts}–{ends}", weekday=_Day(slot.weekday), starts=starts, ends=ends)


def _at_once(meetings: Iterable[Meeting]) -> Iterator[tuple[Meeting, Meeting]]:
    """Return the pairs of meetings of different courses that overlap, in a fixed order."""
    by_day = defaultdict(list)
    for meeting in sorted(meetings, key=lambda meeting: (meeting.course, meeting.id)):
        by_day[meeting.slot.weekday].append(meeting)
    for same_day in by_day.values():
        for one, other in combinations(same_day, 2):
            if one.course != other.course and overlaps(one.slot, other.slot):
                yield one, other


def _both(offer: Offer, message: Message, one: Meeting, other: Meeting) -> Message:
    names = offer.named()
    return message.filled(course=names[one.course].name, other=names[other.course].name, time=when(one.slot))


def _in_common(rooms: Mapping[int, Room], one: int | None, other: int | None) -> Room | None:
    """Return the room that both use: the same one, or the larger one of which the other is a part."""
    if other is not None and other in _with_larger(rooms, one):
        return rooms.get(other)
    if one is not None and one in _with_larger(rooms, other):
        return rooms.get(one)
    return None


def _with_larger(rooms: Mapping[int, Room], room: int | None) -> list[int]:
    chain: list[int] = []
    while room is not None and room not in chain:
        chain.append(room)
        room = rooms[room].part_of if room in rooms else None
    return chain


def _courses_of(offer: Offer) -> Mapping[int, set[int]]:
    courses: dict[int, set[int]] = defaultdict(set)
    for pupil, course in offer.enrolments:
        courses[pupil].add(course)
    return courses
