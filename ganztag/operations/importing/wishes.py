"""The import of wishes: each row is what one child wants, in one block or in all."""

from collections import defaultdict
from datetime import date

from ganztag.domain.ballot_papers import slip_serial
from ganztag.domain.school_year import holds_on
from ganztag.domain.text import tidy
from ganztag.exchange.problems import Problem, Reading, Severity
from ganztag.exchange.records import WishRecord
from ganztag.language import N_
from ganztag.operations.ballots import USUAL_NAME, ensure_ballot
from ganztag.operations.bonds import bind
from ganztag.operations.importing.children import Children
from ganztag.operations.importing.course_names import Courses
from ganztag.operations.importing.preview import Creation, ImportPlan, Outcome, Request
from ganztag.operations.importing.resolving import Blocks
from ganztag.operations.importing.wish_children import PaperOwners
from ganztag.operations.importing.wish_days import half_wished
from ganztag.operations.importing.wish_papers import Comparison, Known, Ranks, WishAct, is_form
from ganztag.operations.operation import Work
from ganztag.operations.wishes import put
from ganztag.queries import frame
from ganztag.queries.import_state.choices import KnownBallot, ballots, bonds, papers, wishes
from ganztag.queries.import_state.courses import blocks, courses
from ganztag.queries.import_state.pupils import KnownPupil, pupils
from ganztag.queries.wishes import voter_ids_of
from ganztag.storage.reader import Reader


def compare(reader: Reader, reading: Reading[WishRecord], request: Request, today: date) -> Outcome:
    """Return what the file means for the wishes of a ballot; where there is none one is made."""
    term = frame.term(reader, request.term_id)
    day = term.day_that_counts(today)
    ballot, several = _ballot(ballots(reader, term.id), request.settings.ballot)
    everyone = pupils(reader, day)
    known = _known(reader, ballot, today)
    owners = PaperOwners(
        Children(
            [one for one in everyone if holds_on(day, None, one.exit)],
            [one for one in everyone if not holds_on(day, None, one.exit)],
        ),
        _by_serial(known, everyone),
        request.settings.answers,
    )
    found = Courses(courses(reader, term.id, term.school_year_id))
    comparison = Comparison(owners, found, Blocks(blocks(reader, term.school_year_id)), known)
    kept = [record for record in reading.records if not record.superseded]
    in_turn = reversed(kept) if all(map(is_form, kept)) else kept
    items = [item for record in in_turn for item in comparison.items(record)]
    halves = half_wished(comparison.stated, comparison.staying(), ballot.block_ids if ballot is not None else None)
    problems = (*several, *comparison.problems, *halves)
    asked = tuple(owners.questions)
    if ballot is not None or several:
        return Outcome(tuple(items), problems, asked)
    creation = Creation(N_("Ballot"), (tidy(request.settings.ballot) or USUAL_NAME,))
    whole = frozenset(block for one in comparison.stated for block in one.course.block_ids)
    return Outcome(tuple(items), problems, asked, creates=(creation,), extra=whole)


def _known(reader: Reader, ballot: KnownBallot | None, today: date) -> Known:
    """Return what the ballot holds so far."""
    if ballot is None:
        return Known(bonds=tuple(bonds(reader, None)))
    stated: dict[int, Ranks] = defaultdict(dict)
    for wish in wishes(reader, ballot.id):
        stated[wish.pupil_id][wish.time_block_id, wish.course_id] = wish.rank
    voters = frozenset(voter_ids_of(reader, ballot.id, today))
    bound = tuple(bonds(reader, ballot.id))
    return Known(stated, papers(reader, ballot.id), ballot.block_ids, voters, bound)


def _by_serial(known: Known, everyone: list[KnownPupil]) -> dict[int, KnownPupil]:
    children = {one.id: one for one in everyone}
    serials = {slip_serial(paper.number): children.get(key) for key, paper in known.papers.items() if paper.number}
    return {serial: pupil for serial, pupil in serials.items() if serial is not None and pupil is not None}


def _ballot(found: list[KnownBallot], name: str) -> tuple[KnownBallot | None, list[Problem]]:
    wanted = tidy(name).casefold()
    if wanted:
        return next((one for one in found if one.name.casefold() == wanted), None), []
    if len(found) > 1:
        known = ", ".join(one.name for one in found)
        message = N_("There are several ballots: {known}. Please say which one the wishes belong to.", known=known)
        return None, [Problem(None, "", message, Severity.ERROR)]
    return (found[0] if found else None), []


def write(work: Work, plan: ImportPlan) -> None:
    acts = [item.act for item in plan.to_do if isinstance(item.act, WishAct)]
    if not acts:
        return
    papers_of = [(act, act.paper) for act in acts if act.paper is not None]
    needed = {block for _act, paper in papers_of for block in paper.blocks}.union(plan.extra or ())
    ballot_id = ensure_ballot(work, plan.request.term_id, name=plan.request.settings.ballot, block_ids=needed)
    for act, paper in papers_of:
        put(work, ballot_id, act.pupil_id, paper, blocks=act.blocks)
    for one in (bond for act in acts for bond in act.bonds):
        bind(work, one.pupil_id, one.other_id, one.kind, ballot_id, must=one.must)
