"""A child's own data: added, changed, duplicated, deleted."""

from datetime import date

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import belonging, guardians, pupils, staying
from ganztag.operations.office import Office
from ganztag.queries import frame
from ganztag.queries import pupils as pupil_rows
from tests.operations.children import MONDAY, add_child, add_class, add_course, detail, enrol, row


def test_a_new_child_stands_in_its_class_and_is_booked_from_today(office: Office) -> None:
    class_id = add_class(office, "6b")
    pupil_id = office.do(pupils.add(surname=" Heide ", prefix="von der", call_name="Zoë", class_id=class_id))
    found = row(office, pupil_id)
    assert (found.name, found.class_name, found.year_group, found.booked) == (
        "von der Heide, Zoë", "6b", "6", (1, 2, 3, 4, 5),
    )  # fmt: skip
    assert [membership.starts for membership in detail(office, pupil_id).memberships] == [MONDAY]


def test_a_child_without_any_name_is_refused_and_one_name_is_enough(office: Office) -> None:
    with pytest.raises(Objection):
        office.do(pupils.add(surname=" ", call_name=""))
    pupil_id = office.do(pupils.add(call_name="Madonna"))
    assert row(office, pupil_id).name == "Madonna"
    with pytest.raises(Objection):
        office.do(pupils.edit(pupil_id, call_name=""))
    assert row(office, pupil_id).name == "Madonna"


def test_adding_is_undone_and_redone_as_one_deed(office: Office) -> None:
    pupil_id = office.do(pupils.add(surname="Adeyemi", call_name="Tola", class_id=add_class(office, "6b")))
    assert "Tola Adeyemi" in str(office.undo())
    assert office.read(pupil_rows.pupils, office.read(frame.term).id, MONDAY) == []
    office.redo()
    assert row(office, pupil_id).class_name == "6b"


def test_one_field_or_several_are_changed_and_named_in_the_history(office: Office) -> None:
    pupil_id = add_child(office)
    office.do(pupils.edit(pupil_id, birth_date=date(2015, 3, 1)))
    office.do(pupils.edit(pupil_id, sex="f", family_language="Yoruba"))
    found = detail(office, pupil_id)
    assert (found.age, found.sex, found.family_language) == (11, "f", "Yoruba")
    assert len(found.history) == 3
    assert "Adeyemi" in str(found.history[0].label)


@pytest.mark.parametrize(
    "values",
    [
        {"sex": "x"},
        {"birth_date": date(2026, 9, 15)},
        {"entry": date(2026, 9, 2), "exit": date(2026, 9, 1)},
    ],
)
def test_what_a_child_cannot_be_is_refused_and_nothing_changes(office: Office, values: dict[str, object]) -> None:
    pupil_id = add_child(office)
    before = detail(office, pupil_id)
    with pytest.raises(Objection):
        office.do(pupils.edit(pupil_id, **values))
    assert detail(office, pupil_id) == before


def test_an_unknown_field_is_our_mistake(office: Office) -> None:
    with pytest.raises(AttributeError):
        office.do(pupils.edit(add_child(office), shoe_size=38))


def test_a_twin_shares_class_days_and_guardians_but_no_number(office: Office) -> None:
    pupil_id = add_child(office, class_id=add_class(office, "6b"))
    office.do(staying.set_booked(pupil_id, (1, 3)))
    office.do(guardians.add(pupil_id, surname="Adeyemi", phone="040 5550 417"))
    office.do(belonging.set_external_id(pupil_id, "DiViS", "4711"))
    twin = detail(office, office.do(pupils.duplicate(pupil_id)))
    assert (twin.surname, twin.class_name, twin.booked, twin.external_ids) == ("Adeyemi", "6b", (1, 3), ())
    assert [sibling.id for sibling in twin.guardians[0].siblings] == [pupil_id]
    assert twin.call_name != "Tola"


def test_a_child_that_was_in_courses_is_not_deleted(office: Office) -> None:
    pupil_id = add_child(office)
    enrol(office, pupil_id, add_course(office, "Robotik", 1))
    with pytest.raises(Objection) as refused:
        office.do(pupils.delete(pupil_id))
    assert refused.value.advice is not None
    assert row(office, pupil_id).courses == 1


def test_deleting_a_child_takes_its_last_guardian_along_and_undo_brings_both_back(office: Office) -> None:
    pupil_id, sibling_id = add_child(office), add_child(office, "Femi Adeyemi")
    office.do(guardians.add(pupil_id, surname="Adeyemi", call_name="Ola"))
    office.do(guardians.add(pupil_id, surname="Okafor", phone="040 5550 417"))
    shared = detail(office, pupil_id).guardians[0].guardian_id
    office.do(guardians.link_sibling(sibling_id, pupil_id))
    own = detail(office, pupil_id).guardians[1].guardian_id
    office.do(guardians.unlink(sibling_id, own))
    office.do(pupils.delete(pupil_id))
    assert [guardian.guardian_id for guardian in detail(office, sibling_id).guardians] == [shared]
    with pytest.raises(Objection):
        detail(office, pupil_id)
    office.undo()
    assert [phone.number for phone in detail(office, pupil_id).guardians[1].phones] == ["040 5550 417"]
