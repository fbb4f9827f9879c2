"""What can be done with the people who lead courses."""

from typing import Any

from ganztag.domain.courses import CourseStaff, MeetingLeader
from ganztag.domain.objection import Objection
from ganztag.domain.school import SchoolClass
from ganztag.domain.sessions import SessionLeader
from ganztag.domain.staff import STAFF_KINDS, Staff
from ganztag.domain.text import tags
from ganztag.language import N_, Message, _
from ganztag.operations.course_rules import refuse_only_choice
from ganztag.operations.editing import renewed, tidied
from ganztag.operations.operation import Operation, Work

FIELDS: dict[str, Message] = {
    "code": N_("code"),
    "surname": N_("surname"),
    "prefix": N_("name prefix"),
    "call_name": N_("call name"),
    "kind": N_("kind of work"),
    "email": N_("e-mail"),
    "phone": N_("phone"),
    "external_id": N_("number in another program"),
    "starts": N_("first day"),
    "ends": N_("last day"),
    "note": N_("note"),
    "max_minutes": N_("most hours a week"),
    "qualifications": N_("qualifications"),
    "partner_id": N_("partner"),
}


def add(**values: Any) -> Operation[int]:
    """Add a person; objects to one without a name and to a second code."""

    def run(work: Work) -> int:
        person = Staff()
        set_fields(work, person, values)
        work.label = N_("Add {person}", person=person.full_name)
        return work.add(person).id

    return Operation(N_("Add a person"), run)


def edit(staff_id: int, /, **values: Any) -> Operation[int]:
    """Set one field or several of a person; the fields are named as in the domain."""

    def run(work: Work) -> int:
        person = work.get(Staff, staff_id)
        set_fields(work, person, values)
        if len(values) == 1:
            field = FIELDS[next(iter(values))]
            work.label = N_("{person}: change {field}", person=person.full_name, field=field)
        else:
            work.label = N_("Change {person}", person=person.full_name)
        return staff_id

    return Operation(N_("Change a person"), run)


def duplicate(staff_id: int) -> Operation[int]:
    """Add a person like this one, without code, number and contact."""

    def run(work: Work) -> int:
        old = work.get(Staff, staff_id)
        copy = Staff(surname=old.surname, prefix=old.prefix, kind=old.kind, starts=old.starts, ends=old.ends,
                     partner_id=old.partner_id)  # fmt: skip
        copy.call_name = _("{name} (copy)", name=old.call_name or old.surname)
        work.label = N_("Duplicate {person}", person=old.full_name)
        return work.add(renewed(copy)).id

    return Operation(N_("Duplicate a person"), run)


def delete(staff_id: int) -> Operation[None]:
    """Delete a person with times, papers and contracts; objects to one who leads or led: leaving is a date."""

    def run(work: Work) -> None:
        person = work.get(Staff, staff_id)
        work.label = N_("Delete {person}", person=person.full_name)
        if work.one(MeetingLeader, staff_id=staff_id):
            raise Objection(
                N_("{person} leads courses, or has led some.", person=person.full_name),
                advice=N_("Please enter the last day instead, or give the courses another leader first."),
            )
        if work.one(SchoolClass, staff_id=staff_id):
            raise Objection(
                N_("{person} is the teacher of a class.", person=person.full_name),
                advice=N_("Please give the class another teacher first."),
            )
        if work.one(SessionLeader, staff_id=staff_id) or work.one(SessionLeader, instead_of_id=staff_id):
            raise Objection(
                N_("{person} leads single sessions in place of somebody, or somebody does so in their place.",
                   person=person.full_name),
                advice=N_("Please enter the last day instead, or bring those sessions back to their series first."),
            )  # fmt: skip
        refuse_only_choice(work, CourseStaff, "staff_id", staff_id)
        work.delete(person)

    return Operation(N_("Delete a person"), run)


def set_fields(work: Work, person: Staff, values: dict[str, Any]) -> None:
    """Set fields of a person, text tidied; objects to what a person cannot be. Changes nothing then."""
    tidy = {name: tidied(name, value) for name, value in values.items()}
    if "qualifications" in tidy:
        tidy["qualifications"] = ", ".join(tags(tidy["qualifications"]))
    unknown = tidy.keys() - FIELDS.keys()
    if unknown:
        raise AttributeError(", ".join(sorted(unknown)))
    check(work, {name: tidy.get(name, getattr(person, name)) for name in FIELDS}, getattr(person, "id", None))
    for name, value in tidy.items():
        setattr(person, name, value)
    renewed(person)


def check(work: Work, values: dict[str, Any], staff_id: int | None) -> None:
    """Object to what a person cannot be."""
    if not values["surname"] and not values["call_name"]:
        raise Objection(N_("A person needs a name."), advice=N_("Please enter a surname or a call name."))
    if values["kind"] not in STAFF_KINDS:
        raise Objection(N_("This kind of work is not known."))
    if values["starts"] and values["ends"] and values["ends"] < values["starts"]:
        raise Objection(N_("The last day lies before the first."))
    if values["max_minutes"] is not None and not 0 < values["max_minutes"] <= 60 * 60:
        raise Objection(N_("The most hours a week are from 1 to 60, or none are entered."))
    for other in work.all(Staff, code=values["code"]) if values["code"] else ():
        if other.id != staff_id:
            raise Objection(N_("The code {code} already belongs to {person}.", code=other.code, person=other.full_name))
