"""What can be done with wishes, with the papers they stand on, and with what is settled by hand beforehand."""

from collections.abc import Iterable

from ganztag.domain.ballots import PAPER_STATES, Ballot, BallotPaper, Placement, Wish
from ganztag.domain.courses import Course
from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Pupil
from ganztag.domain.text import tidy
from ganztag.language import N_
from ganztag.operations.ballots import add_blocks
from ganztag.operations.operation import Operation, Work

Entry = tuple[int, int, int]
"""Block, course and rank (from 1) of a wish."""


def set_wishes(ballot_id: int, pupil_id: int, block_id: int, ranks: Iterable[tuple[int, int]]) -> Operation[None]:
    """Set the wishes of a child in one block: (rank, course); what is not named there is gone.

    Objects to one course at two ranks, and to more wishes than the ballot has.
    """
    wanted = tuple(ranks)

    def run(work: Work) -> None:
        pupil, ballot = work.get(Pupil, pupil_id), work.get(Ballot, ballot_id)
        work.label = N_("{pupil}: enter wishes", pupil=pupil.full_name)
        chosen = [course_id for _rank, course_id in wanted]
        if len(set(chosen)) < len(chosen):
            raise Objection(N_("The same wish stands there twice."))
        if any(not 1 <= rank <= ballot.wishes for rank, _course in wanted):
            raise Objection(N_("This ballot has {count} wishes for each block.", count=ballot.wishes))
        put(work, ballot_id, pupil_id, [(block_id, course, rank) for rank, course in wanted], blocks=(block_id,))

    return Operation(N_("Enter wishes"), run)


def put(
    work: Work,
    ballot_id: int,
    pupil_id: int,
    entries: Iterable[Entry],
    state: str | None = None,
    *,
    blocks: Iterable[int] | None = None,
) -> None:
    """Set a child's wishes inside another deed, as an import does, and keep its paper in step.

    *entries* are (block, course, rank); of one course in a block only the best rank is kept. *blocks* are those whose
    wishes are replaced, without them all blocks of the ballot. *state* is one of PAPER_STATES; None: given when there
    are wishes. The ballot gets the blocks and the number of wishes that the entries need.
    """
    best: dict[tuple[int, int], int] = {}
    for block, course, rank in entries:
        best[block, course] = min(rank, best.get((block, course), rank))
    _make_room(work, ballot_id, best)
    replaced = None if blocks is None else {*blocks, *(block for block, _course in best)}
    kept = _replace(work, (ballot_id, pupil_id), best, replaced)
    if state is None:
        state = "given" if best or kept else _without_wishes(work, ballot_id, pupil_id)
    _set_paper(work, (ballot_id, pupil_id), state, None)


def _without_wishes(work: Work, ballot_id: int, pupil_id: int) -> str:
    """Return the state of a paper that has no wishes left: what was said of it by hand stays."""
    paper = work.one(BallotPaper, ballot_id=ballot_id, pupil_id=pupil_id)
    return paper.state if paper is not None and paper.state != "given" else "missing"


def _make_room(work: Work, ballot_id: int, best: dict[tuple[int, int], int]) -> None:
    if not best:
        return
    add_blocks(work, ballot_id, {block for block, _course in best})
    ballot = work.get(Ballot, ballot_id)
    if min(best.values()) < 1:
        raise Objection(N_("The first wish has the rank 1."))
    ballot.wishes = max(ballot.wishes, *best.values())


def _replace(
    work: Work, whose: tuple[int, int], best: dict[tuple[int, int], int], blocks: set[int] | None
) -> list[Wish]:
    """Bring the stored wishes to *best*; return those in other blocks, which stay."""
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
    return kept


def mark_paper(ballot_id: int, pupil_id: int, state: str, note: str = "") -> Operation[None]:
    """Say what came back: missing, given, empty or faulty, with a note. An empty or missing paper has no wishes."""

    def run(work: Work) -> None:
        work.label = N_("{pupil}: note on the ballot paper", pupil=work.get(Pupil, pupil_id).full_name)
        if state in ("empty", "missing"):
            work.remove(Wish, ballot_id=ballot_id, pupil_id=pupil_id)
        _set_paper(work, (ballot_id, pupil_id), state, tidy(note))

    return Operation(N_("Note on a ballot paper"), run)


def _set_paper(work: Work, whose: tuple[int, int], state: str, note: str | None) -> None:
    if state not in PAPER_STATES:
        raise ValueError(state)
    ballot_id, pupil_id = whose
    paper = work.one(BallotPaper, ballot_id=ballot_id, pupil_id=pupil_id)
    if paper is None:
        if state != "missing" or note:
            work.add(BallotPaper(ballot_id=ballot_id, pupil_id=pupil_id, state=state, note=note or ""))
        return
    paper.state = state
    if note is not None:
        paper.note = note


def pin(ballot_id: int, pupil_id: int, course_id: int, reason: str = "") -> Operation[None]:
    """Put a child into a course whatever the allocation finds; *reason* says why, for all who ask later."""
    return _settle((ballot_id, pupil_id, course_id), False, reason)


def ban(ballot_id: int, pupil_id: int, course_id: int, reason: str = "") -> Operation[None]:
    """Keep a child out of a course."""
    return _settle((ballot_id, pupil_id, course_id), True, reason)


def unpin(ballot_id: int, pupil_id: int, course_id: int) -> Operation[None]:
    """Leave it to the allocation again, whether the child was pinned or banned."""

    def run(work: Work) -> None:
        pupil, course = work.get(Pupil, pupil_id), work.get(Course, course_id)
        work.label = N_("Leave {pupil} in {course} to the allocation", pupil=pupil.full_name, course=course.title)
        work.remove(Placement, ballot_id=ballot_id, pupil_id=pupil_id, course_id=course_id)

    return Operation(N_("Leave a child to the allocation"), run)


def _settle(what: tuple[int, int, int], banned: bool, reason: str) -> Operation[None]:
    ballot_id, pupil_id, course_id = what

    def run(work: Work) -> None:
        pupil, course = work.get(Pupil, pupil_id), work.get(Course, course_id)
        if banned:
            work.label = N_("Keep {pupil} out of {course}", pupil=pupil.full_name, course=course.title)
        else:
            work.label = N_("Fix {pupil} in {course}", pupil=pupil.full_name, course=course.title)
        place = work.one(Placement, ballot_id=ballot_id, pupil_id=pupil_id, course_id=course_id)
        if place is None:
            place = work.add(Placement(ballot_id=ballot_id, pupil_id=pupil_id, course_id=course_id))
        place.banned, place.reason = banned, tidy(reason)

    return Operation(N_("Settle a place by hand"), run, tidy(reason))
