"""An exchange, or the places of late children: many children change courses in one deed, from one day on."""

from collections.abc import Iterable
from datetime import date

from ganztag.domain.courses import Course
from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Pupil
from ganztag.domain.text import tidy
from ganztag.language import N_, nN_
from ganztag.operations.admission import NewEnrolment
from ganztag.operations.enrolments import enrol_all
from ganztag.operations.moving_up import leave, starting
from ganztag.operations.operation import Operation, Work
from ganztag.planning.exchanges.chains import Step
from ganztag.queries.standing import Seat, Standing, standing


def carry_out(term_id: int, steps: Iterable[Step], day: date, reason: str) -> Operation[list[int]]:
    """Let all these children go where the steps say, from *day* on; returns the ids of the new enrolments.

    Objects when the half-year does not stand any more as it did when the steps were found.
    """
    wanted = tuple(steps)
    children = len({step.pupil for step in wanted})

    def run(work: Work) -> list[int]:
        known = work.read(standing, term_id, day)
        old = [_seat(work, known, step) for step in wanted if step.came_from is not None]
        going = {(step.pupil, step.to): step for step in wanted if step.to is not None}
        for seat in {seat.enrolment_id: seat for seat in old}.values():
            to = next(step.to for step in wanted if (step.pupil, step.came_from) == (seat.pupil_id, seat.course_id))
            leave(work, [seat], day, known.courses[to].title if to is not None else "")
        news = [
            NewEnrolment(pupil, course, starting(known, day), reason=tidy(reason), rank=step.rank_after or None)
            for (pupil, course), step in going.items()
            if course is not None
        ]
        return enrol_all(work, news)

    label = nN_("Let {count} child change courses", "Let {count} children change courses", children)
    return Operation(label, run, tidy(reason))


def _seat(work: Work, known: Standing, step: Step) -> Seat:
    for seat in known.of_pupil.get(step.pupil, ()):
        if seat.course_id == step.came_from:
            return seat
    pupil, course = work.get(Pupil, step.pupil), work.get(Course, step.came_from or 0)
    raise Objection(
        N_("{pupil} is not in {course} any more.", pupil=pupil.full_name, course=course.title),
        advice=N_("Please look for exchanges again."),
    )
