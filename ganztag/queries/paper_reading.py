"""What stands on the papers of a ballot, read from the file: wishes, answers, refusals, states, numbers."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from ganztag.storage import tables
from ganztag.storage.reader import Reader

Written = tuple[int, int, int]
"""Block, rank and course of a wish."""
Answer = tuple[int, str, int | None]
"""Block, any or none, and from which rank."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    state: str
    note: str
    number: str


NO_PAPER = PaperRow("missing", "", "")


@dataclass(frozen=True, slots=True)
class Papers:
    """What stands on the papers, by child."""

    wishes: dict[int, list[Written]]
    answers: dict[int, list[Answer]]
    refused: dict[int, set[int]]
    papers: dict[int, PaperRow]

    def says(self, pupil_id: int) -> bool:
        """Tell whether anything stands on the child's paper."""
        return pupil_id in self.wishes or pupil_id in self.answers or pupil_id in self.refused


def papers_of(reader: Reader, ballot_id: int, pupil_id: int | None = None) -> Papers:
    """Read the papers of a ballot, or the one of a child."""
    wishes: dict[int, list[Written]] = defaultdict(list)
    for pupil, block, rank, course in _rows(reader, tables.wish, (ballot_id, pupil_id), "time_block_id rank course_id"):
        wishes[pupil].append((block, rank, course))
    answers: dict[int, list[Answer]] = defaultdict(list)
    told = _rows(reader, tables.ballot_answer, (ballot_id, pupil_id), "time_block_id answer rank")
    for pupil, block, answer, from_rank in told:
        answers[pupil].append((block, answer, from_rank))
    refused: dict[int, set[int]] = defaultdict(set)
    for pupil, course in _rows(reader, tables.refusal, (ballot_id, pupil_id), "course_id"):
        refused[pupil].add(course)
    papers = _rows(reader, tables.ballot_paper, (ballot_id, pupil_id), "state note number")
    return Papers(dict(wishes), dict(answers), dict(refused), {pupil: PaperRow(*rest) for pupil, *rest in papers})


def _rows(reader: Reader, table: sa.Table, whose: tuple[int, int | None], columns: str) -> list[tuple[Any, ...]]:
    """Return plain rows of the child's id and the columns: by place, for a name costs three times as much."""
    ballot_id, pupil_id = whose
    statement = sa.select(table.c.pupil_id, *(table.c[name] for name in columns.split()))
    statement = statement.where(table.c.ballot_id == ballot_id)
    if pupil_id is not None:
        statement = statement.where(table.c.pupil_id == pupil_id)
    return [tuple(row) for row in reader.rows(statement)]
