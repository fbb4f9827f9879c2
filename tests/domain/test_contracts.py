"""Which contract holds, and what a session comes to."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganztag.domain.allowances import Allowance
from ganztag.domain.contracts import UNIT_MINUTES, current, fee_cents, in_force


@dataclass(frozen=True)
class Signed:
    id: int
    starts: date | None = None
    ends: date | None = None


OLD = Signed(1, date(2025, 8, 1), date(2026, 1, 31))
NOW = Signed(2, date(2026, 2, 1), date(2026, 7, 31))
BESIDE = Signed(3, date(2026, 3, 1), date(2026, 4, 30))


def test_of_two_contracts_at_once_the_later_one_counts() -> None:
    assert in_force((OLD, NOW, BESIDE), date(2026, 3, 15)) is BESIDE
    assert in_force((OLD, NOW, BESIDE), date(2026, 5, 15)) is NOW
    assert in_force((OLD, NOW), date(2026, 8, 1)) is None
    assert in_force((Signed(4),), date(1999, 1, 1)) == Signed(4)


def test_the_contract_that_is_shown_holds_or_comes_next_or_was_the_last() -> None:
    assert current((OLD, NOW), date(2025, 7, 1)) is OLD
    assert current((OLD, NOW), date(2026, 2, 1)) is NOW
    assert current((OLD, NOW), date(2027, 1, 1)) is NOW
    assert current((), date(2027, 1, 1)) is None


@pytest.mark.parametrize(
    ("minutes", "unit", "rate", "cents"),
    [
        (90, 45, 2400, 4800),
        (60, 45, 2400, 3200),
        (50, 45, 2401, 2668),
        (45, 60, 3333, 2500),
        (1, 90, 45, 1),
        (0, 45, 9, 0),
    ],
)
def test_a_session_is_rounded_to_whole_cents_half_a_cent_up(minutes: int, unit: int, rate: int, cents: int) -> None:
    assert fee_cents(minutes, unit, rate) == cents


@given(minutes=st.integers(0, 600), unit=st.sampled_from(UNIT_MINUTES), rate=st.integers(0, 100_000))
def test_no_fee_is_further_from_the_exact_one_than_half_a_cent(minutes: int, unit: int, rate: int) -> None:
    exact = Fraction(minutes * rate, unit)
    assert 0 <= exact + Fraction(1, 2) - fee_cents(minutes, unit, rate) < 1


@pytest.mark.parametrize(
    ("earned", "expected", "elsewhere", "state", "left"),
    [
        (100, 200, 0, "ok", 800),
        (100, 900, 0, "near", 100),
        (100, 1000, 0, "near", 0),
        (100, 1001, 0, "will_be_over", -1),
        (100, 200, 801, "will_be_over", -1),
        (301, 400, 700, "over", -100),
        (1, 1, 5000, "over", -1),
    ],
)
def test_an_allowance_is_measured_with_what_is_earned_elsewhere(
    earned: int, expected: int, elsewhere: int, state: str, left: int
) -> None:
    allowance = Allowance("trainer", 2026, 1000, elsewhere, earned, expected)
    assert (allowance.state, allowance.left) == (state, left)


def test_without_an_amount_for_the_year_nothing_is_over() -> None:
    allowance = Allowance("trainer", 2019, None, 0, 500_000, 900_000)
    assert (allowance.state, allowance.over, allowance.left) == ("ok", 0, None)
