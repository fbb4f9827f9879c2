"""What holds for single children in an allocation: together, apart, and hardship."""

from typing import Any

from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Pupil
from ganztag.domain.rule_checks import check_bond, check_hardship
from ganztag.domain.rules import Bond, Hardship
from ganztag.domain.text import tidy
from ganztag.language import N_, Message
from ganztag.operations.operation import Operation, Work

_LABELS: dict[str, Message] = {
    "together": N_("{one} and {other} together"),
    "apart": N_("{one} and {other} apart"),
}


def add(pupil_id: int, other_id: int, kind: str, ballot_id: int | None = None, **values: Any) -> Operation[int]:
    """Let two children be together or apart (*kind*) in a ballot, or in all; *values*: must, reason. Returns its id.

    Objects where the two are bound already.
    """

    def run(work: Work) -> int:
        bond = Bond(pupil_id=pupil_id, other_id=other_id, ballot_id=ballot_id, kind=kind, **values)
        bond.reason = tidy(bond.reason)
        check_bond(bond)
        one, other = work.get(Pupil, pupil_id).full_name, work.get(Pupil, other_id).full_name
        if _is_bound(work, bond):
            raise Objection(
                N_("{one} and {other} are together or apart already.", one=one, other=other),
                advice=N_("Please change that entry."),
            )
        work.label = _LABELS[kind].filled(one=one, other=other)
        return work.add(bond).id

    return Operation(N_("Two children together or apart"), run, tidy(str(values.get("reason", ""))))


def bind(work: Work, pupil_id: int, other_id: int, kind: str, ballot_id: int | None, *, must: bool = False) -> None:
    """Let two children be together or apart, as a part of a larger deed; nothing where they are bound already."""
    bond = Bond(pupil_id=pupil_id, other_id=other_id, ballot_id=ballot_id, kind=kind, must=must)
    check_bond(bond)
    if not _is_bound(work, bond):
        work.add(bond)


def _is_bound(work: Work, bond: Bond) -> bool:
    both = (bond.pupil_id, bond.other_id)
    found = work.all(Bond, pupil_id=both, other_id=both)
    return any(row.ballot_id is None or bond.ballot_id is None or row.ballot_id == bond.ballot_id for row in found)


def edit(bond_id: int, **values: Any) -> Operation[int]:
    """Set kind, must or reason of a bond."""

    def run(work: Work) -> int:
        bond = work.get(Bond, bond_id)
        with work.unwritten():
            _set(bond, values)
            check_bond(bond)
        work.label = _label(work, bond)
        return bond_id

    return Operation(N_("Two children together or apart"), run)


def remove(bond_id: int) -> Operation[None]:
    """Leave it open again whether two children are together."""

    def run(work: Work) -> None:
        bond = work.get(Bond, bond_id)
        work.label = N_("No longer: {bond}", bond=_label(work, bond))
        work.delete(bond)

    return Operation(N_("Remove a bond between two children"), run)


def _label(work: Work, bond: Bond) -> Message:
    one, other = work.get(Pupil, bond.pupil_id).full_name, work.get(Pupil, bond.other_id).full_name
    return _LABELS[bond.kind].filled(one=one, other=other)


def add_hardship(pupil_id: int, reason: str, ballot_id: int | None = None, weight: int = 1) -> Operation[int]:
    """Let a child come before others in a ballot, or in all; objects without a reason. Returns its id."""

    def run(work: Work) -> int:
        made = Hardship(pupil_id=pupil_id, ballot_id=ballot_id, weight=weight, reason=tidy(reason))
        check_hardship(made)
        name = work.get(Pupil, pupil_id).full_name
        if work.one(Hardship, pupil_id=pupil_id, ballot_id=ballot_id):
            raise Objection(N_("{pupil} comes first already.", pupil=name), advice=N_("Please change that entry."))
        work.label = N_("{pupil} comes first", pupil=name)
        return work.add(made).id

    return Operation(N_("A child comes first"), run, tidy(reason))


def edit_hardship(hardship_id: int, **values: Any) -> Operation[int]:
    """Set weight or reason of a hardship."""

    def run(work: Work) -> int:
        found = work.get(Hardship, hardship_id)
        with work.unwritten():
            _set(found, values)
            check_hardship(found)
        work.label = N_("{pupil} comes first", pupil=work.get(Pupil, found.pupil_id).full_name)
        return hardship_id

    return Operation(N_("A child comes first"), run)


def remove_hardship(hardship_id: int) -> Operation[None]:
    """Let a child count as all others do."""

    def run(work: Work) -> None:
        found = work.get(Hardship, hardship_id)
        name = work.get(Pupil, found.pupil_id).full_name
        work.label = N_("{pupil} no longer comes first", pupil=name)
        work.delete(found)

    return Operation(N_("A child no longer comes first"), run)


def _set(thing: Bond | Hardship, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if not hasattr(thing, name):
            raise AttributeError(name)
        setattr(thing, name, tidy(value) if isinstance(value, str) else value)
