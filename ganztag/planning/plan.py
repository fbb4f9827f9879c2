"""The answer to a problem: who goes where, how good that is at each level, and what proves it."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ganztag.language import Message
from ganztag.planning.levels import label, wants_many
from ganztag.planning.policy import Policy


class Stopped(Exception):  # noqa: N818 -- no error: someone asked for it
    """The allocation was stopped on demand; there is no result."""


class Infeasible(Exception):  # noqa: N818 -- says what the rules are
    """The rules contradict each other; there is no plan."""


@dataclass(frozen=True, slots=True)
class LevelResult:
    """One goal of the ordered goals: the value reached, and the bound that no plan can pass."""

    name: str
    value: int
    bound: int
    proven: bool

    @property
    def label(self) -> Message:
        return label(self.name)

    @property
    def wants_many(self) -> bool:
        """Whether more is better here (first wishes) or less (children without a place)."""
        return wants_many(self.name)


@dataclass(frozen=True, slots=True)
class Placement:
    """What became of a child in a slot; *rank* is None without a course, and in one that it did not wish.

    A slot that stays free because no more courses are due to the child has no placement: see ``levels``.
    """

    pupil: int
    slot: int
    course: int | None
    rank: int | None


@dataclass(frozen=True, slots=True)
class Struck:
    """A course that does not run: children who wanted it at any rank and as their first, and who were *needed* yet."""

    course: int
    wished: int
    first: int
    needed: int


@dataclass(frozen=True)
class Plan:
    """A proposal; *running* are all courses that are not struck, *solver_seconds* the CPU time inside the solver.

    *by_hand*: somebody changed it after it was calculated.
    """

    policy: Policy
    placements: tuple[Placement, ...]
    running: frozenset[int]
    struck: tuple[Struck, ...]
    levels: tuple[LevelResult, ...]
    input_hash: str
    plan_hash: str
    solver: str
    solver_seconds: float
    revision: int
    by_hand: bool = False

    @property
    def goal(self) -> str:
        return self.policy.goal

    @property
    def seed(self) -> int:
        return self.policy.seed

    @property
    def proven(self) -> bool:
        return all(level.proven for level in self.levels)

    def counts(self) -> Mapping[int, int]:
        """Return how many obligations got the wish of each rank, best rank first."""
        ranks = Counter(placement.rank for placement in self.placements if placement.rank is not None)
        return {rank: ranks[rank] for rank in sorted(ranks)}

    def unplaced(self) -> tuple[Placement, ...]:
        return tuple(placement for placement in self.placements if placement.course is None)

    def courses_of(self, pupil: int) -> tuple[int, ...]:
        return tuple(
            sorted({place.course for place in self.placements if place.pupil == pupil and place.course is not None})
        )


def hash_of(policy: Policy, placements: tuple[Placement, ...], running: frozenset[int]) -> str:
    """Return a SHA-256 of what a plan decides; two runs agree when their hashes do."""
    rows = [(place.pupil, place.slot, place.course, place.rank) for place in placements]
    usual = policy == Policy(policy.goal, policy.seed)
    asked = [policy.goal, policy.seed] if usual else [policy.as_text()]  # the usual one as in version 2 of the file
    return hashlib.sha256(json.dumps([*asked, rows, sorted(running)]).encode()).hexdigest()
