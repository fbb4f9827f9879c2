"""Rules that cannot all hold: found before anything is solved, or when nothing can be, and told by course and rule.

``fixed`` looks at fixed places alone. ``programme`` writes all rules that can contradict each other as rows (``rows``),
of which ``core`` finds the smallest sets that are impossible; ``words`` says them. numpy and HiGHS are imported only
when something is solved.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from ganztag.domain.objection import Objection
from ganztag.language import Message
from ganztag.planning.contradictions import words
from ganztag.planning.contradictions.demands import Demand
from ganztag.planning.contradictions.fixed import refuse_contradictions
from ganztag.planning.contradictions.programme import programme
from ganztag.planning.judge.reading import Reading, read
from ganztag.planning.problem import Problem

__all__ = ["Demand", "infeasible_core", "infeasible_cores", "refuse_contradictions", "refuse_infeasible"]

_FEW = 5  # courses with fixed children that are named one by one


def infeasible_core(problem: Problem) -> tuple[Demand, ...]:
    """Return the smallest set of rules that contradict each other, without any one of which they would not; or ().

    Fixed places must not contradict each other (``refuse_contradictions``).
    """
    return next(iter(infeasible_cores(problem, most=1)), ())


def infeasible_cores(
    problem: Problem, most: int = 4, cancelled: Callable[[], bool] | None = None
) -> tuple[tuple[Demand, ...], ...]:
    """Return up to *most* such sets that have nothing in common. Raises ``Stopped`` when *cancelled* says so."""
    built = programme(read(problem))
    if not built.filled:
        return ()
    from ganztag.planning.contradictions.core import cores  # noqa: PLC0415 -- numpy and the solver, only to solve

    return tuple(cores(built, most, cancelled))


def refuse_infeasible(problem: Problem, cancelled: Callable[[], bool] | None = None) -> None:
    """Raise an Objection that names the rules that contradict each other; return if all of them can hold together.

    Raises ``Stopped`` when *cancelled* says so.
    """
    found = infeasible_cores(problem, cancelled=cancelled)
    if found:
        raise Objection(_told(problem, found), advice=words.advice())


def _told(problem: Problem, found: tuple[tuple[Demand, ...], ...]) -> Message:
    reading = read(problem)
    named = {rule.key: rule.words for rule in problem.rules}
    return words.contradict([list(_named(reading, core, named)) for core in found])


def _named(reading: Reading, core: tuple[Demand, ...], named: dict[str, Message]) -> Iterator[Message]:
    """Say a rule of the school by its name, once, however many children or courses it is about."""
    if len(core) == 1 and core[0].kind == "must run" and core[0].course is not None:
        yield words.too_few(reading, core[0].course)
        return
    fixed = Counter(demand.course or 0 for demand in core if demand.kind == "fixed")
    if len(fixed) > _FEW:
        yield words.fixed_in_many(fixed.total(), len(fixed))
    else:
        yield from (words.fixed(reading, course, children) for course, children in fixed.items())
    for demand in core:
        if demand.kind != "fixed":
            yield named.get(demand.rule, demand.words)
