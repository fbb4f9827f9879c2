"""What a ballot is restricted to, how many courses it gives, and copies of it."""

from datetime import date
from typing import Any

import pytest

from ganztag.domain.ballots import BallotPaper, Placement
from ganztag.domain.objection import Objection
from ganztag.operations import ballot_copies, ballots, rules
from ganztag.operations.office import Office
from ganztag.queries import ballots as queries
from ganztag.queries import rules as rule_queries
from ganztag.queries.to_allocate import problem, stated_wishes
from tests.ruling import Ruling, write
from tests.voting import voting, wish


@pytest.fixture
def ruling(office: Office) -> Ruling:
    return Ruling(voting(office))


def test_a_ballot_is_born_with_all_that_it_is(ruling: Ruling) -> None:
    office, school = ruling.school.office, ruling.school
    key = office.do(
        ballots.add(
            school.term, "Klein", 2, [school.blocks["Mo"]], opens=date(2026, 9, 1), closes=date(2026, 9, 8),
            per_week=True, courses_due=1, min_wishes=2, course_ids=[school.courses["11"]],
            class_ids=[school.classes["5a"]],
        )
    )  # fmt: skip

    row = office.read(queries.ballot, key)

    assert (row.opens, row.closes, row.per_week, row.courses_due, row.min_wishes) == (
        date(2026, 9, 1), date(2026, 9, 8), True, 1, 2,
    )  # fmt: skip
    assert row.course_ids == {school.courses["11"]}
    assert row.class_ids == {school.classes["5a"]}
    assert row.year_group_ids == frozenset()
    assert row.is_for(None, {school.classes["5a"]})
    assert not row.is_for(school.years["6"], {school.classes["6b"]})


@pytest.mark.parametrize(
    "values",
    [
        {"min_wishes": 4},
        {"courses_due": 0},
        {"courses_due": 3},
        {"opens": date(2026, 9, 2), "closes": date(2026, 9, 1)},
    ],
)
def test_a_ballot_that_cannot_be_is_refused(ruling: Ruling, values: dict[str, Any]) -> None:
    with pytest.raises(Objection):
        ruling.school.office.do(ballots.add(ruling.school.term, "Klein", 3, **values))
    assert [row.name for row in ruling.school.office.read(queries.ballots, ruling.school.term)] == ["Herbst"]


def test_a_course_with_wishes_stays_on_the_ballot(ruling: Ruling) -> None:
    office, school = ruling.school.office, ruling.school
    wish(school, "Ada", "Mo", "11")
    blocks = school.blocks.values()
    with pytest.raises(Objection, match="Robotik"):
        office.do(ballots.reshape(school.ballot, "Herbst", blocks, course_ids=[school.courses["12"]]))

    office.do(ballots.reshape(school.ballot, "Herbst", blocks, course_ids=[school.courses["11"]]))
    office.do(ballots.reshape(school.ballot, "Herbst", blocks, course_ids=[]))

    assert office.read(queries.ballot, school.ballot).course_ids == frozenset()


def test_wishes_that_are_there_are_not_ranked_in_another_way(ruling: Ruling) -> None:
    office, school = ruling.school.office, ruling.school
    office.do(ballots.reshape(school.ballot, "Herbst", school.blocks.values(), per_week=True))
    wish(school, "Ada", "Mo", "11")
    with pytest.raises(Objection):
        office.do(ballots.reshape(school.ballot, "Herbst", school.blocks.values(), per_week=False))


def test_the_main_round_is_a_copy_of_the_trial_round_without_its_wishes(ruling: Ruling) -> None:
    office, school = ruling.school.office, ruling.school
    wish(school, "Ada", "Mo", "11")
    office.do(rules.add("courses", school.ballot, least=1))
    office.do(ballots.reshape(school.ballot, "Herbst", [school.blocks["Mo"]], class_ids=[school.classes["5a"]]))

    key = office.do(ballot_copies.copy(school.ballot, "Hauptwahl"))

    row = office.read(queries.ballot, key)
    assert row.name == "Hauptwahl"
    assert row.block_ids == {school.blocks["Mo"]}
    assert row.class_ids == {school.classes["5a"]}
    assert [one.ballot_id for one in office.read(rule_queries.rules, key)] == [key]
    assert office.read(stated_wishes, key) == []
    with pytest.raises(Objection):
        office.do(ballot_copies.copy(school.ballot, "hauptwahl"))


def test_with_wishes_all_that_was_said_comes_along(ruling: Ruling) -> None:
    office, school = ruling.school.office, ruling.school
    wish(school, "Ada", "Mo", "11", "12")
    ruling.answers("Ben", "Mo", "any")
    ruling.refuses("Ben", "12")
    write(school, Placement(ballot_id=school.ballot, pupil_id=ruling.pupil("Can"), course_id=ruling.course("13")))
    write(school, BallotPaper(ballot_id=school.ballot, pupil_id=ruling.pupil("Ben"), state="given", number="0001-3"))

    key = office.do(ballot_copies.copy(school.ballot, "Hauptwahl", with_wishes=True))

    before = ruling.problem()
    assert office.read(problem, key, school.today).input_hash() == before.input_hash()
    assert office.read(queries.ballot, key).papers == 2
