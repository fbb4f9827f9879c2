"""``ganztag allocate --explain PUPIL COURSE``: why a child is in a course, or why not; and what would help."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ganztag.domain.objection import Objection
from ganztag.language import N_, Message, _, ngettext
from ganztag.operations.office import Office
from ganztag.planning.explaining.answers import Move, WhyNot
from ganztag.planning.explaining.asking import why_not
from ganztag.planning.explaining.gotten import why_in
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem
from ganztag.queries import pupils
from ganztag.queries.ballots import BallotRow


@dataclass(frozen=True, slots=True)
class Asked:
    """A child and a course that someone asks for, by their ids."""

    pupil: int
    course: int


def asked(office: Office, ballot: BallotRow, problem: Problem, words: Iterable[tuple[str, str]]) -> list[Asked]:
    """Return who and what is meant, before anything is calculated; objects to what is unknown or ambiguous."""
    rows = office.read(pupils.pupils, ballot.term_id, office.clock.today())
    children = [
        (row.id, (row.name, " ".join(filter(None, (row.call_name, row.prefix, row.surname))), row.external_id))
        for row in rows
        if row.id in set(problem.pupils)
    ]
    courses = [(one.id, (one.number, one.title, one.name)) for one in problem.courses]
    return [
        Asked(
            _one(pupil, children, N_("There is no child “{name}” in this allocation."),
                 N_("Several children are called {name}; please say the id.")),
            _one(course, courses, N_("There is no course “{name}” in this allocation."),
                 N_("Several courses are called {name}; please say the number.")),
        )
        for pupil, course in words
    ]  # fmt: skip


def _one(wanted: str, rows: Iterable[tuple[int, tuple[str, ...]]], none: Message, several: Message) -> int:
    name = wanted.strip().casefold()
    found = [key for key, names in rows if name and name in (one.casefold() for one in names)]
    if len(found) != 1:
        message = several if found else none
        raise Objection(message.filled(name=wanted))
    return found[0]


def tell(office: Office, ballot: BallotRow, found: tuple[Problem, Plan], questions: Iterable[Asked]) -> None:
    """Print an answer for each question: what is so, why, what would have to change, what parents are told."""
    problem, plan = found
    rows = office.read(pupils.pupils, ballot.term_id, office.clock.today())
    names = {row.id: row.name for row in rows}
    for one in questions:
        course = next(c.name for c in problem.courses if c.id == one.course)
        print()
        print(_("{pupil} and {course}:", pupil=names[one.pupil], course=course))
        if one.course in plan.courses_of(one.pupil):
            print("  " + str(why_in(problem, plan, one.pupil, one.course)))
        else:
            _tell_why_not(why_not(problem, plan, one.pupil, one.course), names, problem)


def _tell_why_not(answer: WhyNot, names: Mapping[int, str], problem: Problem) -> None:
    print("  " + _("{title}. {reason}", title=str(answer.title).rstrip("."), reason=str(answer.message)))
    if answer.moves:
        print("  " + ngettext("{count} child would have to move:", "{count} children would have to move:",
                              len({move.pupil for move in answer.moves})))  # fmt: skip
        courses = {course.id: course.name for course in problem.courses}
        for move in answer.moves:
            print("    " + _move(move, names, courses))
    for counter in answer.counters:
        would = _("would do") if counter.works else _("would not do")
        print(f"  {counter.message} ({would})")
    print("  " + _("For the letter: {text}", text=str(answer.letter)))


def _move(move: Move, names: Mapping[int, str], courses: Mapping[int, str]) -> str:
    nowhere = _("no place")
    one = courses.get(move.from_course, nowhere) if move.from_course is not None else nowhere
    other = courses.get(move.to_course, nowhere) if move.to_course is not None else nowhere
    return _("{pupil}: {before} → {after}", pupil=names.get(move.pupil, "–"), before=one, after=other)
