"""Who is in which course, from when to when, and why; and who waits for a place."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(eq=False, kw_only=True)
class Enrolment:
    id: int = field(init=False)
    pupil_id: int
    course_id: int
    starts: date | None = None
    ends: date | None = None
    reason: str = ""
    rank: int | None = None
    allocation_run_id: int | None = None
    ended_as: str = ""


@dataclass(eq=False, kw_only=True)
class Waiting:
    """A child that waits for a place. *rank* is that of its wish, *lot* decides between equals, *place* is by hand."""

    id: int = field(init=False)
    course_id: int
    pupil_id: int
    since: datetime
    rank: int | None = None
    priority: int = 0
    lot: int = 0
    place: int | None = None
    reason: str = ""
    state: str = "waiting"
    allocation_run_id: int | None = None
