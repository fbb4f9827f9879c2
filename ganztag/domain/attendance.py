"""Who was there: present, late, gone early, excused or unexcused on one date of a course."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ganztag.language import Message, pN_

ATTENDANCE_STATES = ("present", "late", "left_early", "excused", "unexcused")
ATTENDANCE_WORDS: Mapping[str, Message] = {
    "present": pN_("attendance", "there"),
    "late": pN_("attendance", "late"),
    "left_early": pN_("attendance", "left early"),
    "excused": pN_("attendance", "excused"),
    "unexcused": pN_("attendance", "unexcused"),
}
AWAY = frozenset(("excused", "unexcused"))


@dataclass(eq=False, kw_only=True)
class Attendance:
    """No row for a child and a date: it was not entered. *on_date* is the day on which the course really met."""

    id: int = field(init=False)
    meeting_id: int
    pupil_id: int
    on_date: date
    state: str = "present"
    note: str = ""
