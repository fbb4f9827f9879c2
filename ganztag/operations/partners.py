"""What can be done with partner organisations."""

from typing import Any

from ganztag.domain.objection import Objection
from ganztag.domain.staff import Partner, Staff
from ganztag.domain.text import tidy
from ganztag.language import N_
from ganztag.operations.editing import change, renewed, tidied
from ganztag.operations.operation import Operation, Work


def add(name: str, **values: Any) -> Operation[int]:
    """Add a partner; objects to an empty or a second name."""

    def run(work: Work) -> int:
        partner = Partner(name=tidy(name), **{key: tidied(key, value) for key, value in values.items()})
        check(work, renewed(partner))
        return work.add(partner).id

    return Operation(N_("Add partner {partner}", partner=name), run)


def edit(partner_id: int, named: str, /, **values: Any) -> Operation[int]:
    """Set fields of a partner; *named* is its name for the history."""
    return change(Partner, partner_id, values, N_("Change partner {partner}", partner=named), rule=check)


def duplicate(partner_id: int, named: str) -> Operation[int]:
    """Add a partner with the same agreement, under a name of its own."""

    def run(work: Work) -> int:
        old = work.get(Partner, partner_id)
        taken = {partner.name for partner in work.all(Partner)}
        number = next(n for n in range(2, len(taken) + 3) if f"{old.name} ({n})" not in taken)
        copy = Partner(name=f"{old.name} ({number})", agreement=old.agreement, starts=old.starts, ends=old.ends)
        return work.add(renewed(copy)).id

    return Operation(N_("Duplicate partner {partner}", partner=named), run)


def delete(partner_id: int, named: str) -> Operation[None]:
    """Delete a partner; objects while people come from it."""

    def run(work: Work) -> None:
        if work.one(Staff, partner_id=partner_id):
            raise Objection(
                N_("People still come from {partner}.", partner=named),
                advice=N_("Please take them from the partner first, or enter its last day."),
            )
        work.delete(work.get(Partner, partner_id))

    return Operation(N_("Delete partner {partner}", partner=named), run)


def ensure_partner(work: Work, name: str) -> int | None:
    """Return the id of the partner of this name in any spelling of case; add it where there is none. "": None."""
    plain = tidy(name)
    if not plain:
        return None
    known = next((one for one in work.all(Partner) if one.name.casefold() == plain.casefold()), None)
    return known.id if known is not None else work.add(renewed(Partner(name=plain))).id


def check(work: Work, partner: Partner) -> None:
    """Object to what a partner cannot be."""
    if not partner.name:
        raise Objection(N_("A partner needs a name."))
    others = (one for one in work.all(Partner) if one is not partner)
    if any(one.name.casefold() == partner.name.casefold() for one in others):
        raise Objection(N_("There is already a partner {partner}.", partner=partner.name))
    if partner.starts and partner.ends and partner.ends < partner.starts:
        raise Objection(N_("The last day lies before the first."))
