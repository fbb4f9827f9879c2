"""Why a child cannot have a course, where the rules and the plan alone tell: at once, without the solver."""

from collections.abc import Callable

from ganztag.language import N_, Message
from ganztag.planning.explaining.answers import WhyNot
from ganztag.planning.explaining.findings import Finding, title, whole
from ganztag.planning.explaining.scene import Scene, lay_open
from ganztag.planning.explaining.sentences import CHILD
from ganztag.planning.explaining.together import apart, together
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem, Slot, overlaps


def local_reason(problem: Problem, plan: Plan, pupil: int, course: int) -> WhyNot | None:
    """Return why not, where that is certain without solving anything; None where only the solver can tell."""
    scene = lay_open(problem, plan)
    finding = find(scene, pupil, course)
    return None if finding is None else whole(scene, pupil, course, finding)


def find(scene: Scene, pupil: int, course: int) -> Finding | None:
    for check in (_got, *_PERSONAL, apart, together, *_OF_THE_COURSE):
        found = check(scene, pupil, course)
        if found is not None:
            return found
    return None


def _got(scene: Scene, pupil: int, course: int) -> Finding | None:
    if course not in scene.own.get(pupil, ()):
        return None
    name = scene.course(course).name
    message = N_("The child is in {course}.", course=name)
    return Finding("got", N_("It has the place"), message, message)


def _offered(scene: Scene, pupil: int, course: int) -> Finding | None:
    del pupil
    if course not in scene.reading.courses:
        message = N_("The course is not offered.")
        return Finding("not offered", N_("Not offered"), message, message)
    if scene.blocks(course):
        return None
    message = N_("{course} takes place in no block of this ballot.", course=scene.course(course).name)
    opening = N_("{course} was not to be chosen this time.", course=title(scene, course))
    return Finding("not offered", N_("Not offered"), message, opening)


def _admission(scene: Scene, pupil: int, course: int) -> Finding | None:
    one = scene.course(course)
    if one.admission == "closed":
        message = N_("{course} is closed: only children who are fixed are in it.", course=one.name)
        opening = N_("The school itself chooses who goes to {course}.", course=title(scene, course))
        return Finding("closed", N_("Closed course"), message, opening)
    if one.admission == "invited" and (pupil, course) not in scene.problem.invited:
        message = N_("{course} is for invited children, and this child is not invited.", course=one.name)
        opening = N_("{course} is for children whom the school invites to it.", course=title(scene, course))
        return Finding("not invited", N_("Not invited"), message, opening)
    return None


def _year(scene: Scene, pupil: int, course: int) -> Finding | None:
    if (pupil, course) not in scene.problem.barred:
        return None
    message = N_("{course} is not for the child's year group or class.", course=scene.course(course).name)
    opening = N_("{course} is for other year groups or classes.", course=title(scene, course))
    return Finding("year", N_("Not for this year group or class"), message, opening)


def _banned(scene: Scene, pupil: int, course: int) -> Finding | None:
    ban = scene.bans.get((pupil, course))
    if ban is None:
        return None
    name = scene.course(course).name
    if ban.why == "before":
        message = N_("The child had {course} before, and may not have it again.", course=name)
        opening = N_(
            "{child} had {course} before; now others have their turn.", child=CHILD, course=title(scene, course)
        )
        return Finding("before", N_("Had it before"), message, opening)
    message = N_("The child is ruled out for {course}.", course=name)
    if ban.reason:
        message = N_("The child is ruled out for {course}: {reason}", course=name, reason=ban.reason)
    return Finding("ruled out", N_("Ruled out"), message, _not_possible(scene, course))


def _not_possible(scene: Scene, course: int) -> Message:
    return N_("{course} was not possible for {child}.", course=title(scene, course), child=CHILD)


def _paper(scene: Scene, pupil: int, course: int) -> Finding | None:
    """Return what the child's own paper says against it."""
    name = scene.course(course).name
    if (pupil, course) in scene.problem.refused:
        message = N_("The child's paper says: not {course}.", course=name)
        opening = N_("The paper with the wishes says that {child} does not want {course}.",
                     child=CHILD, course=title(scene, course))  # fmt: skip
        return Finding("refused", N_("Not this one, says the paper"), message, opening)
    if scene.reading.asked(pupil, course):
        return None
    message = N_("The child did not wish for {course}.", course=name)
    opening = N_("{course} was not among the wishes.", course=title(scene, course))
    return Finding("no wish", N_("Not wished"), message, opening)


def _due(scene: Scene, pupil: int, course: int) -> Finding | None:
    if all((pupil, slot) in scene.reading.to_place for slot in scene.blocks(course)):
        return None
    message = N_(
        "{course} also takes place in a block in which the child has no wishes.", course=scene.course(course).name
    )
    opening = N_("{course} also meets at a time for which {child} gets no course.",
                 course=title(scene, course), child=CHILD)  # fmt: skip
    return Finding("not due", N_("Also at a time without wishes"), message, opening)


