"""The overview counts by short statements what the lists show row by row."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from ganztag.domain.enrolment import Enrolment
from ganztag.language import N_
from ganztag.operations.ballots import add
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import ballots, classes, courses, enrolments, frame, pupils, sessions, wishes
from ganztag.queries.overview import Overview, overview


@pytest.fixture
def state(sample: Office) -> Overview:
    return sample.read(overview, sample.read(frame.term).id, sample.clock.today())


def test_the_children_are_those_of_the_list(sample: Office, state: Overview) -> None:
    assert state.day is not None
    rows = sample.read(pupils.pupils, state.term.id, state.term.day_that_counts(sample.clock.today()))
    here = [row for row in rows if not row.left]
    assert state.pupils == len(here) > 100
    assert state.booked == sum(state.day.isoweekday() in row.booked for row in here) > 0


def test_expected_are_the_children_enrolled_in_what_takes_place(sample: Office, state: Overview) -> None:
    assert state.day is not None
    before, later = state.day - timedelta(days=1), state.day + timedelta(days=1)
    rows = sample.read(pupils.pupils, state.term.id, state.day)
    for place, (starts, ends) in enumerate(((None, None), (later, None), (None, before), (None, state.day))):
        sample.do(Operation(N_("Enrol"), enrolling(rows[place].id, state.blocks[0].rows[0].course.id, starts, ends)))
    day, state = state.day, sample.read(overview, state.term.id, sample.clock.today())
    meeting = {row.course.id for block in state.blocks for row in block.rows}
    inside = sample.read(enrolments.enrolments, state.term.id)
    expected = {row.pupil_id for row in inside if row.course_id in meeting and row.holds_on(day)}
    assert state.expected == len(expected) == 2


def enrolling(pupil_id: int, course_id: int, starts: date | None, ends: date | None) -> Callable[[Work], object]:
    def run(work: Work) -> object:
        return work.add(Enrolment(pupil_id=pupil_id, course_id=course_id, starts=starts, ends=ends))

    return run


def test_the_papers_are_those_of_the_sheet(sample: Office, state: Overview) -> None:
    ballot = sample.read(ballots.ballots, state.term.id)[0]
    rows = sample.read(wishes.sheet, ballot.id, sample.clock.today()).rows
    given = sum(1 for row in rows if row.wishes or row.paper != "missing")
    assert [(one.given, one.children) for one in state.papers] == [(given, len(rows))]


def test_papers_are_waited_for_only_of_children_the_ballot_is_for(sample: Office, state: Overview) -> None:
    year = sample.read(classes.year_groups)[0].id
    added = sample.do(add(state.term.id, "Schnupperwahl", year_group_ids=[year]))
    rows = sample.read(wishes.sheet, added, sample.clock.today()).rows
    papers = sample.read(overview, state.term.id, sample.clock.today()).papers
    assert [one.children for one in papers if one.ballot.id == added] == [len(rows)]
    assert 0 < len(rows) < state.papers[0].children


def test_the_next_afternoon_is_found_behind_long_holidays(sample: Office) -> None:
    """Each day of the half-year leads to the first session from it on, however far that is."""
    term = sample.read(frame.term)
    ids = [row.id for row in sample.read(courses.courses, term.id) if not row.struck]
    all_of_it = sample.read(sessions.sessions, term.id, term.starts, term.ends, ids)
    held = sorted({row.day for row in all_of_it if row.state != "cancelled"})
    gaps = [after - before for before, after in zip([term.starts, *held], held, strict=False)]
    assert max(gaps) > timedelta(days=13)  # else nothing is tried
    for day in (term.starts, *(day + timedelta(days=1) for day in held[:-1])):
        found = sample.read(overview, term.id, day)
        assert found.day == next(one for one in held if one >= day)
