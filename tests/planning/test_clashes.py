from dataclasses import replace

import pytest

from ganztag.language import speaking
from ganztag.planning.clashes import Course, Meeting, Offer, Room, findings, overlaps
from ganztag.planning.problem import Slot

EARLY, LATER, AFTER = Slot(1, 1, 840, 930), Slot(2, 1, 880, 940), Slot(3, 1, 930, 990)


def offer(*slots: Slot) -> Offer:
    """Return an offer without findings: one course per slot, each with its own room and leader."""
    numbers = range(1, len(slots) + 1)
    return Offer(
        courses=tuple(Course(n, f"Course {n}", 2, 4) for n in numbers),
        meetings=tuple(Meeting(n, n, slot, room=n, leaders=(n,)) for n, slot in zip(numbers, slots, strict=True)),
        rooms=tuple(Room(n, f"Room {n}", 10) for n in numbers),
        leaders={n: f"Leader {n}" for n in numbers},
        pupils={7: "Ada"},
    )


def codes(offer: Offer) -> list[str]:
    return [finding.code for finding in findings(offer)]


def with_meeting(offer: Offer, number: int, **changes: object) -> Offer:
    meetings = [replace(m, **changes) if m.id == number else m for m in offer.meetings]  # type: ignore[arg-type]
    return replace(offer, meetings=tuple(meetings))


def test_times_overlap_by_the_clock_and_not_when_one_ends_as_the_other_begins() -> None:
    assert overlaps(EARLY, LATER)
    assert not overlaps(EARLY, AFTER)
    assert not overlaps(EARLY, replace(LATER, weekday=2))


def test_an_offer_in_order_has_no_findings() -> None:
    assert codes(replace(offer(EARLY, LATER, AFTER), enrolments=((7, 1), (8, 1), (7, 3), (9, 3)))) == []


def test_a_leader_twice_at_a_time_is_named_with_both_courses() -> None:
    (found,) = findings(with_meeting(offer(EARLY, LATER), 2, leaders=(1,)))
    with speaking("en"):
        assert str(found.message) == "Leader 1 leads Course 1 and Course 2 at the same time (Mon 14:00–15:30)."
    with speaking("de"):
        assert "14:00–15:30" in str(found.message)
    assert (found.severity, found.subject) == ("error", ("staff", 1))


def test_a_leader_one_after_the_other_is_no_finding() -> None:
    assert codes(with_meeting(offer(EARLY, AFTER), 2, leaders=(1,))) == []


def test_one_room_for_two_courses_is_an_error_unless_it_is_shared() -> None:
    double = with_meeting(offer(EARLY, LATER), 2, room=1)
    assert codes(double) == ["room twice"]
    assert codes(replace(double, rooms=(Room(1, "Hall", shared=True),))) == []


def test_a_part_of_a_room_and_the_whole_exclude_each_other_but_two_parts_do_not() -> None:
    parts = (Room(1, "Hall"), Room(2, "Third", part_of=1), Room(3, "Other third", part_of=1))
    three = replace(offer(EARLY, LATER, EARLY), rooms=parts)
    assert codes(three) == ["room twice", "room twice"]
    assert codes(with_meeting(three, 1, slot=AFTER)) == ["room twice"]  # Course 2 goes on into the next block
    assert codes(with_meeting(three, 1, slot=Slot(9, 2, 0, 60))) == []


def test_a_child_in_two_courses_at_a_time_is_an_error() -> None:
    plain = offer(EARLY, LATER)
    small = replace(plain, courses=tuple(replace(c, min_size=None) for c in plain.courses), enrolments=((7, 1), (7, 2)))
    (found,) = findings(small)
    assert (found.code, found.subject) == ("pupil twice", ("pupil", 7))
    with speaking("en"):
        assert str(found.message).startswith("Ada is in Course 1 and in Course 2")


@pytest.mark.parametrize(
    ("children", "expected"),
    [(1, ["under minimum"]), (2, []), (4, []), (5, ["over maximum"]), (0, [])],
)
def test_sizes_are_checked_once_somebody_is_enrolled(children: int, expected: list[str]) -> None:
    assert codes(replace(offer(EARLY), enrolments=tuple((n, 1) for n in range(children)))) == expected


def test_a_minimum_over_the_maximum_is_an_error() -> None:
    assert codes(replace(offer(EARLY), courses=(Course(1, "Course 1", 5, 4),))) == ["minimum over maximum"]


def test_what_is_missing_is_a_warning() -> None:
    bare = replace(offer(EARLY), courses=(Course(1, "A"), Course(2, "B")), meetings=(Meeting(1, 1, EARLY),))
    assert sorted(codes(bare)) == ["no leader", "no meeting", "no room"]
    assert {finding.severity for finding in findings(bare)} == {"warning"}


def test_a_child_that_may_not_take_a_course_and_a_small_room_are_found() -> None:
    barred = replace(offer(EARLY), enrolments=((7, 1), (8, 1)), barred=frozenset({(7, 1), (9, 1)}))
    assert codes(barred) == ["not allowed"]
    assert codes(replace(barred, barred=frozenset(), rooms=(Room(1, "Closet", 1),))) == ["room too small"]


def test_errors_come_before_warnings() -> None:
    mixed = replace(with_meeting(offer(EARLY, LATER), 2, leaders=(1,), room=None))
    assert codes(mixed) == ["leader twice", "no room"]
