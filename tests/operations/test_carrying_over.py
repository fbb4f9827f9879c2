"""What a scenario changes of the offer stands in the file once it is accepted; a parallel course becomes real."""

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import allocation
from ganztag.operations.carrying_over import make_parallel
from ganztag.operations.office import Office
from ganztag.planning.allocate import allocate
from ganztag.planning.asked import Asked
from ganztag.planning.changes import Change, Force, Minimum, MustRun, Parallel, Seats, Strike, Withdraw
from ganztag.planning.policy import Policy
from ganztag.queries.allocation import last_run, stored_problem
from ganztag.queries.courses import CourseRow, courses
from ganztag.queries.to_allocate import problem
from tests.voting import Voting, voting, wish


@pytest.fixture
def school(office: Office) -> Voting:
    made = voting(office)
    for pupil in ("Ada", "Ben", "Can"):
        wish(made, pupil, "Mo", "11", "12")
    wish(made, "Dora", "Mo", "13")
    return made


def course(school: Voting, number: str) -> CourseRow:
    return next(one for one in school.office.read(courses, school.term) if one.number == number)


def accepted(school: Voting, *changes: Change) -> None:
    asked = Asked(Policy(seed=5), changes)
    plan = allocate(asked.problem(school.office.read(problem, school.ballot, school.today)), asked.policy)
    school.office.do(allocation.accept(plan, school.ballot, asked))


def fits(school: Voting) -> bool:
    run = school.office.read(last_run, school.ballot)
    assert run is not None
    return run.input_hash == school.office.read(problem, school.ballot, school.today).input_hash()


def test_places_minimum_and_that_it_must_run_are_written_to_the_courses(school: Voting) -> None:
    eleven, twelve, thirteen = (school.courses[number] for number in ("11", "12", "13"))
    accepted(school, Seats(eleven, 3), MustRun(twelve), Minimum(thirteen, 1))
    assert course(school, "11").max_size == 3
    assert course(school, "13").min_size == 1
    assert course(school, "12").must_run
    assert fits(school)


def test_a_forced_child_is_fixed_and_a_struck_course_is_struck(school: Voting) -> None:
    accepted(school, Force(school.pupils["Ada"], school.courses["11"]), Strike(school.courses["13"]))
    now = school.office.read(problem, school.ballot, school.today)
    assert [(pin.pupil, pin.course) for pin in now.fixed] == [(school.pupils["Ada"], school.courses["11"])]
    assert course(school, "13").status == "struck"
    assert fits(school)


def test_undo_takes_plan_and_changes_back_together(school: Voting) -> None:
    before = course(school, "11").max_size
    accepted(school, Seats(school.courses["11"], 3))
    school.office.undo()
    assert course(school, "11").max_size == before
    assert school.office.read(last_run, school.ballot) is None


def test_a_child_that_was_only_thought_away_is_refused_and_nothing_is_written(school: Voting) -> None:
    before = school.office.revision
    with pytest.raises(Objection):
        accepted(school, Seats(school.courses["11"], 3), Withdraw(school.pupils["Can"]))
    assert school.office.revision == before
    assert course(school, "11").max_size == 2


def test_what_it_was_made_from_is_kept_with_the_plan(school: Voting) -> None:
    accepted(school, Seats(school.courses["11"], 3))
    run = school.office.read(last_run, school.ballot)
    assert run is not None
    assert run.has_problem
    kept = school.office.read(stored_problem, run.id)
    assert kept is not None
    assert next(one for one in kept.courses if one.id == school.courses["11"]).max_size == 3
    wish(school, "Emil", "Mo", "12")
    assert school.office.read(stored_problem, run.id) == kept
    assert not fits(school)


def test_a_parallel_course_has_the_same_block_and_wishes(school: Voting) -> None:
    new = school.office.do(make_parallel(school.ballot, Parallel(school.courses["11"], -1)))
    one, other = course(school, "11"), next(row for row in school.office.read(courses, school.term) if row.id == new)
    assert (one.block_ids, one.max_size, one.title) == (other.block_ids, other.max_size, other.title)
    now = school.office.read(problem, school.ballot, school.today)
    ranks = {(w.pupil, w.rank) for w in now.wishes if w.course == new}
    assert ranks == {(w.pupil, w.rank) for w in now.wishes if w.course == one.id}
    assert len(ranks) == 3
    with pytest.raises(Objection):
        school.office.do(make_parallel(school.ballot, Parallel(school.courses["11"], -1, slot=school.blocks["Mi"])))
