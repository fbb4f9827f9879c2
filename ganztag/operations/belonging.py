"""What can be done with a child's class, its groups and its numbers in other programs."""

from datetime import date

from ganztag.domain.objection import Objection
from ganztag.domain.pupils import ClassMembership, ExternalId, Pupil
from ganztag.domain.school import SchoolClass
from ganztag.domain.school_year import SchoolYear
from ganztag.domain.text import tidy
from ganztag.language import N_
from ganztag.operations.operation import Operation, Work
from ganztag.operations.spans import day_that_counts, lasting_through, stop, take_up


def set_class(pupil_id: int, class_id: int | None, day: date | None = None) -> Operation[None]:
    """Put a child into a class from *day* on; the class before ends on the day before. None: into no class."""

    def run(work: Work) -> None:
        pupil = work.get(Pupil, pupil_id)
        since = day_that_counts(work, day)
        if class_id is None:
            work.label = N_("{pupil} leaves the class", pupil=pupil.full_name)
            stop(work, memberships(work, pupil_id, _school_year_of(work, since), "class"), since)
            return
        name = work.get(SchoolClass, class_id).name
        work.label = N_("{pupil} into class {name}", pupil=pupil.full_name, name=name)
        move_to_class(work, pupil_id, class_id, since)

    return Operation(N_("Change a child's class"), run)


def move_to_class(work: Work, pupil_id: int, class_id: int, day: date) -> None:
    """Let the child be in this class, and in no other of its school year, from *day* on.

    The year group follows the class where the class has one.
    """
    found = work.get(SchoolClass, class_id)
    here: list[ClassMembership] = []
    elsewhere: list[ClassMembership] = []
    for row in memberships(work, pupil_id, found.school_year_id, found.kind):
        (here if row.school_class_id == class_id else elsewhere).append(row)
    today = next((row for row in elsewhere if row.starts == day), None)
    if not here and today is not None:
        today.school_class_id, today.ends = class_id, None
        elsewhere.remove(today)
    elif not take_up(work, here, day):
        work.add(ClassMembership(pupil_id=pupil_id, school_class_id=class_id, starts=day))
    stop(work, lasting_through(elsewhere, day), day)
    if found.year_group_id is not None:
        work.get(Pupil, pupil_id).year_group_id = found.year_group_id


def memberships(work: Work, pupil_id: int, school_year_id: int | None, kind: str) -> list[ClassMembership]:
    """Return the child's memberships in classes (or groups) of a school year."""
    if school_year_id is None:
        return []
    classes = {found.id for found in work.all(SchoolClass, school_year_id=school_year_id, kind=kind)}
    return [row for row in work.all(ClassMembership, pupil_id=pupil_id) if row.school_class_id in classes]


def _school_year_of(work: Work, day: date) -> int | None:
    return next((year.id for year in work.all(SchoolYear) if year.starts <= day <= year.ends), None)


def follow_class(work: Work, pupil_id: int, other_id: int, day: date) -> None:
    """Put *other* where the child is on *day*: same class, same groups."""
    for row in lasting_through(work.all(ClassMembership, pupil_id=pupil_id), day):
        work.add(ClassMembership(pupil_id=other_id, school_class_id=row.school_class_id, starts=day, ends=row.ends))


def join_group(pupil_id: int, group_id: int, day: date | None = None) -> Operation[None]:
    """Put a child into a group from *day* on; it stays in its class and its other groups."""

    def run(work: Work) -> None:
        pupil, group = work.get(Pupil, pupil_id), work.get(SchoolClass, group_id)
        work.label = N_("{pupil} into group {group}", pupil=pupil.full_name, group=group.name)
        since = day_that_counts(work, day)
        if not take_up(work, work.all(ClassMembership, pupil_id=pupil_id, school_class_id=group_id), since):
            work.add(ClassMembership(pupil_id=pupil_id, school_class_id=group_id, starts=since))

    return Operation(N_("Put a child into a group"), run)


def leave_group(pupil_id: int, group_id: int, day: date | None = None) -> Operation[None]:
    """Take a child out of a group from *day* on."""

    def run(work: Work) -> None:
        pupil, group = work.get(Pupil, pupil_id), work.get(SchoolClass, group_id)
        work.label = N_("{pupil} leaves group {group}", pupil=pupil.full_name, group=group.name)
        rows = work.all(ClassMembership, pupil_id=pupil_id, school_class_id=group_id)
        since = day_that_counts(work, day)
        stop(work, lasting_through(rows, since), since)

    return Operation(N_("Take a child out of a group"), run)


def set_external_id(pupil_id: int, system: str, value: str) -> Operation[None]:
    """Set the number by which another program knows the child; an empty value takes it away."""

    def run(work: Work) -> None:
        pupil = work.get(Pupil, pupil_id)
        work.label = N_(
            "{pupil}: change number in {system}", pupil=pupil.full_name, system=system or N_("other program")
        )
        note_external_id(work, pupil_id, system, value)

    return Operation(N_("Change a child's number"), run)


def note_external_id(work: Work, pupil_id: int, system: str, value: str) -> None:
    """Keep the child's number in *system*; objects where another child has it."""
    system, value = tidy(system), tidy(value)
    found = work.one(ExternalId, pupil_id=pupil_id, system=system)
    if not value:
        if found is not None:
            work.delete(found)
        return
    other = work.one(ExternalId, system=system, value=value)
    if other is not None and other.pupil_id != pupil_id:
        owner = work.get(Pupil, other.pupil_id).full_name
        raise Objection(N_("The number {number} already belongs to {pupil}.", number=value, pupil=owner))
    if found is not None:
        found.value = value
    else:
        work.add(ExternalId(pupil_id=pupil_id, system=system, value=value))
