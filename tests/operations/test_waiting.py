"""Waiting lists: filled by an allocation, ordered, and left by moving up."""

from datetime import date

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import allocation, settings, waiting
from ganztag.operations.leaving_courses import withdraw
from ganztag.operations.moving_up import move_up
from ganztag.operations.office import Office
from ganztag.planning.allocate import allocate
from ganztag.planning.policy import Policy
from ganztag.queries import to_allocate
from ganztag.queries.enrolments import EnrolmentRow, enrolments_of_pupils, participants
from ganztag.queries.waiting import CourseQueue, counts, waiting_lists, waits_for
from tests.voting import Voting, book, enrol, voting, wish

DAY = date(2026, 9, 21)


@pytest.fixture
def school(office: Office) -> Voting:
    return voting(office)


def accepted(school: Voting) -> int:
    problem = school.office.read(to_allocate.problem, school.ballot, school.today)
    return school.office.do(allocation.accept(allocate(problem, Policy()), school.ballot))


def queue(school: Voting, number: str = "11", day: date = DAY) -> CourseQueue | None:
    found = school.office.read(waiting_lists, school.term, day)
    return next((one for one in found if one.id == school.courses[number]), None)


def names(found: CourseQueue | None) -> list[str]:
    return [] if found is None else [row.name.split(", ")[1] for row in found.rows]


def inside(school: Voting, pupil: str, course: str) -> EnrolmentRow:
    rows = school.office.read(enrolments_of_pupils, [school.pupils[pupil]])
    return next(row for row in rows if row.course_id == school.courses[course])


def crowded(school: Voting) -> None:
    """Four children want robotics first, where there are two places; their second wish is pottery."""
    for pupil in ("Ada", "Ben", "Can", "Dora"):
        wish(school, pupil, "Mo", "11", "12")
    accepted(school)


def test_who_did_not_get_a_better_wish_waits_in_the_order_of_the_lot(school: Voting) -> None:
    crowded(school)
    found = queue(school)
    assert found is not None
    assert len(found.rows) == 2
    assert found.free == 0
    assert found.next is None
    assert [row.rank for row in found.rows] == [1, 1]
    assert found.rows[0].lot < found.rows[1].lot
    assert all(row.leaves[0].course_id == school.courses["12"] for row in found.rows)
    assert queue(school, "12") is None  # it has places left


def test_a_new_allocation_makes_the_lists_anew_but_for_places_by_hand_and_those_who_asked(school: Voting) -> None:
    crowded(school)
    school.office.do(waiting.add(school.courses["11"], school.pupils["Fee"]))
    before = queue(school)
    assert before is not None
    last = before.rows[1]
    school.office.do(waiting.place_by_hand(last.id, 1, "Härtefall"))
    accepted(school)
    found = queue(school)
    assert found is not None
    assert found.rows[0].id == last.id
    assert found.rows[2].name == "Fischer, Fee"
    assert len({row.pupil_id for row in found.rows}) == len(found.rows) == 3


def test_undoing_the_allocation_takes_its_waiting_lists_with_it(school: Voting) -> None:
    crowded(school)
    school.office.undo()
    assert school.office.read(waiting_lists, school.term, DAY) == []


def test_the_first_who_can_moves_up_and_its_old_place_is_free(school: Voting) -> None:
    crowded(school)
    first = next(one for one in ("Ada", "Ben", "Can", "Dora") if _is_in(school, one, "11"))
    school.office.do(withdraw(inside(school, first, "11").id, DAY, "Umzug"))
    day = date(2026, 9, 22)
    found = queue(school, day=day)
    assert found is not None
    assert found.free == 1
    candidate = found.next
    assert candidate is not None
    moved = school.office.do(move_up(candidate.id, day))
    assert moved.freed == (school.courses["12"],)
    mine = school.office.read(enrolments_of_pupils, [candidate.pupil_id])
    old = next(row for row in mine if row.course_id == school.courses["12"])
    new = next(row for row in mine if row.id == moved.enrolment_id)
    assert (old.ends, old.ended_as) == (date(2026, 9, 21), "transferred")
    assert (new.starts, new.rank) == (day, 1)
    assert new.reason.endswith("1")
    left = queue(school, day=day)
    assert left is not None
    assert len(left.rows) == 1
    assert left.next is None
    school.office.undo()
    assert len((queue(school, day=day) or found).rows) == 2


def _is_in(school: Voting, pupil: str, course: str) -> bool:
    rows = school.office.read(participants, school.courses[course], DAY)
    return school.pupils[pupil] in {row.pupil_id for row in rows}


def test_nobody_moves_up_into_a_full_course_unless_it_is_wanted(school: Voting) -> None:
    crowded(school)
    found = queue(school)
    assert found is not None
    with pytest.raises(Objection):
        school.office.do(move_up(found.rows[0].id, DAY))
    school.office.do(move_up(found.rows[0].id, DAY, even_if_full=True))
    assert len((queue(school) or found).rows) == 1


