"""Typing in the grid: keys in, deeds out, with checks at every key."""

from ganztag.desktop.wishes.entry import Entry
from ganztag.domain.ballot_papers import WEEK, Said
from ganztag.operations import wishes
from ganztag.operations.office import Office
from ganztag.queries.wishes import sheet
from tests.voting import Voting, book, over_the_week, voting, wish

Saved = list[tuple[int, int, Said]]


def entry_of(school: Voting) -> tuple[Entry, Saved]:
    saved: Saved = []
    entry = Entry(lambda pupil, block, ranks: saved.append((pupil, block, ranks)))
    found = school.office.read(sheet, school.ballot, school.today)
    entry.show(found, found.rows)
    return entry, saved


def keys(entry: Entry, text: str) -> None:
    for key in text:
        if key == "⏎":
            entry.enter()
        else:
            entry.type(key)


def test_the_wishes_of_a_block_are_one_deed_when_the_cursor_leaves_it(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "11⏎12⏎")
    assert saved == []
    keys(entry, "13⏎")
    ranks = tuple((rank, school.courses[number]) for rank, number in enumerate(("11", "12", "13"), start=1))
    assert saved == [(school.pupils["Ada"], school.blocks["Mo"], Said(ranks))]
    assert (entry.row, entry.cell) == (0, 3)


def test_enter_in_an_empty_cell_leaves_its_rank_out(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "11⏎⏎12⏎")
    assert saved[0][2].ranks == ((1, school.courses["11"]), (3, school.courses["12"]))


def test_zero_in_the_first_cell_says_that_no_place_is_wanted_here(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "12")
    entry, saved = entry_of(school)
    keys(entry, "0⏎")
    assert entry.cell == 1  # the second wish still stands there
    entry.go(1, 0)
    assert saved[0][2] == Said(none=True)


def test_zero_in_a_later_cell_is_no_wish(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "12")
    entry, saved = entry_of(school)
    entry.go(0, 1)
    keys(entry, "0⏎")
    entry.go(1, 0)
    assert saved[0][2] == Said(((1, school.courses["11"]),))


def test_a_wish_takes_back_that_no_place_is_wanted(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "0")
    entry.go(0, 1)
    keys(entry, "12")
    entry.go(1, 0)
    assert saved[0][2] == Said(((2, school.courses["12"]),))


def test_a_star_takes_any_course_from_there_on_and_enter_passes_over_the_rest_of_the_block(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "11⏎*⏎")
    assert entry.cell == 3
    assert saved[0][2] == Said(((1, school.courses["11"]),), any_from=2)


def test_two_numbers_in_a_cell_are_wishes_of_one_rank(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "11/12⏎13+11⏎")
    wrong = entry.wrong()
    assert wrong is not None
    assert (wrong.trouble.kind, entry.cell) == ("twice", 1)
    keys(entry, "13⏎")
    entry.go(1, 0)
    one, two, three = (school.courses[number] for number in ("11", "12", "13"))
    assert saved[0][2].ranks == ((1, one), (1, two), (2, three))


def test_a_number_behind_an_exclamation_mark_is_not_wanted_and_the_cell_waits_on(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "!12⏎")
    assert (entry.cell, entry.typed, entry.courses_at(0, 0)) == (0, None, ())
    keys(entry, "!13/12⏎11⏎12")
    wrong = entry.wrong()
    assert wrong is not None
    assert wrong.trouble.kind == "refused"
    entry.escape()
    entry.go(1, 0)
    assert saved[0][2] == Said(
        ((1, school.courses["11"]),), refused=frozenset((school.courses["12"], school.courses["13"]))
    )


def test_what_is_not_wanted_has_its_own_cell_once_it_is_known_and_enter_passes_it_over(office: Office) -> None:
    school = voting(office)
    said = Said(((1, school.courses["11"]),), refused=frozenset({school.courses["12"]}))
    office.do(wishes.set_said(school.ballot, school.pupils["Ada"], school.blocks["Mo"], said))
    entry, saved = entry_of(school)
    assert [cell.rank for cell in entry.cells] == [1, 2, 3, 0, 1, 2, 3]
    entry.go(0, 2)
    keys(entry, "13⏎")
    assert entry.cell == 4
    entry.go(0, 3)
    entry.empty()
    entry.go(1, 0)
    assert [one[2].refused for one in saved] == [said.refused, frozenset()]


def test_the_suggestion_replaces_only_the_wrong_one_of_two(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "12/31")
    entry.take()
    entry.go(1, 0)
    assert saved[0][2].ranks == ((1, school.courses["12"]), (1, school.courses["13"]))
    ranks = [(1, school.courses["12"]), (1, school.courses["31"])]
    office.do(wishes.set_said(school.ballot, school.pupils["Ada"], school.blocks["Mo"], Said(tuple(ranks))))
    entry, saved = entry_of(school)
    entry.take()
    entry.go(1, 0)
    assert saved[0][2].ranks == ((1, school.courses["12"]), (1, school.courses["13"]))


