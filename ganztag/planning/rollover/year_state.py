"""What there is at a change of the school year: classes, children, blocks, and what stands in the new year already."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ganztag.planning.rollover.copy_state import BlockKey


@dataclass(frozen=True, slots=True)
class Year:
    """A school year; without *id* it is made by the change."""

    id: int | None
    name: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class OldClass:
    """A class or group of a school year; *pupils* are in it on its last day."""

    id: int
    name: str
    kind: str
    year_group_id: int | None
    room_id: int | None
    staff_id: int | None
    pupils: int


@dataclass(frozen=True, slots=True)
class Pupil:
    """A child that is at the school on the old year's last day, or comes for the new one.

    *class_id* and *group_ids* are of the old year, *new_class_id* is of the new one.
    """

    id: int
    name: str
    entry: date | None
    exit: date | None
    year_group_id: int | None
    class_id: int | None
    group_ids: tuple[int, ...]
    new_class_id: int | None
    new_group_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GoingPerson:
    """Somebody whose time at the school or whose contract is over before the new year begins."""

    id: int
    name: str
    until: date
    is_contract: bool


@dataclass(frozen=True, slots=True)
class YearState:
    """All that a change of the school year looks at."""

    old: Year
    new: Year
    today: date
    classes: tuple[OldClass, ...]
    new_classes: tuple[OldClass, ...]
    year_groups: tuple[tuple[int, str], ...]  # (id, label), in their order
    pupils: tuple[Pupil, ...]
    blocks: Mapping[BlockKey, str]  # of the old year, with their names
    new_blocks: frozenset[BlockKey]
    going: tuple[GoingPerson, ...]
    staff_until: Mapping[int, date]  # who has a last day

    @property
    def begun(self) -> bool:
        """Say whether children of the old year are in classes of the new one already."""
        return any(pupil.class_id is not None and pupil.new_class_id is not None for pupil in self.pupils)

    @property
    def is_too_early(self) -> bool:
        """Say whether the old year has not even begun: then it is the year before that has to be changed."""
        return self.today < self.old.starts
