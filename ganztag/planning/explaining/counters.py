"""What would have to change for a wish: each answer is counted again by the judge, or solved, never guessed."""

from collections.abc import Callable, Iterator

from ganztag.language import N_, Message
from ganztag.planning.changes import Minimum, Seats, changed
from ganztag.planning.explaining.answers import Counter
from ganztag.planning.explaining.otherwise import other_day, without_rules
from ganztag.planning.explaining.scene import Scene
from ganztag.planning.judge import audit, evaluate, given, moved
from ganztag.planning.problem import Problem

Cancelled = Callable[[], bool]
_OPEN = ("costs", "lottery", "open")
_BY_RULE = ("closed", "not invited", "year", "before", "ruled out", "refused", "limit", "apart", "together", "quota")
_GOODBYES = 6
"""So many children of the course are tried, whether a place that one of them leaves would do."""


def counters(scene: Scene, pupil: int, course: int, kind: str, cancelled: Cancelled | None) -> tuple[Counter, ...]:
    """Return what would have to change, the smallest change first; at most one of them is solved."""
    if kind in ("got", "not offered"):
        return ()
    asked = _Asked(scene, pupil, course, cancelled)
    if kind in (*_OPEN, "full"):
        found = [*asked.seat(), *asked.withdrawal(), *asked.own_minimum(), *other_day(scene, pupil, course)]
    elif kind == "struck":
        found = list(asked.minimum())
    elif kind in _BY_RULE or kind == "rules":
        found = list(asked.rules(kind))
    else:
        found = []
    return tuple(found)


class _Asked:
    """One child and one course, with the changes that are tried for them."""

    def __init__(self, scene: Scene, pupil: int, course: int, cancelled: Cancelled | None) -> None:
        self._scene, self._pupil, self._course, self._cancelled = scene, pupil, course, cancelled

    def seat(self) -> Iterator[Counter]:
        one = self._scene.course(self._course)
        if one.max_size is None or len(self._scene.inside.get(one.id, ())) + one.taken < one.max_size:
            return
        more = (Seats(one.id, one.max_size + 1),)
        alone, works = self._try(changed(self._scene.problem, more))
        if alone:
            message = N_("With one place more ({places}) it works, and nobody loses anything.", places=one.max_size + 1)
        elif works:
            message = N_("With one place more ({places}) it works, but others must move.", places=one.max_size + 1)
        else:
            message = N_("One place more ({places}) is not enough.", places=one.max_size + 1)
        yield Counter("seat", works, message, alone, more)

    def withdrawal(self) -> Iterator[Counter]:
        """Return that a place which another child leaves would do, with all others where they are."""
        scene, one = self._scene, self._scene.course(self._course)
        if one.max_size is None or len(scene.inside.get(one.id, ())) + one.taken < one.max_size:
            return
        others = [other for other in sorted(scene.inside[one.id]) if one.id not in scene.pins.get(other, ())]
        if any(self._fits(scene.problem, out=other) for other in others[:_GOODBYES]):
            message = N_("If a child leaves {course}, its place is enough.", course=one.name)
            yield Counter("withdrawal", works=True, message=message, alone=True)

    def own_minimum(self) -> Iterator[Counter]:
        """Return that a lower minimum of a course which the child would leave is enough."""
        scene = self._scene
        for other in scene.in_the_way(self._pupil, self._course):
            one, size = scene.course(other), len(scene.inside[other])
            if one.min_size is None or size + one.taken != one.min_size:
                continue
            lower = (Minimum(other, one.min_size - 1),)
            if self._alone(changed(scene.problem, lower)):
                message = N_("If {course} runs from {least} children on, it works.", course=one.name,
                             least=one.min_size - 1)  # fmt: skip
                yield Counter("minimum", works=True, message=message, alone=True, changes=lower)

    def minimum(self) -> Iterator[Counter]:
        """Return the minimum with which a struck course could have this child, at no cost to the plan."""
        scene, one = self._scene, self._scene.course(self._course)
        least = one.min_size or 0
        could = one.taken + sum(scene.reading.may_have(child, one.id) for child in scene.problem.pupils)
        lower = min(could, least - 1)
        if lower < 1:
            return
        changes = (Minimum(one.id, lower),)
        works = self._solved(changed(scene.problem, changes))
        if works:
            message = N_("With a minimum of {least} instead of {before} it works.", least=lower, before=least)
        else:
            message = N_("A minimum of {least} instead of {before} is not enough.", least=lower, before=least)
        yield Counter("minimum", works, message, changes=changes)

    def rules(self, kind: str) -> Iterator[Counter]:
        """Return the rules without which it works; the first one that needs more than a count is solved."""
        solved = False
        for without, words, changes in without_rules(self._scene, self._pupil, self._course, kind):
            alone = self._alone(without)
            if not alone and solved:
                continue
            works = alone or self._solved(without)
            solved = solved or not alone
            yield Counter("rule", works, words if works else _in_vain(words), alone, changes)

    def _try(self, other: Problem) -> tuple[bool, bool]:
        """Return whether it works with all others where they are, and whether it works at all."""
        alone = self._alone(other)
        return alone, alone or self._solved(other)

    def _alone(self, other: Problem) -> bool:
        return self._fits(other) and not self._worse(other)

    def _fits(self, other: Problem, out: int | None = None) -> bool:
        """Tell whether the plan breaks no rule of *other* with the child in and *out* out of the course."""
        places = moved(other, given(self._scene.plan), self._pupil, self._course)
        if out is not None:
            places = moved(other, places, out, None, self._course)
        return not [
            one for one in audit(other, evaluate(other, self._scene.plan.policy, places)) if one.rule != "input"
        ]

    def _worse(self, other: Problem) -> bool:
        """Tell whether a goal gets worse, before any gets better, with the child in."""
        places = moved(other, given(self._scene.plan), self._pupil, self._course)
        values = {level.name: level.value for level in self._scene.plan.levels}
        for level in evaluate(other, self._scene.plan.policy, places).levels:
            before = values.get(level.name, level.value)
            if level.name != "lottery" and level.value != before:
                return (level.value > before) != level.wants_many
        return False

    def _solved(self, other: Problem) -> bool:
        from ganztag.planning.explaining.pricing import Demand, price  # noqa: PLC0415 -- the solver, only to solve

        demand = Demand(frozenset({(self._pupil, self._course)}))
        cost = price(other, self._scene.plan, demand, cancelled=self._cancelled)
        return cost.possible and (cost.better or cost.level is None)


def _in_vain(words: Message) -> Message:
    return N_("{change}: that alone is not enough.", change=words)
