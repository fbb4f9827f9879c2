"""The long work of the dialog: the offer in, a proposal out; when it is stopped, the best so far."""

from collections.abc import Callable, Collection

from ganztag.desktop.jobs import Stopped
from ganztag.planning.offer import Offer
from ganztag.planning.placing import SECONDS, Outcome, propose


def calculate(
    offer: Offer, chosen: Collection[int], seconds: float = SECONDS, *, progress: Callable[[int, int], None]
) -> Outcome:
    """Return the best proposal that was found; *progress* is told (aims done, all) and raises to stop."""
    watched = _Watched(progress)
    return propose(offer, chosen, seconds=seconds, progress=watched.tell, cancelled=watched.stop_wanted)


class _Watched:
    """Turns a progress that raises into one that can be asked."""

    def __init__(self, progress: Callable[[int, int], None]) -> None:
        self._progress = progress
        self._step = (0, 0)

    def tell(self, done: int, whole: int) -> None:
        self._step = (done, whole)

    def stop_wanted(self) -> bool:
        try:
            self._progress(*self._step)
        except Stopped:
            return True
        return False