def test_moving_up_takes_the_child_off_the_lists_of_lesser_wishes_at_that_time_only(school: Voting) -> None:
    for pupil in ("Ada", "Ben"):
        enrol(school, pupil, "11")
    wish(school, "Fee", "Mo", "11", "12", "40")
    wish(school, "Fee", "Mi", "21")
    for course in ("11", "12", "21"):
        school.office.do(waiting.add(school.courses[course], school.pupils["Fee"]))
    first = next(row for row in (queue(school) or _none()).rows)
    school.office.do(move_up(first.id, DAY, even_if_full=True))
    left = school.office.read(waits_for, school.pupils["Fee"], school.term)
    assert [one.title for one in left] == ["Kochen"]


def _none() -> CourseQueue:
    raise AssertionError("no waiting list")


def test_what_speaks_against_moving_up_is_said(school: Voting) -> None:
    for pupil in ("Ada", "Ben"):
        enrol(school, pupil, "11")
    for pupil in ("Can", "Dora", "Fee"):
        school.office.do(waiting.add(school.courses["11"], school.pupils[pupil]))
    book(school, "Can", 3)
    enrol(school, "Dora", "12", rank=1)
    found = queue(school)
    assert found is not None
    against = {row.name.split(", ")[1]: row.against for row in found.rows}
    assert against["Can"] is not None
    assert against["Can"].msgid == "has not booked this day"
    assert against["Dora"] is None  # it asked for robotics after it had pottery
    assert against["Fee"] is None
    with pytest.raises(Objection):
        school.office.do(move_up(found.rows[0].id, DAY, even_if_full=True))


def test_a_wish_is_no_reason_to_give_up_a_better_one(school: Voting) -> None:
    wish(school, "Fee", "Mo", "12", "11")
    school.office.do(waiting.add(school.courses["11"], school.pupils["Fee"]))
    assert (queue(school) or _none()).rows[0].can
    enrol(school, "Fee", "12", rank=1)
    row = (queue(school) or _none()).rows[0]
    assert row.against is not None
    assert "Töpfern" in str(row.against)


def test_who_is_asked_keeps_the_place_until_it_declines(school: Voting) -> None:
    enrol(school, "Ada", "11")
    for pupil in ("Can", "Dora"):
        school.office.do(waiting.add(school.courses["11"], school.pupils[pupil]))
    first, second = (queue(school) or _none()).rows
    school.office.do(waiting.offer(first.id))
    found = queue(school) or _none()
    assert (found.places, found.next and found.next.id) == (0, first.id)
    school.office.do(waiting.decline(first.id, "möchte nicht mehr"))
    found = queue(school) or _none()
    assert found.next is not None
    assert found.next.id == second.id
    assert school.office.read(counts, [school.courses["11"]]) == {school.courses["11"]: 1}
    school.office.do(waiting.wait_again(first.id))
    assert (queue(school) or _none()).next == (queue(school) or _none()).rows[0]


def test_a_place_by_hand_needs_a_reason_and_moves_up_with_the_list(school: Voting) -> None:
    for pupil in ("Ada", "Ben", "Can", "Dora"):
        school.office.do(waiting.add(school.courses["11"], school.pupils[pupil]))
    rows = (queue(school) or _none()).rows
    with pytest.raises(Objection):
        school.office.do(waiting.place_by_hand(rows[3].id, 2))
    with pytest.raises(Objection):
        school.office.do(waiting.place_by_hand(rows[3].id, 9, "Bruder ist drin"))
    school.office.do(waiting.place_by_hand(rows[3].id, 2, "Bruder ist drin"))
    assert names(queue(school)) == ["Ada", "Dora", "Ben", "Can"]
    school.office.do(waiting.remove(rows[0].id))
    assert names(queue(school)) == ["Dora", "Ben", "Can"]
    school.office.do(waiting.remove(rows[2].id))
    assert names(queue(school)) == ["Dora", "Ben"]
    school.office.do(waiting.place_by_hand(rows[3].id, None))
    assert names(queue(school)) == ["Ben", "Dora"]


def test_the_school_sets_the_order(school: Voting) -> None:
    wish(school, "Dora", "Mo", "11")
    for pupil in ("Can", "Dora"):
        school.office.do(waiting.add(school.courses["11"], school.pupils[pupil]))
    assert names(queue(school)) == ["Dora", "Can"]
    school.office.do(settings.set_value("waiting_order", "since"))
    assert names(queue(school)) == ["Can", "Dora"]
    with pytest.raises(Objection):
        school.office.do(settings.set_value("waiting_order", "beauty"))


def test_a_child_waits_once_and_only_for_what_it_may_take(school: Voting) -> None:
    school.office.do(waiting.add(school.courses["11"], school.pupils["Fee"]))
    with pytest.raises(Objection):
        school.office.do(waiting.add(school.courses["11"], school.pupils["Fee"]))
    with pytest.raises(Objection):
        school.office.do(waiting.add(school.courses["31"], school.pupils["Ada"]))  # for year 7
