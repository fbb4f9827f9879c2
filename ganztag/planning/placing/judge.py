"""A second opinion on a proposal, without a solver: every hard rule and every level's value, counted again.

Shares no code with what makes proposals, only the notions of time that all rules share.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from ganztag.language import N_, Message
from ganztag.planning import timing
from ganztag.planning.offer import Meeting, Offer
from ganztag.planning.placing.outcome import Outcome, Placed


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that a proposal breaks; *rule* is a stable key."""

    rule: str
    message: Message


@dataclass(frozen=True, slots=True)
class _Plan:
    """The week as it would be; *new* are the meetings that the proposal places, *before* where they were.

    Those that are *stuck* stay without a legal place; what clashed with them before is no fault of the proposal.
    """

    offer: Offer
    all: tuple[Meeting, ...]
    new: tuple[Meeting, ...]
    before: dict[int, Meeting]
    stuck: frozenset[int]

    def name(self, meeting: Meeting) -> str:
        course = self.offer.index.course.get(meeting.course)
        return course.name if course else ""


def audit(outcome: Outcome) -> tuple[Violation, ...]:
    """Return every rule that the proposal breaks; none for one that may be carried out."""
    plan = _plan(outcome)
    alone = [violation for meeting in plan.new for check in _ALONE for violation in check(plan, meeting)]
    pairs = [violation for one, other in _pairs(plan) for check in _TOGETHER for violation in check(plan, one, other)]
    return (*_complete(outcome), *alone, *pairs, *_hours(plan), *_full(plan), *_levels(outcome))


def _plan(outcome: Outcome) -> _Plan:
    placed = [_meeting(row, -1 - index) for index, row in enumerate(outcome.placed)]
    moved = {meeting.id for meeting in placed}
    stay = [meeting for meeting in outcome.offer.meetings if meeting.id not in moved]
    before = {row.was.id: row.was for row in outcome.placed if row.was is not None}
    stuck = frozenset(meeting.id for left in outcome.left for meeting in left.meetings)
    return _Plan(outcome.offer, (*stay, *placed), tuple(placed), before, stuck)


def _meeting(row: Placed, number: int) -> Meeting:
    values = (row.weekday, row.starts, row.ends, row.block, row.room, row.leaders)
    if row.was is None:
        return Meeting(number, row.course, *values)
    return Meeting(row.was.id, row.course, *values, row.was.rhythm, row.was.on_date)


def _complete(outcome: Outcome) -> Iterator[Violation]:
    """Check that each meeting wanted is either placed or left, and that nothing fixed or not chosen is moved."""
    offer = outcome.offer
    answered = Counter(row.course for row in outcome.placed)
    for left in outcome.left:
        answered[left.course] += max(1, len(left.meetings))
    for course in offer.courses:
        own = offer.index.meetings_of.get(course.id, ())
        free = [meeting for meeting in own if not meeting.fixed and meeting.rhythm != "once"]
        due = len(free) + max(0, course.meetings_wanted - len(own)) if course.id in outcome.chosen else 0
        if answered[course.id] != due:
            yield Violation("complete", N_("{course} is not placed as often as it should be.", course=course.name))
    for row in outcome.placed:
        if row.was is not None and (row.was.fixed or row.was.course not in outcome.chosen):
            yield Violation("fixed", N_("A meeting is moved that should stay."))


def _pairs(plan: _Plan) -> Iterator[tuple[Meeting, Meeting]]:
    """Return the pairs that share a weekday, one of them placed at least."""
    new = {meeting.id for meeting in plan.new}
    days: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in plan.all:
        days[meeting.weekday].append(meeting)
    for day in days.values():
        yield from ((one, other) for one, other in combinations(day, 2) if {one.id, other.id} & new)


def _unmoved(plan: _Plan, one: Meeting, other: Meeting) -> bool:
    """Say whether one of them is stuck and both are at the time at which they were."""
    if not {one.id, other.id} & plan.stuck:
        return False
    return all(m.id > 0 and _same_time(m, plan.before.get(m.id, m)) for m in (one, other))


def _same_time(one: Meeting, other: Meeting) -> bool:
    return (one.weekday, one.starts, one.ends) == (other.weekday, other.starts, other.ends)


def _block(plan: _Plan, meeting: Meeting) -> Iterator[Violation]:
    course = plan.offer.index.course[meeting.course]
    if course.blocks and meeting.block is not None and meeting.block not in course.blocks:
        yield Violation("block", N_("{course} is in a block in which it may not be.", course=course.name))
    block = plan.offer.index.block.get(meeting.block or 0)
    was = plan.before.get(meeting.id)
    if was is not None and _same_time(was, meeting) and was.block == meeting.block:
        return
    if block is None or (block.weekday, block.starts) != (meeting.weekday, meeting.starts):
        yield Violation("block", N_("{course} is in no block.", course=course.name))


