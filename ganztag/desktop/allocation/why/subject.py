"""What the panel is asked about: a child in a block, or a course; and how children and courses are called there."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ganztag.desktop.allocation.scenarios import Scenario
from ganztag.language import _, pgettext, weekday
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Choice, Problem


@dataclass(frozen=True, slots=True)
class Named:
    """How a child is called; *call* is its first name."""

    name: str
    class_name: str

    @property
    def call(self) -> str:
        return self.name.rsplit(", ", 1)[-1]

    @property
    def short(self) -> str:
        """Return ``Mehmet-Can Ö.``."""
        surname = self.name.rsplit(", ", 1)[0]
        letter = next((letter for letter in surname if letter.isupper()), surname[:1])
        return f"{self.call} {letter}." if ", " in self.name else self.name

    @property
    def full(self) -> str:
        """Return ``Mehmet-Can Öztürk``."""
        return " ".join(reversed(self.name.rsplit(", ", 1)))


@dataclass(frozen=True, slots=True)
class Option:
    """A course that a child could have in the block; *got*: it has it."""

    course: int
    title: str
    rank: int | None
    got: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """A child in a block of a plan, and the course that is asked about."""

    scenario: Scenario
    pupil: int
    slot: int
    course: int
    children: Mapping[int, Named]

    @property
    def problem(self) -> Problem:
        return self.scenario.made.problem

    @property
    def plan(self) -> Plan:
        return self.scenario.plan

    @property
    def child(self) -> Named:
        return self.children.get(self.pupil, Named("?", ""))

    def choice(self, course: int | None = None) -> Choice | None:
        wanted = self.course if course is None else course
        return next((one for one in self.problem.courses if one.id == wanted), None)

    def title(self, course: int | None) -> str:
        found = self.choice(course) if course is not None else None
        return found.title if found is not None else _("without a place")

    def got(self) -> int | None:
        """Return the course that the child has in the block."""
        return next((p.course for p in self.plan.placements if (p.pupil, p.slot) == (self.pupil, self.slot)), None)

    def has(self) -> bool:
        """Whether the child is in the course that is asked about."""
        return any((p.pupil, p.course) == (self.pupil, self.course) for p in self.plan.placements)

    def rank(self, course: int) -> int | None:
        ranks = [w.rank for w in self.problem.wishes if (w.pupil, w.course) == (self.pupil, course)]
        return min(ranks, default=None)

    def about(self, course: int) -> "Subject":
        return replace(self, course=course)

    def options(self) -> list[Option]:
        """Return the child's wishes in the block, the best first, then what it got, then all other courses there."""
        got = self.got()
        ranks = {w.course: w.rank for w in self.problem.wishes if (w.pupil, w.slot) == (self.pupil, self.slot)}
        here = [one for one in self.problem.courses if any(slot.id == self.slot for slot in one.slots)]
        titles = {one.id: one.title for one in self.problem.courses}
        wished = [course for course in sorted(ranks, key=lambda key: ranks[key]) if course in titles]
        others = [one.id for one in here if one.id not in ranks]
        if got in others:
            others.sort(key=lambda key: key != got)
        return [Option(key, titles[key], ranks.get(key), key == got) for key in [*wished, *others]]

    def line(self) -> str:
        """Return ``nicht in Robotik (1. Wunsch, Di)``."""
        day = next((weekday(slot.weekday, short=True) for slot in self.problem.slots if slot.id == self.slot), "")
        rank = self.rank(self.course)
        wish = pgettext("wish", "Wish {rank}", rank=rank) if rank is not None else _("no wish")
        title = self.title(self.course)
        if self.has():
            return _("in {course} ({wish}, {day})", course=title, wish=wish, day=day)
        return _("not in {course} ({wish}, {day})", course=title, wish=wish, day=day)


def first_question(problem: Problem, plan: Plan, pupil: int, slot: int) -> int | None:
    """Return the course that is asked about first: the best wish that was not fulfilled, else what the child got."""
    place = next((p for p in plan.placements if (p.pupil, p.slot) == (pupil, slot)), None)
    wishes = [w for w in problem.wishes if (w.pupil, w.slot) == (pupil, slot)]
    offered = {one.id for one in problem.courses}
    got = place.course if place is not None else None
    limit = place.rank if place is not None and place.rank is not None else 10_000
    missed = [w for w in wishes if w.course != got and w.rank <= limit and w.course in offered]
    if missed:
        return min(missed, key=lambda wish: wish.rank).course
    return got
