"""What to swap with: moves of other meetings that make room for one, where it clashes or where it would like to go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ganztag.language import N_, Message, nN_, sort_key
from ganztag.planning.clashes import Finding, of_meeting
from ganztag.planning.fitting.judging import Fitting, about_children
from ganztag.planning.fitting.putting import in_order, put, standing, with_meetings
from ganztag.planning.fitting.verdict import Move, Swap, Verdict
from ganztag.planning.fitting.wording import grave, in_two_lines
from ganztag.planning.offer import Meeting, Offer

_PAIRS = frozenset({"leader twice", "room twice", "pupil twice", "meets twice"})  # clashes of two meetings
_SHOWN = 6
_PARTNERS = 8  # so many pairs of a place and who has it are tried
_PLACES = 2  # and for each so many of the places to which the partner could go


def swaps(offer: Offer, meeting: Meeting) -> tuple[Swap, ...]:
    """Return at most six ways to resolve a clash by one or two moves, each with another partner, cheapest first.

    The partner makes room where the meeting is, or where it then goes. What is fixed stays.
    """
    found: dict[int, Swap] = {}
    for swap in sorted(_tried(offer, meeting), key=lambda swap: _price(offer, swap)):
        found.setdefault(swap.partner, swap)
    return tuple(found.values())[:_SHOWN]


def _price(offer: Offer, swap: Swap) -> tuple[object, ...]:
    name = offer.index.course[swap.moves[-1].course].name
    cost = (len(swap.moves), swap.children, len(grave(swap.findings)), swap.rooms_changed)
    return (not swap.solves, *cost, sort_key(name), swap.partner, swap.moves[-1].block)


def _tried(offer: Offer, meeting: Meeting) -> Iterator[Swap]:
    if standing(offer, meeting):
        rivals = _rivals(offer, meeting, of_meeting(offer, meeting))
        if len(rivals) == 1:
            yield from _made_room(offer, meeting, meeting, rivals[0])
        elif len(rivals) == 2:
            yield from _both_gone(offer, meeting, rivals)
    if not meeting.fixed:
        for there, partner in _in_the_way(offer, meeting):
            yield from _made_room(offer, meeting, there, partner)


def _rivals(offer: Offer, meeting: Meeting, found: Iterable[Finding]) -> list[Meeting]:
    """Return who clashes with a meeting; nobody where one of them cannot leave."""
    others = sorted({other for clash in found if clash.code in _PAIRS for other in clash.meetings} - {meeting.id})
    known = [offer.index.meeting[other] for other in others if other in offer.index.meeting]
    return [] if any(_stays(offer, meeting, rival) for rival in known) else known


def _stays(offer: Offer, meeting: Meeting, rival: Meeting) -> bool:
    """Say whether another meeting cannot leave: it is fixed, of the same course, or one of several blocks in a row."""
    return rival.fixed or rival.course == meeting.course or _in_a_row(offer, rival)


def _in_a_row(offer: Offer, meeting: Meeting) -> bool:
    same = offer.index.meetings_of.get(meeting.course, ())
    return any(other.id != meeting.id and other.weekday == meeting.weekday for other in same)


def _in_the_way(offer: Offer, meeting: Meeting) -> list[tuple[Meeting, Meeting]]:
    """Return where the meeting could be if only one other were not there, with that other."""
    fitting, found = Fitting(offer, meeting), []
    for block in in_order(offer.blocks):
        if block.id == meeting.block:
            continue
        room = fitting.room_to_begin_with(block)
        new = fitting.new(block, room)
        errors = [finding for finding in new if finding.severity == "error"]
        errors = [error for error in errors if not about_children(error)] or errors
        rivals = _rivals(offer, meeting, errors)
        if len(rivals) == 1 and all(error.code in _PAIRS for error in errors):
            found.append((len(new), put(meeting, block, room), rivals[0]))
    return [(there, rival) for _findings, there, rival in sorted(found, key=lambda row: row[0])[:_PARTNERS]]


def _made_room(offer: Offer, meeting: Meeting, there: Meeting, partner: Meeting) -> Iterator[Swap]:
    """Yield what there is when the partner leaves to where it fits, and the meeting is then *there*."""
    then = offer if there == meeting else with_meetings(offer, [there])
    for verdict in _ways_out(then, partner):
        gone = put(partner, offer.index.block[verdict.block], verdict.room)
        yield from _judged(offer, [there] if there != meeting else [], [gone], meeting)


def _both_gone(offer: Offer, meeting: Meeting, rivals: list[Meeting]) -> Iterator[Swap]:
    """Yield what there is when two who clash with the meeting leave, first the one, then the other."""
    one, other = rivals
    for first in _ways_out(offer, one)[:1]:
        gone = put(one, offer.index.block[first.block], first.room)
        for second in _ways_out(with_meetings(offer, [gone]), other):
            yield from _judged(offer, [], [gone, put(other, offer.index.block[second.block], second.room)], meeting)


def _ways_out(offer: Offer, partner: Meeting) -> list[Verdict]:
    """Return the best places for a meeting that has to leave its own."""
    fitting = Fitting(offer, partner)
    found = (fitting.in_block(block) for block in in_order(offer.blocks))
    possible = (v for v in found if v.state != "no" and (v.block, v.room) != (partner.block, partner.room))
    return sorted(possible, key=fitting.rank)[:_PLACES]


def _judged(offer: Offer, own: list[Meeting], others: list[Meeting], meeting: Meeting) -> Iterator[Swap]:
    """Yield the swap if it brings no new error but of single children, and if the meeting's own clash is gone."""
    moved = [*own, *others]
    then = with_meetings(offer, moved)
    involved = {one.id: one for one in [meeting, *moved]}
    before = {finding for key in involved if (m := offer.index.meeting.get(key)) for finding in of_meeting(offer, m)}
    after = tuple(dict.fromkeys(finding for one in involved.values() for finding in of_meeting(then, one)))
    new = tuple(finding for finding in after if finding not in before)
    errors = [finding for finding in after if finding.severity == "error"]
    if any(not about_children(finding) for finding in new if finding.severity == "error"):
        return
    if any(meeting.id in error.meetings and error.code in _PAIRS for error in errors):
        return
    known = offer.index.meeting
    rooms = sum(one.id in known and known[one.id].room != one.room for one in moved)
    yield Swap(
        moves=tuple(Move(one.id, one.block or 0, one.room, one.course) for one in moved),
        solves=not errors,
        findings=new,
        partner=others[-1].id,
        cost=_cost(len(moved), rooms, grave(new)),
        children=len({finding.subject[1] for finding in grave(new) if about_children(finding)}),
        rooms_changed=rooms,
    )


def _cost(moves: int, rooms: int, findings: list[Finding]) -> Message:
    """Return the price in words: how many moves, and other rooms or what else comes of them."""
    count = nN_("{count} move", "{count} moves", moves)
    room = nN_("{count} other room", "{count} other rooms", rooms) if rooms else None
    if not findings:
        return N_("{moves}, {cost}", moves=count, cost=room or N_("no clash"))
    said, _more = in_two_lines(findings)
    if room is None:
        return N_("{moves}, {cost}", moves=count, cost=said)
    return N_("{moves}, {room}, {cost}", moves=count, room=room, cost=said)
