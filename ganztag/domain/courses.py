"""Courses: what is offered, to whom, when, where and by whom."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, time

from ganztag.domain.objection import Objection
from ganztag.domain.search import search_key
from ganztag.language import N_

COURSE_KINDS = ("course", "care", "study_time", "lunch")
RHYTHMS = ("weekly", "A", "B", "once")  # every week, every second (A or B), on one date
ADMISSIONS = ("open", "invited", "closed")  # by wish; by wish of those who are invited; by hand only
AGAIN = ("", "yes", "no")  # whether it should be offered again
COURSE_STATUSES = ("planned", "offered", "running", "struck")
SHORT_NAME_SIZE = 10
# Strong enough for a bar on paper, and 4.5:1 on white.
CATEGORY_COLOURS = ("#2F5BD0", "#0C6E67", "#8A2F9C", "#AB2149", "#9F4A06", "#09658D", "#37701B", "#5B4BC4")


def category_colour(number: int | None) -> str:
    """Return the colour of a category by its number, "" without one."""
    return "" if number is None else CATEGORY_COLOURS[number % len(CATEGORY_COLOURS)]


def course_name(number: str, title: str) -> str:
    """Return how a course is named where its number helps to find it: ``101 Robotik``."""
    return f"{number} {title}".strip()


@dataclass(eq=False, kw_only=True)
class Category:
    id: int = field(init=False)
    name: str
    colour: int = 0
    position: int = 0


@dataclass(eq=False, kw_only=True)
class Offer:
    """What lasts over the half-years; its courses are the times it ran."""

    id: int = field(init=False)
    title: str
    note: str = ""


@dataclass(eq=False, kw_only=True)
class Course:
    """An offer in one half-year, or (without ``term_id``) in a whole school year."""

    id: int = field(init=False)
    offer_id: int
    school_year_id: int
    term_id: int | None = None
    number: str = ""
    title: str
    short_name: str = ""
    description: str = ""
    category_id: int | None = None
    kind: str = "course"
    status: str = "offered"
    min_size: int | None = None
    max_size: int | None = None
    note: str = ""
    search_key: str = ""
    starts: date | None = None
    ends: date | None = None
    equipment: str = ""
    max_per_class: int | None = None
    meetings_wanted: int = 1
    evaluation: str = ""
    again: str = ""
    ideal_size: int | None = None
    max_support: int | None = None
    admission: str = "open"
    must_run: bool = False

    def renew_search_key(self) -> None:
        self.search_key = search_key(self.number, self.title, self.short_name)

    def resize(self, min_size: int | None, max_size: int | None) -> None:
        """Set the sizes; objects to a negative size and to a minimum over the maximum."""
        if any(size is not None and size < 0 for size in (min_size, max_size)):
            raise Objection(N_("A course cannot have fewer than no children."))
        if min_size is not None and max_size is not None and min_size > max_size:
            raise Objection(
                N_("The minimum ({least}) is greater than the maximum ({most}).", least=min_size, most=max_size)
            )
        self.min_size, self.max_size = min_size, max_size

    def check_allocation(self) -> None:
        """Object to what the allocation cannot use: an ideal size outside the limits, an unknown admission."""
        if self.admission not in ADMISSIONS:
            raise Objection(N_("A course is open, for those who are invited, or closed."))
        if self.max_support is not None and self.max_support < 0:
            raise Objection(N_("A number cannot be less than 0."))
        ideal, least, most = self.ideal_size, self.min_size, self.max_size
        if ideal is None:
            return
        if ideal < 1 or (least is not None and ideal < least) or (most is not None and ideal > most):
            raise Objection(
                N_("An ideal size of {count} does not lie between the minimum and the maximum.", count=ideal)
            )


def open_to(
    year_group_ids: Collection[int],
    class_ids: Collection[int],
    year_group_id: int | None,
    in_classes: Collection[int],
) -> bool:
    """Say whether a course for these year groups and classes takes a child; named neither, it takes all."""
    if not year_group_ids and not class_ids:
        return True
    return year_group_id in year_group_ids or not set(class_ids).isdisjoint(in_classes)


@dataclass(eq=False, kw_only=True)
class CourseYearGroup:
    """A year group that may take the course; a course without any is open to all."""

    id: int = field(init=False)
    course_id: int
    year_group_id: int


@dataclass(eq=False, kw_only=True)
class CourseClass:
    id: int = field(init=False)
    course_id: int
    school_class_id: int


@dataclass(eq=False, kw_only=True)
class Invitation:
    """A child that may wish a course for those who are invited."""

    id: int = field(init=False)
    course_id: int
    pupil_id: int


@dataclass(eq=False, kw_only=True)
class Meeting:
    """A meeting of the series: in a block, or at times of its own; weekly, every second week (A, B) or on one date."""

    id: int = field(init=False)
    course_id: int
    time_block_id: int | None = None
    weekday: int | None = None
    starts: time | None = None
    ends: time | None = None
    room_id: int | None = None
    rhythm: str = "weekly"
    on_date: date | None = None
    fixed: bool = False


LEADER_ROLES = ("", "assistant", "supervision", "trainee")  # "": who leads


@dataclass(eq=False, kw_only=True)
class MeetingLeader:
    id: int = field(init=False)
    meeting_id: int
    staff_id: int
    position: int = 0
    role: str = ""


@dataclass(eq=False, kw_only=True)
class CourseBlock:
    """A block in which the course may be placed; a course without any may be placed in all."""

    id: int = field(init=False)
    course_id: int
    time_block_id: int


@dataclass(eq=False, kw_only=True)
class CourseRoom:
    id: int = field(init=False)
    course_id: int
    room_id: int


@dataclass(eq=False, kw_only=True)
class CourseStaff:
    """Who may lead the course, or led it before it lost its place."""

    id: int = field(init=False)
    course_id: int
    staff_id: int
    role: str = ""
