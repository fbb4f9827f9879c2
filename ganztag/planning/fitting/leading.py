"""Whom somebody could lead: what each meeting would newly cause if that person led it too."""

from collections.abc import Mapping
from dataclasses import replace

from ganztag.language import N_
from ganztag.planning.clashes import Finding, of_meeting
from ganztag.planning.fitting.verdict import LeaderFit, State
from ganztag.planning.fitting.wording import in_two_lines
from ganztag.planning.offer import Meeting, Offer


def fits_of_leader(offer: Offer, leader: int) -> Mapping[int, LeaderFit]:
    """Return for each meeting whether somebody can lead it beside those who do."""
    alone = _only(offer, leader)
    return {meeting.id: _fit(alone, meeting, leader) for meeting in offer.meetings}


def _only(offer: Offer, leader: int) -> Offer:
    """Return the offer with what this one person leads, without any child: the rest cannot make a difference."""
    led = offer.index.led_by.get(leader, ())
    return offer.changed(meetings=led, children=(), enrolments=(), wishes=(), dates={})


def _fit(alone: Offer, meeting: Meeting, leader: int) -> LeaderFit:
    if leader in meeting.leaders:
        return LeaderFit(meeting.id, "no", (), N_("leads it already"))
    without = frozenset(of_meeting(alone, replace(meeting, leaders=())))
    found = of_meeting(alone, replace(meeting, leaders=(leader,)))
    new = tuple(finding for finding in found if finding not in without)
    short, more = in_two_lines(new)
    return LeaderFit(meeting.id, _state(new), new, short, more)


def _state(found: tuple[Finding, ...]) -> State:
    severities = {finding.severity for finding in found}
    return "no" if "error" in severities else "consequences" if "warning" in severities else "fits"
