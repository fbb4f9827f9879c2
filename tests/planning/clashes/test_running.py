"""What one meeting breaks is what the whole run says of it; and running again only what changed changes nothing."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from ganztag.language import Message, speaking
from ganztag.planning.clashes import RULES, Finding, Runs, findings, in_short, of_meeting
from ganztag.planning.offer import Meeting, Offer
from tests.planning.clashes import drawn
from tests.planning.clashes.small import ADA, BEN, CHOIR, JUDO, ROBOTICS, but, school


def by_key(found: tuple[Finding, ...]) -> dict[str, Finding]:
    return {finding.key: finding for finding in found}


@given(drawn.offers())
@settings(max_examples=50, deadline=None)
def test_of_a_meeting_is_found_what_names_it_and_nothing_else(offer: Offer) -> None:
    everything = findings(offer)
    for meeting in offer.meetings:
        naming = tuple(finding for finding in everything if meeting.id in finding.meetings)
        assert by_key(of_meeting(offer, meeting)) == by_key(naming)


@given(drawn.offers(), drawn.meeting(1))
@settings(max_examples=40, deadline=None)
def test_a_moved_meeting_is_judged_as_if_it_had_been_moved(offer: Offer, moved: Meeting) -> None:
    after = offer.changed(meetings=(moved, *offer.meetings[1:]))
    assert by_key(of_meeting(offer, moved)) == by_key(of_meeting(after, moved))


@given(drawn.offers(), st.lists(st.sampled_from(sorted(drawn.PARTS)), max_size=6), st.data())
@settings(max_examples=50, deadline=None)
def test_running_again_what_changed_finds_the_same_as_running_all(
    offer: Offer, parts: list[str], data: st.DataObject
) -> None:
    runs = Runs()
    assert runs.findings(offer) == findings(offer)
    for part in parts:
        offer = offer.changed(**{part: data.draw(drawn.PARTS[part])})
        assert runs.findings(offer) == findings(replace(offer))


@given(drawn.offers())
@settings(max_examples=25, deadline=None)
def test_every_finding_has_a_key_of_its_own(offer: Offer) -> None:
    found = findings(offer)
    assert len(by_key(found)) == len(found)


def test_nothing_runs_twice_in_an_offer_that_did_not_change() -> None:
    runs, offer = Runs(), but(school(), "rooms", 1, places=1)
    first, again = runs.findings(offer), runs.findings(offer)
    assert [id(one) for one in first] == [id(one) for one in again] != []


def test_a_draft_is_judged_beside_all_that_is_there() -> None:
    draft = Meeting(0, JUDO, 1, 840, 930, block=1, room=ROBOTICS, leaders=(ROBOTICS,))
    found = of_meeting(school(), draft)
    assert [one.code for one in found] == ["leader twice", "room twice", "pupil twice", "pupil twice"]
    assert all(0 in one.meetings for one in found)


def test_a_meeting_does_not_stand_in_its_own_way() -> None:
    offer = school()
    assert of_meeting(offer, replace(offer.index.meeting[ROBOTICS], starts=850, ends=920)) == ()


def test_a_meeting_of_a_course_that_is_not_there_breaks_nothing() -> None:
    assert of_meeting(school(), Meeting(0, 99, 1, 840, 930)) == ()


def said(message: Message | None) -> str:
    return "" if message is None else str(message)


def test_the_two_lines_of_a_cell_are_told_from_the_side_of_the_meeting_that_is_moved() -> None:
    offer = but(school(), "rooms", CHOIR, name="Werkraum")
    robotics = replace(offer.index.meeting[ROBOTICS], starts=940, ends=1000, room=CHOIR)
    (room, *_children) = of_meeting(offer, robotics)
    with speaking("en"):
        assert (said(room.short), said(room.more)) == ("Werkraum taken", "by Chor")
        assert said(room.message) == "Robotik and Chor are in Werkraum at the same time (Mon 15:40–16:40)."
    choir = replace(offer.index.meeting[CHOIR], starts=840, ends=930, room=ROBOTICS)
    with speaking("en"):
        assert said(of_meeting(offer, choir)[0].more) == "by Robot"


def test_several_children_are_counted_in_one_line() -> None:
    offer = school()
    found = of_meeting(offer, replace(offer.index.meeting[ROBOTICS], starts=940, ends=1000))
    assert [one.subject for one in found] == [("pupil", ADA), ("pupil", BEN)]
    lines, one = in_short(found), in_short(found[:1])
    assert lines is not None
    assert one is not None
    with speaking("en"):
        assert (said(lines[0]), said(lines[1])) == ("2 children double", "also in Chor")
        assert said(one[0]) == "Ada Yılmaz double"
    assert in_short(()) is None


def test_the_gravest_kind_comes_first_in_short() -> None:
    offer = but(school(), "courses", ROBOTICS, rooms=(JUDO,))
    found = of_meeting(offer, replace(offer.index.meeting[ROBOTICS], leaders=(), room=CHOIR))
    lines = in_short(reversed(found))
    assert lines is not None
    with speaking("en"):
        assert said(lines[0]) == "no leader yet"


def test_each_rule_that_counts_has_words_for_one_and_for_many() -> None:
    counting = [rule.many for rule in RULES if rule.many is not None]
    with speaking("en"):
        assert all("3" in str(many(3)) and str(many(1)) != str(many(3)) for many in counting)
