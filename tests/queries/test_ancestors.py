"""What a course was before."""

import pytest

from ganztag.domain.ballots import Ballot, BallotBlock, Wish
from ganztag.language import N_
from ganztag.operations import courses as courses_ops
from ganztag.operations import enrolments
from ganztag.operations.operation import Operation, Work
from ganztag.operations.rollover.offer_copy import copy_offer
from ganztag.planning.rollover.copy_plan import CopyChoices
from ganztag.queries.ancestors import Ancestry, ancestry
from ganztag.queries.courses import courses
from tests.offered import Offered


@pytest.fixture
def history(offered: Offered) -> dict[str, int]:
    """Robotics is full in the first half-year, choir struck, volleyball half empty; all are copied twice."""
    office = offered.office
    for child in (offered.ada, offered.ben):
        office.do(enrolments.enrol(child, offered.robotics))
    office.do(enrolments.enrol(offered.ada, offered.volleyball))
    office.do(Operation(N_("Add a ballot"), lambda work: _wish(work, offered)))
    office.do(courses_ops.set_status(offered.choir, "struck"))
    everything = frozenset((offered.robotics, offered.choir, offered.volleyball))
    second = office.do(copy_offer(offered.term.id, None, CopyChoices(courses=everything)))
    return {row.title: row.id for row in office.read(courses, second.term_id)}


def _wish(work: Work, given: Offered) -> None:
    ballot = work.add(Ballot(term_id=given.term.id, name="Wahl"))
    work.add(BallotBlock(ballot_id=ballot.id, time_block_id=given.monday))
    for pupil, rank in ((given.ada, 1), (given.ben, 1), (given.cem, 2)):
        work.add(Wish(ballot_id=ballot.id, pupil_id=pupil, time_block_id=given.monday, course_id=given.robotics,
                      rank=rank))  # fmt: skip


def of(offered: Offered, course_id: int) -> Ancestry:
    return offered.office.read(ancestry, course_id)


def test_a_course_knows_its_earlier_half_years_with_places_and_wishes(
    offered: Offered, history: dict[str, int]
) -> None:
    (row,) = of(offered, history["Robotik mit Lego"]).rows
    assert (row.course_id, row.when, row.enrolled, row.max_size) == (offered.robotics, "1. Halbjahr 2026/27", 2, 2)
    assert (row.wishes, row.wishes_first, row.full, row.struck) == (3, 2, True, False)


def test_it_says_so_in_a_sentence(offered: Offered, history: dict[str, int]) -> None:
    said = {title: str(of(offered, key).in_words()) for title, key in history.items()}
    assert said == {
        "Robotik mit Lego": "Lief schon 1 Halbjahr, voll.",
        "Chor": "War schon einmal angeboten und wurde gestrichen.",
        "Volleyball": "Lief schon 1 Halbjahr, nicht voll.",
    }


def test_a_new_course_is_there_for_the_first_time(offered: Offered) -> None:
    assert of(offered, offered.choir).rows == ()
    assert str(of(offered, offered.choir).in_words()) == "Zum ersten Mal."


def test_a_whole_year_counts_as_two_half_years_and_is_no_ancestor_of_itself(offered: Offered) -> None:
    office = offered.office
    office.do(courses_ops.edit(offered.choir, term_id=None))
    assert of(offered, offered.choir).ran == 0
    done = office.do(copy_offer(offered.term.id, None, CopyChoices()))
    choir = next(row.id for row in office.read(courses, done.term_id) if row.title == "Chor")
    assert choir != offered.choir
    assert of(offered, choir).ran == 2


def test_two_courses_at_once_are_one_half_year(offered: Offered) -> None:
    office = offered.office
    office.do(courses_ops.duplicate(offered.volleyball))
    done = office.do(copy_offer(offered.term.id, None, CopyChoices()))
    volleyball = next(row.id for row in office.read(courses, done.term_id) if row.title == "Volleyball")
    found = of(offered, volleyball)
    assert (len(found.rows), found.ran) == (2, 1)
