"""Ballots of a half-year, and the allocation that was accepted for each."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from ganztag.domain.courses import open_to
from ganztag.domain.objection import Objection
from ganztag.language import N_, sort_key
from ganztag.queries import frame
from ganztag.queries.courses import of_term
from ganztag.queries.frame import BlockRow
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class BallotRow:
    """A ballot with its blocks in the order of the week; *papers* were given, *children* have at least one wish.

    *year_group_ids* and *class_ids* may vote, without any all children; *course_ids* can be wished, without any all.
    """

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
    year_group_ids: frozenset[int] = frozenset()
    class_ids: frozenset[int] = frozenset()
    course_ids: frozenset[int] = frozenset()

    @property
    def block_ids(self) -> frozenset[int]:
        return frozenset(block.id for block in self.blocks)

    def is_for(self, year_group_id: int | None, class_ids: Collection[int]) -> bool:
        """Tell whether a child of this year group and these classes may vote."""
        return open_to(self.year_group_ids, self.class_ids, year_group_id, class_ids)

    def offers(self, course_id: int) -> bool:
        """Tell whether the course was chosen for this ballot, or the ballot has all."""
        return not self.course_ids or course_id in self.course_ids


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
    years = _linked(reader, tables.ballot_year_group, "year_group_id", ids)
    classes = _linked(reader, tables.ballot_class, "school_class_id", ids)
    chosen = _linked(reader, tables.ballot_course, "course_id", ids)
    return [
        BallotRow(
            **row._mapping,
            blocks=tuple(blocks[row.id]),
            papers=papers.get(row.id, 0),
            children=children.get(row.id, 0),
            year_group_ids=years.get(row.id, frozenset()),
            class_ids=classes.get(row.id, frozenset()),
            course_ids=chosen.get(row.id, frozenset()),
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


def _linked(reader: Reader, link: sa.Table, column: str, ballot_ids: tuple[int, ...]) -> dict[int, frozenset[int]]:
    statement = sa.select(link.c.ballot_id, link.c[column]).where(link.c.ballot_id.in_(ballot_ids))
    found: dict[int, set[int]] = defaultdict(set)
    for ballot_id, key in map(tuple, reader.rows(statement)):
        found[ballot_id].add(key)
    return {ballot_id: frozenset(keys) for ballot_id, keys in found.items()}


def _counted(
    reader: Reader, table: sa.Table, ballot_ids: tuple[int, ...], condition: sa.ColumnElement[bool]
) -> dict[int, int]:
    statement = (
        sa.select(table.c.ballot_id, sa.func.count(sa.distinct(table.c.pupil_id)).label("children"))
        .where(table.c.ballot_id.in_(ballot_ids), condition)
        .group_by(table.c.ballot_id)
    )
    return {row.ballot_id: row.children for row in reader.rows(statement)}
