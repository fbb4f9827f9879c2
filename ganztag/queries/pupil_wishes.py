"""What a child wished in the ballots of a half-year, and what it got."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import time

import sqlalchemy as sa

from ganztag.domain.courses import course_name
from ganztag.queries.ballots import BallotRow, ballots
from ganztag.queries.frame import BlockRow
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class WishRow:
    rank: int
    course_id: int
    number: str
    title: str
    short_name: str


@dataclass(frozen=True, slots=True)
class BlockWishes:
    """The wishes for one block. *decided*: an allocation was accepted; *got* is the course then, None: no place.

    From the rank *any_from* on the child takes any course; *wants_none*: it wants no place here.
    """

    block_id: int
    weekday: int
    starts: time
    ends: time
    wishes: tuple[WishRow, ...]
    decided: bool
    got: int | None
    got_title: str
    got_rank: int | None
    any_from: int | None = None
    wants_none: bool = False

    @property
    def says(self) -> bool:
        """Whether anything stands on the paper for this block."""
        return bool(self.wishes) or self.any_from is not None or self.wants_none


@dataclass(frozen=True, slots=True)
class BallotWishes:
    """A ballot of the half-year as one child filled it; *state* is missing, given, empty or faulty.

    *refused* are the names of the courses that the child does not want.
    """

    id: int
    name: str
    state: str
    blocks: tuple[BlockWishes, ...]
    note: str = ""
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Result:
    course_id: int | None
    title: str
    rank: int | None


def wishes_of(reader: Reader, pupil_id: int, term_id: int) -> tuple[BallotWishes, ...]:
    """Return each ballot of the half-year with the child's wishes, block by block."""
    found = ballots(reader, term_id)
    wishes, results = _wishes(reader, pupil_id, found), _results(reader, pupil_id, found)
    papers, answers, refused = _papers(reader, pupil_id), _answers(reader, pupil_id), _refused(reader, pupil_id)
    made = []
    for ballot in found:
        blocks = tuple(
            _block(
                block,
                wishes.get((ballot.id, block.id), ()),
                results.get((ballot.id, block.id)),
                answers.get((ballot.id, block.id)),
            )
            for block in ballot.blocks
        )
        state, note = papers.get(ballot.id, ("missing", ""))
        made.append(BallotWishes(ballot.id, ballot.name, state, blocks, note, tuple(refused.get(ballot.id, ()))))
    return tuple(made)


def _block(
    block: BlockRow, wishes: tuple[WishRow, ...], result: _Result | None, answer: tuple[str, int | None] | None
) -> BlockWishes:
    return BlockWishes(
        block_id=block.id,
        weekday=block.weekday,
        starts=block.starts,
        ends=block.ends,
        wishes=wishes,
        decided=result is not None,
        got=result.course_id if result else None,
        got_title=result.title if result else "",
        got_rank=result.rank if result else None,
        any_from=(answer[1] or 1) if answer and answer[0] == "any" else None,
        wants_none=answer is not None and answer[0] == "none",
    )


def _wishes(reader: Reader, pupil_id: int, found: list[BallotRow]) -> dict[tuple[int, int], tuple[WishRow, ...]]:
    """Return the wishes by ballot and block, the first wish first."""
    wish, course = tables.wish, tables.course
    statement = (
        sa.select(
            wish.c.ballot_id, wish.c.time_block_id, wish.c.rank, wish.c.course_id, course.c.number, course.c.title,
            course.c.short_name,
        )
        .join(course, course.c.id == wish.c.course_id)
        .where(wish.c.pupil_id == pupil_id, wish.c.ballot_id.in_([ballot.id for ballot in found]))
        .order_by(wish.c.rank, wish.c.id)
    )  # fmt: skip
    sorted_in: dict[tuple[int, int], list[WishRow]] = defaultdict(list)
    for row in reader.rows(statement):
        made = WishRow(row.rank, row.course_id, row.number, row.title, row.short_name)
        sorted_in[row.ballot_id, row.time_block_id].append(made)
    return {key: tuple(rows) for key, rows in sorted_in.items()}


def _results(reader: Reader, pupil_id: int, found: list[BallotRow]) -> dict[tuple[int, int], _Result]:
    """Return what the latest accepted allocation gave, by ballot and block."""
    run, result, course = tables.allocation_run, tables.allocation_result, tables.course
    statement = (
        sa.select(
            run.c.ballot_id, result.c.time_block_id, result.c.course_id, result.c.rank,
            sa.func.coalesce(course.c.title, "").label("title"),
        )
        .join(run, run.c.id == result.c.allocation_run_id)
        .outerjoin(course, course.c.id == result.c.course_id)
        .where(result.c.pupil_id == pupil_id, run.c.ballot_id.in_([ballot.id for ballot in found]))
        .order_by(run.c.accepted_at, run.c.id, result.c.id)
    )  # fmt: skip
    return {
        (row.ballot_id, row.time_block_id): _Result(row.course_id, row.title, row.rank)
        for row in reader.rows(statement)
    }


def _papers(reader: Reader, pupil_id: int) -> dict[int, tuple[str, str]]:
    paper = tables.ballot_paper
    rows = reader.rows(sa.select(paper.c.ballot_id, paper.c.state, paper.c.note).where(paper.c.pupil_id == pupil_id))
    return {row.ballot_id: (row.state, row.note) for row in rows}


def _answers(reader: Reader, pupil_id: int) -> dict[tuple[int, int], tuple[str, int | None]]:
    """Return what it says beside wishes, by ballot and block: any or none, and from which rank."""
    answer = tables.ballot_answer
    rows = reader.rows(sa.select(answer).where(answer.c.pupil_id == pupil_id))
    return {(row.ballot_id, row.time_block_id): (row.answer, row.rank) for row in rows}


def _refused(reader: Reader, pupil_id: int) -> dict[int, list[str]]:
    refusal, course = tables.refusal, tables.course
    statement = (
        sa.select(refusal.c.ballot_id, course.c.number, course.c.title)
        .join(course, course.c.id == refusal.c.course_id)
        .where(refusal.c.pupil_id == pupil_id)
        .order_by(course.c.number, course.c.id)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for row in reader.rows(statement):
        found[row.ballot_id].append(course_name(row.number, row.title))
    return found
