"""What stays where it is, and whether something fits beside it: rooms, leaders and children, each with its reason."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from ganztag.language import N_, Message
from ganztag.planning.offer import Course, Leader, Meeting, Offer, Room
from ganztag.planning.timing import collide, gap, hindrance, in_common, share_a_date, span


@dataclass(slots=True)
class Standing:
    """The meetings that are not moved. What is asked twice about the same time is answered from memory."""

    offer: Offer
    housed: Mapping[int, tuple[Meeting, ...]]
    led: Mapping[int, tuple[Meeting, ...]]
    of_course: Mapping[int, tuple[Meeting, ...]]
    _answers: dict[tuple[object, ...], Message | None] = field(default_factory=dict)

    @staticmethod
    def of(offer: Offer, moving: Collection[int]) -> "Standing":
        """Return what stays when the meetings with the ids *moving* do not."""
        gone = frozenset(moving)
        housed, led, of_course = defaultdict(list), defaultdict(list), defaultdict(list)
        for meeting in sorted(offer.meetings, key=lambda meeting: meeting.id):
            if meeting.id in gone:
                continue
            of_course[meeting.course].append(meeting)
            for room in offer.index.related.get(meeting.room or 0, ()):
                housed[room].append(meeting)
            for leader in meeting.leaders:
                led[leader].append(meeting)
        return Standing(offer, _frozen(housed), _frozen(led), _frozen(of_course))

    def room(self, meeting: Meeting, room: Room) -> Message | None:
        """Return why the room is not free for a meeting; None: it is."""
        return self._known(("room", room.id), meeting, lambda: self._room(meeting, room))

    def _room(self, meeting: Meeting, room: Room) -> Message | None:
        first, last = span(self.offer, meeting)
        window = hindrance(room.windows, meeting, first=first, last=last)
        if window is not None:
            if window.reason and not window.available:
                return N_("{room} is not available ({reason})", room=room.name, reason=window.reason)
            return N_("{room} is not available", room=room.name)
        placed = replace(meeting, room=room.id)
        for other in self.housed.get(room.id, ()):
            if in_the_way(self.offer, placed, other):
                return N_("{room} is taken by {course}", room=room.name, course=name_of(self.offer, other))
        return None

    def leader(self, meeting: Meeting, leader: Leader) -> Message | None:
        """Return why somebody cannot lead the meeting, wherever it is; None: they can."""
        return self._known(("leader", leader.id), meeting, lambda: self._leader(meeting, leader))

    def _leader(self, meeting: Meeting, leader: Leader) -> Message | None:
        first, last = span(self.offer, meeting)
        if (leader.starts and leader.starts > first) or (leader.ends and leader.ends < last):
            return N_("{leader} is not with the school all the time", leader=leader.name)
        if hindrance(leader.windows, meeting, first=first, last=last) is not None:
            return N_("{leader} is not there", leader=leader.name)
        for other in self.led.get(leader.id, ()):
            if collide(self.offer, meeting, other):
                return N_("{leader} leads {course}", leader=leader.name, course=name_of(self.offer, other))
        return None

    def way(self, meeting: Meeting, leader: Leader, building: str) -> Message | None:
        """Return which course the leader cannot come from, or get to, in time when the meeting is in *building*."""
        for other in self.led.get(leader.id, ()):
            if too_far(self.offer, meeting, building, other, building_of(self.offer, other.room)):
                return far(leader.name, name_of(self.offer, other))
        return None

    def children(self, meeting: Meeting, building: str, shared: Iterable[int]) -> Message | None:
        """Return which of the courses that *share* a child with this one is in its way."""
        for course in shared:
            for other in self.of_course.get(course, ()):
                where = building_of(self.offer, other.room)
                if collide(self.offer, meeting, other) or too_far(self.offer, meeting, building, other, where):
                    return N_("children of the course are in {course}", course=name_of(self.offer, other))
        return None

    def _known(self, about: tuple[str, int], meeting: Meeting, answer: Callable[[], Message | None]) -> Message | None:
        key = (about, meeting.weekday, meeting.starts, meeting.ends, meeting.rhythm, span(self.offer, meeting))
        if key not in self._answers:
            self._answers[key] = answer()
        return self._answers[key]


def _frozen(rows: Mapping[int, list[Meeting]]) -> Mapping[int, tuple[Meeting, ...]]:
    return {key: tuple(meetings) for key, meetings in rows.items()}


def name_of(offer: Offer, meeting: Meeting) -> str:
    course = offer.index.course.get(meeting.course)
    return course.name if course else ""


def far(leader: str, course: str) -> Message:
    return N_("{leader} leads {course} in another building just before or after", leader=leader, course=course)


def in_the_way(offer: Offer, one: Meeting, other: Meeting) -> bool:
    """Say whether two meetings cannot have their rooms both: the same one, or a part and its whole.

    Between them there has to be time to clean the room up and to set it up again.
    """
    room = in_common(offer, one.room, other.room)
    if room is None or room.shared:
        return False
    between = gap(one, other)
    if between is None or (between >= 0 and between >= room.setup + room.cleanup):
        return False
    return share_a_date(offer, one, other)


def too_far(offer: Offer, one: Meeting, building: str, other: Meeting, where: str) -> bool:
    """Say whether nobody can be at both because the way from building to building is longer than the break."""
    if not building or not where or building == where:
        return False
    between = gap(one, other)
    if between is None or not 0 <= between < offer.settings.travel_minutes:
        return False
    return share_a_date(offer, one, other)


def building_of(offer: Offer, room: int | None) -> str:
    found = offer.index.room.get(room) if room is not None else None
    return found.building if found else ""


def rivals(offer: Offer, course: Course) -> frozenset[int]:
    """Return the other courses in which a child of this one is as well, at least for a day."""
    found = set()
    for child in offer.index.enrolled.get(course.id, frozenset()):
        for other in offer.index.courses_of[child]:
            if other != course.id and other not in found and _at_one_time(offer, child, course.id, other):
                found.add(other)
    return frozenset(found)


def _at_one_time(offer: Offer, child: int, one: int, other: int) -> bool:
    for mine in offer.index.stays[child, one]:
        for theirs in offer.index.stays[child, other]:
            starts = max(mine.first or offer.first, theirs.first or offer.first)
            if starts <= min(mine.last or offer.last, theirs.last or offer.last):
                return True
    return False
