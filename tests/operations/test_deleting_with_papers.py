"""Deleting a child, a course, a block or a ballot on which votes, waiting lists and attendance rest; leaving school."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from ganztag.domain.attendance import Attendance
from ganztag.domain.ballots import BallotAnswer, BallotPaper, Refusal
from ganztag.domain.courses import Invitation, Meeting
from ganztag.domain.enrolment import Waiting
from ganztag.domain.objection import Objection
from ganztag.domain.rules import Bond, Hardship
from ganztag.language import N_
from ganztag.operations import allocation, ballots, blocks, courses, leaving, pupils, waiting
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.planning.allocate import allocate
from ganztag.planning.policy import Policy
from ganztag.queries import to_allocate
from tests.storage.any_rows import Dump, dump
from tests.voting import Voting, voting, wish

DAY = date(2026, 9, 14)


def laden(office: Office) -> Voting:
    """Hang everything that a ballot and a half-year know of Fee onto her and onto course 22."""
    school = voting(office)
    fee, emil, course = school.pupils["Fee"], school.pupils["Emil"], school.courses["22"]

    def run(work: Work) -> None:
        meeting = work.all(Meeting, course_id=course)[0]
        for row in (
            BallotPaper(ballot_id=school.ballot, pupil_id=fee, state="given", number="0007-3"),
            BallotAnswer(ballot_id=school.ballot, pupil_id=fee, time_block_id=school.blocks["Mi"], answer="any"),
            Refusal(ballot_id=school.ballot, pupil_id=fee, course_id=course),
            Waiting(course_id=course, pupil_id=fee, since=work.now),
            Invitation(course_id=course, pupil_id=fee),
            Bond(pupil_id=fee, other_id=emil, kind="together", must=False),
            Hardship(pupil_id=fee, reason="Krankheit"),
            Attendance(meeting_id=meeting.id, pupil_id=fee, on_date=date(2026, 9, 9)),
        ):
            work.add(row)

    office.do(Operation(N_("Hang"), run))
    return school


def gone(office: Office, deed: Operation[Any]) -> Dump:
    """Do it, undo it, see that all is as before, and return what there is after it."""
    before = dump(office)
    office.do(deed)
    after = dump(office)
    office.undo()
    assert dump(office) == before
    office.redo()
    assert dump(office) == after
    return after


def test_a_child_takes_all_that_is_known_of_it_along(office: Office) -> None:
    school = laden(office)
    after = gone(office, pupils.delete(school.pupils["Fee"]))
    left = ("ballot_paper", "ballot_answer", "refusal", "waiting", "invitation", "bond", "hardship", "attendance")
    assert [table for table in left if after[table]] == []


def test_a_course_nobody_was_in_takes_its_lists_along_but_not_noted_attendance(office: Office) -> None:
    school = laden(office)
    before = dump(office)
    with pytest.raises(Objection):
        office.do(courses.delete(school.courses["22"]))
    assert dump(office) == before


@pytest.mark.parametrize("delete", [
    lambda school: blocks.delete(school.blocks["Mi"]),
    lambda school: ballots.delete(school.ballot, "Herbst"),
])  # fmt: skip
def test_a_block_or_a_ballot_is_deleted_cleanly_or_refused(
    office: Office, delete: Callable[[Voting], Operation[Any]]
) -> None:
    school = laden(office)
    before = dump(office)
    try:
        gone(office, delete(school))
    except Objection:
        assert dump(office) == before


def test_what_an_accepted_allocation_explains_is_not_deleted(office: Office) -> None:
    school = laden(office)
    wish(school, "Ada", "Mo", "11", "12")
    problem = office.read(to_allocate.problem, school.ballot, school.today)
    office.do(allocation.accept(allocate(problem, Policy()), school.ballot))
    before = dump(office)
    for deed in (
        pupils.delete(school.pupils["Ada"]), courses.delete(school.courses["11"]),
        courses.delete(school.courses["12"]), ballots.delete(school.ballot, "Herbst"),
    ):  # fmt: skip
        with pytest.raises(Objection):
            office.do(deed)
    assert dump(office) == before


def test_who_leaves_the_school_waits_for_nothing_and_is_in_no_vote(office: Office) -> None:
    school = laden(office)
    wish(school, "Fee", "Mo", "11")
    office.do(waiting.add(school.courses["11"], school.pupils["Fee"]))
    after = gone(office, leaving.leave(school.pupils["Fee"], date(2026, 9, 11)))
    assert after["waiting"] == []
    assert school.pupils["Fee"] not in office.read(to_allocate.problem, school.ballot, DAY).pupils
