"""A plan in words on the command line: what came out, what each goal reached, what is struck and who is left."""

from collections.abc import Mapping

from ganztag.language import _, ngettext, number, weekday
from ganztag.operations.allocation import Summary, summary
from ganztag.operations.office import Office
from ganztag.planning.levels import goal_label
from ganztag.planning.plan import Plan, Struck
from ganztag.planning.problem import Choice, Problem
from ganztag.queries import allocation
from ganztag.queries.ballots import BallotRow

_NAMED = 30  # so many children without a place are named, the rest is counted


def tell(office: Office, ballot: BallotRow, problem: Problem, plan: Plan) -> None:
    """Print the figures of a plan, each level with what proves it, the courses that are struck, who is unplaced."""
    told = summary(plan, problem)
    goal, seed = goal_label(plan.policy.goal), str(plan.policy.seed)
    print(_("{ballot}: {goal}, lot {seed}", ballot=ballot.name, goal=goal, seed=seed))
    print(
        ngettext("{count} child", "{count} children", len(problem.pupils)),
        ngettext("{count} place to be given", "{count} places to be given", len(plan.placements)),
        ngettext("{count} course", "{count} courses", len(problem.courses)),
        sep=", ",
    )
    for named in problem.rules:
        print("  " + _("Rule {key}: {words}", key=named.key, words=str(named.words)))
    _figures(told)
    _levels(plan)
    courses = {course.id: course for course in problem.courses}
    for gone in plan.struck:
        print(_struck(courses[gone.course], gone))
    _unplaced(office, ballot, plan, told)


def _figures(told: Summary) -> None:
    for rank, count in told.counts:
        print("  " + _("Wish {rank}: {count}", rank=rank, count=count))
    if told.others:
        print("  " + _("Fixed without a wish: {count}", count=told.others))
    print("  " + _("Without a place: {count}", count=len(told.unplaced)))


def _levels(plan: Plan) -> None:
    print(_("Goals in their order:"))
    for place, level in enumerate(plan.levels, start=1):
        proven = _("proven") if level.proven else _("not proven, bound {bound}", bound=level.bound)
        print(f"  {place}. {level.label}: {number(level.value)} ({proven})")
    if not plan.proven:
        print(_("The time was up: a better plan may exist. The bounds say how much better it could be at most."))


def _struck(course: Choice, gone: Struck) -> str:
    wished = ngettext("{count} child wished for it", "{count} children wished for it", gone.wished)
    return _("Struck: {course} ({wished}, {needed} needed)", course=course.name, wished=wished, needed=gone.needed)


def _unplaced(office: Office, ballot: BallotRow, plan: Plan, told: Summary) -> None:
    """Name the children without a place, in the order of their classes, each with the reason."""
    reasons: Mapping[tuple[int, int], object] = {(one.pupil, one.slot): one.reason for one in told.unplaced}
    rows = office.read(allocation.results, ballot.id, office.clock.today(), plan.unplaced())
    for row in rows[:_NAMED]:
        who = ", ".join(filter(None, (row.name, row.class_name)))
        reason = str(reasons[row.pupil_id, row.block.id])
        day = weekday(row.block.weekday)
        print(_("Without a place on {day}, {time}: {pupil}. {reason}", day=day, time=row.block.starts, pupil=who,
                reason=reason))  # fmt: skip
    if len(rows) > _NAMED:
        print(_("… and {count} more; --out names them all.", count=len(rows) - _NAMED))
