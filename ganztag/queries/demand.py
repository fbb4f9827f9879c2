"""Demand before a ballot ends: wishes against places, course by course and block by block."""

from collections import Counter
from dataclasses import dataclass

from ganztag.domain.ballot_papers import WEEK
from ganztag.language import sort_key
from ganztag.queries.wish_checks import WishCourse
from ganztag.queries.wishes import WishRow, WishSheet, best_ranks


@dataclass(frozen=True, slots=True)
class Demand:
    """How many children wish a course in a block (or WEEK), by rank from the first; *refused*: do not want it.

    Its places and the children it needs are those that the ballot has to give and to bring. Before any paper has
    *begun* to come in, nothing is too few.
    """

    course: WishCourse
    block: int
    by_rank: tuple[int, ...]
    refused: int = 0
    begun: bool = True

    @property
    def id(self) -> int:
        return self.course.id

    @property
    def wished(self) -> int:
        return sum(self.by_rank)

    @property
    def first(self) -> int:
        return self.by_rank[0] if self.by_rank else 0

    @property
    def places(self) -> int | None:
        return self.course.places

    @property
    def too_few(self) -> bool:
        """Whether the course would not reach its minimum if all who wish it came."""
        return self.begun and self.course.min_size is not None and self.wished < self.course.needed

    @property
    def over(self) -> int:
        """Return how many children of those who wish it first cannot get it."""
        return 0 if self.places is None else max(self.first - self.places, 0)


@dataclass(frozen=True, slots=True)
class BandDemand:
    """A block (or WEEK) as a whole: its courses, the most wished first, and who wants a place in it.

    *wishing* children have wishes there, *anywhere* take any course and have none, *nowhere* want no place. *places*
    are those of all courses on offer, None: without limit.
    """

    band: int
    courses: tuple[Demand, ...]
    wishing: int
    anywhere: int
    nowhere: int
    places: int | None

    @property
    def short(self) -> int:
        """Return how many of the children who want a place there find none, whatever they wish."""
        return 0 if self.places is None else max(self.wishing + self.anywhere - self.places, 0)

    def too_few(self) -> tuple[Demand, ...]:
        """Return the courses that will not reach their minimum as it stands, the hopeless first."""
        return tuple(sorted((one for one in self.courses if one.too_few), key=lambda one: one.wished))

    def over(self) -> tuple[Demand, ...]:
        """Return the courses with more first wishes than places, the worst first."""
        return tuple(sorted((one for one in self.courses if one.over), key=lambda one: -one.over))


def demand(of: WishSheet, band: int) -> tuple[Demand, ...]:
    """Return the demand for the courses of a block, the most wished first; struck and planned ones only if wished."""
    counts: Counter[tuple[int, int]] = Counter()
    for row in of.rows:
        if band == WEEK:
            counts.update(best_ranks(row.wishes).items())
        else:
            counts.update([(course, rank) for inside, rank, course in row.wishes if inside == band])
    refused = Counter(course for row in of.rows for course in row.refused)
    most = max([of.ballot.wishes, *(rank for _course, rank in counts)])
    begun = any(row.wishes or row.answers for row in of.rows)
    found = [
        Demand(course, band, tuple(counts[course.id, rank] for rank in range(1, most + 1)), refused[course.id], begun)
        for course in of.courses
        if course.is_in(band)
    ]
    shown = [one for one in found if one.wished or (one.course.status == "offered" and one.course.in_ballot)]
    return tuple(sorted(shown, key=lambda one: (-one.wished, sort_key(one.course.name))))


def band_demand(of: WishSheet, band: int) -> BandDemand:
    found = demand(of, band)
    wishing = {row.id for row in of.rows if (row.wishes if band == WEEK else row.ranks(band))}
    rest = [row for row in of.rows if row.id not in wishing and row.answers]
    limits = [one.places for one in found if one.course.status == "offered"]
    return BandDemand(
        band=band,
        courses=found,
        wishing=len(wishing),
        anywhere=sum(row.any_from(band) is not None for row in rest),
        nowhere=sum(row.wants_none(band) for row in rest),
        places=None if None in limits else sum(limit or 0 for limit in limits),
    )


@dataclass(frozen=True, slots=True)
class Wisher:
    """A child that wishes a course; *rank* None: it does not want it."""

    row: WishRow
    rank: int | None

    @property
    def id(self) -> int:
        return self.row.id


def wishers(of: WishSheet, band: int, course_id: int) -> tuple[Wisher, ...]:
    """Return the children who wish a course, the first wishes first, behind them those who refuse it."""
    found = [
        Wisher(row, rank)
        for row in of.rows
        for rank, course in row.ranks(band)
        if course == course_id
    ]  # fmt: skip
    refusing = [Wisher(row, None) for row in of.rows if course_id in row.refused]
    return (*sorted(found, key=lambda one: one.rank or 0), *refusing)
