"""Where a meeting fits: each cell's two lines, the list of places, and that what is said is so."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ganztag import language
from ganztag.planning import clashes
from ganztag.planning.fitting import Verdict, draft, places, verdicts, waiting
from ganztag.planning.fitting.putting import put, with_meetings
from ganztag.planning.offer import Course, Meeting, Offer
from tests.planning.fitting import weeks
from tests.planning.fitting.weeks import PHOTOS, POTTERY, SAHIN, SEWING, SMALL, WORKSHOP, by_hand


@pytest.fixture(autouse=True)
def english() -> None:
    language.speak("en")


@pytest.fixture
def offer() -> Offer:
    return by_hand()


def _pottery(offer: Offer) -> Meeting:
    return offer.index.meeting[POTTERY]


def _lines(verdict: Verdict) -> tuple[str, str | None]:
    return str(verdict.short), None if verdict.more is None else str(verdict.more)


def _changed(offer: Offer, course: int, **values: object) -> Offer:
    courses = tuple(replace(one, **values) if one.id == course else one for one in offer.courses)  # type: ignore[arg-type]
    return offer.changed(courses=courses)


def test_each_block_has_a_verdict_through_the_week(offer: Offer) -> None:
    found = verdicts(offer, _pottery(offer))
    assert list(found) == [day * 10 + row for day in range(1, 6) for row in (1, 2, 3)]


def test_the_best_place_is_on_the_same_day_in_the_same_room(offer: Offer) -> None:
    found = verdicts(offer, _pottery(offer))
    assert [verdict.block for verdict in found.values() if verdict.best] == [22]
    assert found[22].room == WORKSHOP
    assert _lines(found[22]) == ("fits best", "Werkraum, all can come")
    assert str(found[22].reason) == "all 12 can, on Tuesday as before"


def test_a_place_that_fits_says_which_room_is_free_for_how_many(offer: Offer) -> None:
    found = verdicts(offer, _pottery(offer))[12]
    assert (found.state, found.best, found.children) == ("fits", False, 4)
    assert _lines(found) == ("fits", "Werkraum free, 12 children")
    assert str(found.reason) == "4 children would come on a new day"


def test_a_room_that_is_taken_says_by_what(offer: Offer) -> None:
    found = verdicts(_changed(offer, POTTERY, rooms=(WORKSHOP,)), _pottery(offer))[11]
    assert found.state == "no"
    assert _lines(found) == ("Werkraum taken", "by Nähen")


def test_a_leader_who_is_not_there_says_when_she_is(offer: Offer) -> None:
    found = verdicts(offer, _pottery(offer))[42]
    assert found.state == "no"
    assert _lines(found) == ("Şahin not there", "only Mon, Tue, Wed")
    assert str(found.reason) == "Şahin not there, only Mon, Tue, Wed"


def test_children_who_are_elsewhere_are_a_consequence(offer: Offer) -> None:
    found = verdicts(offer, _pottery(offer))[31]
    assert found.state == "consequences"
    assert _lines(found) == ("2 children double", "also in Fotografie")


def test_a_place_at_which_most_children_are_elsewhere_is_none(offer: Offer) -> None:
    moved = with_meetings(offer, [replace(offer.index.meeting[SEWING], room=SMALL)])
    found = verdicts(moved, _pottery(moved))[11]
    assert found.state == "no"
    assert _lines(found) == ("8 children double", "also in Nähen")


def test_children_who_leave_are_counted_with_their_time(offer: Offer) -> None:
    found = verdicts(offer, _pottery(offer))[23]
    assert (found.state, found.children) == ("consequences", 3)
    assert _lines(found) == ("3 leave at 16:10", "Change when they leave?")
    assert str(found.reason) == "3 children leave at 16:10"


def test_its_own_block_shows_the_clash_that_is_there(offer: Offer) -> None:
    found = verdicts(offer, _pottery(offer))[21]
    assert found.state == "no"
    assert _lines(found) == ("Werkraum taken", "by Modellbau")


def test_another_room_is_named_where_the_own_one_is_taken(offer: Offer) -> None:
    models = offer.index.meeting[weeks.MODELS]
    moved = with_meetings(offer, [replace(models, block=32, weekday=3, starts=910, ends=970)])
    found = verdicts(moved, _pottery(moved))[32]
    assert (found.state, found.room) == ("consequences", SMALL)
    assert _lines(found) == ("room too small", "R 112: 10 places for 12")


def test_places_are_ranked_and_the_impossible_ones_come_last(offer: Offer) -> None:
    found = places(offer, _pottery(offer))
    assert (found[0].block, found[0].best) == (22, True)
    states = [verdict.state for verdict in found]
    assert states == sorted(states, key=["fits", "consequences", "no"].index)
    assert states.count("no") == 7
    assert (21, WORKSHOP) not in {(verdict.block, verdict.room) for verdict in found}
    assert all(str(verdict.reason) for verdict in found)


def test_several_rooms_of_a_block_are_listed_on_request(offer: Offer) -> None:
    found = [verdict for verdict in places(offer, _pottery(offer), rooms=2) if verdict.block == 22]
    assert {verdict.room for verdict in found} == {WORKSHOP, SMALL}


def test_a_fixed_meeting_goes_nowhere(offer: Offer) -> None:
    fixed = with_meetings(offer, [replace(_pottery(offer), fixed=True)])
    found = verdicts(fixed, _pottery(fixed))
    assert {verdict.state for verdict in found.values()} == {"no"}
    assert _lines(found[12]) == ("has a fixed place", None)


def test_what_its_leader_lacks_anyway_forbids_no_place(offer: Offer) -> None:
    leaders = tuple(replace(one, max_minutes=30) if one.id == SAHIN else one for one in offer.leaders)
    found = verdicts(offer.changed(leaders=leaders), _pottery(offer))
    assert found[22].state == "fits"


def test_a_block_that_is_not_wanted_is_a_consequence(offer: Offer) -> None:
    found = verdicts(_changed(offer, POTTERY, blocks=(11, 21, 22)), _pottery(offer))
    assert found[22].state == "fits"
    assert (found[12].state, str(found[12].short)) == ("consequences", "not a wanted block")


def test_every_second_week_leaves_the_other_one_free(offer: Offer) -> None:
    sewing = replace(offer.index.meeting[SEWING], rhythm="A")
    pottery = replace(_pottery(offer), rhythm="B")
    alternate = with_meetings(offer, [sewing, pottery])
    assert verdicts(alternate, pottery)[11].state == "fits"


def test_two_blocks_in_a_row_need_two_free_ones(offer: Offer) -> None:
    second = replace(weeks.meeting(9, 22, WORKSHOP, (SAHIN,)), course=POTTERY)
    longer = offer.changed(meetings=(*offer.meetings, second))
    found = verdicts(longer, _pottery(longer), along=(second,))
    assert found[12].state == "fits"
    assert _lines(found[13]) == ("day too short", None)
    assert found[22].state == "consequences"  # the second of them would be in the third block


def test_a_course_waits_for_as_many_meetings_as_it_lacks(offer: Offer) -> None:
    more = offer.changed(courses=(*offer.courses, Course(9, "Chor", meetings_wanted=2)))
    more = _changed(more, POTTERY, meetings_wanted=2)
    assert [(one.course, one.missing) for one in waiting(more)] == [(POTTERY, 1), (9, 2)]


def test_a_draft_has_the_leader_and_the_room_that_come_first(offer: Offer) -> None:
    chor = Course(9, "Chor", max_size=30, blocks=(22, 31), rooms=(SMALL,), leaders=(SAHIN, 2))
    made = draft(offer.changed(courses=(*offer.courses, chor)), 9)
    assert (made.id, made.course, made.room, made.leaders, made.block) == (0, 9, SMALL, (SAHIN,), None)


def test_a_draft_is_led_by_who_can(offer: Offer) -> None:
    chor = Course(9, "Chor", max_size=30, rooms=(weeks.HALL,), leaders=(SAHIN, weeks.NOVAK))
    more = offer.changed(courses=(*offer.courses, chor))
    found = verdicts(more, draft(more, 9))
    assert (found[22].leaders, _lines(found[22])) == ((SAHIN,), ("fits", "Halle free"))
    assert (found[42].leaders, _lines(found[42])) == ((weeks.NOVAK,), ("fits", "with Jan Novák"))
    assert str(found[42].reason) == "Halle free, with Jan Novák"


def test_a_draft_of_another_meeting_is_like_the_first(offer: Offer) -> None:
    made = draft(offer, SEWING)
    assert (made.room, made.leaders) == (WORKSHOP, (weeks.NOVAK,))


def test_a_draft_finds_a_free_room_that_is_large_enough(offer: Offer) -> None:
    chor = Course(9, "Chor", max_size=16)
    more = offer.changed(courses=(*offer.courses, chor))
    found = verdicts(more, draft(more, 9))
    assert found[12].room == WORKSHOP
    assert found[11].room == weeks.HALL  # the workshop is taken, and the small one is too small
    assert _lines(found[11])[1] == "Halle free"


def test_a_draft_without_a_free_room_has_consequences(offer: Offer) -> None:
    more = offer.changed(courses=(*offer.courses, Course(9, "Chor", max_size=16)), rooms=offer.rooms[:1])
    assert _lines(verdicts(more, draft(more, 9))[11]) == ("no room yet", None)


def test_a_course_of_no_child_fits_without_numbers(offer: Offer) -> None:
    found = verdicts(offer, offer.index.meeting[weeks.MODELS])
    assert _lines(found[12]) == ("fits", "Werkraum free")


_SERIOUS = ("error", "warning")


def _new(offer: Offer, moved: Meeting) -> set[str]:
    """Return the codes of what really is new about a meeting once it has been moved."""
    before = {finding.key for finding in clashes.findings(offer)}
    found = clashes.findings(with_meetings(offer, [moved]))
    return {f.code for f in found if f.severity in _SERIOUS and moved.id in f.meetings and f.key not in before}


@settings(max_examples=100, deadline=None)
@given(weeks.small_weeks(), st.data())
def test_what_is_said_of_a_place_is_so_after_the_move(offer: Offer, data: st.DataObject) -> None:
    meeting = data.draw(st.sampled_from(offer.meetings))
    for block, verdict in verdicts(offer, meeting).items():
        moved = put(meeting, offer.index.block[block], verdict.room)
        if verdict.state == "fits" and not (meeting.fixed and block != meeting.block):
            assert _new(offer, moved) == set()
        if verdict.state == "no" and not meeting.fixed:
            then = clashes.findings(with_meetings(offer, [moved]))
            assert {f.key for f in verdict.findings} <= {f.key for f in then}
            assert any(f.severity == "error" and moved.id in f.meetings for f in then)


@settings(max_examples=50, deadline=None)
@given(weeks.small_weeks(), st.data())
def test_the_same_week_gives_the_same_places(offer: Offer, data: st.DataObject) -> None:
    meeting = data.draw(st.sampled_from(offer.meetings))
    again = offer.changed(rooms=tuple(reversed(offer.rooms)), blocks=tuple(reversed(offer.blocks)))
    one, other = places(offer, meeting), places(again, meeting)
    assert [(v.block, v.room, v.state) for v in one] == [(v.block, v.room, v.state) for v in other]


def test_a_photo_course_is_unknown_to_its_neighbours(offer: Offer) -> None:
    found = verdicts(offer, offer.index.meeting[PHOTOS])
    assert found[32].state == "fits"
    assert found[32].best
