"""In which order a waiting list stands, and why: places by hand first, then the school's criteria one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from ganztag.language import N_, Message

USUAL_ORDER = "priority, rank, lot, since"
ORDERS: dict[str, Message] = {  # the criteria, the weightiest first, and how a school says it
    USUAL_ORDER: N_("Priority, then rank of the wish, then lot"),
    "rank, priority, lot, since": N_("Rank of the wish, then priority, then lot"),
    "priority, lot, since": N_("Priority, then lot"),
    "rank, lot, since": N_("Rank of the wish, then lot"),
    "priority, rank, since": N_("Priority, then rank of the wish, then who asked first"),
    "lot, since": N_("Lot"),
    "since": N_("Who asked first"),
}
_LAST = 1 << 62  # behind all ranks and lots there are


@dataclass(frozen=True, slots=True)
class Waiter:
    """A child on a waiting list. *rank* None: asked for later. *lot* 0: it was in no ballot. *place*: set by hand."""

    id: int
    since: datetime
    rank: int | None = None
    priority: int = 0
    lot: int = 0
    place: int | None = None
    reason: str = ""


def criteria_of(order: str) -> tuple[str, ...]:
    """Return the criteria of one of ORDERS, the weightiest first."""
    return tuple(part.strip() for part in order.split(","))


def in_order(waiters: Iterable[Waiter], criteria: Sequence[str]) -> list[Waiter]:
    """Return the list; who has a place by hand stands at it, or last where the list is shorter."""
    known = list(waiters)
    by_rule = sorted((one for one in known if one.place is None), key=lambda one: _key(one, criteria))
    by_hand = sorted((one for one in known if one.place is not None), key=lambda one: (one.place, one.since, one.id))
    for one in by_hand:
        by_rule.insert(max((one.place or 1) - 1, 0), one)
    return by_rule


def _key(waiter: Waiter, criteria: Sequence[str]) -> tuple[object, ...]:
    values = {
        "priority": -waiter.priority,
        "rank": _LAST if waiter.rank is None else waiter.rank,
        "lot": waiter.lot or _LAST,
        "since": waiter.since,
    }
    return (*(values[name] for name in criteria), waiter.since, waiter.id)


def why(waiter: Waiter, criteria: Sequence[str]) -> tuple[Message, ...]:
    """Return what decides a child's place, the weightiest first: ``1st wish``, ``lot 12,345``."""
    if waiter.place is not None:
        return (N_("by hand: {reason}", reason=waiter.reason) if waiter.reason else N_("by hand"),)
    said = {
        "priority": N_("priority {weight}", weight=waiter.priority) if waiter.priority else None,
        "rank": N_("asked for later") if waiter.rank is None else N_("wish {rank}", rank=waiter.rank),
        "lot": N_("lot {number}", number=waiter.lot) if waiter.lot else None,
        "since": None if waiter.lot and "lot" in criteria else N_("since {day}", day=waiter.since.date()),
    }
    return tuple(words for name in criteria if (words := said[name]) is not None)
