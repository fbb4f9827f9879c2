"""Papers that the school has to have seen of its leaders: never a copy, only that and when (§ 72a Abs. 5 SGB VIII)."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta

PAPER_STATES = ("seen", "not_needed")
STANDINGS = ("expired", "missing", "due_soon", "seen", "not_needed")  # the most pressing first


@dataclass(eq=False, kw_only=True)
class Requirement:
    """A paper that people of these *kinds* (parted by commas; none: all) need; valid for some months, or for good.

    *holds_until*: the last day on which it counts, whenever it was seen; a law that ends.
    """

    id: int = field(init=False)
    name: str
    position: int = 0
    kinds: str = ""
    valid_months: int | None = None
    warn_days: int = 60
    required: bool = True
    source: str = ""
    holds_until: date | None = None


@dataclass(eq=False, kw_only=True)
class StaffPaper:
    """When somebody's paper was seen, until when it holds, or that it is not needed."""

    id: int = field(init=False)
    staff_id: int
    requirement_id: int
    state: str = "seen"
    seen: date | None = None
    expires: date | None = None
    note: str = ""


def kinds_of(text: str) -> tuple[str, ...]:
    """Return the kinds of staff that a requirement names; none: all."""
    return tuple(kind for part in text.split(",") if (kind := part.strip()))


def concerns(kinds: str, kind: str) -> bool:
    """Say whether a requirement for these *kinds* concerns a person of this kind."""
    named = kinds_of(kinds)
    return not named or kind in named


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or the last one of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due(seen: date | None, expires: date | None, valid_months: int | None, holds_until: date | None) -> date | None:
    """Return the last day on which a paper holds, None for good; what stands on it goes before the usual span."""
    last = expires
    if last is None and seen is not None and valid_months:
        last = months_after(seen, valid_months)
    ends = [day for day in (last, holds_until) if day is not None]
    return min(ends, default=None)


def standing(state: str, last: date | None, warn_days: int, day: date) -> str:
    """Return how a paper stands on a day, one of STANDINGS; *state* is seen, not_needed or missing."""
    if state != "seen" or last is None:
        return state
    if day > last:
        return "expired"
    return "due_soon" if last - day <= timedelta(days=warn_days) else "seen"
