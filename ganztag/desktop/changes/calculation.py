"""The long work of the screen: plain data in, exchanges or places for a late child out."""

from collections.abc import Callable

from ganztag.desktop.changes.case_panels import LatePlans
from ganztag.planning.exchanges.case import Case
from ganztag.planning.exchanges.chains import Exchange
from ganztag.planning.exchanges.search import chains, place_late, swaps

Progress = Callable[[int, int], None]


def look_for_exchanges(case: Case, *, progress: Progress) -> tuple[Exchange, ...]:
    """Return the exchanges among places that are taken, and the chains that begin with a free place."""
    return (*swaps(case, progress=progress).exchanges, *chains(case, progress=progress).exchanges)


def look_for_places(case: Case, pupil_id: int, *, progress: Progress) -> LatePlans:
    """Return where a late child fits: where nobody else moves, and with the fewest moves where that is better."""
    late = frozenset({pupil_id})
    still = place_late(case, late, moving=False, progress=progress)
    moving = place_late(case, late, moving=True, progress=progress)
    return LatePlans(pupil_id, still, moving if moving is None or moving.moved else None)
