"""How fast she types: children a minute, only once enough were typed one after the other. Knows no Qt."""

import time
from collections import deque
from collections.abc import Callable

_LATEST = 12  # children that are looked at
_FEWEST = 5
_BREAK = 60.0  # seconds: after that she was doing something else


class Pace:
    """Told of each child whose wishes were written; *now* gives seconds that only grow."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._times: deque[float] = deque(maxlen=_LATEST)
        self._child: int | None = None

    def written(self, pupil_id: int) -> None:
        """Count a child when its first block is written."""
        if pupil_id == self._child:
            return
        now = self._now()
        if self._times and now - self._times[-1] > _BREAK:
            self._times.clear()
        self._child = pupil_id
        self._times.append(now)

    def per_minute(self) -> int | None:
        """Return the children a minute of the latest stretch, None while there were too few or after a break."""
        if len(self._times) < _FEWEST or self._now() - self._times[-1] > _BREAK:
            return None
        spent = self._times[-1] - self._times[0]
        return round((len(self._times) - 1) * 60 / spent) if spent > 0 else None
