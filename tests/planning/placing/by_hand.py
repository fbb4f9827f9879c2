"""Every proposal there is, one after another: slow, and simple enough to be believed. The judge says what is legal."""

from collections.abc import Iterator
from itertools import combinations, product

from ganztag.language import N_
from ganztag.planning.offer import Offer
from ganztag.planning.placing.judge import audit
from ganztag.planning.placing.needs import Need, needs
from ganztag.planning.placing.outcome import Left, Outcome, Placed

Value = tuple[int, ...]


def best_value(offer: Offer, chosen: frozenset[int]) -> Value:
    """Return the least (courses left, meetings left, times moved, rooms moved, leaders changed), in this order."""
    return min(value(outcome) for outcome in _all(offer, chosen) if not audit(outcome))


def how_many(offer: Offer, chosen: frozenset[int]) -> int:
    """Return how many proposals there are to try."""
    count = 1
    for need in needs(offer, chosen):
        count *= len(list(_choices(offer, need)))
    return count


def value(outcome: Outcome) -> Value:
    return (
        len({left.course for left in outcome.left}),
        len(outcome.left),
        sum(row.moves_time for row in outcome.placed),
        sum(row.moves_room for row in outcome.placed),
        sum(len(set(row.leaders) - set(row.was.leaders)) for row in outcome.placed if row.was is not None),
    )


def _all(offer: Offer, chosen: frozenset[int]) -> Iterator[Outcome]:
    found = needs(offer, chosen)
    for choice in product(*(list(_choices(offer, need)) for need in found)):
        placed = tuple(row for rows in choice if isinstance(rows, tuple) for row in rows)
        left = tuple(rows for rows in choice if isinstance(rows, Left))
        yield Outcome(offer, chosen, placed, left, (), stopped=False, seconds=0.0, solver="")


def _choices(offer: Offer, need: Need) -> Iterator[tuple[Placed, ...] | Left]:
    yield Left(need.course.id, need.now, N_("left"))
    rooms: list[int | None] = [room.id for room in offer.rooms] or [None]
    for time, room, leaders in product(need.times, rooms, combinations(need.candidates, need.heads)):
        rows = []
        for place, block in enumerate(time.blocks):
            was = need.now[place] if need.now else None
            starts, ends = time.starts, time.ends
            if len(time.blocks) > 1 and block is not None:
                starts, ends = offer.index.block[block].starts, offer.index.block[block].ends
            rows.append(Placed(need.course.id, was, block, time.weekday, starts, ends, room, leaders))
        yield tuple(rows)
