"""What courses bring into a problem: sizes, admission, shares of groups, who had them before."""

from datetime import date, datetime

from ganztag.domain.ballots import BallotCourse
from ganztag.domain.courses import Course
from ganztag.domain.enrolment import Enrolment
from ganztag.domain.school_year import SchoolYear, Term
from ganztag.domain.settings import Setting
from ganztag.language import N_
from ganztag.operations.operation import Operation, Work
from ganztag.planning.conditions import Balance, Carried, Quota
from ganztag.planning.problem import Banned
from tests.ruling import Ruling, write
from tests.voting import enrol, wish


def _all_want(ruling: Ruling, number: str = "11") -> None:
    for name in ruling.school.pupils:
        wish(ruling.school, name, "Mo", number)


def test_what_a_course_says_of_itself_is_in_the_problem(ruling: Ruling) -> None:
    wish(ruling.school, "Ada", "Mo", "11")
    ruling.course("11", ideal_size=4, must_run=True, admission="invited")
    ruling.invites("11", "Ada", "Ben")
    ruling.refuses("Ada", "12")

    found = ruling.problem()

    robotics = next(course for course in found.courses if course.number == "11")
    assert (robotics.ideal_size, robotics.must_run, robotics.admission) == (4, True, "invited")
    assert found.invited == {(ruling.pupil("Ada"), ruling.course("11"))}, "Ben has no wishes at all"
    assert found.refused == {(ruling.pupil("Ada"), ruling.course("12"))}


def test_only_the_courses_of_the_ballot_can_be_had(ruling: Ruling) -> None:
    write(ruling.school, BallotCourse(ballot_id=ruling.school.ballot, course_id=ruling.course("12")))

    assert [course.number for course in ruling.problem().courses] == ["12"]


def test_places_for_support_are_a_quota(ruling: Ruling) -> None:
    _all_want(ruling)
    for name in ("Ada", "Ben"):
        ruling.pupil(name, support=True)
    ruling.course("11", max_support=1)

    group = frozenset({ruling.pupil("Ada"), ruling.pupil("Ben")})
    key = f"course:{ruling.course('11')}:max_support"
    assert ruling.problem().quotas == (Quota(ruling.course("11"), group, most=1, rule=key),)


def test_who_is_in_a_course_takes_a_place_of_its_group(ruling: Ruling) -> None:
    _all_want(ruling)
    for name in ("Ada", "Dora"):
        ruling.pupil(name, sex="f")
    enrol(ruling.school, "Dora", "11")
    key = ruling.rule("quota", course_id=ruling.course("11"), word="f", most=2)

    group = frozenset({ruling.pupil("Ada"), ruling.pupil("Dora")})
    assert ruling.problem().quotas == (Quota(ruling.course("11"), group, None, 1, rule=key),)


def test_a_share_in_per_cent_is_kept_as_it_is(ruling: Ruling) -> None:
    _all_want(ruling)
    ruling.pupil("Ada", family_language="uk")
    key = ruling.rule("quota", course_id=ruling.course("11"), word="language", note="uk", least=20, percent=True)

    group = frozenset({ruling.pupil("Ada")})
    assert ruling.problem().quotas == (Quota(ruling.course("11"), group, 20, None, percent=True, rule=key),)


def test_the_limit_of_a_class_is_the_courses_own_or_the_schools(ruling: Ruling) -> None:
    _all_want(ruling)
    _all_want(ruling, "12")
    write(ruling.school, Setting(name="max_per_class", value="2"))
    ruling.course("12", max_per_class=1)

    limits = {(quota.course, quota.most, quota.rule) for quota in ruling.problem().quotas}

    twelve = ruling.course("12")
    assert limits == {
        (twelve, 1, f"course:{twelve}:max_per_class"),
    }, "robotics is wished by nobody any more"
    _all_want(ruling)
    found = ruling.problem()
    assert {(quota.course, quota.most) for quota in found.quotas} == {(ruling.course("11"), 2)}
    assert {len(quota.pupils) for quota in found.quotas} == {3}
    assert {named.key for named in found.rules} >= {"setting:max_per_class"}


def test_balance_is_between_girls_and_boys(ruling: Ruling) -> None:
    _all_want(ruling)
    ruling.pupil("Ada", sex="f")
    ruling.pupil("Ben", sex="m")
    key = ruling.rule("balance", course_id=ruling.course("11"))

    one, other = frozenset({ruling.pupil("Ada")}), frozenset({ruling.pupil("Ben")})
    assert ruling.problem().balances == (Balance(ruling.course("11"), one, other, key),)


def _had(ruling: Ruling, name: str, ended_as: str = "") -> None:
    """Let a child have been in robotics in the half-year before."""
    first, last = date(2025, 8, 1), date(2026, 7, 31)

    def run(work: Work) -> None:
        year = work.add(SchoolYear(name="2025/26", starts=first, ends=last))
        term = work.add(
            Term(school_year_id=year.id, number=2, name="2. Halbjahr 2025/26", starts=date(2026, 2, 1), ends=last)
        )
        offer = work.get(Course, ruling.course("11")).offer_id
        old = work.add(Course(offer_id=offer, school_year_id=year.id, term_id=term.id, title="Robotik"))
        work.add(Enrolment(pupil_id=ruling.pupil(name), course_id=old.id, ended_as=ended_as))

    ruling.school.office.do(Operation(N_("Have a course"), run))


def test_who_had_a_course_before_comes_after_the_others(ruling: Ruling) -> None:
    _all_want(ruling)
    _had(ruling, "Ada")
    assert ruling.problem().repeats == frozenset(), "it matters only by a rule"

    ruling.rule("before", word="after")

    found = ruling.problem()
    assert (found.repeats, found.banned) == (frozenset({(ruling.pupil("Ada"), ruling.course("11"))}), ())


def test_who_had_a_course_before_cannot_have_it_where_its_rule_forbids(ruling: Ruling) -> None:
    _all_want(ruling)
    _had(ruling, "Ada")
    ruling.rule("before", word="after")
    ruling.rule("before", word="forbidden", course_id=ruling.course("11"))

    found = ruling.problem()

    assert found.banned == (Banned(ruling.pupil("Ada"), ruling.course("11"), why="before"),)
    assert found.repeats == frozenset()


def test_who_left_in_the_trial_period_has_not_had_the_course(ruling: Ruling) -> None:
    _all_want(ruling)
    _had(ruling, "Ada", ended_as="withdrawn")
    ruling.rule("before", word="forbidden")

    assert ruling.problem().banned == ()


def test_bad_luck_of_earlier_ballots_is_carried_by_a_rule(ruling: Ruling) -> None:
    _all_want(ruling)
    ruling.fared("Probe", ("Ada", 3), ("Ben", None), ("Can", 1), accepted=datetime(2026, 9, 1, 9))  # noqa: DTZ001
    assert ruling.problem().carried == ()

    ruling.rule("compensate")

    assert ruling.problem().carried == (Carried(ruling.pupil("Ada"), 2), Carried(ruling.pupil("Ben"), 3))


def test_only_so_many_ballots_back_count(ruling: Ruling) -> None:
    _all_want(ruling)
    ruling.fared("Erste", ("Ada", 3), accepted=datetime(2026, 8, 1, 9))  # noqa: DTZ001
    ruling.fared("Zweite", ("Ben", 2), accepted=datetime(2026, 9, 1, 9))  # noqa: DTZ001
    ruling.rule("compensate", most=1)

    assert ruling.problem().carried == (Carried(ruling.pupil("Ben"), 1),)
