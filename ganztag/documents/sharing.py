"""Rows shared out over pages so that no page is nearly empty."""

from collections.abc import Sequence
from itertools import pairwise


def shared_out(heights: Sequence[float], last: float, others: float) -> list[slice]:
    """Return the rows of each page: as few pages as hold them, all about equally full.

    *last*, *others*: how high the rows may be on the last page and on those before it.
    """
    if sum(heights) <= last or len(heights) < 2:
        return [slice(0, len(heights))]
    count = 2
    while True:
        cuts = _cuts(heights, count, last, others)
        if cuts is not None:
            return [slice(a, b) for a, b in pairwise([0, *cuts, len(heights)])]
        count += 1


def _cuts(heights: Sequence[float], count: int, last: float, others: float) -> list[int] | None:
    """Return where pages end, filled from the last one to the first, or None where *count* are too few."""
    cuts: list[int] = []
    end = len(heights)
    for number in range(count, 1, -1):
        if end <= 1:
            break
        room = others if cuts else last
        fair = sum(heights[:end]) / number
        start, used = end - 1, heights[end - 1]
        while start > 1 and used + heights[start - 1] <= room and used + heights[start - 1] / 2 <= fair:
            start -= 1
            used += heights[start]
        cuts.insert(0, start)
        end = start
    return cuts if sum(heights[:end]) <= others or end <= 1 else None
