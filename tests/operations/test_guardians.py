"""Guardians, shared by siblings, and phone numbers."""

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import guardians
from ganztag.operations.office import Office
from ganztag.queries import history
from tests.operations.children import add_child, detail


def test_guardians_are_called_in_the_order_they_were_entered_until_another_comes_first(office: Office) -> None:
    pupil_id = add_child(office)
    office.do(guardians.add(pupil_id, surname="Adeyemi", call_name="Ola", relation="Mutter", phone="0151 5550 1834"))
    office.do(guardians.add(pupil_id, surname="Adeyemi", call_name="Femi", relation="Vater", may_pick_up=False))
    first, second = detail(office, pupil_id).guardians
    assert (first.name, first.relation, first.phones[0].number) == ("Ola Adeyemi", "Mutter", "0151 5550 1834")
    assert (second.may_pick_up, second.emergency_order) == (False, 2)
    office.do(guardians.call_first(second.id))
    assert [found.name for found in detail(office, pupil_id).guardians] == ["Femi Adeyemi", "Ola Adeyemi"]


def test_siblings_share_guardians_and_a_change_shows_at_both(office: Office) -> None:
    one, other = add_child(office), add_child(office, "Femi Adeyemi")
    guardian_id = office.do(guardians.add(one, surname="Adeyemi"))
    office.do(guardians.link_sibling(other, one))
    office.do(guardians.edit(guardian_id, call_name="Ola"))
    shared = detail(office, other).guardians[0]
    assert (shared.name, [sibling.name for sibling in shared.siblings]) == ("Ola Adeyemi", ["Tola Adeyemi"])


def test_siblings_need_guardians_to_share(office: Office) -> None:
    one, other = add_child(office), add_child(office, "Femi Adeyemi")
    with pytest.raises(Objection, match="Tola Adeyemi"):
        office.do(guardians.link_sibling(other, one))
    with pytest.raises(Objection):
        office.do(guardians.link_sibling(one, one))


def test_the_last_child_takes_the_guardian_along(office: Office) -> None:
    one, other = add_child(office), add_child(office, "Femi Adeyemi")
    guardian_id = office.do(guardians.add(one, surname="Adeyemi"))
    office.do(guardians.link_sibling(other, one))
    office.do(guardians.unlink(one, guardian_id))
    assert detail(office, one).guardians == ()
    office.do(guardians.unlink(other, guardian_id))
    with pytest.raises(Objection):
        office.do(guardians.edit(guardian_id, call_name="Ola"))


def test_a_guardian_without_a_name_is_refused(office: Office) -> None:
    pupil_id = add_child(office)
    with pytest.raises(Objection):
        office.do(guardians.add(pupil_id, relation="Mutter"))
    assert detail(office, pupil_id).guardians == ()


def test_relation_and_pick_up_are_for_one_child_only(office: Office) -> None:
    one, other = add_child(office), add_child(office, "Femi Adeyemi")
    office.do(guardians.add(one, surname="Adeyemi", relation="Mutter"))
    office.do(guardians.link_sibling(other, one))
    office.do(guardians.edit_link(detail(office, other).guardians[0].id, relation="Tante", may_pick_up=False))
    assert (detail(office, one).guardians[0].relation, detail(office, one).guardians[0].may_pick_up) == ("Mutter", True)
    assert detail(office, other).guardians[0].relation == "Tante"


def test_phone_numbers_are_added_changed_and_taken_away(office: Office) -> None:
    pupil_id = add_child(office)
    guardian_id = office.do(guardians.add(pupil_id, surname="Adeyemi"))
    phone_id = office.do(guardians.add_phone(" 040  5550 417 ", guardian_id=guardian_id))
    office.do(guardians.add_phone("0151 5550 1", pupil_id=pupil_id))
    office.do(guardians.edit_phone(phone_id, "040 5550 418", "Arbeit"))
    found = detail(office, pupil_id)
    assert [(phone.number, phone.label) for phone in found.guardians[0].phones] == [("040 5550 418", "Arbeit")]
    assert [phone.number for phone in found.phones] == ["0151 5550 1"]
    office.do(guardians.edit_phone(phone_id, ""))
    assert detail(office, pupil_id).guardians[0].phones == ()
    with pytest.raises(Objection):
        office.do(guardians.add_phone("  ", guardian_id=guardian_id))


def test_what_changes_at_a_guardian_stands_in_the_history_of_each_child_it_cares_for(office: Office) -> None:
    one, other = add_child(office), add_child(office, "Femi Adeyemi")
    guardian_id = office.do(guardians.add(one, surname="Adeyemi"))
    office.do(guardians.link_sibling(other, one))
    before = [len(office.read(history.of_pupil, child)) for child in (one, other)]
    office.do(guardians.edit(guardian_id, email="ola@example.org"))
    office.do(guardians.add_phone("0151 5550 1", guardian_id=guardian_id))
    after = [len(office.read(history.of_pupil, child)) for child in (one, other)]
    assert after == [count + 2 for count in before]
