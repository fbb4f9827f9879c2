"""Accepting a proposal: one deed, one way back, and refused with names when the plan is another one meanwhile."""

from dataclasses import replace

import pytest

from ganztag.domain.objection import Objection
from ganztag.language import speak
from ganztag.operations import courses, meetings, moving, placing, rooms, staff
from ganztag.operations.meetings import NewMeeting
from ganztag.planning.offer import Offer
from ganztag.planning.placing import Outcome, propose, waiting_courses
from ganztag.queries import frame
from ganztag.queries.meetings import MeetingRow, meetings_of
from ganztag.queries.offer import offer as offer_of
from tests.offered import Offered


def _offer(offered: Offered) -> Offer:
    office = offered.office
    return office.read(offer_of, offered.term.id, office.read(frame.term).day_that_counts(office.clock.today()))


def _proposal(offered: Offered, *chosen: int) -> Outcome:
    offer = _offer(offered)
    return propose(offer, chosen or waiting_courses(offer), seconds=30)


def _meetings(offered: Offered, course: int) -> tuple[MeetingRow, ...]:
    return offered.office.read(meetings_of, [course]).get(course, ())


@pytest.fixture
def drums(offered: Offered) -> int:
    """Return a course that waits for a place; Şahin may lead it."""
    made = offered.office.do(courses.add(offered.term, "Trommeln", number="104"))
    offered.office.do(courses.place_among(made, staff_ids=[offered.leader]))
    return made


def test_a_course_that_waits_gets_its_place_and_one_undo_takes_it_back(offered: Offered, drums: int) -> None:
    speak("en")
    outcome = _proposal(offered)
    ids = offered.office.do(placing.accept(outcome))
    (meeting,) = _meetings(offered, drums)
    assert ids == (meeting.id,)
    assert (meeting.block_id, meeting.room_id, meeting.leader_ids) == (offered.tuesday, offered.room, (offered.leader,))
    assert str(offered.office.undo_label) == "Place Trommeln"
    offered.office.undo()
    assert _meetings(offered, drums) == ()
    offered.office.redo()
    assert _meetings(offered, drums)[0].block_id == offered.tuesday


def test_what_moves_keeps_its_meeting(offered: Offered) -> None:
    (before,) = _meetings(offered, offered.robotics)
    offered.office.do(courses.place_among(offered.robotics, block_ids=[offered.tuesday]))
    offered.office.do(placing.accept(_proposal(offered, offered.robotics)))
    (after,) = _meetings(offered, offered.robotics)
    assert after.id == before.id
    assert (after.block_id, after.room_id, after.leader_ids) == (offered.tuesday, offered.room, (offered.leader,))


def test_a_role_that_was_named_comes_with_the_leader(offered: Offered) -> None:
    (before,) = _meetings(offered, offered.robotics)
    offered.office.do(moving.unplace([before.id]))
    offered.office.do(placing.accept(_proposal(offered)))
    assert _meetings(offered, offered.robotics)[0].leader_ids == (offered.leader,)


@pytest.mark.parametrize("change", ["meeting", "room", "leader", "course", "block"])
def test_a_plan_that_changed_meanwhile_is_refused_with_names(offered: Offered, drums: int, change: str) -> None:
    speak("en")
    outcome = _proposal(offered)
    office = offered.office
    deeds = {
        "meeting": (meetings.add(offered.volleyball, NewMeeting(time_block_id=offered.monday)), "Volleyball"),
        "room": (rooms.edit(offered.room, "R 104", seats=3), "R 104"),
        "leader": (staff.edit(offered.leader, max_minutes=30), "Şahin"),
        "course": (courses.edit(drums, min_size=3), "Trommeln"),
        "block": (courses.place_among(drums, block_ids=[offered.monday]), "Trommeln"),
    }
    office.do(deeds[change][0])
    with pytest.raises(Objection) as refused:
        office.do(placing.accept(outcome))
    assert deeds[change][1] in str(refused.value)
    assert _meetings(offered, drums) == ()


def test_a_change_that_does_not_matter_is_no_hindrance(offered: Offered, drums: int) -> None:
    outcome = _proposal(offered)
    offered.office.do(courses.edit(offered.choir, description="Wir singen."))
    offered.office.do(rooms.add("R 900", seats=1))
    assert offered.office.do(placing.accept(outcome))


def test_a_proposal_that_changes_nothing_is_refused(offered: Offered) -> None:
    with pytest.raises(Objection):
        offered.office.do(placing.accept(_proposal(offered, offered.robotics)))


def test_a_proposal_that_breaks_a_rule_is_refused(offered: Offered, drums: int) -> None:
    outcome = _proposal(offered)
    wrong = replace(outcome.placed[0], block=offered.monday, weekday=1)
    with pytest.raises(Objection):
        offered.office.do(placing.accept(replace(outcome, placed=(wrong,))))
    assert _meetings(offered, drums) == ()


def test_many_courses_are_one_deed(offered: Offered, drums: int) -> None:
    speak("en")
    more = [offered.office.do(courses.add(offered.term, f"Kurs {number}")) for number in range(3)]
    offered.office.do(rooms.add("R 105", seats=20))
    outcome = _proposal(offered)
    assert len(offered.office.do(placing.accept(outcome))) == len(outcome.changes()) >= 3
    assert "courses" in str(offered.office.undo_label)
    offered.office.undo()
    assert all(_meetings(offered, course) == () for course in (drums, *more))
