"""The judge finds what a proposal breaks: each rule is broken once."""

from dataclasses import replace
from typing import Any

import pytest

from ganztag.planning.offer import Course, Enrolment, Leader, Meeting, Offer, Room, Window
from ganztag.planning.placing import Outcome, propose
from ganztag.planning.placing.judge import audit
from tests.planning.placing.test_propose import ADA, FIRST, LAST, LATER, MONDAY, TUESDAY

ROOMS = (
    Room(1, "Altbau 1", places=20, building="Altbau", cleanup=10),
    Room(2, "Neubau 1", places=20, building="Neubau"),
    Room(3, "Halle", shared=True, places=10),
)


@pytest.fixture
def legal() -> Outcome:
    """Return two courses that are placed well: A on Monday in the old building, B on Tuesday in the new one."""
    courses = (
        Course(1, "A", min_size=6, leaders=(1,), blocks=(1,), rooms=(1,)),
        Course(2, "B", min_size=6, leaders=(1,), blocks=(3,), rooms=(2,)),
        Course(3, "C"),
    )
    offer = Offer(
        FIRST, LAST, FIRST, courses=courses, blocks=(MONDAY, LATER, TUESDAY), rooms=ROOMS,
        leaders=(ADA, Leader(2, "Ben")), enrolments=(Enrolment(7, 1), Enrolment(7, 2)),
        meetings=(Meeting(9, 3, 1, 900, 960, 2, None, ()),),
    )  # fmt: skip
    found = propose(offer, [1, 2], seconds=30)
    assert audit(found) == ()
    assert [(one.course, one.block, one.room) for one in found.placed] == [(1, 1, 1), (2, 3, 2)]
    return found


def _rules(outcome: Outcome) -> set[str]:
    return {violation.rule for violation in audit(outcome)}


def _other(outcome: Outcome, **values: Any) -> Outcome:
    """Return the outcome with B placed otherwise."""
    return replace(outcome, placed=(outcome.placed[0], replace(outcome.placed[1], **values)))


def _in(outcome: Outcome, **parts: Any) -> Outcome:
    return replace(outcome, offer=replace(outcome.offer, **parts))


def test_what_is_forgotten_is_found(legal: Outcome) -> None:
    assert _rules(replace(legal, placed=legal.placed[:1])) == {"complete"}


def test_leaders_and_children_in_two_places(legal: Outcome) -> None:
    monday = {"block": 1, "weekday": 1}
    assert {"leader twice", "children twice", "block"} <= _rules(_other(legal, **monday))


def test_ways_that_are_too_short(legal: Outcome) -> None:
    later = {"block": 2, "weekday": 1, "starts": 900, "ends": 960}
    assert {"leader twice", "children twice"} <= _rules(_other(legal, **later))


def test_a_room_twice_and_without_time_to_clear(legal: Outcome) -> None:
    assert "room twice" in _rules(_other(legal, block=1, weekday=1, room=1, leaders=(2,)))
    assert "room twice" in _rules(_other(legal, block=2, weekday=1, starts=900, ends=960, room=1, leaders=(2,)))


def test_rooms_that_do_not_suit(legal: Outcome) -> None:
    assert _rules(_other(legal, room=1)) == {"room"}
    assert _rules(_other(legal, room=None)) == {"room"}
    small = tuple(replace(room, places=5) for room in ROOMS)
    assert _rules(_in(legal, rooms=small)) == {"room"}
    closed = tuple(replace(room, windows=(Window(2),)) for room in ROOMS)
    assert _rules(_in(legal, rooms=closed)) == {"room"}
    assert "shared" in _rules(_other(legal, room=3))


def test_a_shared_room_that_is_too_full(legal: Outcome) -> None:
    both = replace(legal, placed=tuple(replace(one, room=3, block=1, weekday=1) for one in legal.placed))
    assert "full" in _rules(both)


def test_leaders_who_may_not_or_are_not_there(legal: Outcome) -> None:
    assert _rules(_other(legal, leaders=(2,))) == {"leaders"}
    assert _rules(_other(legal, leaders=())) == {"leaders"}
    assert _rules(_in(legal, leaders=(replace(ADA, windows=(Window(2),)),))) == {"leader away"}
    assert _rules(_in(legal, leaders=(replace(ADA, max_minutes=90),))) == {"hours"}


def test_two_meetings_on_a_day(legal: Outcome) -> None:
    twice = replace(legal.placed[0], block=2, starts=900, ends=960)
    courses = (replace(legal.offer.courses[0], meetings_wanted=2, blocks=()), *legal.offer.courses[1:])
    assert "same day" in _rules(_in(replace(legal, placed=(*legal.placed, twice)), courses=courses))


def test_moves_of_what_should_stay(legal: Outcome) -> None:
    assert "fixed" in _rules(_other(legal, was=legal.offer.meetings[0]))


def test_values_and_proofs_that_are_stated(legal: Outcome) -> None:
    first, *others = legal.levels
    assert _rules(replace(legal, levels=(replace(first, value=3, bound=3), *others))) == {"level"}
    assert _rules(replace(legal, levels=(*legal.levels[:-1], replace(legal.levels[-1], bound=-1)))) == {"proof"}
