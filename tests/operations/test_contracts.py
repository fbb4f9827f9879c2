"""Contracts, what is earned elsewhere, partners, and roles."""

from datetime import date

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import contracts, leading, meetings, partners, staff
from ganztag.operations.office import Office
from ganztag.queries import courses, frame
from ganztag.queries import partners as partner_rows
from ganztag.queries.contracts import contracts as contracts_of
from ganztag.queries.contracts import incomes
from ganztag.queries.staff import detail
from tests.offered import Offered


@pytest.fixture
def person(office: Office) -> int:
    return office.do(staff.add(surname="Öztürk", call_name="Gülay", kind="freelancer"))


def test_the_next_contract_goes_on_where_the_last_one_ended(office: Office, person: int) -> None:
    office.do(
        contracts.add(person, number="HON-1", rate_cents=2450, unit_minutes=60, allowance="trainer",
                      starts=date(2026, 8, 1), ends=date(2027, 1, 31))
    )  # fmt: skip
    office.do(contracts.add(person))
    first, second = office.read(contracts_of)[person]
    assert (second.number, second.rate_cents, second.unit_minutes, second.allowance) == ("", 2450, 60, "trainer")
    assert second.starts == date(2027, 2, 1)
    office.do(contracts.delete(first.id))
    assert [one.id for one in office.read(contracts_of)[person]] == [second.id]
    office.undo()
    assert len(office.read(contracts_of)[person]) == 2


@pytest.mark.parametrize(
    "values",
    [
        {"unit_minutes": 50},
        {"allowance": "lottery"},
        {"rate_cents": -1},
        {"starts": date(2026, 9, 1), "ends": date(2026, 8, 31)},
        {"number": "HON-1"},
    ],
)
def test_a_contract_that_cannot_be_is_refused(office: Office, person: int, values: dict[str, object]) -> None:
    other = office.do(staff.add(surname="Weiß"))
    office.do(contracts.add(other, number="HON-1"))
    mine = office.do(contracts.add(person, number="HON-2"))
    with pytest.raises(Objection):
        office.do(contracts.edit(mine, **values))
    (kept,) = office.read(contracts_of)[person]
    assert (kept.number, kept.unit_minutes, kept.allowance) == ("HON-2", 45, "")


def test_what_is_earned_elsewhere_is_one_amount_a_year(office: Office, person: int) -> None:
    office.do(contracts.declare(person, 2026, 150_000))
    office.do(contracts.declare(person, 2026, 90_000))
    office.do(contracts.declare(person, 2027, 0))
    found = office.read(incomes)
    assert (found[person, 2026].cents, found[person, 2027].cents) == (90_000, 0)
    assert found[person, 2026].declared_on == date(2026, 9, 14)
    office.do(contracts.declare(person, 2026, None))
    assert (person, 2026) not in office.read(incomes)
    with pytest.raises(Objection):
        office.do(contracts.declare(person, 2027, -1))


def test_a_partner_has_people_and_stays_while_they_come(office: Office, person: int) -> None:
    club = office.do(partners.add("TSV Öjendorf", contact="Wiebke Jensen"))
    office.do(staff.edit(person, partner_id=club))
    (row,) = office.read(partner_rows.partners)
    assert row.people == ((person, "Gülay Öztürk"),)
    with pytest.raises(Objection):
        office.do(partners.delete(club, "TSV Öjendorf"))
    office.do(staff.edit(person, partner_id=None))
    office.do(partners.delete(club, "TSV Öjendorf"))
    assert office.read(partner_rows.partners) == []


def test_a_second_partner_of_the_same_name_is_refused(office: Office) -> None:
    club = office.do(partners.add("TSV Öjendorf"))
    with pytest.raises(Objection):
        office.do(partners.add("tsv öjendorf"))
    copy = office.do(partners.duplicate(club, "TSV Öjendorf"))
    with pytest.raises(Objection):
        office.do(partners.edit(copy, "TSV Öjendorf (2)", name="TSV Öjendorf"))
    assert [one.name for one in office.read(partner_rows.partners)] == ["TSV Öjendorf", "TSV Öjendorf (2)"]


def test_hours_and_qualifications_are_kept_tidy_and_within_reason(office: Office, person: int) -> None:
    office.do(staff.edit(person, qualifications="Rettungsschwimmen;  Trainer C, rettungsschwimmen", max_minutes=750))
    with pytest.raises(Objection):
        office.do(staff.edit(person, max_minutes=0))
    row = office.read(detail, person, office.read(frame.term).id)
    assert (row.qualifications, row.max_minutes) == ("Rettungsschwimmen, Trainer C", 750)


def test_the_role_of_a_leader_is_kept_and_only_of_those_who_lead(offered: Offered) -> None:
    office = offered.office
    course = next(row for row in office.read(courses.courses, offered.term.id, offered.term.starts) if row.meetings)
    meeting = course.meetings[0]
    office.do(meetings.lead(meeting.id, [offered.leader]))
    office.do(leading.set_role(meeting.id, offered.leader, "assistant"))
    again = next(
        row for row in office.read(courses.courses, offered.term.id, offered.term.starts) if row.id == course.id
    )
    assert again.meetings[0].role_of == {offered.leader: "assistant"}
    with pytest.raises(Objection):
        office.do(leading.set_role(meeting.id, offered.leader, "boss"))
    stranger = office.do(staff.add(surname="Weiß"))
    with pytest.raises(Objection):
        office.do(leading.set_role(meeting.id, stranger, "assistant"))
