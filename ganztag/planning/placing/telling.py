"""A proposal in words: places, people, what is in the way, and how far it is proven."""

from collections.abc import Sequence
from dataclasses import dataclass

from ganztag.language import N_, Message, nN_
from ganztag.planning.offer import Meeting, Offer
from ganztag.planning.placing.outcome import BLOCKS, LEADERS, LEFT, POINTS, ROOMS, Hurdle, Level, Outcome, Placed
from ganztag.planning.timing import Weekday, when


def time_of(offer: Offer, block: int | None, weekday: int, starts: int, ends: int) -> Message:
    """Return a time as people call it: the weekday and the block's name, else by the clock."""
    known = offer.index.block.get(block) if block is not None else None
    if known is not None and known.name and known.starts == starts:
        return N_("{weekday}, {block}", weekday=Weekday(weekday), block=known.name)
    return when(weekday, starts, ends)


def place_of(offer: Offer, place: Placed | Meeting) -> Message:
    """Return a time and a room."""
    time = time_of(offer, place.block, place.weekday, place.starts, place.ends)
    room = offer.index.room.get(place.room) if place.room is not None else None
    return N_("{time}, {room}", time=time, room=room.name) if room else N_("{time}, no room yet", time=time)


def people(offer: Offer, leaders: Sequence[int]) -> Message:
    names = [offer.index.leader[one].name for one in leaders if one in offer.index.leader]
    return N_("{names}", names=", ".join(names)) if names else N_("no leader yet")


def hurdle_line(offer: Offer, hurdle: Hurdle) -> Message:
    time = time_of(offer, hurdle.block, hurdle.weekday, hurdle.starts, hurdle.ends)
    return N_("{time}: {reason}", time=time, reason=hurdle.message)


def change_words(offer: Offer, placed: Placed) -> Message:
    """Return what changes for a meeting: a new place, or what it was until now."""
    was = placed.was
    if was is None:
        return N_("new place")
    if placed.moves_time:
        return N_("until now {place}", place=place_of(offer, was))
    room = offer.index.room.get(was.room) if was.room is not None else None
    if placed.room != was.room:
        return N_("until now in {room}", room=room.name) if room else N_("until now without a room")
    return N_("until now with {people}", people=people(offer, was.leaders))


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence about a proposal, whether what it says is the best there is, and whether something is missing."""

    message: Message
    proven: bool
    grave: bool = False


def verdict(outcome: Outcome) -> tuple[Said, ...]:
    """Return in plain words how good the proposal is and how far that is proven; one sentence for each aim."""
    left, points = outcome.level(LEFT), outcome.level(POINTS)
    found = [Said(_of_left(left), left.proven or left.value == 0, grave=left.value > 0)]
    if any(placed.was is not None for placed in outcome.placed):
        moves = [outcome.level(name) for name in (BLOCKS, ROOMS, LEADERS)]
        proven = all(level.proven for level in moves) or not any(level.value for level in moves)
        found.append(Said(_of_moves(moves), proven))
    if outcome.placed:
        found.append(Said(_of_points(points), points.proven))
    return tuple(found)


def _of_left(level: Level) -> Message:
    if level.value == 0:
        return N_("Every chosen course has a place.")
    if level.proven:
        return nN_(
            "{count} course stays without a place. It is proven that more cannot be placed.",
            "{count} courses stay without a place. It is proven that more cannot be placed.",
            level.value,
        )
    return nN_(
        "{count} course stays without a place. Not proven: at best it would be {bound}.",
        "{count} courses stay without a place. Not proven: at best it would be {bound}.",
        level.value,
        bound=level.bound,
    )


def _of_moves(levels: Sequence[Level]) -> Message:
    value, bound = sum(level.value for level in levels), sum(level.bound for level in levels)
    if value == 0:
        return N_("Nothing that has a place is moved.")
    if all(level.proven for level in levels):
        return nN_(
            "{count} change for what has a place already. It is proven that fewer are not enough.",
            "{count} changes for what has a place already. It is proven that fewer are not enough.",
            value,
        )
    return nN_(
        "{count} change for what has a place already. Not proven: at best it would be {bound}.",
        "{count} changes for what has a place already. Not proven: at best it would be {bound}.",
        value,
        bound=bound,
    )


def _of_points(level: Level) -> Message:
    if level.proven:
        return N_("Rooms, spread over the week and the children's times could not be better; that is proven.")
    return nN_(
        "Rooms, spread over the week and the children's times: {count} point short of the ideal. "
        "Not proven: no proposal gets below {bound}.",
        "Rooms, spread over the week and the children's times: {count} points short of the ideal. "
        "Not proven: no proposal gets below {bound}.",
        level.value,
        bound=level.bound,
    )
