"""What can be done with a child's own data: add, change, duplicate, delete."""

from datetime import date
from typing import Any

from ganztag.domain.enrolment import Enrolment
from ganztag.domain.objection import Objection
from ganztag.domain.pupils import SEXES, Guardianship, Pupil
from ganztag.domain.school_year import WEEKDAYS
from ganztag.language import N_, Message, _
from ganztag.operations.belonging import follow_class, move_to_class
from ganztag.operations.editing import renewed, tidied
from ganztag.operations.guardians import follow_guardians, forget_guardians
from ganztag.operations.operation import Operation, Work
from ganztag.operations.spans import day_that_counts
from ganztag.operations.staying import book, follow_stay

FIELDS: dict[str, Message] = {
    "surname": N_("surname"),
    "prefix": N_("name prefix"),
    "call_name": N_("call name"),
    "first_names": N_("all first names"),
    "native_name": N_("name in its own script"),
    "birth_date": N_("date of birth"),
    "sex": N_("sex"),
    "year_group_id": N_("year group"),
    "entry": N_("day of joining"),
    "exit": N_("day of leaving"),
    "family_language": N_("family language"),
    "note": N_("note"),
    "support": N_("need of support"),
}


def add(
    *, class_id: int | None = None, weekdays: tuple[int, ...] = WEEKDAYS, day: date | None = None, **values: Any
) -> Operation[int]:
    """Add a child, in a class and booked on *weekdays* from *day* on (default: today in the half-year)."""

    def run(work: Work) -> int:
        pupil = Pupil()
        set_fields(work, pupil, values)
        work.add(pupil)
        work.label = N_("Add {pupil}", pupil=pupil.full_name)
        since = day_that_counts(work, day)
        if class_id is not None:
            move_to_class(work, pupil.id, class_id, since)
        book(work, pupil.id, weekdays, since)
        return pupil.id

    return Operation(N_("Add a child"), run)


def edit(pupil_id: int, /, **values: Any) -> Operation[int]:
    """Set one field or several of a child; the fields are named as in the domain."""

    def run(work: Work) -> int:
        pupil = work.get(Pupil, pupil_id)
        set_fields(work, pupil, values)
        if len(values) == 1:
            work.label = N_("{pupil}: change {field}", pupil=pupil.full_name, field=FIELDS[next(iter(values))])
        else:
            work.label = N_("Change {pupil}", pupil=pupil.full_name)
        return pupil_id

    return Operation(N_("Change a child"), run)


_OWN = ("first_names", "native_name", "note", "support")


def duplicate(pupil_id: int) -> Operation[int]:
    """Add a child like this one (a twin): same family, class, days and guardians, no first names, no number."""

    def run(work: Work) -> int:
        old = work.get(Pupil, pupil_id)
        values = {name: getattr(old, name) for name in FIELDS if name not in _OWN}
        values["call_name"] = _("{name} (copy)", name=old.call_name or old.surname)
        copy = Pupil()
        set_fields(work, copy, values)
        work.add(copy)
        since = day_that_counts(work)
        follow_class(work, pupil_id, copy.id, since)
        follow_stay(work, pupil_id, copy.id, since)
        follow_guardians(work, pupil_id, copy.id)
        work.label = N_("Duplicate {pupil}", pupil=old.full_name)
        return copy.id

    return Operation(N_("Duplicate a child"), run)


def delete(pupil_id: int) -> Operation[None]:
    """Delete a child with its wishes; objects where it has been in courses: leaving is a date."""

    def run(work: Work) -> None:
        pupil = work.get(Pupil, pupil_id)
        work.label = N_("Delete {pupil}", pupil=pupil.full_name)
        if work.one(Enrolment, pupil_id=pupil_id):
            raise Objection(
                N_("{pupil} has been in courses, so this cannot be deleted.", pupil=pupil.full_name),
                advice=N_("Please enter the day of leaving instead; the lists of the past then stay right."),
            )
        guardians = {link.guardian_id for link in work.all(Guardianship, pupil_id=pupil_id)}
        work.delete(pupil)
        forget_guardians(work, guardians)

    return Operation(N_("Delete a child"), run)


def set_fields(work: Work, pupil: Pupil, values: dict[str, Any]) -> None:
    """Set fields of a child, text tidied; objects to what a child cannot be. Changes nothing then."""
    tidy = {name: tidied(name, value) for name, value in values.items()}
    unknown = tidy.keys() - FIELDS.keys()
    if unknown:
        raise AttributeError(", ".join(sorted(unknown)))
    check({name: tidy.get(name, getattr(pupil, name)) for name in FIELDS}, work.today)
    for name, value in tidy.items():
        setattr(pupil, name, value)
    renewed(pupil)


def check(values: dict[str, Any], today: date) -> None:
    """Object to what a child cannot be."""
    if not values["surname"] and not values["call_name"]:
        raise Objection(N_("A child needs a name."), advice=N_("Please enter a surname or a call name."))
    if values["sex"] not in SEXES:
        raise Objection(N_("Sex is m, f, d or empty."))
    if values["birth_date"] is not None and values["birth_date"] > today:
        raise Objection(N_("The date of birth lies in the future."))
    if values["entry"] and values["exit"] and values["exit"] < values["entry"]:
        raise Objection(N_("The day of leaving lies before the day of joining."))
