"""Noting who was there on a date of a course."""

from collections.abc import Iterable, Mapping
from datetime import date

from ganztag.domain.attendance import ATTENDANCE_STATES, Attendance
from ganztag.domain.courses import Course, Meeting
from ganztag.domain.objection import Objection
from ganztag.domain.text import tidy
from ganztag.language import N_
from ganztag.operations.operation import Operation, Work

Session = tuple[int, date]
"""A meeting, and the day on which it really took place."""


def enter(session: Session, states: Mapping[int, str], notes: Mapping[int, str] | None = None) -> Operation[int]:
    """Note for children how it was with them on a date; an empty state takes the note back. Returns how many.

    Objects to a date in the future: nobody knows yet who will be there.
    """
    meeting_id, day = session
    wanted, said = dict(states), dict(notes or {})

    def run(work: Work) -> int:
        _check(work, day, wanted.values())
        course = work.get(Course, work.get(Meeting, meeting_id).course_id)
        work.label = N_("Attendance of {course} on {day}", course=course.title, day=day)
        known = {row.pupil_id: row for row in work.all(Attendance, meeting_id=meeting_id, on_date=day)}
        for pupil_id, state in wanted.items():
            _put(work, known.get(pupil_id), Attendance(
                meeting_id=meeting_id, pupil_id=pupil_id, on_date=day, state=state,
                note=tidy(said.get(pupil_id, known[pupil_id].note if pupil_id in known else "")),
            ))  # fmt: skip
        return len(wanted)

    return Operation(N_("Enter attendance"), run)


def _check(work: Work, day: date, states: Iterable[str]) -> None:
    if not set(states) <= {"", *ATTENDANCE_STATES}:
        raise ValueError(states)
    if day > work.today:
        raise Objection(
            N_("{day} is still to come.", day=day),
            advice=N_("Who will be away can be noted on the day itself."),
        )


def _put(work: Work, known: Attendance | None, new: Attendance) -> None:
    if known is None:
        if new.state:
            work.add(new)
    elif not new.state:
        work.delete(known)
    else:
        known.state, known.note = new.state, new.note
