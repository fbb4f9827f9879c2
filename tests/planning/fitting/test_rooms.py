"""Rooms for a time of the week: which are free, which fit, and why not."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ganztag import language
from ganztag.planning import clashes
from ganztag.planning.fitting import FreeRoom, free_rooms
from ganztag.planning.fitting.putting import with_meetings
from ganztag.planning.offer import Course, Meeting, Offer, Room, Window
from tests.planning.fitting import weeks
from tests.planning.fitting.weeks import HALL, SEWING, SMALL, TUESDAY, WORKSHOP, by_hand

FIRST_BLOCK = (840, 900)


@pytest.fixture(autouse=True)
def english() -> None:
    language.speak("en")


@pytest.fixture
def offer() -> Offer:
    return by_hand()


def _by_room(found: tuple[FreeRoom, ...]) -> dict[int, tuple[bool, bool, str]]:
    return {row.room: (row.free, row.fits, str(row.reason)) for row in found}


def _with(offer: Offer, key: int, **values: object) -> Offer:
    rooms = tuple(replace(room, **values) if room.id == key else room for room in offer.rooms)  # type: ignore[arg-type]
    return offer.changed(rooms=rooms)


def test_the_rooms_that_are_free_and_large_enough_come_first_the_smallest_of_them_before_the_others(
    offer: Offer,
) -> None:
    found = free_rooms(offer, TUESDAY, 910, 970, children=12)
    assert [row.room for row in found] == [WORKSHOP, HALL, SMALL]
    assert _by_room(found) == {
        WORKSHOP: (True, True, "free, 16 seats"),
        HALL: (True, True, "free, 60 seats"),
        SMALL: (True, False, "10 seats only"),
    }


def test_a_room_that_is_taken_says_by_whom(offer: Offer) -> None:
    assert _by_room(free_rooms(offer, 1, *FIRST_BLOCK))[WORKSHOP] == (False, True, "taken by Nähen")


def test_what_ends_then_leaves_the_room_free(offer: Offer) -> None:
    assert _by_room(free_rooms(offer, 1, 900, 960))[WORKSHOP][0]


def test_the_time_to_clear_up_is_kept_free(offer: Offer) -> None:
    found = _by_room(free_rooms(_with(offer, WORKSHOP, cleanup=10), 1, 905, 960))
    assert found[WORKSHOP] == (False, True, "no time to clear up beside Nähen")


def test_a_piano_is_asked_for_by_its_name(offer: Offer) -> None:
    found = free_rooms(
        _with(offer, HALL, equipment=frozenset({"Klavier"})), 2, 910, 970, equipment=frozenset({"klavier"})
    )
    assert found[0].room == HALL
    assert _by_room(found)[WORKSHOP] == (True, False, "lacks klavier")


def test_a_room_may_be_closed(offer: Offer) -> None:
    club = _with(offer, HALL, windows=(Window(2, 900, 1200, reason="Verein"),))
    assert _by_room(free_rooms(club, 2, 910, 970))[HALL] == (False, True, "not free: Verein")
    nameless = _with(offer, HALL, windows=(Window(2, 900, 1200),))
    assert _by_room(free_rooms(nameless, 2, 910, 970))[HALL][2] == "not free 15:00–20:00"
    mornings = _with(offer, HALL, windows=(Window(2, 480, 720, available=True),))
    assert _by_room(free_rooms(mornings, 2, 910, 970))[HALL] == (False, True, "open only at other times")


def test_a_part_is_taken_with_its_whole(offer: Offer) -> None:
    parts = offer.changed(rooms=(*offer.rooms, Room(9, "Werkraum links", 6, part_of=WORKSHOP)))
    assert _by_room(free_rooms(parts, 1, *FIRST_BLOCK))[9] == (False, True, "taken by Nähen in Werkraum")


def test_several_may_share_a_shared_room(offer: Offer) -> None:
    found = _by_room(free_rooms(_with(offer, WORKSHOP, shared=True), 1, *FIRST_BLOCK))
    assert found[WORKSHOP] == (True, True, "together with Nähen, 16 seats")


def test_the_other_weeks_are_free(offer: Offer) -> None:
    alternate = with_meetings(offer, [replace(offer.index.meeting[SEWING], rhythm="A")])
    assert _by_room(free_rooms(alternate, 1, *FIRST_BLOCK))[WORKSHOP][2] == "taken by Nähen in A weeks"
    assert _by_room(free_rooms(alternate, 1, *FIRST_BLOCK, rhythm="B"))[WORKSHOP][0]


def test_a_room_of_unknown_size_is_offered_after_the_known_ones(offer: Offer) -> None:
    found = free_rooms(_with(offer, SMALL, places=None), TUESDAY, 910, 970, children=12)
    assert [row.room for row in found] == [WORKSHOP, HALL, SMALL]
    assert _by_room(found)[SMALL] == (True, True, "free, number of seats not known")


@settings(max_examples=100, deadline=None)
@given(weeks.small_weeks(), st.integers(1, 2), st.integers(83, 100), st.sampled_from(("weekly", "A", "B")))
def test_a_room_is_free_exactly_if_a_course_put_there_breaks_no_rule(
    offer: Offer, weekday: int, tens: int, rhythm: str
) -> None:
    starts = tens * 10
    asking = offer.changed(courses=(*offer.courses, Course(99, "Neu")))
    for row in free_rooms(offer, weekday, starts, starts + 45, rhythm=rhythm):
        there = Meeting(0, 99, weekday, starts, starts + 45, room=row.room, rhythm=rhythm)
        codes = {finding.code for finding in clashes.of_meeting(asking, there)}
        assert row.free == codes.isdisjoint({"room twice", "room closed", "no time to clear"})
