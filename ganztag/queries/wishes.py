"""Wishes as the screen shows them: the paper of each child, what speaks against a wish, and the demand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import sqlalchemy as sa

from ganztag.queries import frame
from ganztag.queries.ballots import BallotRow, ballot
from ganztag.queries.courses import CourseRow, courses
from ganztag.queries.to_allocate import name_of, own_enrolments, problem, struck_by
from ganztag.queries.voters import VoterRow, first_day, stays, times_of, voters
from ganztag.queries.wish_checks import Busy, Place, Trouble, WishCourse, alike, course_of, trouble
from ganztag.storage import tables
from ganztag.storage.reader import Reader

__all__ = ["Demand", "WishRow", "WishSheet", "demand", "problem", "reread", "sheet"]


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
    written = _Written(_wishes(reader, ballot_id), _papers(reader, ballot_id), {one.id: one for one in choices})
    rows = []
    places: dict[int | None, int] = defaultdict(int)
    for voter in voters(reader, term, day):
        places[voter.class_id] += 1
        rows.append(written.row(voter, places[voter.class_id], tuple(busy.get(voter.id, ()))))
    return WishSheet(row, choices, tuple(rows))


def reread(reader: Reader, of: WishSheet, pupil_id: int) -> WishSheet:
    """Return the sheet with the paper of one child as the file has it now, all else as it was.

    It is for a deed that wrote this child's wishes and nothing else: to read a large ballot takes a tenth of a second.
    """
    ballot_id = of.ballot.id
    wishes, papers = _wishes(reader, ballot_id, pupil_id), _papers(reader, ballot_id, pupil_id)
    written = _Written(wishes, papers, {one.id: one for one in of.courses})
    rows = (written.row(row.voter, row.place, row.busy) if row.id == pupil_id else row for row in of.rows)
    return replace(of, rows=tuple(rows))


@dataclass(frozen=True, slots=True)
class _Written:
    """What stands on the papers, by child."""

    wishes: Mapping[int, list[tuple[int, int, int]]]
    papers: Mapping[int, tuple[str, str]]
    courses: Mapping[int, WishCourse]
    _near: dict[tuple[str, int], tuple[WishCourse, ...]] = field(default_factory=dict)

    def near(self, course: WishCourse, block: int) -> tuple[WishCourse, ...]:
        """Return the courses whose number looks like this one's; worked out once, not again for each wish."""
        key = (course.number, block)
        if key not in self._near:
            self._near[key] = alike(*key, self.courses.values())
        return self._near[key]

    def row(self, voter: VoterRow, place: int, busy: tuple[Busy, ...]) -> WishRow:
        own = tuple(sorted(self.wishes.get(voter.id, ())))
        state, note = self.papers.get(voter.id, ("missing", ""))
        return WishRow(voter, place, state, note, own, busy, _troubles(voter, own, busy, self))


def _busy(reader: Reader, ballot_id: int, known: Iterable[CourseRow], span: tuple[date, date]) -> dict[int, list[Busy]]:
    """Return for each child the courses that it is in otherwise than by this ballot's own allocation."""
    active = {course.id: course for course in known if not course.struck}
    found: dict[int, list[Busy]] = defaultdict(list)
    for stay in stays(reader, active.values(), *span, but=own_enrolments(reader, ballot_id)):
        course = active[stay.course_id]
        times = tuple(times_of(meeting) for meeting in course.meetings)
        found[stay.pupil_id].append(Busy(course.id, name_of(course), times))
    return found


def _wishes(reader: Reader, ballot_id: int, pupil_id: int | None = None) -> dict[int, list[tuple[int, int, int]]]:
    wish = tables.wish
    columns = (wish.c.pupil_id, wish.c.time_block_id, wish.c.rank, wish.c.course_id)
    rows = reader.rows(sa.select(*columns).where(*_on_papers(wish, ballot_id, pupil_id)))
    found: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for pupil, block, rank, course in map(tuple, rows):  # thousands: by place, for a name costs three times as much
        found[pupil].append((block, rank, course))
    return found


def _papers(reader: Reader, ballot_id: int, pupil_id: int | None = None) -> dict[int, tuple[str, str]]:
    paper = tables.ballot_paper
    columns = (paper.c.pupil_id, paper.c.state, paper.c.note)
    rows = reader.rows(sa.select(*columns).where(*_on_papers(paper, ballot_id, pupil_id)))
    return {row.pupil_id: (row.state, row.note) for row in rows}


def _on_papers(table: sa.Table, ballot_id: int, pupil_id: int | None) -> list[sa.ColumnElement[bool]]:
    """Return the conditions for the rows of one child, without one for those of all."""
    own = [] if pupil_id is None else [table.c.pupil_id == pupil_id]
    return [table.c.ballot_id == ballot_id, *own]


def _troubles(
    voter: VoterRow, wishes: tuple[tuple[int, int, int], ...], busy: tuple[Busy, ...], written: _Written
) -> tuple[tuple[int, int, Trouble], ...]:
    ranks: dict[int, dict[int, int]] = defaultdict(dict)
    for block, rank, course_id in wishes:
        ranks[block][rank] = course_id
    blocks, found = frozenset(ranks), []
    for block, rank, course_id in wishes:
        course = written.courses.get(course_id)
        if course is None:
            continue
        others = {r: c for r, c in ranks[block].items() if c != course_id}
        against = trouble(course, Place(voter, block, others, busy, blocks), written.near(course, block))
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
