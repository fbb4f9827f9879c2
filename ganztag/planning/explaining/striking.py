"""Why courses are struck: what they lacked, who wished them, and what it would have cost to let one run."""

from collections.abc import Callable

from ganztag.language import N_, Message, nN_
from ganztag.planning.explaining.answers import Forced, StruckReason, Wisher
from ganztag.planning.explaining.moves import moves
from ganztag.planning.explaining.scene import Scene, lay_open
from ganztag.planning.explaining.sentences import in_a_row, worse
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem


def struck_reasons(problem: Problem, plan: Plan) -> tuple[StruckReason, ...]:
    """Return why each struck course does not run, in the order of the plan; without the solver."""
    scene = lay_open(problem, plan)
    return tuple(_reason(scene, one.course, one.needed) for one in plan.struck)


def _reason(scene: Scene, course: int, needed: int) -> StruckReason:
    wishers = tuple(
        Wisher(pupil, rank, *_instead(scene, pupil, course))
        for pupil, rank in sorted(scene.wishers(course).items(), key=lambda entry: (entry[1], entry[0]))
    )
    could = sum(scene.reading.may_have(pupil, course) for pupil in scene.problem.pupils)
    return StruckReason(course, needed, max(0, needed - could), wishers, _words(scene, course, needed, wishers, could))


def _instead(scene: Scene, pupil: int, course: int) -> tuple[int | None, int | None]:
    places = [scene.places[pupil, slot] for slot in scene.blocks(course) if (pupil, slot) in scene.places]
    place = next((one for one in places if one.course is not None), None)
    return (None, None) if place is None else (place.course, place.rank)


def _words(scene: Scene, course: int, needed: int, wishers: tuple[Wisher, ...], could: int) -> Message:
    name = scene.course(course).name
    if could < needed:
        lacking = nN_("{course} lacks {count} child.", "{course} lacks {count} children.", needed - could, course=name)
        asked = N_("It needs {needed}, and {could} may and want to come.", needed=needed, could=could)
        return in_a_row([lacking, asked])
    better = sum(one.got_rank is not None and one.got_rank <= one.rank for one in wishers)
    enough = N_("{course} needs {needed} children, and {could} could come.", course=name, needed=needed, could=could)
    elsewhere = nN_(
        "{count} of them got a wish that is as good or better.",
        "{count} of them got wishes that are as good or better.",
        better,
    )
    return in_a_row([enough, elsewhere])


def forced_to_run(
    problem: Problem,
    plan: Plan,
    course: int,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Forced:
    """Return what it would cost if the course had to run. Raises ``Stopped`` when *cancelled* says so."""
    from ganztag.planning.explaining.pricing import Demand, price  # noqa: PLC0415 -- the solver, only to solve

    scene = lay_open(problem, plan)
    name = scene.course(course).name
    needed = max(1, (scene.course(course).min_size or 0) - scene.course(course).taken)
    able = frozenset((pupil, course) for pupil in problem.pupils if scene.reading.may_have(pupil, course))
    if len(able) < needed:
        message = N_("{course} cannot run: it needs {needed} children, {could} could come.", course=name,
                     needed=needed, could=len(able))  # fmt: skip
        return Forced(course, possible=False, message=message)
    cost = price(problem, plan, Demand(able, needed), progress=progress, cancelled=cancelled)
    if not cost.possible:
        return Forced(course, possible=False, message=N_("The rules do not allow {course} to run.", course=name))
    chain = moves(scene, cost.pairs, -1)
    if cost.level is None or cost.before is None or cost.after is None:
        message = N_("{course} could run just as well; the lot decided.", course=name)
        if cost.better or not plan.proven:
            message = N_("{course} could run, and the plan would be as good or better.", course=name)
        return Forced(course, possible=True, message=message, moves=chain)
    _title, sentence = worse(cost.level, cost.before, cost.after)
    message = in_a_row([N_("{course} could run, but others would pay for it.", course=name), sentence])
    return Forced(course, True, message, cost.level, cost.before, cost.after, chain)
