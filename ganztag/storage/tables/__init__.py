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
    course_class,
    course_year_group,
    enrolment,
    meeting,
    meeting_leader,
    offer,
)
from ganztag.storage.tables.frame import (
    day_off,
    room,
    school,
    school_class,
    school_year,
    staff,
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

__all__ = [
    "allocation_level", "allocation_result", "allocation_run", "allocation_struck", "ballot", "ballot_block",
    "ballot_paper", "booking", "category", "class_membership", "course", "course_class", "course_year_group", "day_off",
    "enrolment", "external_id", "file_state", "guardian", "guardianship", "history", "history_change", "history_pupil",
    "import_mapping", "leave_time", "meeting", "meeting_leader", "metadata", "offer", "phone", "placement", "pupil",
    "room", "school", "school_class", "school_year", "staff", "term", "time_block", "wish", "year_group",
]  # fmt: skip
