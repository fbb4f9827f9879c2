"""Works out a change of the school year: which class becomes which, and where each child is then."""

from collections.abc import Sequence

from ganztag.domain.school import year_label_of
from ganztag.planning.rollover.class_names import later, next_name
from ganztag.planning.rollover.year_plan import (
    Becomes,
    ClassLine,
    Fate,
    NewClass,
    PupilLine,
    YearChoices,
    YearPlan,
)
from ganztag.planning.rollover.year_remarks import of_class, of_plan
from ganztag.planning.rollover.year_state import OldClass, Pupil, YearState


def plan_year(state: YearState, choices: YearChoices) -> YearPlan:
    """Return what the change would do with these choices; what stands in the new year already is kept as it is."""
    mover = _Mover(state, choices)
    classes = tuple(mover.class_line(one) for one in state.classes if one.kind == "class")
    mover.know(classes)
    pupils = tuple(mover.pupil_line(pupil) for pupil in state.pupils)
    new_blocks = tuple(sorted(state.blocks.keys() - state.new_blocks)) if choices.blocks else ()
    new_classes = tuple(mover.new_classes(pupils))
    plan = YearPlan(state, choices, classes, pupils, new_classes, new_blocks, ())
    return YearPlan(state, choices, classes, pupils, new_classes, new_blocks, of_plan(plan))


