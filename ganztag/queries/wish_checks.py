"""What speaks against a wish, in words, and which course may have been meant; asked with every key that is typed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ganztag.domain.courses import course_name, open_to
from ganztag.domain.school import in_runs
from ganztag.language import N_, Message
from ganztag.queries.courses import CourseRow
from ganztag.queries.voters import VoterRow, times_of

Interval = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class WishCourse:
    """A course as it can be wished; *blocks* are those of the ballot, *times* (weekday, start, end) in minutes."""

    id: int
    number: str
    title: str
    short_name: str
    status: str
    kind: str
    blocks: tuple[int, ...]
    times: tuple[Interval, ...]
    year_group_ids: tuple[int, ...]
    class_ids: tuple[int, ...]
    only_for: tuple[str, ...]
    min_size: int | None
    max_size: int | None
    search_key: str

    @property
    def name(self) -> str:
        return course_name(self.number, self.title)

    def takes(self, voter: VoterRow) -> bool:
        return open_to(self.year_group_ids, self.class_ids, voter.year_group_id, voter.class_ids)


@dataclass(frozen=True, slots=True)
class Busy:
    """A course that a child is in already."""

    course_id: int
    name: str
    times: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What speaks against a wish: *kind* is twice, block, status, barred, clash or half. *short* stands in its cell."""

    kind: str
    message: Message
    short: Message
    suggestion: int | None = None

    @property
    def cannot_be_kept(self) -> bool:
        """Whether the wish must not be written down at all; the others are on the paper and stay, but do not count."""
        return self.kind in ("twice", "block")


_STATUS = {
    "planned": N_("{course} is not offered yet."),
    "running": N_("{course} is running already and is not allocated."),
    "struck": N_("{course} does not take place."),
}
_STATUS_SHORT = {"planned": N_("planned"), "running": N_("running"), "struck": N_("struck")}


def course_of(row: CourseRow, blocks: Collection[int], struck_anew: Collection[int]) -> WishCourse:
    """Return a course as it can be wished; what this ballot's own allocation struck counts as offered."""
    return WishCourse(
        id=row.id,
        number=row.number,
        title=row.title,
        short_name=row.short_name,
        status="offered" if row.struck and row.id in struck_anew else row.status,
        kind=row.kind,
        blocks=tuple(block for block in row.block_ids if block in blocks),
        times=tuple(times_of(meeting) for meeting in row.meetings),
        year_group_ids=row.year_group_ids,
        class_ids=row.class_ids,
        only_for=(*row.year_groups, *row.classes),
        min_size=row.min_size,
        max_size=row.max_size,
        search_key=row.search_key,
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wish stands: of whom, in which block, and the courses at the other ranks of that block.

    *blocks* are those in which the child has wishes; None while they are still being typed.
    """

    voter: VoterRow
    block: int
    others: Mapping[int, int]
    busy: tuple[Busy, ...] = ()
    blocks: frozenset[int] | None = None


def trouble(course: WishCourse, place: Place, courses: Iterable[WishCourse]) -> Trouble | None:
    """Return what speaks against the wish, the gravest thing first; None: it is fine."""
    found = _grave(course, place) or _light(course, place)
    if found is None:
        return None
    return Trouble(*found, suggestion=meant(course.number, place, courses))


def _grave(course: WishCourse, place: Place) -> tuple[str, Message, Message] | None:
    same = next((rank for rank, other in place.others.items() if other == course.id), None)
    if same is not None:
        return "twice", N_("{course} is wish {rank} already.", course=course.name, rank=same), N_("twice")
    if place.block not in course.blocks:
        return "block", N_("{course} is not in this block.", course=course.name), N_("not here")
    return None


def _light(course: WishCourse, place: Place) -> tuple[str, Message, Message] | None:
    if course.status != "offered":
        return "status", _STATUS[course.status].filled(course=course.name), _STATUS_SHORT[course.status]
    if not course.takes(place.voter):
        groups = ", ".join(in_runs(course.only_for))
        message = N_("{course} is only for {groups}.", course=course.name, groups=groups)
        if not course.class_ids:
            message = N_("{course} is only for year group {groups}.", course=course.name, groups=groups)
        return "barred", message, N_("only {groups}", groups=groups)
    for busy in place.busy:
        if busy.course_id == course.id:
            return "clash", N_("The child is in {course} already.", course=course.name), N_("in it already")
        if any(overlap(mine, theirs) for mine in course.times for theirs in busy.times):
            message = N_(
                "{course} is at the same time as {other}, where the child is.", course=course.name, other=busy.name
            )
            return "clash", message, N_("not free")
    if place.blocks is not None and not place.blocks.issuperset(course.blocks):
        message = N_("{course} also takes place in a block in which the child has no wishes.", course=course.name)
        return "half", message, N_("another day too")
    return None


def overlap(one: Interval, other: Interval) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def meant(typed: str, place: Place, courses: Iterable[WishCourse]) -> int | None:
    """Return the course of the block whose number looks most like what was typed and that the child may take."""
    near = [
        (distance(typed, course.number), course.number, course.id)
        for course in courses
        if course.number and course.number != typed and _would_do(course, place)
    ]
    best = min(near, default=None)
    return best[2] if best is not None and best[0] <= _ONE_SLIP else None


def _would_do(course: WishCourse, place: Place) -> bool:
    return _grave(course, place) is None and _light(course, place) is None


_ONE_SLIP = 2


def distance(one: str, other: str) -> int:
    """Return how far two numbers lie apart: two neighbours swapped count 1, any other slip of a finger counts 2."""
    if len(one) == len(other) and sorted(one) == sorted(other):
        swapped = [index for index, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(swapped) == 2 and swapped[1] == swapped[0] + 1:
            return 1
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        before, row[0] = row[0], place
        for index, against in enumerate(other, start=1):
            before, row[index] = row[index], min(row[index] + 1, row[index - 1] + 1, before + (letter != against))
    return _ONE_SLIP * row[-1]
