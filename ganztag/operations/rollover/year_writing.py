"""Writes a planned change of the school year: read at once, changed child by child, added in one stroke a table."""

from collections.abc import Collection, Iterable
from datetime import date

from ganztag.domain.enrolment import Enrolment
from ganztag.domain.pupils import Booking, ClassMembership, LeaveTime, Pupil
from ganztag.domain.school import SchoolClass, YearGroup
from ganztag.domain.school_year import TimeBlock
from ganztag.operations.classes import ensure_year_group
from ganztag.operations.operation import Work
from ganztag.operations.spans import Span, close
from ganztag.planning.rollover.year_plan import Becomes, PupilLine, YearPlan

_Classes = dict[tuple[str, str], int]  # (kind, name) -> id


class YearWriting:
    """Knows the plan and the id of the new school year."""

    def __init__(self, work: Work, plan: YearPlan, new_id: int) -> None:
        self._work, self._plan, self._new_id = work, plan, new_id
        self._state, self._choices = plan.state, plan.choices
        self._last = plan.state.old.ends

    def write(self) -> None:
        self._add_blocks()
        classes = self._add_classes()
        staying = [line for line in self._plan.pupils if line.becomes is not Becomes.LEAVES]
        leaving = {line.pupil.id for line in self._plan.pupils if line.becomes is Becomes.LEAVES}
        self._end_old_classes()
        self._leave(leaving)
        self._go_on({line.pupil.id for line in staying})
        self._join(staying, classes)
        self._move_up(staying)

    def _add_blocks(self) -> None:
        rows = [
            {"school_year_id": self._new_id, "weekday": key[0], "starts": key[1], "ends": key[2],
             "name": self._state.blocks[key]}
            for key in self._plan.new_blocks
        ]  # fmt: skip
        self._work.insert(TimeBlock, rows)

    def _add_classes(self) -> _Classes:
        """Add the classes that the new year lacks; return all of them."""
        years = self._year_groups(one.label for one in self._plan.new_classes)
        rows = [
            {"school_year_id": self._new_id, "name": one.name, "kind": one.kind,
             "year_group_id": years.get(one.label.casefold()), "room_id": one.room_id, "staff_id": one.staff_id}
            for one in self._plan.new_classes
        ]  # fmt: skip
        self._work.insert(SchoolClass, rows)
        there = self._work.all(SchoolClass, school_year_id=self._new_id)
        return {(one.kind, one.name.casefold()): one.id for one in there}

    def _year_groups(self, labels: Iterable[str]) -> dict[str, int]:
        """Return the year groups by label; those that are missing are added in their order."""
        known = {one.label.casefold() for one in self._work.all(YearGroup)}
        for label in dict.fromkeys(labels):
            if label and label.casefold() not in known:
                ensure_year_group(self._work, label)
        return {one.label.casefold(): one.id for one in self._work.all(YearGroup)}

    def _end_old_classes(self) -> None:
        old = tuple(one.id for one in self._state.classes)
        rows = self._work.all(ClassMembership, school_class_id=old)
        close(self._work, [row for row in rows if row.ends is None or row.ends > self._last], self._last)

    def _leave(self, pupil_ids: Collection[int]) -> None:
        """Let the last day of the old year be the last of these children; their history stays."""
        ids = tuple(pupil_ids)
        kinds: tuple[type[Span], ...] = (ClassMembership, Enrolment, Booking, LeaveTime)
        for kind in kinds:
            close(self._work, self._work.all(kind, pupil_id=ids), self._last)
        for pupil in self._work.all(Pupil, id=ids):
            pupil.exit = self._last

    def _go_on(self, pupil_ids: Collection[int]) -> None:
        """Let days and leave times go on beyond the old year, or end with it; what was entered for later stays."""
        kinds: tuple[type[Booking | LeaveTime], ...] = (Booking, LeaveTime)
        for kind in kinds:
            if self._choices.stays:
                self._take_up(kind, pupil_ids)
                continue
            for row in self._work.all(kind, pupil_id=tuple(pupil_ids)):
                if _holds(row.starts, row.ends, self._last):
                    row.ends = self._last

    def _take_up(self, kind: type[Booking | LeaveTime], pupil_ids: Collection[int]) -> None:
        """Let what ended with the old year go on, unless something was entered for the new one."""
        ended = [row for row in self._work.all(kind, ends=self._last) if row.pupil_id in pupil_ids]
        all_of_them = self._work.all(kind, pupil_id={row.pupil_id for row in ended}) if ended else []
        later = {
            (row.pupil_id, row.weekday) for row in all_of_them if row.starts is not None and row.starts > self._last
        }
        for row in ended:
            if (row.pupil_id, row.weekday) not in later:
                row.ends = None

    def _join(self, lines: Iterable[PupilLine], classes: _Classes) -> None:
        starts = self._state.new.starts
        groups = {one.id: one.name for one in self._state.classes if one.kind == "group"}
        rows = []
        for line in lines:
            pupil = line.pupil
            span = {"pupil_id": pupil.id, "starts": max(starts, pupil.entry or starts), "ends": pupil.exit}
            if line.becomes not in (Becomes.THERE, Becomes.WITHOUT):
                rows.append({**span, "school_class_id": classes["class", line.class_name.casefold()]})
            if self._choices.groups:
                wanted = {classes["group", groups[key].casefold()] for key in pupil.group_ids}
                rows += [{**span, "school_class_id": key} for key in sorted(wanted - set(pupil.new_group_ids))]
        self._work.insert(ClassMembership, rows)

    def _move_up(self, lines: Iterable[PupilLine]) -> None:
        years = {one.label.casefold(): one.id for one in self._work.all(YearGroup)}
        wanted = {line.pupil.id: years[line.label.casefold()] for line in lines if line.label}
        for pupil in self._work.all(Pupil, id=tuple(wanted)):
            pupil.year_group_id = wanted[pupil.id]


def _holds(starts: date | None, ends: date | None, day: date) -> bool:
    """Say whether something has begun by a day and goes on beyond it."""
    return (starts is None or starts <= day) and (ends is None or ends > day)
