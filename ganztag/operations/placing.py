"""Accepting a proposal where courses go: all its places as one deed, if the plan is still the one it was made for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from ganztag.domain.courses import Course, Meeting
from ganztag.domain.objection import Objection
from ganztag.language import N_, Message, nN_, sort_key
from ganztag.operations.meetings import NewMeeting, add_meeting, check, set_leaders, take_roles, want_them_all
from ganztag.operations.operation import Operation, Work
from ganztag.planning import offer as planned
from ganztag.planning.placing import Outcome, Placed, judge
from ganztag.planning.timing import clock
from ganztag.queries import frame
from ganztag.queries.offer import offer as offer_of

_NAMED_AT_MOST = 4


def accept(outcome: Outcome, term_id: int | None = None) -> Operation[tuple[int, ...]]:
    """Give the courses the places of a proposal; return the ids of the meetings that are new or moved.

    The half-year is the one that is being worked on, unless another is named.

    Objects, with names, when courses, meetings, rooms, leaders or children that matter for it have changed since it
    was made, and when it would change nothing.
    """

    def run(work: Work) -> tuple[int, ...]:
        term = work.read(frame.term, term_id)
        now = work.read(offer_of, term.id, term.day_that_counts(work.today))
        _refuse_changed(outcome, now)
        broken = judge.audit(outcome)
        if broken:
            raise Objection(broken[0].message, advice=N_("Nothing was changed. Please calculate again."))
        changes = outcome.changes()
        if not changes:
            raise Objection(N_("The proposal changes nothing."))
        work.label = _label(outcome, changes)
        moved = [_move(work, outcome.offer, placed) for placed in changes if placed.was is not None]
        for meeting in moved:
            check(work, meeting)
        made = [_add(work, placed) for placed in changes if placed.was is None]
        return (*(meeting.id for meeting in moved), *made)

    return Operation(N_("Place courses"), run)


def _label(outcome: Outcome, changes: Sequence[Placed]) -> Message:
    courses = {placed.course for placed in changes}
    if len(courses) == 1:
        return N_("Place {course}", course=outcome.offer.index.course[courses.pop()].name)
    return nN_("Place {count} course", "Place {count} courses", len(courses))


def _move(work: Work, offer: planned.Offer, placed: Placed) -> Meeting:
    assert placed.was is not None  # only meetings that had a place are moved
    meeting = work.get(Meeting, placed.was.id)
    if placed.moves_time:
        meeting.time_block_id, meeting.weekday = placed.block, None
        meeting.starts, meeting.ends = None, None
        if placed.ends != offer.index.block[placed.block or 0].ends:
            meeting.ends = clock(placed.ends)
    meeting.room_id = placed.room
    if placed.moves_leaders:
        set_leaders(work, meeting.id, placed.leaders)
        take_roles(work, meeting)
    return meeting


def _add(work: Work, placed: Placed) -> int:
    made = add_meeting(
        work, placed.course, NewMeeting(placed.block, room_id=placed.room, staff_ids=tuple(placed.leaders))
    )
    take_roles(work, work.get(Meeting, made))
    want_them_all(work, work.get(Course, placed.course))
    return made


def _refuse_changed(outcome: Outcome, now: planned.Offer) -> None:
    changed = sorted(dict.fromkeys(_changed(outcome, now)), key=sort_key)
    if not changed and _frame(outcome.offer) == _frame(now):
        return
    advice = N_("Nothing was changed. Please calculate again.")
    if not changed:
        raise Objection(N_("The blocks of the week have changed since this was calculated."), advice=advice)
    names = ", ".join(islice(changed, _NAMED_AT_MOST))
    more = len(changed) - _NAMED_AT_MOST
    if more > 0:
        message = nN_(
            "Since this was calculated, {names} and {count} more has changed.",
            "Since this was calculated, {names} and {count} more have changed.",
            more,
            names=names,
        )
        raise Objection(message, advice=advice)
    raise Objection(N_("Since this was calculated, something has changed: {names}.", names=names), advice=advice)


def _frame(offer: planned.Offer) -> tuple[object, ...]:
    """Return what has no name of its own: the half-year, its blocks, and the way from building to building."""
    blocks = sorted((block.id, block.weekday, block.starts, block.ends) for block in offer.blocks)
    return offer.first, offer.last, blocks, offer.settings.travel_minutes


def _changed(outcome: Outcome, now: planned.Offer) -> Iterator[str]:
    """Yield the names of what matters for the proposal and is not what it was."""
    before = outcome.offer
    used = {placed.room for placed in outcome.placed} | {meeting.room for meeting in before.meetings}
    leading = {one for placed in outcome.placed for one in placed.leaders}
    yield from _differing(_courses(before, outcome.chosen), _courses(now, outcome.chosen))
    yield from _differing(_meetings(before), _meetings(now))
    yield from _differing(_rooms(before, used), _rooms(now, used))
    yield from _differing(_leaders(before, leading), _leaders(now, leading))


def _differing(before: Mapping[Any, tuple[str, object]], now: Mapping[Any, tuple[str, object]]) -> Iterator[str]:
    for key in {**before, **now}:
        one, other = before.get(key), now.get(key)
        if one is None or other is None or one[1] != other[1]:
            yield (other or one or ("",))[0]


def _courses(offer: planned.Offer, chosen: frozenset[int]) -> dict[Any, tuple[str, object]]:
    """Return the chosen courses with all that their places depend on, and the children of each."""
    found: dict[Any, tuple[str, object]] = {}
    for key in chosen & offer.index.course.keys():
        course = offer.index.course[key]
        named = frozenset(course.blocks), frozenset(course.rooms), frozenset(course.leaders)
        size = course.min_size, course.max_size, course.meetings_wanted
        children = offer.index.enrolled.get(key, frozenset())
        beside = {child: offer.index.courses_of[child] for child in children}
        found[key] = course.name, (named, size, course.equipment, course.starts, course.ends, beside)
    return found


def _meetings(offer: planned.Offer) -> dict[Any, tuple[str, object]]:
    names = offer.index.course
    return {
        meeting.id: (names[meeting.course].name, replace(meeting, leaders=tuple(sorted(meeting.leaders))))
        for meeting in offer.meetings
        if meeting.course in names
    }


def _rooms(offer: planned.Offer, used: set[int | None]) -> dict[Any, tuple[str, object]]:
    return {
        room.id: (room.name, replace(room, name="", windows=tuple(sorted(room.windows, key=str))))
        for room in offer.rooms
        if room.id in used
    }


def _leaders(offer: planned.Offer, leading: set[int]) -> dict[Any, tuple[str, object]]:
    return {
        one.id: (one.name, (one.max_minutes, one.starts, one.ends, sorted(one.windows, key=str)))
        for one in offer.leaders
        if one.id in leading
    }
