from dataclasses import replace

from ganztag.planning.problem import Slot, overlaps

EARLY, LATER, AFTER = Slot(1, 1, 840, 930), Slot(2, 1, 880, 940), Slot(3, 1, 930, 990)


def test_times_overlap_by_the_clock_and_not_when_one_ends_as_the_other_begins() -> None:
    assert overlaps(EARLY, LATER)
    assert not overlaps(EARLY, AFTER)
    assert not overlaps(EARLY, replace(LATER, weekday=2))
