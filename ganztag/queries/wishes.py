"""Wishes as the screen shows them: the paper of each child, what speaks against a wish, and the demand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.queries import frame
from ganztag.queries.ballots import BallotRow, ballot
from ganztag.queries.courses import CourseRow, courses
from ganztag.queries.to_allocate import name_of, own_enrolments, problem, struck_by
from ganztag.queries.voters import VoterRow, first_day, stays, times_of, voters
from ganztag.queries.wish_checks import Busy, Place, Trouble, WishCourse, course_of, trouble
from ganztag.storage import tables
from ganztag.storage.reader import Reader

__all__ = ["Demand", "WishRow", "WishSheet", "demand", "problem", "sheet"]


@dataclass(frozen=True, slots=True)
class WishRow:
    """A child and its paper. *wishes* holds (block, rank, course), *place* is the number in the class list from 1."""

    voter: VoterRow
    place: int
    paper: str
    note: str
    wishes: tuple[tuple[int, int, int], ...]
    busy: tuple[Busy, ...]
    troubles: tuple[tuple[int, int, Trouble], ...]

    @property
    def id(self) -> int:
        return self.voter.id

    def ranks(self, block: int) -> tuple[tuple[int, int], ...]:
        """Return (rank, course) in a block, the best first; several courses may have one rank."""
        return tuple((rank, course) for inside, rank, course in self.wishes if inside == block)


@dataclass(frozen=True, slots=True)
class WishSheet:
    """A ballot with its courses and all children, in the order of classes and class lists."""

    ballot: BallotRow
    courses: tuple[WishCourse, ...]
    rows: tuple[WishRow, ...]

    def missing(self) -> tuple[WishRow, ...]:
        """Return the children who stay on a day of the ballot and of whom nothing came back yet."""
        days = {block.weekday for block in self.ballot.blocks}
        return tuple(row for row in self.rows if row.paper == "missing" and any(map(row.voter.stays_on, days)))


@dataclass(frozen=True, slots=True)
class Demand:
    """How many children wish a course in a block, by rank from the first, against its places (None: no limit)."""

    course: WishCourse
    block: int
    by_rank: tuple[int, ...]

    @property
    def wished(self) -> int:
        return sum(self.by_rank)

    @property
    def places(self) -> int | None:
        return self.course.max_size

    @property
    def too_few(self) -> bool:
        """Whether the course would not reach its minimum if all who wish it came."""
        return self.course.min_size is not None and self.wished < self.course.min_size


def sheet(reader: Reader, ballot_id: int, day: date) -> WishSheet:
    """Return the whole ballot with all children who are at the school from *day* on."""
    row = ballot(reader, ballot_id)
    term = frame.term(reader, row.term_id)
    known = courses(reader, row.term_id)
    struck = struck_by(reader, ballot_id)
    choices = tuple(course_of(course, row.block_ids, struck) for course in known)
    busy = _busy(reader, ballot_id, known, (first_day(reader, term, day), term.ends))
    wishes, papers = _wishes(reader, ballot_id), _papers(reader, ballot_id)
    rows, by_id = [], {choice.id: choice for choice in choices}
    places: dict[int | None, int] = defaultdict(int)
    for voter in voters(reader, term, day):
        places[voter.class_id] += 1
        own, taken = tuple(sorted(wishes.get(voter.id, ()))), tuple(busy.get(voter.id, ()))
        state, note = papers.get(voter.id, ("missing", ""))
        found = _troubles(voter, own, taken, by_id)
        rows.append(WishRow(voter, places[voter.class_id], state, note, own, taken, found))
    return WishSheet(row, choices, tuple(rows))


def _busy(reader: Reader, ballot_id: int, known: Iterable[CourseRow], span: tuple[date, date]) -> dict[int, list[Busy]]:
    """Return for each child the courses that it is in otherwise than by this ballot's own allocation."""
    active = {course.id: course for course in known if not course.struck}
    found: dict[int, list[Busy]] = defaultdict(list)
    for stay in stays(reader, active.values(), *span, but=own_enrolments(reader, ballot_id)):
        course = active[stay.course_id]
        times = tuple(times_of(meeting) for meeting in course.meetings)
        found[stay.pupil_id].append(Busy(course.id, name_of(course), times))
    return found


def _wishes(reader: Reader, ballot_id: int) -> dict[int, list[tuple[int, int, int]]]:
    wish = tables.wish
    columns = (wish.c.pupil_id, wish.c.time_block_id, wish.c.rank, wish.c.course_id)
    found: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for pupil, block, rank, course in map(tuple, reader.rows(sa.select(*columns).where(wish.c.ballot_id == ballot_id))):
        found[pupil].append((block, rank, course))  # thousands, read again after every block that is typed
    return found


def _papers(reader: Reader, ballot_id: int) -> dict[int, tuple[str, str]]:
    paper = tables.ballot_paper
    rows = reader.rows(sa.select(paper.c.pupil_id, paper.c.state, paper.c.note).where(paper.c.ballot_id == ballot_id))
    return {row.pupil_id: (row.state, row.note) for row in rows}


def _troubles(
    voter: VoterRow, wishes: tuple[tuple[int, int, int], ...], busy: tuple[Busy, ...], by_id: Mapping[int, WishCourse]
) -> tuple[tuple[int, int, Trouble], ...]:
    ranks: dict[int, dict[int, int]] = defaultdict(dict)
    for block, rank, course_id in wishes:
        ranks[block][rank] = course_id
    blocks, found = frozenset(ranks), []
    for block, rank, course_id in wishes:
        course = by_id.get(course_id)
        if course is None:
            continue
        others = {r: c for r, c in ranks[block].items() if c != course_id}
        against = trouble(course, Place(voter, block, others, busy, blocks), by_id.values())
        if against is not None:
            found.append((block, rank, against))
    return tuple(found)


def demand(of: WishSheet, block: int) -> tuple[Demand, ...]:
    """Return the demand for the courses of a block, the most wished first; struck and planned ones only if wished."""
    counts = Counter((course, rank) for row in of.rows for inside, rank, course in row.wishes if inside == block)
    most = max([of.ballot.wishes, *(rank for _course, rank in counts)])
    found = [
        Demand(course, block, tuple(counts[course.id, rank] for rank in range(1, most + 1)))
        for course in of.courses
        if block in course.blocks
    ]
    shown = [one for one in found if one.wished or one.course.status == "offered"]
    return tuple(sorted(shown, key=lambda one: -one.wished))
