"""What is found out about one child and one course, and the whole answer that is made of it."""

from dataclasses import dataclass

from ganztag.language import N_, Message, nN_
from ganztag.planning.explaining.answers import Counter, Inside, Move, WhyNot
from ganztag.planning.explaining.scene import Scene
from ganztag.planning.explaining.sentences import CHILD, in_a_row, nth, on
from ganztag.planning.lots import lot
from ganztag.planning.plan import Placement


@dataclass(frozen=True, slots=True)
class Finding:
    """*kind* as in ``WhyNot``; *opening* is the letter's first sentence."""

    kind: str
    title: Message
    message: Message
    opening: Message
    level: str | None = None
    before: int | None = None
    after: int | None = None


def whole(
    scene: Scene,
    pupil: int,
    course: int,
    finding: Finding,
    moves: tuple[Move, ...] = (),
    counters: tuple[Counter, ...] = (),
) -> WhyNot:
    """Return the answer: the finding, the letter with what the child gets instead, and who has the places."""
    return WhyNot(
        pupil=pupil,
        course=course,
        kind=finding.kind,
        title=finding.title,
        message=finding.message,
        letter=letter(scene, pupil, course, finding),
        level=finding.level,
        before=finding.before,
        after=finding.after,
        inside=inside(scene, course),
        moves=moves,
        counters=counters,
    )


def letter(scene: Scene, pupil: int, course: int, finding: Finding) -> Message:
    """Return whole sentences for the parents; no other child is in them."""
    places = [scene.places[pupil, slot] for slot in scene.blocks(course) if (pupil, slot) in scene.places]
    gets = [_gets(scene, place) for place in places]
    return in_a_row(gets if finding.kind == "got" and gets else [finding.opening, *gets])


def _gets(scene: Scene, place: Placement) -> Message:
    day = on(scene.weekday(place.slot))
    if place.course is None:
        return N_("{child} has no place {day} yet.", child=CHILD, day=day)
    name = title(scene, place.course)
    if place.rank is None:
        return N_("{child} gets {course} {day}.", child=CHILD, course=name, day=day)
    return N_("{child} gets {course} {day}, the {wish}.", child=CHILD, course=name, day=day, wish=nth(place.rank))


def title(scene: Scene, course: int) -> str:
    """Return the course as parents know it, without its number."""
    known = scene.reading.courses.get(course)
    return (known.title or known.name) if known is not None else str(course)


def demand(scene: Scene, course: int) -> Message:
    """Say for a letter how much the course was wanted; more than its places hold, or why not else."""
    asked, most = scene.asked[course], scene.course(course).max_size
    free = 0 if most is None else most - scene.course(course).taken
    if most is None or asked <= free or len(scene.inside.get(course, ())) < free:
        return N_(
            "So that all children together have places as good as can be, {course} did not work out this time.",
            course=title(scene, course),
        )
    if asked > max((count for other, count in scene.asked.items() if other != course), default=0):
        return nN_(
            "{course} was wanted most of all, with {asked} wishes for {count} place.",
            "{course} was wanted most of all, with {asked} wishes for {count} places.",
            free,
            course=title(scene, course),
            asked=asked,
        )
    return nN_(
        "{course} was much wanted, with {asked} wishes for {count} place.",
        "{course} was much wanted, with {asked} wishes for {count} places.",
        free,
        course=title(scene, course),
        asked=asked,
    )


def inside(scene: Scene, course: int) -> tuple[Inside, ...]:
    """Return those who are in the course by the plan: the fixed ones, then the best wishes, then the lot."""
    blocks = scene.blocks(course)
    weights = {one.pupil: one.weight for one in scene.problem.priorities}
    bound = {child for bond in scene.problem.bonds for child in (bond.one, bond.other)}
    rows = [
        Inside(
            pupil=pupil,
            rank=scene.places[pupil, blocks[0]].rank if (pupil, blocks[0]) in scene.places else None,
            fixed=course in scene.pins.get(pupil, {}),
            priority=weights.get(pupil, 0),
            bond=pupil in bound,
            lot=lot(scene.plan.seed, pupil, course),
        )
        for pupil in scene.inside.get(course, ())
    ]
    return tuple(sorted(rows, key=lambda row: (not row.fixed, row.rank or 99, row.lot, row.pupil)))
