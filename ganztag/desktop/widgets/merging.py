"""Which stretches of a list go and which come, when one list of ids becomes another."""

from collections.abc import Sequence, Set


def leaving_ranges(present: Sequence[int], stays: Set[int]) -> list[tuple[int, int]]:
    """Return the stretches (first, last) of *present* that are not in *stays*, from the top."""
    return _stretches([key not in stays for key in present])


def new_ranges(wanted: Sequence[int], present: Set[int]) -> list[tuple[int, int]]:
    """Return the stretches (first, last) of *wanted* that are not *present* yet, from the top."""
    return _stretches([key not in present for key in wanted])


def _stretches(marks: Sequence[bool]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start: int | None = None
    for place, marked in enumerate(marks):
        if marked and start is None:
            start = place
        elif not marked and start is not None:
            found.append((start, place - 1))
            start = None
    if start is not None:
        found.append((start, len(marks) - 1))
    return found
