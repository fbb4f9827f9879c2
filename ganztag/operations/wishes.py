"""What can be done with wishes, with the papers they stand on, and with what is settled by hand beforehand."""

from collections.abc import Iterable

from ganztag.domain.ballot_papers import WEEK, Paper, Said, slip_number, slip_serial
from ganztag.domain.ballots import PAPER_STATES, Ballot, BallotAnswer, BallotPaper, Placement, Refusal, Wish
from ganztag.domain.courses import Course
from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Pupil
from ganztag.domain.text import tidy
from ganztag.language import N_
from ganztag.operations.ballots import add_blocks
from ganztag.operations.operation import Operation, Work
from ganztag.operations.paper_rows import blocks_of, replace_answers, replace_refusals, replace_wishes, spread
from ganztag.queries.wishes import voter_ids_of

Entry = tuple[int, int, int]
"""Block, course and rank (from 1) of a wish."""


def set_said(ballot_id: int, pupil_id: int, band: int, said: Said) -> Operation[None]:
    """Set all that a child says for one block, or for the week (``WEEK``); what it said there before is gone.

    Of the refusals those are replaced that concern courses of the block. A wish for the week is kept in each block of
    the ballot in which its course meets. Objects to one course at two ranks, and to more wishes than the ballot has.
    """

    def run(work: Work) -> None:
        pupil, ballot = work.get(Pupil, pupil_id), work.get(Ballot, ballot_id)
        work.label = N_("{pupil}: enter wishes", pupil=pupil.full_name)
        _check(ballot, said)
        blocks = blocks_of(work, ballot_id) if band == WEEK else (band,)
        put(work, ballot_id, pupil_id, spread(work, said, blocks, band == WEEK), blocks=blocks)

    return Operation(N_("Enter wishes"), run)


def _check(ballot: Ballot, said: Said) -> None:
    chosen = [course_id for _rank, course_id in said.ranks]
    if len(set(chosen)) < len(chosen):
        raise Objection(N_("The same wish stands there twice."))
    ranks = [rank for rank, _course in said.ranks]
    if said.any_from is not None:
        ranks.append(said.any_from)
    if all(1 <= rank <= ballot.wishes for rank in ranks):
        return
    if ballot.per_week:
        raise Objection(N_("This ballot has {count} wishes for the week.", count=ballot.wishes))
    raise Objection(N_("This ballot has {count} wishes for each block.", count=ballot.wishes))


def put(
    work: Work,
    ballot_id: int,
    pupil_id: int,
    what: Iterable[Entry] | Paper,
    state: str | None = None,
    *,
    blocks: Iterable[int] | None = None,
) -> None:
    """Set what a child wishes inside another deed, as an import does, and keep its paper in step.

    *what* is a ``Paper`` or only its wishes as (block, course, rank); of one course in a block only the best rank is
    kept. *blocks* are those whose wishes and answers are replaced, without them all blocks of the ballot. *state* is
    one of PAPER_STATES; None: that of the paper, else given when something is said. The ballot gets the blocks and
    the number of wishes that are needed.
    """
    paper = what if isinstance(what, Paper) else Paper(tuple(what))
    whose = (ballot_id, pupil_id)
    best: dict[tuple[int, int], int] = {}
    for block, course, rank in paper.wishes:
        best[block, course] = min(rank, best.get((block, course), rank))
    _make_room(work, ballot_id, paper, best)
    replaced = None if blocks is None else frozenset(blocks) | paper.blocks
    says = replace_wishes(work, whose, best, replaced)
    says = replace_answers(work, whose, paper, replaced) or says
    says = replace_refusals(work, whose, paper.refused, replaced) or says
    state = state or paper.state or ("given" if says else _without_wishes(work, whose))
    _set_paper(work, whose, state, None if paper.note is None else tidy(paper.note))


def _without_wishes(work: Work, whose: tuple[int, int]) -> str:
    """Return the state of a paper on which nothing stands: what was said of it by hand stays."""
    paper = work.one(BallotPaper, ballot_id=whose[0], pupil_id=whose[1])
    return paper.state if paper is not None and paper.state != "given" else "missing"


def _make_room(work: Work, ballot_id: int, paper: Paper, best: dict[tuple[int, int], int]) -> None:
    ranks = [*best.values(), *(rank for _block, rank in paper.anywhere if rank is not None)]
    if paper.blocks:
        add_blocks(work, ballot_id, paper.blocks)
    if not ranks:
        return
    ballot = work.get(Ballot, ballot_id)
    if min(ranks) < 1:
        raise Objection(N_("The first wish has the rank 1."))
    ballot.wishes = max(ballot.wishes, *ranks)


def mark_paper(ballot_id: int, pupil_id: int, state: str, note: str = "") -> Operation[None]:
    """Say what came back: missing, given, empty or faulty, with a note. On an empty or missing paper nothing stands."""

    def run(work: Work) -> None:
        work.label = N_("{pupil}: note on the ballot paper", pupil=work.get(Pupil, pupil_id).full_name)
        if state in ("empty", "missing"):
            for kind in (Wish, BallotAnswer, Refusal):
                work.remove(kind, ballot_id=ballot_id, pupil_id=pupil_id)
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


def number_papers(ballot_id: int) -> Operation[int]:
    """Give each child that may vote a number for its slip; a number once given stays. Returns how many are new.

    The numbers run through the ballot in the order of the class lists and hold no name.
    """

    def run(work: Work) -> int:
        papers = {paper.pupil_id: paper for paper in work.all(BallotPaper, ballot_id=ballot_id)}
        serials = [slip_serial(paper.number) or 0 for paper in papers.values() if paper.number]
        highest, new = max(serials, default=0), []
        voters = work.read(voter_ids_of, ballot_id, work.today)
        wanted = [key for key in voters if key not in papers or not papers[key].number]
        for serial, pupil_id in enumerate(wanted, start=highest + 1):
            if pupil_id in papers:
                papers[pupil_id].number = slip_number(serial)
            else:
                new.append({"ballot_id": ballot_id, "pupil_id": pupil_id, "number": slip_number(serial)})
        work.insert(BallotPaper, new)
        return len(wanted)

    return Operation(N_("Number the ballot papers"), run)


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
