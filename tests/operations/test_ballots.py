"""Ballots: added, changed, kept once they explain something."""

import pytest

from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.operations import ballots, wishes
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import ballots as queries
from tests.voting import voting, wish


def test_a_new_ballot_has_all_blocks_in_which_a_course_is_offered(office: Office) -> None:
    school = voting(office)
    key = office.do(ballots.add(school.term, "Frühjahr", wishes=4))
    row = office.read(queries.ballot, key)
    assert row.wishes == 4
    assert row.block_ids == set(school.blocks.values())


def test_two_ballots_of_one_name_are_refused(office: Office) -> None:
    school = voting(office)
    with pytest.raises(Objection, match="herbst"):
        office.do(ballots.add(school.term, "herbst"))
    assert len(office.read(queries.ballots, school.term)) == 1


def test_a_ballot_needs_a_name_and_a_wish(office: Office) -> None:
    school = voting(office)
    with pytest.raises(Objection):
        office.do(ballots.add(school.term, "  "))
    with pytest.raises(Objection):
        office.do(ballots.edit(school.ballot, "Herbst", wishes=0))


def test_a_block_with_wishes_cannot_be_left_out(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11")
    with pytest.raises(Objection):
        office.do(ballots.reshape(school.ballot, "Herbst", [school.blocks["Mi"]]))
    office.do(ballots.reshape(school.ballot, "Herbst", [school.blocks["Mo"]]))
    assert office.read(queries.ballot, school.ballot).block_ids == {school.blocks["Mo"]}


def test_deleting_a_ballot_takes_its_wishes_along_and_undo_brings_all_back(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "12")
    office.do(ballots.delete(school.ballot, "Herbst"))
    assert office.read(queries.ballots, school.term) == []
    office.undo()
    row = office.read(queries.ballot, school.ballot)
    assert (row.children, row.papers) == (1, 1)


def test_an_import_makes_a_ballot_where_there_is_none_and_uses_the_only_one(office: Office) -> None:
    school = voting(office)
    office.do(ballots.delete(school.ballot, "Herbst"))

    def run(work: Work) -> tuple[int, int]:
        first = ballots.ensure_ballot(work, school.term)
        wishes.put(work, first, school.pupils["Ada"], [(school.blocks["Mo"], school.courses["11"], 5)])
        return first, ballots.ensure_ballot(work, school.term, block_ids=[school.blocks["Mi"]])

    first, second = office.do(Operation(N_("Import"), run))
    row = office.read(queries.ballot, first)
    assert first == second
    assert row.name == "Wahl"
    assert row.block_ids == set(school.blocks.values())
    assert row.wishes == 5


def test_with_several_ballots_a_name_has_to_be_said(office: Office) -> None:
    school = voting(office)
    other = office.do(ballots.add(school.term, "Nachwahl"))
    with pytest.raises(Objection, match="Nachwahl"):
        office.read(queries.ballot_named, school.term)
    assert office.read(queries.ballot_named, school.term, "nachwahl").id == other
    with pytest.raises(Objection, match="Ostern"):
        office.read(queries.ballot_named, school.term, "Ostern")


def test_name_wishes_and_blocks_are_changed_in_one_deed(office: Office) -> None:
    school = voting(office)
    office.do(ballots.reshape(school.ballot, "Herbst", [school.blocks["Mi"]], name="Winter", wishes=2))
    row = office.read(queries.ballot, school.ballot)
    assert (row.name, row.wishes, row.block_ids) == ("Winter", 2, frozenset({school.blocks["Mi"]}))
    office.undo()
    assert office.read(queries.ballot, school.ballot).name == "Herbst"


def test_wishes_that_stand_on_papers_cannot_be_cut_off(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "12", "13")
    with pytest.raises(Objection, match="3"):
        office.do(ballots.edit(school.ballot, "Herbst", wishes=2))
