"""What children do between two sets of places: who goes from where to where."""

from collections import defaultdict
from collections.abc import Collection

from ganztag.planning.explaining.answers import Move
from ganztag.planning.explaining.scene import Scene

Pair = tuple[int, int]


def moves(scene: Scene, pairs: Collection[Pair], first: int) -> tuple[Move, ...]:
    """Return each child's moves from the plan to *pairs*; those of the child *first* come first, then who made room."""
    after: dict[int, set[int]] = defaultdict(set)
    for pupil, course in pairs:
        after[pupil].add(course)
    found: dict[Move, None] = {}
    for pupil in sorted(scene.own.keys() | after.keys()):
        lost, gained = scene.own.get(pupil, set()) - after[pupil], after[pupil] - scene.own.get(pupil, set())
        found.update(dict.fromkeys(_of_one(scene, pupil, lost, gained)))
    return _in_a_chain(list(found), first)


def _of_one(scene: Scene, pupil: int, lost: set[int], gained: set[int]) -> list[Move]:
    """Pair what a child gives up with what it takes at the same time; then the rest."""
    found = []
    for course in sorted(gained):
        rivals = sorted(other for other in lost if scene.clash(course, other))
        found += [_move(scene, pupil, other, course) for other in rivals or (None,)]
        lost = lost - set(rivals)
    left = sorted(lost)
    loose = [move for move in found if move.from_course is None]
    for course, move in zip(left, loose, strict=False):  # the one for the other, at another time
        found[found.index(move)] = _move(scene, pupil, course, move.to_course)
    return found + [_move(scene, pupil, course, None) for course in left[len(loose) :]]


def _move(scene: Scene, pupil: int, one: int | None, other: int | None) -> Move:
    return Move(pupil, one, other, _rank(scene, pupil, one), _rank(scene, pupil, other))


def _rank(scene: Scene, pupil: int, course: int | None) -> int | None:
    if course is None or course not in scene.reading.courses:
        return None
    ranks = [scene.reading.rank(pupil, slot, course) for slot in scene.blocks(course)]
    return min((rank for rank in ranks if rank is not None), default=None)


def _in_a_chain(found: list[Move], first: int) -> tuple[Move, ...]:
    """Order the moves so that each one follows the one that takes its place, as far as they hang together."""
    rest = sorted(found, key=lambda move: (move.pupil != first, move.pupil, move.from_course or 0))
    chain: list[Move] = []
    while rest:
        wanted = chain[-1].to_course if chain else None
        nearest = next((move for move in rest if wanted is not None and move.from_course == wanted), rest[0])
        rest.remove(nearest)
        chain.append(nearest)
    return tuple(chain)
