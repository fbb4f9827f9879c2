"""What people are paid: contracts with rates, and what they earned elsewhere under the same allowance."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from ganztag.domain.school_year import holds_on

UNIT_MINUTES = (45, 60, 90)
ALLOWANCES = ("", "trainer", "volunteer")  # § 3 no. 26 and 26a EStG
PAID_KINDS = ("freelancer", "volunteer")  # of staff: those with whom the school itself has a contract


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


class Spanned(Protocol):
    """Something that holds from a day to a day."""

    @property
    def id(self) -> int: ...

    @property
    def starts(self) -> date | None: ...

    @property
    def ends(self) -> date | None: ...


S = TypeVar("S", bound=Spanned)


def in_force(contracts: Sequence[S], day: date) -> S | None:
    """Return the contract that holds on a day, of several the one that began last; None where there is none."""
    there = [one for one in contracts if holds_on(day, one.starts, one.ends)]
    return max(there, key=lambda one: (one.starts or date.min, one.id), default=None)


def current(contracts: Sequence[S], day: date) -> S | None:
    """Return the contract that holds on a day or will hold next, else the last one there was."""
    holding = [one for one in contracts if one.ends is None or one.ends >= day]
    if not holding:
        return max(contracts, key=lambda one: (one.ends or date.max, one.id), default=None)
    return in_force(holding, day) or min(holding, key=lambda one: (one.starts or date.min, one.id))


def fee_cents(minutes: int, unit_minutes: int, rate_cents: int) -> int:
    """Return the fee of one session in whole cents.

    Minutes by the contract's unit, at the rate for one unit; half a cent is rounded up. Each session is rounded for
    itself, and sums are sums of these, so that what is printed adds up.
    """
    return (2 * minutes * rate_cents + unit_minutes) // (2 * unit_minutes)
