"""What a child wished in the ballots of a half-year, and what it got."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import time

import sqlalchemy as sa

from ganztag.queries.ballots import BallotRow, ballots
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
    """The wishes for one block. *decided*: an allocation was accepted; *got* is the course then, None: no place."""

    block_id: int
    weekday: int
    starts: time
    ends: time
    wishes: tuple[WishRow, ...]
    decided: bool
    got: int | None
    got_title: str
    got_rank: int | None


@dataclass(frozen=True, slots=True)
class BallotWishes:
    """A ballot of the half-year as one child filled it; *state* is missing, given, empty or faulty."""

    id: int
    name: str
    state: str
    blocks: tuple[BlockWishes, ...]


def wishes_of(reader: Reader, pupil_id: int, term_id: int) -> tuple[BallotWishes, ...]:
    """Return each ballot of the half-year with the child's wishes, block by block."""
    found = ballots(reader, term_id)
    wishes, results = _wishes(reader, pupil_id, found), _results(reader, pupil_id, found)
    states = _states(reader, pupil_id)
    return tuple(
        BallotWishes(
            ballot.id,
            ballot.name,
            states.get(ballot.id, "missing"),
            tuple(
                _block(block, wishes.get((ballot.id, block.id), ()), results.get((ballot.id, block.id)))
                for block in ballot.blocks
            ),
        )
        for ballot in found
    )


def _block(block: object, wishes: object, result: object) -> BlockWishes:
    raise NotImplementedError
