"""Accepting an allocation: one deed, replaceable, never on an input that has moved."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from ganztag.domain.ballots import AllocationLevel, AllocationResult, AllocationRun
from ganztag.domain.clock import stopped_at
from ganztag.domain.courses import Course
from ganztag.domain.enrolment import Enrolment
from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.operations import allocation, ballots, wishes
from ganztag.operations.office import Office
from ganztag.operations.opening import open_office
from ganztag.operations.operation import Operation, Work
from ganztag.planning import judge
from ganztag.planning.allocate import allocate
from ganztag.planning.plan import Plan
from ganztag.planning.policy import Policy
from ganztag.queries import frame
from ganztag.queries.allocation import last_run, results
from ganztag.queries.courses import courses
from ganztag.queries.wishes import problem
from tests.voting import Voting, enrol, voting, wish


def voted(office: Office) -> Voting:
    """Three children want course 11 with its two places, one of them is the only one who wants 13, which needs four."""
    school = voting(office)
    wish(school, "Ada", "Mo", "11", "12")
    wish(school, "Ben", "Mo", "11", "12")
    wish(school, "Can", "Mo", "11", "12")
    wish(school, "Dora", "Mo", "13")
    wish(school, "Ada", "Mi", "21")
    return school


def planned(school: Voting, goal: str = "balanced") -> Plan:
    return allocate(school.office.read(problem, school.ballot, school.today), Policy(goal, 7))


def enrolled(school: Voting) -> set[tuple[str, str]]:
    pupils = {key: name for name, key in school.pupils.items()}
    numbers = {key: number for number, key in school.courses.items()}

    def run(work: Work) -> set[tuple[str, str]]:
        return {(pupils[e.pupil_id], numbers[e.course_id]) for e in work.all(Enrolment) if e.ends is None}

    return school.office.do(Operation(N_("Look"), run))


def rows(school: Voting) -> list[Enrolment]:
    return school.office.do(Operation(N_("Look"), lambda work: work.all(Enrolment)))


def status_of(school: Voting, number: str) -> str:
    found = school.office.read(courses, school.term)
    return next(course.status for course in found if course.number == number)


def test_accepting_enrols_strikes_and_keeps_the_certificate(office: Office) -> None:
    school = voted(office)
    plan = planned(school)
    run = office.do(allocation.accept(plan, school.ballot))
    inside = enrolled(school)
    assert len([pair for pair in inside if pair[1] == "11"]) == 2
    assert len([pair for pair in inside if pair[1] == "12"]) == 1
    assert ("Ada", "21") in inside
    assert status_of(school, "13") == "struck"
    assert status_of(school, "11") == "offered"
    kept = office.read(last_run, school.ballot)
    assert kept is not None
    assert (kept.id, kept.goal, kept.seed, kept.plan_hash) == (run, "balanced", 7, plan.plan_hash)
    assert kept.levels == plan.levels
    assert set(kept.placements) == set(plan.placements)
    assert kept.struck == plan.struck


def test_enrolments_say_why_in_the_language_of_the_file_and_since_when(office: Office) -> None:
    school = voted(office)
    office.do(allocation.accept(planned(school), school.ballot))
    kitchen = next(e for e in rows(school) if e.course_id == school.courses["21"])
    assert kitchen.rank == 1
    assert kitchen.reason
    assert kitchen.starts == date(2026, 8, 1)  # within four weeks after Hamburg's summer holidays (to 19 August)


def test_acceptance_is_one_deed_that_undo_takes_back(office: Office) -> None:
    school = voted(office)
    office.do(allocation.accept(planned(school), school.ballot))
    assert "4" not in str(office.undo_label)
    assert "3" in str(office.undo_label)
    office.undo()
    assert enrolled(school) == set()
    assert status_of(school, "13") == "offered"
    assert office.read(last_run, school.ballot) is None
    office.redo()
    assert len(enrolled(school)) == 4


def test_a_plan_for_wishes_that_have_changed_since_is_refused(office: Office) -> None:
    school = voted(office)
    plan = planned(school)
    wish(school, "Can", "Mo", "12")
    with pytest.raises(Objection):
        office.do(allocation.accept(plan, school.ballot))
    assert enrolled(school) == set()


def test_a_plan_that_was_tampered_with_is_refused(office: Office) -> None:
    school = voted(office)
    plan = planned(school)
    for wrong in (replace(plan, placements=plan.placements[1:]), replace(plan, running=frozenset())):
        with pytest.raises(Objection):
            office.do(allocation.accept(wrong, school.ballot))
    assert enrolled(school) == set()


def test_the_own_enrolments_do_not_stand_in_the_way_of_the_next_run(office: Office) -> None:
    school = voted(office)
    before = office.read(problem, school.ballot, school.today)
    office.do(allocation.accept(planned(school), school.ballot))
    run = office.read(last_run, school.ballot)
    assert run is not None
    assert office.read(problem, school.ballot, school.today).input_hash() == before.input_hash()
    assert office.read(problem, school.ballot, school.today).input_hash() == run.input_hash


def test_a_second_run_replaces_the_first_and_can_bring_a_struck_course_back(office: Office) -> None:
    school = voted(office)
    office.do(allocation.accept(planned(school), school.ballot))
    kept = {e.id for e in rows(school) if e.course_id == school.courses["21"]}
    for pupil in ("Ada", "Emil", "Fee"):
        wish(school, pupil, "Mo", "13")
    run = office.read(last_run, school.ballot)
    assert run is not None
    assert office.read(problem, school.ballot, school.today).input_hash() != run.input_hash
    office.do(allocation.accept(planned(school), school.ballot))
    inside = enrolled(school)
    assert {pupil for pupil, number in inside if number == "13"} == {"Ada", "Dora", "Emil", "Fee"}
    assert ("Ada", "11") not in inside
    assert ("Ada", "12") not in inside
    assert status_of(school, "13") == "offered"
    assert {e.id for e in rows(school) if e.course_id == school.courses["21"]} == kept


def test_what_was_enrolled_by_hand_stays_and_takes_its_place(office: Office) -> None:
    school = voted(office)
    enrol(school, "Emil", "11")
    office.do(allocation.accept(planned(school), school.ballot))
    assert len([pair for pair in enrolled(school) if pair[1] == "11"]) == 2
    assert ("Emil", "11") in enrolled(school)


def test_a_child_that_was_taken_out_by_hand_stays_out_of_the_list(office: Office) -> None:
    school = voted(office)
    office.do(allocation.accept(planned(school), school.ballot))

    def leave(work: Work) -> None:
        found = work.one(Enrolment, course_id=school.courses["21"])
        assert found is not None
        found.ends = date(2026, 9, 13)

    office.do(Operation(N_("Leave"), leave))
    wish(school, "Ada", "Mi")
    office.do(allocation.accept(planned(school), school.ballot))
    old = [e for e in rows(school) if e.course_id == school.courses["21"]]
    assert [e.ends for e in old] == [date(2026, 9, 13)]


def test_what_ran_already_is_ended_and_not_wiped_out(office: Office) -> None:
    school = voted(office)
    office.do(allocation.accept(planned(school), school.ballot))
    office.close()
    later = open_office(office.path, stopped_at(datetime(2026, 10, 5, 8, 0)))  # noqa: DTZ001 -- local time
    school = replace(school, office=later)
    wish(school, "Ada", "Mi", "22")
    later.do(allocation.accept(planned(school), school.ballot))
    spans = {(e.course_id, e.starts, e.ends) for e in rows(school) if e.pupil_id == school.pupils["Ada"]}
    later.close()
    assert (school.courses["21"], date(2026, 8, 1), date(2026, 10, 4)) in spans
    assert (school.courses["22"], date(2026, 10, 5), None) in spans


def test_a_fixed_child_is_placed_with_its_reason(office: Office) -> None:
    school = voted(office)
    office.do(wishes.pin(school.ballot, school.pupils["Emil"], school.courses["11"], "Geschwister"))
    office.do(wishes.ban(school.ballot, school.pupils["Ada"], school.courses["11"]))
    office.do(allocation.accept(planned(school), school.ballot))
    emil = next(e for e in rows(school) if e.pupil_id == school.pupils["Emil"])
    assert (emil.course_id, emil.rank) == (school.courses["11"], None)
    assert "Geschwister" in emil.reason
    assert ("Ada", "11") not in enrolled(school)
    office.do(wishes.unpin(school.ballot, school.pupils["Emil"], school.courses["11"]))
    assert school.pupils["Emil"] not in office.read(problem, school.ballot, school.today).pupils


def test_a_ballot_that_explains_enrolments_is_kept(office: Office) -> None:
    school = voted(office)
    office.do(allocation.accept(planned(school), school.ballot))
    with pytest.raises(Objection):
        office.do(ballots.delete(school.ballot, "Herbst"))
    assert office.do(Operation(N_("Count"), lambda work: len(work.all(AllocationRun)))) == 1


def test_the_summary_counts_and_says_why(office: Office) -> None:
    school = voted(office)
    given = office.read(problem, school.ballot, school.today)
    plan = planned(school)
    told = allocation.summary(plan, given)
    assert told.counts == ((1, 3), (2, 1))
    assert (told.pupils, told.obligations, told.placed, told.others) == (4, 5, 4, 0)
    assert [one.pupil for one in told.unplaced] == [school.pupils["Dora"]]
    assert "13 Klettern" in str(told.unplaced[0].reason)
    assert [(one.course, one.wished, one.needed) for one in told.struck] == [(school.courses["13"], 1, 4)]
    assert told.proven
    assert told.furthest == ((school.blocks["Mo"], None),)


def test_results_name_children_courses_and_reasons(office: Office) -> None:
    school = voted(office)
    plan = planned(school)
    told = judge.reasons(office.read(problem, school.ballot, school.today), plan)
    found = office.read(results, school.ballot, school.today, plan.placements, told)
    assert [(row.class_name, row.name, row.block.weekday) for row in found] == [
        ("5a", "Ahmadi, Ada", 1),
        ("5a", "Ahmadi, Ada", 3),
        ("5a", "Böttcher, Ben", 1),
        ("5a", "Çelik, Can", 1),
        ("6b", "Demir, Dora", 1),
    ]
    dora = found[-1]
    assert (dora.title, dora.rank, dora.first_wish) == ("", None, "13 Klettern")
    assert dora.reason
    assert len({row.id for row in found}) == 5


def test_levels_and_results_of_the_certificate_are_written_once(office: Office) -> None:
    school = voted(office)
    plan = planned(school)
    office.do(allocation.accept(plan, school.ballot))

    def count(work: Work) -> tuple[int, int, int]:
        return len(work.all(AllocationLevel)), len(work.all(AllocationResult)), len(work.all(Course))

    assert office.do(Operation(N_("Count"), count)) == (len(plan.levels), len(plan.placements), len(school.courses))


def test_a_first_allocation_late_in_the_half_year_holds_from_its_first_day_but_for_who_is_in_courses_already(
    office: Office,
) -> None:
    school = voted(office)
    enrol(school, "Emil", "22")
    office.close()
    later = open_office(office.path, stopped_at(datetime(2026, 11, 23, 8, 0)))  # noqa: DTZ001 -- local time
    school = replace(school, office=later)
    later.do(allocation.accept(planned(school), school.ballot))
    term = later.read(frame.term)
    starts = {(e.pupil_id, e.course_id): e.starts for e in rows(school) if e.allocation_run_id is not None}
    later.close()
    emil = school.pupils["Emil"]
    assert {day for (pupil, _course), day in starts.items() if pupil != emil} == {term.starts}
    assert {day for (pupil, _course), day in starts.items() if pupil == emil} <= {date(2026, 11, 23)}
