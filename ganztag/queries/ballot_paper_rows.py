"""What the papers of a ballot draw: slips, letters, lists; plain frozen rows, as in ``paper_rows``."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from ganztag.queries.paper_rows import PersonName, SchoolHead, Words


@dataclass(frozen=True, slots=True)
class SlipCourse:
    """A course that the child may wish; *note* is what the family should know of it."""

    number: str
    title: str
    note: Words = ""


@dataclass(frozen=True, slots=True)
class SlipBlock:
    """A block of the ballot with the courses that this child may take in it."""

    weekday: int
    name: str
    starts: time
    ends: time
    courses: tuple[SlipCourse, ...] = ()


@dataclass(frozen=True, slots=True)
class BallotSlip:
    """A child's slip. *number* is empty where none was given yet; *place* of *count* slips of its class.

    *days* are those on which the child is booked, empty: not said. *per_week*: the wishes are ranked over all blocks.
    """

    head: SchoolHead
    ballot: str
    name: PersonName
    class_name: str
    as_of: datetime
    number: str = ""
    wishes: int = 3
    closes: date | None = None
    per_week: bool = False
    courses_due: int | None = None
    days: tuple[int, ...] = ()
    blocks: tuple[SlipBlock, ...] = ()
    place: int = 1
    count: int = 1


class Outcome(StrEnum):
    """What became of a child in a block."""

    PLACE = "place"
    CHANGED = "changed"
    WAITING = "waiting"
    NOTHING = "nothing"
    NONE_WANTED = "none wanted"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class LetterPlace:
    """A line of a letter: a course on a day, and what became of it. *day*: from or until when, by the outcome.

    *leader* is whom to look for at *room*; *rank* that of the wish, *place* the one on the waiting list; *before*: from
    which course the child changed, *reason*: why a place ended; *later*: it begins in the middle of the half-year.
    """

    outcome: Outcome
    weekday: int
    starts: time | None = None
    ends: time | None = None
    number: str = ""
    title: str = ""
    leader: str = ""
    room: str = ""
    rank: int | None = None
    place: int | None = None
    day: date | None = None
    before: str = ""
    reason: str = ""
    later: bool = False


@dataclass(frozen=True, slots=True)
class ReplyLetter:
    """What a child is told after the allocation. *reasons* say why wishes were not met, without other children's names.

    *first* and *last* are the first and last date of its courses, *trial_until* the last day to change one's mind.
    """

    head: SchoolHead
    address: tuple[str, ...]
    name: PersonName
    class_name: str
    as_of: datetime
    places: tuple[LetterPlace, ...] = ()
    reasons: tuple[Words, ...] = ()
    first: date | None = None
    last: date | None = None
    trial_until: date | None = None
    signer: str = ""


@dataclass(frozen=True, slots=True)
class ListLine:
    """A row of a plain list: a name (or a number), its class, and one text for each further column."""

    name: PersonName
    class_name: str = ""
    cells: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a plain list; *share* of the width that the name leaves."""

    title: Words
    share: float
    tabular: bool = False


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A plain list of children under a title; *facts* stand beside it, *middle* in the foot."""

    head: SchoolHead
    kind: Words
    title: str
    as_of: datetime
    facts: tuple[Words, ...] = ()
    columns: tuple[ListColumn, ...] = ()
    lines: tuple[ListLine, ...] = ()
    middle: Words = ""
    nothing: Words = ""
    with_class: bool = False
    numbered: bool = False
