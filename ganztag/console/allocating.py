"""``ganztag allocate``: wishes in, a proven plan out."""

import argparse
from typing import Any

from ganztag.console.files import ask_for_half_year, half_year, opened, path
from ganztag.domain.objection import Objection
from ganztag.exchange.writing import refuse_other_endings, write_table
from ganztag.language import _, ngettext, number
from ganztag.operations import allocation
from ganztag.operations.proposal import proposal_table
from ganztag.planning.allocate import allocate
from ganztag.planning.levels import goal_label
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem
from ganztag.queries import ballots
from ganztag.queries.to_allocate import problem as problem_of

_GREATEST = 2**63 - 1
_GOALS = ("balanced", "generous", "greedy")


def describe(commands: Any) -> None:
    command = commands.add_parser(
        "allocate",
        help=_("place the children by their wishes"),
        description=_(
            "Find the best plan for a ballot and prove it. balanced: a good wish for each child; generous: fewest "
            "last wishes; greedy: most first wishes. Without --accept nothing is changed."
        ),
    )
    command.add_argument("file", type=path, metavar=_("FILE"))
    command.add_argument("--ballot", default="", metavar=_("NAME"), help=_("needed where there are several"))
    command.add_argument("--goal", choices=_GOALS, default="balanced")
    command.add_argument(
        "--seed", type=number_of_lot, default=1, metavar=_("NUMBER"), help=_("of the lottery; default 1")
    )
    command.add_argument("--accept", action="store_true", help=_("enrol the children as the plan says"))
    command.add_argument("--out", type=path, metavar=_("TABLE"), help=_("write the plan as .csv or .xlsx"))
    ask_for_half_year(command)
    command.set_defaults(run=run)


def number_of_lot(text: str) -> int:
    """Return a seed that the file can keep; ValueError for any other."""
    seed = int(text)
    if abs(seed) > _GREATEST:
        raise ValueError(text)
    return seed


def run(chosen: argparse.Namespace) -> int:
    """Allocate; 0 whenever a plan was found, 1 where fixed placements contradict each other."""
    if chosen.out:
        refuse_other_endings(chosen.out)
    with opened(chosen.file) as office:
        term = half_year(office, chosen.half_year)
        ballot = office.read(ballots.ballot_named, term.id, chosen.ballot)
        problem = office.read(problem_of, ballot.id, office.clock.today())
        try:
            plan = allocate(problem, chosen.goal, chosen.seed)
        except Objection as contradiction:
            print(contradiction)
            return 1
        print(
            _("{ballot}: {goal}, lot {seed}", ballot=ballot.name, goal=goal_label(chosen.goal), seed=str(chosen.seed))
        )
        _summarise(problem, plan)
        if chosen.out:
            write_table(chosen.out, *proposal_table(office, plan, term.id))
        if chosen.accept:
            office.do(allocation.accept(plan, ballot.id))
            print(_("Accepted: the children are enrolled."))
    return 0


def _summarise(problem: Problem, plan: Plan) -> None:
    """Print the profile, each level's value and whether it is proven, and the courses that are struck."""
    print(
        ngettext("{count} child", "{count} children", len(problem.pupils)),
        ngettext("{count} place to be given", "{count} places to be given", len(plan.placements)),
        ngettext("{count} course", "{count} courses", len(problem.courses)),
        sep=", ",
    )
    for rank, count in plan.counts().items():
        print("  " + _("Wish {rank}: {count}", rank=rank, count=count))
    fixed = sum(place.course is not None and place.rank is None for place in plan.placements)
    if fixed:
        print("  " + _("Fixed without a wish: {count}", count=fixed))
    print("  " + _("Without a place: {count}", count=len(plan.unplaced())))
    print(_("Goals in their order:"))
    for place, level in enumerate(plan.levels, start=1):
        proven = _("proven") if level.proven else _("not proven, bound {bound}", bound=level.bound)
        print(f"  {place}. {level.label}: {number(level.value)} ({proven})")
    names = {course.id: course.name for course in problem.courses}
    for course in plan.struck:
        wished = ngettext("{count} child wished for it", "{count} children wished for it", course.wished)
        print(_("Struck: {course} ({wished}, {needed} needed)", course=names[course.course], wished=wished,
                needed=course.needed))  # fmt: skip
