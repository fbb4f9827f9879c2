"""Whether a child can come into a course: the rules, asked for one child or for a whole allocation at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ganztag.domain.courses import Course, open_to
from ganztag.domain.objection import Objection
from ganztag.domain.pupils import ClassMembership, Pupil
from ganztag.domain.school import SchoolClass
from ganztag.domain.school_year import holds_on
from ganztag.language import N_
from ganztag.operations.operation import Work
from ganztag.queries.courses import classes_of, years_of
from ganztag.queries.enrolments import course_spans, enrolments_of_courses, enrolments_of_pupils
from ganztag.queries.meetings import at_the_same_time, meetings_of


@dataclass(frozen=True, slots=True)
class NewEnrolment:
    """A child that is to come into a course; *starts*, *ends* None: for the whole of the course's time."""

    pupil_id: int
    course_id: int
    starts: date | None = None
    ends: date | None = None
    reason: str = ""
    rank: int | None = None
    allocation_run_id: int | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """A child in a course from *first* to *last*."""

    pupil_id: int
    course_id: int
    first: date
    last: date


class Admission:
    """Knows all that the rules ask about some children and courses, read once; notes whom it has let in."""

    def __init__(self, work: Work, news: Iterable[NewEnrolment], *, leaving: Iterable[int] = ()) -> None:
        """Prepare for *news*; the enrolments with the ids in *leaving* count as ended."""
        wanted, gone = tuple(news), set(leaving)
        pupil_ids = tuple({new.pupil_id for new in wanted})
        course_ids = {new.course_id for new in wanted}
        rows = work.read(enrolments_of_pupils, pupil_ids) + work.read(enrolments_of_courses, tuple(course_ids))
        course_ids |= {row.course_id for row in rows}
        self._pupils = {pupil.id: pupil for pupil in work.all(Pupil, id=pupil_ids)}
        self._courses = {course.id: course for course in work.all(Course, id=tuple(course_ids))}
        self._classes: dict[int, list[ClassMembership]] = defaultdict(list)
        for membership in work.all(ClassMembership, pupil_id=pupil_ids):
            self._classes[membership.pupil_id].append(membership)
        self._class_years = {row.id: row.year_group_id for row in work.all(SchoolClass, kind="class")}
        self._spans = work.read(course_spans, course_ids)
        self._meetings = work.read(meetings_of, course_ids)
        self._open_years = work.read(years_of, tuple(course_ids))
        self._open_classes = work.read(classes_of, tuple(course_ids))
        self._stays = {
            row.id: Stay(row.pupil_id, row.course_id, row.first, row.last) for row in rows if row.id not in gone
        }
        self._in_course: dict[int, list[Stay]] = defaultdict(list)
        self._of_pupil: dict[int, list[Stay]] = defaultdict(list)
        for stay in self._stays.values():
            self._note(stay)

    def _note(self, stay: Stay) -> None:
        self._in_course[stay.course_id].append(stay)
        self._of_pupil[stay.pupil_id].append(stay)

    def name(self, pupil_id: int) -> str:
        return self._pupil(pupil_id).full_name

    def title(self, course_id: int) -> str:
        return self._course(course_id).title

    def _pupil(self, pupil_id: int) -> Pupil:
        if pupil_id not in self._pupils:
            raise Objection(N_("This entry was deleted meanwhile."))
        return self._pupils[pupil_id]

    def _course(self, course_id: int) -> Course:
        if course_id not in self._courses:
            raise Objection(N_("This entry was deleted meanwhile."))
        return self._courses[course_id]

    def admit(self, new: NewEnrolment, *, even_if_full: bool = False, even_if_not_allowed: bool = False) -> None:
        """Let a child in; object where a rule speaks against it."""
        pupil, course = self._pupil(new.pupil_id), self._course(new.course_id)
        stay = self._stay(new, pupil, course)
        self._check_there(pupil, stay)
        if course.status == "struck":
            raise Objection(N_("{course} was struck.", course=course.title))
        if not even_if_not_allowed:
            self._check_allowed(pupil, course, stay)
        self._check_others(pupil, course, stay)
        if not even_if_full:
            self._check_places(course, stay)
        self._note(stay)

    def _stay(self, new: NewEnrolment, pupil: Pupil, course: Course) -> Stay:
        first, last = self._spans[new.course_id]
        stay = Stay(pupil.id, course.id, max(first, new.starts or first), min(last, new.ends or last))
        if stay.first > stay.last:
            raise Objection(
                N_("{course} runs from {first} to {last} only.", course=course.title, first=first, last=last)
            )
        return stay

    @staticmethod
    def _check_there(pupil: Pupil, stay: Stay) -> None:
        if pupil.exit is not None and pupil.exit < stay.first:
            raise Objection(N_("{pupil} left the school on {day}.", pupil=pupil.full_name, day=pupil.exit))
        if pupil.entry is not None and pupil.entry > stay.last:
            raise Objection(N_("{pupil} comes to the school on {day} only.", pupil=pupil.full_name, day=pupil.entry))

    def _check_allowed(self, pupil: Pupil, course: Course, stay: Stay) -> None:
        in_classes = {
            row.school_class_id for row in self._classes[pupil.id] if holds_on(stay.first, row.starts, row.ends)
        }
        years = tuple(key for key, _label in self._open_years.get(course.id, ()))
        classes = tuple(key for key, _name in self._open_classes.get(course.id, ()))
        year = pupil.year_group_id or next(
            (self._class_years[key] for key in in_classes & self._class_years.keys()), None
        )
        if not open_to(years, classes, year, in_classes):
            raise Objection(
                N_("{course} is not for the year group or class of {pupil}.", course=course.title,
                   pupil=pupil.full_name),
                advice=N_("Please choose another course, or open this one to them."),
            )  # fmt: skip

    def _check_others(self, pupil: Pupil, course: Course, stay: Stay) -> None:
        for other in self._of_pupil[pupil.id]:
            if other.first > stay.last or stay.first > other.last:
                continue
            if other.course_id == stay.course_id:
                raise Objection(N_("{pupil} is already in {course}.", pupil=pupil.full_name, course=course.title))
            taken = self._courses[other.course_id]
            if taken.status != "struck" and self._clash(stay.course_id, other.course_id):
                raise Objection(
                    N_("{pupil} is in {other} at the same time.", pupil=pupil.full_name, other=taken.title),
                    advice=N_("Please take the child out of that course first, or move it."),
                )

    def _clash(self, one: int, other: int) -> bool:
        theirs = self._meetings.get(other, ())
        return any(at_the_same_time(a, b) for a in self._meetings.get(one, ()) for b in theirs)

    def _check_places(self, course: Course, stay: Stay) -> None:
        if course.max_size is None:
            return
        if most_at_once(self._in_course[course.id], stay.first, stay.last) >= course.max_size:
            raise Objection(
                N_("{course} is full ({most} places).", course=course.title, most=course.max_size),
                advice=N_("Please choose another course, or take the child in all the same."),
            )


def most_at_once(stays: Iterable[Stay], first: date, last: date) -> int:
    """Return how many of these children are in a course at once on any day from *first* to *last*."""
    here = [stay for stay in stays if stay.first <= last and stay.last >= first]
    days = {first} | {stay.first for stay in here if stay.first > first}
    return max(sum(stay.first <= day <= stay.last for stay in here) for day in days)
