"""What the explanations are made of: frozen rows with sentences; children stand in them by their numbers alone."""

from dataclasses import dataclass

from ganztag.language import Message
from ganztag.planning.changes import Change
from ganztag.planning.explaining.sentences import named, seat_words

KINDS = (
    "got",
    "not offered",
    "closed",
    "not invited",
    "year",
    "before",
    "ruled out",
    "refused",
    "no wish",
    "not due",
    "clash",
    "fixed elsewhere",
    "limit",
    "apart",
    "together",
    "quota",
    "full",
    "struck",
    "rules",
    "costs",
    "lottery",
    "open",
)
"""Of ``WhyNot``. "full": all places are held by fixed children; "rules": several rules only together rule it out;
"open": the calculation was stopped before this was known."""


@dataclass(frozen=True, slots=True)
class Inside:
    """A child in the course; *priority* is its weight (0: none), *bond* whether a wish for company ties it, *lot*."""

    pupil: int
    rank: int | None
    fixed: bool
    priority: int
    bond: bool
    lot: int


@dataclass(frozen=True, slots=True)
class Move:
    """A child that goes elsewhere; a course of None is no place, a rank of None no wish."""

    pupil: int
    from_course: int | None
    to_course: int | None
    rank_before: int | None
    rank_after: int | None


@dataclass(frozen=True, slots=True)
class Counter:
    """What would have to change (*kind*: seat, withdrawal, minimum, other day, rule), and whether that would do.

    It *works*: with it the child can have its wish, and the plan is no worse for it; *alone*: and nobody else moves.
    *changes* are what ``planning.changes`` takes to try it; empty where that is not a change of the problem.
    """

    kind: str
    works: bool
    message: Message
    alone: bool = False
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class WhyNot:
    """*kind* is one of KINDS; *level*, *before* and *after* tell the first goal that gets worse with the wish.

    *title* is the answer in a few words, *message* says why. *inside* are those in the course, best wish first;
    *moves* the fewest with which it works at that price, this child's own among them. *letter* names no other child.
    """

    pupil: int
    course: int
    kind: str
    title: Message
    message: Message
    letter: Message
    level: str | None = None
    before: int | None = None
    after: int | None = None
    inside: tuple[Inside, ...] = ()
    moves: tuple[Move, ...] = ()
    counters: tuple[Counter, ...] = ()

    def letter_for(self, child: str) -> Message:
        """Return the letter's sentences with the child's name in them."""
        return named(self.letter, child)


@dataclass(frozen=True, slots=True)
class SeatPrice:
    """What one more place in a full course is worth at most: so many more places filled, else so many steps better.

    Steps are how much better wishes all children together get, with as many of them placed as before.
    """

    course: int
    placed: int
    steps: int

    @property
    def message(self) -> Message:
        return seat_words(self.placed, self.steps)


@dataclass(frozen=True, slots=True)
class Wisher:
    """A child that wished a course, with its *rank* for it and what it *got* in its stead."""

    pupil: int
    rank: int
    got: int | None
    got_rank: int | None


@dataclass(frozen=True, slots=True)
class StruckReason:
    """A struck course: who *could* have come by all rules, so many are *missing* from those who wished it."""

    course: int
    needed: int
    missing: int
    wishers: tuple[Wisher, ...]
    message: Message


@dataclass(frozen=True, slots=True)
class Forced:
    """What it costs if a course must run; not *possible*: whatever it costs. *moves* are the fewest for that price."""

    course: int
    possible: bool
    message: Message
    level: str | None = None
    before: int | None = None
    after: int | None = None
    moves: tuple[Move, ...] = ()
