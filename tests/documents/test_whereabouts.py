from datetime import time

from ganztag.documents.whereabouts import Where, bands, outside, slots, span_name
from ganztag.queries.paper_rows import Block, PupilDay
from tests.documents.sheets import BLOCK_1, BLOCK_2, lunch, stay

BLOCKS = (BLOCK_1, BLOCK_2)


def test_a_booked_child_without_a_course_is_asked_for_and_never_sent_home() -> None:
    found = slots(PupilDay(1, booked=True, stays=(stay(0, BLOCK_1),)), BLOCKS)
    assert [slot.where for slot in found] == [Where.STAY, Where.CARE_OPEN]


def test_after_the_leave_time_a_child_is_at_home() -> None:
    day = PupilDay(1, booked=True, stays=(stay(0, BLOCK_1),), leaves=time(14, 30))
    assert [slot.where for slot in slots(day, BLOCKS)] == [Where.STAY, Where.HOME]


def test_a_child_that_is_not_booked_is_at_home() -> None:
    assert [slot.where for slot in slots(PupilDay(1), BLOCKS)] == [Where.HOME, Where.HOME]


def test_lunch_is_no_whereabouts() -> None:
    assert [slot.where for slot in slots(PupilDay(1, booked=True, stays=(lunch(),)), BLOCKS)] == [Where.CARE_OPEN] * 2


def test_a_course_over_two_blocks_is_one_slot() -> None:
    (slot,) = slots(PupilDay(1, booked=True, stays=(stay(0, BLOCK_1, BLOCK_2),)), BLOCKS)
    assert (slot.first, slot.last, len(slot.stays)) == (0, 1, 1)


def test_two_courses_at_once_both_stand_in_the_slot() -> None:
    (first, _second) = slots(PupilDay(1, stays=(stay(0, BLOCK_1), stay(1, BLOCK_1))), BLOCKS)
    assert len(first.stays) == 2


def test_a_course_outside_all_blocks_is_not_lost() -> None:
    late = stay(0, Block("", time(16), time(17)))
    day = PupilDay(1, booked=True, stays=(late,))
    assert outside(day, BLOCKS) == [late]


def test_ten_minutes_over_the_bell_are_no_second_block() -> None:
    day = PupilDay(1, stays=(stay(0, Block("", time(13, 30), time(14, 55))),))
    assert [slot.where for slot in slots(day, BLOCKS)] == [Where.STAY, Where.HOME]


def test_blocks_at_about_the_same_time_are_one_row_of_the_week() -> None:
    friday = Block("Block 1", time(13, 15), time(14, 15))
    assert bands([BLOCK_1, BLOCK_2, BLOCK_1, friday]) == [BLOCK_1, BLOCK_2]


def test_a_span_is_named_without_repeating_the_word() -> None:
    block_3 = Block("Block 3", time(16), time(17))
    assert span_name([BLOCK_1, BLOCK_2]) == "Block 1 and 2"
    assert span_name([BLOCK_1, BLOCK_2, block_3]) == "Block 1 to 3"
    assert span_name([BLOCK_1, Block("Spätband", time(16), time(17))]) == "Block 1 and Spätband"
    assert span_name([BLOCK_1, Block("", time(16), time(17))]) == ""
