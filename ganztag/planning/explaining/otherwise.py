"""A problem without what forbids a wish, and a course on another day."""

from collections.abc import Iterator
from dataclasses import replace

from ganztag.language import N_, Message
from ganztag.planning.changes import Change as Changed
from ganztag.planning.changes import Parallel, Without, changed
from ganztag.planning.explaining.answers import Counter
from ganztag.planning.explaining.scene import Scene
from ganztag.planning.explaining.sentences import on
from ganztag.planning.judge import audit, evaluate, given, moved
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem

Opened = tuple[Problem, Message, tuple[Changed, ...]]


def without_rules(scene: Scene, pupil: int, course: int, kind: str) -> Iterator[Opened]:
    """Yield the problem without each rule that may stand in the way, with the words for that and the changes."""
    keys = sorted(_keys(scene, pupil, course))
    for key in keys:
        named = next((one.words for one in scene.problem.rules if one.key == key), None)
        if named is not None:
            changes = (Without(key),)
            yield changed(scene.problem, changes), N_("Without the rule: {rule}", rule=named), changes
    opened = _opened(scene.problem, pupil, course).get(kind)
    if opened is not None:
        yield opened


def _keys(scene: Scene, pupil: int, course: int) -> set[str]:
    """Return the keys of the rules that concern the child and the course at once."""
    problem = scene.problem
    keys = {one.rule for one in problem.quotas if one.course == course}
    keys |= {one.rule for one in problem.due if one.pupil == pupil}
    keys |= {one.rule for one in problem.most if one.pupil == pupil and course in one.courses}
    keys |= {one.rule for one in problem.bonds if one.must and pupil in (one.one, one.other)}
    return keys - {""}


def _opened(problem: Problem, pupil: int, course: int) -> dict[str, Opened]:
    """Return, by kind of reason, the problem in which this one child may have the course."""
    pair = (pupil, course)
    free = replace(problem, banned=tuple(ban for ban in problem.banned if (ban.pupil, ban.course) != pair))
    opened = tuple(replace(one, admission="open") if one.id == course else one for one in problem.courses)
    found = {
        "year": (replace(problem, barred=problem.barred - {pair}), N_("The course is opened to the child's class")),
        "before": (free, N_("The child may have the course again")),
        "ruled out": (free, N_("The child is no longer ruled out")),
        "not invited": (replace(problem, invited=problem.invited | {pair}), N_("The child is invited")),
        "closed": (replace(problem, courses=opened), N_("The course is opened to wishes")),
        "refused": (replace(problem, refused=problem.refused - {pair}), N_("The paper no longer says no to it")),
    }
    return {kind: (other, words, ()) for kind, (other, words) in found.items()}


def other_day(scene: Scene, pupil: int, course: int) -> Iterator[Counter]:
    """Yield what a parallel course on another day would do, where that is certain: enough children who gain by it."""
    blocks = scene.blocks(course)
    if len(blocks) != 1 or len(scene.course(course).slots) != 1:
        return
    days = {slot.id for slot in scene.problem.slots if slot.weekday != scene.weekday(blocks[0])}
    due = sorted(slot for slot in days if (pupil, slot) in scene.reading.to_place)
    if days and not due:
        yield Counter("other day", works=False, message=N_("On the other days the child is to get no course."))
    for slot in due:
        changes = (Parallel(course, max(one.id for one in scene.problem.courses) + 1, slot),)
        if _gains(scene, pupil, course, slot) and _would_run(scene, pupil, course, changes[0]):
            message = N_("If {course} is there {day} as well, it works.", course=scene.course(course).name,
                         day=on(scene.weekday(slot)))  # fmt: skip
            yield Counter("other day", works=True, message=message, changes=changes)
            return


def _gains(scene: Scene, pupil: int, course: int, slot: int) -> bool:
    """Tell whether the child missed the course, and would stand better with it in *slot* than it does there now."""
    rank, place = scene.wishers(course).get(pupil), scene.places.get((pupil, slot))
    if rank is None or place is None or course in scene.own.get(pupil, ()):
        return False
    if place.course is None:
        return True
    single = len(scene.blocks(place.course)) == 1 and place.course not in scene.pins.get(pupil, ())
    return single and (place.rank is None or rank < place.rank)


def _would_run(scene: Scene, pupil: int, course: int, change: Parallel) -> bool:
    """Tell whether all who gain by the parallel course, so many as it holds, make a plan that breaks no rule."""
    slot = change.slot
    assert slot is not None  # on another day
    gaining = [
        child for child in sorted(scene.wishers(course)) if child != pupil and _gains(scene, child, course, slot)
    ]
    other = changed(scene.problem, (change,))
    places = given(scene.plan)
    for child in [pupil, *gaining][: scene.course(course).max_size]:
        places = {**moved(other, places, child, change.new_id)}
    return not _broken(other, evaluate(other, scene.plan.policy, places))


def _broken(problem: Problem, plan: Plan) -> bool:
    return any(one.rule != "input" for one in audit(problem, plan))
