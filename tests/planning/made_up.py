"""Made-up schools: one of a school's size for speed, small ones for Hypothesis. No real person, no real ballot."""

import random
from collections.abc import Sequence

from hypothesis import strategies as st

from ganztag.planning.problem import Banned, Busy, Choice, Fixed, Problem, Slot, Wish

MONDAY = Slot(1, 1, 840, 930)
MONDAY_LATER = Slot(2, 1, 880, 940)  # overlaps the first by the clock
TUESDAY = Slot(3, 2, 840, 930)


def course(number: int, *slots: Slot, least: int | None = None, most: int | None = None, taken: int = 0) -> Choice:
    return Choice(number, str(number), f"Course {number}", slots or (MONDAY,), least, most, taken)


def wishes(pupil: int, *courses: int, slot: int = 1) -> tuple[Wish, ...]:
    """Return the wishes of one paper, best first."""
    return tuple(Wish(pupil, course, slot, rank) for rank, course in enumerate(courses, start=1))


def school(pupils: int = 350, courses: int = 45, days: int = 4, ranks: int = 3, seed: int = 7) -> Problem:
    """Return a school with popular and less popular courses, some of them on two days."""
    dice = random.Random(seed)
    slots = tuple(Slot(day, day, 840, 930) for day in range(1, days + 1))
    offered = []
    for number in range(1, courses + 1):
        own = [slots[(number - 1) % days], *([slots[number % days]] if dice.random() < 0.1 else [])]
        offered.append(course(number, *own, least=8, most=dice.randint(18, 30)))
    popularity = {one.id: 1 / place**0.7 for place, one in enumerate(dice.sample(offered, courses), start=1)}
    barred = frozenset((pupil, one.id) for pupil in range(1, pupils + 1) for one in offered if dice.random() < 0.15)
    papers: list[Wish] = []
    for pupil in range(1, pupils + 1):
        for slot in slots:
            may = [one.id for one in offered if slot in one.slots and (pupil, one.id) not in barred]
            if dice.random() >= 0.1:
                papers += wishes(pupil, *_drawn(dice, may, popularity, ranks), slot=slot.id)
    return Problem(tuple(range(1, pupils + 1)), slots, tuple(offered), tuple(papers), barred=barred)


def _drawn(dice: random.Random, may: Sequence[int], popularity: dict[int, float], ranks: int) -> list[int]:
    chosen: list[int] = []
    while len(chosen) < min(ranks, len(may)):
        (one,) = dice.choices(may, [popularity[course] for course in may])
        if one not in chosen:
            chosen.append(one)
    return chosen


@st.composite
def small_problems(draw: st.DrawFn, pupils: int = 4) -> Problem:
    """Return a problem that can be solved by hand: slots that overlap, courses over two of them, ties, every rule."""
    slots = (MONDAY, MONDAY_LATER, TUESDAY)
    meets = st.sampled_from(
        [(MONDAY,), (MONDAY_LATER,), (TUESDAY,), (MONDAY, TUESDAY), (TUESDAY, Slot(-9, 5, 840, 900))]
    )
    limit = st.one_of(st.none(), st.integers(0, 4))
    courses = tuple(
        course(number, *draw(meets), least=draw(limit), most=draw(limit), taken=draw(st.sampled_from([0, 0, 0, 1])))
        for number in range(1, draw(st.integers(1, 5)) + 1)
    )
    children = range(1, draw(st.integers(1, pupils)) + 1)
    pair = st.tuples(st.sampled_from(children), st.sampled_from([one.id for one in courses]))
    papers = draw(st.lists(st.tuples(pair, st.sampled_from((1, 2, 3)), st.sampled_from((1, 1, 2, 3, 5))), max_size=12))
    pins = draw(st.lists(pair, max_size=2, unique_by=lambda pin: pin[0]))
    bans = [ban for ban in draw(st.lists(pair, max_size=2)) if ban not in pins]
    held = [child for child in children if child not in {child for child, _course in pins}]
    busy = draw(st.lists(st.sampled_from(held), max_size=1)) if held else []
    return Problem(
        pupils=tuple(children),
        slots=slots,
        courses=courses,
        wishes=tuple(Wish(child, wished, slot, rank) for (child, wished), slot, rank in papers),
        fixed=tuple(Fixed(child, pinned) for child, pinned in pins),
        banned=tuple(Banned(child, banned) for child, banned in bans),
        busy=tuple(Busy(child, 1, 920, 1000, "Music school") for child in busy),
        barred=frozenset(draw(st.lists(pair, max_size=2))),
    )


def shuffled(problem: Problem, seed: int) -> Problem:
    """Return the same problem with every kind of rows in another order."""
    dice = random.Random(seed)
    mixed = [Choice(c.id, c.number, c.title, tuple(dice.sample(c.slots, len(c.slots))), c.min_size, c.max_size, c.taken)
             for c in problem.courses]  # fmt: skip
    return Problem(
        pupils=tuple(dice.sample(problem.pupils, len(problem.pupils))),
        slots=tuple(dice.sample(problem.slots, len(problem.slots))),
        courses=tuple(dice.sample(mixed, len(mixed))),
        wishes=tuple(dice.sample(problem.wishes, len(problem.wishes))),
        fixed=tuple(dice.sample(problem.fixed, len(problem.fixed))),
        banned=tuple(dice.sample(problem.banned, len(problem.banned))),
        busy=tuple(dice.sample(problem.busy, len(problem.busy))),
        barred=problem.barred,
        obligations=tuple(dice.sample(problem.obligations, len(problem.obligations))),
    )
