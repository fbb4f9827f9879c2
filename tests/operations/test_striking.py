"""A course is struck from a day on: the past stays, and each child goes where there is a place."""

from datetime import date

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import courses, settings, waiting
from ganztag.operations.office import Office
from ganztag.operations.striking import strike_from
from ganztag.queries.courses import course
from ganztag.queries.enrolments import enrolments_of_pupils
from ganztag.queries.sessions import course_sessions
from ganztag.queries.striking import Fate, fates
from ganztag.queries.waiting import waiting_lists
from tests.voting import Voting, enrol, voting, wish

DAY = date(2026, 9, 21)


@pytest.fixture
def school(office: Office) -> Voting:
    return voting(office)


def fate(school: Voting, pupil: str) -> Fate:
    found = school.office.read(fates, school.courses["12"], school.term, DAY)
    return next(one for one in found if one.seat.pupil_id == school.pupils[pupil])


def test_the_dates_before_the_day_stay_and_none_come_after_it(school: Voting) -> None:
    enrol(school, "Ada", "12")
    before = school.office.read(course_sessions, school.term, school.courses["12"]).sessions
    assert school.office.do(strike_from(school.courses["12"], DAY, "Leitung krank")) == 1
    after = school.office.read(course_sessions, school.term, school.courses["12"]).sessions
    assert [one.day for one in after] == [one.day for one in before if one.day < DAY]
    (row,) = school.office.read(enrolments_of_pupils, [school.pupils["Ada"]])
    assert (row.ends, row.ended_as, row.reason) == (date(2026, 9, 20), "struck", "Leitung krank")
    found = school.office.read(course, school.courses["12"], school.term)
    assert found is not None
    assert (found.struck, found.ends) == (False, date(2026, 9, 20))
    school.office.undo()
    (row,) = school.office.read(enrolments_of_pupils, [school.pupils["Ada"]])
    assert (row.ends, row.ended_as) == (None, "")


def test_before_it_begins_a_course_is_struck_altogether(school: Voting) -> None:
    enrol(school, "Ada", "12")
    school.office.do(strike_from(school.courses["12"], date(2026, 8, 1), "zu wenige"))
    found = school.office.read(course, school.courses["12"], school.term)
    assert found is not None
    assert found.struck
    assert school.office.read(enrolments_of_pupils, [school.pupils["Ada"]]) == []


def test_a_child_goes_to_its_next_wish_with_a_place_and_waits_for_a_better_one(school: Voting) -> None:
    for pupil in ("Can", "Dora"):
        enrol(school, pupil, "11")  # now robotics is full
    wish(school, "Ada", "Mo", "12", "11", "13")
    enrol(school, "Ada", "12", rank=1)
    told = fate(school, "Ada")
    assert (told.kind, told.course_id, told.rank) == ("wish", school.courses["13"], 3)
    assert (told.waits_for, told.waits_rank) == (school.courses["11"], 2)
    school.office.do(strike_from(school.courses["12"], DAY, "Leitung krank"))
    rows = {row.course_id: row for row in school.office.read(enrolments_of_pupils, [school.pupils["Ada"]])}
    new = rows[school.courses["13"]]
    assert (new.starts, new.rank, "Töpfern" in new.reason) == (DAY, 3, True)
    (queue,) = school.office.read(waiting_lists, school.term, DAY)
    assert [(row.pupil_id, row.rank) for row in queue.rows] == [(school.pupils["Ada"], 2)]


def test_the_last_place_goes_to_the_better_wish(school: Voting) -> None:
    enrol(school, "Can", "11")
    for pupil, ranked in (("Ada", ("11", "12")), ("Ben", ("12", "11"))):
        wish(school, pupil, "Mo", *ranked)
        enrol(school, pupil, "12", rank=ranked.index("12") + 1)
    kinds = {pupil: fate(school, pupil).course_id for pupil in ("Ada", "Ben")}
    assert sorted(kinds.values(), key=lambda key: key is None) == [school.courses["11"], None]


def test_a_place_that_somebody_waits_for_is_not_given_away(school: Voting) -> None:
    wish(school, "Ada", "Mo", "12", "11")
    enrol(school, "Ada", "12", rank=1)
    school.office.do(waiting.add(school.courses["11"], school.pupils["Fee"]))
    assert (fate(school, "Ada").kind, fate(school, "Ada").waits_for) == ("home", school.courses["11"])


def test_without_another_wish_care_takes_over_or_the_child_goes_home(school: Voting) -> None:
    enrol(school, "Ada", "12")
    school.office.do(courses.edit(school.courses["13"], kind="care"))
    assert (fate(school, "Ada").kind, fate(school, "Ada").course_id) == ("care", school.courses["13"])
    school.office.do(settings.set_value("after_striking", "home"))
    assert (fate(school, "Ada").kind, fate(school, "Ada").course_id) == ("home", None)


def test_striking_needs_a_reason_and_ends_the_waiting_list(school: Voting) -> None:
    school.office.do(waiting.add(school.courses["12"], school.pupils["Fee"]))
    with pytest.raises(Objection):
        school.office.do(strike_from(school.courses["12"], DAY, ""))
    school.office.do(strike_from(school.courses["12"], DAY, "Raum fehlt"))
    assert school.office.read(waiting_lists, school.term, DAY) == []
