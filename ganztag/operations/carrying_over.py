"""What a scenario changes of the offer, carried over to the file on acceptance; and a parallel course made real."""

from collections.abc import Iterable

from ganztag.domain.ballots import Placement, Wish
from ganztag.domain.courses import Course
from ganztag.domain.objection import Objection
from ganztag.domain.rules import Rule
from ganztag.language import N_
from ganztag.operations import courses
from ganztag.operations.operation import Operation, Work
from ganztag.planning.changes import Change, Force, Minimum, MustRun, Parallel, Seats, Strike, Without

__all__ = ["carry_over", "make_parallel"]


def carry_over(work: Work, ballot_id: int, changes: Iterable[Change]) -> None:
    """Write changes into courses, rules and placements; objects to what only a user can do.

    A course that the scenario strikes is struck; a rule that it does without is switched off, not deleted.
    """
    for change in changes:
        match change:
            case Seats() | Minimum():
                _resize(work, change)
            case MustRun(course):
                work.get(Course, course).must_run = True
            case Strike(course):
                work.get(Course, course).status = "struck"
            case Force(pupil, course):
                _fix(work, ballot_id, pupil, course)
            case Without(rule):
                _switch_off(work, rule)
            case _:
                raise Objection(
                    N_("This scenario was only tried: a child or a course in it is not in the file like that."),
                    advice=N_("Please change it there, and calculate again."),
                )


def _resize(work: Work, change: Seats | Minimum) -> None:
    course = work.get(Course, change.course)
    if isinstance(change, Seats):
        course.resize(course.min_size, change.most)
    else:
        course.resize(change.least, course.max_size)


def _fix(work: Work, ballot_id: int, pupil_id: int, course_id: int) -> None:
    if work.one(Placement, ballot_id=ballot_id, pupil_id=pupil_id, course_id=course_id) is None:
        work.add(Placement(ballot_id=ballot_id, pupil_id=pupil_id, course_id=course_id))


def _switch_off(work: Work, key: str) -> None:
    kind, _colon, number = key.partition(":")
    if kind != "rule" or not number.isdigit():
        raise Objection(
            N_("This scenario does without something that was agreed for certain children."),
            advice=N_("Please take that back among the rules, and calculate again."),
        )
    work.get(Rule, int(number)).active = False


def make_parallel(ballot_id: int, parallel: Parallel) -> Operation[int]:
    """Add the same course once more in the same blocks; who wished the one wishes the other in the same rank.

    Returns the id of the new course; objects to one on another day, which has to be placed by hand.
    """
    course_id = parallel.course

    def run(work: Work) -> int:
        if parallel.slot is not None:
            raise Objection(
                N_("A parallel course on another day needs its time, room and leader first."),
                advice=N_("Please add the course, and calculate again."),
            )
        new = courses.duplicate(course_id).run(work)
        old = work.get(Course, course_id)
        work.label = N_("Add a parallel course to {course}", course=old.title)
        copy = work.get(Course, new)
        copy.ideal_size, copy.max_support, copy.admission = old.ideal_size, old.max_support, old.admission
        copy.status = old.status
        rows = [
            {"ballot_id": ballot_id, "pupil_id": wish.pupil_id, "time_block_id": wish.time_block_id,
             "course_id": new, "rank": wish.rank}
            for wish in work.all(Wish, ballot_id=ballot_id, course_id=course_id)
        ]  # fmt: skip
        work.insert(Wish, rows)
        return new

    return Operation(N_("Add a parallel course"), run)
