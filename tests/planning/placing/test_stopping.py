"""Stopping keeps the best so far, and says honestly what is not proven."""

import time

from ganztag.planning.placing import propose
from ganztag.planning.placing.judge import audit
from ganztag.planning.placing.outcome import LEFT
from ganztag.planning.placing.telling import verdict
from tests.planning.placing.made_up import made_up
from tests.planning.placing.school import large_offer


def test_stopped_at_once_a_legal_proposal_comes_back_without_a_proof() -> None:
    offer = large_offer()
    begun = time.monotonic()
    outcome = propose(offer, [course.id for course in offer.courses], cancelled=lambda: True)
    assert time.monotonic() - begun < 20
    assert outcome.stopped
    assert not outcome.proven
    assert audit(outcome) == ()
    assert len(outcome.placed) > 100
    level = outcome.level(LEFT)
    assert level.value > level.bound
    assert not verdict(outcome)[0].proven


def test_more_time_never_makes_it_worse() -> None:
    offer = large_offer(3)
    chosen = [course.id for course in offer.courses]
    at_once = propose(offer, chosen, cancelled=lambda: True)
    later = propose(offer, chosen, seconds=4)
    assert audit(later) == ()
    assert later.level(LEFT).value <= at_once.level(LEFT).value


def test_progress_is_told_aim_by_aim() -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, whole: int) -> None:
        told.append((done, whole))

    propose(made_up(1), [1, 2, 3, 4], progress=tell)
    assert told == [(step, 6) for step in range(6)]
