"""Why a child did not get a wish, as far as the plan alone tells: simple, and never more than is known."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from ganztag.language import N_, Message, nN_
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Choice, Problem, Slot, overlaps
from ganztag.planning.wanted import Wanted, read


@dataclass(frozen=True, slots=True)
class Missed:
    """A wish that was not fulfilled, better than what the child got."""

    course: int
    rank: int
    message: Message


def reasons(problem: Problem, plan: Plan) -> Mapping[tuple[int, int], Message]:
    """Return, for each (pupil, slot) without its best wish, why it did not get that one."""
    told = _Told.of(problem, plan)
    found = {}
    for place in plan.placements:
        missed = told.missed(place.pupil, place.slot)
        if missed:
            found[place.pupil, place.slot] = missed[0].message
        elif place.course is None:
            found[place.pupil, place.slot] = N_("The child has no wish for this block.")
    return found


def why(problem: Problem, plan: Plan, pupil: int, slot: int) -> tuple[Missed, ...]:
    """Return every wish of the child in the slot that is better than what it got, best first, each with its reason."""
    return _Told.of(problem, plan).missed(pupil, slot)


@dataclass(slots=True)
class _Told:
    problem: Problem
    plan: Plan
    wanted: Wanted
    got: dict[tuple[int, int], tuple[int | None, int | None]]
    inside: Counter[int]
    fixed: set[tuple[int, int]]
    banned: dict[tuple[int, int], str]
    mine: dict[int, list[int]]
    demand: dict[int, int] = field(default_factory=dict)

    @staticmethod
    def of(problem: Problem, plan: Plan) -> "_Told":
        pairs = sorted({(p.pupil, p.course) for p in plan.placements if p.course is not None})
        mine: dict[int, list[int]] = {}
        for pupil, course in pairs:
            mine.setdefault(pupil, []).append(course)
        return _Told(
            problem=problem,
            plan=plan,
            wanted=read(problem),
            got={(place.pupil, place.slot): (place.course, place.rank) for place in plan.placements},
            inside=Counter(course for _pupil, course in pairs),
            fixed={(pin.pupil, pin.course) for pin in problem.fixed},
            banned={(ban.pupil, ban.course): ban.reason for ban in problem.banned},
            mine=mine,
        )

    def missed(self, pupil: int, slot: int) -> tuple[Missed, ...]:
        course, rank = self.got.get((pupil, slot), (None, None))
        wishes = self.wanted.ranks.get((pupil, slot), {})
        better = sorted((r, c) for c, r in wishes.items() if c != course and (rank is None or r < rank))
        return tuple(Missed(c, r, self._reason(pupil, slot, c)) for r, c in better)

    def _reason(self, pupil: int, slot: int, wish: int) -> Message:
        course = self.wanted.courses.get(wish)
        if course is None:
            return N_("The course is not offered.")
        return self._rule(pupil, slot, course) or self._course(course) or self._rival(pupil, slot, course)

    def _rule(self, pupil: int, slot: int, course: Choice) -> Message | None:
        """Return what forbids the course to this child, whoever else wants it."""
        blocks = self.wanted.blocks_of(course.id)
        if (pupil, course.id) in self.banned:
            return self._ban(pupil, course)
        if (pupil, course.id) in self.problem.barred:
            return N_("{course} is not for the child's year group or class.", course=course.name)
        if slot not in blocks:
            return N_("{course} does not take place in this block.", course=course.name)
        if any((pupil, block) not in self.wanted.owed for block in blocks):
            return N_("{course} also takes place in a block in which the child has no wishes.", course=course.name)
        return self._appointment(pupil, course)

    def _ban(self, pupil: int, course: Choice) -> Message:
        reason = self.banned[pupil, course.id]
        if reason:
            return N_("The child is ruled out for {course}: {reason}", course=course.name, reason=reason)
        return N_("The child is ruled out for {course}.", course=course.name)

    def _appointment(self, pupil: int, course: Choice) -> Message | None:
        for busy in self.problem.busy:
            time = Slot(0, busy.weekday, busy.starts, busy.ends)
            if busy.pupil == pupil and any(overlaps(time, mine) for mine in course.slots):
                if busy.what:
                    return N_("{course} clashes with {other}.", course=course.name, other=busy.what)
                return N_("The child is not free at the time of {course}.", course=course.name)
        return None

    def _course(self, course: Choice) -> Message | None:
        """Return what is true of the course for every child that did not get it."""
        struck = next((one for one in self.plan.struck if one.course == course.id), None)
        wishes = self._demand(course.id)
        if struck is not None:
            return N_(
                "{course} does not run: it needs {needed} children, {wished} wished for it.",
                course=course.name,
                needed=struck.needed,
                wished=struck.wished,
            )
        places = course.max_size
        if places is None or self.inside[course.id] + course.taken < places:
            return None
        if course.taken:
            return nN_(
                "{course} is full: it has {count} place.",
                "{course} is full: it has {count} places.",
                places,
                course=course.name,
            )
        return nN_(
            "{course} is full: {wishes} children wished for it, it has {count} place.",
            "{course} is full: {wishes} children wished for it, it has {count} places.",
            places,
            course=course.name,
            wishes=wishes,
        )

    def _rival(self, pupil: int, slot: int, course: Choice) -> Message:
        """Return which course of the child's stands in the way, if one does."""
        got = self.got.get((pupil, slot), (None, None))[0]
        for other in (self.wanted.courses[one] for one in self.mine.get(pupil, []) if one not in (got, course.id)):
            if not _at_once(course, other):
                continue
            if (pupil, other.id) in self.fixed:
                return N_(
                    "{course} clashes with {other}, where the child is fixed.", course=course.name, other=other.name
                )
            return N_("{course} clashes with {other}, which the child got.", course=course.name, other=other.name)
        if got is not None and (pupil, got) in self.fixed:
            return N_("The child is fixed in {other}.", other=self.wanted.courses[got].name)
        if got is not None and self._just_enough(self.wanted.courses[got]):
            other = self.wanted.courses[got]
            return N_(
                "{course} has room, but {other} runs only with this child: it needs {needed} children.",
                course=course.name,
                other=other.name,
                needed=other.min_size,
            )
        return N_("{course} has room, but the plan as a whole came out otherwise.", course=course.name)

    def _just_enough(self, course: Choice) -> bool:
        return (course.min_size or 0) > 0 and self.inside[course.id] + course.taken == course.min_size

    def _demand(self, course: int) -> int:
        if not self.demand:
            self.demand = {one: len(self.wanted.children(one)) for one in self.wanted.courses}
        return self.demand[course]


def _at_once(one: Choice, other: Choice) -> bool:
    return any(mine.id == theirs.id or overlaps(mine, theirs) for mine in one.slots for theirs in other.slots)
