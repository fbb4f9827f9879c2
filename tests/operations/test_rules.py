"""Setting rules, bonds, hardship and the order of the goals; each deed can be taken back."""

import pytest

from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Guardian, Guardianship
from ganztag.language import speak
from ganztag.operations import bonds, rules
from ganztag.operations.office import Office
from ganztag.queries import rules as queries
from tests.ruling import Ruling, write
from tests.voting import voting


@pytest.fixture
def ruling(office: Office) -> Ruling:
    return Ruling(voting(office))


def _sentences(ruling: Ruling) -> list[str]:
    return [str(row.words) for row in ruling.school.office.read(queries.rules, ruling.school.ballot)]


def test_a_rule_is_added_changed_switched_and_deleted(ruling: Ruling) -> None:
    speak("en")
    office = ruling.school.office

    key = office.do(rules.add("courses", least=1, weekdays="1"))
    assert _sentences(ruling) == ["Each child takes at least 1 course on Monday."]
    assert str(office.undo_label) == "New rule: Each child takes at least 1 course on Monday."

    office.do(rules.edit(key, year_group_id=ruling.school.years["5"], least=2))
    assert _sentences(ruling) == ["Each child of year group 5 takes at least 2 courses on Monday."]

    office.do(rules.switch(key, on=False))
    assert [row.active for row in office.read(queries.rules, None)] == [False]

    office.do(rules.delete(key))
    assert _sentences(ruling) == []
    office.undo()
    office.undo()
    assert [row.active for row in office.read(queries.rules, None)] == [True]


def test_a_wrong_change_objects_and_nothing_changes(ruling: Ruling) -> None:
    office = ruling.school.office
    key = office.do(rules.add("courses", least=1, most=2))

    with pytest.raises(Objection):
        office.do(rules.edit(key, least=3))

    assert [(row.least, row.most) for row in office.read(queries.rules, None)] == [(1, 2)]


def test_the_same_rule_twice_objects(ruling: Ruling) -> None:
    office = ruling.school.office
    office.do(rules.add("courses", least=1))
    with pytest.raises(Objection):
        office.do(rules.add("courses", least=2))
    office.do(rules.add("courses", most=3))
    office.do(rules.add("courses", least=1, ballot_id=ruling.school.ballot))


def test_days_without_a_block_object_where_the_rule_is_for_this_ballot(ruling: Ruling) -> None:
    office = ruling.school.office
    with pytest.raises(Objection, match="Herbst"):
        office.do(rules.add("courses", ruling.school.ballot, least=1, weekdays="5"))
    office.do(rules.add("courses", least=1, weekdays="5"))


def test_rules_of_another_ballot_do_not_concern_this_one(ruling: Ruling) -> None:
    office = ruling.school.office
    office.do(rules.add("courses", ruling.school.ballot, least=1))
    assert office.read(queries.rules, None) == []
    assert len(office.read(queries.rules, ruling.school.ballot)) == 1


def test_two_children_are_bound_once(ruling: Ruling) -> None:
    office = ruling.school.office
    ada, ben = ruling.pupil("Ada"), ruling.pupil("Ben")

    key = office.do(bonds.add(ada, ben, "together", reason=" Freunde "))
    with pytest.raises(Objection, match="Ada"):
        office.do(bonds.add(ben, ada, "apart", ruling.school.ballot))
    office.do(bonds.edit(key, kind="apart", must=True))

    (row,) = office.read(queries.bonds, ruling.school.ballot)
    assert (row.kind, row.must, row.reason, row.name, row.other_name) == (
        "apart", True, "Freunde", "Ada Ahmadi", "Ben Böttcher",
    )  # fmt: skip
    office.do(bonds.remove(key))
    assert office.read(queries.bonds, None) == []


def test_siblings_without_a_bond_are_proposed(ruling: Ruling) -> None:
    office = ruling.school.office
    mother = Guardian(surname="Ahmadi")
    write(ruling.school, mother)
    for name in ("Ada", "Fee"):
        write(ruling.school, Guardianship(pupil_id=ruling.pupil(name), guardian_id=mother.id))

    (pair,) = office.read(queries.sibling_proposals, ruling.school.ballot)
    assert (pair.name, pair.other_name) == ("Ada Ahmadi", "Fee Fischer")

    office.do(bonds.add(pair.pupil_id, pair.other_id, "together"))
    assert office.read(queries.sibling_proposals, ruling.school.ballot) == []


def test_hardship_needs_a_reason_and_comes_once(ruling: Ruling) -> None:
    office, ada = ruling.school.office, ruling.pupil("Ada")
    with pytest.raises(Objection):
        office.do(bonds.add_hardship(ada, "  "))
    key = office.do(bonds.add_hardship(ada, "pflegt die Großmutter"))
    with pytest.raises(Objection, match="Ada"):
        office.do(bonds.add_hardship(ada, "noch ein Grund"))
    with pytest.raises(Objection):
        office.do(bonds.edit_hardship(key, reason=""))
    office.do(bonds.edit_hardship(key, weight=4))
    assert [(row.name, row.weight) for row in office.read(queries.hardships, None)] == [("Ada Ahmadi", 4)]
    office.do(bonds.remove_hardship(key))
    assert office.read(queries.hardships, None) == []
