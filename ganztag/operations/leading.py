"""As what people lead: alone or together, as assistant, as supervision."""

from ganztag.domain.courses import LEADER_ROLES, Course, Meeting, MeetingLeader
from ganztag.domain.objection import Objection
from ganztag.domain.staff import Staff
from ganztag.language import N_
from ganztag.operations.operation import Operation, Work


def set_role(meeting_id: int, staff_id: int, role: str) -> Operation[None]:
    """Let somebody who leads a meeting lead it as *role* (one of LEADER_ROLES); objects to one who does not lead it."""

    def run(work: Work) -> None:
        course = work.get(Course, work.get(Meeting, meeting_id).course_id)
        person = work.get(Staff, staff_id)
        work.label = N_("{course}: change the role of {person}", course=course.title, person=person.full_name)
        leader = work.one(MeetingLeader, meeting_id=meeting_id, staff_id=staff_id)
        if leader is None:
            raise Objection(N_("{person} does not lead this meeting.", person=person.full_name))
        if role not in LEADER_ROLES:
            raise Objection(N_("This role is not known."))
        leader.role = role

    return Operation(N_("Change a role"), run)
