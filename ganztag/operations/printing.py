"""Printing papers: which there are, which rows they take, and how they become one file or one each.

Nothing in the file changes but the numbers that ballot slips get once (``prepare``), so there is no operation.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from ganztag.documents import (
    allocation_protocol,
    attendance_list,
    ballot_slip,
    class_list,
    list_sheet,
    reply_letter,
    week_plan,
)
from ganztag.documents.printed import Printed
from ganztag.language import N_, Message
from ganztag.operations.office import Office
from ganztag.operations.wishes import number_papers
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem
from ganztag.queries import (
    allocation_protocol as protocol_query,
)
from ganztag.queries import (
    attendance_sheets,
    ballot_slips,
    ballots,
    missing_wishes,
    paper_reading,
    reply_letters,
    waiting_sheets,
    whereabouts_sheets,
)
from ganztag.queries.wishes import voter_ids_of

Progress = Callable[[int, int], None]
Query = Callable[..., list[Any]]


@dataclass(frozen=True)
class Paper:
    """A kind of paper: its rows (for chosen ids of *subject*, or all) and its writers.

    *of_ballot*: its rows are those of one ballot, which has to be said where the half-year has several.
    """

    key: str
    title: Message
    subject: str  # "course", "class", "pupil" or "ballot": what one sheet is about
    rows: Query
    write: Callable[..., Printed]
    write_each: Callable[..., Printed]
    of_ballot: bool = False


PAPERS = {
    paper.key: paper
    for paper in (
        Paper(
            "attendance", N_("Attendance lists"), "course", attendance_sheets.attendance_sheets,
            attendance_list.write, attendance_list.write_each,
        ),
        Paper(
            "class", N_("Who is where?"), "class", whereabouts_sheets.class_sheets,
            class_list.write, class_list.write_each,
        ),
        Paper(
            "pupil", N_("Week plans"), "pupil", whereabouts_sheets.week_plans,
            week_plan.write, week_plan.write_each,
        ),
        Paper(
            "ballot", N_("Ballot slips"), "pupil", ballot_slips.ballot_slips,
            ballot_slip.write, ballot_slip.write_each, of_ballot=True,
        ),
        Paper(
            "missing-wishes", N_("Missing wishes"), "class", missing_wishes.missing_wishes,
            list_sheet.write, list_sheet.write_each, of_ballot=True,
        ),
        Paper(
            "letter", N_("Letters"), "pupil", reply_letters.reply_letters,
            reply_letter.write, reply_letter.write_each, of_ballot=True,
        ),
        Paper(
            "protocol", N_("Protocol of the allocation"), "ballot", protocol_query.protocols,
            allocation_protocol.write, allocation_protocol.write_each,
        ),
        Paper(
            "results", N_("Results by number"), "ballot", protocol_query.anonymous,
            allocation_protocol.write, allocation_protocol.write_each,
        ),
        Paper(
            "waiting-lists", N_("Waiting lists"), "course", waiting_sheets.waiting_sheets,
            list_sheet.write, list_sheet.write_each,
        ),
    )
}  # fmt: skip


def sheets(
    office: Office,
    paper: Paper,
    term_id: int,
    ids: Collection[int] | None,
    now: datetime | None = None,
    ballot_id: int | None = None,
) -> list[Any]:
    """Return the frozen rows of the sheets; *ids* None: of all. Raises Objection where there is nothing to print.

    *ballot_id* counts for papers of a ballot; None: the only one of the half-year.
    """
    of_ballot = (ballot_id,) if paper.of_ballot else ()
    return office.read(paper.rows, term_id, now or office.clock.now(), ids, *of_ballot)


def prepare(office: Office, paper: Paper, term_id: int, ballot_id: int | None = None) -> None:
    """Give all slips of the ballot their numbers before they are printed; a number once given stays."""
    if paper.key != "ballot":
        return
    key = ballot_id if ballot_id is not None else office.read(ballots.ballot_named, term_id).id
    papers = office.read(paper_reading.papers_of, key).papers
    voters = office.read(voter_ids_of, key, office.clock.today())
    if any(voter not in papers or not papers[voter].number for voter in voters):
        office.do(number_papers(key))


def write(paper: Paper, rows: Sequence[Any], target: Path | BinaryIO, *, progress: Progress | None = None) -> Printed:
    """Write one PDF where *target* ends in .pdf or is a stream, else one file each into the folder *target*.

    Knows neither file nor screen, so that it can run as a job; stopped, it leaves no half file.
    """
    if isinstance(target, Path) and target.suffix.lower() != ".pdf":
        return paper.write_each(rows, target, progress=progress)
    return paper.write(rows, target, progress=progress)


def print_to(
    office: Office,
    paper: Paper,
    term_id: int,
    ids: Collection[int] | None,
    target: Path | BinaryIO,
    ballot_id: int | None = None,
) -> Printed:
    prepare(office, paper, term_id, ballot_id)
    return write(paper, sheets(office, paper, term_id, ids, None, ballot_id), target)


def write_protocol(office: Office, ballot_id: int, problem: Problem, plan: Plan, target: Path | BinaryIO) -> Printed:
    """Write the protocol of a plan that is not accepted yet."""
    row = office.read(ballots.ballot, ballot_id)
    sheet = office.read(protocol_query.protocol, row, (problem, plan), office.clock.now())
    return allocation_protocol.write([sheet], target)
