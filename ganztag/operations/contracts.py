"""What can be done with contracts, and with what people declare to earn elsewhere."""

from datetime import date, timedelta
from typing import Any

from ganztag.domain.contracts import ALLOWANCES, UNIT_MINUTES, Contract, IncomeElsewhere
from ganztag.domain.objection import Objection
from ganztag.domain.staff import Staff
from ganztag.language import N_
from ganztag.operations.editing import tidied
from ganztag.operations.operation import Operation, Work


def add(staff_id: int, **values: Any) -> Operation[int]:
    """Add a contract with a person; what is not given is taken over from the last one, its number and days not."""

    def run(work: Work) -> int:
        work.label = N_("{person}: add a contract", person=work.get(Staff, staff_id).full_name)
        return add_contract(work, staff_id, values)

    return Operation(N_("Add a contract"), run)


def add_contract(work: Work, staff_id: int, values: dict[str, Any]) -> int:
    """Add a contract and return its id; rate, unit and allowance go on as in the last one."""
    known = work.all(Contract, staff_id=staff_id)
    last = max(known, key=lambda one: (one.starts or date.min, one.id), default=None)
    contract = Contract(staff_id=staff_id)
    if last is not None:
        contract.rate_cents, contract.unit_minutes = last.rate_cents, last.unit_minutes
        contract.allowance = last.allowance
        if last.ends is not None:
            contract.starts = last.ends + timedelta(days=1)
    set_fields(work, contract, values)
    return work.add(contract).id


def edit(contract_id: int, /, **values: Any) -> Operation[int]:
    """Set fields of a contract; they are named as in the domain."""

    def run(work: Work) -> int:
        contract = work.get(Contract, contract_id)
        work.label = N_("{person}: change a contract", person=work.get(Staff, contract.staff_id).full_name)
        set_fields(work, contract, values)
        return contract_id

    return Operation(N_("Change a contract"), run)


def delete(contract_id: int) -> Operation[None]:
    """Delete a contract; the fees of its time are then without a rate."""

    def run(work: Work) -> None:
        contract = work.get(Contract, contract_id)
        work.label = N_("{person}: delete a contract", person=work.get(Staff, contract.staff_id).full_name)
        work.delete(contract)

    return Operation(N_("Delete a contract"), run)


def set_fields(work: Work, contract: Contract, values: dict[str, Any]) -> None:
    """Set fields of a contract; objects to what it cannot be."""
    for name, value in values.items():
        if name in ("id", "staff_id") or name not in vars(Contract)["__dataclass_fields__"]:
            raise AttributeError(name)
        setattr(contract, name, tidied(name, value))
    if contract.unit_minutes not in UNIT_MINUTES:
        raise Objection(N_("The rate is for 45, 60 or 90 minutes."))
    if contract.allowance not in ALLOWANCES:
        raise Objection(N_("This allowance is not known."))
    if contract.rate_cents is not None and contract.rate_cents < 0:
        raise Objection(N_("A rate is 0 or more."))
    if contract.starts and contract.ends and contract.ends < contract.starts:
        raise Objection(N_("The last day lies before the first."))
    with work.unwritten():
        _check_number(work, contract)


def _check_number(work: Work, contract: Contract) -> None:
    if not contract.number:
        return
    for other in work.all(Contract, number=contract.number):
        if other is not contract:
            person = work.get(Staff, other.staff_id).full_name
            raise Objection(N_("The contract {number} is already that of {person}.", number=contract.number,
                               person=person))  # fmt: skip


def declare(staff_id: int, year: int, cents: int | None) -> Operation[None]:
    """Note what a person said to earn elsewhere in a calendar year under the same allowance; None: nothing is known."""

    def run(work: Work) -> None:
        person = work.get(Staff, staff_id)
        work.label = N_("{person}: income elsewhere in {year}", person=person.full_name, year=str(year))
        if cents is not None and cents < 0:
            raise Objection(N_("An income is 0 or more."))
        known = work.one(IncomeElsewhere, staff_id=staff_id, year=year)
        if cents is None:
            work.remove(IncomeElsewhere, staff_id=staff_id, year=year)
        elif known is None:
            work.add(IncomeElsewhere(staff_id=staff_id, year=year, cents=cents, declared_on=work.today))
        else:
            known.cents, known.declared_on = cents, work.today

    return Operation(N_("Note an income elsewhere"), run)
