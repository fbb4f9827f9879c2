"""A child gives up its place in a course, or loses it: withdrawal in the trial period, exclusion after absences."""

from datetime import date

from ganztag.domain.courses import Course
from ganztag.domain.enrolment import Enrolment
from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Pupil
from ganztag.domain.text import tidy
from ganztag.language import N_, Message
from ganztag.operations.operation import Operation, Work
from ganztag.queries.trial import enrolment, trial


def withdraw(enrolment_id: int, last: date, reason: str = "") -> Operation[int]:
    """Let a child leave a course of its own wish; *last* is its last day there. Returns the enrolment's id.

    After the trial period of the school it is an exception, and needs a reason.
    """

    def run(work: Work) -> int:
        _name(work, enrolment_id, N_("{pupil} leaves {course}"))
        allowed = work.read(trial, enrolment_id)
        if not tidy(reason) and not allowed.holds_on(last):
            raise Objection(
                N_("The trial period ended on {day}.", day=allowed.last),
                advice=N_("As an exception the child can still leave: please say why."),
            )
        return _end(work, enrolment_id, last, ("withdrawn", tidy(reason)))

    return Operation(N_("A child leaves a course"), run, tidy(reason))


def exclude(enrolment_id: int, last: date, reason: str) -> Operation[int]:
    """Exclude a child from a course, for a *reason*; *last* is its last day there. Returns the enrolment's id."""

    def run(work: Work) -> int:
        _name(work, enrolment_id, N_("Exclude {pupil} from {course}"))
        if not tidy(reason):
            raise Objection(N_("An exclusion needs a reason: it stands in the letter to the parents."))
        return _end(work, enrolment_id, last, ("excluded", tidy(reason)))

    return Operation(N_("Exclude a child from a course"), run, tidy(reason))


def _name(work: Work, enrolment_id: int, label: Message) -> None:
    row = work.get(Enrolment, enrolment_id)
    pupil, course = work.get(Pupil, row.pupil_id), work.get(Course, row.course_id)
    work.label = label.filled(pupil=pupil.full_name, course=course.title)


def _end(work: Work, enrolment_id: int, last: date, how: tuple[str, str]) -> int:
    known = work.read(enrolment, enrolment_id)
    if last < known.first:
        pupil, course = work.get(Pupil, known.pupil_id), work.get(Course, known.course_id)
        raise Objection(
            N_("{pupil} has not been in {course} on this day yet.", pupil=pupil.full_name, course=course.title),
            advice=N_("Please remove the enrolment instead, if it was a mistake."),
        )
    row = work.get(Enrolment, enrolment_id)
    row.ends, row.ended_as = last, how[0]
    row.reason = how[1] or row.reason
    return enrolment_id
