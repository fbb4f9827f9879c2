"""How full the rooms are over the week."""

from datetime import date

from ganztag.planning.occupation import blocks_of, free_in, occupation
from ganztag.planning.offer import Block, Course, Meeting, Offer, Room, Window

HALL, KITCHEN, THIRD = 1, 2, 3


def offer(*meetings: Meeting, rooms: tuple[Room, ...] = (Room(HALL, "Halle"), Room(KITCHEN, "Küche"))) -> Offer:
    courses = tuple(Course(key, f"Kurs {key}") for key in sorted({meeting.course for meeting in meetings}))
    blocks = (Block(20, 2, 840, 930), Block(11, 1, 940, 1000), Block(10, 1, 840, 930))
    return Offer(date(2026, 8, 1), date(2027, 1, 31), date(2026, 9, 14), courses, meetings, blocks, rooms)


def meeting(key: int, course: int, room: int = HALL, *, rhythm: str = "weekly") -> Meeting:
    return Meeting(key, course, 1, 840, 930, 10, room, rhythm=rhythm)


def test_blocks_stand_in_the_order_of_the_week_and_rooms_by_name() -> None:
    made = offer()
    assert [block.id for block in blocks_of(made)] == [10, 11, 20]
    assert [row.room for row in occupation(made)] == [HALL, KITCHEN]


def test_a_room_is_taken_in_the_block_of_its_meeting_and_free_in_the_others() -> None:
    hall, kitchen = occupation(offer(meeting(1, 1)))
    assert [use.is_free for use in hall.uses] == [False, True, True]
    assert (hall.uses[0].meetings, hall.uses[0].load, hall.uses[0].clash) == ((1,), 1.0, False)
    assert (hall.taken, hall.open, kitchen.taken) == (1, 3, 0)
    assert free_in((hall, kitchen), 0) == 1


def test_a_meeting_in_every_second_week_is_half_a_load_and_two_of_them_share_a_room() -> None:
    hall, _kitchen = occupation(offer(meeting(1, 1, rhythm="A")))
    assert hall.uses[0].load == 0.5
    hall, _kitchen = occupation(offer(meeting(1, 1, rhythm="A"), meeting(2, 2, rhythm="B")))
    assert (hall.uses[0].load, hall.uses[0].clash) == (1.0, False)


def test_two_at_once_clash_but_not_in_a_room_that_holds_several() -> None:
    both = (meeting(1, 1), meeting(2, 2))
    assert occupation(offer(*both))[0].uses[0].clash
    shared = occupation(offer(*both, rooms=(Room(HALL, "Halle", shared=True),)))[0].uses[0]
    assert (shared.clash, shared.load) == (False, 2.0)


def test_a_meeting_in_a_part_takes_the_whole() -> None:
    rooms = (Room(HALL, "Halle"), Room(THIRD, "Halle 1/3", part_of=HALL))
    hall, third = occupation(offer(meeting(1, 1, THIRD), rooms=rooms))
    assert hall.uses[0].meetings == third.uses[0].meetings == (1,)


def test_a_room_is_away_where_a_window_says_so() -> None:
    rooms = (Room(HALL, "Halle", windows=(Window(1, 900, 960, reason="Verein"),)),)
    (hall,) = occupation(offer(rooms=rooms))
    assert [use.away.reason if use.away else "" for use in hall.uses] == ["Verein", "Verein", ""]
    assert (hall.open, free_in((hall,), 0)) == (1, 0)
