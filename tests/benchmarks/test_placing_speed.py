"""150 courses find their places in a large school: the first legal proposal, and how far it gets, beside sorting.

How far a proof gets in a given time depends on the machine; what may fail here is the time to the first proposal, that
the judge finds nothing, and that every level states a bound.
"""

import random
import time
from dataclasses import replace

import pytest

from ganztag.operations.office import Office
from ganztag.planning.offer import Offer
from ganztag.planning.placing import Outcome, propose
from ganztag.planning.placing.judge import audit
from ganztag.queries import frame
from ganztag.queries.offer import offer as read_offer
from tests.planning.placing.school import large_offer

pytestmark = pytest.mark.benchmark
MANY = 20_000
SECONDS = 15.0


@pytest.fixture(scope="module")
def yardstick() -> float:
    chance = random.Random(20)
    keys = [(chance.random(), str(number)) for number in range(MANY)]
    return min(_sorting(keys) for _time in range(5))


def _sorting(keys: list[tuple[float, str]]) -> float:
    start = time.process_time()
    sorted(keys)
    return time.process_time() - start


@pytest.fixture
def emptied(large: Office) -> Offer:
    """Return the large school as if nothing had a place yet; who led a course may lead it."""
    term = large.read(frame.term)
    found = large.read(read_offer, term.id, term.day_that_counts(large.clock.today()))
    led = {meeting.course: meeting.leaders for meeting in found.meetings}
    return replace(
        found, meetings=(), courses=tuple(replace(course, leaders=led.get(course.id, ())) for course in found.courses)
    )


def _report(what: str, outcome: Outcome) -> None:
    levels = ", ".join(
        f"{level.name} {level.value}" + ("" if level.proven else f" (bound {level.bound})") for level in outcome.levels
    )
    print(f"{what}: {len(outcome.placed)} placed in {outcome.seconds:.1f} s; {levels}")


def _first(offer: Offer, yardstick: float, what: str) -> None:
    chosen = [course.id for course in offer.courses]
    propose(offer, chosen[:3], seconds=1)  # the solver is loaded now
    start = time.process_time()
    outcome = propose(offer, chosen, cancelled=lambda: True)
    seconds = time.process_time() - start
    print(f"\n{what}, first: {seconds:.2f} s, {seconds / yardstick:.0f} x sorting {MANY} pairs")
    _report(what, outcome)
    assert audit(outcome) == ()
    assert len(outcome.placed) >= 130
    assert seconds <= 600 * yardstick  # about 5 s


def _best(offer: Offer, what: str) -> Outcome:
    outcome = propose(offer, [course.id for course in offer.courses], seconds=SECONDS)
    _report(what, outcome)
    assert audit(outcome) == ()
    assert all(level.bound <= level.value for level in outcome.levels)
    assert outcome.seconds <= 2 * SECONDS
    return outcome


def test_the_first_proposal_of_a_tight_school_comes_soon(yardstick: float) -> None:
    _first(large_offer(), yardstick, "tight school")


def test_the_first_proposal_of_the_large_school_comes_soon(emptied: Offer, yardstick: float) -> None:
    _first(emptied, yardstick, "large school")


@pytest.mark.parametrize("placed", [0, 120])
def test_a_proposal_gets_proofs_or_says_how_far_it_is(placed: int) -> None:
    _best(large_offer(placed=placed), f"{placed} have a place already")


def test_a_proposal_with_wishes_and_children_states_its_gap() -> None:
    outcome = _best(large_offer(wishes=True, enrolled=True), "with wishes and children")
    assert not outcome.levels[-1].proven


def test_the_large_school_gets_its_week(emptied: Offer) -> None:
    _best(emptied, "large school")
