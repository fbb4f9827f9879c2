"""All tables at one look: what is kept, and what belongs to what."""

from ganztag.storage.tables.ballots import (
    allocation_level,
    allocation_result,
    allocation_run,
    allocation_struck,
    ballot,
    ballot_answer,
    ballot_block,
    ballot_class,
    ballot_course,
    ballot_paper,
    ballot_year_group,
    placement,
    refusal,
    scenario,
    wish,
)
from ganztag.storage.tables.base import metadata
from ganztag.storage.tables.catalogue import (
    attendance,
    category,
    course,
    course_block,
    course_class,
    course_room,
    course_staff,
    course_year_group,
    enrolment,
    invitation,
    meeting,
    meeting_leader,
    offer,
    session_change,
    session_leader,
    waiting,
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
from ganztag.storage.tables.rules import bond, hardship, rule
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
    "allocation_level", "allocation_result", "allocation_run", "allocation_struck", "attendance", "ballot",
    "ballot_answer", "ballot_block", "ballot_class", "ballot_course", "ballot_paper", "ballot_year_group", "bond",
    "booking", "category", "class_membership", "contract", "course", "course_block", "course_class", "course_room",
    "course_staff", "course_year_group", "day_off", "enrolment", "external_id", "file_state", "finding_exception",
    "guardian", "guardianship", "hardship", "history", "history_change", "history_pupil", "import_mapping",
    "income_elsewhere", "invitation", "leave_time", "meeting", "meeting_leader", "metadata", "offer", "partner",
    "phone", "placement", "pupil", "refusal", "requirement", "room", "room_time", "rule", "scenario", "school",
    "school_class", "school_year", "session_change", "session_leader", "setting", "staff", "staff_paper",
    "staff_time", "term", "time_block", "waiting", "wish", "year_group",
]  # fmt: skip
