"""The rules that can contradict each other, as rows of a programme of columns that are 0 or 1."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ganztag.language import Message
from ganztag.planning.conditions import Bond, Due, Most, Quota
from ganztag.planning.judge.reading import Pair, Reading

INFINITY = float("inf")


@dataclass(frozen=True, slots=True)
class Demand:
    """One rule, or the part of it that concerns these children or this course; *rule* is the key of a school's rule.

    *kind* is fixed, must run, places, due, most, quota, together or apart. *words* name no child; *row*: whose it is.
    """

    kind: str
    words: Message
    course: int | None = None
    pupils: tuple[int, ...] = ()
    rule: str = ""
    row: Due | Most | Quota | Bond | None = None

    @property
    def key(self) -> str:
        """What it is called in ``Problem.rules``, or a name of its own."""
        return self.rule or f"{self.kind}:{self.course or ''}:{','.join(map(str, self.pupils))}"


@dataclass(frozen=True, slots=True)
class Row:
    """lower <= sum of value x column <= upper; *demand* is the place of its rule, None for what nobody can change."""

    demand: int | None
    lower: float
    entries: tuple[tuple[int, float], ...]
    upper: float


@dataclass(slots=True)
class Programme:
    """All columns are 0 or 1: the *pairs* (*inside*: by course), whether a course is *filled*, and either-ors."""

    reading: Reading
    pairs: dict[Pair, int] = field(default_factory=dict)
    inside: dict[int, dict[int, int]] = field(default_factory=dict)
    filled: dict[int, int] = field(default_factory=dict)
    width: int = 0
    demands: list[Demand] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def pair(self, pupil: int, course: int) -> None:
        """Write down a child that can be in a course."""
        column = self.column()
        self.pairs[pupil, course] = column
        self.inside.setdefault(course, {})[pupil] = column

    def column(self) -> int:
        self.width += 1
        return self.width - 1

    def add(self, demand: int | None, lower: float, entries: Iterable[tuple[int, float]], upper: float) -> None:
        self.rows.append(Row(demand, lower, tuple(entries), upper))

    def demand(self, demand: Demand) -> int:
        self.demands.append(demand)
        return len(self.demands) - 1
