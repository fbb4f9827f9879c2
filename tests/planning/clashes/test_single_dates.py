"""What single dates change: they clash on their day only, and what is cancelled frees what it had."""

from dataclasses import replace
from datetime import date

import pytest

from ganztag.language import speaking
from ganztag.planning.clashes import findings
from ganztag.planning.offer import Earned, Enrolment, Meeting, Offer, Window
from tests.planning.clashes.session_cases import (
    CASES,
    MONDAY,
    TUESDAY,
    alone,
    changing,
    dated,
    judo_beside_robotics,
    paid,
    stood_in_for,
)
from tests.planning.clashes.small import ADA, CHOIR, DAY, JUDO, ROBOTICS, but, codes, of_code, plus

SENTENCES = {
    "session leader twice": "Leitung Nummer1 leads both Robotik and Judo on 21/09/2026 (Mon 14:00–15:30).",
    "session room twice": "Robotik and Judo are both in R 1 on 21/09/2026 (Mon 14:00–15:30).",
    "session pupils twice": "2 children of Judo are in Robotik on 21/09/2026 (Mon 14:00–15:30): "
    "Ada Yılmaz, Ben Ahrens.",
    "session leader away": "Leitung Nummer1 leads Judo on 22/09/2026 (Tue 14:00–15:30), but is not there then: "
    "not Tue 14:00–14:10.",
    "session room closed": "Judo is in R 1 on 22/09/2026 (Tue 14:00–15:30), which is not free then: Verein.",
    "session room small": "Judo has 2 children, but R 1 on 22/09/2026 has room for 1.",
    "session no leader": "Nobody leads Judo on 22/09/2026 (Tue 14:00–15:30).",
    "session on day off": "Judo was moved to 23/09/2026, which is off: Studientag.",
    "session lost": "Something was noted for Judo on 23/09/2026, but it does not meet on that day any more.",
    "substitute papers": "Vera Vertretung stands in for Judo on 22/09/2026 without: Masern.",
    "substitute contract": "Vera Vertretung stands in for Judo on 22/09/2026 without a contract.",
    "over allowance": "Leitung Nummer1 earns €2.02 in 2026, above the trainer allowance: €1.00 are left for it here.",
    "fees to report": "Leitung Nummer1 earns €1.02 in 2026; above €1.00 fees are reported to the tax office.",
    "contracts not noted": "No contracts are noted yet, but 1 person who leads courses is paid for it.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_names_the_date_and_what_is_concerned(code: str) -> None:
    with speaking("en"):
        assert [str(one.message) for one in of_code(CASES[code].broken(), code)] == [SENTENCES[code]]


def in_robotics_room(offer: Offer) -> Offer:
    """Put judo into the room of robotics at its times: every Monday then, not on Tuesdays."""
    return but(offer, "meetings", JUDO, weekday=1, room=ROBOTICS)


def project(offer: Offer) -> Offer:
    """Let the choir meet once, on one Monday in the room of robotics, led by its leader and at its times."""
    once = {"starts": 840, "ends": 930, "rhythm": "once", "on_date": MONDAY}
    offer = but(offer, "meetings", CHOIR, room=ROBOTICS, leaders=(ROBOTICS,), **once)
    return replace(offer, dates={**offer.dates, CHOIR: (MONDAY,)})


def test_a_cancelled_session_frees_leader_room_and_children() -> None:
    clashing = {"leader twice", "room twice", "pupil twice"}
    assert clashing <= set(codes(project(dated())))
    freed = changing(project(dated()), ROBOTICS, MONDAY, state="cancelled")
    assert clashing.isdisjoint(codes(freed))


def test_a_session_in_another_room_does_not_clash_with_what_came_into_its_own() -> None:
    elsewhere = changing(alone(project(dated())), ROBOTICS, MONDAY, room=JUDO, leaders=(JUDO,))
    assert codes(elsewhere) == codes(alone(dated()))


def test_a_moved_session_clashes_on_its_new_day_with_one_that_meets_once() -> None:
    found = codes(changing(project(dated()), ROBOTICS, MONDAY, leaders=(JUDO,)))
    assert "session room twice" in found
    assert "room twice" not in found


def test_what_clashes_every_week_is_not_told_again_for_a_single_date() -> None:
    both = in_robotics_room(replace(dated(), dates={**dated().dates, JUDO: (DAY, MONDAY)}))
    found = codes(changing(both, JUDO, MONDAY, leaders=(CHOIR,)))
    assert "room twice" in found
    assert "session room twice" not in found


def test_where_all_common_dates_are_changed_the_series_do_not_clash() -> None:
    both = in_robotics_room(replace(dated(), dates={**dated().dates, JUDO: (MONDAY,)}))
    assert "room twice" in codes(both)
    assert "room twice" not in codes(changing(both, JUDO, MONDAY, room=JUDO))


def test_two_changed_sessions_clash_once_whichever_is_looked_at_first() -> None:
    one = changing(changing(dated(), JUDO, TUESDAY, day=date(2026, 9, 23)), ROBOTICS, MONDAY, day=date(2026, 9, 23),
                   room=JUDO)  # fmt: skip
    other = replace(one, sessions=one.sessions[::-1])
    keys = [{found.key for found in of_code(offer, "session room twice")} for offer in (one, other)]
    assert keys[0] == keys[1]
    assert len(keys[0]) == 1


def test_what_is_over_needs_no_mending() -> None:
    past = replace(judo_beside_robotics(room=ROBOTICS), day=date(2026, 9, 22))
    assert not [code for code in codes(past) if code.startswith("session")]


def test_a_series_that_meets_only_on_other_dates_is_not_in_the_way() -> None:
    offer = judo_beside_robotics(room=ROBOTICS)
    without = replace(offer, dates={**offer.dates, ROBOTICS: (DAY,)})
    assert "session room twice" not in codes(without)


def test_only_children_who_are_in_both_courses_on_that_day_count() -> None:
    offer = alone(judo_beside_robotics())
    assert "session pupils twice" not in codes(plus(offer, "enrolments", Enrolment(ADA, ROBOTICS, first=TUESDAY)))
    assert "session pupils twice" in codes(plus(offer, "enrolments", Enrolment(ADA, ROBOTICS, first=MONDAY)))


def test_the_usual_leader_at_the_usual_time_is_judged_with_the_series_only() -> None:
    offer = but(changing(dated(), room=CHOIR), "leaders", JUDO, windows=(Window(2),))
    assert "leader away" in codes(offer)
    assert "session leader away" not in codes(offer)


@pytest.mark.parametrize("person", [{"ends": MONDAY}, {"starts": date(2026, 9, 23)}])
def test_a_substitute_who_is_not_with_us_on_that_day_is_not_there(person: dict[str, date]) -> None:
    assert "session leader away" in codes(stood_in_for(**person))


def test_income_elsewhere_and_other_half_years_count_against_the_allowance() -> None:
    assert "soon over allowance" not in codes(paid(40, limit=100))
    assert "soon over allowance" in codes(paid(40, limit=100, declared=21))
    before = Earned(ROBOTICS, 2026, "trainer", 21, 21)
    assert "soon over allowance" in codes(paid(40, limit=100, earned=(before,)))
    assert "over allowance" in codes(paid(40, limit=60, earned=(before,)))


def test_a_cancelled_session_is_not_paid_and_a_substitute_is() -> None:
    assert "soon over allowance" not in codes(changing(paid(51, limit=100), ROBOTICS, MONDAY, state="cancelled"))
    standing_in = changing(paid(40, limit=100), JUDO, TUESDAY, leaders=(ROBOTICS,))
    assert "soon over allowance" in codes(standing_in)


def test_a_session_of_a_meeting_that_was_taken_away_breaks_nothing() -> None:
    offer = judo_beside_robotics(room=ROBOTICS)
    without: tuple[Meeting, ...] = tuple(meeting for meeting in offer.meetings if meeting.id != JUDO)
    assert not [one for one in findings(offer.changed(meetings=without)) if one.code.startswith("session")]
