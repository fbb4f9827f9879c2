"""The order of a waiting list, and how it is explained."""

from datetime import datetime

import pytest

from ganztag.domain.waiting_order import ORDERS, USUAL_ORDER, Waiter, criteria_of, in_order, why

MONDAY, TUESDAY = datetime(2026, 9, 14, 8), datetime(2026, 9, 15, 8)  # noqa: DTZ001 -- as the file keeps them
USUAL = criteria_of(USUAL_ORDER)


def _ids(waiters: list[Waiter], order: str = USUAL_ORDER) -> list[int]:
    return [one.id for one in in_order(waiters, criteria_of(order))]


def test_priority_counts_first_then_the_wish_then_the_lot_then_who_asked_first() -> None:
    waiters = [
        Waiter(1, TUESDAY, rank=1, lot=900),
        Waiter(2, MONDAY, rank=None),
        Waiter(3, MONDAY, rank=2, lot=3),
        Waiter(4, TUESDAY, rank=1, lot=12),
        Waiter(5, TUESDAY, rank=3, priority=1, lot=999),
        Waiter(6, TUESDAY, rank=None),
    ]
    assert _ids(waiters) == [5, 4, 1, 3, 2, 6]
    assert _ids(waiters[::-1]) == [5, 4, 1, 3, 2, 6]


def test_the_school_chooses_which_criteria_count() -> None:
    waiters = [Waiter(1, TUESDAY, rank=1, lot=900), Waiter(2, MONDAY, rank=3, lot=5), Waiter(3, MONDAY)]
    assert _ids(waiters, "lot, since") == [2, 1, 3]
    assert _ids(waiters, "since") == [2, 3, 1]


def test_a_place_by_hand_is_kept_whatever_the_others_have() -> None:
    waiters = [Waiter(1, MONDAY, rank=1, lot=1), Waiter(2, MONDAY, rank=1, lot=2), Waiter(3, MONDAY, rank=3, place=2)]
    assert _ids(waiters) == [1, 3, 2]
    assert _ids([*waiters, Waiter(4, MONDAY, place=1)]) == [4, 3, 1, 2]
    assert _ids([waiters[2]]) == [3]


def test_the_order_says_why() -> None:
    said = why(Waiter(1, MONDAY, rank=1, lot=12345), USUAL)
    assert [part.msgid for part in said] == ["wish {rank}", "lot {number}"]  # the lot has decided
    assert [list(part.values.values()) for part in said] == [[1], [12345]]
    said = why(Waiter(1, MONDAY), USUAL)
    assert [part.msgid for part in said] == ["asked for later", "since {day}"]
    assert [part.values for part in why(Waiter(1, MONDAY, priority=2), ("priority", "lot"))] == [{"weight": 2}]
    (by_hand,) = why(Waiter(1, MONDAY, place=1, reason="Geschwister"), USUAL)
    assert by_hand.values == {"reason": "Geschwister"}


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_a_school_can_choose_ends_with_something_that_parts_all(order: str) -> None:
    waiters = [Waiter(1, MONDAY, rank=1, lot=3), Waiter(2, MONDAY, rank=1, lot=3)]
    assert _ids(waiters, order) == [1, 2]
    assert criteria_of(order)[-1] == "since"
