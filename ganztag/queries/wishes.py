"""Wishes as the screen shows them: the paper of each child, and what speaks against it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import sqlalchemy as sa

from ganztag.domain.ballot_papers import WEEK, Ranks
from ganztag.queries import frame
from ganztag.queries.ballots import BallotRow, ballot
from ganztag.queries.courses import CourseRow, courses
from ganztag.queries.paper_reading import NO_PAPER, Answer, Papers, Written, papers_of
from ganztag.queries.paper_troubles import Paper, Troubles, troubles_of
from ganztag.queries.to_allocate import name_of, own_enrolments, problem, struck_by
from ganztag.queries.voters import Stay, VoterRow, first_day, stays, times_of, voters
from ganztag.queries.wish_checks import Busy, WishCourse, alike, course_of
from ganztag.storage import tables
from ganztag.storage.reader import Reader

__all__ = ["WishRow", "WishSheet", "problem", "reread", "sheet", "voter_ids_of"]


@dataclass(frozen=True, slots=True)
class WishRow:
    """A child and its paper. *wishes* holds (block, rank, course), *place* is the number in the class list from 1.

    *answers* holds (block, any or none, from which rank). *troubles* holds (block, rank, trouble), where the ballot is
    ranked over the week with WEEK as the block, and the rank 0 for what concerns the whole paper. *number* is that of
    the slip.
    """

    voter: VoterRow
    place: int
    paper: str
    note: str
    wishes: tuple[Written, ...]
    busy: tuple[Busy, ...]
    troubles: Troubles
    answers: tuple[Answer, ...] = ()
    refused: frozenset[int] = frozenset()
    number: str = ""

    @property
    def id(self) -> int:
        return self.voter.id

    @property
    def is_faulty(self) -> bool:
        return self.paper == "faulty" or bool(self.troubles)

    def ranks(self, band: int) -> Ranks:
        """Return (rank, course) in a block or over the week, the best first; several courses may have one rank."""
        if band == WEEK:
            return tuple(sorted({(rank, course) for course, rank in best_ranks(self.wishes).items()}))
        return tuple((rank, course) for inside, rank, course in self.wishes if inside == band)

    def any_from(self, band: int) -> int | None:
        """Return the rank from which on any course will do there, None without such an answer."""
        found = [rank or 1 for block, answer, rank in self.answers if answer == "any" and band in (WEEK, block)]
        return min(found, default=None)

    def wants_none(self, band: int) -> bool:
        """Tell whether it wants no place there."""
        found = {answer for block, answer, _rank in self.answers if band in (WEEK, block)}
        return found == {"none"}


def best_ranks(wishes: Iterable[Written]) -> dict[int, int]:
    """Return the best rank of each course, whatever the block."""
    found: dict[int, int] = {}
    for _block, rank, course in wishes:
        found[course] = min(rank, found.get(course, rank))
    return found


@dataclass(frozen=True, slots=True)
class WishSheet:
    """A ballot with its courses and all children, in the order of classes and class lists.

    Children stand there who may vote and who have a paper all the same.
    """

    ballot: BallotRow
    courses: tuple[WishCourse, ...]
    rows: tuple[WishRow, ...]

    @property
    def bands(self) -> tuple[int, ...]:
        """Return in what the wishes are ranked: the blocks, or WEEK alone."""
        return bands_of(self.ballot)

    def missing(self) -> tuple[WishRow, ...]:
        """Return the children who stay on a day of the ballot and of whom nothing came back yet."""
        days = {block.weekday for block in self.ballot.blocks}
        return tuple(row for row in self.rows if row.paper == "missing" and any(map(row.voter.stays_on, days)))

    def faulty(self) -> tuple[WishRow, ...]:
        return tuple(row for row in self.rows if row.is_faulty)


def bands_of(row: BallotRow) -> tuple[int, ...]:
    return (WEEK,) if row.per_week else tuple(block.id for block in row.blocks)


def sheet(reader: Reader, ballot_id: int, day: date, before: WishSheet | None = None) -> WishSheet:
    """Return the whole ballot with the children who may vote and are at the school from *day* on.

    *before* is how it was read last: of children for whom nothing has changed its checks are taken over.
    """
    row = ballot(reader, ballot_id)
    term = frame.term(reader, row.term_id)
    known = courses(reader, row.term_id)
    span = (first_day(reader, term, day), term.ends)
    active = {course.id: course for course in known if not course.struck}
    inside = stays(reader, active.values(), *span, but=own_enrolments(reader, ballot_id))
    taken, invited = Counter(stay.course_id for stay in inside), _invited(reader, known)
    struck = struck_by(reader, ballot_id)
    choices = tuple(course_of(one, row, struck, invited.get(one.id, frozenset()), taken[one.id]) for one in known)
    same = before is not None and before.courses == choices and _rules(before.ballot) == _rules(row)
    known_rows = {one.id: one for one in before.rows} if before is not None and same else {}
    written = _Written(papers_of(reader, ballot_id), row, {one.id: one for one in choices}, known_rows)
    busy, places, rows = _busy(inside, active), Counter[int | None](), []
    for voter in voters(reader, term, day):
        places[voter.class_id] += 1
        if row.is_for(voter.year_group_id, voter.class_ids) or written.papers.says(voter.id):
            rows.append(written.row(voter, places[voter.class_id], tuple(busy.get(voter.id, ()))))
    return WishSheet(row, choices, tuple(rows))


def _rules(row: BallotRow) -> BallotRow:
    """Return what of a ballot decides about its papers: not how many there are."""
    return replace(row, papers=0, children=0, accepted_at=None)


def reread(reader: Reader, of: WishSheet, pupil_id: int) -> WishSheet:
    """Return the sheet with the paper of one child as the file has it now, all else as it was.

    It is for a deed that wrote this child's wishes and nothing else: to read a large ballot takes a tenth of a second.
    """
    papers = papers_of(reader, of.ballot.id, pupil_id)
    written = _Written(papers, of.ballot, {one.id: one for one in of.courses})
    rows = list(of.rows)
    for place, row in enumerate(rows):
        if row.id == pupil_id:
            rows[place] = written.row(row.voter, row.place, row.busy)
    return replace(of, rows=tuple(rows))


def voter_ids_of(reader: Reader, ballot_id: int, day: date) -> list[int]:
    """Return the children who may vote, in the order of classes and class lists."""
    row = ballot(reader, ballot_id)
    found = voters(reader, frame.term(reader, row.term_id), day)
    return [voter.id for voter in found if row.is_for(voter.year_group_id, voter.class_ids)]


@dataclass(frozen=True, slots=True)
class _Written:
    """The papers of a ballot, made into rows."""

    papers: Papers
    ballot: BallotRow
    courses: Mapping[int, WishCourse]
    before: Mapping[int, WishRow] = field(default_factory=dict)
    _near: dict[tuple[str, int], tuple[WishCourse, ...]] = field(default_factory=dict)

    def near(self, course: WishCourse, band: int) -> tuple[WishCourse, ...]:
        """Return the courses whose number looks like this one's; worked out once, not again for each wish."""
        key = (course.number, band)
        if key not in self._near:
            self._near[key] = alike(*key, self.courses.values())
        return self._near[key]

    def row(self, voter: VoterRow, place: int, busy: tuple[Busy, ...]) -> WishRow:
        papers, key = self.papers, voter.id
        paper = papers.papers.get(key, NO_PAPER)
        made = WishRow(
            voter=voter,
            place=place,
            paper=paper.state,
            note=paper.note,
            wishes=tuple(sorted(papers.wishes.get(key, ()))),
            busy=busy,
            troubles=(),
            answers=tuple(sorted(papers.answers.get(key, ()))),
            refused=frozenset(papers.refused.get(key, ())),
            number=paper.number,
        )
        if paper.state != "given" and not papers.says(key):
            return made
        old = self.before.get(key)
        if old is not None and (replace(old, troubles=()) if old.troubles else old) == made:
            return old
        found = troubles_of(Paper(made.wishes, made.answers, made.refused, busy), voter, self)
        return replace(made, troubles=found) if found else made


def _busy(inside: Iterable[Stay], active: Mapping[int, CourseRow]) -> dict[int, list[Busy]]:
    """Return for each child the courses that it is in otherwise than by this ballot's own allocation."""
    known: dict[int, Busy] = {}
    found: dict[int, list[Busy]] = defaultdict(list)
    for stay in inside:
        if stay.course_id not in known:
            course = active[stay.course_id]
            known[course.id] = Busy(course.id, name_of(course), tuple(times_of(one) for one in course.meetings))
        found[stay.pupil_id].append(known[stay.course_id])
    return found


def _invited(reader: Reader, known: Iterable[CourseRow]) -> dict[int, frozenset[int]]:
    table = tables.invitation
    wanted = tuple(course.id for course in known if course.admission == "invited")
    found: dict[int, set[int]] = defaultdict(set)
    if wanted:
        for row in reader.rows(sa.select(table.c.course_id, table.c.pupil_id).where(table.c.course_id.in_(wanted))):
            found[row.course_id].add(row.pupil_id)
    return {course: frozenset(pupils) for course, pupils in found.items()}
