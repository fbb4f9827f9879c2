"""The people who lead courses: added, changed, duplicated, deleted."""

from datetime import date

import pytest

from ganztag.domain.courses import Meeting, MeetingLeader
from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.operations import staff
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import frame
from ganztag.queries import staff as staff_rows
from ganztag.queries.staff import StaffRow
from tests.operations.children import add_course


def _staff(office: Office) -> list[StaffRow]:
    return office.read(staff_rows.staff, office.read(frame.term).id)


def _lead(office: Office, staff_id: int, course_id: int) -> None:
    def run(work: Work) -> None:
        for meeting in work.all(Meeting, course_id=course_id):
            work.add(MeetingLeader(meeting_id=meeting.id, staff_id=staff_id))

    office.do(Operation(N_("Lead"), run))


def test_a_person_is_added_changed_and_undone(office: Office) -> None:
    staff_id = office.do(staff.add(surname="Öztürk", call_name="Gülay", code="ÖZ", kind="freelancer"))
    office.do(staff.edit(staff_id, phone="040  5550 1"))
    assert [(row.name, row.kind, row.phone) for row in _staff(office)] == [
        ("Öztürk, Gülay", "freelancer", "040 5550 1")
    ]
    office.undo()
    assert _staff(office)[0].phone == ""


@pytest.mark.parametrize(
    "values",
    [
        {"surname": "", "call_name": " "},
        {"surname": "Weiß", "kind": "wizard"},
        {"surname": "Weiß", "code": "ÖZ"},
        {"surname": "Weiß", "starts": date(2026, 9, 2), "ends": date(2026, 9, 1)},
    ],
)
def test_what_a_person_cannot_be_is_refused(office: Office, values: dict[str, object]) -> None:
    office.do(staff.add(surname="Öztürk", code="ÖZ"))
    with pytest.raises(Objection):
        office.do(staff.add(**values))
    assert len(_staff(office)) == 1


def test_a_copy_has_no_code_and_no_contact(office: Office) -> None:
    staff_id = office.do(staff.add(surname="Öztürk", call_name="Gülay", code="ÖZ", email="g@example.org"))
    office.do(staff.duplicate(staff_id))
    copy = next(row for row in _staff(office) if row.id != staff_id)
    assert (copy.surname, copy.code, copy.email) == ("Öztürk", "", "")


def test_who_leads_courses_is_not_deleted_others_are(office: Office) -> None:
    leads, free = office.do(staff.add(surname="Öztürk")), office.do(staff.add(surname="Weiß"))
    _lead(office, leads, add_course(office, "Robotik", 1))
    with pytest.raises(Objection) as refused:
        office.do(staff.delete(leads))
    assert refused.value.advice is not None
    office.do(staff.delete(free))
    assert [row.surname for row in _staff(office)] == ["Öztürk"]


def test_two_meetings_at_the_same_time_clash_and_struck_courses_do_not(office: Office) -> None:
    staff_id = office.do(staff.add(surname="Öztürk"))
    for title, weekday, status in (
        ("Robotik", 1, "running"), ("Chor", 1, "running"), ("Imkern", 2, "running"), ("Yoga", 2, "struck"),
    ):  # fmt: skip
        _lead(office, staff_id, add_course(office, title, weekday, status))
    found = _staff(office)[0]
    assert [(meeting.title, meeting.clash) for meeting in found.times] == [
        ("Robotik", "Chor"), ("Chor", "Robotik"), ("Imkern", ""),
    ]  # fmt: skip
    assert found.clashes
