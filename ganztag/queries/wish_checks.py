"""What speaks against a wish, in words, and which course may have been meant; asked with every key that is typed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ganztag.domain.ballot_papers import WEEK
from ganztag.domain.courses import course_name, open_to
from ganztag.domain.school import in_runs
from ganztag.language import N_, Message, nN_
from ganztag.queries.ballots import BallotRow
from ganztag.queries.courses import CourseRow
from ganztag.queries.near_numbers import ONE_SLIP, distance
from ganztag.queries.voters import VoterRow, times_of

__all__ = ["Busy", "Place", "Trouble", "WishCourse", "alike", "course_of", "distance", "meant", "trouble"]

Interval = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class WishCourse:
    """A course as it can be wished; *blocks* are those of the ballot, *times* (weekday, start, end) in minutes.

    *taken* places are not the ballot's to give. *invited* are the children who may wish it where it is for the
    invited; *in_ballot*: it was chosen for this ballot, or the ballot has all.
    """

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
    admission: str = "open"
    invited: frozenset[int] = frozenset()
    in_ballot: bool = True
    taken: int = 0

    @property
    def name(self) -> str:
        return course_name(self.number, self.title)

    @property
    def places(self) -> int | None:
        """Return how many places the ballot has to give, None: without limit."""
        return None if self.max_size is None else max(self.max_size - self.taken, 0)

    @property
    def needed(self) -> int:
        """Return how many children the ballot has to bring so that the course reaches its minimum."""
        return max((self.min_size or 0) - self.taken, 0)

    def is_in(self, band: int) -> bool:
        """Tell whether it can be wished in a block, or at all in the ballot's week."""
        return bool(self.blocks) if band == WEEK else band in self.blocks

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
    """What speaks against a wish or a paper. *short* stands in the cell, *suggestion* may have been meant.

    *kind* of a wish: twice, block, ballot, status, closed, uninvited, barred, refused, clash, half, unknown; of a
    paper: few, voter.
    """

    kind: str
    message: Message
    short: Message
    suggestion: int | None = None

    @property
    def cannot_be_kept(self) -> bool:
        """Whether the wish must not be written down at all; the others are on the paper and stay, but do not count."""
        return self.kind in ("twice", "block")


