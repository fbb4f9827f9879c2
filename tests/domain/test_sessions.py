"""The real dates of a course."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ganztag.domain.sessions import Audience, Change, Series, TermDays, Usual, left_over, monday_of, sessions

FIRST, LAST = date(2026, 10, 5), date(2026, 11, 3)  # a Monday, a Tuesday
MONDAY = Series(1)


@dataclass(frozen=True)
class Off:
    starts: date
    ends: date
    year_group_id: int | None = None
    school_class_id: int | None = None


AUTUMN = Off(date(2026, 10, 19), date(2026, 10, 30))


def _days(*off: Off, first_week: str = "A", alternate: bool = True) -> TermDays[Off]:
    return TermDays(FIRST, LAST, off, first_week, alternate)


def test_a_course_meets_on_its_weekday_but_not_in_the_holidays() -> None:
    assert _days(AUTUMN).dates(MONDAY) == (date(2026, 10, 5), date(2026, 10, 12), date(2026, 11, 2))


def test_only_days_off_that_cost_a_date_are_gaps() -> None:
    wednesday = Off(date(2026, 10, 7), date(2026, 10, 7))
    days = _days(AUTUMN, wednesday)
    assert days.gaps([MONDAY]) == (AUTUMN,)
    assert days.gaps([MONDAY, Series(3)]) == (wednesday, AUTUMN)


def test_a_day_off_of_one_class_does_not_cancel_a_course_that_others_attend() -> None:
    days = _days(Off(FIRST, FIRST, school_class_id=7))
    assert FIRST in days.dates(MONDAY)
    assert FIRST in days.dates(Series(1, audience=Audience(classes=((7, 5), (8, 5)))))
    assert FIRST not in days.dates(Series(1, audience=Audience(classes=((7, 5),))))


def test_days_off_of_all_its_year_groups_together_cancel_a_course() -> None:
    five, six = (Off(FIRST, FIRST, year_group_id=year) for year in (5, 6))
    both = Series(1, audience=Audience(year_group_ids=frozenset({5, 6})))
    assert FIRST in _days(five).dates(both)
    assert FIRST not in _days(five, six).dates(both)
    assert _days(five, six).gaps([both]) == (five, six)
    assert FIRST not in _days(five).dates(Series(1, audience=Audience(classes=((7, 5),))))


def test_a_course_that_starts_later_and_ends_earlier_meets_only_in_between() -> None:
    series = Series(1, first=date(2026, 10, 12), last=date(2026, 10, 26))
    assert _days().dates(series) == (date(2026, 10, 12), date(2026, 10, 19), date(2026, 10, 26))


def test_a_single_date_is_met_once_and_not_on_a_day_off() -> None:
    saturday = date(2026, 10, 10)
    assert _days(AUTUMN).dates(Series(6, "once", saturday)) == (saturday,)
    assert _days(AUTUMN).dates(Series(1, "once", date(2026, 10, 19))) == ()
    assert _days(AUTUMN).dates(Series(1, "once", date(2027, 10, 18))) == ()
    assert _days(AUTUMN).dates(Series(1, "once")) == ()


def test_weeks_alternate_through_the_holidays_or_only_where_there_is_school() -> None:
    week_off = Off(date(2026, 10, 12), date(2026, 10, 16))
    a = Series(1, "A")
    assert _days(week_off).dates(a) == (FIRST, date(2026, 10, 19), date(2026, 11, 2))
    assert _days(week_off, alternate=False).dates(a) == (FIRST, date(2026, 10, 26))
    assert _days(week_off, first_week="B", alternate=False).dates(a) == (date(2026, 10, 19), date(2026, 11, 2))


def test_the_first_week_with_school_is_the_first_week_whatever_holidays_the_half_year_begins_with() -> None:
    summer = Off(FIRST, date(2026, 10, 16))
    for alternate in (True, False):
        days = _days(summer, first_week="B", alternate=alternate)
        assert days.week(date(2026, 10, 21)) == "B"
        assert days.week(date(2026, 10, 26)) == "A"
    assert days.week(date(2027, 1, 4)) == ""


def test_a_day_off_of_one_year_group_does_not_stop_the_weeks_from_alternating() -> None:
    trip = Off(date(2026, 10, 12), date(2026, 10, 16), year_group_id=5)
    assert _days(trip, alternate=False).week(date(2026, 10, 19)) == "A"


USUAL = Usual(3, time(14), time(15, 30), room_id=8, leader_ids=(21, 22))


def test_without_changes_the_sessions_are_those_of_the_series() -> None:
    found = sessions(USUAL, [FIRST])
    assert [(one.day, one.starts, one.room_id, one.leader_ids, one.state) for one in found] == [
        (FIRST, time(14), 8, (21, 22), "held")
    ]


def test_a_cancelled_session_stays_seen_with_its_reason() -> None:
    found = sessions(USUAL, [FIRST], [Change(5, FIRST, "cancelled", reason="Leitung krank")])
    assert [(one.state, one.reason, one.change_id) for one in found] == [("cancelled", "Leitung krank", 5)]


def test_a_moved_session_takes_its_place_in_the_order_of_days() -> None:
    later = FIRST + timedelta(days=7)
    found = sessions(USUAL, [FIRST, later], [Change(5, FIRST, moved_to=later + timedelta(days=1), starts=time(15))])
    assert [(one.day, one.series_day, one.state) for one in found] == [
        (later, later, "held"),
        (later + timedelta(days=1), FIRST, "moved"),
    ]
    assert (found[1].starts, found[1].ends) == (time(15), time(15, 30))


def test_a_substitute_stands_where_the_absent_one_stood_and_an_additional_leader_behind() -> None:
    swapped = Change(5, FIRST, room_id=9, leaders=((31, 21), (40, None)))
    (session,) = sessions(USUAL, [FIRST], [swapped])
    assert (session.leader_ids, session.absent_ids, session.room_id, session.state) == (
        (31, 22, 40),
        (21,),
        9,
        "changed",
    )


def test_who_is_away_without_a_substitute_leaves_the_others_alone() -> None:
    (session,) = sessions(USUAL, [FIRST], [Change(5, FIRST, leaders=((None, 21),))])
    assert (session.leader_ids, session.absent_ids, session.substitute_ids) == ((22,), (21,), ())


def test_a_substitute_of_somebody_who_leads_no_more_still_comes() -> None:
    (session,) = sessions(USUAL, [FIRST], [Change(5, FIRST, leaders=((31, 77),))])
    assert (session.leader_ids, session.absent_ids, session.substitute_ids) == ((21, 22, 31), (), (31,))


def test_changes_of_dates_that_the_series_lost_are_left_over() -> None:
    kept, lost = Change(1, FIRST, "cancelled"), Change(2, LAST, "cancelled")
    assert left_over([FIRST], [kept, lost]) == (lost,)
    assert len(sessions(USUAL, [FIRST], [kept, lost])) == 1


def _offs(first: date, length: int) -> st.SearchStrategy[list[Off]]:
    one = st.tuples(st.integers(0, length), st.integers(0, 12), st.sampled_from([None, 5, 6])).map(
        lambda at: Off(first + timedelta(days=at[0]), first + timedelta(days=at[0] + at[1]), at[2])
    )
    return st.lists(one, max_size=6)


_LENGTH = 160
_TERMS = st.dates(date(2026, 1, 1), date(2030, 1, 1)).flatmap(
    lambda first: st.builds(
        TermDays,
        st.just(first),
        st.just(first + timedelta(days=_LENGTH)),
        _offs(first, _LENGTH),
        st.sampled_from("AB"),
        st.booleans(),
    )
)
_AUDIENCES = st.sampled_from(
    [Audience(), Audience(frozenset({5})), Audience(frozenset({5, 6})), Audience(classes=((1, 5),))]
)


@given(_TERMS, st.integers(1, 5), _AUDIENCES)
def test_a_and_b_weeks_part_the_weekly_dates_between_them(
    days: TermDays[Off], weekday: int, audience: Audience
) -> None:
    weekly, a, b = (days.dates(Series(weekday, rhythm, audience=audience)) for rhythm in ("weekly", "A", "B"))
    assert sorted([*a, *b]) == list(weekly)
    assert not set(a) & set(b)


@given(_TERMS, st.integers(1, 7), st.sampled_from(["weekly", "A", "B"]), _AUDIENCES, st.integers(0, 80))
def test_every_date_is_in_the_span_on_its_weekday_and_not_off(
    days: TermDays[Off], weekday: int, rhythm: str, audience: Audience, late: int
) -> None:
    first = days.first + timedelta(days=late)
    last = days.last - timedelta(days=late // 2)
    for day in days.dates(Series(weekday, rhythm, first=first, last=last, audience=audience)):
        assert first <= day <= last
        assert day.isoweekday() == weekday
        assert not any(off.starts <= day <= off.ends and off.year_group_id is None for off in days.days_off)


@given(_TERMS)
def test_from_the_first_school_week_on_calendar_weeks_alternate(days: TermDays[Off]) -> None:
    always = TermDays(days.first, days.last, days.days_off, days.first_week, alternate_in_holidays=True)
    mondays = [monday_of(days.first) + timedelta(days=7 * week) for week in range(_LENGTH // 7)]
    letters = [always.week(monday) for monday in mondays]
    begun = "".join(letters).lstrip(days.first_week)
    assert "AA" not in begun and "BB" not in begun  # noqa: PT018 -- one thing: it alternates
