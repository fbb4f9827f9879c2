"""Which children of a course carry on in its copy: those who are in it at its end and may take it then."""

from collections.abc import Collection
from datetime import time

from ganztag.domain.courses import open_to
from ganztag.language import N_, Message
from ganztag.planning.rollover.class_names import later, next_name
from ganztag.planning.rollover.copy_plan import Carried
from ganztag.planning.rollover.copy_state import Child, CopyState, OldCourse

Span = tuple[int, time, time]


class Carrying:
    """Decides child by child; what the children are in already in the target is worked out once."""

    def __init__(self, state: CopyState) -> None:
        self._state = state
        self._busy: dict[int, list[tuple[Span, OldCourse]]] = {}
        for course in state.there:
            for pupil_id in course.children:
                for meeting in course.meetings:
                    self._busy.setdefault(pupil_id, []).append((meeting.span, course))
        self._belonging: dict[int, tuple[bool, int | None, tuple[int, ...]]] = {}

    def of(
        self, course: OldCourse, years: Collection[int], classes: Collection[int], there: OldCourse | None
    ) -> Carried:
        """Return who carries on in the copy of *course*, for *years* and *classes*; *there*: it is there."""
        taken: list[int] = []
        refused: list[tuple[int, Message]] = []
        spans = [meeting.span for meeting in course.meetings]
        for pupil_id in course.children:
            if there is not None and pupil_id in there.children:
                continue
            reason = self._against(self._state.children[pupil_id], course, (years, classes), spans)
            if reason is None:
                taken.append(pupil_id)
            else:
                refused.append((pupil_id, reason))
        return Carried(tuple(taken), tuple(refused))

    def _against(
        self, child: Child, course: OldCourse, takes: tuple[Collection[int], Collection[int]], spans: list[Span]
    ) -> Message | None:
        if child.exit is not None and child.exit < self._state.target.starts:
            return N_("has left the school by then")
        stays, year_group_id, class_ids = self._then(child)
        if not stays:
            return N_("was in the last year group")
        if not open_to(takes[0], takes[1], year_group_id, class_ids):
            return N_("is not in a year group or class by then that may take the course")
        for span, other in self._busy.get(child.id, ()):
            if other.offer_id != course.offer_id and any(_overlap(span, one) for one in spans):
                return N_("is in {course} at that time", course=other.title)
        return None

    def _then(self, child: Child) -> tuple[bool, int | None, tuple[int, ...]]:
        """Return whether the child is still there in the target, its year group and its classes then."""
        if child.id not in self._belonging:
            self._belonging[child.id] = _then(child, self._state)
        return self._belonging[child.id]


def _then(child: Child, state: CopyState) -> tuple[bool, int | None, tuple[int, ...]]:
    if child.in_target or not state.steps:
        of_class = next((state.classes[key].year_group_id for key in child.in_target
                         if state.classes[key].year_group_id is not None), None)  # fmt: skip
        return True, of_class if of_class is not None else child.year_group_id, child.in_target
    before = state.classes.get(child.class_id) if child.class_id is not None else None
    now = before.year_group_id if before is not None and before.year_group_id is not None else None
    if now is None:
        now = child.year_group_id
        if state.year_changed or now is None:
            return True, now, ()
    then = later(state.year_groups, now, state.steps)
    if then is None:
        return False, None, ()
    return True, then[0], _class_then(before.name, now, then, state) if before is not None else ()


def _class_then(name: str, now: int, then: tuple[int, str], state: CopyState) -> tuple[int, ...]:
    """Return the class of the target's school year that a class becomes, where it is there already."""
    wanted = next_name(name, dict(state.year_groups)[now], then[1]).casefold()
    year = state.target.school_year_id
    return tuple(one.id for one in state.classes.values()
                 if one.school_year_id == year and one.kind == "class" and one.name.casefold() == wanted)  # fmt: skip


def _overlap(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]
