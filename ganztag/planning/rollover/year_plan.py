"""What a change of the school year would do: her choices, and for each class and each child what becomes of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ganztag.planning.rollover.copy_plan import Note
from ganztag.planning.rollover.copy_state import BlockKey
from ganztag.planning.rollover.year_state import OldClass, Pupil, YearState


class Becomes(StrEnum):
    """What becomes of a class or of a child."""

    UP = "up"
    STAYS = "stays"  # repeats the year; a class of several years goes on
    LEAVES = "leaves"
    WITHOUT = "without"  # has no class in the new year yet
    THERE = "there"  # is in a class of the new year already
    MOVES = "moves"  # into another class, by hand


@dataclass(frozen=True, slots=True)
class Fate:
    """What she decided for one child: UP, STAYS, LEAVES, WITHOUT, or MOVES into the class of this name."""

    becomes: Becomes
    class_name: str = ""


@dataclass(frozen=True, slots=True)
class YearChoices:
    """*names*: what a class is called in the new year, "" where it leaves; *first*: the classes that begin empty.

    Without *first* those of the year groups that nobody moves up into begin again under the names they have now.
    """

    names: Mapping[int, str] = field(default_factory=dict)
    first: tuple[str, ...] | None = None
    children: Mapping[int, Fate] = field(default_factory=dict)
    groups: bool = True
    teachers: bool = True
    rooms: bool = True
    stays: bool = True  # days, leave times and ways home go on
    blocks: bool = True
    work_there: bool = True


@dataclass(frozen=True, slots=True)
class ClassLine:
    """A class of the old year. *name* is what it is called in the new one, *label* its year group then."""

    old: OldClass
    becomes: Becomes
    name: str
    label: str
    usual: str  # the name that it gets by the rule
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class PupilLine:
    """A child. *label* is its year group in the new year, "" where that stays as it is."""

    pupil: Pupil
    before: str
    becomes: Becomes
    class_name: str = ""
    label: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class NewClass:
    """A class or group of the new year that is not there yet."""

    name: str
    kind: str
    label: str  # of its year group, "" for none
    room_id: int | None
    staff_id: int | None
    begins_empty: bool


@dataclass(frozen=True, slots=True)
class YearPlan:
    """The whole change."""

    state: YearState
    choices: YearChoices
    classes: tuple[ClassLine, ...]
    pupils: tuple[PupilLine, ...]
    new_classes: tuple[NewClass, ...]
    new_blocks: tuple[BlockKey, ...]
    remarks: tuple[Note, ...]

    def count(self, *becomes: Becomes) -> int:
        return sum(line.becomes in becomes for line in self.pupils)

    @property
    def is_done(self) -> bool:
        """Say whether there is nothing left to be done: it was done before."""
        if any(line.becomes not in (Becomes.THERE, Becomes.WITHOUT) or line.label for line in self.pupils):
            return False
        return self.state.begun or not (self.new_classes or self.new_blocks or self.state.new.id is None)