def course_of(
    row: CourseRow, ballot: BallotRow, struck_anew: Collection[int], invited: frozenset[int], taken: int
) -> WishCourse:
    """Return a course as it can be wished; what this ballot's own allocation struck counts as offered."""
    return WishCourse(
        id=row.id,
        number=row.number,
        title=row.title,
        short_name=row.short_name,
        status="offered" if row.struck and row.id in struck_anew else row.status,
        kind=row.kind,
        blocks=tuple(block for block in row.block_ids if block in ballot.block_ids),
        times=tuple(times_of(meeting) for meeting in row.meetings),
        year_group_ids=row.year_group_ids,
        class_ids=row.class_ids,
        only_for=(*row.year_groups, *row.classes),
        min_size=row.min_size,
        max_size=row.max_size,
        search_key=row.search_key,
        admission=row.admission,
        invited=invited,
        in_ballot=ballot.offers(row.id),
        taken=taken,
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wish stands: of whom, in which block (or WEEK), and the other courses there with their ranks.

    *blocks* are those in which the child has wishes; None while they are still being typed.
    """

    voter: VoterRow
    block: int
    others: Mapping[int, int] = field(default_factory=dict)
    busy: tuple[Busy, ...] = ()
    blocks: frozenset[int] | None = None
    refused: frozenset[int] = frozenset()


def trouble(course: WishCourse, place: Place, near: Iterable[WishCourse]) -> Trouble | None:
    """Return what speaks against the wish, the gravest thing first; None: it is fine.

    *near* are the courses that are ``alike``: the first that would do is suggested.
    """
    kind = kind_of(course, place)
    if kind is None:
        return None
    return Trouble(kind, *_told(kind, course, place), suggestion=_first(near, place))


def kind_of(course: WishCourse, place: Place) -> str | None:
    """Return the kind of trouble and no words: it is asked ten thousand times for a large ballot."""
    if course.id in place.others:
        return "twice"
    if place.block not in course.blocks and not (place.block == WEEK and course.blocks):
        return "block"
    kind = _kept_out(course, place)
    if kind is not None:
        return kind
    if place.busy and _clash(course, place.busy) is not None:
        return "clash"
    return "half" if place.blocks is not None and not place.blocks.issuperset(course.blocks) else None


def _kept_out(course: WishCourse, place: Place) -> str | None:
    if course.status != "offered" or not course.in_ballot or course.admission != "open":
        kind = _not_on_offer(course, place.voter)
        if kind is not None:
            return kind
    if not course.takes(place.voter):
        return "barred"
    return "refused" if course.id in place.refused else None


def _not_on_offer(course: WishCourse, voter: VoterRow) -> str | None:
    if course.status != "offered":
        return "status"
    if not course.in_ballot:
        return "ballot"
    if course.admission == "closed":
        return "closed"
    return "uninvited" if course.admission == "invited" and voter.id not in course.invited else None


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


_STATUS = {
    "planned": (N_("{course} is not offered yet."), N_("planned")),
    "running": (N_("{course} is running already and is not allocated."), N_("running")),
    "struck": (N_("{course} does not take place."), N_("struck")),
}
_PLAIN = {
    "block": (N_("{course} is not in this block."), N_("not here")),
    "ballot": (N_("{course} cannot be wished in this ballot."), N_("not in it")),
    "closed": (N_("{course} cannot be wished; the school decides who is in it."), N_("closed")),
    "uninvited": (N_("{course} is only for children who are invited."), N_("not invited")),
    "refused": (N_("{course} is wished and refused on the same paper."), N_("refused")),
    "half": (N_("{course} also takes place in a block in which the child has no wishes."), N_("another day too")),
}


def _told(kind: str, course: WishCourse, place: Place) -> tuple[Message, Message]:
    """Return the trouble in a sentence and in the few words that have room in a cell."""
    if kind == "twice":
        return N_("{course} is wish {rank} already.", course=course.name, rank=place.others[course.id]), N_("twice")
    if kind == "barred":
        return _barred(course)
    if kind == "clash":
        busy = _clash(course, place.busy)
        return _clashing(course.name, busy.name if busy is not None and busy.course_id != course.id else None)
    if kind == "block" and place.block == WEEK:
        return N_("{course} is in no block of this ballot.", course=course.name), N_("not here")
    message, short = _STATUS[course.status] if kind == "status" else _PLAIN[kind]
    return message.filled(course=course.name), short


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


def too_few(given: int, least: int) -> Trouble:
    """Return what is said of a child with too few wishes in a block, or for the week."""
    if not given:
        return Trouble("few", N_("No wish stands there; at least {least} are asked for.", least=least), N_("too few"))
    message = nN_("Only {count} wish stands there; at least {least} are asked for.",
                  "Only {count} wishes stand there; at least {least} are asked for.", given, least=least)  # fmt: skip
    return Trouble("few", message, N_("too few"))


def not_a_voter() -> Trouble:
    return Trouble("voter", N_("This ballot is not for the child's class."), N_("not invited"))


def overlap(one: Interval, other: Interval) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def meant(typed: str, place: Place, courses: Iterable[WishCourse]) -> int | None:
    """Return the course of the block whose number looks most like what was typed and that the child may take."""
    return _first(alike(typed, place.block, courses), place)


def _first(near: Iterable[WishCourse], place: Place) -> int | None:
    return next((course.id for course in near if kind_of(course, place) is None), None)


def alike(number: str, band: int, courses: Iterable[WishCourse]) -> tuple[WishCourse, ...]:
    """Return the other courses of the block whose number is one slip of a finger away from this one, nearest first."""
    near = [
        (slips, course.number, course.id, course)
        for course in courses
        if course.number and course.is_in(band) and 0 < (slips := distance(number, course.number)) <= ONE_SLIP
    ]
    return tuple(course for *_order, course in sorted(near, key=lambda one: one[:3]))
