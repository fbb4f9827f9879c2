"""Children come into courses, change them and leave them: from a day to a day, and with a reason."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from ganztag.domain.courses import Course
from ganztag.domain.enrolment import Enrolment, Waiting
from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Pupil
from ganztag.language import N_, nN_
from ganztag.operations.admission import Admission, NewEnrolment
from ganztag.operations.operation import Operation, Work
from ganztag.operations.waiting import take_off
from ganztag.queries.enrolments import course_spans


def enrol_all(
    work: Work, news: Iterable[NewEnrolment], *, even_if_full: bool = False, even_if_not_allowed: bool = False
) -> list[int]:
    """Enrol many children at once and return the ids of the enrolments, in order; the first objection ends it all.

    They wait no more for what they are in now.
    """
    wanted = list(news)
    admission = Admission(work, wanted)
    for new in wanted:
        admission.admit(new, even_if_full=even_if_full, even_if_not_allowed=even_if_not_allowed)
    _off_the_lists(work, wanted)
    return work.insert(Enrolment, [_row(new) for new in wanted])


def _off_the_lists(work: Work, news: Iterable[NewEnrolment]) -> None:
    pairs = {(new.pupil_id, new.course_id) for new in news}
    for entry in work.all(Waiting, pupil_id=tuple({pupil for pupil, _course in pairs})):
        if (entry.pupil_id, entry.course_id) in pairs:
            take_off(work, entry)


def _row(new: NewEnrolment) -> dict[str, object]:
    names = ("pupil_id", "course_id", "starts", "ends", "reason", "rank", "allocation_run_id")
    return {name: getattr(new, name) for name in names}


def enrol(
    pupil_id: int,
    course_id: int,
    starts: date | None = None,
    reason: str = "",
    *,
    even_if_full: bool = False,
    even_if_not_allowed: bool = False,
) -> Operation[int]:
    """Enrol a child from *starts* (None: from the course's first day) until the course ends."""
    new = NewEnrolment(pupil_id, course_id, starts, reason=reason)

    def run(work: Work) -> int:
        work.label = N_(
            "Enrol {pupil} in {course}",
            pupil=work.get(Pupil, pupil_id).full_name,
            course=work.get(Course, course_id).title,
        )
        return enrol_all(work, [new], even_if_full=even_if_full, even_if_not_allowed=even_if_not_allowed)[0]

    return Operation(N_("Enrol a child in a course"), run, reason)


def end(enrolment_id: int, day: date, reason: str = "") -> Operation[int]:
    """Let an enrolment end: *day* is the child's last day in the course."""

    def run(work: Work) -> int:
        enrolment = work.get(Enrolment, enrolment_id)
        pupil, course = _names(work, enrolment)
        work.label = N_("{pupil} leaves {course}", pupil=pupil, course=course)
        first, _last = work.read(course_spans, (enrolment.course_id,))[enrolment.course_id]
        if day < max(first, enrolment.starts or first):
            raise Objection(
                N_("{pupil} has not been in {course} on this day yet.", pupil=pupil, course=course),
                advice=N_("Please remove the enrolment instead, if it was a mistake."),
            )
        enrolment.ends, enrolment.ended_as = day, "withdrawn"
        enrolment.reason = reason or enrolment.reason
        return enrolment_id

    return Operation(N_("A child leaves a course"), run, reason)


def move(
    enrolment_id: int, course_id: int, day: date, reason: str = "", *, even_if_full: bool = False
) -> Operation[int]:
    """Move a child into another course from *day* on and return the id of the new enrolment.

    Where the child had not begun by then, the old enrolment is taken away as if it had never been.
    """

    def run(work: Work) -> int:
        old = work.get(Enrolment, enrolment_id)
        pupil, course = _names(work, old)
        new_course = work.get(Course, course_id).title
        work.label = N_("Move {pupil} from {course} to {other}", pupil=pupil, course=course, other=new_course)
        first, _last = work.read(course_spans, (old.course_id,))[old.course_id]
        begun = max(first, old.starts or first) < day
        new = NewEnrolment(old.pupil_id, course_id, day if begun else old.starts, old.ends, reason)
        if begun:
            old.ends, old.ended_as = day - timedelta(days=1), "transferred"
            Admission(work, [new]).admit(new, even_if_full=even_if_full)
        else:
            Admission(work, [new], leaving=[old.id]).admit(new, even_if_full=even_if_full)
            work.delete(old)
        _off_the_lists(work, [new])
        return work.insert(Enrolment, [_row(replace(new, reason=reason))])[0]

    return Operation(N_("Move a child to another course"), run, reason)


def take_out(enrolment_ids: Iterable[int], day: date, reason: str = "") -> Operation[int]:
    """Let children be in their course no more from *day* on; who had not begun by then never was. Returns how many."""
    ids = tuple(enrolment_ids)

    def run(work: Work) -> int:
        found = work.all(Enrolment, id=ids)
        spans = work.read(course_spans, {enrolment.course_id for enrolment in found})
        if len(found) == 1:
            pupil, course = _names(work, found[0])
            work.label = N_("Take {pupil} out of {course}", pupil=pupil, course=course)
        for enrolment in found:
            first, _last = spans[enrolment.course_id]
            if max(first, enrolment.starts or first) >= day:
                work.delete(enrolment)
            else:
                enrolment.ends, enrolment.ended_as = day - timedelta(days=1), "withdrawn"
                enrolment.reason = reason or enrolment.reason
        return len(found)

    label = nN_("Take {count} child out of a course", "Take {count} children out of a course", len(ids))
    return Operation(label, run, reason)


def remove(enrolment_id: int) -> Operation[None]:
    """Take away an enrolment that was a mistake, as if it had never been; leaving a course is `end`."""

    def run(work: Work) -> None:
        enrolment = work.get(Enrolment, enrolment_id)
        pupil, course = _names(work, enrolment)
        work.label = N_("Remove {pupil} from {course}", pupil=pupil, course=course)
        work.delete(enrolment)

    return Operation(N_("Remove a child from a course"), run)


def _names(work: Work, enrolment: Enrolment) -> tuple[str, str]:
    return work.get(Pupil, enrolment.pupil_id).full_name, work.get(Course, enrolment.course_id).title
