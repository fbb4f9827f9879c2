"""Does it fit? Where a meeting could be, what it could be swapped with, which rooms are free, who could lead it.

All of it rests on the rules: a place fits where ``clashes.of_meeting`` finds nothing that is not there anyway.
"""

from collections.abc import Mapping
from itertools import islice

from ganztag.planning.fitting.judging import Fitting
from ganztag.planning.fitting.leading import fits_of_leader
from ganztag.planning.fitting.putting import draft, in_order, waiting
from ganztag.planning.fitting.rooms import free_rooms
from ganztag.planning.fitting.swaps import swaps
from ganztag.planning.fitting.verdict import FreeRoom, LeaderFit, Move, Swap, Verdict, Waiting
from ganztag.planning.offer import Meeting, Offer

__all__ = [
    "FreeRoom", "LeaderFit", "Move", "Swap", "Verdict", "Waiting",
    "draft", "fits_of_leader", "free_rooms", "places", "swaps", "verdicts", "waiting",
]  # fmt: skip


def verdicts(offer: Offer, meeting: Meeting, *, along: tuple[Meeting, ...] = ()) -> Mapping[int, Verdict]:
    """Return block -> verdict for all blocks through the week; the best place that fits is marked.

    *along* are the meetings of the same course that move along into the blocks right after, in their order.
    """
    return Fitting(offer, meeting, along).verdicts()


def places(offer: Offer, meeting: Meeting, *, along: tuple[Meeting, ...] = (), rooms: int = 1) -> tuple[Verdict, ...]:
    """Return all places but the present one, best first, up to *rooms* rooms for each block; the impossible ones last.

    Of a block in which no room goes there is one verdict; it says why.
    """
    fitting = Fitting(offer, meeting, along)
    here = (meeting.block, meeting.room) if fitting.standing else None
    found: list[Verdict] = []
    for block in in_order(offer.blocks):
        others = (verdict for verdict in fitting.choices(block) if (verdict.block, verdict.room) != here)
        found += islice(others, rooms)
    found = [verdict for verdict in found if verdict.state != "no" or verdict.block != meeting.block]
    return tuple(fitting.praised(sorted(found, key=fitting.rank)))
