"""Wishes: entered block by block, kept in step with the paper they stand on."""

import pytest

from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.operations import wishes
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries.wishes import WishRow, sheet
from tests.voting import Voting, voting, wish


def row_of(school: Voting, pupil: str) -> WishRow:
    rows = school.office.read(sheet, school.ballot, school.today).rows
    return next(row for row in rows if row.id == school.pupils[pupil])


def test_wishes_of_one_block_are_replaced_and_those_of_the_other_stay(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "12", "13")
    wish(school, "Ada", "Mi", "21")
    wish(school, "Ada", "Mo", "12", "", "11")
    row = row_of(school, "Ada")
    assert row.ranks(school.blocks["Mo"]) == ((1, school.courses["12"]), (3, school.courses["11"]))
    assert row.ranks(school.blocks["Mi"]) == ((1, school.courses["21"]),)
    assert row.paper == "given"


def test_a_block_is_one_deed_that_names_the_child(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "12", "13")
    assert "Ada Ahmadi" in str(office.undo_label)
    office.undo()
    assert row_of(school, "Ada").wishes == ()
    assert row_of(school, "Ada").paper == "missing"


def test_the_same_wish_twice_objects_and_nothing_changes(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11")
    with pytest.raises(Objection):
        wish(school, "Ada", "Mo", "12", "12")
    assert row_of(school, "Ada").ranks(school.blocks["Mo"]) == ((1, school.courses["11"]),)


def test_a_fourth_wish_on_a_ballot_of_three_objects(office: Office) -> None:
    school = voting(office)
    with pytest.raises(Objection, match="3"):
        wish(school, "Ada", "Mo", "", "", "", "11")


def test_the_last_wish_deleted_makes_the_paper_missing_again(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11")
    wish(school, "Ada", "Mo")
    assert row_of(school, "Ada").paper == "missing"


def test_an_empty_paper_has_no_wishes_and_keeps_its_note(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11")
    office.do(wishes.mark_paper(school.ballot, school.pupils["Ada"], "empty", " krank "))
    row = row_of(school, "Ada")
    assert (row.paper, row.note, row.wishes) == ("empty", "krank", ())


def test_an_import_keeps_the_best_of_two_ranks_and_the_rank_of_an_empty_wish(office: Office) -> None:
    school = voting(office)
    block = school.blocks["Mo"]

    def run(work: Work) -> None:
        entries = [(block, school.courses["11"], 3), (block, school.courses["11"], 2), (block, school.courses["12"], 3)]
        wishes.put(work, school.ballot, school.pupils["Ben"], entries)
        wishes.put(work, school.ballot, school.pupils["Can"], [], "faulty")

    office.do(Operation(N_("Import"), run))
    assert row_of(school, "Ben").ranks(block) == ((2, school.courses["11"]), (3, school.courses["12"]))
    assert row_of(school, "Can").paper == "faulty"


def test_equal_ranks_can_be_kept(office: Office) -> None:
    school = voting(office)
    block = school.blocks["Mo"]
    ranks = [(1, school.courses["11"]), (1, school.courses["12"])]
    office.do(wishes.set_wishes(school.ballot, school.pupils["Ada"], block, ranks))
    assert len(row_of(school, "Ada").ranks(block)) == 2
