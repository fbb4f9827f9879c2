"""Who is in what from a day on, and whether a child could come into a course then: its whole week is looked at."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import sqlalchemy as sa

from ganztag.domain.pupils import list_name
from ganztag.language import N_, Message
from ganztag.queries import frame
from ganztag.queries.course_limits import Ceiling, ceilings
from ganztag.queries.courses import CourseRow, allowed, courses
from ganztag.queries.enrolments import enrolments
from ganztag.queries.meetings import at_the_same_time
from ganztag.queries.voters import VoterRow, voters
from ganztag.storage import tables
from ganztag.storage.reader import Reader

_STAY = frozenset({"study_time", "lunch"})  # what a child does not give up for a course


@dataclass(frozen=True, slots=True)
class Seat:
    """A child in a course from *first* to *last*; *rank* is that of its wish, None where it had none."""

    enrolment_id: int
    pupil_id: int
    course_id: int
    rank: int | None
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Fit:
    """What speaks *against* a child's coming into a course, and which seats it *leaves* for it."""

    against: Message | None = None
    leaves: tuple[Seat, ...] = ()


@dataclass(frozen=True)
class Standing:
    """A half-year as it stands from *day* on. *apart* has both orders of each pair that must not meet."""

    term: frame.TermRow
    day: date
    courses: Mapping[int, CourseRow]
    children: Mapping[int, VoterRow]
    seats: tuple[Seat, ...]
    ranks: Mapping[tuple[int, int], int]
    apart: frozenset[tuple[int, int]]
    ceilings: tuple[Ceiling, ...] = ()

    @cached_property
    def of_pupil(self) -> Mapping[int, tuple[Seat, ...]]:
        return _grouped((seat.pupil_id, seat) for seat in self.seats)

    @cached_property
    def in_course(self) -> Mapping[int, tuple[Seat, ...]]:
        return _grouped((seat.course_id, seat) for seat in self.seats)

    def free(self, course_id: int) -> int | None:
        """Return how many places are free on all days that are left; negative: too many are in it; None: no limit."""
        course = self.courses[course_id]
        if course.max_size is None:
            return None
        return course.max_size - most_at_once(self.in_course.get(course_id, ()), self.day, self.term.ends)

    def clashing(self, pupil_id: int, course_id: int) -> tuple[Seat, ...]:
        """Return the child's seats in other courses that meet at the same time."""
        wanted = self.courses[course_id]
        return tuple(
            seat
            for seat in self.of_pupil.get(pupil_id, ())
            if seat.course_id != course_id and clash(self.courses[seat.course_id], wanted)
        )

    def fit(self, pupil_id: int, course_id: int, rank: int | None = None) -> Fit:
        """Say whether a child could come into a course for a wish of *rank* (None: it asks for it now)."""
        child, course = self.children.get(pupil_id), self.courses.get(course_id)
        if child is None:
            return Fit(N_("is not at the school"))
        if course is None or course.struck or (course.ends is not None and course.ends < self.day):
            return Fit(N_("the course does not take place"))
        against = self._barred(child, course)
        if against is not None:
            return Fit(against)
        leaves = self.clashing(pupil_id, course_id)
        return Fit(self._better(leaves, rank) or self._too_many(pupil_id, course_id, leaves), leaves)

    def _too_many(self, pupil_id: int, course_id: int, leaves: Iterable[Seat]) -> Message | None:
        inside = {seat.course_id for seat in self.of_pupil.get(pupil_id, ())} - {seat.course_id for seat in leaves}
        passed = any(one.is_passed(pupil_id, inside | {course_id}) for one in self.ceilings if course_id in one.courses)
        return N_("has as many courses as the rules allow") if passed else None

    def _barred(self, child: VoterRow, course: CourseRow) -> Message | None:
        if not allowed(course, child.year_group_id, child.class_ids):
            return N_("not for this year group")
        inside = {seat.pupil_id for seat in self.in_course.get(course.id, ())}
        if child.id in inside:
            return N_("is already in it")
        if any((child.id, other) in self.apart for other in inside):
            return N_("has to be apart from a child in it")
        away = [meeting.weekday for meeting in course.meetings if not child.stays_on(meeting.weekday)]
        return N_("has not booked this day") if away else None

    def _better(self, leaves: Iterable[Seat], rank: int | None) -> Message | None:
        for seat in leaves:
            other = self.courses[seat.course_id]
            if other.kind in _STAY:
                return N_("same time as {course}", course=other.title)
            if rank is not None and seat.rank is not None and seat.rank <= rank:
                return N_("has wish {rank} then: {course}", rank=seat.rank, course=other.title)
        return None

    def without(self, seats: Iterable[Seat]) -> "Standing":
        """Return what would stand if these seats were given up."""
        gone = {seat.enrolment_id for seat in seats}
        return replace(self, seats=tuple(seat for seat in self.seats if seat.enrolment_id not in gone))

    def and_in(self, pupil_id: int, course_id: int, rank: int | None = None) -> "Standing":
        """Return what would stand if a child came into a course as well."""
        seat = Seat(0, pupil_id, course_id, rank, self.day, self.term.ends)
        return replace(self, seats=(*self.seats, seat))