class _Mover:
    def __init__(self, state: YearState, choices: YearChoices) -> None:
        self._state, self._choices = state, choices
        self._labels = dict(state.year_groups)
        self._old = {one.id: one for one in state.classes}
        self._new = {one.id: one for one in state.new_classes}
        self._lines: dict[int, ClassLine] = {}
        self._by_name: dict[str, ClassLine] = {}

    def know(self, lines: Sequence[ClassLine]) -> None:
        """Take the classes before the children."""
        self._lines = {line.old.id: line for line in lines}
        self._by_name = {line.name.casefold(): line for line in lines if line.name}

    def class_line(self, old: OldClass) -> ClassLine:
        usual, label = self._usual(old)
        typed = self._choices.names.get(old.id)
        name = usual if typed is None else typed.strip()
        if name.casefold() != usual.casefold():
            label = self._label_of(name, label)
        becomes = self._class_becomes(old, name)
        if becomes is Becomes.WITHOUT:
            name = ""
        elif becomes is Becomes.LEAVES:
            label = ""
        return ClassLine(old, becomes, name, label, usual, of_class(old, self._state, self._choices))

    def _usual(self, old: OldClass) -> tuple[str, str]:
        """Return the name by the rule and the label of the year group; ("", "") for a class that leaves."""
        if old.year_group_id is None:
            return old.name, ""
        then = later(self._state.year_groups, old.year_group_id)
        if then is None:
            return "", ""
        name = next_name(old.name, self._labels[old.year_group_id], then[1])
        return name, then[1]

    def _is_parted(self, old: OldClass, name: str) -> bool:
        """Say whether the children go into several classes: VSK would be 1, where there are 1a and 1b."""
        then = later(self._state.year_groups, old.year_group_id)
        if then is None or name.casefold() != then[1].casefold():
            return False
        named = {one.name.casefold() for one in self._state.classes if one.year_group_id == then[0]}
        return bool(named) and name.casefold() not in named

    def _class_becomes(self, old: OldClass, name: str) -> Becomes:
        if not name:
            return Becomes.LEAVES
        if self._choices.names.get(old.id) is None and self._is_parted(old, name):
            return Becomes.WITHOUT
        return Becomes.STAYS if old.year_group_id is None else Becomes.UP

    def _label_of(self, name: str, usual: str) -> str:
        """Return the year group of a name that was typed: the one it begins with, if it looks like one."""
        label = year_label_of(name)
        known = {one.casefold() for one in self._labels.values()}
        return label if label.casefold() in known or label[:1].isdigit() else usual

    def pupil_line(self, pupil: Pupil) -> PupilLine:
        old = self._old.get(pupil.class_id) if pupil.class_id is not None else None
        before = old.name if old else ""
        if pupil.new_class_id is not None:
            return PupilLine(pupil, before, Becomes.THERE, self._new[pupil.new_class_id].name)
        fate = self._choices.children.get(pupil.id)
        if fate is not None:
            return self._decided(pupil, old, fate)
        if old is None:
            return self._classless(pupil)
        line = self._lines[old.id]
        if line.becomes is Becomes.STAYS:
            return self._of_several_years(pupil, line)
        if line.becomes is Becomes.LEAVES:
            return PupilLine(pupil, before, Becomes.LEAVES)
        name = "" if line.becomes is Becomes.WITHOUT else line.name
        return PupilLine(pupil, before, line.becomes, name, line.label)

    def _of_several_years(self, pupil: Pupil, line: ClassLine) -> PupilLine:
        """Return what becomes of a child in a class without a year group: it goes on there, a year group higher."""
        if pupil.year_group_id is None:
            return PupilLine(pupil, line.old.name, Becomes.UP, line.name)
        then = later(self._state.year_groups, pupil.year_group_id)
        if then is None:
            return PupilLine(pupil, line.old.name, Becomes.LEAVES)
        return PupilLine(pupil, line.old.name, Becomes.UP, line.name, then[1])

    def _classless(self, pupil: Pupil) -> PupilLine:
        comes_new = pupil.entry is not None and pupil.entry > self._state.old.ends
        if pupil.year_group_id is None or comes_new or self._state.begun:
            return PupilLine(pupil, "", Becomes.WITHOUT)
        then = later(self._state.year_groups, pupil.year_group_id)
        if then is None:
            return PupilLine(pupil, "", Becomes.LEAVES)
        return PupilLine(pupil, "", Becomes.WITHOUT, label=then[1])

    def _decided(self, pupil: Pupil, old: OldClass | None, fate: Fate) -> PupilLine:
        before = old.name if old else ""
        label = self._labels.get(pupil.year_group_id or 0, "")
        if fate.becomes is Becomes.LEAVES:
            return PupilLine(pupil, before, Becomes.LEAVES, by_hand=True)
        if fate.becomes is Becomes.STAYS:
            return PupilLine(pupil, before, Becomes.STAYS, before, label, by_hand=True)
        if fate.becomes is Becomes.MOVES:
            known = self._by_name.get(fate.class_name.casefold())
            label = known.label if known is not None else self._label_of(fate.class_name, label)
            return PupilLine(pupil, before, Becomes.MOVES, fate.class_name, label, by_hand=True)
        then = later(self._state.year_groups, pupil.year_group_id)
        return PupilLine(pupil, before, Becomes.WITHOUT, label=then[1] if then else label, by_hand=True)

    def new_classes(self, pupils: Sequence[PupilLine]) -> list[NewClass]:
        """Return the classes and groups that the new year lacks, each once."""
        found: dict[tuple[str, str], NewClass] = {}
        there = {(one.kind, one.name.casefold()) for one in self._state.new_classes}
        for wanted in (*self._moved(), *self._begun(), *self._of_pupils(pupils), *self._groups()):
            key = (wanted.kind, wanted.name.casefold())
            if key not in there:
                found.setdefault(key, wanted)
        return list(found.values())

    def _moved(self) -> list[NewClass]:
        return [
            NewClass(line.name, "class", line.label, *self._room_and_teacher(line.old), begins_empty=False)
            for line in self._lines.values()
            if line.becomes in (Becomes.UP, Becomes.STAYS)
        ]

    def _room_and_teacher(self, old: OldClass) -> tuple[int | None, int | None]:
        until = self._state.staff_until.get(old.staff_id or 0)
        stays = until is None or until >= self._state.new.starts
        room = old.room_id if self._choices.rooms else None
        return room, old.staff_id if self._choices.teachers and stays else None

    def _begun(self) -> list[NewClass]:
        if self._choices.first is not None:
            names = [name.strip() for name in self._choices.first if name.strip()]
            return [NewClass(name, "class", self._label_of(name, ""), None, None, True) for name in names]
        return [NewClass(name, "class", label, None, None, True) for name, label in self.first_names()]

    def first_names(self) -> list[tuple[str, str]]:
        """Return the classes (name, label) of the lowest year group, and of those that classes are parted into."""
        own = [line.old for line in self._lines.values() if line.old.year_group_id is not None]
        order = [key for key, _label in self._state.year_groups]
        lowest = min((order.index(one.year_group_id or 0) for one in own), default=None)
        labels = {line.label.casefold() for line in self._lines.values() if line.becomes is Becomes.WITHOUT}
        if lowest is not None:
            labels.add(self._state.year_groups[lowest][1].casefold())
        named = [(one.name, self._labels[one.year_group_id or 0]) for one in own]
        return [(name, label) for name, label in named if label.casefold() in labels]

    def _of_pupils(self, pupils: Sequence[PupilLine]) -> list[NewClass]:
        """Return the classes that only single children need: a repeater's, one that was typed."""
        return [
            NewClass(line.class_name, "class", line.label, None, None, begins_empty=False)
            for line in pupils
            if line.class_name and line.becomes in (Becomes.STAYS, Becomes.MOVES, Becomes.UP)
        ]

    def _groups(self) -> list[NewClass]:
        if not self._choices.groups:
            return []
        return [
            NewClass(one.name, "group", self._labels.get(one.year_group_id or 0, ""), *self._room_and_teacher(one),
                     begins_empty=False)
            for one in self._state.classes
            if one.kind == "group"
        ]  # fmt: skip


def begins_empty(plan: YearPlan) -> list[str]:
    """Return the names of the classes that begin empty."""
    return [one.name for one in plan.new_classes if one.begins_empty]
