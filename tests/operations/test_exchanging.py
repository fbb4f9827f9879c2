"""Exchanges and late children: found in the file, carried out in one deed, seen in the lists."""

from datetime import date, datetime

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import enrolments, rules, waiting
from ganztag.operations.exchanging import carry_out
from ganztag.operations.office import Office
from ganztag.planning.exchanges.search import Found, chains, place_late, swaps
from ganztag.queries import exchanging
from ganztag.queries.attendance_sheets import attendance_sheets
from ganztag.queries.enrolments import enrolments_of_pupils, participants
from ganztag.queries.standing import Standing
from ganztag.queries.waiting import waits_for
from tests.voting import Voting, book, enrol, voting, wish

DAY = date(2026, 9, 21)


@pytest.fixture
def school(office: Office) -> Voting:
    return voting(office)


def case(school: Voting, *late: str) -> exchanging.Known:
    return school.office.read(exchanging.known, school.ballot, DAY, [school.pupils[name] for name in late])


def crossed(school: Voting) -> Found:
    """Ada is in pottery and wants robotics, Ben the other way round; both courses are as full as they may be."""
    wish(school, "Ada", "Mo", "11", "12")
    wish(school, "Ben", "Mo", "12", "11")
    enrol(school, "Ada", "12", rank=2)
    enrol(school, "Ben", "11", rank=2)
    return swaps(case(school).case)


def inside(school: Voting, number: str, day: date = DAY) -> set[str]:
    rows = school.office.read(participants, school.courses[number], day)
    return {row.name.split(", ")[1] for row in rows if row.starts is None or row.starts <= day}


def test_a_swap_is_carried_out_in_one_deed_from_a_day_on(school: Voting) -> None:
    found = crossed(school)
    (exchange,) = found.exchanges
    school.office.do(carry_out(school.term, exchange.steps, DAY, "Tausch"))
    assert (inside(school, "11"), inside(school, "12")) == ({"Ada"}, {"Ben"})
    rows = school.office.read(enrolments_of_pupils, [school.pupils["Ada"]])
    assert [(row.ended_as, row.rank, row.starts) for row in rows] == [("transferred", 2, None), ("", 1, DAY)]
    school.office.undo()
    assert (inside(school, "11"), inside(school, "12")) == ({"Ben"}, {"Ada"})


def test_attendance_lists_follow_by_themselves(school: Voting) -> None:
    (exchange,) = crossed(school).exchanges
    school.office.do(carry_out(school.term, exchange.steps, DAY, "Tausch"))
    (sheet,) = school.office.read(
        attendance_sheets, school.term, datetime(2026, 9, 14, 8), [school.courses["11"]]  # noqa: DTZ001
    )  # fmt: skip
    spans = {row.name.call_name: [(one.first, one.last) for one in row.periods] for row in sheet.rows}
    assert spans == {"Ada": [(DAY, None)], "Ben": [(None, date(2026, 9, 20))]}


def test_what_has_changed_meanwhile_is_not_carried_out(school: Voting) -> None:
    (exchange,) = crossed(school).exchanges
    (row,) = school.office.read(enrolments_of_pupils, [school.pupils["Ben"]])
    school.office.do(enrolments.remove(row.id))
    with pytest.raises(Objection):
        school.office.do(carry_out(school.term, exchange.steps, DAY, "Tausch"))
    assert inside(school, "12") == {"Ada"}


def test_a_child_leaves_the_waiting_list_of_what_it_got(school: Voting) -> None:
    wish(school, "Ada", "Mo", "11", "12")
    enrol(school, "Ada", "12", rank=2)
    school.office.do(waiting.add(school.courses["11"], school.pupils["Ada"]))
    (exchange,) = chains(case(school).case).exchanges
    school.office.do(carry_out(school.term, exchange.steps, DAY, "Nachrücken"))
    assert inside(school, "11") == {"Ada"}
    assert school.office.read(waits_for, school.pupils["Ada"], school.term) == []


def test_who_asked_for_a_course_later_is_in_it_too(school: Voting) -> None:
    wish(school, "Ada", "Mo", "12")
    enrol(school, "Ada", "12", rank=1)
    assert chains(case(school).case).better == 0
    school.office.do(waiting.add(school.courses["11"], school.pupils["Ada"]))
    found = chains(case(school).case)
    assert (found.better, found.exchanges[0].steps[0].to) == (1, school.courses["11"])


def test_a_day_that_is_not_booked_is_no_way_out(school: Voting) -> None:
    wish(school, "Ada", "Mo", "11", "12")
    enrol(school, "Ada", "12", rank=2)
    assert chains(case(school).case).better == 1
    book(school, "Ada", 3)
    assert chains(case(school).case).better == 0


def test_a_late_child_with_wishes_gets_the_best_that_is_free(school: Voting) -> None:
    for pupil in ("Can", "Dora"):
        wish(school, pupil, "Mo", "11")
        enrol(school, pupil, "11", rank=1)
    wish(school, "Fee", "Mo", "11", "12")
    late = frozenset({school.pupils["Fee"]})
    book(school, "Fee", 1)
    found = place_late(case(school, "Fee").case, late, moving=False)
    assert found is not None
    assert [(step.to, step.rank_after) for step in found.steps] == [(school.courses["12"], 2)]
    school.office.do(carry_out(school.term, found.steps, DAY, "spät dazugekommen"))
    assert inside(school, "12") == {"Fee"}


def test_a_late_child_without_wishes_comes_where_there_is_room_on_its_days(school: Voting) -> None:
    book(school, "Fee", 3)
    late = frozenset({school.pupils["Fee"]})
    found = place_late(case(school, "Fee").case, late, moving=False)
    assert found is not None
    assert len(found.steps) == 1
    assert found.steps[0].to in {school.courses["21"], school.courses["22"]}
    assert (found.missing, found.moved) == (0, ())


def test_a_late_child_gets_no_more_courses_than_a_rule_allows(school: Voting) -> None:
    for pupil in ("Can", "Dora"):
        enrol(school, pupil, "40", rank=1)  # the only course on both days is full
    for weekday in (1, 3):
        book(school, "Fee", weekday)
    late = frozenset({school.pupils["Fee"]})
    free = place_late(case(school, "Fee").case, late, moving=False)
    assert free is not None
    assert len(free.steps) == 2
    school.office.do(rules.add("courses", most=1))
    found = place_late(case(school, "Fee").case, late, moving=False)
    assert found is not None
    assert len(found.steps) == 1


def test_who_has_as_many_courses_as_a_rule_allows_does_not_move_up_but_may_change(school: Voting) -> None:
    enrol(school, "Ada", "12", rank=2)
    ada = school.pupils["Ada"]

    def now() -> Standing:
        return case(school).standing

    assert now().fit(ada, school.courses["21"]).against is None
    school.office.do(rules.add("courses", most=1))
    against = now().fit(ada, school.courses["21"]).against
    assert against is not None
    assert against.msgid == "has as many courses as the rules allow"
    assert now().fit(ada, school.courses["11"], 1).against is None
    assert now().fit(school.pupils["Ben"], school.courses["21"]).against is None
