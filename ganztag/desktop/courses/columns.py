"""What stands in the list of courses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from ganztag.desktop.courses.words import KINDS, brief_times, for_whom, needs_more, status_of, times_of
from ganztag.desktop.widgets.cells import CATEGORY, MARKED, MUTED, NUMBER, OCCUPANCY, PILL, Labelled, Marked
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.paints import Occupancy
from ganztag.domain.search import search_key
from ganztag.language import N_, Message, _, number
from ganztag.queries.courses import CourseRow
from ganztag.queries.meetings import week_order


def occupancy(course: CourseRow) -> Occupancy:
    """Return the bar; the minimum counts only where it is really missed."""
    return Occupancy(course.enrolled, course.max_size, course.min_size if needs_more(course) else None)


def _leaders(course: CourseRow) -> Marked:
    if lacks_leader(course):
        return Marked(_("no leader"), "bad", "circle-alert")
    return Marked(", ".join(course.leaders))


def _room(course: CourseRow) -> Marked:
    if lacks_room(course):
        return Marked(_("no room"), "bad", "circle-alert")
    return Marked(", ".join(course.rooms), "muted")


def _times(course: CourseRow) -> Marked:
    return Marked(brief_times(course)) if course.meetings else Marked(_("no meeting"), "bad", "circle-alert")


def _week_order(course: CourseRow) -> tuple[tuple[int, time, time], ...]:
    return tuple(week_order(meeting)[:3] for meeting in course.meetings)


def lacks_room(course: CourseRow) -> bool:
    return not course.struck and any(meeting.room_id is None for meeting in course.meetings)


def lacks_leader(course: CourseRow) -> bool:
    return not course.struck and any(not meeting.leader_ids for meeting in course.meetings)


def found_by(course: CourseRow) -> str:
    """Return what a course is found by: its own words, its leaders, rooms and category."""
    return course.search_key + search_key(*course.leaders, *course.rooms, course.category)


@dataclass(frozen=True)
class Rule:
    """Which courses are shown: those of a chip, and those that a year group may take."""

    chip: str
    year_group_id: int | None
    classes: frozenset[int]
    clashing: frozenset[int]

    def __call__(self, course: CourseRow) -> bool:
        return self._fits_chip(course) and self._fits_year(course)

    def _fits_chip(self, course: CourseRow) -> bool:
        if self.chip == "clash":
            return course.id in self.clashing
        return CHIPS[self.chip][1](course) if self.chip in CHIPS else True

    def _fits_year(self, course: CourseRow) -> bool:
        if self.year_group_id is None or not (course.year_group_ids or course.class_ids):
            return True
        return self.year_group_id in course.year_group_ids or not self.classes.isdisjoint(course.class_ids)


CHIPS: dict[str, tuple[Message, Callable[[CourseRow], bool]]] = {
    "open": (N_("Open"), lambda course: not course.struck and not course.full),
    "full": (N_("Full"), lambda course: not course.struck and course.full),
    "few": (N_("Too few"), needs_more),
    "room": (N_("No room"), lacks_room),
    "leader": (N_("No leader"), lacks_leader),
}

COLUMNS: tuple[Column[CourseRow], ...] = (
    Column("number", N_("No."), shown=lambda course: course.number, cell=MUTED, width=50),
    Column("title", N_("Course"), shown=lambda course: Labelled(course.title, course.colour), cell=CATEGORY,
           width=190, stretch=True),
    Column("short_name", N_("Short name"), shown=lambda course: course.short_name, width=110, hidden=True),
    Column("category", N_("Category"), shown=lambda course: course.category, cell=MUTED, width=132,
           gives_way=True),
    Column("kind", N_("Kind"), shown=lambda course: str(KINDS[course.kind]), cell=MUTED, width=90, hidden=True),
    Column("leaders", N_("Leaders"), shown=_leaders, cell=MARKED, width=138),
    Column("times", N_("Time"), shown=_times, cell=MARKED, width=116,
           sorted_by=_week_order, tip=times_of),
    Column("rooms", N_("Room"), shown=_room, cell=MARKED, width=104, hidden=True),
    Column("years", N_("Year groups"), shown=for_whom, cell=MUTED, width=100, hidden=True),
    Column("wishes", N_("1st wishes"), shown=lambda course: number(course.wishes_first),
           sorted_by=lambda course: course.wishes_first, cell=NUMBER, width=100, hidden=True),
    Column("enrolled", N_("Places"), shown=occupancy, cell=OCCUPANCY, width=130,
           sorted_by=lambda course: (course.enrolled, course.max_size or 0)),
    Column("status", N_("Status"), shown=status_of, cell=PILL, width=102),
)  # fmt: skip
