"""What becomes of each course in a plan: how many children, who wished it, and what one more place would be worth."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ganztag.desktop.widgets.cells import MARKED, OCCUPANCY, PILL, STRONG, TEXT, Marked
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.paints import Occupancy, Pill
from ganztag.domain.search import search_key
from ganztag.language import N_, _, ngettext, weekday
from ganztag.planning.explaining.answers import SeatPrice
from ganztag.planning.figures import sizes
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A course in a plan; *wished* children at any rank, *first* as their first wish."""

    id: int
    number: str
    title: str
    days: tuple[int, ...]
    size: int
    least: int | None
    most: int | None
    wished: int
    first: int
    struck: bool
    worth: SeatPrice | None
    search_key: str

    @property
    def gain(self) -> tuple[int, int]:
        """Return what sorts by the worth of one more place, the greatest first."""
        return (-self.worth.placed, -self.worth.steps) if self.worth is not None else (1, 0)

    @property
    def full(self) -> bool:
        return self.most is not None and self.size >= self.most and not self.struck

    @property
    def name(self) -> str:
        return f"{self.number} {self.title}".strip()


def course_lines(problem: Problem, plan: Plan, worth: Mapping[int, SeatPrice]) -> list[CourseLine]:
    """Return all courses of a problem in the order of their numbers; *worth* is said of the full ones."""
    inside = sizes(plan, problem)
    wished = Counter(course for _pupil, course in {(wish.pupil, wish.course) for wish in problem.wishes})
    firsts = {(wish.pupil, wish.course) for wish in problem.wishes if wish.rank == 1}
    first = Counter(course for _pupil, course in firsts)
    found = [
        CourseLine(
            id=course.id,
            number=course.number,
            title=course.title,
            days=tuple(sorted({slot.weekday for slot in course.slots})),
            size=inside[course.id],
            least=course.min_size,
            most=course.max_size,
            wished=wished[course.id],
            first=first[course.id],
            struck=course.id not in plan.running,
            worth=worth.get(course.id),
            search_key=search_key(course.number, course.title),
        )
        for course in problem.courses
    ]
    return sorted(found, key=lambda one: (one.number.zfill(6), one.title))


def _state(row: CourseLine) -> Pill | None:
    if row.struck:
        return Pill(_("struck"), "bad", "circle-x")
    return Pill(_("full"), "muted") if row.full else None


def _wishes(row: CourseLine) -> str:
    first = ngettext("{count} first", "{count} first", row.first)
    return f"{row.wished} · {first}"


def _worth(row: CourseLine) -> Marked | None:
    """Say what the place would do, at most: a child more with a place, or wishes that are better."""
    price = row.worth
    if price is None:
        return None
    if price.placed:
        return Marked(ngettext("{count} child more", "{count} children more", price.placed), "ok", "arrow-up")
    if price.steps:
        return Marked(ngettext("{count} wish better", "{count} wishes better", price.steps), "text", "arrow-up")
    return Marked(_("no gain"), "muted")


COLUMNS: tuple[Column[CourseLine], ...] = (
    Column("course", N_("Course"), shown=lambda row: row.name, sorted_by=lambda row: (row.number.zfill(6), row.title),
           cell=STRONG, width=180, stretch=True),
    Column("days", N_("Day"), shown=lambda row: ", ".join(weekday(day, short=True) for day in row.days),
           sorted_by=lambda row: row.days, cell=TEXT, width=56),
    Column("size", N_("Children"), shown=lambda row: Occupancy(row.size, row.most, row.least),
           sorted_by=lambda row: row.size, cell=OCCUPANCY, width=112),
    Column("wishes", N_("Wishes"), shown=_wishes, sorted_by=lambda row: row.wished, cell=TEXT, width=112),
    Column("state", N_("State"), shown=_state, cell=PILL, width=96),
    Column("worth", N_("One more place"), shown=_worth, sorted_by=lambda row: row.gain, cell=MARKED, width=150),
)  # fmt: skip
