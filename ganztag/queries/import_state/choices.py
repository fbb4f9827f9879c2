"""Ballots, wishes and enrolments as their tables list them."""

from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa

from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class KnownBallot:
    id: int
    name: str
    wishes: int
    block_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class KnownWish:
    pupil_id: int
    time_block_id: int
    course_id: int
    rank: int


@dataclass(frozen=True, slots=True)
class KnownPaper:
    """What a child said beside its wishes: (block, rank or None) from which any course will do, blocks without one."""

    number: str = ""
    anywhere: frozenset[tuple[int, int | None]] = frozenset()
    none: frozenset[int] = frozenset()
    refused: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class KnownBond:
    pupil_id: int
    other_id: int
    kind: str
    must: bool
    ballot_id: int | None


@dataclass(frozen=True, slots=True)
class KnownEnrolment:
    id: int
    pupil_id: int
    course_id: int
    starts: date | None
    ends: date | None
    reason: str


def ballots(reader: Reader, term_id: int) -> list[KnownBallot]:
    """Return the ballots of a half-year in the order in which they were made."""
    table, tie = tables.ballot, tables.ballot_block
    blocks: dict[int, set[int]] = {}
    for row in reader.rows(sa.select(tie)):
        blocks.setdefault(row.ballot_id, set()).add(row.time_block_id)
    statement = sa.select(table).where(table.c.term_id == term_id).order_by(table.c.id)
    return [
        KnownBallot(row.id, row.name, row.wishes, frozenset(blocks.get(row.id, ()))) for row in reader.rows(statement)
    ]


def wishes(reader: Reader, ballot_id: int) -> list[KnownWish]:
    """Return all wishes of a ballot, the first of each child and block first."""
    table = tables.wish
    statement = sa.select(table.c.pupil_id, table.c.time_block_id, table.c.course_id, table.c.rank).where(
        table.c.ballot_id == ballot_id
    )
    order = (table.c.pupil_id, table.c.time_block_id, table.c.rank, table.c.id)
    return [KnownWish(**row._mapping) for row in reader.rows(statement.order_by(*order))]


def papers(reader: Reader, ballot_id: int) -> dict[int, KnownPaper]:
    """Return child -> what stands on its paper beside wishes, and the number that is printed on it."""
    paper, answer, refusal = tables.ballot_paper, tables.ballot_answer, tables.refusal
    numbers = reader.rows(sa.select(paper.c.pupil_id, paper.c.number).where(paper.c.ballot_id == ballot_id))
    found = {row.pupil_id: KnownPaper(row.number) for row in numbers}
    for row in reader.rows(sa.select(answer).where(answer.c.ballot_id == ballot_id)):
        known = found.get(row.pupil_id, KnownPaper())
        if row.answer == "any":
            known = replace(known, anywhere=known.anywhere | {(row.time_block_id, row.rank)})
        else:
            known = replace(known, none=known.none | {row.time_block_id})
        found[row.pupil_id] = known
    for row in reader.rows(sa.select(refusal).where(refusal.c.ballot_id == ballot_id)):
        known = found.get(row.pupil_id, KnownPaper())
        found[row.pupil_id] = replace(known, refused=known.refused | {row.course_id})
    return found


def bonds(reader: Reader, ballot_id: int | None) -> list[KnownBond]:
    """Return who is together or apart in a ballot: what holds for it, and what holds for all."""
    table = tables.bond
    holds = sa.or_(table.c.ballot_id.is_(None), table.c.ballot_id == ballot_id)
    statement = sa.select(*(table.c[name] for name in KnownBond.__slots__)).where(holds).order_by(table.c.id)
    return [KnownBond(**row._mapping) for row in reader.rows(statement)]


def enrolments(reader: Reader, term_id: int, school_year_id: int) -> list[KnownEnrolment]:
    """Return all enrolments in the courses of a half-year, those that have ended too."""
    table, course = tables.enrolment, tables.course
    statement = (
        sa.select(*(table.c[name] for name in KnownEnrolment.__slots__))
        .join(course, course.c.id == table.c.course_id)
        .where(
            course.c.school_year_id == school_year_id,
            sa.or_(course.c.term_id == term_id, course.c.term_id.is_(None)),
        )
    )
    return [KnownEnrolment(**row._mapping) for row in reader.rows(statement.order_by(table.c.id))]
