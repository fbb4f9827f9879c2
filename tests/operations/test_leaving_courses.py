"""Withdrawal in the trial period, exclusion, and why an enrolment ended."""

from datetime import date

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import enrolments, leaving, settings
from ganztag.operations.leaving_courses import exclude, withdraw
from ganztag.queries.enrolments import EnrolmentRow, enrolments_of_pupils
from ganztag.queries.trial import trial
from tests.offered import Offered


def only(offered: Offered, pupil: int) -> EnrolmentRow:
    (row,) = offered.office.read(enrolments_of_pupils, [pupil])
    return row


def test_the_trial_period_counts_from_the_first_date_of_the_child_in_the_course(offered: Offered) -> None:
    whole = offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    later = offered.office.do(enrolments.enrol(offered.ben, offered.robotics, date(2026, 9, 16)))
    first = offered.office.read(trial, whole).first
    assert (first.isoweekday(), first >= date(2026, 8, 1)) == (1, True)
    assert (offered.office.read(trial, later).first, offered.office.read(trial, later).last) == (
        date(2026, 9, 21), date(2026, 10, 11),
    )  # fmt: skip
    offered.office.do(settings.set_value("trial_weeks", 1))
    assert offered.office.read(trial, later).last == date(2026, 9, 27)


def test_in_the_trial_period_a_child_leaves_without_a_reason_after_it_only_with_one(offered: Offered) -> None:
    key = offered.office.do(enrolments.enrol(offered.ben, offered.robotics, date(2026, 9, 16)))
    with pytest.raises(Objection) as said:
        offered.office.do(withdraw(key, date(2026, 10, 12)))
    assert said.value.advice is not None
    offered.office.do(withdraw(key, date(2026, 10, 11)))
    assert (only(offered, offered.ben).ends, only(offered, offered.ben).ended_as) == (date(2026, 10, 11), "withdrawn")
    offered.office.undo()
    offered.office.do(withdraw(key, date(2026, 10, 12), "Umzug"))
    assert only(offered, offered.ben).reason == "Umzug"


def test_an_exclusion_needs_a_reason_and_says_what_it_is(offered: Offered) -> None:
    key = offered.office.do(enrolments.enrol(offered.ada, offered.robotics))
    with pytest.raises(Objection):
        offered.office.do(exclude(key, date(2026, 9, 14), " "))
    with pytest.raises(Objection):
        offered.office.do(exclude(key, date(2026, 7, 1), "3-mal gefehlt"))
    offered.office.do(exclude(key, date(2026, 9, 14), "3-mal gefehlt"))
    assert (only(offered, offered.ada).ended_as, only(offered, offered.ada).reason) == ("excluded", "3-mal gefehlt")


def test_each_way_out_of_a_course_bears_its_name(offered: Offered) -> None:
    moved = offered.office.do(enrolments.enrol(offered.ada, offered.choir))
    offered.office.do(enrolments.move(moved, offered.robotics, date(2026, 9, 21)))
    rows = {row.id: row for row in offered.office.read(enrolments_of_pupils, [offered.ada])}
    assert rows[moved].ended_as == "transferred"
    offered.office.do(enrolments.enrol(offered.ben, offered.choir))
    offered.office.do(leaving.leave(offered.ben, date(2026, 9, 30)))
    assert only(offered, offered.ben).ended_as == "left"
    taken = offered.office.do(enrolments.enrol(offered.cem, offered.choir))
    offered.office.do(enrolments.take_out([taken], date(2026, 9, 21)))
    assert only(offered, offered.cem).ended_as == "withdrawn"
