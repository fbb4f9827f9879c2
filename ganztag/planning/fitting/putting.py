"""A meeting put into another block or room, on trial: the meeting itself, and the offer as it would then be."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import combinations, islice

from ganztag.planning.fitting.verdict import Waiting
from ganztag.planning.offer import Block, Course, Meeting, Offer

DRAFT = 0
_TRIED = 5  # so many other leaders of a draft


def waiting(offer: Offer) -> tuple[Waiting, ...]:
    """Return the courses that have fewer meetings than are wanted, in the order of the offer."""
    placed = Counter(meeting.course for meeting in offer.meetings)
    missing = ((course.id, course.meetings_wanted - placed[course.id]) for course in offer.courses)
    return tuple(Waiting(course, count) for course, count in missing if count > 0)


def draft(offer: Offer, course: int) -> Meeting:
    """Return a meeting (id 0) that has no place yet, with the leaders and the room that it would have first.

    These are those named for the course, as many leaders as its other meetings have; else those of another meeting.
    Its time is that of the first block it may be in, only for the sake of a time; its block is None.
    """
    wanted = offer.index.course[course]
    block = _first_block(offer, wanted)
    day, starts, ends = (block.weekday, block.starts, block.ends) if block else (1, 0, 0)
    others = offer.index.meetings_of.get(course, ())
    leading = max((other.leaders for other in others), key=len, default=())
    leaders = (wanted.leaders or leading)[: max(1, len(leading))]
    room = next(iter(wanted.rooms), next((other.room for other in others), None))
    return Meeting(DRAFT, course, day, starts, ends, room=room, leaders=leaders)


def other_leaders(offer: Offer, meeting: Meeting) -> list[tuple[int, ...]]:
    """Return who else could lead a draft: as many of those named for its course, in their order."""
    named = offer.index.course[meeting.course].leaders
    if standing(offer, meeting) or not meeting.leaders or not set(meeting.leaders) <= set(named):
        return []
    found = (one for one in combinations(named, len(meeting.leaders)) if one != meeting.leaders)
    return list(islice(found, _TRIED))


def _first_block(offer: Offer, course: Course) -> Block | None:
    through_the_week = in_order(offer.blocks)
    return next((b for b in through_the_week if b.id in course.blocks), next(iter(through_the_week), None))


def in_order(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks through the week."""
    return sorted(blocks, key=lambda block: (block.weekday, block.starts, block.id))


def standing(offer: Offer, meeting: Meeting) -> bool:
    """Say whether a meeting has a place already."""
    return meeting.id in offer.index.meeting


def following(offer: Offer, block: Block, count: int) -> list[Block]:
    """Return the block and as many blocks as the day has after it, *count* of them at most in all."""
    later = (b for b in offer.blocks if b.weekday == block.weekday and (b.id == block.id or b.starts >= block.ends))
    return in_order(later)[:count]


def put(meeting: Meeting, block: Block, room: int | None) -> Meeting:
    """Return the meeting in this block and room; one on a single date stays in its week."""
    if meeting.block == block.id:
        return replace(meeting, room=room)
    day = meeting.on_date
    if day is not None:
        day += timedelta(days=block.weekday - day.isoweekday())
    there = replace(meeting, block=block.id, room=room, on_date=day)
    return replace(there, weekday=block.weekday, starts=block.starts, ends=block.ends)


def with_meetings(offer: Offer, changed: Iterable[Meeting]) -> Offer:
    """Return the offer with meetings in other places, drafts among them added."""
    new = {meeting.id: meeting for meeting in changed}
    known = offer.index.meeting
    stay = (new.get(meeting.id, meeting) for meeting in offer.meetings)
    added = (meeting for number, meeting in new.items() if number not in known)
    dates = {number: days for number, days in offer.dates.items() if number not in new}
    return offer.changed(meetings=(*stay, *added), dates=dates)


def without(offer: Offer, meetings: Iterable[Meeting]) -> Offer:
    """Return the offer as if these meetings had no place."""
    gone = {meeting.id for meeting in meetings}
    return offer.changed(meetings=tuple(m for m in offer.meetings if m.id not in gone)) if gone else offer
