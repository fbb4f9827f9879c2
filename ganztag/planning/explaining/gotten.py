"""Why a child is in a course."""

from ganztag.language import N_, Message, nN_
from ganztag.planning.explaining.local import find
from ganztag.planning.explaining.scene import Scene, lay_open
from ganztag.planning.explaining.sentences import in_a_row, nth
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem


def why_in(problem: Problem, plan: Plan, pupil: int, course: int) -> Message:
    """Return why the child is in the course, and what became of better wishes; at once, for the coordinator."""
    scene = lay_open(problem, plan)
    if course not in scene.own.get(pupil, ()):
        name = scene.reading.name(course)
        return N_("The child is not in {course}.", course=name)
    return in_a_row([_cause(scene, pupil, course), *_first(scene, pupil), *_better(scene, pupil, course)])


def _cause(scene: Scene, pupil: int, course: int) -> Message:
    name = scene.course(course).name
    if course in scene.pins.get(pupil, {}):
        reason = scene.pins[pupil][course]
        if reason:
            return N_("The child is fixed in {course}: {reason}.", course=name, reason=reason.rstrip("."))
        return N_("The child is fixed in {course}.", course=name)
    rank = _rank(scene, pupil, course)
    if rank is None or (pupil, course) not in scene.reading.stated:
        return N_("The child takes any course here, and {course} had a place.", course=name)
    return N_("{course} is the child's {wish}.", course=name, wish=nth(rank))


def _first(scene: Scene, pupil: int) -> list[Message]:
    reasons = [one.reason for one in scene.problem.priorities if one.pupil == pupil and one.reason]
    return [N_("The child comes before others: {reason}.", reason=reason.rstrip(".")) for reason in reasons[:1]]


def _better(scene: Scene, pupil: int, course: int) -> list[Message]:
    """Return a sentence for each better wish that the child had at these times."""
    if course in scene.pins.get(pupil, {}):
        return []
    rank, blocks = _rank(scene, pupil, course), set(scene.blocks(course))
    wishes = sorted(
        {
            (other_rank, other)
            for (child, other), ranks in scene.reading.stated.items()
            if child == pupil and other != course
            for slot, other_rank in ranks.items()
            if slot in blocks and (rank is None or other_rank < rank)
        }
    )
    missed = dict.fromkeys(other for _rank, other in wishes if other not in scene.own[pupil])
    return [missing(scene, pupil, other) for other in missed]


def _rank(scene: Scene, pupil: int, course: int) -> int | None:
    ranks = [scene.reading.rank(pupil, slot, course) for slot in scene.blocks(course)]
    return min((rank for rank in ranks if rank is not None), default=None)


def missing(scene: Scene, pupil: int, course: int) -> Message:
    """Return why a wish was not fulfilled, as far as the plan alone tells: never more than is known."""
    found = find(scene, pupil, course)
    if found is not None and found.kind not in ("full", "struck"):
        return found.message
    return _of_the_course(scene, course) or _rival(scene, pupil, course)


def _of_the_course(scene: Scene, course: int) -> Message | None:
    """Return what is true of the course for every child that did not get it."""
    one, struck = scene.course(course), scene.struck.get(course)
    if struck is not None:
        return N_(
            "{course} does not run: it needs {needed} children, {wished} wished for it.",
            course=one.name,
            needed=struck.needed,
            wished=struck.wished,
        )
    places = one.max_size
    if places is None or len(scene.inside.get(course, ())) + one.taken < places:
        return None
    if one.taken:
        return nN_(
            "{course} is full: it has {count} place.",
            "{course} is full: it has {count} places.",
            places,
            course=one.name,
        )
    return nN_(
        "{course} is full: {wishes} children wished for it, it has {count} place.",
        "{course} is full: {wishes} children wished for it, it has {count} places.",
        places,
        course=one.name,
        wishes=scene.asked[course],
    )


def _rival(scene: Scene, pupil: int, course: int) -> Message:
    """Return which course of the child's stands in the way, if one does for sure."""
    name, blocks = scene.course(course).name, set(scene.blocks(course))
    for other in (scene.course(one) for one in scene.in_the_way(pupil, course)):
        if not blocks & set(scene.blocks(other.id)):
            return N_("{course} clashes with {other}, which the child got.", course=name, other=other.name)
        inside = len(scene.inside.get(other.id, ())) + other.taken
        if other.min_size and inside == other.min_size and other.id not in scene.reading.pinned:
            return N_(
                "{course} has room, but {other} runs only with this child: it needs {needed} children.",
                course=name,
                other=other.name,
                needed=other.min_size,
            )
    return N_("{course} has room, but the plan as a whole came out otherwise.", course=name)
