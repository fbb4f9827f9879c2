"""What can be done with ballots: who wishes what, in which blocks, how many courses each child gets."""

from collections.abc import Iterable
from typing import Any

from ganztag.domain.ballots import (
    AllocationRun,
    Ballot,
    BallotAnswer,
    BallotBlock,
    BallotClass,
    BallotCourse,
    BallotPaper,
    BallotYearGroup,
    Refusal,
    Wish,
)
from ganztag.domain.courses import Course
from ganztag.domain.objection import Objection
from ganztag.domain.text import tidy
from ganztag.language import N_
from ganztag.operations.editing import change
from ganztag.operations.operation import Operation, Work
from ganztag.queries import ballots as queries

USUAL_NAME = "Wahl"
MOST_WISHES = 20
LINKS: dict[str, tuple[type[Any], str]] = {
    "course_ids": (BallotCourse, "course_id"),
    "year_group_ids": (BallotYearGroup, "year_group_id"),
    "class_ids": (BallotClass, "school_class_id"),
}
"""What a ballot is restricted to: courses that can be wished, and who may vote; none of a kind: all."""


def add(
    term_id: int, name: str, wishes: int = 3, block_ids: Iterable[int] | None = None, **values: Any
) -> Operation[int]:
    """Add a ballot; without *block_ids* it has all blocks in which a course is offered. Returns its id.

    *values* are fields of Ballot, and what it is restricted to (``LINKS``).
    """
    wanted = None if block_ids is None else tuple(block_ids)
    fields, links = _parted(values)

    def run(work: Work) -> int:
        key = make(work, term_id, name, wishes, wanted)
        ballot = work.get(Ballot, key)
        with work.unwritten():
            for field, value in fields.items():
                if field not in vars(Ballot)["__dataclass_fields__"]:
                    raise AttributeError(field)
                setattr(ballot, field, value)
            check(work, ballot)
        _restrict(work, key, links)
        _check_blocks(work, ballot)
        return key

    return Operation(N_("Add ballot {ballot}", ballot=name), run)


def edit(ballot_id: int, called: str, /, **values: Any) -> Operation[int]:
    """Set fields of a ballot; the history names the ballot as it was *called*."""
    return change(Ballot, ballot_id, values, N_("Change ballot {ballot}", ballot=called), rule=check)


def reshape(ballot_id: int, called: str, block_ids: Iterable[int], /, **values: Any) -> Operation[int]:
    """Set fields, blocks and what a ballot is restricted to in one deed; the history names it as it was *called*."""
    wanted = frozenset(block_ids)
    own, links = _parted(values)
    fields = edit(ballot_id, called, **own)

    def run(work: Work) -> int:
        _keep_ranking(work, ballot_id, own)
        _keep_blocks(work, ballot_id, wanted)
        _restrict(work, ballot_id, links)
        key = fields.run(work)
        _check_blocks(work, work.get(Ballot, ballot_id))
        return key

    return Operation(fields.label, run)


def _parted(values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, frozenset[int]]]:
    links = {name: frozenset(ids) for name, ids in values.items() if name in LINKS}
    return {name: value for name, value in values.items() if name not in LINKS}, links


def _restrict(work: Work, ballot_id: int, links: dict[str, frozenset[int]]) -> None:
    """Let a ballot have exactly these courses, year groups and classes; objects where wishes would be lost."""
    for name, wanted in links.items():
        kind, field = LINKS[name]
        here = {getattr(link, field): link for link in work.all(kind, ballot_id=ballot_id)}
        for key in here.keys() - wanted:
            work.delete(here[key])
        work.insert(kind, [{"ballot_id": ballot_id, field: key} for key in sorted(wanted - here.keys())])
    chosen = links.get("course_ids")
    if chosen:
        lost = {wish.course_id for wish in work.all(Wish, ballot_id=ballot_id)} - chosen
        if lost:
            course = work.get(Course, min(lost))
            raise Objection(
                N_("There are wishes for {course} already.", course=course.title),
                advice=N_("Please delete these wishes first, or leave the course on the ballot."),
            )


def _keep_ranking(work: Work, ballot_id: int, values: dict[str, Any]) -> None:
    before = work.get(Ballot, ballot_id).per_week
    if values.get("per_week", before) != before and work.one(Wish, ballot_id=ballot_id):
        raise Objection(
            N_("There are wishes already; they cannot be ranked in another way."),
            advice=N_("Please delete these wishes first, or add another ballot."),
        )


