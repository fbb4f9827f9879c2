"""A proposal where the chosen courses go: as many as can be, as little moved as can be, and proven as far as said."""

import time
from collections.abc import Callable, Collection
from dataclasses import replace

from ganztag.planning.offer import Offer
from ganztag.planning.placing.greedy import first_week
from ganztag.planning.placing.making_room import make_room
from ganztag.planning.placing.needs import Need
from ganztag.planning.placing.outcome import Left, Outcome, Placed
from ganztag.planning.placing.points import points
from ganztag.planning.placing.reasons import why
from ganztag.planning.placing.spots import Task, task
from ganztag.planning.placing.week import Seat, Week

SECONDS = 60.0


def propose(
    offer: Offer,
    chosen: Collection[int],
    *,
    seconds: float = SECONDS,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Outcome:
    """Return where the meetings of the *chosen* courses (ids) go beside all that stays; the same for the same offer.

    Fixed meetings, those on one date only, and all other courses stay. *progress* is told (aims done, all aims) by the
    calling thread, and *cancelled* asked: when it says so, or after *seconds*, the best proposal so far comes back,
    with the bound that is known. Whether it is proven to be the best stands in its levels.
    """
    from ganztag.planning import engine  # noqa: PLC0415 -- the solver, only to solve
    from ganztag.planning.placing import climb  # noqa: PLC0415 -- numpy and the solver, only to solve

    begun = time.monotonic()
    stop = _Stop(cancelled)
    found = task(offer, chosen)
    counted = points(found)
    first = first_week(found, counted)
    make_room(first, counted, stop)
    way = climb.Climb(found, counted, first, begun + seconds, stop, progress or (lambda _done, _all: None))
    week, levels = way.run()
    return Outcome(
        offer=offer,
        chosen=frozenset(chosen),
        placed=_placed(found, week),
        left=_left(found, week),
        levels=levels,
        stopped=way.cut_short,
        seconds=time.monotonic() - begun,
        solver=engine.name(),
    )


class _Stop:
    """Whether somebody asked to stop; once said, it stays so."""

    def __init__(self, cancelled: Callable[[], bool] | None) -> None:
        self._cancelled, self._said = cancelled, False

    def __call__(self) -> bool:
        self._said = self._said or (self._cancelled is not None and self._cancelled())
        return self._said


def _placed(found: Task, week: Week) -> tuple[Placed, ...]:
    rows = []
    for need in found.needs:
        seat = week.seats.get(need.index)
        if seat is not None and seat.spot is not None:
            rows += _parts(found, need, seat)
    return tuple(rows)


def _parts(found: Task, need: Need, seat: Seat) -> list[Placed]:
    """Return each meeting of a need in its own block."""
    assert seat.spot is not None  # only legal seats are asked for
    time_, whole = found.spots[seat.spot].time, seat.meeting
    rows = []
    for place, block in enumerate(time_.blocks):
        was = need.now[place] if need.now else None
        starts, ends = whole.starts, whole.ends
        if was is not None and time_.here:
            starts, ends = was.starts, was.ends
        elif len(time_.blocks) > 1 and block is not None:
            starts, ends = found.offer.index.block[block].starts, found.offer.index.block[block].ends
        rows.append(Placed(need.course.id, was, block, whole.weekday, starts, ends, whole.room, whole.leaders))
    return rows


def _left(found: Task, week: Week) -> tuple[Left, ...]:
    rows = []
    for need in found.needs:
        seat = week.seats.get(need.index)
        if seat is None or seat.spot is None:
            without = _without(week, need)
            reason, hurdles = why(found, without, need)
            rows.append(Left(need.course.id, need.now, reason, hurdles))
    return tuple(rows)


def _without(week: Week, need: Need) -> Week:
    """Return the week as it is for somebody who looks for a place: without the need itself."""
    other = Week(week.task)
    for seat in week.seats.values():
        if seat.need != need.index:
            other.put(replace(seat))
    return other
