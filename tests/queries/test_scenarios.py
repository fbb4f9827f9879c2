"""How two plans differ, child by child."""

from ganztag.operations.office import Office
from ganztag.planning.plan import Placement
from ganztag.queries.scenarios import DifferenceRow, differences
from tests.voting import Voting, voting


def place(school: Voting, pupil: str, block: str, number: str | None, rank: int | None) -> Placement:
    course = school.courses[number] if number else None
    return Placement(school.pupils[pupil], school.blocks[block], course, rank)


def found(school: Voting, a: list[Placement], b: list[Placement]) -> list[DifferenceRow]:
    return school.office.read(differences, school.ballot, school.today, a, b)


def test_only_what_differs_is_told_and_the_greatest_difference_first(office: Office) -> None:
    school = voting(office)
    same, none = place(school, "Ada", "Mo", "11", 1), place(school, "Can", "Mo", None, None)
    a = [same, place(school, "Ben", "Mo", "12", 2), none]
    b = [same, place(school, "Ben", "Mo", "11", 1), place(school, "Can", "Mo", "12", 1)]
    rows = found(school, a, b)
    assert [(row.pupil_id, row.steps, row.favours) for row in rows] == [
        (school.pupils["Can"], 2, "B"),
        (school.pupils["Ben"], 1, "B"),
    ]
    assert (rows[1].a.title, rows[1].b.title) != ("", "")


def test_a_child_that_gains_on_one_day_and_loses_on_another_favours_what_is_better_for_its_week(office: Office) -> None:
    school = voting(office)
    a = [place(school, "Ada", "Mo", "11", 1), place(school, "Ada", "Mi", "21", 3)]
    b = [place(school, "Ada", "Mo", "12", 2), place(school, "Ada", "Mi", None, None)]
    rows = found(school, a, b)
    assert [(row.steps, row.favours) for row in rows] == [(-1, "A"), (-1, "A")]
    back = found(school, b, a)
    assert {row.favours for row in back} == {"B"}


def test_equal_plans_differ_in_nothing(office: Office) -> None:
    school = voting(office)
    a = [place(school, "Ada", "Mo", "11", 1)]
    assert found(school, a, list(a)) == []