def _room(plan: _Plan, meeting: Meeting) -> Iterator[Violation]:
    offer, course = plan.offer, plan.offer.index.course[meeting.course]
    room = offer.index.room.get(meeting.room or 0)
    if room is None:
        if offer.rooms:
            yield Violation("room", N_("{course} has no room.", course=course.name))
        return
    first, last = timing.span(offer, meeting)
    children = max(course.min_size or 0, offer.index.size.get(course.id, 0))
    small = room.places is not None and room.places < children
    unfit = not course.equipment <= room.equipment or (bool(course.rooms) and room.id not in course.rooms)
    was = plan.before[meeting.id].room if meeting.id in plan.before else None
    if room.shared and not course.equipment and room.id not in (*course.rooms, was):
        yield Violation("shared", N_("{course} did not ask for {room}.", course=course.name, room=room.name))
    if small or unfit or timing.hindrance(room.windows, meeting, first=first, last=last) is not None:
        yield Violation("room", N_("{course} cannot be in {room}.", course=course.name, room=room.name))


def _leaders(plan: _Plan, meeting: Meeting) -> Iterator[Violation]:
    offer, course = plan.offer, plan.offer.index.course[meeting.course]
    first, last = timing.span(offer, meeting)
    own = offer.index.meetings_of.get(course.id, ())
    leading = plan.before[meeting.id].leaders if meeting.id in plan.before else max((m.leaders for m in own), key=len,
                                                                                   default=())  # fmt: skip
    may = set(course.leaders or leading) & set(offer.index.leader)
    wanted = min(len(may), max(1, len(leading)))
    if len(set(meeting.leaders)) != wanted or not set(meeting.leaders) <= may:
        yield Violation("leaders", N_("{course} is not led by those who may.", course=course.name))
    for leader in (offer.index.leader[one] for one in meeting.leaders if one in offer.index.leader):
        away = timing.hindrance(leader.windows, meeting, first=first, last=last) is not None
        gone = (leader.starts or first) > first or (leader.ends or last) < last
        if away or gone:
            yield Violation("leader away", N_("{leader} is not there for {course}.", leader=leader.name,
                                              course=course.name))  # fmt: skip


def _same_day(plan: _Plan, one: Meeting, other: Meeting) -> Iterator[Violation]:
    together = all(m.id > 0 and _same_time(m, plan.before.get(m.id, m)) for m in (one, other))
    if one.course == other.course and not together and not _row(plan, one, other):
        yield Violation("same day", N_("{course} meets twice on a day.", course=plan.name(one)))


def _room_twice(plan: _Plan, one: Meeting, other: Meeting) -> Iterator[Violation]:
    room = timing.in_common(plan.offer, one.room, other.room)
    between = timing.gap(one, other)
    if room is None or room.shared or between is None or not timing.share_a_date(plan.offer, one, other):
        return
    same = _row(plan, one, other)
    stay = _unmoved(plan, one, other) and _in_their_rooms(plan, one, other)
    if (between < 0 or between < room.setup + room.cleanup) and not same and not stay:
        yield Violation("room twice", N_("{course} and {other} are both in {room}.", course=plan.name(one),
                                         other=plan.name(other), room=room.name))  # fmt: skip


def _in_their_rooms(plan: _Plan, *meetings: Meeting) -> bool:
    return all(meeting.room == plan.before.get(meeting.id, meeting).room for meeting in meetings)


def _row(plan: _Plan, one: Meeting, other: Meeting) -> bool:
    """Say whether two meetings of a course were in a row in one room before, and are so now."""
    if one.course != other.course or one.id not in plan.before or other.id not in plan.before:
        return False
    were = plan.before[one.id], plan.before[other.id]
    return all(
        first.room == second.room and first.leaders == second.leaders and _next(plan.offer, first, second)
        for first, second in (were, (one, other))
    )


def _next(offer: Offer, one: Meeting, other: Meeting) -> bool:
    """Say whether two meetings follow one another, without a block of that day between them."""
    earlier, later = sorted((one, other), key=lambda meeting: meeting.starts)
    between = [b for b in offer.blocks if b.weekday == one.weekday and earlier.ends <= b.starts < later.starts]
    return one.weekday == other.weekday and earlier.ends <= later.starts and not between


