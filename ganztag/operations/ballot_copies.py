"""Copying a ballot: the main round after a trial round, the second half-year after the first."""

from dataclasses import fields
from typing import Any

from ganztag.domain.ballots import (
    Ballot,
    BallotAnswer,
    BallotBlock,
    BallotClass,
    BallotCourse,
    BallotPaper,
    BallotYearGroup,
    Placement,
    Refusal,
    Wish,
)
from ganztag.domain.rules import Bond, Hardship, Rule
from ganztag.domain.text import tidy
from ganztag.language import N_
from ganztag.operations.ballots import check
from ganztag.operations.operation import Operation, Work

_FRAME = (BallotBlock, BallotCourse, BallotYearGroup, BallotClass, Rule, Bond, Hardship)
_SAID = (Wish, BallotAnswer, Refusal, Placement)


def copy(ballot_id: int, name: str, *, with_wishes: bool = False) -> Operation[int]:
    """Add a ballot like this one in the same half-year, with its own rules; its dates are open. Returns its id.

    *with_wishes* takes along what stands on the papers and what was settled by hand; the papers get new numbers.
    """

    def run(work: Work) -> int:
        old = work.get(Ballot, ballot_id)
        work.label = N_("Copy ballot {ballot}", ballot=old.name)
        new = Ballot(
            term_id=old.term_id, name=tidy(name), wishes=old.wishes, per_week=old.per_week,
            courses_due=old.courses_due, min_wishes=old.min_wishes,
        )  # fmt: skip
        check(work, new)
        work.add(new)
        for kind in (*_FRAME, *(_SAID if with_wishes else ())):
            work.insert(kind, _rows(work, kind, ballot_id, new.id))
        if with_wishes:
            papers = _rows(work, BallotPaper, ballot_id, new.id)
            work.insert(BallotPaper, [{**row, "number": ""} for row in papers])
        return new.id

    return Operation(N_("Copy a ballot"), run)


def _rows(work: Work, kind: type[Any], ballot_id: int, new_id: int) -> list[dict[str, Any]]:
    names = [field.name for field in fields(kind) if field.name not in ("id", "ballot_id")]
    return [
        {"ballot_id": new_id, **{name: getattr(row, name) for name in names}}
        for row in work.all(kind, ballot_id=ballot_id)
    ]
