"""Proposals against every proposal there is, and what each hard rule does."""

import random
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ganztag.planning.offer import Block, Course, Enrolment, Leader, Meeting, Offer, Room, Window
from ganztag.planning.placing import Outcome, Placed, propose
from ganztag.planning.placing.judge import audit
from ganztag.planning.placing.needs import needs
from tests.planning.placing.by_hand import best_value, how_many, value
from tests.planning.placing.made_up import made_up

_MOST_TO_TRY = 3000


@pytest.mark.parametrize("seed", range(90))
def test_a_proposal_is_as_good_as_the_best_of_all_and_the_judge_finds_nothing(seed: int) -> None:
    offer, draw = made_up(seed), random.Random(seed)
    chosen = frozenset(course.id for course in offer.courses if draw.random() < 0.8)
    outcome = propose(offer, chosen, seconds=30)
    assert audit(outcome) == ()
    assert outcome.proven
    assert all(str(left.reason) for left in outcome.left)
    if how_many(offer, chosen) <= _MOST_TO_TRY:
        assert value(outcome) == best_value(offer, chosen)


def test_the_order_of_the_rows_does_not_matter() -> None:
    for seed in range(8):
        offer, draw = made_up(seed, courses=6), random.Random(seed)
        mixed: dict[str, Any] = {
            name: tuple(draw.sample(getattr(offer, name), len(getattr(offer, name))))
            for name in ("courses", "meetings", "blocks", "rooms", "leaders", "enrolments")
        }
        chosen = [course.id for course in offer.courses]
        one, other = propose(offer, chosen, seconds=30), propose(replace(offer, **mixed), chosen[::-1], seconds=30)
        assert (one.placed, one.left, one.levels) == (other.placed, other.left, other.levels)


FIRST, LAST = date(2026, 8, 1), date(2027, 1, 31)
MONDAY, LATER, TUESDAY = (
    Block(1, 1, 840, 900, "1. Block"),
    Block(2, 1, 900, 960, "2. Block"),
    Block(3, 2, 840, 900, "1. Block"),
)
ROOM = Room(1, "R 104", places=20)
ADA, BEN = Leader(1, "Ada"), Leader(2, "Ben")


def _offer(*courses: Course, **parts: Any) -> Offer:
    known: dict[str, Any] = {"blocks": (MONDAY,), "rooms": (ROOM,), "leaders": (ADA, BEN)}
    return Offer(FIRST, LAST, FIRST, courses=courses, **(known | parts))


def _place(offer: Offer, *chosen: int) -> Outcome:
    outcome = propose(offer, chosen or [course.id for course in offer.courses], seconds=30)
    assert audit(outcome) == ()
    assert outcome.proven
    return outcome


def _only(outcome: Outcome) -> Placed:
    assert outcome.left == ()
    assert len(outcome.placed) == 1
    return outcome.placed[0]


def test_a_course_gets_block_room_and_leader() -> None:
    placed = _only(_place(_offer(Course(1, "Robotik", leaders=(2,)))))
    assert (placed.block, placed.room, placed.leaders, placed.was) == (1, 1, (2,), None)
    assert (placed.weekday, placed.starts, placed.ends) == (1, 840, 900)


def test_a_school_without_rooms_places_all_the_same() -> None:
    assert _only(_place(_offer(Course(1, "Robotik"), rooms=()))).room is None


def test_nobody_leads_two_courses_at_once() -> None:
    offer = _offer(Course(1, "A", leaders=(1,)), Course(2, "B", leaders=(1,)), rooms=(ROOM, Room(2, "R 105")))
    outcome = _place(offer)
    assert len(outcome.placed) == 1
    assert "Ada" in str(outcome.left[0].reason)
    assert len(_place(replace(offer, blocks=(MONDAY, TUESDAY))).placed) == 2


def test_another_leader_takes_over_where_one_is_busy() -> None:
    offer = _offer(Course(1, "A", leaders=(1,)), Course(2, "B", leaders=(1, 2)), rooms=(ROOM, Room(2, "R 105")))
    assert {placed.course: placed.leaders for placed in _place(offer).placed} == {1: (1,), 2: (2,)}


def test_a_room_holds_one_course_unless_it_is_shared() -> None:
    two = Course(1, "A", rooms=(1,)), Course(2, "B", rooms=(1,))
    assert len(_place(_offer(*two)).placed) == 1
    assert len(_place(_offer(*two, rooms=(replace(ROOM, shared=True),))).placed) == 2


