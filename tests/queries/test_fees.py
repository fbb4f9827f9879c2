"""Hours and fees come from the real sessions, to the cent."""

from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ganztag.domain.contracts import fee_cents
from ganztag.domain.courses import Meeting, MeetingLeader
from ganztag.language import N_
from ganztag.operations import contracts, sessions, staff
from ganztag.operations import settings as school_settings
from ganztag.operations.exporting.fee_rows import fee_table
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import frame
from ganztag.queries.fee_totals import PersonFees, fees
from ganztag.queries.fees import FeeRow, Total, fee_rows
from tests.operations.children import add_course

TODAY = date(2026, 9, 14)
FIRST, LAST = date(2026, 8, 1), date(2027, 1, 31)


def lead(office: Office, course_id: int, *staff_ids: int) -> int:
    """Let people lead a course; return its meeting."""

    def run(work: Work) -> int:
        (meeting,) = work.all(Meeting, course_id=course_id)
        for staff_id in staff_ids:
            work.add(MeetingLeader(meeting_id=meeting.id, staff_id=staff_id))
        return meeting.id

    return office.do(Operation(N_("Lead"), run))


@pytest.fixture
def trainer(office: Office) -> int:
    person = office.do(staff.add(surname="Öztürk", kind="freelancer"))
    office.do(
        contracts.add(person, number="HON-1", rate_cents=2450, unit_minutes=45, allowance="trainer",
                      starts=date(2026, 8, 1), ends=date(2026, 12, 31))
    )  # fmt: skip
    return person


def of(office: Office, person: int, day: date = TODAY) -> PersonFees:
    (found,) = office.read(fees, office.read(frame.term).id, day, person)
    return found


def rows(office: Office, person: int) -> list[FeeRow]:
    return office.read(fee_rows, FIRST, LAST, person).get(person, [])


def test_each_session_of_an_hour_is_paid_by_units_of_45_minutes(office: Office, trainer: int) -> None:
    lead(office, add_course(office, "Robotik", 1), trainer)
    found = rows(office, trainer)
    assert {row.minutes for row in found} == {60}
    assert {row.cents for row in found if row.day <= date(2026, 12, 31)} == {3267}  # 24,50 / 45 * 60 = 32,666...
    assert {row.cents for row in found if row.day > date(2026, 12, 31)} == {None}
    in_2026 = [row for row in found if row.day.year == 2026]
    totals = of(office, trainer)
    assert totals.year.planned == Total(len(in_2026), 60 * len(in_2026), 3267 * len(in_2026), 0)
    assert totals.half_year.planned.unpaid == len(found) - len(in_2026) > 0
    assert totals.state == "no_rate"


def test_what_was_held_is_told_from_what_is_planned(office: Office, trainer: int) -> None:
    lead(office, add_course(office, "Robotik", 1), trainer)
    held = [row for row in rows(office, trainer) if row.day <= TODAY]
    span = of(office, trainer).half_year
    assert span.held == Total.of(held)
    assert 0 < span.held.sessions < span.planned.sessions


def test_a_cancelled_session_counts_for_nobody(office: Office, trainer: int) -> None:
    meeting = lead(office, add_course(office, "Robotik", 1), trainer)
    before = of(office, trainer).half_year.planned
    office.do(sessions.cancel([(meeting, date(2026, 9, 21))], "Hitzefrei"))
    after = of(office, trainer).half_year.planned
    assert before.cents - after.cents == 3267
    (row,) = [row for row in rows(office, trainer) if row.part == "cancelled"]
    assert (row.day, row.reason, row.counts) == (date(2026, 9, 21), "Hitzefrei", False)


def test_who_stands_in_is_paid_and_who_is_absent_is_not(office: Office, trainer: int) -> None:
    other = office.do(staff.add(surname="Weiß", kind="freelancer"))
    office.do(contracts.add(other, rate_cents=3000, unit_minutes=60))
    meeting = lead(office, add_course(office, "Robotik", 1), trainer)
    before = of(office, trainer).half_year.planned
    office.do(sessions.substitute([(meeting, date(2026, 9, 21))], trainer, [other], "krank"))
    assert before.sessions - of(office, trainer).half_year.planned.sessions == 1
    assert of(office, other).half_year.planned == Total(1, 60, 3000, 0)
    (stood_in,) = rows(office, other)
    (absent,) = [row for row in rows(office, trainer) if not row.counts]
    assert (stood_in.part, absent.part) == ("substitute", "absent")


