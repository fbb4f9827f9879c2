"""A half-year from the ballot to its end: what happens after an allocation, and what a new one makes of it."""

from dataclasses import replace
from datetime import date

import pytest

from ganztag.operations import allocation, courses, enrolments, waiting, wishes
from ganztag.operations.leaving_courses import exclude, withdraw
from ganztag.operations.moving_up import move_up
from ganztag.operations.office import Office
from ganztag.operations.striking import strike_from
from ganztag.planning.allocate import allocate
from ganztag.planning.plan import Plan
from ganztag.planning.policy import Policy
from ganztag.queries import enrolments as enrolled
from ganztag.queries import to_allocate
from ganztag.queries.enrolments import EnrolmentRow
from ganztag.queries.waiting import waiting_lists
from tests.voting import Voting, enrol, voting, wish

TODAY = date(2026, 9, 14)


@pytest.fixture
def school(office: Office) -> Voting:
    return voting(office)


def calculated(school: Voting, policy: Policy | None = None) -> Plan:
    return allocate(school.office.read(to_allocate.problem, school.ballot, school.today), policy or Policy())


def accept(school: Voting, policy: Policy | None = None) -> int:
    return school.office.do(allocation.accept(calculated(school, policy), school.ballot))


def rows(school: Voting, pupil: str) -> list[EnrolmentRow]:
    return school.office.read(enrolled.enrolments_of_pupils, [school.pupils[pupil]])


def inside(school: Voting, pupil: str, day: date = TODAY) -> set[str]:
    numbers = {key: number for number, key in school.courses.items()}
    return {numbers[row.course_id] for row in rows(school, pupil) if row.holds_on(day)}


def test_a_child_that_left_a_course_is_not_put_back_by_a_new_allocation(school: Voting) -> None:
    wish(school, "Ada", "Mo", "11", "12")
    wish(school, "Ben", "Mo", "11", "12")
    accept(school)
    school.office.do(withdraw(rows(school, "Ada")[0].id, date(2026, 9, 10), "Umzug"))
    school.office.do(exclude(rows(school, "Ben")[0].id, date(2026, 9, 11), "3-mal gefehlt"))
    accept(school)
    assert (inside(school, "Ada"), inside(school, "Ben")) == ({"12"}, {"12"})
    assert inside(school, "Ada", date(2026, 9, 10)) == {"11"}  # the weeks before stay as they were
    assert inside(school, "Ada", date(2026, 9, 13)) == set()


def test_its_place_and_its_time_are_free_again(school: Voting) -> None:
    for pupil in ("Ada", "Ben", "Can"):
        wish(school, pupil, "Mo", "11", "12")
    accept(school)
    two = [pupil for pupil in ("Ada", "Ben", "Can") if inside(school, pupil) == {"11"}]
    left = two[0]
    school.office.do(withdraw(rows(school, left)[0].id, date(2026, 9, 10), "Umzug"))
    problem = school.office.read(to_allocate.problem, school.ballot, school.today)
    assert next(one.taken for one in problem.courses if one.id == school.courses["11"]) == 0
    accept(school)
    assert all(inside(school, pupil) == ({"12"} if pupil == left else {"11"}) for pupil in ("Ada", "Ben", "Can"))


def test_a_pin_does_not_bring_a_child_back_that_was_moved_since(school: Voting) -> None:
    wish(school, "Ada", "Mo", "11", "12")
    school.office.do(wishes.pin(school.ballot, school.pupils["Ada"], school.courses["11"], "Bruder dort"))
    accept(school)
    school.office.do(enrolments.move(rows(school, "Ada")[0].id, school.courses["12"], date(2026, 9, 10), "Streit"))
    accept(school)
    assert inside(school, "Ada") == {"12"}


@pytest.mark.parametrize("day", [date(2026, 9, 10), date(2026, 9, 21)])
def test_a_course_struck_from_a_day_on_is_not_on_offer_again(school: Voting, day: date) -> None:
    wish(school, "Ada", "Mo", "12", "11")
    accept(school)
    school.office.do(strike_from(school.courses["12"], day, "Leitung krank"))
    problem = school.office.read(to_allocate.problem, school.ballot, school.today)
    assert school.courses["12"] not in {course.id for course in problem.courses}
    accept(school, Policy(keep="first"))
    assert inside(school, "Ada", date(2026, 9, 21)) == {"11"}
    school.office.undo()
    school.office.undo()
    problem = school.office.read(to_allocate.problem, school.ballot, school.today)
    assert school.courses["12"] in {course.id for course in problem.courses}


def test_a_course_that_is_over_is_not_on_offer(school: Voting) -> None:
    wish(school, "Ada", "Mo", "12", "11")
    school.office.do(courses.edit(school.courses["12"], ends=date(2026, 9, 13)))
    accept(school)
    assert inside(school, "Ada") == {"11"}


def test_children_of_a_course_that_was_set_to_running_stay_in_it(school: Voting) -> None:
    wish(school, "Ada", "Mo", "11", "12")
    accept(school)
    school.office.do(courses.set_status(school.courses["11"], "running"))
    wish(school, "Ben", "Mo", "12")
    accept(school)
    assert (inside(school, "Ada"), inside(school, "Ben")) == ({"11"}, {"12"})


def test_who_declined_has_declined_after_a_new_allocation_too(school: Voting) -> None:
    for pupil in ("Ada", "Ben", "Can", "Dora"):
        wish(school, pupil, "Mo", "11", "12")
    accept(school)
    (queue,) = school.office.read(waiting_lists, school.term, TODAY)
    first, second = queue.rows
    school.office.do(waiting.decline(first.id))
    wish(school, "Emil", "Mi", "21")
    accept(school)
    (queue,) = school.office.read(waiting_lists, school.term, TODAY)
    assert {row.pupil_id: row.state for row in queue.rows} == {first.pupil_id: "declined", second.pupil_id: "waiting"}


def test_who_moved_up_keeps_that_place_in_a_new_allocation(school: Voting) -> None:
    for pupil in ("Ada", "Ben", "Can"):
        wish(school, pupil, "Mo", "11", "12")
    accept(school)
    (queue,) = school.office.read(waiting_lists, school.term, TODAY)
    waits = queue.rows[0]
    other = next(row for name in ("Ada", "Ben", "Can") for row in rows(school, name) if row.course_id == queue.id)
    school.office.do(withdraw(other.id, date(2026, 9, 13), "Umzug"))
    school.office.do(move_up(waits.id, TODAY))
    accept(school)
    held = {row.pupil_id for name in ("Ada", "Ben", "Can") for row in rows(school, name)
            if row.course_id == queue.id and row.holds_on(TODAY)}  # fmt: skip
    assert waits.pupil_id in held
    assert other.pupil_id not in held


def test_who_comes_into_a_course_by_hand_waits_for_it_no_more(school: Voting) -> None:
    enrol(school, "Ben", "12")
    school.office.do(waiting.add(school.courses["11"], school.pupils["Ada"]))
    school.office.do(waiting.add(school.courses["11"], school.pupils["Ben"]))
    school.office.do(enrolments.enrol(school.pupils["Ada"], school.courses["11"], TODAY))
    school.office.do(enrolments.move(rows(school, "Ben")[0].id, school.courses["11"], TODAY))
    assert school.office.read(waiting_lists, school.term, TODAY) == []
    assert replace(rows(school, "Ada")[0], id=0).course_id == school.courses["11"]