def _people(plan: _Plan, one: Meeting, other: Meeting) -> Iterator[Violation]:
    both = [plan.offer.index.leader[key].name for key in one.leaders if key in other.leaders]
    children = _children(plan.offer, one.course, other.course) if one.course != other.course else False
    if not (both or children) or not _cannot_be_at_both(plan, one, other):
        return
    for leader in both:
        if not (_unmoved(plan, one, other) and _led_before(plan, one, other, leader)):
            yield Violation("leader twice", N_("{leader} cannot lead {course} and {other}.", leader=leader,
                                               course=plan.name(one), other=plan.name(other)))  # fmt: skip
    if children and not _unmoved(plan, one, other):
        yield Violation("children twice", N_("Children cannot be in {course} and {other}.", course=plan.name(one),
                                             other=plan.name(other)))  # fmt: skip


def _led_before(plan: _Plan, one: Meeting, other: Meeting, name: str) -> bool:
    were = [plan.before.get(meeting.id, meeting) for meeting in (one, other)]
    return all(name in [plan.offer.index.leader[key].name for key in meeting.leaders] for meeting in were)


def _cannot_be_at_both(plan: _Plan, one: Meeting, other: Meeting) -> bool:
    offer = plan.offer
    if timing.collide(offer, one, other):
        return True
    between = timing.gap(one, other)
    if between is None or not 0 <= between < offer.settings.travel_minutes:
        return False
    rooms = [offer.index.room.get(m.room or 0) for m in (one, other)]
    places = [room.building if room else "" for room in rooms]
    apart = all(places) and places[0] != places[1]
    return apart and timing.share_a_date(offer, one, other)


def _children(offer: Offer, one: int, other: int) -> bool:
    """Say whether a child is in both courses on the same day."""
    for child in offer.index.enrolled.get(one, frozenset()) & offer.index.enrolled.get(other, frozenset()):
        for mine in offer.index.stays[child, one]:
            for theirs in offer.index.stays[child, other]:
                last = min(mine.last or offer.last, theirs.last or offer.last)
                if max(mine.first or offer.first, theirs.first or offer.first) <= last:
                    return True
    return False


def _hours(plan: _Plan) -> Iterator[Violation]:
    for leader in plan.offer.leaders:
        most = leader.max_minutes
        if most is None:
            continue
        now = _most_minutes(plan.offer, [m for m in plan.offer.meetings if leader.id in m.leaders])
        then = _most_minutes(plan.offer, [m for m in plan.all if leader.id in m.leaders])
        if then > max(most, now):
            yield Violation("hours", N_("{leader} leads too many hours.", leader=leader.name))


def _most_minutes(offer: Offer, led: list[Meeting]) -> float:
    share = {"weekly": 1.0, "A": 0.5, "B": 0.5}
    spans = [(*timing.span(offer, m), share.get(m.rhythm, 0.0) * (m.ends - m.starts)) for m in led]
    return max((sum(n for first, last, n in spans if first <= day <= last) for day, _last, _n in spans), default=0.0)


def _full(plan: _Plan) -> Iterator[Violation]:
    """Check that no shared room has more children at once than places, or than it has now."""
    offer = plan.offer
    for room in offer.rooms:
        if room.shared and room.places is not None:
            for meeting in (m for m in plan.new if m.room == room.id):
                then, now = _crowd(offer, plan.all, meeting), _crowd(offer, offer.meetings, meeting)
                if then > max(room.places, now):
                    yield Violation("full", N_("{room} is too full.", room=room.name))


def _crowd(offer: Offer, meetings: tuple[Meeting, ...], at: Meeting) -> int:
    """Return the children in the room of a meeting at the moment it starts."""
    moment = replace(at, ends=at.starts + 1)
    there = [m for m in meetings if m.room == at.room and (m.id == at.id or timing.collide(offer, moment, m))]
    return sum(_size(offer, m.course) for m in there)


def _size(offer: Offer, course: int) -> int:
    known = offer.index.course.get(course)
    return max((known.min_size or 0) if known else 0, offer.index.size.get(course, 0))


def _levels(outcome: Outcome) -> Iterator[Violation]:
    values = {
        "left": len({left.course for left in outcome.left}),
        "meetings": len(outcome.left),
        "blocks": sum(row.moves_time for row in outcome.placed),
        "rooms": sum(row.moves_room for row in outcome.placed),
        "leaders": sum(len(set(row.leaders) - set(row.was.leaders)) for row in outcome.placed if row.was is not None),
    }
    for level in outcome.levels:
        if level.value != values.get(level.name, level.value):
            yield Violation("level", N_("The proposal states another value than it has: {level}.", level=level.label))
        if level.proven and level.value != level.bound:
            yield Violation("proof", N_("The proposal states a proof that it does not have: {level}.",
                                        level=level.label))  # fmt: skip


_ALONE: tuple[Callable[[_Plan, Meeting], Iterator[Violation]], ...] = (_block, _room, _leaders)
_TOGETHER: tuple[Callable[[_Plan, Meeting, Meeting], Iterator[Violation]], ...] = (_same_day, _room_twice, _people)
