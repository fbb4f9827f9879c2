"""Why a child did not get a course: by the rules at once, else by what it would have cost."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ganztag.language import N_, Message, nN_
from ganztag.planning.explaining.answers import WhyNot
from ganztag.planning.explaining.counters import counters
from ganztag.planning.explaining.findings import Finding, demand, title, whole
from ganztag.planning.explaining.local import divided, find, limited, stricken
from ganztag.planning.explaining.moves import moves
from ganztag.planning.explaining.scene import Scene, lay_open
from ganztag.planning.explaining.sentences import CHILD, in_a_row, worse
from ganztag.planning.explaining.together import kept_apart, kept_together
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem

if TYPE_CHECKING:
    from ganztag.planning.explaining.pricing import Price

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def why_not(
    problem: Problem,
    plan: Plan,
    pupil: int,
    course: int,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> WhyNot:
    """Return why the child is not in the course, what it would cost, and what would have to change.

    Seconds for a large school. *progress* is told (steps done, all steps) and may raise to stop; raises ``Stopped``
    when *cancelled* says so.
    """
    from ganztag.planning.explaining.pricing import Demand, price  # noqa: PLC0415 -- the solver, only to solve

    scene = lay_open(problem, plan)
    found = find(scene, pupil, course)
    if found is not None:
        return whole(scene, pupil, course, found, counters=counters(scene, pupil, course, found.kind, cancelled))
    asked = Demand(frozenset({(pupil, course)}))
    cost = price(problem, plan, asked, progress=progress, cancelled=cancelled)
    if not cost.possible:
        found = _impossible(scene, pupil, course, lambda other: price(other, plan, asked, cancelled=cancelled).possible)
        return whole(scene, pupil, course, found, counters=counters(scene, pupil, course, found.kind, cancelled))
    found = _priced(scene, course, cost)
    chain = moves(scene, cost.pairs, pupil)
    return whole(scene, pupil, course, found, chain, counters(scene, pupil, course, found.kind, cancelled))


def _priced(scene: Scene, course: int, cost: "Price") -> Finding:
    if cost.level is None or cost.before is None or cost.after is None:
        drawn = not cost.better and scene.plan.proven and not scene.plan.by_hand
        return _drawn(scene, course) if drawn else _open(scene, course)
    heading, sentence = worse(cost.level, cost.before, cost.after)
    if not cost.certain:
        sentence = in_a_row([sentence, N_("It may be less: that was not calculated to the end.")])
    if course in scene.struck:
        struck = stricken(scene, course)
        message = in_a_row([struck.message, sentence])
        return replace(struck, message=message, level=cost.level, before=cost.before, after=cost.after)
    message = in_a_row([crowd(scene, course), sentence])
    return Finding("costs", heading, message, demand(scene, course), cost.level, cost.before, cost.after)


def _drawn(scene: Scene, course: int) -> Finding:
    decided = N_("Between plans that are equally good, the lot decided.")
    struck = course in scene.struck
    opening = stricken(scene, course).opening if struck else demand(scene, course)
    message = in_a_row([stricken(scene, course).message if struck else crowd(scene, course), decided])
    value = next((level.value for level in scene.plan.levels if level.name == "lottery"), None)
    return Finding("lottery", N_("The lot decided"), message, in_a_row([opening, decided]), "lottery", value)


def _open(scene: Scene, course: int) -> Finding:
    stopped = N_("This plan is not proven to be the best; another one that is as good or better has this wish.")
    message = in_a_row([crowd(scene, course), stopped])
    opening = N_("{child} is not in {course} this time.", child=CHILD, course=title(scene, course))
    return Finding("open", N_("Not settled: calculate again"), message, opening)


def crowd(scene: Scene, course: int) -> Message:
    """Say how many places the course has, and how many children wished for it."""
    one, asked = scene.course(course), scene.asked[course]
    wanting = nN_("{count} child wished for it.", "{count} children wished for it.", asked)
    if one.max_size is None:
        return in_a_row([N_("{course} has any number of places.", course=one.name), wanting])
    free = max(0, one.max_size - one.taken)
    size = len(scene.inside.get(course, ()))
    has = nN_("{course} has {count} place.", "{course} has {count} places.", free, course=one.name)
    if size < free:
        has = nN_(
            "{course} has {count} place, {inside} taken.", "{course} has {count} places, {inside} taken.", free,
            course=one.name, inside=size,
        )  # fmt: skip
    return in_a_row([has, wanting])


def _impossible(scene: Scene, pupil: int, course: int, possible: Callable[[Problem], bool]) -> Finding:
    """Return which kind of rule alone stands in the way; several together where none does."""
    for without, finding in _suspects(scene, pupil, course):
        if without != scene.problem and possible(without):
            return finding
    if course in scene.struck:
        return stricken(scene, course)
    name = scene.course(course).name
    message = N_("Several rules together do not allow {course} for this child.", course=name)
    opening = N_("{course} was not possible for {child}.", course=title(scene, course), child=CHILD)
    return Finding("rules", N_("Several rules together"), message, opening)


def _suspects(scene: Scene, pupil: int, course: int) -> Iterator[tuple[Problem, Finding]]:
    problem = scene.problem
    yield replace(problem, quotas=tuple(q for q in problem.quotas if q.course != course)), divided(scene, course)
    own_due = tuple(one for one in problem.due if one.pupil != pupil)
    own_most = tuple(one for one in problem.most if one.pupil != pupil)
    yield replace(problem, due=own_due, most=own_most), limited(scene, course)
    for kind, finding in (("apart", kept_apart(scene, course)), ("together", kept_together(scene, course))):
        others = tuple(b for b in problem.bonds if not (b.must and b.kind == kind and pupil in (b.one, b.other)))
        yield replace(problem, bonds=others), finding
