"""All tables at one look: what is kept, and what belongs to what."""

from ganztag.storage.tables.ballots import (
    allocation_level,
    allocation_result,
    allocation_run,
    allocation_struck,
    ballot,
    ballot_block,
    ballot_paper,
    placement,
    wish,
)
from ganztag.storage.tables.base import metadata
from ganztag.storage.tables.catalogue import (
    category,
    course,
    course_block,
    course_class,
    course_room,
    course_staff,
    course_year_group,
    enrolment,
    meeting,
    meeting_leader,
    offer,
    session_change,
    session_leader,
)
from ganztag.storage.tables.frame import (
    day_off,
    finding_exception,
    room,
    room_time,
    school,
    school_class,
    school_year,
    setting,
    term,
    time_block,
    year_group,
)
from ganztag.storage.tables.people import (
    booking,
    class_membership,
    external_id,
    guardian,
    guardianship,
    leave_time,
    phone,
    pupil,
)
from ganztag.storage.tables.record import file_state, history, history_change, history_pupil, import_mapping
from ganztag.storage.tables.staff import (
    contract,
    income_elsewhere,
    partner,
    requirement,
    staff,
    staff_paper,
    staff_time,
)

__all__ = [
    "allocation_level", "allocation_result", "allocation_run", "allocation_struck", "ballot", "ballot_block",
    "ballot_paper", "booking", "category", "class_membership", "contract", "course", "course_block", "course_class",
    "course_room", "course_staff", "course_year_group", "day_off", "enrolment", "external_id", "file_state",
    "finding_exception", "guardian", "guardianship", "history", "history_change", "history_pupil", "import_mapping",
    "income_elsewhere", "leave_time", "meeting", "meeting_leader", "metadata", "offer", "partner", "phone",
    "placement", "pupil", "requirement", "room", "room_time", "school", "school_class", "school_year",
    "session_change", "session_leader", "setting", "staff", "staff_paper", "staff_time", "term", "time_block",
    "wish", "year_group",
]  # fmt: skip
