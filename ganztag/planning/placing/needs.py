"""What has to be placed: one need for each meeting of the chosen courses, those it has and those it lacks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ganztag.planning.offer import Block, Course, Meeting, Offer
from ganztag.planning.timing import course_span


@dataclass(frozen=True, slots=True)
class Time:
    """A time at which a need could be, over one or several *blocks* in a row; *here*: it is there already.

    *minutes* are those of the meetings, without breaks between them.
    """

    weekday: int
    starts: int
    ends: int
    blocks: tuple[int | None, ...]
    minutes: int
    here: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """A meeting to be placed, or several in a row that stay together; *now* is where they are, empty: nowhere yet.

    *size* children need room; *heads* of the *candidates* lead it, in the order in which they are preferred.
    """

    index: int
    course: Course
    now: tuple[Meeting, ...]
    size: int
    heads: int
    candidates: tuple[int, ...]
    first: date
    last: date
    times: tuple[Time, ...] = ()

    @property
    def rhythm(self) -> str:
        return self.now[0].rhythm if self.now else "weekly"

    @property
    def room(self) -> int | None:
        return self.now[0].room if self.now else None

    @property
    def leaders(self) -> tuple[int, ...]:
        return self.now[0].leaders if self.now else ()

    def at(self, time: Time, room: int | None = None, leaders: tuple[int, ...] = ()) -> Meeting:
        """Return the need as one meeting, as it would be; one without a place has a negative id of its own."""
        number = self.now[0].id if self.now else -1 - self.index
        return Meeting(
            number, self.course.id, time.weekday, time.starts, time.ends, time.blocks[0], room, leaders, self.rhythm
        )

    def standing(self) -> Meeting | None:
        """Return the need as one meeting where it is now."""
        if not self.now:
            return None
        return replace(self.now[0], ends=self.now[-1].ends)


def waiting_courses(offer: Offer) -> tuple[int, ...]:
    """Return the courses that have fewer meetings than are wanted, in the order of the offer."""
    has = offer.index.meetings_of
    return tuple(course.id for course in offer.courses if len(has.get(course.id, ())) < course.meetings_wanted)


def movable(offer: Offer, chosen: Collection[int]) -> tuple[Meeting, ...]:
    """Return the meetings of the chosen courses that may be moved: neither fixed nor on one date only."""
    wanted = frozenset(chosen)
    found = (m for m in offer.meetings if m.course in wanted and not m.fixed and m.rhythm != "once")
    return tuple(sorted(found, key=lambda meeting: meeting.id))


def needs(offer: Offer, chosen: Collection[int]) -> tuple[Need, ...]:
    """Return what has to be placed, in an order that does not depend on that of the rows."""
    moving: dict[int, list[Meeting]] = {}
    for meeting in movable(offer, chosen):
        moving.setdefault(meeting.course, []).append(meeting)
    found: list[Need] = []
    for number in sorted(frozenset(chosen)):
        course = offer.index.course.get(number)
        if course is None:
            continue
        has = len(offer.index.meetings_of.get(number, ()))
        missing: list[tuple[Meeting, ...]] = [()] * max(0, course.meetings_wanted - has)
        for now in [*_in_rows(offer, moving.get(number, [])), *missing]:
            found.append(_need(offer, course, now, len(found)))
    return tuple(found)


def _in_rows(offer: Offer, meetings: Sequence[Meeting]) -> list[tuple[Meeting, ...]]:
    """Put meetings together that follow one another on a day, in one room with the same leaders."""
    order = {block.id: place for place, block in enumerate(in_order(offer))}
    found: list[list[Meeting]] = []
    for meeting in sorted(meetings, key=lambda m: (m.weekday, m.starts, m.id)):
        before = found[-1][-1] if found else None
        if before is not None and _goes_on(before, meeting, order):
            found[-1].append(meeting)
        else:
            found.append([meeting])
    return [tuple(row) for row in found]


def _goes_on(one: Meeting, other: Meeting, order: dict[int, int]) -> bool:
    if one.block not in order or other.block not in order or one.weekday != other.weekday:
        return False
    same = (one.room, one.leaders, one.rhythm) == (other.room, other.leaders, other.rhythm)
    return same and order[other.block] == order[one.block] + 1 and one.ends <= other.starts


def in_order(offer: Offer) -> list[Block]:
    """Return the blocks through the week."""
    return sorted(offer.blocks, key=lambda block: (block.weekday, block.starts, block.ends, block.id))


def _need(offer: Offer, course: Course, now: tuple[Meeting, ...], index: int) -> Need:
    candidates, heads = _who_leads(offer, course, now)
    size = max(course.min_size or 0, offer.index.size.get(course.id, 0))
    need = Need(index, course, now, size, heads, candidates, *course_span(offer, course))
    return replace(need, times=_times(offer, course, now))


def _who_leads(offer: Offer, course: Course, now: tuple[Meeting, ...]) -> tuple[tuple[int, ...], int]:
    """Return who may lead, and how many do: those named for the course, else those who lead it already."""
    known = offer.index.leader
    others = (meeting.leaders for meeting in offer.index.meetings_of.get(course.id, ()))
    leading = now[0].leaders if now else max(others, key=len, default=())
    candidates = tuple(one for one in dict.fromkeys(course.leaders or leading) if one in known)
    return candidates, min(len(candidates), max(1, len(leading)))


def _times(offer: Offer, course: Course, now: tuple[Meeting, ...]) -> tuple[Time, ...]:
    """Return where it could be, in the order of the week; where it is now comes first, if it may stay there."""
    allowed = [block for block in in_order(offer) if not course.blocks or block.id in course.blocks]
    if not now:
        return tuple(_time((block,), block.ends, 1) for block in allowed)
    here = Time(now[0].weekday, now[0].starts, now[-1].ends, tuple(m.block for m in now), minutes_of(now), here=True)
    others = (_moved(offer, now, block) for block in allowed if block.id != now[0].block)
    found = [here, *(time for time in others if time is not None)]
    return tuple(time for time in found if _allowed(course, time))


def _allowed(course: Course, time: Time) -> bool:
    return not course.blocks or all(block is None or block in course.blocks for block in time.blocks)


def _moved(offer: Offer, now: tuple[Meeting, ...], block: Block) -> Time | None:
    """Return the time in another block; what lies over several blocks needs as many of them from there on."""
    first, last = now[0], now[-1]
    long = sum(b.weekday == first.weekday and b.starts < last.ends and first.starts < b.ends for b in offer.blocks)
    later = [other for other in in_order(offer) if other.weekday == block.weekday and other.starts >= block.ends]
    row = [block, *later][: max(1, long)]
    if len(row) < long:
        return None
    return _time(row, row[-1].ends, len(now))


def _time(row: Sequence[Block], ends: int, meetings: int) -> Time:
    """Return the time of a meeting over blocks in a row, or of as many meetings as blocks."""
    first = row[0]
    minutes = sum(block.ends - block.starts for block in row) if meetings > 1 else ends - first.starts
    return Time(first.weekday, first.starts, ends, tuple(block.id for block in row[:meetings]), minutes)


def minutes_of(meetings: Sequence[Meeting]) -> int:
    return sum(meeting.ends - meeting.starts for meeting in meetings)