def test_a_moved_session_counts_once_with_its_new_times(office: Office, trainer: int) -> None:
    meeting = lead(office, add_course(office, "Robotik", 1), trainer)
    before = of(office, trainer).half_year.planned
    there = sessions.Target(date(2026, 9, 22), time(14), time(15, 30))
    office.do(sessions.move(meeting, date(2026, 9, 21), there))
    after = of(office, trainer).half_year.planned
    assert (after.sessions, after.minutes - before.minutes, after.cents - before.cents) == (before.sessions, 30, 1633)


def test_two_leaders_are_both_paid_by_their_own_contract(office: Office, trainer: int) -> None:
    helper = office.do(staff.add(surname="Weiß", kind="volunteer"))
    office.do(contracts.add(helper, rate_cents=1000, unit_minutes=90, allowance="volunteer"))
    lead(office, add_course(office, "Robotik", 1), trainer, helper)
    found = of(office, helper)
    assert found.half_year.planned.cents == 667 * found.half_year.planned.sessions
    assert [one.kind for one in found.allowances] == ["volunteer"]


def test_the_allowance_counts_by_calendar_year_with_what_is_earned_elsewhere(office: Office, trainer: int) -> None:
    lead(office, add_course(office, "Robotik", 1), trainer)
    planned = of(office, trainer).year.planned.cents
    (allowance,) = of(office, trainer).allowances
    assert (allowance.limit, allowance.expected, allowance.left) == (330_000, planned, 330_000 - planned)
    office.do(contracts.declare(trainer, 2026, 330_000 - planned))
    assert of(office, trainer).allowances[0].state == "near"
    office.do(contracts.declare(trainer, 2026, 330_000 - planned + 1))
    assert of(office, trainer).state == "will_be_over"
    assert of(office, trainer).allowances[0].over == 1


def test_fees_above_the_threshold_of_the_school_are_to_be_reported(office: Office, trainer: int) -> None:
    lead(office, add_course(office, "Robotik", 1), trainer)
    cents = of(office, trainer).year.planned.cents
    office.do(school_settings.set_value("report_fees_from", cents))
    assert not of(office, trainer).reported
    office.do(school_settings.set_value("report_fees_from", cents - 1))
    assert of(office, trainer).reported


def test_teachers_have_hours_but_no_fee_and_lack_none(office: Office) -> None:
    teacher = office.do(staff.add(surname="Weiß"))
    lead(office, add_course(office, "Chor", 2), teacher)
    found = of(office, teacher)
    assert found.half_year.planned.minutes > 0
    assert (found.half_year.planned.cents, found.lacks_rate, found.state) == (0, False, "ok")


def test_a_struck_course_is_led_by_nobody(office: Office, trainer: int) -> None:
    lead(office, add_course(office, "Robotik", 1, status="struck"), trainer)
    assert rows(office, trainer) == []
    assert office.read(fee_rows, FIRST, LAST) == {}


def test_one_person_and_everybody_are_counted_alike(sample: Office) -> None:
    term = sample.read(frame.term)
    everybody = sample.read(fees, term.id, TODAY)
    for one in everybody:
        assert sample.read(fees, term.id, TODAY, one.id) == [one]


def test_the_table_for_the_payment_office_adds_up(sample: Office) -> None:
    term = sample.read(frame.term)
    headers, lines = sample.read(fee_table, term.id, TODAY)
    found = [one for one in sample.read(fees, term.id, TODAY) if one.year.planned.sessions or one.contract]
    assert len(lines) == len(found)
    assert all(len(line) == len(headers) for line in lines)
    shown = sum(int(line[7].replace(",", "")) for line in lines)
    assert shown == sum(one.half_year.planned.cents for one in found)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.lists(
        st.tuples(st.integers(0, 240), st.sampled_from(("led", "substitute", "absent", "cancelled")),
                  st.one_of(st.none(), st.integers(0, 10_000))),
        max_size=30,
    )
)  # fmt: skip
def test_totals_are_sums_of_what_counts_in_any_order(rows: list[tuple[int, str, int | None]]) -> None:
    made = [
        FeeRow((place, 1, TODAY), 1, 1, "Robotik", "", TODAY, None, None, part, "", minutes, None,
               None if rate is None else fee_cents(minutes, 45, rate))
        for place, (minutes, part, rate) in enumerate(rows)
    ]  # fmt: skip
    total = Total.of(made)
    counted = [row for row in made if row.counts]
    assert total == Total.of(reversed(made))
    assert total.minutes == sum(row.minutes for row in counted)
    assert total.cents == sum(row.cents for row in counted if row.cents is not None)
    assert total.sessions == len(counted)
    assert total.unpaid == sum(row.cents is None for row in counted)
    half = len(made) // 2
    parts = Total.of(made[:half]), Total.of(made[half:])
    assert total.cents == sum(part.cents for part in parts)
