"""Who comes first, who is together or apart, and in which order the goals are met."""

from ganztag.operations import bonds, rules
from ganztag.planning.conditions import Bond, Priority
from ganztag.planning.policy import Policy
from ganztag.queries import to_allocate
from tests.ruling import Ruling
from tests.voting import book, wish


def test_a_year_and_children_with_many_days_come_first(ruling: Ruling) -> None:
    for name in ("Ada", "Dora"):
        wish(ruling.school, name, "Mo", "11")
    for day in (1, 2, 3):
        book(ruling.school, "Ada", day)
    graduating = ruling.rule("priority", word="years", year_group_id=ruling.school.years["6"], most=2)
    many = ruling.rule("priority", word="days", least=3)

    assert set(ruling.problem().priorities) == {
        Priority(ruling.pupil("Dora"), 2, rule=graduating),
        Priority(ruling.pupil("Ada"), 1, rule=many),
    }


def test_hardship_comes_with_its_reason(ruling: Ruling) -> None:
    wish(ruling.school, "Ada", "Mo", "11")
    office = ruling.school.office
    key = office.do(bonds.add_hardship(ruling.pupil("Ada"), "pflegt die Großmutter", weight=3))
    office.do(bonds.add_hardship(ruling.pupil("Ben"), "hat keine Wünsche"))

    assert ruling.problem().priorities == (
        Priority(ruling.pupil("Ada"), 3, "pflegt die Großmutter", f"hardship:{key}"),
    )


def test_bonds_hold_where_both_children_are_in_the_allocation(ruling: Ruling) -> None:
    for name in ("Ada", "Ben"):
        wish(ruling.school, name, "Mo", "11")
    office = ruling.school.office
    key = office.do(bonds.add(ruling.pupil("Ada"), ruling.pupil("Ben"), "apart", ruling.school.ballot, must=True))
    office.do(bonds.add(ruling.pupil("Ada"), ruling.pupil("Fee"), "together"))

    found = ruling.problem()

    assert found.bonds == (Bond(ruling.pupil("Ada"), ruling.pupil("Ben"), "apart", True, f"bond:{key}"),)
    assert "Ada Ahmadi" in str(next(one.words for one in found.rules if one.key == f"bond:{key}"))


def test_the_ballots_own_order_of_the_goals_comes_before_the_schools(ruling: Ruling) -> None:
    office, ballot = ruling.school.office, ruling.school.ballot
    assert office.read(to_allocate.policy_of, ballot) == Policy()

    office.do(rules.set_order(None, ("first wishes", "unplaced")))
    assert office.read(to_allocate.policy_of, ballot).order == ("first wishes", "unplaced")

    office.do(rules.set_order(ballot, ("far", "unplaced")))
    assert office.read(to_allocate.policy_of, ballot).order == ("far", "unplaced")

    office.do(rules.set_order(ballot, ()))
    assert office.read(to_allocate.policy_of, ballot).order == ("first wishes", "unplaced")


def test_each_goal_has_an_order_of_its_own(ruling: Ruling) -> None:
    office, ballot = ruling.school.office, ruling.school.ballot

    office.do(rules.set_order(None, ("far", "first wishes"), "greedy"))

    assert office.read(to_allocate.policy_of, ballot).order == ()
    assert office.read(to_allocate.policy_of, ballot, "greedy") == Policy("greedy", order=("far", "first wishes"))
