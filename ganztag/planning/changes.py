"""Changes to try: a place more, a course that must run, without a rule; they can be kept as text and put into words."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import reduce
from typing import Any

from ganztag.domain.objection import Objection
from ganztag.language import N_, Message
from ganztag.planning.parallels import with_parallel
from ganztag.planning.problem import Choice, Fixed, Problem


@dataclass(frozen=True, slots=True)
class Seats:
    """The course has so many places; None: as many as come."""

    course: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Minimum:
    """The course runs from so many children on; None: with any number."""

    course: int
    least: int | None


@dataclass(frozen=True, slots=True)
class MustRun:
    course: int


@dataclass(frozen=True, slots=True)
class Strike:
    """The course is not offered; whoever is fixed in it is not any more."""

    course: int


@dataclass(frozen=True, slots=True)
class Without:
    """A rule of the school does not hold."""

    rule: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The child takes no part."""

    pupil: int


@dataclass(frozen=True, slots=True)
class Parallel:
    """The course is there a second time, under *new_id*, in the same blocks or in *slot*; who wished one takes both."""

    course: int
    new_id: int
    slot: int | None = None


@dataclass(frozen=True, slots=True)
class Force:
    """The child is fixed in the course."""

    pupil: int
    course: int


Change = Seats | Minimum | MustRun | Strike | Without | Withdraw | Parallel | Force
_KINDS: Mapping[str, type[Any]] = {
    kind.__name__: kind for kind in (Seats, Minimum, MustRun, Strike, Without, Withdraw, Parallel, Force)
}


def changed(problem: Problem, changes: Iterable[Change]) -> Problem:
    """Return the problem with the changes, one after another; raises Objection for what the problem does not have."""
    return reduce(lambda now, change: _MADE[type(change)](now, change), changes, problem)


def as_text(changes: Iterable[Change]) -> str:
    return json.dumps([{"kind": type(change).__name__, **asdict(change)} for change in changes])


def of_text(text: str) -> tuple[Change, ...]:
    """Return what ``as_text`` wrote; empty text: no change. Raises ValueError for anything else."""
    try:
        rows = json.loads(text) if text else []
        return tuple(_KINDS[row["kind"]](**_checked(row)) for row in rows)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("no changes of an allocation") from error


def _checked(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a change: a rule by its key, all else as whole numbers; raises TypeError."""
    values = {name: value for name, value in row.items() if name != "kind"}
    for name, value in values.items():
        if value is not None and type(value) is not (str if name == "rule" else int):
            raise TypeError(name)
    return values


def words(change: Change, problem: Problem) -> Message:
    """Say what changes; children are not named."""
    if isinstance(change, Without):
        named = next((one.words for one in problem.rules if one.key == change.rule), None)
        return N_("Without a rule that is gone") if named is None else N_("Without the rule: {rule}", rule=named)
    if isinstance(change, Withdraw):
        return N_("A child takes no part")
    course = next((one.name for one in problem.courses if one.id == change.course), str(change.course))
    if isinstance(change, Seats):
        return _number(change.most, N_("{course}: any number of places"), N_("{course}: {number} places"), course)
    if isinstance(change, Minimum):
        return _number(change.least, N_("{course}: no minimum"), N_("{course}: minimum {number}"), course)
    return _OF_A_COURSE[type(change)].filled(course=course)


def _number(number: int | None, none: Message, some: Message, course: str) -> Message:
    return none.filled(course=course) if number is None else some.filled(course=course, number=number)


_OF_A_COURSE: Mapping[type[Any], Message] = {
    MustRun: N_("{course} must run"),
    Strike: N_("{course} does not run"),
    Parallel: N_("{course} a second time"),
    Force: N_("A child fixed in {course}"),
}


def _with_course(problem: Problem, course: int, change: Callable[[Choice], Choice]) -> Problem:
    if all(one.id != course for one in problem.courses):
        raise Objection(N_("The course is not part of this allocation."), advice=N_("Take the change out."))
    return replace(problem, courses=tuple(change(one) if one.id == course else one for one in problem.courses))


def _seats(problem: Problem, change: Seats) -> Problem:
    return _with_course(problem, change.course, lambda one: replace(one, max_size=change.most))


def _minimum(problem: Problem, change: Minimum) -> Problem:
    return _with_course(problem, change.course, lambda one: replace(one, min_size=change.least))


def _must_run(problem: Problem, change: MustRun) -> Problem:
    return _with_course(problem, change.course, lambda one: replace(one, must_run=True))


def _strike(problem: Problem, change: Strike) -> Problem:
    """Take the course away; the blocks in which children are due stay as they are."""
    _with_course(problem, change.course, lambda one: one)
    return replace(
        problem,
        courses=tuple(one for one in problem.courses if one.id != change.course),
        fixed=tuple(pin for pin in problem.fixed if pin.course != change.course),
        banned=tuple(ban for ban in problem.banned if ban.course != change.course),
        quotas=tuple(one for one in problem.quotas if one.course != change.course),
        balances=tuple(one for one in problem.balances if one.course != change.course),
        kept=frozenset(pair for pair in problem.kept if pair[1] != change.course),
    )


def _without(problem: Problem, change: Without) -> Problem:
    kept: dict[str, Any] = {
        name: tuple(row for row in getattr(problem, name) if row.rule != change.rule)
        for name in ("due", "least", "most", "quotas", "balances", "bonds", "priorities")
    }
    rules = tuple(rule for rule in problem.rules if rule.key != change.rule)
    return replace(problem, rules=rules, **kept)


def _withdraw(problem: Problem, change: Withdraw) -> Problem:
    gone = change.pupil
    kept: dict[str, Any] = {
        name: tuple(row for row in getattr(problem, name) if row.pupil != gone)
        for name in ("wishes", "fixed", "banned", "busy", "anywhere", "due", "least", "most", "priorities", "carried")
    }
    pairs: dict[str, Any] = {
        name: frozenset(pair for pair in getattr(problem, name) if pair[0] != gone)
        for name in ("barred", "invited", "refused", "repeats", "kept")
    }
    return replace(
        problem,
        pupils=tuple(pupil for pupil in problem.pupils if pupil != gone),
        obligations=tuple(due for due in problem.obligations if due[0] != gone),
        bonds=tuple(bond for bond in problem.bonds if gone not in (bond.one, bond.other)),
        quotas=tuple(replace(quota, pupils=quota.pupils - {gone}) for quota in problem.quotas),
        balances=tuple(replace(one, one=one.one - {gone}, other=one.other - {gone}) for one in problem.balances),
        **kept,
        **pairs,
    )


def _force(problem: Problem, change: Force) -> Problem:
    if any((pin.pupil, pin.course) == (change.pupil, change.course) for pin in problem.fixed):
        return problem
    return replace(problem, fixed=(*problem.fixed, Fixed(change.pupil, change.course)))


def _parallel(problem: Problem, change: Parallel) -> Problem:
    _with_course(problem, change.course, lambda one: one)
    return with_parallel(problem, change.course, change.new_id, change.slot)


_MADE: Mapping[type[Any], Callable[[Problem, Any], Problem]] = {
    Seats: _seats,
    Minimum: _minimum,
    MustRun: _must_run,
    Strike: _strike,
    Without: _without,
    Withdraw: _withdraw,
    Parallel: _parallel,
    Force: _force,
}
