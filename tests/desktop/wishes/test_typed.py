"""What typed signs mean."""

import pytest

from ganztag.desktop.wishes.contents import ANY, NONE, NOT, Cell
from ganztag.desktop.wishes.typed import Typed, may_begin, may_go_on, understood, with_last
from ganztag.domain.ballot_papers import WEEK
from ganztag.operations.office import Office
from ganztag.queries.wishes import sheet
from tests.voting import Voting, voting


def meaning(school: Voting, text: str, rank: int = 1, block: str = "Mo") -> Typed:
    courses = school.office.read(sheet, school.ballot, school.today).courses
    return understood(text, Cell(school.blocks.get(block, WEEK), rank), courses)


def numbers(typed: Typed) -> list[str]:
    return [course.number for course in typed.courses]


@pytest.mark.parametrize(
    ("text", "rank", "sign"), [("*", 1, ANY), ("*", 3, ANY), ("0", 1, NONE), ("-", 1, NONE), ("0", 2, ""), ("-", 3, "")]
)
def test_signs_stand_for_answers(office: Office, text: str, rank: int, sign: str) -> None:
    assert meaning(voting(office), text, rank) == Typed(sign=sign)


def test_several_numbers_and_titles_stand_for_any_of_them(office: Office) -> None:
    school = voting(office)
    assert numbers(meaning(school, "11/12")) == ["11", "12"]
    assert numbers(meaning(school, "11 + töp+11")) == ["11", "12"]
    assert meaning(school, "11/99").unknown == "99"
    assert numbers(meaning(school, "21/11", block="week")) == ["21", "11"]


def test_what_is_not_wanted_begins_with_a_mark_or_stands_in_its_own_cell(office: Office) -> None:
    school = voting(office)
    assert (numbers(meaning(school, "!11/12")), meaning(school, "!11").refusing) == (["11", "12"], True)
    assert (numbers(meaning(school, "12", NOT)), meaning(school, "12", NOT).refusing) == (["12"], True)
    assert meaning(school, "!99").unknown == "99"


def test_what_may_be_longer_is_no_mistake_yet(office: Office) -> None:
    courses = office.read(sheet, (school := voting(office)).ballot, school.today).courses
    assert [may_go_on(courses, text) for text in ("1", "11/", "11/1", "!", "!3", "Tö")] == 6 * [True]
    assert [may_go_on(courses, text) for text in ("99", "11/12", "!12")] == 3 * [False]


def test_a_suggestion_replaces_the_last_number_only() -> None:
    assert [with_last(text, "13") for text in ("31", "12/31", "12+31", "!31", "")] == [
        "13", "12/13", "12+13", "!13", "13",
    ]  # fmt: skip


def test_numbers_letters_and_three_signs_may_begin() -> None:
    assert all(map(may_begin, ("1", "t", "ö", "*", "!", "-")))
    assert not any(map(may_begin, (" ", "/", "#", "+")))
