"""A child leaves the school, or comes back: one day, and everything that holds ends or goes on with it."""

from datetime import date

from ganztag.domain.enrolment import Enrolment, Waiting
from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Booking, ClassMembership, LeaveTime, Pupil
from ganztag.domain.school import SchoolClass
from ganztag.domain.school_year import SchoolYear
from ganztag.language import N_
from ganztag.operations.operation import Operation, Work
from ganztag.operations.spans import Span, close, day_that_counts, move_end, take_up
from ganztag.operations.staying import stay_again


def leave(pupil_id: int, day: date) -> Operation[None]:
    """Let *day* be the child's last: class, groups, bookings, leave times and enrolments end with it."""

    def run(work: Work) -> None:
        pupil = work.get(Pupil, pupil_id)
        if pupil.entry is not None and day < pupil.entry:
            raise Objection(N_("The day of leaving lies before the day of joining."))
        work.label = N_("{pupil} leaves the school on {day}", pupil=pupil.full_name, day=day)
        lasting: tuple[type[Span], ...] = (ClassMembership, Enrolment, Booking, LeaveTime)
        for kind in lasting:
            rows = work.all(kind, pupil_id=pupil_id)
            if pupil.exit is not None:
                move_end(rows, pupil.exit, day)
            close(work, rows, day)
        for enrolment in work.all(Enrolment, pupil_id=pupil_id, ends=day, ended_as=""):
            enrolment.ended_as = "left"
        work.remove(Waiting, pupil_id=pupil_id)
        pupil.exit = day

    return Operation(N_("A child leaves the school"), run)


def come_back(pupil_id: int, day: date | None = None) -> Operation[None]:
    """Take the day of leaving away: class, days and leave times go on from *day*; courses are chosen anew."""

    def run(work: Work) -> None:
        pupil = work.get(Pupil, pupil_id)
        last = pupil.exit
        if last is None:
            raise Objection(N_("{pupil} has not left.", pupil=pupil.full_name))
        work.label = N_("{pupil} comes back", pupil=pupil.full_name)
        since = day_that_counts(work, day)
        pupil.exit = None
        _class_again(work, pupil_id, last, since)
        stay_again(work, pupil_id, last, since)

    return Operation(N_("A child comes back"), run)


def _class_again(work: Work, pupil_id: int, last: date, day: date) -> None:
    for row in work.all(ClassMembership, pupil_id=pupil_id, ends=last):
        year = work.get(SchoolYear, work.get(SchoolClass, row.school_class_id).school_year_id)
        if year.starts <= day <= year.ends and not take_up(work, [row], day):
            work.add(ClassMembership(pupil_id=pupil_id, school_class_id=row.school_class_id, starts=day))
