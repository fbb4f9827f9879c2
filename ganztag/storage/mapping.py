"""Which table keeps which thing. Writing uses the classes, reading uses the tables."""

from sqlalchemy.orm import registry

from ganztag.domain import (
    ballots,
    contracts,
    courses,
    enrolment,
    pupils,
    record,
    rooms,
    school,
    school_year,
    sessions,
    settings,
    staff,
    staff_papers,
)
from ganztag.storage import tables

_registry = registry(metadata=tables.metadata)

KEPT_IN = {
    school.School: tables.school,
    school.YearGroup: tables.year_group,
    school.SchoolClass: tables.school_class,
    school_year.SchoolYear: tables.school_year,
    school_year.Term: tables.term,
    school_year.DayOff: tables.day_off,
    school_year.TimeBlock: tables.time_block,
    settings.Setting: tables.setting,
    rooms.Room: tables.room,
    rooms.RoomTime: tables.room_time,
    staff.Partner: tables.partner,
    staff.Staff: tables.staff,
    staff.StaffTime: tables.staff_time,
    contracts.Contract: tables.contract,
    contracts.IncomeElsewhere: tables.income_elsewhere,
    staff_papers.Requirement: tables.requirement,
    staff_papers.StaffPaper: tables.staff_paper,
    pupils.Pupil: tables.pupil,
    pupils.ExternalId: tables.external_id,
    pupils.ClassMembership: tables.class_membership,
    pupils.Guardian: tables.guardian,
    pupils.Guardianship: tables.guardianship,
    pupils.Phone: tables.phone,
    pupils.Booking: tables.booking,
    pupils.LeaveTime: tables.leave_time,
    courses.Category: tables.category,
    courses.Offer: tables.offer,
    courses.Course: tables.course,
    courses.CourseYearGroup: tables.course_year_group,
    courses.CourseClass: tables.course_class,
    courses.Meeting: tables.meeting,
    courses.MeetingLeader: tables.meeting_leader,
    courses.CourseBlock: tables.course_block,
    courses.CourseRoom: tables.course_room,
    courses.CourseStaff: tables.course_staff,
    sessions.SessionChange: tables.session_change,
    sessions.SessionLeader: tables.session_leader,
    enrolment.Enrolment: tables.enrolment,
    ballots.Ballot: tables.ballot,
    ballots.BallotBlock: tables.ballot_block,
    ballots.BallotPaper: tables.ballot_paper,
    ballots.Wish: tables.wish,
    ballots.Placement: tables.placement,
    ballots.AllocationRun: tables.allocation_run,
    ballots.AllocationLevel: tables.allocation_level,
    ballots.AllocationResult: tables.allocation_result,
    ballots.AllocationStruck: tables.allocation_struck,
    record.FindingException: tables.finding_exception,
    record.ImportMapping: tables.import_mapping,
}

for kind, table in KEPT_IN.items():
    _registry.map_imperatively(kind, table)
