"""What people are paid: contracts with rates, and what they earned elsewhere under the same allowance."""

from dataclasses import dataclass, field
from datetime import date

UNIT_MINUTES = (45, 60, 90)
ALLOWANCES = ("", "trainer", "volunteer")  # § 3 no. 26 and 26a EStG


@dataclass(eq=False, kw_only=True)
class Contract:
    """An agreement with a leader from a day to a day; the rate is paid for each *unit_minutes*."""

    id: int = field(init=False)
    staff_id: int
    number: str = ""
    starts: date | None = None
    ends: date | None = None
    rate_cents: int | None = None
    unit_minutes: int = 45
    allowance: str = ""
    note: str = ""


@dataclass(eq=False, kw_only=True)
class IncomeElsewhere:
    """What a person declared to have earned elsewhere in a calendar year under the same allowance."""

    id: int = field(init=False)
    staff_id: int
    year: int
    cents: int
    declared_on: date | None = None
