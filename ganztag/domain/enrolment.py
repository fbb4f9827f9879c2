"""Who is in which course, from when to when, and why."""

from dataclasses import dataclass, field
from datetime import date


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
