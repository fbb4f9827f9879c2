"""Typing in the grid: keys in, deeds out, with checks at every key."""

from ganztag.desktop.wishes.entry import Entry
from ganztag.operations.office import Office
from ganztag.queries.wishes import sheet
from tests.voting import Voting, book, voting, wish

Saved = list[tuple[int, int, tuple[tuple[int, int], ...]]]


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
    assert saved == [(school.pupils["Ada"], school.blocks["Mo"], ranks)]
    assert (entry.row, entry.cell) == (0, 3)


def test_enter_in_an_empty_cell_leaves_its_rank_out(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "11⏎⏎12⏎")
    assert saved[0][2] == ((1, school.courses["11"]), (3, school.courses["12"]))


def test_zero_is_no_wish(office: Office) -> None:
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "12")
    entry, saved = entry_of(school)
    keys(entry, "0⏎")
    entry.go(1, 0)
    assert saved[0][2] == ((2, school.courses["12"]),)


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
    assert saved == [(school.pupils["Ada"], school.blocks["Mo"], ((1, school.courses["13"]),))]


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
    assert saved[0][2] == ((1, school.courses["31"]),)


def test_a_title_can_be_typed_instead_of_a_number(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "töp⏎")
    entry.go(1, 0)
    assert saved[0][2] == ((1, school.courses["12"]),)


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
    assert saved[0][2] == ((1, school.courses["11"]),)


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
    from ganztag.operations import wishes

    school = voting(office)
    ranks = [(1, school.courses["11"]), (1, school.courses["12"])]
    office.do(wishes.set_wishes(school.ballot, school.pupils["Ada"], school.blocks["Mo"], ranks))
    entry, saved = entry_of(school)
    entry.go(0, 1)
    keys(entry, "13⏎")
    entry.go(1, 0)
    assert len(saved[0][2]) == 3


def test_after_a_refusal_the_next_key_begins_a_new_number(office: Office) -> None:
    school = voting(office)
    entry, saved = entry_of(school)
    keys(entry, "99⏎12⏎")
    entry.go(1, 0)
    assert saved[0][2] == ((1, school.courses["12"]),)


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
    assert saved == [(school.pupils["Ada"], school.blocks["Mo"], ranks)]


def test_the_grid_begins_on_the_first_day_on_which_the_child_stays(office: Office) -> None:
    school = voting(office)
    book(school, "Ada", 3)
    entry, _saved = entry_of(school)
    assert (entry.cell, entry.first_cell(0), entry.first_cell(1)) == (3, 3, 0)
