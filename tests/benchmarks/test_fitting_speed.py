"""A course is dragged in the week of a large school: cells, swaps, leaders, rooms, beside sorting in plain Python."""

import random
import time
from collections.abc import Callable, Mapping
from itertools import islice

import pytest

from ganztag.operations.office import Office
from ganztag.planning.fitting import Verdict, fits_of_leader, free_rooms, swaps, verdicts
from ganztag.planning.offer import Meeting, Offer
from ganztag.queries import frame
from ganztag.queries.offer import offer as read_offer

pytestmark = pytest.mark.benchmark
MANY = 20_000


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _quickest(work: Callable[[], object], times: int = 5) -> float:
    return min(_seconds(work) for _time in range(times))


@pytest.fixture
def offer(large: Office) -> Offer:
    term = large.read(frame.term)
    found = large.read(read_offer, term.id, term.day_that_counts(large.clock.today()))
    assert (len(found.children), len(found.courses), len(found.leaders), len(found.rooms)) == (1200, 150, 90, 60)
    return found


@pytest.fixture(scope="module")
def yardstick() -> float:
    chance = random.Random(20)
    keys = [(chance.random(), str(number)) for number in range(MANY)]
    return _quickest(lambda: sorted(keys))


def _dragged(offer: Offer) -> list[Meeting]:
    return list(islice(offer.meetings, 0, None, 6))


def _report(what: str, seconds: float, yardstick: float, most: float) -> None:
    ratio = seconds / yardstick
    print(f"\n{what}: {seconds * 1000:.1f} ms, {ratio:.2f} x sorting {MANY} pairs ({yardstick * 1000:.1f} ms)")
    assert ratio <= most


def test_all_cells_answer_within_a_frame(offer: Offer, yardstick: float) -> None:
    """Of 25 courses the slowest counts: 15 cells each, with another room where the own one is taken."""
    verdicts(offer, offer.meetings[0])
    found: list[Mapping[int, Verdict]] = []
    slowest = max(
        _quickest(lambda meeting=meeting: found.append(verdicts(offer, meeting)), 3)  # type: ignore[misc]
        for meeting in _dragged(offer)
    )
    assert all(len(cells) == 15 for cells in found)
    assert {verdict.state for cells in found for verdict in cells.values()} >= {"consequences", "no"}
    _report("feedback for all cells, slowest of 25 courses", slowest, yardstick, 3)


def test_swaps_are_found_while_one_looks(offer: Offer, yardstick: float) -> None:
    verdicts(offer, offer.meetings[0])
    slowest = max(
        _quickest(lambda meeting=meeting: swaps(offer, meeting), 2)  # type: ignore[misc]
        for meeting in _dragged(offer)
    )
    assert any(swaps(offer, meeting) for meeting in _dragged(offer)[:3])
    _report("swaps, slowest of 25 courses", slowest, yardstick, 38)


def test_a_leader_is_dragged_over_all_courses(offer: Offer, yardstick: float) -> None:
    assert len(fits_of_leader(offer, 5)) == 150
    _report("whom a leader could lead", _quickest(lambda: fits_of_leader(offer, 5)), yardstick, 4)


def test_free_rooms_are_found_at_once(offer: Offer, yardstick: float) -> None:
    assert len(free_rooms(offer, 2, 880, 940, children=20)) == 60
    search = _quickest(lambda: free_rooms(offer, 2, 880, 940, children=20))
    _report("free rooms for a time", search, yardstick, 0.3)
