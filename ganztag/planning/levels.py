"""The ordered goals: which levels each of them has, and what the levels are called."""

from collections.abc import Sequence

from ganztag.language import N_, Message

GOALS = ("balanced", "generous", "greedy")

UNPLACED, NO_GOOD_WISH, FIRST_WISHES, LOTTERY = "unplaced", "no good wish", "first wishes", "lottery"
GOOD_RANK = 2
"""A first or a second wish is a good one."""

_MOST = "most rank "
_LEAST = "rank "

_LABELS = {
    UNPLACED: N_("Without a place"),
    NO_GOOD_WISH: N_("Children without any first or second wish"),
    FIRST_WISHES: N_("First wishes"),
    LOTTERY: N_("Lot"),
}


def level_names(goal: str, ranks: Sequence[int]) -> tuple[str, ...]:
    """Return the names of the levels in their order; *ranks* are those that occur. Raises ValueError: no such goal."""
    later = [rank for rank in ranks if rank > 1]
    worst_first = sorted(later, reverse=True)
    if goal == "balanced":
        far = [f"{_LEAST}{rank}" for rank in worst_first if rank > GOOD_RANK]
        return (UNPLACED, NO_GOOD_WISH, *far, FIRST_WISHES, LOTTERY)
    if goal == "generous":
        return (UNPLACED, *(f"{_LEAST}{rank}" for rank in worst_first), LOTTERY)
    if goal == "greedy":
        return (UNPLACED, FIRST_WISHES, *(f"{_MOST}{rank}" for rank in sorted(later)), LOTTERY)
    raise ValueError(f"no such goal: {goal}")


def rank_of(name: str) -> int | None:
    """Return the rank that a level counts, or None where it counts something else."""
    if name == FIRST_WISHES:
        return 1
    digits = name.removeprefix(_MOST).removeprefix(_LEAST)
    return int(digits) if digits != name else None


def wants_many(name: str) -> bool:
    return name == FIRST_WISHES or name.startswith(_MOST)


def label(name: str) -> Message:
    return _LABELS.get(name) or N_("Wishes of rank {rank}", rank=rank_of(name))


def goal_label(goal: str) -> Message:
    return _GOAL_LABELS[goal]


_GOAL_LABELS = {
    "balanced": N_("Balanced"),
    "generous": N_("Nobody far back"),
    "greedy": N_("Most first wishes"),
}