def test_a_shared_room_takes_no_more_children_than_it_has_places() -> None:
    hall = replace(ROOM, shared=True, places=20)
    courses = [Course(number, "A", min_size=8, rooms=(1,)) for number in (1, 2, 3)]
    assert len(_place(_offer(*courses, rooms=(hall,))).placed) == 2


def test_a_shared_room_is_only_for_those_that_ask_for_it() -> None:
    outcome = _place(_offer(Course(1, "A"), rooms=(replace(ROOM, shared=True),)))
    assert outcome.placed == ()
    assert "mehrere Kurse" in str(outcome.left[0].reason) or "several" in str(outcome.left[0].reason)


def test_a_part_and_its_whole_are_one_room() -> None:
    rooms = Room(1, "Halle"), Room(2, "Drittel", part_of=1), Room(3, "Drittel 2", part_of=1)
    parts = Course(1, "A", rooms=(2,)), Course(2, "B", rooms=(3,))
    assert len(_place(_offer(*parts, rooms=rooms)).placed) == 2
    assert len(_place(_offer(parts[0], Course(2, "B", rooms=(1,)), rooms=rooms)).placed) == 1


def test_a_room_is_large_enough_and_has_what_is_needed() -> None:
    rooms = Room(1, "klein", places=9), Room(2, "Aula", places=30, equipment=frozenset({"Klavier"})), Room(3, "groß")
    children = tuple(Enrolment(child, 2) for child in range(10))
    offer = _offer(
        Course(1, "Chor", equipment=frozenset({"Klavier"})), Course(2, "Kunst"), rooms=rooms, enrolments=children
    )
    assert {placed.course: placed.room for placed in _place(offer).placed} == {1: 2, 2: 3}
    lacking = _place(_offer(Course(1, "Ton", equipment=frozenset({"Brennofen"})), rooms=rooms))
    assert "Brennofen" in str(lacking.left[0].reason)


def test_the_best_fitting_room_is_taken() -> None:
    rooms = Room(1, "Aula", places=200), Room(2, "klein", places=8), Room(3, "passt", places=16)
    assert _only(_place(_offer(Course(1, "A", min_size=5, max_size=15), rooms=rooms))).room == 3


def test_a_room_and_a_leader_have_to_be_there() -> None:
    closed = replace(ROOM, windows=(Window(1, 0, 870, reason="Unterricht"),))
    outcome = _place(_offer(Course(1, "A"), rooms=(closed,)))
    assert "Unterricht" in str(outcome.left[0].hurdles[0].message)
    away = replace(ADA, windows=(Window(2, 0, 1440, available=True),))
    course = Course(1, "A", leaders=(1,))
    assert "Ada" in str(_place(_offer(course, leaders=(away,))).left[0].reason)
    assert _only(_place(_offer(course, leaders=(away,), blocks=(MONDAY, TUESDAY)))).block == 3


def test_nobody_gets_more_hours_than_they_may() -> None:
    few = replace(ADA, max_minutes=90)
    two = Course(1, "A", leaders=(1,)), Course(2, "B", leaders=(1,))
    outcome = _place(_offer(*two, leaders=(few,), blocks=(MONDAY, TUESDAY)))
    assert len(outcome.placed) == 1
    assert outcome.left[0].hurdles


def test_what_is_in_other_weeks_is_in_nobodys_way() -> None:
    staying = Meeting(1, 2, 1, 840, 900, 1, 1, (1,), "A")
    waiting = Meeting(2, 1, 2, 840, 900, 3, None, (1,), "B")
    offer = _offer(
        Course(1, "A", leaders=(1,), blocks=(1,)),
        Course(2, "B"),
        meetings=(staying, waiting),
        blocks=(MONDAY, TUESDAY),
    )
    placed = _only(_place(offer, 1))
    assert (placed.block, placed.room) == (1, 1)


def test_there_is_time_to_clear_the_room() -> None:
    two = Course(1, "A", rooms=(1,)), Course(2, "B", rooms=(1,))
    near = {"blocks": (MONDAY, LATER)}
    assert len(_place(_offer(*two, **near)).placed) == 2
    assert len(_place(_offer(*two, rooms=(replace(ROOM, cleanup=10),), **near)).placed) == 1


