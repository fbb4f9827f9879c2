"""``ganztag allocate``: wishes in, a proven plan out."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ganztag.console import explaining, plan_words
from ganztag.console.files import ask_for_half_year, half_year, opened, path
from ganztag.domain.objection import Objection
from ganztag.exchange.writing import refuse_other_endings, write_table
from ganztag.language import N_, _, speaking
from ganztag.operations import allocation
from ganztag.operations.office import Office
from ganztag.operations.printing import write_protocol
from ganztag.operations.proposal import proposal_table
from ganztag.planning.allocate import allocate
from ganztag.planning.changes import Without, changed
from ganztag.planning.levels import GOALS, GROUPS
from ganztag.planning.plan import Plan
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem
from ganztag.queries import ballots, frame
from ganztag.queries.ballots import BallotRow
from ganztag.queries.to_allocate import policy_of
from ganztag.queries.to_allocate import problem as problem_of

_GREATEST = 2**63 - 1
_LONGEST = 24 * 60 * 60  # seconds
_KEEP = {"none": "", "first": "first", "after-unplaced": "after unplaced"}


def describe(commands: Any) -> None:
    command = commands.add_parser(
        "allocate",
        help=_("place the children by their wishes"),
        description=_(
            "Find the best plan for a ballot and prove it. balanced: a good wish for each child; generous: fewest "
            "last wishes; greedy: most first wishes; weekly: fair over the week and over the half-years. Without "
            "--accept nothing is changed, and what is stopped with Ctrl+C takes nothing over."
        ),
        epilog=_(
            "Exit codes: 0 a plan was found, 1 fixed places or rules contradict each other, 2 wrong use, a file that "
            "cannot be used, or stopped."
        ),
    )
    command.add_argument("file", type=path, metavar=_("FILE"))
    command.add_argument("--ballot", default="", metavar=_("NAME"), help=_("needed where there are several"))
    _ask_how(command)
    command.add_argument(
        "--explain", nargs=2, action="append", default=[], metavar=(_("PUPIL"), _("COURSE")),
        help=_("why this child is in this course, or why not; may be given several times"),
    )  # fmt: skip
    command.add_argument("--accept", action="store_true", help=_("enrol the children as the plan says"))
    command.add_argument("--out", type=path, metavar=_("TABLE"), help=_("write the plan as .csv or .xlsx"))
    command.add_argument("--protocol", type=path, metavar=_("PDF"), help=_("write the protocol with all reasons"))
    ask_for_half_year(command)
    command.set_defaults(run=run)


def _ask_how(command: argparse.ArgumentParser) -> None:
    command.add_argument("--goal", choices=GOALS, default="balanced")
    command.add_argument(
        "--seed", type=number_of_lot, default=1, metavar=_("NUMBER"), help=_("of the lottery; default 1")
    )
    command.add_argument(
        "--keep",
        choices=tuple(_KEEP),
        default="none",
        help=_("what children have today: none is kept; first: nobody moves who can stay; after-unplaced: children "
               "move only for those without a place"),
    )  # fmt: skip
    command.add_argument(
        "--order", type=groups, default=(), metavar=_("GOALS"),
        help=_("an order of the goals of your own, between commas: {groups}", groups=", ".join(GROUPS)),
    )  # fmt: skip
    command.add_argument(
        "--without", action="append", default=[], metavar=_("RULE"),
        help=_("as if this rule were not there; by its key, as the summary names it"),
    )  # fmt: skip
    command.add_argument(
        "--time-limit", type=seconds, metavar=_("SECONDS"),
        help=_("then take the best plan so far, which is not proven"),
    )  # fmt: skip


def number_of_lot(text: str) -> int:
    """Return a seed that the file can keep; ValueError for any other."""
    seed = int(text)
    if abs(seed) > _GREATEST:
        raise ValueError(text)
    return seed


def seconds(text: str) -> float:
    """Return a time for calculating; ValueError for none at all."""
    found = float(text.replace(",", "."))
    if not 0 < found < _LONGEST:
        raise ValueError(text)
    return found


def groups(text: str) -> tuple[str, ...]:
    """Return groups of levels in their order; ValueError for an unknown one and for one that stands there twice."""
    found = tuple(part.strip().casefold() for part in text.split(",") if part.strip())
    if not set(found) <= set(GROUPS) or len(set(found)) < len(found):
        raise ValueError(text)
    return found


def run(chosen: argparse.Namespace) -> int:
    """Allocate; 0 whenever a plan was found, 1 where fixed places or rules contradict each other."""
    _refuse_misuse(chosen)
    with opened(chosen.file) as office:
        term = half_year(office, chosen.half_year)
        ballot = office.read(ballots.ballot_named, term.id, chosen.ballot)
        problem = _without(office.read(problem_of, ballot.id, office.clock.today()), chosen.without)
        policy, questions = (
            _policy(office, ballot.id, chosen),
            explaining.asked(office, ballot, problem, chosen.explain),
        )
        try:
            plan = allocate(problem, policy, time_limit=chosen.time_limit)
        except Objection as contradiction:
            print(contradiction)
            return 1
        plan_words.tell(office, ballot, problem, plan)
        explaining.tell(office, ballot, (problem, plan), questions)
        _write(office, chosen, (ballot, problem, plan))
        if chosen.accept:
            office.do(allocation.accept(plan, ballot.id))
            print(_("Accepted: the children are enrolled."))
    return 0


def _policy(office: Office, ballot_id: int, chosen: argparse.Namespace) -> Policy:
    """Return how it is asked for; without an order of its own in that of the school."""
    usual = office.read(policy_of, ballot_id, chosen.goal)
    return replace(usual, seed=chosen.seed, keep=_KEEP[chosen.keep], order=chosen.order or usual.order)


def _without(problem: Problem, keys: Sequence[str]) -> Problem:
    """Return the problem without these rules; objects to keys that no rule has."""
    known = {rule.key.casefold(): rule.key for rule in problem.rules}
    for key in keys:
        if key.strip().casefold() not in known:
            there = ", ".join(known.values()) or "–"
            raise Objection(N_("There is no rule {key}. There are: {known}", key=key, known=there))
    return changed(problem, [Without(known[key.strip().casefold()]) for key in keys])


def _refuse_misuse(chosen: argparse.Namespace) -> None:
    if chosen.accept and chosen.without:
        raise Objection(
            N_("A plan that leaves out a rule cannot be accepted."),
            advice=N_("Switch the rule off in the window first, then allocate again."),
        )
    if chosen.out:
        refuse_other_endings(chosen.out)
    if chosen.protocol and chosen.protocol.suffix.lower() != ".pdf":
        raise Objection(
            N_("A protocol cannot be written as {name}.", name=chosen.protocol.name),
            advice=N_("Choose a name ending in .pdf."),
        )


def _write(office: Office, chosen: argparse.Namespace, found: tuple[BallotRow, Problem, Plan]) -> None:
    ballot, problem, plan = found
    if chosen.out:
        write_table(chosen.out, *proposal_table(office, plan, ballot.term_id))
    if chosen.protocol:
        with speaking(office.read(frame.school).language):
            write_protocol(office, ballot.id, problem, plan, chosen.protocol)
