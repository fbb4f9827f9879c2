"""The courses of a ballot as an allocation sees them, and for whom they are not."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from itertools import product

from ganztag.planning.conditions import Anywhere
from ganztag.planning.problem import Choice, Slot
from ganztag.queries.courses import CourseRow, allowed
from ganztag.queries.to_allocate.situation import Situation
from ganztag.queries.voters import VoterRow, times_of


def offered_choices(found: Situation) -> tuple[Choice, ...]:
    """Return the courses with how many children are in them already."""
    taken = Counter(stay.course_id for stay in found.inside)
    return tuple(_choice(course, taken[course.id]) for course in found.choices)


def _choice(course: CourseRow, taken: int) -> Choice:
    slots = {
        (-meeting.id if meeting.block_id is None else meeting.block_id, *times_of(meeting)): None
        for meeting in course.meetings
    }
    return Choice(
        id=course.id,
        number=course.number,
        title=course.title,
        slots=tuple(Slot(*slot) for slot in slots),
        min_size=course.min_size,
        max_size=course.max_size,
        taken=taken,
        ideal_size=course.ideal_size,
        must_run=course.must_run,
        admission=course.admission,
    )


def barred(children: Iterable[VoterRow], choices: Iterable[CourseRow]) -> frozenset[tuple[int, int]]:
    """Return (child, course) where the course is not for the child; asked once for all children of a class."""
    for_some: dict[tuple[tuple[int, ...], tuple[int, ...]], list[CourseRow]] = defaultdict(list)
    alike: dict[tuple[int | None, frozenset[int]], list[int]] = defaultdict(list)
    for course in choices:
        for_some[course.year_group_ids, course.class_ids].append(course)
    for child in children:
        alike[child.year_group_id, child.class_ids].append(child.id)
    found: set[tuple[int, int]] = set()
    for own, child_ids in alike.items():
        for those in for_some.values():
            if not allowed(those[0], *own):
                found.update(product(child_ids, [course.id for course in those]))
    return frozenset(found)


def away(found: Situation, anywhere: Collection[Anywhere]) -> set[tuple[int, int]]:
    """Return (child, course) where a child that takes any course is not there on one of the course's days."""
    wished = {(wish.pupil, wish.course) for wish in found.wishes}
    several = [(course.id, {m.weekday for m in course.meetings}) for course in found.choices]
    several = [(course, days) for course, days in several if len(days) > 1]
    return {
        (child.id, course)
        for child in (found.children[key] for key in {one.pupil for one in anywhere})
        for course, days in several
        if child.days and not days <= child.days and (child.id, course) not in wished
    }