def clash(one: CourseRow, other: CourseRow) -> bool:
    """Say whether two courses meet at the same time, on one weekday at least."""
    return any(at_the_same_time(a, b) for a in one.meetings for b in other.meetings)


def most_at_once(seats: Iterable[Seat], first: date, last: date) -> int:
    """Return how many are in a course at once on any day from *first* to *last*."""
    here = [seat for seat in seats if seat.first <= last and seat.last >= first]
    days = {first} | {seat.first for seat in here if seat.first > first}
    return max(sum(seat.first <= day <= seat.last for seat in here) for day in days)


def standing(reader: Reader, term_id: int, day: date) -> Standing:
    """Return who is in what from *day* on; courses that were struck count as if there were none."""
    term = frame.term(reader, term_id)
    known = {row.id: row for row in courses(reader, term_id)}
    ranks = ranks_of(reader, term_id)
    seats = tuple(
        Seat(
            row.id, row.pupil_id, row.course_id,
            ranks.get((row.pupil_id, row.course_id), row.rank), row.first, row.last,
        )
        for row in enrolments(reader, term_id)
        if row.last >= day and row.first <= row.last and row.course_id in known and not known[row.course_id].struck
    )  # fmt: skip
    children = {row.id: row for row in voters(reader, term, day)}
    most = ceilings(reader, term_id, children, known)
    return Standing(term, day, known, children, seats, ranks, _apart(reader, term_id), most)


def ranks_of(reader: Reader, term_id: int) -> dict[tuple[int, int], int]:
    """Return the best rank that each child gave to each course in the ballots of a half-year."""
    wish, ballot = tables.wish, tables.ballot
    statement = (
        sa.select(wish.c.pupil_id, wish.c.course_id, sa.func.min(wish.c.rank).label("rank"))
        .join(ballot, ballot.c.id == wish.c.ballot_id)
        .where(ballot.c.term_id == term_id)
        .group_by(wish.c.pupil_id, wish.c.course_id)
    )
    return {(row.pupil_id, row.course_id): row.rank for row in reader.rows(statement)}


def list_names(reader: Reader, pupil_ids: Iterable[int]) -> dict[int, str]:
    """Return the names of children as lists show them: ``von der Heide, Zoë``."""
    pupil = tables.pupil
    statement = sa.select(pupil.c.id, pupil.c.surname, pupil.c.prefix, pupil.c.call_name)
    rows = reader.rows(statement.where(pupil.c.id.in_(tuple(pupil_ids))))
    return {row.id: list_name(row.surname, row.prefix, row.call_name) for row in rows}


def _apart(reader: Reader, term_id: int) -> frozenset[tuple[int, int]]:
    """Return who must not meet, in both orders; a bond for one ballot holds in the half-year of this ballot."""
    bond, ballot = tables.bond, tables.ballot
    own = sa.select(ballot.c.id).where(ballot.c.term_id == term_id)
    statement = sa.select(bond.c.pupil_id, bond.c.other_id).where(
        bond.c.kind == "apart", bond.c.must.is_(True), sa.or_(bond.c.ballot_id.is_(None), bond.c.ballot_id.in_(own))
    )
    pairs = {(row.pupil_id, row.other_id) for row in reader.rows(statement)}
    return frozenset(pairs | {(two, one) for one, two in pairs})


def _grouped(pairs: Iterable[tuple[int, Seat]]) -> dict[int, tuple[Seat, ...]]:
    found: dict[int, list[Seat]] = defaultdict(list)
    for key, seat in pairs:
        found[key].append(seat)
    return {key: tuple(seats) for key, seats in found.items()}
