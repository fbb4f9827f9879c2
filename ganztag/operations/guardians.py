"""What can be done with those who care for a child, and with phone numbers; siblings share guardians."""

from typing import Any

from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Guardian, Guardianship, Phone, Pupil, full_name
from ganztag.language import N_
from ganztag.operations.editing import renewed, tidied
from ganztag.operations.operation import Operation, Work

_OF_THE_LINK = ("relation", "may_pick_up", "emergency_order")


def add(pupil_id: int, *, phone: str = "", **values: Any) -> Operation[int]:
    """Add a guardian of a child; *values* are those of the guardian, relation, may_pick_up and emergency_order."""

    def run(work: Work) -> int:
        pupil = work.get(Pupil, pupil_id)
        work.label = N_("{pupil}: add guardian", pupil=pupil.full_name)
        return add_guardian(work, pupil_id, phone=phone, **values)

    return Operation(N_("Add a guardian"), run)


def add_guardian(work: Work, pupil_id: int, *, phone: str = "", **values: Any) -> int:
    """Add guardian, link and phone number; return the guardian's id."""
    link = {name: values.pop(name) for name in _OF_THE_LINK if name in values}
    guardian = Guardian()
    _set(guardian, values)
    work.add(guardian)
    add_link(work, pupil_id, guardian.id, **link)
    if phone.strip():
        work.add(Phone(guardian_id=guardian.id, number=tidied("number", phone)))
    return guardian.id


def add_link(work: Work, pupil_id: int, guardian_id: int, **values: Any) -> None:
    """Let a guardian care for this child too; called in an emergency after those who are there already."""
    links = work.all(Guardianship, pupil_id=pupil_id)
    if any(link.guardian_id == guardian_id for link in links):
        raise Objection(N_("This guardian is already entered for the child."))
    last = max((link.emergency_order or 0 for link in links), default=0)
    made = Guardianship(pupil_id=pupil_id, guardian_id=guardian_id, emergency_order=last + 1)
    _set(made, values)
    work.add(made)


def link_sibling(pupil_id: int, sibling_id: int) -> Operation[None]:
    """Give a child the guardians of its sibling, from now on shared; objects where there is none to share."""

    def run(work: Work) -> None:
        pupil, sibling = work.get(Pupil, pupil_id), work.get(Pupil, sibling_id)
        work.label = N_("{pupil} and {sibling} are siblings", pupil=pupil.full_name, sibling=sibling.full_name)
        if pupil_id == sibling_id:
            raise Objection(N_("A child is not its own sibling."))
        if not follow_guardians(work, sibling_id, pupil_id):
            raise Objection(N_("{sibling} has no guardians to share.", sibling=sibling.full_name))

    return Operation(N_("Link siblings"), run)


def follow_guardians(work: Work, pupil_id: int, other_id: int) -> int:
    """Let *other* have the child's guardians too; return how many came."""
    there = {link.guardian_id for link in work.all(Guardianship, pupil_id=other_id)}
    links = [link for link in work.all(Guardianship, pupil_id=pupil_id) if link.guardian_id not in there]
    for link in links:
        values = {name: getattr(link, name) for name in _OF_THE_LINK}
        work.add(Guardianship(pupil_id=other_id, guardian_id=link.guardian_id, **values))
    return len(links)


def edit(guardian_id: int, /, **values: Any) -> Operation[int]:
    """Set surname, call_name, email, language or note of a guardian, for all the children."""

    def run(work: Work) -> int:
        guardian = work.get(Guardian, guardian_id)
        _set(guardian, values)
        work.label = N_("Change guardian {guardian}", guardian=full_name(guardian.surname, "", guardian.call_name))
        return guardian_id

    return Operation(N_("Change a guardian"), run)


def edit_link(guardianship_id: int, /, **values: Any) -> Operation[int]:
    """Set relation or may_pick_up of a guardian for one child."""

    def run(work: Work) -> int:
        link = work.get(Guardianship, guardianship_id)
        _set(link, values)
        guardian, pupil = work.get(Guardian, link.guardian_id), work.get(Pupil, link.pupil_id)
        name = full_name(guardian.surname, "", guardian.call_name)
        work.label = N_("{pupil}: change guardian {guardian}", pupil=pupil.full_name, guardian=name)
        return guardianship_id

    return Operation(N_("Change a guardian"), run)


def call_first(guardianship_id: int) -> Operation[None]:
    """Let this guardian be called first in an emergency; the others move behind."""

    def run(work: Work) -> None:
        first = work.get(Guardianship, guardianship_id)
        pupil = work.get(Pupil, first.pupil_id)
        work.label = N_("{pupil}: change who is called first", pupil=pupil.full_name)
        others = [link for link in work.all(Guardianship, pupil_id=first.pupil_id) if link is not first]
        others.sort(key=lambda link: (link.emergency_order is None, link.emergency_order, link.id))
        for order, link in enumerate([first, *others], start=1):
            link.emergency_order = order

    return Operation(N_("Change who is called first"), run)


def unlink(pupil_id: int, guardian_id: int) -> Operation[None]:
    """Let a guardian care for this child no more; without any child the guardian is deleted."""

    def run(work: Work) -> None:
        pupil, guardian = work.get(Pupil, pupil_id), work.get(Guardian, guardian_id)
        name = full_name(guardian.surname, "", guardian.call_name)
        work.label = N_("{pupil}: remove guardian {guardian}", pupil=pupil.full_name, guardian=name)
        work.remove(Guardianship, pupil_id=pupil_id, guardian_id=guardian_id)
        forget_guardians(work, {guardian_id})

    return Operation(N_("Remove a guardian"), run)


def forget_guardians(work: Work, guardian_ids: set[int]) -> None:
    """Delete those of the guardians who care for no child any more."""
    still = {link.guardian_id for link in work.all(Guardianship, guardian_id=guardian_ids)}
    work.remove(Guardian, id=guardian_ids - still)


def add_phone(number: str, *, guardian_id: int | None = None, pupil_id: int | None = None) -> Operation[int]:
    """Add a phone number of a guardian, or of the child itself."""

    def run(work: Work) -> int:
        made = Phone(guardian_id=guardian_id, pupil_id=pupil_id, number=tidied("number", number))
        if not made.number:
            raise Objection(N_("A phone number is missing."))
        return work.add(made).id

    return Operation(N_("Add a phone number"), run)


def edit_phone(phone_id: int, number: str, label: str | None = None) -> Operation[None]:
    """Change a phone number; an empty number takes it away."""

    def run(work: Work) -> None:
        phone = work.get(Phone, phone_id)
        phone.number = tidied("number", number)
        phone.label = phone.label if label is None else tidied("label", label)
        if not phone.number:
            work.delete(phone)

    return Operation(N_("Change a phone number"), run)


def _set(thing: Guardian | Guardianship, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if not hasattr(thing, name):
            raise AttributeError(name)
        setattr(thing, name, tidied(name, value))
    if isinstance(thing, Guardian):
        if not thing.surname and not thing.call_name:
            raise Objection(N_("A guardian needs a name."))
        renewed(thing)
