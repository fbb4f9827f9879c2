"""Why wishes were not met, for letters: at once, in whole sentences, and without other children's names."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import cached_property

from ganztag.language import Message
from ganztag.planning.explaining.findings import demand
from ganztag.planning.explaining.local import find, stricken
from ganztag.planning.explaining.scene import Scene, lay_open
from ganztag.planning.explaining.sentences import named
from ganztag.queries import to_allocate
from ganztag.queries.allocation import RunRow, stored_problem
from ganztag.storage.reader import Reader

_NAMED_WISHES = 2  # of a block: a letter that goes through all of a child's wishes is read by nobody


class LetterReasons:
    """The accepted allocation of a ballot; what it was made from is read only for children who missed something."""

    def __init__(self, reader: Reader, ballot_id: int, run: RunRow, day: date) -> None:
        self._reader, self._ballot_id, self._run, self._day = reader, ballot_id, run, day
        self._behind = {place.pupil for place in run.placements if place.rank != 1}

    @cached_property
    def _scene(self) -> Scene:
        problem = stored_problem(self._reader, self._run.id)
        if problem is None:
            problem = to_allocate.problem(self._reader, self._ballot_id, self._day)
        return lay_open(problem, self._run.as_plan(problem))

    @cached_property
    def _missed(self) -> Mapping[int, list[int]]:
        return _missed(self._scene)

    def of(self, pupil: int, name: str, taken: Collection[int] = ()) -> tuple[Message, ...]:
        """Return a sentence for each of the child's better wishes, block by block; *taken* courses it had since."""
        if pupil not in self._behind:
            return ()
        found = []
        for course in self._missed.get(pupil, ()):
            if course in taken:
                continue
            finding = find(self._scene, pupil, course)
            if finding is not None:
                words = finding.opening
            elif course in self._scene.struck:
                words = stricken(self._scene, course).opening
            else:
                words = demand(self._scene, course)
            found.append(named(words, name))
        return tuple(found)


def _missed(scene: Scene) -> Mapping[int, list[int]]:
    """Return the courses that each child wished more than what it got, best wish first; each once."""
    wished: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for wish in scene.problem.wishes:
        wished.setdefault((wish.pupil, wish.slot), []).append((wish.rank, wish.course))
    found: dict[int, list[int]] = {}
    for (pupil, slot), place in sorted(scene.places.items()):
        better = sorted(
            (rank, course)
            for rank, course in wished.get((pupil, slot), ())
            if course != place.course and (place.rank is None or rank < place.rank)
        )
        if place.course is not None and place.rank is None:
            continue  # fixed by hand, and the reason stands with the school
        own = found.setdefault(pupil, [])
        own += [course for _rank, course in better[:_NAMED_WISHES] if course not in own]
    return found
