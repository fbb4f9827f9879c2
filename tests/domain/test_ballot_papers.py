"""The numbers of ballot slips: short, readable in several ways, and any slip of a finger is noticed."""

import pytest

from ganztag.domain.ballot_papers import Said, check_digit, slip_number, slip_serial


def test_a_number_has_four_digits_and_a_check_digit() -> None:
    assert slip_number(473).startswith("0473-")
    assert len(slip_number(12345)) == len("12345-6")
    assert len({slip_number(serial) for serial in range(1, 3000)}) == 2999


@pytest.mark.parametrize("serial", [1, 7, 473, 1200, 99999])
def test_a_number_is_read_however_it_is_typed(serial: int) -> None:
    number = slip_number(serial)
    plain = number.replace("-", "")
    typed = (number, plain, plain.lstrip("0"), f"#{number}", f" 4a-{number} ", f"#{plain}", number.lstrip("0"))
    assert {slip_serial(text) for text in typed} == {serial}


def test_each_wrong_digit_and_each_swap_of_two_neighbours_is_noticed() -> None:
    for serial in range(1, 400):
        digits = slip_number(serial).replace("-", "")
        for place, digit in enumerate(digits):
            for other in set("0123456789") - {digit}:
                assert slip_serial(digits[:place] + other + digits[place + 1 :]) is None
        for place in range(len(digits) - 1):
            one, two = digits[place], digits[place + 1]
            if one != two:
                assert slip_serial(digits[:place] + two + one + digits[place + 2 :]) is None


@pytest.mark.parametrize("text", ["", "-", "#", "abc", "4a", "12-x", "٤٧٣٦", "1.5"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert slip_serial(text) is None


def test_leading_zeros_do_not_change_the_check_digit() -> None:
    assert check_digit("0473") == check_digit("473")


def test_what_is_said_is_compared_in_one_order() -> None:
    one, two = Said(((2, 5), (1, 7))), Said(((1, 7), (2, 5), (1, 7)))
    assert one.in_order() == two.in_order()
    assert Said().is_empty
    assert not Said(none=True).is_empty
