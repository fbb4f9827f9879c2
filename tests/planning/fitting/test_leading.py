"""Whom somebody could lead."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from ganztag import language
from ganztag.planning import clashes
from ganztag.planning.fitting import fits_of_leader
from ganztag.planning.fitting.putting import with_meetings
from ganztag.planning.offer import Leader, Offer, Paper
from tests.planning.fitting import weeks
from tests.planning.fitting.weeks import MODELS, NOVAK, PHOTOS, POTTERY, SAHIN, SEWING, by_hand


@pytest.fixture(autouse=True)
def english() -> None:
    language.speak("en")


@pytest.fixture
def offer() -> Offer:
    return by_hand()


def _of(offer: Offer, leader: int) -> dict[int, tuple[str, str, str | None]]:
    found = fits_of_leader(offer, leader)
    return {key: (fit.state, str(fit.short), None if fit.more is None else str(fit.more)) for key, fit in found.items()}


def test_a_leader_fits_where_she_has_time(offer: Offer) -> None:
    found = _of(offer, SAHIN)
    assert found[SEWING] == ("fits", "fits", None)
    assert found[MODELS] == ("no", "Şahin double", "also leads Keramik")
    assert found[POTTERY] == ("no", "leads it already", None)


def test_a_leader_who_is_not_there_does_not_fit(offer: Offer) -> None:
    late = with_meetings(offer, [weeks.meeting(PHOTOS, 41, weeks.HALL)])
    assert _of(late, SAHIN)[PHOTOS] == ("no", "Şahin not there", "only Mon, Tue, Wed")


def test_another_course_may_be_one_too_many(offer: Offer) -> None:
    leaders = tuple(replace(one, max_minutes=90) if one.id == NOVAK else one for one in offer.leaders)
    assert _of(offer.changed(leaders=leaders), NOVAK)[MODELS] == ("no", "too many hours", "Novák: 2 of 1.5")


def test_who_leads_nothing_yet_is_asked_for_her_papers(offer: Offer) -> None:
    known = tuple(replace(one, papers=(Paper("Masernschutz", "seen"),)) for one in offer.leaders)
    new = Leader(9, "Neu Hier", papers=(Paper("Masernschutz", "missing"),))
    state, short, _more = _of(offer.changed(leaders=(*known, new)), 9)[MODELS]
    assert (state != "fits", short) == (True, "1 paper missing")


@settings(max_examples=100, deadline=None)
@given(weeks.small_weeks())
def test_who_fits_breaks_no_rule(offer: Offer) -> None:
    before = {finding.key for finding in clashes.findings(offer)}
    for key, fit in fits_of_leader(offer, 1).items():
        meeting = offer.index.meeting[key]
        led = replace(meeting, leaders=(*meeting.leaders, 1))
        new = [f for f in clashes.findings(with_meetings(offer, [led])) if f.key not in before]
        wrong = {finding.severity for finding in new if finding.subject == ("staff", 1)}
        if fit.state == "fits":
            assert wrong.isdisjoint({"error", "warning"})
        if fit.findings and fit.state == "no":
            assert any(finding.severity == "error" for finding in fit.findings)
