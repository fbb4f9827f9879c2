"""Ballots of a half-year, and the allocation that was accepted for each."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from ganztag.domain.objection import Objection
from ganztag.language import N_, sort_key
from ganztag.queries import frame
from ganztag.queries.courses import of_term
from ganztag.queries.frame import BlockRow
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class BallotRow:
    """A ballot with its blocks in the order of the week; *papers* were given, *children* have at least one wish."""

    id: int
    term_id: int
    name: str
    wishes: int
    closes: date | None
    opens: date | None
    per_week: bool
    courses_due: int | None
    min_wishes: int
    blocks: tuple[BlockRow, ...]
    papers: int
    children: int
    accepted_at: datetime | None

    @property
    def block_ids(self) -> frozenset[int]:
        return frozenset(block.id for block in self.blocks)


def ballots(reader: Reader, term_id: int) -> list[BallotRow]:
    """Return the ballots of a half-year in the order of their names."""
    found = _filled(reader, tables.ballot.c.term_id == term_id)
    return sorted(found, key=lambda row: (sort_key(row.name), row.id))


def ballot(reader: Reader, ballot_id: int) -> BallotRow:
    """Return one ballot; object if it was deleted meanwhile."""
    found = _filled(reader, tables.ballot.c.id == ballot_id)
    if not found:
        raise Objection(N_("This ballot was deleted meanwhile."))
    return found[0]


def ballot_named(reader: Reader, term_id: int, name: str = "") -> BallotRow:
    """Return the ballot with this name, without a name the only one; object where that leaves none or a choice."""
    found = ballots(reader, term_id)
    if not found:
        raise Objection(N_("There is no ballot in this half-year."), advice=N_("Please bring in wishes first."))
    fitting = [row for row in found if row.name.casefold() == name.strip().casefold()] if name.strip() else found
    if len(fitting) == 1:
        return fitting[0]
    known = ", ".join(row.name for row in found)
    if fitting:
        raise Objection(N_("There are several ballots: {known}.", known=known), advice=N_("Please say which one."))
    raise Objection(N_("There is no ballot “{name}”. There are: {known}.", name=name, known=known))


def blocks_on_offer(reader: Reader, term_id: int) -> list[BlockRow]:
    """Return the blocks in which a course of the half-year is offered, in the order of the week."""
    term = frame.term(reader, term_id)
    meeting, course = tables.meeting, tables.course
    statement = (
        sa.select(meeting.c.time_block_id)
        .join(course, course.c.id == meeting.c.course_id)
        .where(course.c.status == "offered", of_term(term))
        .distinct()
    )
    used = {row.time_block_id for row in reader.rows(statement)}
    return [block for block in frame.blocks(reader, term.school_year_id) if block.id in used]


def _filled(reader: Reader, condition: sa.ColumnElement[bool]) -> list[BallotRow]:
    ballot, run = tables.ballot, tables.allocation_run
    accepted = sa.select(sa.func.max(run.c.accepted_at)).where(run.c.ballot_id == ballot.c.id).scalar_subquery()
    rows = reader.rows(sa.select(*ballot.c, accepted.label("accepted_at")).where(condition))
    ids = tuple(row.id for row in rows)
    blocks = _blocks(reader, ids)
    papers = _counted(reader, tables.ballot_paper, ids, tables.ballot_paper.c.state == "given")
    children = _counted(reader, tables.wish, ids, sa.true())
    return [
        BallotRow(
            **row._mapping,
            blocks=tuple(blocks[row.id]),
            papers=papers.get(row.id, 0),
            children=children.get(row.id, 0),
        )
        for row in rows
    ]


def _blocks(reader: Reader, ballot_ids: tuple[int, ...]) -> dict[int, list[BlockRow]]:
    link, block = tables.ballot_block, tables.time_block
    statement = (
        sa.select(link.c.ballot_id, *block.c)
        .join(block, block.c.id == link.c.time_block_id)
        .where(link.c.ballot_id.in_(ballot_ids))
        .order_by(block.c.weekday, block.c.starts, block.c.ends, block.c.id)
    )
    found: dict[int, list[BlockRow]] = defaultdict(list)
    for row in reader.rows(statement):
        values = dict(row._mapping)
        found[values.pop("ballot_id")].append(BlockRow(**values))
    return found


def _counted(
    reader: Reader, table: sa.Table, ballot_ids: tuple[int, ...], condition: sa.ColumnElement[bool]
) -> dict[int, int]:
    statement = (
        sa.select(table.c.ballot_id, sa.func.count(sa.distinct(table.c.pupil_id)).label("children"))
        .where(table.c.ballot_id.in_(ballot_ids), condition)
        .group_by(table.c.ballot_id)
    )
    return {row.ballot_id: row.children for row in reader.rows(statement)}
