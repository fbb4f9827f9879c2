"""What can be done with classes, groups and year groups."""

from typing import Any

from ganztag.domain.courses import CourseClass, CourseYearGroup
from ganztag.domain.objection import Objection
from ganztag.domain.pupils import ClassMembership, Pupil
from ganztag.domain.school import CLASS_KINDS, SchoolClass, YearGroup, year_label_of, year_order
from ganztag.domain.school_year import DayOff
from ganztag.domain.text import tidy
from ganztag.language import N_, Message
from ganztag.operations.editing import change
from ganztag.operations.operation import Operation, Work


def ensure_year_group(work: Work, label: str) -> int:
    """Return the id of the year group with this label; it is added in its order where there is none."""
    wanted = tidy(label)
    present = sorted(work.all(YearGroup), key=lambda group: (group.position, group.id))
    for group in present:
        if group.label.casefold() == wanted.casefold():
            return group.id
    if not wanted:
        raise Objection(N_("A year group needs a name."))
    behind = [group for group in present if year_order(group.label) > year_order(wanted)]
    if not behind:
        return work.add(YearGroup(label=wanted, position=present[-1].position + 1 if present else 0)).id
    position = behind[0].position
    for group in present:
        if group.position >= position:
            group.position += 1
    return work.add(YearGroup(label=wanted, position=position)).id


def ensure_class(work: Work, school_year_id: int, name: str, kind: str = "class") -> int:
    """Return the id of the class (or group) of this name in a school year; it is added where there is none.

    A new class gets the year group that its name begins with.
    """
    wanted = tidy(name)
    for there in work.all(SchoolClass, school_year_id=school_year_id, kind=kind):
        if there.name.casefold() == wanted.casefold():
            return there.id
    year_group_id = ensure_year_group(work, year_label_of(wanted)) if kind == "class" and wanted else None
    made = SchoolClass(school_year_id=school_year_id, name=wanted, kind=kind, year_group_id=year_group_id)
    check(work, made)
    return work.add(made).id


def add(school_year_id: int, name: str, kind: str = "class") -> Operation[int]:
    """Add a class or a group; objects to an empty or a second name."""

    def run(work: Work) -> int:
        before = {there.id for there in work.all(SchoolClass)}
        class_id = ensure_class(work, school_year_id, name, kind)
        if class_id in before:
            raise _there_already(work.get(SchoolClass, class_id))
        return class_id

    label = N_("Add group {group}", group=name) if kind == "group" else N_("Add class {name}", name=name)
    return Operation(label, run)


def rename(class_id: int, name: str) -> Operation[int]:
    """Give a class another name; its year group follows where it had followed the old name."""

    def run(work: Work) -> int:
        found = work.get(SchoolClass, class_id)
        wanted = tidy(name)
        check(work, SchoolClass(school_year_id=found.school_year_id, name=wanted, kind=found.kind), but=class_id)
        work.label = N_("Rename class {name} to {new}", name=found.name, new=wanted)
        if found.kind == "class" and _follows_its_name(work, found):
            found.year_group_id = ensure_year_group(work, year_label_of(wanted))
        found.name = wanted
        return class_id

    return Operation(N_("Rename a class"), run)


def _follows_its_name(work: Work, found: SchoolClass) -> bool:
    if found.year_group_id is None:
        return True
    return work.get(YearGroup, found.year_group_id).label == year_label_of(found.name)


def edit(class_id: int, named: str, /, **values: Any) -> Operation[int]:
    """Set year_group_id, room_id or staff_id of a class; *named* is its name for the history."""
    return change(SchoolClass, class_id, values, N_("Change class {name}", name=named))


def delete(class_id: int, name: str) -> Operation[None]:
    """Delete a class that nobody is or was in; objects where children, courses or days off need it."""

    def run(work: Work) -> None:
        if work.one(ClassMembership, school_class_id=class_id):
            raise Objection(
                N_("Children are or were in {name}.", name=name),
                advice=N_("Please give them another class first; the class then simply stays empty."),
            )
        if work.one(CourseClass, school_class_id=class_id) or work.one(DayOff, school_class_id=class_id):
            raise Objection(
                N_("Courses or days off are meant for {name}.", name=name),
                advice=N_("Please take the class out of them first."),
            )
        work.delete(work.get(SchoolClass, class_id))

    return Operation(N_("Delete class {name}", name=name), run)


def add_year_group(label: str) -> Operation[int]:
    """Add a year group in its order; objects to an empty or a second label."""

    def run(work: Work) -> int:
        before = {group.id for group in work.all(YearGroup)}
        made = ensure_year_group(work, label)
        if made in before:
            there = work.get(YearGroup, made).label
            raise Objection(N_("There is already a year group {label}.", label=there))
        return made

    return Operation(N_("Add year group {label}", label=label), run)


def rename_year_group(year_group_id: int, label: str) -> Operation[int]:
    """Give a year group another label; objects to an empty one and to that of another year group."""

    def run(work: Work) -> int:
        found = work.get(YearGroup, year_group_id)
        wanted = tidy(label)
        if not wanted:
            raise Objection(N_("A year group needs a name."))
        for other in work.all(YearGroup):
            if other.id != year_group_id and other.label.casefold() == wanted.casefold():
                raise Objection(N_("There is already a year group {label}.", label=other.label))
        work.label = N_("Rename year group {label} to {new}", label=found.label, new=wanted)
        found.label = wanted
        return year_group_id

    return Operation(N_("Rename a year group"), run)


def move_year_group(year_group_id: int, step: int) -> Operation[int]:
    """Move a year group *step* places down in their order (up, where it is negative), at most to an end."""

    def run(work: Work) -> int:
        order = sorted(work.all(YearGroup), key=lambda group: (group.position, group.id))
        moved = work.get(YearGroup, year_group_id)
        place = order.index(moved)
        order.insert(min(max(place + step, 0), len(order) - 1), order.pop(place))
        for position, group in enumerate(order):
            group.position = position
        work.label = N_("Move year group {label}", label=moved.label)
        return year_group_id

    return Operation(N_("Move a year group"), run)


def delete_year_group(year_group_id: int, label: str) -> Operation[None]:
    """Delete a year group; objects where children, classes, courses or days off need it."""

    def run(work: Work) -> None:
        for kind in (Pupil, SchoolClass, CourseYearGroup, DayOff):
            if work.one(kind, year_group_id=year_group_id):
                raise Objection(
                    N_("Year group {label} is still used.", label=label),
                    advice=N_("Please give its children, classes and courses another year group first."),
                )
        work.delete(work.get(YearGroup, year_group_id))

    return Operation(N_("Delete year group {label}", label=label), run)


def check(work: Work, found: SchoolClass, *, but: int | None = None) -> None:
    """Object to what a class cannot be; *but* is the class that may bear the name already."""
    if not found.name:
        raise Objection(N_("A class needs a name."))
    if found.kind not in CLASS_KINDS:
        raise ValueError(found.kind)
    for other in work.all(SchoolClass, school_year_id=found.school_year_id, kind=found.kind):
        if other.id != but and other.name.casefold() == found.name.casefold():
            raise _there_already(other)


def _there_already(found: SchoolClass) -> Objection:
    message: Message = (
        N_("There is already a group {group}.", group=found.name)
        if found.kind == "group"
        else N_("There is already a class {name}.", name=found.name)
    )
    return Objection(message)