def test_there_is_time_for_the_way_to_another_building() -> None:
    rooms = Room(1, "alt", building="Altbau"), Room(2, "neu", building="Neubau")
    two = Course(1, "A", rooms=(1,), leaders=(1,), blocks=(1,)), Course(2, "B", rooms=(2,), leaders=(1,), blocks=(2,))
    offer = _offer(*two, rooms=rooms, blocks=(MONDAY, LATER))
    assert len(_place(offer).placed) == 1
    assert len(_place(replace(offer, courses=(two[0], replace(two[1], rooms=(1, 2))))).placed) == 2


def test_children_are_in_one_course_at_a_time() -> None:
    both = tuple(Enrolment(7, course) for course in (1, 2))
    rooms = ROOM, Room(2, "R 105")
    offer = _offer(Course(1, "A"), Course(2, "B"), rooms=rooms, enrolments=both)
    assert len(_place(offer).placed) == 1
    assert len(_place(replace(offer, blocks=(MONDAY, TUESDAY))).placed) == 2
    after = Enrolment(7, 1, last=date(2026, 10, 1)), Enrolment(7, 2, first=date(2026, 10, 2))
    assert len(_place(replace(offer, enrolments=after)).placed) == 2


def test_several_meetings_are_on_different_days() -> None:
    offer = _offer(Course(1, "A", meetings_wanted=2), blocks=(MONDAY, LATER, TUESDAY))
    assert sorted(placed.weekday for placed in _place(offer).placed) == [1, 2]
    one_day = _place(replace(offer, blocks=(MONDAY, LATER)))
    assert len(one_day.placed) == 1
    assert one_day.left[0].hurdles


def test_what_is_fixed_or_not_chosen_stays() -> None:
    fixed = Meeting(1, 1, 1, 840, 900, 1, 1, (), fixed=True)
    offer = _offer(Course(1, "A"), Course(2, "B", blocks=(1,)), meetings=(fixed,), blocks=(MONDAY, TUESDAY))
    assert "A" in str(_place(offer).left[0].hurdles[0].message)
    free = replace(offer, meetings=(replace(fixed, fixed=False),))
    assert _place(free, 2).placed == ()
    assert {placed.course: placed.block for placed in _place(free).placed} == {1: 3, 2: 1}


def test_as_little_as_possible_moves() -> None:
    here = Meeting(1, 1, 1, 840, 900, 1, 1, (1,))
    rooms = ROOM, Room(2, "R 105", places=20)
    offer = _offer(Course(1, "A", leaders=(1,)), Course(2, "B", rooms=(1,), blocks=(1,)), meetings=(here,), rooms=rooms)
    first = next(placed for placed in _place(offer).placed if placed.course == 1)
    assert (first.block, first.room, first.moves_room, first.moves_time) == (1, 2, True, False)


def test_what_clashes_now_is_mended_where_that_can_be() -> None:
    clash = Meeting(1, 1, 1, 840, 900, 1, 1, ()), Meeting(2, 2, 1, 840, 900, 1, 1, ())
    offer = _offer(Course(1, "A"), Course(2, "B"), meetings=clash)
    stuck = _place(offer)
    assert len(stuck.left) == 1
    assert stuck.left[0].meetings
    mended = _place(replace(offer, blocks=(MONDAY, TUESDAY)))
    assert sorted(placed.block or 0 for placed in mended.placed) == [1, 3]


def test_blocks_in_a_row_move_together() -> None:
    row = Meeting(1, 1, 1, 840, 900, 1, 1, (1,)), Meeting(2, 1, 1, 900, 960, 2, 1, (1,))
    other = Block(4, 2, 900, 960)
    course = Course(1, "A", meetings_wanted=2, blocks=(3, 4), leaders=(1,))
    offer = _offer(course, meetings=row, blocks=(MONDAY, LATER, TUESDAY, other))
    assert len(needs(offer, [1])) == 1
    placed = _place(offer).placed
    assert [(one.was and one.was.id, one.block) for one in placed] == [(1, 3), (2, 4)]
    assert _place(replace(offer, blocks=(MONDAY, LATER, TUESDAY))).placed == ()


def test_a_meeting_over_two_blocks_keeps_its_length() -> None:
    long = Meeting(1, 1, 1, 840, 960, 1, 1, ())
    offer = _offer(
        Course(1, "A", blocks=(3, 4)), meetings=(long,), blocks=(MONDAY, LATER, TUESDAY, Block(4, 2, 905, 965))
    )
    placed = _only(_place(offer))
    assert (placed.block, placed.starts, placed.ends) == (3, 840, 965)
