"""The rows of a ballot paper: wishes, answers and refusals of a child are brought to what was said."""

from collections.abc import Iterable, Mapping

from ganztag.domain.ballot_papers import Paper, Said
from ganztag.domain.ballots import BallotAnswer, BallotBlock, Refusal, Wish
from ganztag.domain.courses import Meeting
from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.operations.operation import Work

Whose = tuple[int, int]
"""Ballot and pupil."""


def blocks_of(work: Work, ballot_id: int) -> tuple[int, ...]:
    return tuple(link.time_block_id for link in work.all(BallotBlock, ballot_id=ballot_id))


def spread(work: Work, said: Said, blocks: tuple[int, ...], over_week: bool) -> Paper:
    """Return what was said as a paper: as it is for one block, over the week in each block of a course.

    Objects to a wish for the week that has no block in the ballot: it could not be kept.
    """
    wishes = tuple((block, course, rank) for rank, course in said.ranks for block in blocks)
    if over_week:
        meeting_in = _blocks_by_course(work, {course for _rank, course in said.ranks})
        wishes = tuple(wish for wish in wishes if wish[0] in meeting_in.get(wish[1], ()))
        if len({course for _block, course, _rank in wishes}) < len({course for _rank, course in said.ranks}):
            raise Objection(N_("A course that was wished is in no block of this ballot."))
    anywhere = () if said.any_from is None else tuple((block, said.any_from) for block in blocks)
    return Paper(wishes, anywhere, blocks if said.none else (), said.refused)


def _blocks_by_course(work: Work, courses: Iterable[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for meeting in work.all(Meeting, course_id=frozenset(courses)):
        if meeting.time_block_id is not None:
            found.setdefault(meeting.course_id, set()).add(meeting.time_block_id)
    return found


def replace_wishes(
    work: Work, whose: Whose, best: Mapping[tuple[int, int], int], blocks: frozenset[int] | None
) -> bool:
    """Bring the stored wishes to *best*, (block, course) -> rank; tell whether the child has any now."""
    ballot_id, pupil_id = whose
    stored = work.all(Wish, ballot_id=ballot_id, pupil_id=pupil_id)
    kept = [wish for wish in stored if blocks is not None and wish.time_block_id not in blocks]
    known = {(wish.time_block_id, wish.course_id): wish for wish in stored if wish not in kept}
    for place, wish in known.items():
        if place not in best:
            work.delete(wish)
        else:
            wish.rank = best[place]
    new = [
        {"ballot_id": ballot_id, "pupil_id": pupil_id, "time_block_id": block, "course_id": course, "rank": rank}
        for (block, course), rank in best.items()
        if (block, course) not in known
    ]
    work.insert(Wish, new)
    return bool(best or kept)


def replace_answers(work: Work, whose: Whose, paper: Paper, blocks: frozenset[int] | None) -> bool:
    """Bring the stored answers to those of the paper; tell whether the child has any now."""
    ballot_id, pupil_id = whose
    wanted: dict[int, tuple[str, int | None]] = {block: ("any", rank) for block, rank in paper.anywhere}
    wanted |= dict.fromkeys(paper.none, ("none", None))
    kept = False
    for answer in work.all(BallotAnswer, ballot_id=ballot_id, pupil_id=pupil_id):
        if blocks is not None and answer.time_block_id not in blocks:
            kept = True
        elif answer.time_block_id in wanted:
            answer.answer, answer.rank = wanted.pop(answer.time_block_id)
            kept = True
        else:
            work.delete(answer)
    new = [
        {"ballot_id": ballot_id, "pupil_id": pupil_id, "time_block_id": block, "answer": answer, "rank": rank}
        for block, (answer, rank) in wanted.items()
    ]
    work.insert(BallotAnswer, new)
    return bool(kept or new)


def replace_refusals(work: Work, whose: Whose, refused: frozenset[int] | None, blocks: frozenset[int] | None) -> bool:
    """Bring the stored refusals to *refused* (None: they stay); with *blocks* those of courses in them.

    Tell whether the child has any now.
    """
    ballot_id, pupil_id = whose
    stored = {row.course_id: row for row in work.all(Refusal, ballot_id=ballot_id, pupil_id=pupil_id)}
    if refused is None:
        return bool(stored)
    if blocks is not None:
        where = _blocks_by_course(work, stored)
        refused = refused | {key for key in stored if blocks.isdisjoint(where.get(key, ()))}
    for key in stored.keys() - refused:
        work.delete(stored[key])
    new = [{"ballot_id": ballot_id, "pupil_id": pupil_id, "course_id": key} for key in sorted(refused - stored.keys())]
    work.insert(Refusal, new)
    return bool(refused)
