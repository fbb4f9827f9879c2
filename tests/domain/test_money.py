"""Amounts of money are read as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganztag.domain.money import cents_of, money, plain_money
from ganztag.domain.objection import Objection
from ganztag.language import speaking


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("24", 2400), ("24,5", 2450), ("24,50 €", 2450), ("24.50", 2450), ("1.234,50", 123450), ("1,234.50", 123450),
        ("1.234", 123400), ("0", 0), ("35,-", 3500), ("  ", None), ("€1,234.50", 123450), ("12 EUR", 1200),
    ],
)  # fmt: skip
def test_amounts_are_read_in_either_language(text: str, cents: int | None) -> None:
    assert cents_of(text) == cents


@pytest.mark.parametrize("text", ["viel", "12,345,6", "-5", "1.23.4", "12,345,67", "--"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(Objection):
        cents_of(text)


@given(cents=st.integers(0, 10**9))
@pytest.mark.parametrize("tag", ["de", "en"])
def test_an_amount_comes_back_from_how_it_is_written(tag: str, cents: int) -> None:
    with speaking(tag):
        assert cents_of(money(cents)) == cents
        assert cents_of(plain_money(cents)) == cents


def test_amounts_are_written_as_the_language_does() -> None:
    assert (money(123450), money(-5), plain_money(None)) == ("1.234,50 €", "−0,05 €", "")
    with speaking("en"):
        assert (money(123450), plain_money(-2450)) == ("€1,234.50", "-24.50")
