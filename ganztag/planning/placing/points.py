"""What is not ideal about a place, in points; the ordered aims come first, these only decide among equals.

A child that has gone home, or is not booked, 10 each; a course more in a block than the average of a year group, 4;
courses that a child wished for together at the same time, 3 a child; a seat less than the most that may come, 2; five
seats more than that, 1; equipment that is not needed, 1; a leader further down the list, 1 a place.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from ganztag.planning.offer import Course, Meeting, Offer, Room
from ganztag.planning.placing.needs import Need, Time
from ganztag.planning.placing.spots import Task
from ganztag.planning.timing import collide

AWAY, CROWD, TOGETHER, SEAT, EQUIPMENT, LATER_LEADER = 10, 4, 3, 2, 1, 1
_SEATS_A_POINT = 5
_GOOD_RANK = 2

Group = int | None
Pair = tuple[int, int]


@dataclass(frozen=True)
class Points:
    """What is the same for all proposals: the *groups* of each course, what *stays* in a block for a group, how many
    are *average* there, and the *pairs* of courses that children wished for together, the smaller id first; *rivals*
    are the same by course, with how many children.
    """

    task: Task
    groups: Mapping[int, tuple[Group, ...]]
    stays: Mapping[tuple[Group, int], int]
    average: Mapping[Group, int]
    pairs: Mapping[Pair, int]
    rivals: Mapping[int, tuple[tuple[int, int], ...]]

    def of_time(self, need: Need, time: Time) -> int:
        """Return the points for children who are away then, and for courses beside it that stay."""
        offer = self.task.offer
        children = offer.index.enrolled.get(need.course.id, frozenset())
        gone = offer.index.leaves.get(time.weekday, {})
        here = offer.index.booked.get(time.weekday, frozenset()) | offer.index.unbooked
        away = sum(gone.get(child, time.ends) < time.ends or child not in here for child in children)
        return AWAY * away + TOGETHER * self._beside(need, need.at(time))

    def _beside(self, need: Need, meeting: Meeting) -> int:
        found = 0
        for rival, count in self.rivals.get(need.course.id, ()):
            staying = self.task.standing.of_course.get(rival, ())
            found += count * sum(collide(self.task.offer, meeting, beside) for beside in staying)
        return found

    def of_pairs(self, meetings: Iterable[Meeting]) -> int:
        """Return the points for courses that are placed at the same time though children wished for both."""
        if not self.pairs:
            return 0
        by_course: dict[int, list[Meeting]] = defaultdict(list)
        for meeting in meetings:
            by_course[meeting.course].append(meeting)
        offer = self.task.offer
        return TOGETHER * sum(
            count * sum(collide(offer, mine, theirs) for mine in by_course[one] for theirs in by_course[other])
            for (one, other), count in self.pairs.items()
            if one in by_course and other in by_course
        )


def of_room(need: Need, room: Room | None) -> int:
    """Return the points for seats and equipment that are too few or too many."""
    if room is None:
        return 0
    surplus = EQUIPMENT * bool(room.equipment - need.course.equipment)
    if room.places is None:
        return surplus
    wanted = max(need.size, need.course.max_size or 0)
    return surplus + SEAT * max(0, wanted - room.places) + max(0, room.places - wanted) // _SEATS_A_POINT


def of_leader(need: Need, leader: int) -> int:
    """Return the points for a leader who does not come first; with several leaders the places add up."""
    return LATER_LEADER * need.candidates.index(leader)


def points(task: Task) -> Points:
    """Return what the points of all proposals for the task are counted by."""
    offer = task.offer
    groups = {course.id: _groups(offer, course) for course in offer.courses}
    moving = {meeting.id for need in task.needs for meeting in need.now}
    staying = [m for m in offer.meetings if m.block is not None and m.id not in moving]
    stays = Counter((group, m.block or 0) for m in staying for group in groups.get(m.course, ()))
    whole: Counter[Group] = Counter()
    for (group, _block), count in stays.items():
        whole[group] += count
    for need in task.needs:
        whole.update(dict.fromkeys(groups[need.course.id], max(1, len(need.now))))
    blocks = max(1, len(offer.blocks))
    average = {group: -(-count // blocks) for group, count in whole.items()}
    pairs = _wished_together(task)
    rivals: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (one, other), count in pairs.items():
        rivals[one].append((other, count))
        rivals[other].append((one, count))
    return Points(task, groups, stays, average, pairs, {course: tuple(own) for course, own in rivals.items()})


def _groups(offer: Offer, course: Course) -> tuple[Group, ...]:
    """Return the year groups a course is for; where they are not named, all of them, or one for those of classes."""
    if course.year_groups:
        return tuple(sorted(course.year_groups))
    return (None,) if course.classes or not offer.years else tuple(sorted(offer.years))


def _wished_together(task: Task) -> Mapping[Pair, int]:
    """Return how many children wished for two courses in different blocks, one of them at least to be placed."""
    wished: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for wish in task.offer.wishes:
        if wish.rank <= _GOOD_RANK:
            wished[wish.child][wish.course].add(wish.block)
    chosen = {need.course.id for need in task.needs}
    found: Counter[Pair] = Counter()
    for child in sorted(wished):
        for one, other in combinations(sorted(wished[child]), 2):
            if (one in chosen or other in chosen) and not wished[child][one] & wished[child][other]:
                found[one, other] += 1
    return dict(sorted(found.items()))
