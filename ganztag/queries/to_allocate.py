"""The problem that an allocation solves: children, blocks, courses, wishes and rules of one ballot."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product

import sqlalchemy as sa

from ganztag.domain.courses import course_name
from ganztag.planning.problem import Banned, Busy, Choice, Fixed, Problem, Slot, Wish
from ganztag.queries import frame
from ganztag.queries.ballots import BallotRow, ballot
from ganztag.queries.courses import CourseRow, allowed, courses
from ganztag.queries.voters import Stay, VoterRow, first_day, minutes, stays, times_of, voters
from ganztag.storage import tables
from ganztag.storage.reader import Reader


def problem(reader: Reader, ballot_id: int, day: date) -> Problem:
    """Return what is to be allocated if it is accepted on *day*.

    Children count who are at the school and have wishes or are fixed; courses that are offered in a block of the
    ballot, and those that this ballot's own last allocation struck. What that allocation enrolled is open again.
    """
    row = ballot(reader, ballot_id)
    term = frame.term(reader, row.term_id)
    known = courses(reader, row.term_id)
    choices = _on_offer(known, row, struck_by(reader, ballot_id))
    wishes, placements = stated_wishes(reader, ballot_id), _placements(reader, ballot_id)
    concerned = {wish.pupil for wish in wishes} | {place.pupil_id for place in placements if not place.banned}
    children = [voter for voter in voters(reader, term, day) if voter.id in concerned]
    inside = stays(
        reader, _taking_time(known), first_day(reader, term, day), term.ends, but=own_enrolments(reader, ballot_id)
    )
    taken = Counter(stay.course_id for stay in inside)
    pupils = tuple(sorted(child.id for child in children))
    own = set(pupils)
    return Problem(
        pupils=pupils,
        slots=tuple(Slot(b.id, b.weekday, minutes(b.starts, 0), minutes(b.ends, 1440)) for b in row.blocks),
        courses=tuple(_choice(course, taken[course.id]) for course in choices),
        wishes=tuple(wish for wish in wishes if wish.pupil in own),
        fixed=tuple(Fixed(p.pupil_id, p.course_id, p.reason) for p in placements if not p.banned and p.pupil_id in own),
        banned=tuple(Banned(p.pupil_id, p.course_id, p.reason) for p in placements if p.banned and p.pupil_id in own),
        busy=tuple(_busy([stay for stay in inside if stay.pupil_id in own], known)),
        barred=_barred(children, choices),
    )


def _on_offer(known: Iterable[CourseRow], row: BallotRow, struck: frozenset[int]) -> list[CourseRow]:
    return [
        course
        for course in known
        if (course.status == "offered" or (course.struck and course.id in struck))
        and not row.block_ids.isdisjoint(course.block_ids)
    ]


def _taking_time(known: Iterable[CourseRow]) -> list[CourseRow]:
    return [course for course in known if not course.struck]


def _choice(course: CourseRow, taken: int) -> Choice:
    slots = {
        (-meeting.id if meeting.block_id is None else meeting.block_id, *times_of(meeting)): None
        for meeting in course.meetings
    }
    return Choice(
        id=course.id,
        number=course.number,
        title=course.title,
        slots=tuple(Slot(*slot) for slot in slots),
        min_size=course.min_size,
        max_size=course.max_size,
        taken=taken,
    )


def _busy(inside: Iterable[Stay], known: Iterable[CourseRow]) -> list[Busy]:
    by_id = {course.id: course for course in known}
    return [
        Busy(stay.pupil_id, *times_of(meeting), what=name_of(by_id[stay.course_id]))
        for stay in inside
        for meeting in by_id[stay.course_id].meetings
    ]


def name_of(course: CourseRow) -> str:
    return course_name(course.number, course.title)


def _barred(children: Iterable[VoterRow], choices: Iterable[CourseRow]) -> frozenset[tuple[int, int]]:
    """Return (child, course) where the course is not for the child; asked once for all children of a class."""
    for_some: dict[tuple[tuple[int, ...], tuple[int, ...]], list[CourseRow]] = defaultdict(list)
    alike: dict[tuple[int | None, frozenset[int]], list[int]] = defaultdict(list)
    for course in choices:
        for_some[course.year_group_ids, course.class_ids].append(course)
    for child in children:
        alike[child.year_group_id, child.class_ids].append(child.id)
    found: set[tuple[int, int]] = set()
    for own, child_ids in alike.items():
        for those in for_some.values():
            if not allowed(those[0], *own):
                found.update(product(child_ids, [course.id for course in those]))
    return frozenset(found)


def stated_wishes(reader: Reader, ballot_id: int) -> list[Wish]:
    """Return the wishes as they stand on the papers."""
    wish = tables.wish
    statement = sa.select(wish.c.pupil_id, wish.c.course_id, wish.c.time_block_id, wish.c.rank)
    rows = reader.rows(statement.where(wish.c.ballot_id == ballot_id).order_by(wish.c.id))
    return [Wish(*tuple(row)) for row in rows]  # thousands: by place, for a name costs three times as much


def _placements(reader: Reader, ballot_id: int) -> list[sa.Row[tuple[object, ...]]]:
    place = tables.placement
    return list(reader.rows(sa.select(place).where(place.c.ballot_id == ballot_id).order_by(place.c.id)))


def last_run_id(reader: Reader, ballot_id: int) -> int | None:
    run = tables.allocation_run
    found: int | None = reader.value(sa.select(sa.func.max(run.c.id)).where(run.c.ballot_id == ballot_id))
    return found


def struck_by(reader: Reader, ballot_id: int) -> frozenset[int]:
    """Return the courses that the ballot's last accepted allocation struck."""
    struck = tables.allocation_struck
    run = last_run_id(reader, ballot_id)
    rows = reader.rows(sa.select(struck.c.course_id).where(struck.c.allocation_run_id == run))
    return frozenset(row.course_id for row in rows)


def own_enrolments(reader: Reader, ballot_id: int) -> Mapping[int, tuple[int, int]]:
    """Return id -> (pupil, course) of what the ballot's allocations enrolled and nobody has ended or moved since."""
    enrolment, run = tables.enrolment, tables.allocation_run
    statement = (
        sa.select(enrolment.c.id, enrolment.c.pupil_id, enrolment.c.course_id)
        .join(run, run.c.id == enrolment.c.allocation_run_id)
        .where(run.c.ballot_id == ballot_id, enrolment.c.ends.is_(None))
    )
    return {row.id: (row.pupil_id, row.course_id) for row in reader.rows(statement)}
