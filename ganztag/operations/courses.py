"""What can be done with courses."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Protocol

from ganztag.domain.attendance import Attendance
from ganztag.domain.ballots import AllocationResult, Wish
from ganztag.domain.courses import (
    Course,
    CourseBlock,
    CourseClass,
    CourseRoom,
    CourseStaff,
    CourseYearGroup,
    Invitation,
    Meeting,
    Offer,
)
from ganztag.domain.enrolment import Enrolment
from ganztag.domain.objection import Objection
from ganztag.domain.text import short_name
from ganztag.language import N_, nN_
from ganztag.operations.course_rules import check, free_number
from ganztag.operations.editing import renewed, tidied
from ganztag.operations.meetings import NewMeeting, add_meeting, repeat
from ganztag.operations.operation import Operation, Work
from ganztag.queries.enrolments import enrolments_of_courses


class HalfYear(Protocol):
    """A half-year, as a row or as a thing of the domain."""

    @property
    def id(self) -> int: ...

    @property
    def school_year_id(self) -> int: ...


def add_course(
    work: Work, term: HalfYear, title: str, *, whole_year: bool = False, offer_id: int | None = None, **values: Any
) -> Course:
    """Add a course to a half-year (or to its whole school year) and return it; its offer is made where none is given.

    *values* are fields of Course, and ``year_group_ids`` and ``class_ids`` for whom it is.
    """
    year_group_ids, class_ids = values.pop("year_group_ids", ()), values.pop("class_ids", ())
    fields = {name: tidied(name, value) for name, value in {"title": title, **values}.items()}
    fields["short_name"] = fields.get("short_name") or short_name(fields["title"])
    course = Course(
        offer_id=offer_id or 0,
        school_year_id=term.school_year_id,
        term_id=None if whole_year else term.id,
        **fields,
    )
    check(work, course)
    if offer_id is None:
        course.offer_id = work.add(Offer(title=course.title)).id
    work.add(renewed(course))
    set_open_to(work, course.id, year_group_ids, class_ids)
    return course


def set_open_to(work: Work, course_id: int, year_group_ids: Iterable[int], class_ids: Iterable[int]) -> None:
    """Open a course to exactly these year groups and classes; to all where there are none of either."""
    set_links(work, CourseYearGroup, course_id, "year_group_id", set(year_group_ids))
    set_links(work, CourseClass, course_id, "school_class_id", set(class_ids))


def set_links(work: Work, kind: type[Any], course_id: int, field: str, wanted: set[int]) -> None:
    """Let a course have exactly these links of a *kind*, told apart by *field*; those that stay keep what they say."""
    before = {getattr(link, field): link for link in work.all(kind, course_id=course_id)}
    for key in before.keys() - wanted:
        work.delete(before[key])
    for key in sorted(wanted - before.keys()):
        work.add(kind(course_id=course_id, **{field: key}))


def add(term: HalfYear, title: str, meetings: Iterable[NewMeeting] = (), **values: Any) -> Operation[int]:
    """Add a course with its meetings; *values* as for `add_course`. Without a number it gets the next free one."""
    wanted = tuple(meetings)

    def run(work: Work) -> int:
        number = values.get("number") or free_number(work, term.school_year_id)
        course = add_course(work, term, title, **{**values, "number": number})
        for meeting in wanted:
            add_meeting(work, course.id, meeting)
        return course.id

    return Operation(N_("Add course {course}", course=title), run)


def edit(course_id: int, **values: Any) -> Operation[int]:
    """Set fields of a course; a short name that was made from the title follows the title. Status: see `set_status`."""

    def run(work: Work) -> int:
        course = work.get(Course, course_id)
        work.label = N_("Change course {course}", course=course.title)
        before = course.title
        for name, value in values.items():
            if not hasattr(course, name):
                raise AttributeError(name)
            setattr(course, name, tidied(name, value))
        if "title" in values:
            _follow_title(work, course, before, named="short_name" in values)
        if not course.short_name:
            course.short_name = short_name(course.title)
        check(work, renewed(course))
        return course_id

    return Operation(N_("Change a course"), run)


def _follow_title(work: Work, course: Course, before: str, *, named: bool) -> None:
    if not named and course.short_name == short_name(before):
        course.short_name = short_name(course.title)
    offer = work.get(Offer, course.offer_id)
    if offer.title == before and len(work.all(Course, offer_id=offer.id)) == 1:
        offer.title = course.title


def open_to(course_id: int, year_group_ids: Iterable[int], class_ids: Iterable[int]) -> Operation[int]:
    """Open a course to exactly these year groups and classes; to all where there are none of either."""
    years, classes = tuple(year_group_ids), tuple(class_ids)

    def run(work: Work) -> int:
        work.label = N_("Change for whom {course} is", course=work.get(Course, course_id).title)
        set_open_to(work, course_id, years, classes)
        return course_id

    return Operation(N_("Change for whom a course is"), run)


PLACED_BY: dict[str, tuple[type[Any], str]] = {
    "block_ids": (CourseBlock, "time_block_id"),
    "room_ids": (CourseRoom, "room_id"),
    "staff_ids": (CourseStaff, "staff_id"),
}


def place_among(course_id: int, **wanted: Iterable[int]) -> Operation[int]:
    """Say where a course may be placed: *block_ids*, *room_ids*, and *staff_ids* who may lead it; none: anywhere."""
    chosen = {name: set(ids) for name, ids in wanted.items()}

    def run(work: Work) -> int:
        work.label = N_("Change where {course} may be placed", course=work.get(Course, course_id).title)
        for name, ids in chosen.items():
            kind, field = PLACED_BY[name]
            set_links(work, kind, course_id, field, ids)
        return course_id

    return Operation(N_("Change where a course may be placed"), run)


def invite(course_id: int, pupil_ids: Iterable[int]) -> Operation[int]:
    """Let exactly these children be invited to a course; who is invited counts where the course is for them only."""
    wanted = set(pupil_ids)

    def run(work: Work) -> int:
        work.label = N_("Change who is invited to {course}", course=work.get(Course, course_id).title)
        set_links(work, Invitation, course_id, "pupil_id", wanted)
        return course_id

    return Operation(N_("Change who is invited to a course"), run)


def set_status(course_id: int, status: str, reason: str = "") -> Operation[int]:
    """Set the status. A course with children is struck only for a *reason*; their enrolments then end yesterday."""

    def run(work: Work) -> int:
        course = work.get(Course, course_id)
        if status == "struck" and course.status != "struck":
            work.label = N_("Strike {course}", course=course.title)
            _send_home(work, course, reason)
        else:
            work.label = N_("Change the status of {course}", course=course.title)
        course.status = status
        check(work, course)
        return course_id

    return Operation(N_("Change the status of a course"), run, reason)


def _send_home(work: Work, course: Course, reason: str) -> None:
    """End the enrolments of a course that is struck; those that have not begun yet never were."""
    still = [row for row in work.read(enrolments_of_courses, (course.id,)) if row.last >= work.today]
    if still and not reason:
        children = len({row.pupil_id for row in still})
        raise Objection(
            nN_("There is {count} child in {course}.", "There are {count} children in {course}.", children,
                course=course.title),
            advice=N_("Please move them to other courses first, or say why it is struck all the same."),
        )  # fmt: skip
    for row in still:
        enrolment = work.get(Enrolment, row.id)
        if row.first >= work.today:
            work.delete(enrolment)
        else:
            enrolment.ends, enrolment.ended_as, enrolment.reason = work.today - timedelta(days=1), "struck", reason


_DUPLICATED = (
    "title", "short_name", "description", "category_id", "kind", "min_size", "max_size", "note", "term_id", "starts",
    "ends", "equipment", "max_per_class", "meetings_wanted", "ideal_size", "max_support", "admission", "must_run",
)  # fmt: skip


def duplicate(course_id: int) -> Operation[int]:
    """Add a course like this one, with its meetings and leaders, under a free number; without its children."""

    def run(work: Work) -> int:
        old = work.get(Course, course_id)
        work.label = N_("Duplicate course {course}", course=old.title)
        copy = Course(
            offer_id=old.offer_id,
            school_year_id=old.school_year_id,
            number=free_number(work, old.school_year_id, old.number),
            status="planned" if old.status == "struck" else old.status,
            **{name: getattr(old, name) for name in _DUPLICATED},
        )
        work.add(renewed(copy))
        years = [link.year_group_id for link in work.all(CourseYearGroup, course_id=course_id)]
        classes = [link.school_class_id for link in work.all(CourseClass, course_id=course_id)]
        set_open_to(work, copy.id, years, classes)
        for kind, field in PLACED_BY.values():
            wanted = {getattr(link, field) for link in work.all(kind, course_id=course_id)}
            set_links(work, kind, copy.id, field, wanted)
        for meeting in work.all(Meeting, course_id=course_id):
            repeat(work, meeting, course_id=copy.id)
        return copy.id

    return Operation(N_("Duplicate a course"), run)


def delete(course_id: int) -> Operation[None]:
    """Delete a course with its meetings; objects where children were or are in it or wished it."""

    def run(work: Work) -> None:
        course = work.get(Course, course_id)
        work.label = N_("Delete course {course}", course=course.title)
        met = [meeting.id for meeting in work.all(Meeting, course_id=course_id)]
        resting = any(work.one(kind, course_id=course_id) for kind in (Enrolment, Wish, AllocationResult))
        noted = work.one(Attendance, meeting_id=met)
        if resting or noted is not None:
            raise Objection(
                N_("Enrolments or wishes rest on {course}.", course=course.title),
                advice=N_("Please strike it instead: set its status to “struck”."),
            )
        offer_id = course.offer_id
        work.delete(course)
        if work.one(Course, offer_id=offer_id) is None:
            work.delete(work.get(Offer, offer_id))

    return Operation(N_("Delete a course"), run)
