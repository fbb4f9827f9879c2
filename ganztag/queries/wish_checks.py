"""What speaks against a wish, in words, and which course may have been meant; asked with every key that is typed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

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


def trouble(course: WishCourse, place: Place, near: Iterable[WishCourse]) -> Trouble | None:
    """Return what speaks against the wish, the gravest thing first; None: it is fine.

    *near* are the courses that are ``alike``: the first that would do is suggested.
    """
    kind = _kind(course, place)
    if kind is None:
        return None
    return Trouble(kind, *_told(kind, course, place), suggestion=_first(near, place))


def _kind(course: WishCourse, place: Place) -> str | None:
    """Return the kind of trouble and no words: it is asked ten thousand times for a large ballot."""
    if course.id in place.others.values():
        return "twice"
    if place.block not in course.blocks:
        return "block"
    if course.status != "offered":
        return "status"
    if not course.takes(place.voter):
        return "barred"
    if place.busy and _clash(course, place.busy) is not None:
        return "clash"
    return "half" if place.blocks is not None and not place.blocks.issuperset(course.blocks) else None


def _clash(course: WishCourse, busy: tuple[Busy, ...]) -> Busy | None:
    """Return the course that leaves the child no time for this one; it may be the very same."""
    for one in busy:
        if one.course_id == course.id:
            return one
        for theirs in one.times:
            for mine in course.times:
                if overlap(mine, theirs):
                    return one
    return None


def _told(kind: str, course: WishCourse, place: Place) -> tuple[Message, Message]:
    """Return the trouble in a sentence and in the few words that have room in a cell."""
    match kind:
        case "twice":
            same = next(rank for rank, other in place.others.items() if other == course.id)
            return N_("{course} is wish {rank} already.", course=course.name, rank=same), N_("twice")
        case "block":
            return N_("{course} is not in this block.", course=course.name), N_("not here")
        case "status":
            return _STATUS[course.status].filled(course=course.name), _STATUS_SHORT[course.status]
        case "barred":
            return _barred(course)
        case "clash":
            busy = _clash(course, place.busy)
            return _clashing(course.name, busy.name if busy is not None and busy.course_id != course.id else None)
        case _:
            message = N_("{course} also takes place in a block in which the child has no wishes.", course=course.name)
            return message, N_("another day too")


def _barred(course: WishCourse) -> tuple[Message, Message]:
    groups = ", ".join(in_runs(course.only_for))
    message = N_("{course} is only for {groups}.", course=course.name, groups=groups)
    if not course.class_ids:
        message = N_("{course} is only for year group {groups}.", course=course.name, groups=groups)
    return message, N_("only {groups}", groups=groups)


@lru_cache(maxsize=2048)
def _clashing(course: str, other: str | None) -> tuple[Message, Message]:
    """Return the same words for all children in the same two courses; *other* is None where both are one."""
    if other is None:
        return N_("The child is in {course} already.", course=course), N_("in it already")
    message = N_("{course} is at the same time as {other}, where the child is.", course=course, other=other)
    return message, N_("not free")


def overlap(one: Interval, other: Interval) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def meant(typed: str, place: Place, courses: Iterable[WishCourse]) -> int | None:
    """Return the course of the block whose number looks most like what was typed and that the child may take."""
    return _first(alike(typed, place.block, courses), place)


def _first(near: Iterable[WishCourse], place: Place) -> int | None:
    return next((course.id for course in near if _kind(course, place) is None), None)


def alike(number: str, block: int, courses: Iterable[WishCourse]) -> tuple[WishCourse, ...]:
    """Return the other courses of the block whose number is one slip of a finger away from this one, nearest first."""
    near = [
        (slips, course.number, course.id, course)
        for course in courses
        if block in course.blocks and course.number and 0 < (slips := distance(number, course.number)) <= _ONE_SLIP
    ]
    return tuple(course for *_order, course in sorted(near, key=lambda one: one[:3]))


_ONE_SLIP = 2


def distance(one: str, other: str) -> int:
    """Return how far two numbers lie apart: two neighbours swapped 1, any other slip of a finger 2, else more."""
    if one == other:
        return 0
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if len(one) == 2 and one == other[::-1]:
        return 1
    return _ONE_SLIP * max(len(one), len(other))
