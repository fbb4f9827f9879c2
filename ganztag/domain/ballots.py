"""Ballots: which blocks, how many wishes, the paper of each child, and the allocation that was accepted."""

from dataclasses import dataclass, field
from datetime import date, datetime

PAPER_STATES = ("missing", "given", "empty", "faulty")


@dataclass(eq=False, kw_only=True)
class Ballot:
    id: int = field(init=False)
    term_id: int
    name: str
    wishes: int = 3
    closes: date | None = None


@dataclass(eq=False, kw_only=True)
class BallotBlock:
    id: int = field(init=False)
    ballot_id: int
    time_block_id: int


@dataclass(eq=False, kw_only=True)
class BallotPaper:
    id: int = field(init=False)
    ballot_id: int
    pupil_id: int
    state: str = "missing"
    note: str = ""


@dataclass(eq=False, kw_only=True)
class Wish:
    """A wish for a course in one block; equal ranks are allowed, an empty wish leaves its rank out."""

    id: int = field(init=False)
    ballot_id: int
    pupil_id: int
    time_block_id: int
    course_id: int
    rank: int


@dataclass(eq=False, kw_only=True)
class Placement:
    """A child that is put into a course, or kept out of it (*banned*), before the computer allocates."""

    id: int = field(init=False)
    ballot_id: int
    pupil_id: int
    course_id: int
    banned: bool = False
    reason: str = ""


@dataclass(eq=False, kw_only=True)
class AllocationRun:
    """The certificate of an accepted allocation."""

    id: int = field(init=False)
    ballot_id: int
    accepted_at: datetime
    goal: str
    seed: int
    solver: str
    input_hash: str
    plan_hash: str


@dataclass(eq=False, kw_only=True)
class AllocationLevel:
    id: int = field(init=False)
    allocation_run_id: int
    position: int
    name: str
    value: int
    bound: int
    proven: bool


@dataclass(eq=False, kw_only=True)
class AllocationResult:
    """What a child got in a block when the allocation was accepted; no course: no place."""

    id: int = field(init=False)
    allocation_run_id: int
    pupil_id: int
    time_block_id: int
    course_id: int | None
    rank: int | None


@dataclass(eq=False, kw_only=True)
class AllocationStruck:
    """A course that the accepted allocation struck: who wished it, who wished it first, how many were needed."""

    id: int = field(init=False)
    allocation_run_id: int
    course_id: int
    wished: int
    first: int
    needed: int
