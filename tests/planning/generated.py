"""Made-up schools with every kind of rule in play, for speed and for tests: the same for a seed. No real person.

``small`` has 120 children and 20 courses on 3 days, ``typical`` 600, 80 and 4, ``large`` 1,500, 250 and 5.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from ganztag.language import N_
from ganztag.planning.conditions import (
    Anywhere,
    Balance,
    Bond,
    Carried,
    Due,
    Least,
    Most,
    Named,
    Priority,
    Quota,
)
from ganztag.planning.problem import Banned, Busy, Choice, Fixed, Problem, Slot, Wish

SCARCE = 0.87
"""Places for each (child, slot), courses on two days counted once: about 3 in 100 stay without one."""
YEARS = (5, 6, 7, 8, 9, 10)


@dataclass(frozen=True)
class Child:
    id: int
    year: int
    school_class: int
    sex: str
    support: bool
    taste: tuple[float, ...]
    slots: tuple[int, ...]


def small(seed: int = 1, friends: int = 0, *, rules: bool = True) -> Problem:
    return generated(120, 20, 3, ranks=3, seed=seed, friends=friends, rules=rules)


def typical(seed: int = 1, friends: int = 0, *, rules: bool = True) -> Problem:
    return generated(600, 80, 4, seed=seed, friends=friends, rules=rules)


def large(seed: int = 1, friends: int = 0, *, rules: bool = True) -> Problem:
    return generated(1500, 250, 5, seed=seed, friends=friends, rules=rules)


def generated(
    pupils: int, courses: int, days: int, *, ranks: int = 4, seed: int = 1, friends: int = 0, rules: bool = True
) -> Problem:
    """Return a school; *friends* are soft pairs, without *rules* it has sizes, slots and year groups only."""
    town = Town(random.Random(seed), pupils, days)
    town.offer(courses)
    town.vote(ranks)
    return town.with_rules(friends) if rules else town.problem()


@dataclass
class Town:
    """A school that comes into being step by step."""

    dice: random.Random
    pupils: int
    days: int
    slots: tuple[Slot, ...] = ()
    children: list[Child] = field(default_factory=list)
    courses: list[Choice] = field(default_factory=list)
    years: dict[int, range] = field(default_factory=dict)
    category: dict[int, int] = field(default_factory=dict)
    papers: list[Wish] = field(default_factory=list)
    siblings: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.slots = tuple(Slot(day, day, 840, 930) for day in range(1, self.days + 1))
        for number in range(1, self.pupils + 1):
            year = YEARS[number % len(YEARS)]
            share = {3: 0.82, 4: 0.68}.get(self.days, 0.54)
            own = tuple(day for day in range(1, self.days + 1) if self.dice.random() < share) or (1,)
            self.children.append(
                Child(
                    id=number,
                    year=year,
                    school_class=year * 10 + number // len(YEARS) % max(1, self.pupils // (len(YEARS) * 25)),
                    sex=self.dice.choice("fm"),
                    support=self.dice.random() < 0.06,
                    taste=tuple(self.dice.gauss(0, 0.8) for _ in range(4)),
                    slots=own,
                )
            )

    def offer(self, courses: int) -> None:
        """Offer courses with year groups and sizes; 12 in a hundred are on two days; places are a little scarce."""
        places = sum(len(child.slots) for child in self.children) * SCARCE / courses
        for number in range(1, courses + 1):
            own = [self.slots[(number - 1) % self.days]]
            if self.dice.random() < 0.12:
                own.append(self.slots[number % self.days])
            lowest = self.dice.choice((5, 5, 5, 6, 7))
            self.years[number] = range(lowest, self.dice.choice((lowest + 2, 10, 10)) + 1)
            self.category[number] = self.dice.randrange(5)
            most = max(6, round(places * self.dice.uniform(0.6, 1.4)))
            self.courses.append(Choice(number, str(number), f"Course {number}", tuple(own), most // 2, most))

    def vote(self, ranks: int) -> None:
        place = {number: 1 / rank for rank, number in enumerate(self._shuffled(self.category), start=1)}
        appeal = {number: tuple(self.dice.gauss(0, 0.8) for _ in range(4)) for number in self.category}
        for child in self.children:
            for day in child.slots:
                may = [one.id for one in self.courses if day in {s.id for s in one.slots} and self._may(child, one)]
                weights = [place[c] * 2 ** sum(a * b for a, b in zip(child.taste, appeal[c], strict=True)) for c in may]
                for rank, chosen in enumerate(self._drawn(may, weights, ranks), start=1):
                    self.papers.append(Wish(child.id, chosen, day, rank))

    def _may(self, child: Child, course: Choice) -> bool:
        return child.year in self.years[course.id] and {slot.id for slot in course.slots} <= set(child.slots)

    def _drawn(self, may: list[int], weights: list[float], ranks: int) -> list[int]:
        keys = {c: self.dice.random() ** (1 / max(w, 1e-9)) for c, w in zip(may, weights, strict=True)}
        return sorted(may, key=lambda c: -keys[c])[:ranks]

    def _shuffled(self, things: Sequence[int] | dict[int, int]) -> list[int]:
        return self.dice.sample(sorted(things), len(things))

    def problem(self) -> Problem:
        barred = frozenset(
            (wish.pupil, wish.course)
            for wish in self.papers
            if self.children[wish.pupil - 1].year not in self.years[wish.course]
        )
        return Problem(
            pupils=tuple(child.id for child in self.children),
            slots=self.slots,
            courses=tuple(self.courses),
            wishes=tuple(self.papers),
            barred=barred,
        )

    def with_rules(self, friends: int) -> Problem:
        """Return the school with every kind of rule; they can all be kept at once."""
        together, apart = self._siblings(), self._pairs(self.pupils // 60)
        self._must_run()
        pins = self._pins({child for pair in together for child in pair})
        tied = {child for pair in (*together, *apart) for child in pair} | {pin.pupil for pin in pins}
        free = [child.id for child in self.children if child.id not in tied]
        plain = self.problem()
        soft = self._pairs(friends)
        return Problem(
            pupils=plain.pupils,
            slots=plain.slots,
            courses=plain.courses,
            wishes=plain.wishes,
            barred=plain.barred | self._barred(),
            fixed=tuple(pins),
            banned=tuple(Banned(one, self._wished(one), "quarrel") for one in free[: self.pupils // 100]),
            busy=tuple(Busy(one, 1, 900, 960, "Choir") for one in self.dice.sample(free, self.pupils // 100)),
            invited=frozenset((child.id, c.id) for child in self.children for c in plain.courses if child.id % 3),
            refused=frozenset((one, self.dice.randint(1, len(self.courses))) for one in self.dice.sample(free, 9)),
            repeats=frozenset((child.id, self._wished(child.id)) for child in self._some(0.08)),
            anywhere=self._anywhere(),
            due=tuple(Due(child.id, len(child.slots) - 1, "due") for child in self._some(0.08) if len(child.slots) > 1),
            least=tuple(self._least()),
            most=tuple(self._most()),
            quotas=tuple(self._quotas()),
            balances=tuple(self._balances()),
            bonds=(
                *(Bond(a, b, "together", must=True, rule="siblings") for a, b in together),
                *(Bond(a, b, "apart", must=True, rule="apart") for a, b in apart),
                *(Bond(a, b, "together", must=False, rule="friends") for a, b in soft),
            ),
            priorities=tuple(
                Priority(child.id, 2 if child.year == 10 else 1, rule="first")
                for child in self.children
                if child.year == 10 or child.id % 40 == 0
            ),
            carried=tuple(Carried(child.id, self.dice.randint(1, 6)) for child in self._some(0.3)),
            rules=(Named("due", N_("At most so many courses")), Named("least", N_("At least one course of sport"))),
        )

    def _some(self, share: float) -> list[Child]:
        return [child for child in self.children if self.dice.random() < share]

    def _wished(self, pupil: int) -> int:
        own = [wish.course for wish in self.papers if wish.pupil == pupil]
        return self.dice.choice(own) if own else 1

    def _pairs(self, count: int) -> list[tuple[int, int]]:
        """Return pairs of children of one class."""
        found: list[tuple[int, int]] = []
        while len(found) < count:
            one = self.dice.choice(self.children)
            mates = [c.id for c in self.children if c.school_class == one.school_class and c.id != one.id]
            found.append((one.id, self.dice.choice(mates)))
        return found

    def _siblings(self) -> list[tuple[int, int]]:
        """Return pairs that must be together; the second one's paper is, as far as it may, that of the first one."""
        chosen = self._shuffled(range(1, self.pupils + 1))[: self.pupils // 50 * 2]
        pairs = list(zip(chosen[::2], chosen[1::2], strict=True))
        for one, other in pairs:
            first, second = self.children[one - 1], self.children[other - 1]
            twin = Child(other, second.year, second.school_class, second.sex, second.support, first.taste, first.slots)
            self.children[other - 1] = twin
            self.papers = [wish for wish in self.papers if wish.pupil != other]
            for wish in [wish for wish in self.papers if wish.pupil == one]:
                if self._may(twin, self.courses[wish.course - 1]):
                    self.papers.append(Wish(other, wish.course, wish.slot, wish.rank))
        return pairs

    def _must_run(self) -> None:
        """Let a few courses that enough children want run in any case; say ideal sizes; let one be for the invited."""
        wishing = {one.id: {wish.pupil for wish in self.papers if wish.course == one.id} for one in self.courses}
        for index, one in enumerate(self.courses):
            popular = len(wishing[one.id]) >= 3 * (one.max_size or 0)
            self.courses[index] = Choice(
                one.id, one.number, one.title, one.slots, one.min_size, one.max_size,
                ideal_size=(one.max_size or 9) - 2 if index % 6 == 0 else None,
                must_run=popular and index % 3 == 0,
                admission="invited" if popular and index % 5 == 1 else "open",
            )  # fmt: skip

    def _pins(self, tied: set[int]) -> list[Fixed]:
        dice, found = self.dice, []
        for child in dice.sample(self.children, self.pupils // 60):
            own = [c for c in self.courses if self._may(child, c) and c.ideal_size is None]
            if own and child.id not in tied:
                found.append(Fixed(child.id, dice.choice(own).id, "sister"))
        return found

    def _barred(self) -> frozenset[tuple[int, int]]:
        return frozenset((p.id, c.id) for p in self.children for c in self.courses if p.year not in self.years[c.id])

    def _anywhere(self) -> tuple[Anywhere, ...]:
        ranks = max((wish.rank for wish in self.papers), default=1)
        last = [Anywhere(child.id, slot, ranks) for child in self._some(0.01) for slot in child.slots[:1]]
        return (*last, *(Anywhere(child.id, slot) for child in self._some(0.01) for slot in child.slots[-1:]))

    def _least(self) -> list[Least]:
        sport = frozenset(number for number, category in self.category.items() if category == 0)
        return [Least(child.id, sport, 1, "least") for child in self.children if child.year == 5]

    def _most(self) -> list[Most]:
        music = frozenset(number for number, category in self.category.items() if category == 1)
        return [Most(child.id, music, 1, "most") for child in self.children if child.year == 6]

    def _quotas(self) -> list[Quota]:
        found = []
        for course in self.courses:
            most = course.max_size or 9
            group = {"girls": frozenset(child.id for child in self.children if child.sex == "f")}
            group["support"] = frozenset(child.id for child in self.children if child.support)
            found.append(Quota(course.id, group["support"], most=2, rule="support"))
            if course.id % 7 == 0:
                found.append(Quota(course.id, group["girls"], most=60, percent=True, rule="girls"))
            if course.id % 7 == 1:
                found.append(Quota(course.id, group["girls"], least=2, rule="girls"))
            if course.id % 7 == 2:
                young = frozenset(child.id for child in self.children if child.year == min(self.years[course.id]))
                found.append(Quota(course.id, young, most=max(2, most // 2), rule="young"))
            if course.id % 5 == 3:
                for one in sorted({child.school_class for child in self.children}):
                    mates = frozenset(child.id for child in self.children if child.school_class == one)
                    found.append(Quota(course.id, mates, most=4, rule="class"))
        return found

    def _balances(self) -> list[Balance]:
        girls = frozenset(child.id for child in self.children if child.sex == "f")
        boys = frozenset(child.id for child in self.children if child.sex == "m")
        return [Balance(course.id, girls, boys, "balance") for course in self.courses if course.id % 11 == 4]
