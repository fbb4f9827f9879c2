"""Which levels a plan must state, and in which order: read once more from the docstring of ``planning.levels``."""

from collections.abc import Iterator

from ganztag.planning.judge.reading import Reading
from ganztag.planning.policy import Policy

_GOALS = {
    "balanced": (
        "unmet", "unplaced", "unwished", "no good wish", "priority", "repeats", "far", "first wishes",
        "compensation", "bonds", "sizes", "balance",
    ),
    "generous": (
        "unmet", "unplaced", "unwished", "priority", "repeats", "far", "compensation", "bonds", "sizes", "balance",
    ),
    "greedy": (
        "unmet", "unplaced", "unwished", "priority", "repeats", "first wishes", "far",
        "compensation", "bonds", "sizes", "balance",
    ),
    "weekly": (
        "unmet", "unplaced", "unwished", "no good wish", "priority", "repeats", "worst week", "week", "first wishes",
        "bonds", "sizes", "balance",
    ),
}  # fmt: skip


def levels(reading: Reading, policy: Policy, *, unwished: bool = False) -> tuple[str, ...]:
    """Return the names of the levels; *unwished*: somebody was put by hand where nobody had asked to be."""
    there = set(_there(reading)) | ({"unwished"} if unwished else set())
    names: list[str] = []
    for group in _ordered(policy):
        if group == "far":
            names += _far(reading, policy.goal)
        elif group in there:
            names.append(group)
    return (*names, "lottery")


def _ordered(policy: Policy) -> list[str]:
    own = list(_GOALS[policy.goal])
    moved = [group for place, group in enumerate(policy.order) if group in own and group not in policy.order[:place]]
    places = sorted(own.index(group) for group in moved)
    for place, group in zip(places, moved, strict=True):
        own[place] = group
    if policy.keep == "first":
        return ["moved", *own]
    if policy.keep == "after unplaced":
        behind = own.index("unplaced") + 1
        return [*own[:behind], "moved", *own[behind:]]
    return own


def _far(reading: Reading, goal: str) -> list[str]:
    if goal == "greedy":
        return [f"most rank {rank}" for rank in reading.ranks if rank > 1]
    return [f"rank {rank}" for rank in reversed(reading.ranks) if rank > (1 if goal == "generous" else 2)]


def _there(reading: Reading) -> Iterator[str]:
    """Yield the groups that have something to count, beside those that are always there."""
    problem, children = reading.problem, set(reading.problem.pupils)
    yield from ("unplaced", "no good wish", "first wishes", "worst week", "week")
    told = {
        "unmet": any(row.pupil in children for row in problem.least),
        "moved": any(pupil in children for pupil, _course in problem.kept),
        "unwished": any(rank is None and pair in reading.wished for pair, rank in reading.anywhere.items()),
        "priority": any(row.pupil in children and row.weight > 0 for row in problem.priorities),
        "repeats": any(pupil in children for pupil, _course in problem.repeats),
        "compensation": any(row.pupil in children and row.burden > 0 for row in problem.carried),
        "bonds": any(not bond.must and bond.one in children and bond.other in children for bond in problem.bonds),
        "sizes": any(course.ideal_size is not None for course in problem.courses),
        "balance": bool(problem.balances),
    }
    yield from (group for group, is_there in told.items() if is_there)