def _busy(scene: Scene, pupil: int, course: int) -> Finding | None:
    one = scene.course(course)
    for busy in scene.busy.get(pupil, ()):
        time = Slot(0, busy.weekday, busy.starts, busy.ends)
        if any(overlaps(time, mine) for mine in one.slots):
            message = N_("The child is not free at the time of {course}.", course=one.name)
            if busy.what:
                message = N_("{course} clashes with {other}.", course=one.name, other=busy.what)
            opening = N_("{child} is not free at the time of {course}.", child=CHILD, course=title(scene, course))
            return Finding("clash", N_("Not free at that time"), message, opening)
    return None


def _fixed_elsewhere(scene: Scene, pupil: int, course: int) -> Finding | None:
    for other in sorted(scene.pins.get(pupil, ())):
        if other == course or not scene.clash(course, other):
            continue
        there = scene.course(other).name
        message = N_("The child is fixed in {other}.", other=there)
        if not set(scene.blocks(course)) & set(scene.blocks(other)):
            name = scene.course(course).name
            message = N_("{course} clashes with {other}, where the child is fixed.", course=name, other=there)
        opening = N_("{child} already has a fixed place at the time of {course}.",
                     child=CHILD, course=title(scene, course))  # fmt: skip
        return Finding("fixed elsewhere", N_("Fixed elsewhere"), message, opening)
    return None


def _limit(scene: Scene, pupil: int, course: int) -> Finding | None:
    """Return the limit that the fixed places of the child exhaust."""
    own = set(scene.pins.get(pupil, ()))
    limits = [limit.most for limit in scene.most.get(pupil, ()) if course in limit.courses
              and len(own & limit.courses) >= limit.most]  # fmt: skip
    due = scene.due.get(pupil)
    if due is not None and len(own) >= due.most:
        limits.append(due.most)
    return limited(scene, course) if limits else None


def limited(scene: Scene, course: int) -> Finding:
    name = scene.course(course).name
    message = N_("With {course} the child would have more courses than a rule allows.", course=name)
    opening = N_("With {course}, {child} would have more courses than are planned for one child.",
                 course=title(scene, course), child=CHILD)  # fmt: skip
    return Finding("limit", N_("More than a child may have"), message, opening)


def _quota(scene: Scene, pupil: int, course: int) -> Finding | None:
    for quota in scene.quotas.get(course, ()):
        mine = pupil in quota.pupils and quota.most is not None and not quota.percent
        if mine and len(quota.pupils & scene.pinned_in(course)) >= (quota.most or 0):
            return divided(scene, course)
    return None


def divided(scene: Scene, course: int) -> Finding:
    message = N_("A rule divides the places in {course} among groups of children.", course=scene.course(course).name)
    opening = N_("The places in {course} are divided among groups of children; there was none left for {child}.",
                 course=title(scene, course), child=CHILD)  # fmt: skip
    return Finding("quota", N_("The places are divided among groups"), message, opening)


def _full(scene: Scene, pupil: int, course: int) -> Finding | None:
    del pupil
    one = scene.course(course)
    if one.max_size is None or one.taken + len(scene.pinned_in(course)) < one.max_size:
        return None
    message = N_("All places in {course} are held by children who are fixed or in it already.", course=one.name)
    opening = N_("All places in {course} were given already.", course=title(scene, course))
    return Finding("full", N_("All places are fixed"), message, opening)


def _struck(scene: Scene, pupil: int, course: int) -> Finding | None:
    """Return that too few may come at all; where enough may, only the solver knows why the course does not run."""
    del pupil
    struck = scene.struck.get(course)
    if struck is None:
        return None
    could = sum(scene.reading.may_have(child, course) for child in scene.problem.pupils)
    return stricken(scene, course) if could < struck.needed else None


def stricken(scene: Scene, course: int) -> Finding:
    struck = scene.struck[course]
    message = N_(
        "{course} does not run: it needs {needed} children, {wished} wished for it.",
        course=scene.course(course).name,
        needed=struck.needed,
        wished=struck.wished,
    )
    opening = N_(
        "{course} cannot take place: it needs {needed} children, {wished} wished for it.",
        course=title(scene, course),
        needed=struck.needed,
        wished=struck.wished,
    )
    return Finding("struck", N_("The course does not run"), message, opening)


Check = Callable[[Scene, int, int], Finding | None]
_PERSONAL: tuple[Check, ...] = (_offered, _admission, _year, _banned, _paper, _due, _busy, _fixed_elsewhere, _limit)
_OF_THE_COURSE: tuple[Check, ...] = (_quota, _full, _struck)
