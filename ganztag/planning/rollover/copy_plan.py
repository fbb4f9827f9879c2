"""What a copy of the offer would do: her choices, and for each course what comes over, what does not, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ganztag.language import Message
from ganztag.planning.rollover.copy_state import BlockKey, CopyState, OldCourse


class What(StrEnum):
    """What becomes of a course."""

    NEW = "new"
    COMPLETED = "completed"  # stands there already; what it lacks is filled in
    THERE = "there"
    RUNS_ON = "runs_on"  # for the whole school year
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class CopyChoices:
    """What comes with the courses. *courses* None: all but those that were struck or are not to be offered again."""

    courses: frozenset[int] | None = None
    leaders: bool = True
    rooms: bool = True
    children: bool = False
    candidates: bool = True  # where a course may be placed, and who may lead it
    descriptions: bool = True
    sizes: bool = True
    numbers: bool = True
    make_blocks: bool = True
    complete: bool = False  # fill in what a course that is there already lacks
    work_there: bool = True  # the target is the half-year that is worked on afterwards


@dataclass(frozen=True, slots=True)
class Note:
    """Why something does not come over as it was; *tone* warn: she has to see to it."""

    message: Message
    tone: str = "muted"


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """A meeting of the copy: in a block (by its day and times) or at times of its own."""

    block: BlockKey | None
    fields: Mapping[str, object]
    leaders: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Filling:
    """What a meeting that is there already lacks: a room, or leaders."""

    meeting_id: int
    room_id: int | None
    leaders: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """The children who carry on, and those who cannot, each with the reason."""

    ids: tuple[int, ...] = ()
    not_taken: tuple[tuple[int, Message], ...] = ()


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One course. *fields* are what the copy is born with, for COMPLETED what it gets; *there* is the known course."""

    course: OldCourse
    what: What
    ticked: bool
    there: OldCourse | None = None
    number: str = ""
    fields: Mapping[str, object] | None = None
    meetings: tuple[NewMeeting, ...] = ()
    fillings: tuple[Filling, ...] = ()
    year_group_ids: tuple[int, ...] = ()
    class_ids: tuple[int, ...] = ()
    blocks: tuple[BlockKey, ...] = ()
    room_ids: tuple[int, ...] = ()
    staff: tuple[tuple[int, str], ...] = ()
    carried: Carried = Carried()
    notes: tuple[Note, ...] = ()

    @property
    def does_something(self) -> bool:
        return self.what in (What.NEW, What.COMPLETED)


@dataclass(frozen=True, slots=True)
class CopyPlan:
    """The whole: the lines in the order of the courses, and the blocks that are made."""

    state: CopyState
    choices: CopyChoices
    lines: tuple[CopyLine, ...]
    new_blocks: tuple[BlockKey, ...]
    missing_blocks: tuple[BlockKey, ...] = ()  # in the target, for the courses that are ticked

    def count(self, what: What) -> int:
        return sum(line.what is what for line in self.lines)

    @property
    def to_do(self) -> tuple[CopyLine, ...]:
        return tuple(line for line in self.lines if line.does_something)

    @property
    def carried(self) -> int:
        """Return how many places children carry on in."""
        return sum(len(line.carried.ids) for line in self.lines)

    @property
    def not_taken(self) -> int:
        return sum(len(line.carried.not_taken) for line in self.lines)
