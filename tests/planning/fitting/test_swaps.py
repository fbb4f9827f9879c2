"""What to swap with: moves that resolve a clash, and what they cost."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ganztag import language
from ganztag.planning import clashes
from ganztag.planning.fitting import Swap, draft, swaps
from ganztag.planning.fitting.putting import put, with_meetings
from ganztag.planning.offer import Course, Meeting, Offer
from tests.planning.fitting import weeks
from tests.planning.fitting.weeks import MODELS, OKAFOR, PHOTOS, POTTERY, SEWING, SMALL, WORKSHOP, by_hand


@pytest.fixture(autouse=True)
def english() -> None:
    language.speak("en")


@pytest.fixture
def offer() -> Offer:
    return by_hand()


def _told(swap: Swap) -> tuple[list[tuple[int, int]], str]:
    return [(move.meeting, move.block) for move in swap.moves], str(swap.cost)


def _after(offer: Offer, swap: Swap, meeting: Meeting) -> tuple[Offer, list[Meeting]]:
    known = {**offer.index.meeting, meeting.id: meeting}
    moved = [put(known[move.meeting], offer.index.block[move.block], move.room) for move in swap.moves]
    return with_meetings(offer, moved), moved


def test_the_cheapest_way_is_that_the_other_one_moves_away(offer: Offer) -> None:
    found = swaps(offer, offer.index.meeting[POTTERY])
    assert _told(found[0]) == ([(MODELS, 22)], "1 move, no clash")
    assert found[0].solves
    assert (found[0].partner, found[0].rooms_changed) == (MODELS, 0)


def test_a_place_that_somebody_has_is_reached_by_two_moves(offer: Offer) -> None:
    found = {swap.partner: swap for swap in swaps(offer, offer.index.meeting[POTTERY])}
    assert _told(found[SEWING]) == ([(POTTERY, 11), (SEWING, 12)], "2 moves, no clash")


def test_each_partner_is_named_once_and_what_solves_comes_first(offer: Offer) -> None:
    found = swaps(offer, offer.index.meeting[POTTERY])
    assert len({swap.partner for swap in found}) == len(found) > 1
    assert [swap.solves for swap in found] == sorted((swap.solves for swap in found), reverse=True)


def test_what_is_fixed_makes_no_room(offer: Offer) -> None:
    fixed = with_meetings(offer, [replace(offer.index.meeting[MODELS], fixed=True)])
    found = swaps(fixed, fixed.index.meeting[POTTERY])
    assert MODELS not in {move.meeting for swap in found for move in swap.moves}


def test_a_fixed_meeting_stays_and_the_other_one_moves(offer: Offer) -> None:
    pottery = replace(offer.index.meeting[POTTERY], fixed=True)
    found = swaps(with_meetings(offer, [pottery]), pottery)
    assert [_told(swap)[0] for swap in found] == [[(MODELS, 22)]]


def test_another_room_is_part_of_the_price(offer: Offer) -> None:
    """Sewing has the hall on Tuesday, later; models can only evade it within the first block, in the small room."""
    elsewhere = [
        replace(one, rooms=(WORKSHOP, SMALL), blocks=(21,)) if one.id == MODELS else one for one in offer.courses
    ]
    found = swaps(offer.changed(courses=tuple(elsewhere)), offer.index.meeting[POTTERY])
    assert _told(found[0]) == ([(MODELS, 21)], "1 move, 1 other room")
    assert found[0].moves[0].room == SMALL


def test_a_draft_gets_a_place_when_somebody_makes_room(offer: Offer) -> None:
    chor = Course(9, "Chor", max_size=16, blocks=(11,), rooms=(WORKSHOP,))
    more = offer.changed(courses=(*offer.courses, chor))
    first = swaps(more, draft(more, 9))[0]
    assert [(move.meeting, move.course, move.block) for move in first.moves] == [(0, 9, 11), (SEWING, SEWING, 12)]


def test_two_who_are_in_the_way_leave_both(offer: Offer) -> None:
    photos = replace(weeks.meeting(PHOTOS, 21, SMALL, (weeks.NOVAK,)), course=PHOTOS)
    pottery = replace(offer.index.meeting[POTTERY], leaders=(weeks.SAHIN, OKAFOR), fixed=True)
    models = replace(offer.index.meeting[MODELS], leaders=())
    busy = with_meetings(offer, [photos, pottery, models])
    found = swaps(busy, pottery)
    assert sorted(move.meeting for move in found[0].moves) == [MODELS, PHOTOS]
    assert found[0].solves


def test_blocks_in_a_row_are_not_torn_apart(offer: Offer) -> None:
    second = replace(weeks.meeting(9, 22, WORKSHOP, (OKAFOR,)), course=MODELS)
    longer = offer.changed(meetings=(*offer.meetings, second))
    found = swaps(longer, offer.index.meeting[POTTERY])
    assert {move.meeting for swap in found for move in swap.moves}.isdisjoint({MODELS, 9})


def test_nothing_is_swapped_where_nobody_is_in_the_way(offer: Offer) -> None:
    alone = offer.changed(meetings=(offer.index.meeting[POTTERY],))
    assert swaps(alone, alone.meetings[0]) == ()


@settings(max_examples=100, deadline=None)
@given(weeks.small_weeks(), st.data())
def test_a_swap_that_solves_leaves_no_error(offer: Offer, data: st.DataObject) -> None:
    meeting = data.draw(st.sampled_from(offer.meetings))
    found = swaps(offer, meeting)
    assert len(found) <= 6
    for swap in found:
        assert not any(offer.index.meeting[move.meeting].fixed for move in swap.moves if move.block != 0)
        then, moved = _after(offer, swap, meeting)
        errors = [f for f in clashes.findings(then) if f.severity == "error"]
        if swap.solves:
            assert not any(one.id in error.meetings for one in (*moved, meeting) for error in errors)
        twice = {"room twice", "leader twice"}
        assert not any(meeting.id in error.meetings and error.code in twice for error in errors)
