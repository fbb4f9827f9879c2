"""Wishes: entered block by block, kept in step with the paper they stand on."""

import pytest

from ganztag.domain.ballot_papers import WEEK, Paper, Said, slip_number
from ganztag.domain.courses import Meeting
from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.operations import wishes
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import ballots
from ganztag.queries.wishes import WishRow, sheet
from tests.voting import Voting, add_pupil, only_for, over_the_week, voting, wish


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
    office.do(wishes.set_said(school.ballot, school.pupils["Ada"], block, Said(tuple(ranks))))
    assert len(row_of(school, "Ada").ranks(block)) == 2


def say(school: Voting, pupil: str, block: str, said: Said) -> None:
    band = school.blocks.get(block, WEEK)
    school.office.do(wishes.set_said(school.ballot, school.pupils[pupil], band, said))


def test_any_course_none_and_what_is_not_wanted_are_kept_with_the_wishes(office: Office) -> None:
    school = voting(office)
    one, two, both = (school.courses[number] for number in ("11", "12", "40"))
    monday, wednesday = school.blocks["Mo"], school.blocks["Mi"]
    say(school, "Ada", "Mo", Said(((1, one),), any_from=2, refused=frozenset({two, both})))
    say(school, "Ada", "Mi", Said(none=True, refused=frozenset({both})))
    row = row_of(school, "Ada")
    assert (row.ranks(monday), row.any_from(monday), row.wants_none(monday)) == (((1, one),), 2, False)
    assert (row.any_from(wednesday), row.wants_none(wednesday)) == (None, True)
    assert row.refused == {two, both}
    assert row.paper == "given"


def test_a_block_is_written_anew_and_the_other_keeps_what_it_says(office: Office) -> None:
    school = voting(office)
    say(school, "Ada", "Mo", Said(any_from=1, refused=frozenset({school.courses["12"]})))
    say(school, "Ada", "Mi", Said(none=True, refused=frozenset({school.courses["21"]})))
    say(school, "Ada", "Mo", Said(((1, school.courses["11"]),)))
    row = row_of(school, "Ada")
    assert row.any_from(school.blocks["Mo"]) is None
    assert row.refused == {school.courses["21"]}
    assert row.wants_none(school.blocks["Mi"])
    say(school, "Ada", "Mo", Said())
    assert row_of(school, "Ada").paper == "given"
    say(school, "Ada", "Mi", Said())
    assert row_of(school, "Ada").paper == "missing"


def test_all_of_a_block_is_one_deed(office: Office) -> None:
    school = voting(office)
    before = row_of(school, "Ada")
    say(school, "Ada", "Mo", Said(((1, school.courses["11"]),), any_from=3, refused=frozenset({school.courses["12"]})))
    office.undo()
    assert row_of(school, "Ada") == before


def test_any_course_from_a_rank_beyond_the_ballot_objects(office: Office) -> None:
    school = voting(office)
    with pytest.raises(Objection, match="3"):
        say(school, "Ada", "Mo", Said(any_from=4))


def test_a_wish_for_the_week_is_kept_in_each_block_of_its_course(office: Office) -> None:
    school = voting(office)
    over_the_week(school)
    say(school, "Ada", "week", Said(((1, school.courses["40"]), (2, school.courses["21"])), any_from=3))
    row = row_of(school, "Ada")
    assert row.ranks(WEEK) == ((1, school.courses["40"]), (2, school.courses["21"]))
    assert row.ranks(school.blocks["Mo"]) == ((1, school.courses["40"]),)
    assert row.ranks(school.blocks["Mi"]) == ((1, school.courses["40"]), (2, school.courses["21"]))
    assert row.any_from(school.blocks["Mo"]) == row.any_from(WEEK) == 3
    say(school, "Ada", "week", Said(none=True))
    assert (row_of(school, "Ada").wishes, row_of(school, "Ada").wants_none(WEEK)) == ((), True)


def test_a_wish_for_the_week_without_a_block_objects_and_nothing_changes(office: Office) -> None:
    school = voting(office)
    over_the_week(school)
    say(school, "Ada", "week", Said(((1, school.courses["11"]),)))
    office.do(Operation(N_("Take the block away"), lambda work: work.remove(Meeting, course_id=school.courses["12"])))
    with pytest.raises(Objection):
        say(school, "Ada", "week", Said(((1, school.courses["12"]),)))
    assert row_of(school, "Ada").ranks(WEEK) == ((1, school.courses["11"]),)


def test_an_import_puts_a_whole_paper_and_makes_room_for_it(office: Office) -> None:
    school = voting(office)
    monday, wednesday = school.blocks["Mo"], school.blocks["Mi"]
    say(school, "Ben", "Mo", Said(refused=frozenset({school.courses["11"]})))
    wishes_of_ben = ((monday, school.courses["12"], 1), (monday, school.courses["13"], 1))
    paper = Paper(wishes_of_ben, ((wednesday, 5),), (), None, None, " spät ")

    def run(work: Work) -> None:
        wishes.put(work, school.ballot, school.pupils["Ben"], paper)

    office.do(Operation(N_("Import"), run))
    row = row_of(school, "Ben")
    assert row.ranks(monday) == ((1, school.courses["12"]), (1, school.courses["13"]))
    assert (row.any_from(wednesday), row.note) == (5, "spät")
    assert row.refused == {school.courses["11"]}
    assert office.read(ballots.ballot, school.ballot).wishes == 5


def test_an_empty_or_missing_paper_says_nothing_any_more(office: Office) -> None:
    school = voting(office)
    say(school, "Ada", "Mo", Said(any_from=1, refused=frozenset({school.courses["12"]})))
    office.do(wishes.mark_paper(school.ballot, school.pupils["Ada"], "missing", "krank"))
    row = row_of(school, "Ada")
    assert (row.answers, row.refused, row.paper, row.note) == ((), frozenset(), "missing", "krank")


def test_slips_are_numbered_once_in_the_order_of_the_class_lists(office: Office) -> None:
    school = voting(office)
    assert office.do(wishes.number_papers(school.ballot)) == 6
    numbers = [row.number for row in office.read(sheet, school.ballot, school.today).rows]
    assert numbers == [slip_number(serial) for serial in range(1, 7)]
    new = office.do(Operation(N_("Add"), lambda work: add_pupil(work, "Gül Ahmadi", school.classes["5a"])))
    assert office.do(wishes.number_papers(school.ballot)) == 1
    assert office.do(wishes.number_papers(school.ballot)) == 0
    found = {row.id: row.number for row in office.read(sheet, school.ballot, school.today).rows}
    assert found[new] == slip_number(7)
    assert found[school.pupils["Fee"]] == slip_number(6)


def test_a_number_stays_when_the_paper_comes_back(office: Office) -> None:
    school = voting(office)
    office.do(wishes.number_papers(school.ballot))
    wish(school, "Ben", "Mo", "11")
    row = row_of(school, "Ben")
    assert (row.paper, row.number) == ("given", slip_number(2))


def test_only_those_who_may_vote_get_a_number(office: Office) -> None:
    school = voting(office)
    only_for(school, "6b")
    assert office.do(wishes.number_papers(school.ballot)) == 3
    numbers = {row.voter.name: row.number for row in office.read(sheet, school.ballot, school.today).rows}
    assert numbers == {"Demir, Dora": slip_number(1), "Ebert, Emil": slip_number(2), "Fischer, Fee": slip_number(3)}
