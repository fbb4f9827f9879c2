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
    opens: date | None = None
    per_week: bool = False
    courses_due: int | None = None
    min_wishes: int = 0


@dataclass(eq=False, kw_only=True)
class BallotCourse:
    """A course that can be wished; a ballot without any has all that are offered in its blocks."""

    id: int = field(init=False)
    ballot_id: int
    course_id: int


@dataclass(eq=False, kw_only=True)
class BallotYearGroup:
    """A year group that may vote; a ballot without any, and without classes, is for all children."""

    id: int = field(init=False)
    ballot_id: int
    year_group_id: int


@dataclass(eq=False, kw_only=True)
class BallotClass:
    id: int = field(init=False)
    ballot_id: int
    school_class_id: int


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
    number: str = ""


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
class BallotAnswer:
    """What a child answers in a block beside its wishes: from *rank* on "any" course will do, or it wants "none"."""

    id: int = field(init=False)
    ballot_id: int
    pupil_id: int
    time_block_id: int
    answer: str = "any"
    rank: int | None = None


@dataclass(eq=False, kw_only=True)
class Refusal:
    """A course that a child does not want, whatever else it says."""

    id: int = field(init=False)
    ballot_id: int
    pupil_id: int
    course_id: int


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
    policy: str = ""
    by_hand: bool = False
    problem: str = ""


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


@dataclass(eq=False, kw_only=True)
class Scenario:
    """A plan that was tried and kept by name; *plan* is packed, *changes* says what is other than in the file."""

    id: int = field(init=False)
    ballot_id: int
    name: str
    made_at: datetime
    plan: str
    changes: str = ""
