"""Children who must be together or apart: what that rules out for one of them, whoever else wants the course."""

from collections.abc import Iterator

from ganztag.language import N_, Message
from ganztag.planning.explaining.findings import Finding, title
from ganztag.planning.explaining.scene import Scene
from ganztag.planning.explaining.sentences import CHILD


def apart(scene: Scene, pupil: int, course: int) -> Finding | None:
    """Return that somebody is fixed there whom the child must not meet."""
    if any(course in scene.pins.get(other, ()) for other in _bound(scene, pupil, "apart")):
        return kept_apart(scene, course)
    return None


def together(scene: Scene, pupil: int, course: int) -> Finding | None:
    """Return that somebody cannot go there without whom the child must not; the bond holds in slots both must fill."""
    reading, slots = scene.reading, set(scene.blocks(course))
    for other in _bound(scene, pupil, "together"):
        both = slots <= reading.due.get(pupil, set()) & reading.due.get(other, set())
        if both and course not in scene.pins.get(other, ()) and not reading.may_have(other, course):
            return kept_together(scene, course)
    return None


def kept_apart(scene: Scene, course: int) -> Finding:
    message = N_("In {course} is a child from whom this child is kept apart.", course=scene.course(course).name)
    return Finding("apart", N_("Kept apart"), message, _opening(scene, course))


def kept_together(scene: Scene, course: int) -> Finding:
    message = N_(
        "Another child, with whom this child must be together, cannot be in {course}.", course=scene.course(course).name
    )
    return Finding("together", N_("Only together"), message, _opening(scene, course))


def _opening(scene: Scene, course: int) -> Message:
    return N_("{course} was not possible for {child}.", course=title(scene, course), child=CHILD)


def _bound(scene: Scene, pupil: int, kind: str) -> Iterator[int]:
    for bond in scene.problem.bonds:
        if bond.must and bond.kind == kind and pupil in (bond.one, bond.other):
            yield bond.other if bond.one == pupil else bond.one
