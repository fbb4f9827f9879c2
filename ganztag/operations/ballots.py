"""What can be done with ballots: which blocks are chosen for, and how many wishes each child has."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from ganztag.domain.ballots import AllocationRun, Ballot, BallotBlock, BallotPaper, Wish
from ganztag.domain.objection import Objection
from ganztag.domain.text import tidy
from ganztag.language import N_
from ganztag.operations.editing import change
from ganztag.operations.operation import Operation, Work
from ganztag.queries import ballots as queries

USUAL_NAME = "Wahl"
MOST_WISHES = 20


def add(
    term_id: int, name: str, wishes: int = 3, block_ids: Iterable[int] | None = None, *, closes: date | None = None
) -> Operation[int]:
    """Add a ballot; without *block_ids* it has all blocks in which a course is offered. Returns its id."""
    wanted = None if block_ids is None else tuple(block_ids)

    def run(work: Work) -> int:
        key = make(work, term_id, name, wishes, wanted)
        work.get(Ballot, key).closes = closes
        return key

    return Operation(N_("Add ballot {ballot}", ballot=name), run)


def edit(ballot_id: int, called: str, /, **values: Any) -> Operation[int]:
    """Set ``name``, ``wishes`` or ``closes``; the history names the ballot as it was *called*."""
    return change(Ballot, ballot_id, values, N_("Change ballot {ballot}", ballot=called), rule=check)


def reshape(ballot_id: int, called: str, block_ids: Iterable[int], /, **values: Any) -> Operation[int]:
    """Set fields and blocks of a ballot in one deed; the history names the ballot as it was *called*."""
    wanted = frozenset(block_ids)
    fields = edit(ballot_id, called, **values)

    def run(work: Work) -> int:
        _keep_blocks(work, ballot_id, wanted)
        return fields.run(work)

    return Operation(fields.label, run)


def _keep_blocks(work: Work, ballot_id: int, wanted: frozenset[int]) -> None:
    for link in work.all(BallotBlock, ballot_id=ballot_id):
        if link.time_block_id not in wanted:
            if work.one(Wish, ballot_id=ballot_id, time_block_id=link.time_block_id):
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
        for kind in (Wish, BallotPaper):
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
    others = work.all(Ballot, term_id=ballot.term_id)
    if any(other is not ballot and other.name.casefold() == ballot.name.casefold() for other in others):
        raise Objection(N_("There is already a ballot {ballot}.", ballot=ballot.name))
    highest = max((wish.rank for wish in work.all(Wish, ballot_id=getattr(ballot, "id", 0))), default=0)
    if highest > ballot.wishes:
        raise Objection(
            N_("There are children with {count} wishes on this ballot.", count=highest),
            advice=N_("Please delete their last wishes first."),
        )