def test_a_ballot_for_the_week_has_one_band_of_cells(office: Office) -> None:
    school = voting(office)
    over_the_week(school)
    entry, saved = entry_of(school)
    assert [(cell.block, cell.rank) for cell in entry.cells] == [(WEEK, 1), (WEEK, 2), (WEEK, 3)]
    keys(entry, "21⏎11⏎40⏎")
    ranks = tuple((rank, school.courses[number]) for rank, number in enumerate(("21", "11", "40"), start=1))
    assert saved == [(school.pupils["Ada"], WEEK, Said(ranks))]


def test_an_unknown_number_is_not_left_by_enter(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "99⏎")
    wrong = entry.wrong()
    assert wrong is not None
    assert "99" in str(wrong.trouble.message)
    assert (entry.cell, entry.typed, saved) == (0, "99", [])


def test_the_beginning_of_a_number_is_no_mistake_yet(office: Office) -> None:
    school = voting(office)
    entry, _saved = entry_of(school)
    keys(entry, "3")
    assert entry.wrong() is None
    keys(entry, "1")
    wrong = entry.wrong()
    assert wrong is not None
    assert wrong.trouble.kind == "barred"


def test_the_suggestion_is_taken_by_one_key_and_the_cursor_goes_on(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "31")
    entry.take()
    assert (entry.cell, entry.typed) == (1, None)
    entry.go(1, 0)
    assert saved == [(school.pupils["Ada"], school.blocks["Mo"], Said(((1, school.courses["13"]),)))]


def test_the_same_wish_twice_stays_in_its_cell(office: Office) -> None:
    school = voting(office)
    entry, _saved = entry_of(school)
    keys(entry, "11⏎11⏎")
    wrong = entry.wrong()
    assert wrong is not None
    assert (wrong.trouble.kind, entry.cell) == ("twice", 1)


def test_a_course_of_another_block_stays_in_its_cell(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "21⏎")
    assert (entry.cell, saved) == (0, [])
    wrong = entry.wrong()
    assert wrong is not None
    assert wrong.trouble.kind == "block"


def test_what_stands_on_the_paper_but_does_not_count_is_kept_and_told(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "31⏎")
    assert entry.cell == 1
    wrong = entry.wrong()
    assert wrong is not None
    assert wrong.cell == 0
    entry.go(1, 0)
    assert saved[0][2].ranks == ((1, school.courses["31"]),)


def test_a_title_can_be_typed_instead_of_a_number(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "töp⏎")
    entry.go(1, 0)
    assert saved[0][2].ranks == ((1, school.courses["12"]),)


def test_delete_empties_a_cell_and_escape_forgets_what_was_not_written(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "12")
    entry, saved = entry_of(school)
    entry.empty()
    entry.escape()
    entry.go(1, 0)
    assert saved == []
    entry.go(0, 1)
    entry.empty()
    entry.go(1, 0)
    assert saved[0][2].ranks == ((1, school.courses["11"]),)


def test_enter_passes_over_days_on_which_a_child_does_not_stay(office: Office) -> None:
    school = voting(office)
    book(school, "Ada", 1)
    entry, _saved = entry_of(school)
    keys(entry, "11⏎12⏎13⏎")
    assert (entry.row, entry.cell) == (1, 0)


def test_the_last_wish_of_the_last_child_is_the_end(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    entry.go(5, 5)
    keys(entry, "22")
    assert entry.enter() is False
    assert len(saved) == 1


def test_two_courses_of_one_rank_stay_when_another_rank_is_typed(office: Office) -> None:
    school = voting(office)
    ranks = [(1, school.courses["11"]), (1, school.courses["12"])]
    office.do(wishes.set_said(school.ballot, school.pupils["Ada"], school.blocks["Mo"], Said(tuple(ranks))))
    entry, saved = entry_of(school)
    entry.go(0, 1)
    keys(entry, "13⏎")
    entry.go(1, 0)
    assert len(saved[0][2].ranks) == 3


def test_after_a_refusal_the_next_key_begins_a_new_number(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "99⏎12⏎")
    entry.go(1, 0)
    assert saved[0][2].ranks == ((1, school.courses["12"]),)


def test_escape_takes_what_is_typed_back_before_the_wishes_of_the_block(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "11⏎12⏎12⏎")
    entry.escape()
    assert (entry.cell, entry.typed, entry.courses_at(0, 1)) == (2, None, (school.courses["12"],))
    entry.escape()
    entry.go(1, 0)
    assert saved == []


def test_wishes_for_a_day_on_which_a_child_does_not_stay_are_typed_one_after_the_other(office: Office) -> None:
    school = voting(office)
    book(school, "Ada", 2)
    entry, saved = entry_of(school)
    entry.go(0, 0)
    keys(entry, "11⏎12⏎13⏎")
    ranks = tuple((rank, school.courses[number]) for rank, number in enumerate(("11", "12", "13"), start=1))
    assert saved == [(school.pupils["Ada"], school.blocks["Mo"], Said(ranks))]


def test_the_grid_begins_on_the_first_day_on_which_the_child_stays(office: Office) -> None:
    school = voting(office)
    book(school, "Ada", 3)
    entry, _saved = entry_of(school)
    assert (entry.cell, entry.first_cell(0), entry.first_cell(1)) == (3, 3, 0)
