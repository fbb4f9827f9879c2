"""A few courses and children to try things on, made through the operations themselves."""

from dataclasses import dataclass
from datetime import time

import pytest

from ganztag.language import N_
from ganztag.operations import classes, pupils, rooms, staff
from ganztag.operations import courses as courses_ops
from ganztag.operations.blocks import ensure_block
from ganztag.operations.meetings import NewMeeting
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation
from ganztag.queries import courses, frame
from ganztag.queries.courses import CourseRow


@dataclass
class Offered:
    """Monday 14:00 to 15:30: robotics (for year 5, at most two) and choir; Tuesday: volleyball. Four children."""

    office: Office
    term: frame.TermRow
    monday: int
    tuesday: int
    room: int
    leader: int
    robotics: int
    choir: int
    volleyball: int
    ada: int
    ben: int
    cem: int
    dana: int  # in 6a; the others are in 5a
    class_5a: int
    class_6a: int
    year_5: int

    def course(self, course_id: int) -> CourseRow:
        found = self.office.read(courses.course, course_id, self.term.id)
        assert found is not None
        return found


def block(office: Office, term: frame.TermRow, weekday: int, starts: time, ends: time) -> int:
    return office.do(
        Operation(N_("Add a block"), lambda work: ensure_block(work, term.school_year_id, weekday, starts, ends))
    )


@pytest.fixture
def offered(office: Office) -> Offered:
    term = office.read(frame.term)
    class_5a = office.do(classes.add(term.school_year_id, "5a"))
    class_6a = office.do(classes.add(term.school_year_id, "6a"))
    year_5 = office.do(Operation(N_("Add a year group"), lambda work: classes.ensure_year_group(work, "5")))
    monday = block(office, term, 1, time(14), time(15, 30))
    tuesday = block(office, term, 2, time(14), time(15, 30))
    room = office.do(rooms.add("R 104", seats=24))
    leader = office.do(staff.add(surname="Şahin", call_name="Gülşah"))
    met = NewMeeting(time_block_id=monday, room_id=room, staff_ids=(leader,))
    robotics = office.do(
        courses_ops.add(term, "Robotik mit Lego", [met], number="101", min_size=2, max_size=2, year_group_ids=(year_5,))
    )
    choir = office.do(courses_ops.add(term, "Chor", [NewMeeting(time_block_id=monday)]))
    volleyball = office.do(courses_ops.add(term, "Volleyball", [NewMeeting(time_block_id=tuesday)], max_size=12))
    return Offered(
        office=office,
        term=term,
        monday=monday,
        tuesday=tuesday,
        room=room,
        leader=leader,
        robotics=robotics,
        choir=choir,
        volleyball=volleyball,
        ada=office.do(pupils.add(call_name="Ada", surname="Yılmaz", class_id=class_5a)),
        ben=office.do(pupils.add(call_name="Ben", surname="Ahrens", class_id=class_5a)),
        cem=office.do(pupils.add(call_name="Cem", surname="Öztürk", class_id=class_5a)),
        dana=office.do(pupils.add(call_name="Dana", surname="Wójcik", class_id=class_6a)),
        class_5a=class_5a,
        class_6a=class_6a,
        year_5=year_5,
    )
