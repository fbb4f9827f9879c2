"""A proposal in the making: what is where, and whether something else fits beside it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ganztag.language import N_, Message
from ganztag.planning.offer import Meeting
from ganztag.planning.placing.boxes import Box, box_of, points
from ganztag.planning.placing.spots import Spot, Task
from ganztag.planning.placing.standing import building_of, far, in_the_way, name_of, too_far
from ganztag.planning.timing import collide


@dataclass(frozen=True, slots=True)
class Seat:
    """A need in its place for so many *minutes*; *spot* is None where it stays though that is not legal."""

    need: int
    spot: int | None
    meeting: Meeting
    minutes: int


class Week:
    """The needs that have a place; what stays in any case was looked at when the spots were made."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.seats: dict[int, Seat] = {}
        self._housed: dict[int, list[Seat]] = defaultdict(list)
        self._led: dict[int, list[Seat]] = defaultdict(list)
        self._of_course: dict[int, list[Seat]] = defaultdict(list)

    def put(self, seat: Seat) -> None:
        self.seats[seat.need] = seat
        for rows in self._rows(seat.meeting):
            rows.append(seat)

    def take(self, need: int) -> Seat | None:
        """Take a need out and return where it was."""
        seat = self.seats.pop(need, None)
        if seat is not None:
            for rows in self._rows(seat.meeting):
                rows.remove(seat)
        return seat

    def _rows(self, meeting: Meeting) -> Iterator[list[Seat]]:
        yield self._of_course[meeting.course]
        for leader in meeting.leaders:
            yield self._led[leader]
        for room in self.task.offer.index.related.get(meeting.room or 0, ()):
            yield self._housed[room]

    def hindrance(self, spot: Spot, meeting: Meeting) -> Message | None:
        """Return what among the needs that are placed speaks against a place that is legal beside what stays."""
        return self.of_time(spot, meeting) or self.of_leaders(meeting, spot.time.minutes) or self.of_room(meeting)

    def of_time(self, spot: Spot, meeting: Meeting) -> Message | None:
        """Return which course of its children is in the way, or that the course meets on that day already."""
        offer = self.task.offer
        for seat in self._of_course[meeting.course]:
            if seat.meeting.weekday == meeting.weekday and not (spot.time.here and self._is_here(seat)):
                return N_("the course meets on this day already")
        for rival in sorted(self.task.rivals[meeting.course]):
            for seat in self._of_course.get(rival, ()):
                if collide(offer, meeting, seat.meeting) or self._too_far(meeting, seat.meeting):
                    return N_("children of the course are in {course}", course=name_of(offer, seat.meeting))
        return None

    def _is_here(self, seat: Seat) -> bool:
        return seat.spot is None or self.task.spots[seat.spot].time.here

    def of_leaders(self, meeting: Meeting, minutes: int) -> Message | None:
        offer = self.task.offer
        for number in meeting.leaders:
            leader = offer.index.leader[number]
            for seat in self._led.get(number, ()):
                if collide(offer, meeting, seat.meeting):
                    return N_("{leader} leads {course}", leader=leader.name, course=name_of(offer, seat.meeting))
                if self._too_far(meeting, seat.meeting):
                    return far(leader.name, name_of(offer, seat.meeting))
            if leader.max_minutes is not None and self._too_many(meeting, number, minutes):
                return N_("{leader} would have too many hours", leader=leader.name)
        return None

    def of_room(self, meeting: Meeting) -> Message | None:
        offer = self.task.offer
        room = offer.index.room.get(meeting.room or 0)
        if room is None:
            return None
        for seat in self._housed.get(room.id, ()):
            if in_the_way(offer, meeting, seat.meeting):
                return N_("{room} is taken by {course}", room=room.name, course=name_of(offer, seat.meeting))
        if room.shared and room.places is not None and self._too_full(meeting, room.id, room.places):
            return N_("{room} is full", room=room.name)
        return None

    def blockers(self, spot: Spot, meeting: Meeting) -> frozenset[int]:
        """Return the needs that would have to make room for a meeting; hours and full rooms are not looked at."""
        offer, found = self.task.offer, set()
        for seat in self._of_course[meeting.course]:
            if seat.meeting.weekday == meeting.weekday and not (spot.time.here and self._is_here(seat)):
                found.add(seat.need)
        for rival in self.task.rivals[meeting.course]:
            found |= {seat.need for seat in self._of_course.get(rival, ()) if self._clash(meeting, seat.meeting)}
        for leader in meeting.leaders:
            found |= {seat.need for seat in self._led.get(leader, ()) if self._clash(meeting, seat.meeting)}
        beside = self._housed.get(meeting.room or 0, ())
        return frozenset(found | {seat.need for seat in beside if in_the_way(offer, meeting, seat.meeting)})

    def _clash(self, one: Meeting, other: Meeting) -> bool:
        return collide(self.task.offer, one, other) or self._too_far(one, other)

    def _too_far(self, one: Meeting, other: Meeting) -> bool:
        offer = self.task.offer
        return too_far(offer, one, building_of(offer, one.room), other, building_of(offer, other.room))

    def _too_many(self, meeting: Meeting, leader: int, minutes: int) -> bool:
        offer, seats = self.task.offer, self._led.get(leader, ())
        used = [(box_of(offer, other), half_minutes(other)) for other in self.task.standing.led.get(leader, ())]
        used += [(box_of(offer, seat.meeting), half_minutes(seat.meeting, seat.minutes)) for seat in seats]
        used.append((box_of(offer, meeting), half_minutes(meeting, minutes)))
        return any(number > most_minutes(self.task, leader) for number in _by_day(used))

    def _too_full(self, meeting: Meeting, room: int, places: int) -> bool:
        here = [seat.meeting for seat in self._housed.get(room, ()) if seat.meeting.room == room]
        stay = [other for other in self.task.standing.housed.get(room, ()) if other.room == room]
        boxes = [(box_of(self.task.offer, one), size_of(self.task, one)) for one in (*here, *stay, meeting)]
        now = present_boxes(self.task, room)
        mine = box_of(self.task.offer, meeting)
        return any(
            sum(size for box, size in boxes if box.covers(point))
            > max(places, sum(size for box, size in now if box.covers(point)))
            for point in points(box for box, _size in boxes)
            if mine.covers(point)
        )