def _keep_blocks(work: Work, ballot_id: int, wanted: frozenset[int]) -> None:
    for link in work.all(BallotBlock, ballot_id=ballot_id):
        if link.time_block_id not in wanted:
            place = {"ballot_id": ballot_id, "time_block_id": link.time_block_id}
            if work.one(Wish, **place) or work.one(BallotAnswer, **place):
                raise Objection(
                    N_("There are wishes for this block already."), advice=N_("Please delete these wishes first.")
                )
            work.delete(link)
    add_blocks(work, ballot_id, wanted)


def delete(ballot_id: int, name: str) -> Operation[None]:
    """Delete a ballot with its wishes; objects once an allocation of it was accepted."""

    def run(work: Work) -> None:
        if work.one(AllocationRun, ballot_id=ballot_id):
            raise Objection(
                N_("An allocation of ballot {ballot} was accepted; it explains why the children are where they are.",
                   ballot=name),
                advice=N_("Keep the ballot. To choose anew, add another one."),
            )  # fmt: skip
        for kind in (Wish, BallotAnswer, Refusal, BallotPaper):
            work.remove(kind, ballot_id=ballot_id)
        work.delete(work.get(Ballot, ballot_id))

    return Operation(N_("Delete ballot {ballot}", ballot=name), run)


def make(work: Work, term_id: int, name: str, wishes: int = 3, block_ids: Iterable[int] | None = None) -> int:
    """Add a ballot inside another deed and return its id."""
    ballot = Ballot(term_id=term_id, name=tidy(name), wishes=wishes)
    check(work, ballot)
    work.add(ballot)
    if block_ids is None:
        block_ids = [block.id for block in work.read(queries.blocks_on_offer, term_id)]
    add_blocks(work, ballot.id, block_ids)
    return ballot.id


def ensure_ballot(work: Work, term_id: int, *, name: str = "", block_ids: Iterable[int] = ()) -> int:
    """Return the id of the ballot with this name, without a name of the only one; make it where there is none.

    *block_ids* are added to it where it does not have them. Objects where several ballots leave a choice.
    """
    found = work.read(queries.ballots, term_id)
    wanted = tidy(name)
    if not found or (wanted and wanted.casefold() not in {row.name.casefold() for row in found}):
        return make(work, term_id, wanted or USUAL_NAME, block_ids=block_ids)
    key = work.read(queries.ballot_named, term_id, wanted).id
    add_blocks(work, key, block_ids)
    return key


def add_blocks(work: Work, ballot_id: int, block_ids: Iterable[int]) -> None:
    """Add blocks that the ballot does not have yet."""
    here = {link.time_block_id for link in work.all(BallotBlock, ballot_id=ballot_id)}
    new = [{"ballot_id": ballot_id, "time_block_id": block} for block in sorted(set(block_ids) - here)]
    work.insert(BallotBlock, new)


def check(work: Work, ballot: Ballot) -> None:
    """Object to what a ballot cannot be."""
    if not ballot.name:
        raise Objection(N_("A ballot needs a name."))
    if not 1 <= ballot.wishes <= MOST_WISHES:
        raise Objection(N_("A ballot has from 1 to {most} wishes.", most=MOST_WISHES))
    _check_numbers(ballot)
    others = work.all(Ballot, term_id=ballot.term_id)
    if any(other is not ballot and other.name.casefold() == ballot.name.casefold() for other in others):
        raise Objection(N_("There is already a ballot {ballot}.", ballot=ballot.name))
    own = getattr(ballot, "id", 0)
    ranks = [wish.rank for wish in work.all(Wish, ballot_id=own)]
    highest = max([*ranks, *(answer.rank or 0 for answer in work.all(BallotAnswer, ballot_id=own))], default=0)
    if highest > ballot.wishes:
        raise Objection(
            N_("There are children with {count} wishes on this ballot.", count=highest),
            advice=N_("Please delete their last wishes first."),
        )


def _check_numbers(ballot: Ballot) -> None:
    if not 0 <= ballot.min_wishes <= ballot.wishes:
        raise Objection(
            N_("A child cannot be asked for {least} wishes where there are {wishes}.",
               least=ballot.min_wishes, wishes=ballot.wishes),
        )  # fmt: skip
    if ballot.courses_due is not None and ballot.courses_due < 1:
        raise Objection(N_("Each child gets at least one course."))
    if ballot.opens is not None and ballot.closes is not None and ballot.closes < ballot.opens:
        raise Objection(N_("The last day lies before the first."))


def _check_blocks(work: Work, ballot: Ballot) -> None:
    """Object to more courses for each child than there are blocks."""
    blocks = len(work.all(BallotBlock, ballot_id=ballot.id))
    if ballot.courses_due is not None and ballot.courses_due > blocks:
        raise Objection(
            N_("A child cannot get {count} courses in {blocks} blocks.", count=ballot.courses_due, blocks=blocks),
            advice=N_("Please choose more blocks or fewer courses."),
        )
