"""Classes, groups and numbers of a child, with the days from when to when."""

from datetime import date

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import belonging, classes
from ganztag.operations.office import Office
from ganztag.queries import frame
from tests.operations.children import MONDAY, add_child, add_class, detail, row

OCTOBER = date(2026, 10, 1)


def _spans(office: Office, pupil_id: int) -> list[tuple[str, date | None, date | None]]:
    return [(found.name, found.starts, found.ends) for found in detail(office, pupil_id).memberships]


def test_a_change_of_class_closes_the_one_before_on_the_day_before(office: Office) -> None:
    old, new = add_class(office, "6b"), add_class(office, "7a")
    pupil_id = add_child(office, class_id=old)
    office.do(belonging.set_class(pupil_id, new, OCTOBER))
    assert _spans(office, pupil_id) == [("6b", MONDAY, date(2026, 9, 30)), ("7a", OCTOBER, None)]
    assert (row(office, pupil_id).class_name, row(office, pupil_id, OCTOBER).class_name) == ("6b", "7a")
    assert row(office, pupil_id).year_group == "7"
    office.undo()
    assert _spans(office, pupil_id) == [("6b", MONDAY, None)]


def test_a_change_on_the_very_day_it_began_leaves_no_leftover(office: Office) -> None:
    wrong, right = add_class(office, "6b"), add_class(office, "6c")
    pupil_id = add_child(office, class_id=wrong)
    office.do(belonging.set_class(pupil_id, right))
    assert _spans(office, pupil_id) == [("6c", MONDAY, None)]


def test_going_back_to_the_old_class_on_the_same_day_is_as_if_nothing_happened(office: Office) -> None:
    old, new = add_class(office, "6b"), add_class(office, "6c")
    pupil_id = add_child(office, class_id=old)
    office.do(belonging.set_class(pupil_id, new, OCTOBER))
    office.do(belonging.set_class(pupil_id, old, OCTOBER))
    assert _spans(office, pupil_id) == [("6b", MONDAY, None)]


def test_leaving_the_class_is_a_date(office: Office) -> None:
    pupil_id = add_child(office, class_id=add_class(office, "6b"))
    office.do(belonging.set_class(pupil_id, None, OCTOBER))
    assert (row(office, pupil_id).class_name, row(office, pupil_id, OCTOBER).class_name) == ("6b", "")


def test_groups_come_beside_the_class(office: Office) -> None:
    pupil_id = add_child(office, class_id=add_class(office, "6b"))
    group = office.do(classes.add(office.read(frame.term).school_year_id, "Bläser", "group"))
    office.do(belonging.join_group(pupil_id, group))
    office.do(belonging.join_group(pupil_id, group))
    assert (row(office, pupil_id).class_name, row(office, pupil_id).groups) == ("6b", ("Bläser",))
    office.do(belonging.leave_group(pupil_id, group, OCTOBER))
    assert (row(office, pupil_id).groups, row(office, pupil_id, OCTOBER).groups) == (("Bläser",), ())


def test_a_number_belongs_to_one_child_and_the_message_names_it(office: Office) -> None:
    tola, femi = add_child(office), add_child(office, "Femi Okafor")
    office.do(belonging.set_external_id(tola, "DiViS", "008"))
    with pytest.raises(Objection, match="Tola Adeyemi"):
        office.do(belonging.set_external_id(femi, "DiViS", "008"))
    office.do(belonging.set_external_id(femi, "WebUntis", "008"))
    office.do(belonging.set_external_id(tola, "DiViS", "009"))
    assert (row(office, tola).external_id, row(office, femi).external_id) == ("009", "008")
    office.do(belonging.set_external_id(tola, "DiViS", " "))
    assert row(office, tola).external_id == ""