def size_of(task: Task, meeting: Meeting) -> int:
    """Return how many children a meeting brings into its room."""
    course = task.offer.index.course.get(meeting.course)
    enrolled = task.offer.index.size.get(meeting.course, 0)
    return max(course.min_size or 0, enrolled) if course else enrolled


def present_boxes(task: Task, room: int) -> list[tuple[Box, int]]:
    """Return what is in a shared room now, with its children."""
    return [(box_of(task.offer, one), size_of(task, one)) for one in task.offer.meetings if one.room == room]


def most_minutes(task: Task, leader: int) -> int:
    """Return twice the minutes that somebody may lead a week: the maximum, or what it is now if that is more."""
    led = task.offer.index.led_by.get(leader, ())
    now = _by_day([(box_of(task.offer, meeting), half_minutes(meeting)) for meeting in led])
    return max(2 * (task.offer.index.leader[leader].max_minutes or 0), *now, 0)


def _by_day(boxes: list[tuple[Box, int]]) -> list[int]:
    """Return the sum at each day on which one of them begins to count."""
    return [sum(m for box, m in boxes if box.first <= day <= box.last) for day in {box.first for box, _m in boxes}]


def half_minutes(meeting: Meeting, minutes: int | None = None) -> int:
    """Return twice the minutes that a meeting takes in a week; every second week counts half, single dates do not."""
    taken = meeting.ends - meeting.starts if minutes is None else minutes
    return {"weekly": 2, "A": 1, "B": 1}.get(meeting.rhythm, 0) * taken
