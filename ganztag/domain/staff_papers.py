"""Papers that the school has to have seen of its leaders: never a copy, only that and when (§ 72a Abs. 5 SGB VIII)."""

from dataclasses import dataclass, field
from datetime import date

PAPER_STATES = ("seen", "not_needed")


@dataclass(eq=False, kw_only=True)
class Requirement:
    """A paper that people of these *kinds* (parted by commas; none: all) need; valid for some months, or for good."""

    id: int = field(init=False)
    name: str
    position: int = 0
    kinds: str = ""
    valid_months: int | None = None
    warn_days: int = 60
    required: bool = True
    source: str = ""


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
