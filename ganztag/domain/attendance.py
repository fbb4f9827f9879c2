"""Who was there: present, excused or unexcused on one date of a course."""

from dataclasses import dataclass, field
from datetime import date

ATTENDANCE_STATES = ("present", "late", "excused", "unexcused")


@dataclass(eq=False, kw_only=True)
class Attendance:
    """No row for a child and a date: it was not entered."""

    id: int = field(init=False)
    meeting_id: int
    pupil_id: int
    on_date: date
    state: str = "present"
    note: str = ""
