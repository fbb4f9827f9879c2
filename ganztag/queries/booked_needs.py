"""What the booked children need: at each time of the week, how many are there and how many places the offer has."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import sqlalchemy as sa

from ganztag.queries import frame
from ganztag.queries.ballots import blocks_on_offer
from ganztag.queries.courses import CourseRow, courses
from ganztag.queries.frame import BlockRow
from ganztag.queries.voters import VoterRow, minutes, times_of, voters
from ganztag.queries.wish_checks import overlap
from ganztag.storage import tables
from ganztag.storage.reader import Reader

_NO_LIMIT = 10**9


@dataclass(frozen=True, slots=True)
class BookedNeed:
    """A weekday and one of its blocks (None: nothing is offered on this day) with the children who booked the day.

    *by_year* is in the order of the years; *places* None: without limit. *short* children find no place whatever they
    wish, because *short_years* together have too few courses; empty: all years.
    """

    weekday: int
    block: BlockRow | None
    booked: int
    by_year: tuple[int, ...]
    places: int | None
    short: int
    short_years: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BookedNeeds:
    """*years* are the labels of the columns, empty for children without one; *unsaid* children booked no days."""

    years: tuple[str, ...]
    rows: tuple[BookedNeed, ...]
    unsaid: int

    def short(self) -> tuple[BookedNeed, ...]:
        return tuple(sorted((row for row in self.rows if row.short), key=lambda row: -row.short))


def booked_needs(reader: Reader, term_id: int, day: date) -> BookedNeeds:
    """Return the need at each block on offer, in the order of the week, and on booked days without an offer.

    A course counts at a block when it meets at this time; one for certain classes counts for their year groups.
    """
    term = frame.term(reader, term_id)
    children = voters(reader, term, day)
    years = _years(reader, children)
    labels = tuple(years.values())
    offered = [one for one in courses(reader, term_id) if one.status in ("offered", "running")]
    blocks = blocks_on_offer(reader, term_id)
    open_to = _open_to(offered, children, years)
    rows = []
    for weekday in sorted({day for child in children for day in child.days} | {block.weekday for block in blocks}):
        count = Counter(child.year_group_id for child in children if weekday in child.days)
        booked = tuple(count[key] for key in years)
        own: list[BlockRow | None] = [block for block in blocks if block.weekday == weekday]
        rows += [_need(weekday, block, _supply(offered, block, open_to), booked, labels) for block in own or [None]]
    return BookedNeeds(labels, tuple(rows), unsaid=sum(not child.days for child in children))


def _years(reader: Reader, children: Iterable[VoterRow]) -> dict[int | None, str]:
    """Return the year groups that the children are in, in their order; without one at the end."""
    present = {child.year_group_id for child in children}
    table = tables.year_group
    rows = reader.rows(sa.select(table.c.id, table.c.label).order_by(table.c.position, table.c.id))
    found: dict[int | None, str] = {row.id: row.label for row in rows if row.id in present}
    return found | ({None: ""} if None in present else {})


def _open_to(
    offered: Iterable[CourseRow], children: Iterable[VoterRow], years: Mapping[int | None, str]
) -> dict[int, frozenset[int]]:
    """Return for each course the places of the year groups that it is open to."""
    of_class: dict[int, set[int | None]] = defaultdict(set)
    for child in children:
        for class_id in child.class_ids:
            of_class[class_id].add(child.year_group_id)
    place, everyone = {key: index for index, key in enumerate(years)}, frozenset(range(len(years)))
    found = {}
    for course in offered:
        own = {*course.year_group_ids, *(year for key in course.class_ids for year in of_class[key])}
        restricted = course.year_group_ids or course.class_ids
        found[course.id] = frozenset(place[key] for key in own if key in place) if restricted else everyone
    return found


Supply = dict[frozenset[int], int]
"""Places by the year groups that they are open to."""


def _supply(offered: Iterable[CourseRow], block: BlockRow | None, open_to: Mapping[int, frozenset[int]]) -> Supply:
    found: Counter[frozenset[int]] = Counter()
    if block is None:
        return found
    at = (block.weekday, minutes(block.starts, 0), minutes(block.ends, 24 * 60))
    for course in offered:
        if any(overlap(at, times_of(meeting)) for meeting in course.meetings):
            found[open_to[course.id]] += _NO_LIMIT if course.max_size is None else course.max_size
    return found


def _need(
    weekday: int, block: BlockRow | None, supply: Supply, booked: tuple[int, ...], labels: tuple[str, ...]
) -> BookedNeed:
    short, years = shortfall(supply, booked)
    places = sum(supply.values())
    return BookedNeed(
        weekday=weekday,
        block=block,
        booked=sum(booked),
        by_year=booked,
        places=places if places < _NO_LIMIT else None,
        short=short,
        short_years=() if len(years) == len(labels) else tuple(labels[year] for year in sorted(years)),
    )


def shortfall(supply: Supply, booked: tuple[int, ...]) -> tuple[int, frozenset[int]]:
    """Return how many children at least find no place, and the fewest year groups (by place) that show it.

    By Hall's theorem: it is the greatest surplus of the children of some year groups over all places open to any of
    them. Year groups that may take the same courses are taken together.
    """
    alike: dict[frozenset[frozenset[int]], list[int]] = defaultdict(list)
    for year, count in enumerate(booked):
        if count:
            alike[frozenset(those for those in supply if year in those)].append(year)
    worst, found = 0, frozenset[int]()
    for size in range(1, len(alike) + 1):
        for chosen in combinations(alike.values(), size):
            years = frozenset(year for group in chosen for year in group)
            places = sum(count for those, count in supply.items() if not years.isdisjoint(those))
            missing = sum(booked[year] for year in years) - places
            if missing > worst:
                worst, found = missing, years
    return worst, found
