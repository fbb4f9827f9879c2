"""A child moves up from a waiting list: one deed from a day on, checked against its whole week."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ganztag.domain.courses import Course
from ganztag.domain.enrolment import Enrolment, Waiting
from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Pupil
from ganztag.domain.text import tidy
from ganztag.language import N_, speaking
from ganztag.operations.admission import NewEnrolment
from ganztag.operations.enrolments import enrol_all
from ganztag.operations.operation import Operation, Work
from ganztag.operations.waiting import take_off
from ganztag.queries import frame
from ganztag.queries.standing import Seat, Standing, clash, standing
from ganztag.queries.waiting import WaitingRow, queues


@dataclass(frozen=True, slots=True)
class MovedUp:
    """The new enrolment, and the courses in which a place became free by it."""

    enrolment_id: int
    freed: tuple[int, ...]


def move_up(waiting_id: int, day: date, reason: str = "", *, even_if_full: bool = False) -> Operation[MovedUp]:
    """Let a child come into the course it waits for from *day* on.

    What it had at the same time ends the day before; its entries for lesser wishes at that time are taken off.
    """

    def run(work: Work) -> MovedUp:
        entry = work.get(Waiting, waiting_id)
        pupil, course = work.get(Pupil, entry.pupil_id), work.get(Course, entry.course_id)
        work.label = N_("{pupil} moves up into {course}", pupil=pupil.full_name, course=course.title)
        known = work.read(standing, work.read(frame.term, course.term_id).id, day)
        row = _row(work, known, waiting_id)
        if row.against is not None:
            raise Objection(
                N_("{pupil} cannot move up into {course}: {reason}.", pupil=pupil.full_name, course=course.title,
                   reason=row.against)
            )  # fmt: skip
        leave(work, row.leaves, day, course.title)
        new = NewEnrolment(
            pupil.id, course.id, starting(known, day), reason=_reason(work, row.number, reason), rank=entry.rank
        )
        made = enrol_all(work, [new], even_if_full=even_if_full)[0]
        _forget_lesser(work, known, row)
        return MovedUp(made, tuple(seat.course_id for seat in row.leaves))

    return Operation(N_("A child moves up from a waiting list"), run, tidy(reason))


def _row(work: Work, known: Standing, waiting_id: int) -> WaitingRow:
    rows = (row for queue in work.read(queues, known) for row in queue.rows if row.id == waiting_id)
    found = next(rows, None)
    if found is None:
        raise Objection(N_("This entry was deleted meanwhile."))
    return found


def _reason(work: Work, number: int, reason: str) -> str:
    with speaking(work.read(frame.school).language):
        said = str(N_("Waiting list, place {number}", number=number))
    return f"{said}: {tidy(reason)}" if tidy(reason) else said


def starting(known: Standing, day: date) -> date | None:
    """Return from when an enrolment is written to hold; None: from the half-year's first day."""
    return day if day > known.term.starts else None


def leave(work: Work, seats: Iterable[Seat], day: date, to: str) -> None:
    """Let these enrolments end the day before *day*; what had not begun by then never was."""
    with speaking(work.read(frame.school).language):
        reason = str(N_("Moved to {course}", course=to))
    for seat in seats:
        enrolment = work.get(Enrolment, seat.enrolment_id)
        if seat.first >= day:
            work.delete(enrolment)
        else:
            enrolment.ends, enrolment.ended_as, enrolment.reason = day - timedelta(days=1), "transferred", reason


def _forget_lesser(work: Work, known: Standing, row: WaitingRow) -> None:
    """Take the child off the lists of what it wished less, at the same time."""
    got = known.courses[row.course_id]
    for other in work.all(Waiting, pupil_id=row.pupil_id):
        lesser = row.rank is not None and other.rank is not None and other.rank > row.rank
        course = known.courses.get(other.course_id)
        if lesser and course is not None and clash(course, got):
            take_off(work, other)
