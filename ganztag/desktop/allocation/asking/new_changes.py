"""Which changes can be asked for, and what each of them needs to be told."""

from collections.abc import Mapping
from dataclasses import dataclass

from ganztag.domain.objection import Objection
from ganztag.language import N_, Message
from ganztag.planning.changes import Change, Minimum, MustRun, Parallel, Seats, Strike, Without
from ganztag.planning.problem import Problem


@dataclass(frozen=True, slots=True)
class KindOfChange:
    """*of* is course or rule; *number*: it needs one."""

    name: Message
    of: str = "course"
    number: bool = False


KINDS: Mapping[str, KindOfChange] = {
    "seats": KindOfChange(N_("More or fewer places"), number=True),
    "minimum": KindOfChange(N_("Another minimum"), number=True),
    "must_run": KindOfChange(N_("The course must run")),
    "parallel": KindOfChange(N_("A parallel course")),
    "strike": KindOfChange(N_("Strike the course")),
    "without": KindOfChange(N_("Without a rule"), of="rule"),
}


def new_change(kind: str, of: object, number: int | None, problem: Problem, known: tuple[Change, ...]) -> Change:
    """Return the change that is meant; raises Objection where something is not said."""
    if of is None:
        raise Objection(N_("Please choose what is to change."))
    if kind == "without":
        return Without(str(of))
    course = int(str(of))
    if kind == "seats":
        return Seats(course, number)
    if kind == "minimum":
        return Minimum(course, number)
    if kind == "parallel":
        return Parallel(course, free_id(problem, known))
    return MustRun(course) if kind == "must_run" else Strike(course)


def free_id(problem: Problem, known: tuple[Change, ...]) -> int:
    """Return an id for a course that is made up: below nought, so that it is none of the file's."""
    taken = [course.id for course in problem.courses] + [one.new_id for one in known if isinstance(one, Parallel)]
    return min(0, *taken) - 1 if taken else -1


def replaced(known: tuple[Change, ...], new: Change) -> tuple[Change, ...]:
    """Return the changes with one more; of a kind there is one for each course."""
    of = getattr(new, "course", getattr(new, "rule", None))
    kept = [
        one for one in known if type(one) is not type(new) or getattr(one, "course", getattr(one, "rule", None)) != of
    ]
    return (*kept, new)
