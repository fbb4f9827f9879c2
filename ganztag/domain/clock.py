"""The only place that asks what time it is; tests and samples set the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime


def _local_now() -> datetime:
    return datetime.now().replace(microsecond=0)  # noqa: DTZ005 -- a school's times are local


def _utc_now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0, tzinfo=None)


@dataclass(frozen=True)
class Clock:
    """Local wall time for what people read, UTC (naive) for stamps in the file."""

    now: Callable[[], datetime] = _local_now
    utc: Callable[[], datetime] = _utc_now

    def today(self) -> date:
        return self.now().date()


def stopped_at(moment: datetime) -> Clock:
    """Return a clock that stands still, for tests, pictures and the sample school."""
    return Clock(now=lambda: moment, utc=lambda: moment)
