"""The rules that the week shows have nothing against what a proposal places: they share no code with it."""

from dataclasses import replace

import pytest

from ganztag.planning import clashes
from ganztag.planning.offer import Meeting, Offer
from ganztag.planning.placing import Outcome, propose
from tests.planning.placing.made_up import made_up
from tests.planning.placing.school import large_offer

HARD = {
    "leader twice", "room twice", "pupil twice", "meets twice", "room closed", "leader away", "not employed",
    "leader on the way", "pupil on the way", "no time to clear", "equipment missing", "room too small",
    "room not wanted", "leader not wanted", "block not wanted",
}  # fmt: skip


def carried_out(outcome: Outcome) -> tuple[Offer, frozenset[int]]:
    """Return the offer as it would be, and the meetings that are placed."""
    placed: dict[int, Meeting] = {}
    for number, row in enumerate(outcome.placed, start=1000):
        at = (row.weekday, row.starts, row.ends, row.block, row.room, row.leaders)
        key = row.was.id if row.was else number
        placed[key] = Meeting(key, row.course, *at, row.was.rhythm if row.was else "weekly")
    stay = tuple(meeting for meeting in outcome.offer.meetings if meeting.id not in placed)
    return replace(outcome.offer, meetings=(*stay, *placed.values())), frozenset(placed)


def _against(outcome: Outcome) -> list[str]:
    after, placed = carried_out(outcome)
    stuck = {meeting.id for left in outcome.left for meeting in left.meetings}
    return [
        f"{finding.code}: {finding.message}"
        for finding in clashes.findings(after)
        if finding.code in HARD and placed.intersection(finding.meetings) and stuck.isdisjoint(finding.meetings)
    ]


@pytest.mark.parametrize("seed", range(200, 240))
def test_no_rule_speaks_against_what_is_placed(seed: int) -> None:
    offer = made_up(seed, courses=6)
    assert _against(propose(offer, [course.id for course in offer.courses], seconds=30)) == []


def test_nor_in_a_large_school() -> None:
    offer = large_offer(2, placed=60, enrolled=True)
    outcome = propose(offer, [course.id for course in offer.courses], cancelled=lambda: True)
    assert len(outcome.placed) > 80
    assert _against(outcome) == []
    hours = [finding for finding in clashes.findings(carried_out(outcome)[0]) if finding.code == "too many hours"]
    before = [finding for finding in clashes.findings(offer) if finding.code == "too many hours"]
    assert {finding.subject for finding in hours} <= {finding.subject for finding in before}
