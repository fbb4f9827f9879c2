"""A course ends before its time: struck from a day on; the past stays, and each child goes where there is a place."""

from datetime import date, timedelta

from ganztag.domain.courses import Course
from ganztag.domain.enrolment import Enrolment, Waiting
from ganztag.domain.objection import Objection
from ganztag.domain.text import tidy
from ganztag.language import N_, speaking
from ganztag.operations.admission import NewEnrolment
from ganztag.operations.enrolments import enrol_all
from ganztag.operations.operation import Operation, Work
from ganztag.operations.waiting import put
from ganztag.queries import frame
from ganztag.queries.striking import Fate, fates

_DAY = timedelta(days=1)


def strike_from(course_id: int, day: date, reason: str) -> Operation[int]:
    """Let a course take place no more from *day* on; returns how many children were in it.

    Its dates before that day stay as they were. Where it had not begun by then, it is struck altogether. The children
    go where ``queries.striking.fates`` says.
    """

    def run(work: Work) -> int:
        course = work.get(Course, course_id)
        work.label = N_("Strike {course} from {day} on", course=course.title, day=day)
        if not tidy(reason):
            raise Objection(N_("Striking a course needs a reason: it stands in the letter to the parents."))
        term = work.read(frame.term, course.term_id)
        found = work.read(fates, course_id, term.id, day)
        for fate in found:
            _end(work, fate, day, tidy(reason))
        _close(work, course, term.starts, day)
        with speaking(work.read(frame.school).language):
            said = str(N_("{course} was struck", course=course.title))
        _go(work, found, day if day > term.starts else None, said)
        return len(found)

    return Operation(N_("Strike a course"), run, tidy(reason))


def _end(work: Work, fate: Fate, day: date, reason: str) -> None:
    enrolment = work.get(Enrolment, fate.seat.enrolment_id)
    if fate.seat.first >= day:
        work.delete(enrolment)
    else:
        enrolment.ends, enrolment.ended_as, enrolment.reason = day - _DAY, "struck", reason


def _close(work: Work, course: Course, first: date, day: date) -> None:
    if day <= max(first, course.starts or first):
        course.status = "struck"
    else:
        course.ends, course.status = day - _DAY, "running"  # it runs to its end, and no allocation offers it again
    work.remove(Waiting, course_id=course.id)


def _go(work: Work, found: list[Fate], day: date | None, reason: str) -> None:
    news = [
        NewEnrolment(fate.seat.pupil_id, fate.course_id, day, reason=reason, rank=fate.rank)
        for fate in found
        if fate.course_id is not None
    ]
    enrol_all(work, news)
    for fate in found:
        full, pupil = fate.waits_for, fate.seat.pupil_id
        if full is not None and work.one(Waiting, course_id=full, pupil_id=pupil) is None:
            put(work, full, pupil, rank=fate.waits_rank)
