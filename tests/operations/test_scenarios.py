"""Keeping plans by name: undoable, names taken once, gone with undo."""

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import scenarios
from ganztag.operations.office import Office
from ganztag.planning.allocate import allocate
from ganztag.planning.packing import unpack_plan
from ganztag.planning.plan import Plan
from ganztag.queries import scenarios as queries
from ganztag.queries.to_allocate import problem
from tests.voting import Voting, voting, wish


def planned(office: Office) -> tuple[Voting, Plan]:
    school = voting(office)
    for pupil in ("Ada", "Ben", "Can"):
        wish(school, pupil, "Mo", "11", "12")
    return school, allocate(office.read(problem, school.ballot, school.today))


def names(school: Voting) -> list[str]:
    return [row.name for row in school.office.read(queries.scenarios, school.ballot)]


def test_a_kept_plan_is_read_as_it_was(office: Office) -> None:
    school, plan = planned(office)
    key = office.do(scenarios.keep(school.ballot, "  Erster   Versuch ", plan, "[]"))
    (row,) = office.read(queries.scenarios, school.ballot)
    assert (row.id, row.name, row.changes) == (key, "Erster Versuch", "[]")
    assert unpack_plan(row.plan) == plan


def test_a_name_is_taken_once_in_whatever_letters_and_must_be_one(office: Office) -> None:
    school, plan = planned(office)
    office.do(scenarios.keep(school.ballot, "Eins", plan))
    for name in ("EINS", "  "):
        with pytest.raises(Objection):
            office.do(scenarios.keep(school.ballot, name, plan))
    assert names(school) == ["Eins"]


def test_renaming_and_deleting_are_deeds_that_undo_takes_back(office: Office) -> None:
    school, plan = planned(office)
    one = office.do(scenarios.keep(school.ballot, "Eins", plan))
    two = office.do(scenarios.keep(school.ballot, "Zwei", plan))
    with pytest.raises(Objection):
        office.do(scenarios.rename(two, "eins"))
    office.do(scenarios.rename(one, "eins"))
    assert names(school) == ["eins", "Zwei"]
    office.do(scenarios.delete(two))
    assert names(school) == ["eins"]
    assert "Zwei" in str(office.undo_label)
    office.undo()
    office.undo()
    assert names(school) == ["Eins", "Zwei"]
