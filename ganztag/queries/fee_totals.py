"""Hours and fees of people in a half-year and in a calendar year, against the allowances of that year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.domain.allowances import Allowance
from ganztag.domain.contracts import PAID_KINDS, current
from ganztag.domain.pupils import full_name, list_name
from ganztag.domain.settings import Settings, in_year
from ganztag.language import sort_key
from ganztag.queries import frame
from ganztag.queries.contracts import ContractRow, IncomeRow, contracts, incomes
from ganztag.queries.fees import FeeRow, Total, fee_rows
from ganztag.queries.settings import settings
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Span:
    """Totals up to the day (*held*) and of all of it (*planned*)."""

    held: Total
    planned: Total


@dataclass(frozen=True, slots=True)
class FeeRule:
    """What fees are measured by: the calendar *year*, up to which day, and from where on they are reported."""

    first: date
    last: date
    day: date
    year: int
    report_from: int


@dataclass(frozen=True, slots=True)
class PersonFees:
    """What one person leads and earns; *allowances* are those that the contracts of the year name."""

    id: int
    name: str
    full_name: str
    kind: str
    search_key: str
    half_year: Span
    year: Span
    allowances: tuple[Allowance, ...]
    contract: ContractRow | None
    rule: FeeRule

    @property
    def lacks_rate(self) -> bool:
        """Say whether somebody who is paid by contract leads sessions for which no rate is agreed."""
        return self.kind in PAID_KINDS and self.half_year.planned.unpaid > 0

    @property
    def reported(self) -> bool:
        """Say whether the fees of the calendar year have to be told to the tax office."""
        return self.year.planned.cents > self.rule.report_from

    @property
    def state(self) -> str:
        """Return over, will_be_over, no_rate, near, reported or ok: what matters most."""
        states = {allowance.state for allowance in self.allowances}
        for name, there in (
            ("over", "over" in states), ("will_be_over", "will_be_over" in states), ("no_rate", self.lacks_rate),
            ("near", "near" in states), ("reported", self.reported),
        ):  # fmt: skip
            if there:
                return name
        return "ok"


def fees(reader: Reader, term_id: int | None, day: date, staff_id: int | None = None) -> list[PersonFees]:
    """Return everybody's hours and fees (or one person's) in the half-year and the calendar year of *day*."""
    term, rules = frame.term(reader, term_id), settings(reader)
    first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    rows = fee_rows(reader, min(first, term.starts), max(last, term.ends), staff_id)
    agreed, elsewhere = contracts(reader), incomes(reader)
    rule = FeeRule(term.starts, term.ends, day, day.year, rules.report_fees_from)
    staff = tables.staff
    statement = sa.select(staff.c.id, staff.c.surname, staff.c.prefix, staff.c.call_name, staff.c.kind,
                          staff.c.search_key)  # fmt: skip
    found = [
        PersonFees(
            id=row.id,
            name=list_name(row.surname, row.prefix, row.call_name),
            full_name=full_name(row.surname, row.prefix, row.call_name),
            kind=row.kind,
            search_key=row.search_key,
            half_year=_span(rows.get(row.id, ()), term.starts, term.ends, day),
            year=_span(rows.get(row.id, ()), first, last, day),
            allowances=_allowances(rows.get(row.id, ()), agreed.get(row.id, ()), elsewhere.get((row.id, day.year)),
                                   rules, day),
            contract=current(agreed.get(row.id, ()), day),
            rule=rule,
        )
        for row in reader.rows(statement if staff_id is None else statement.where(staff.c.id == staff_id))
    ]  # fmt: skip
    return sorted(found, key=lambda one: (sort_key(one.name), one.id))


def _span(rows: Sequence[FeeRow], first: date, last: date, day: date) -> Span:
    inside = [row for row in rows if first <= row.day <= last]
    return Span(Total.of(row for row in inside if row.day <= day), Total.of(inside))


def _allowances(
    rows: Sequence[FeeRow], agreed: Sequence[ContractRow], income: IncomeRow | None, rules: Settings, day: date
) -> tuple[Allowance, ...]:
    """Return the allowances of the year; what is earned elsewhere stands against the first of them."""
    limits: Mapping[str, str] = {"trainer": rules.trainer_allowance, "volunteer": rules.volunteer_allowance}
    named = {one.allowance for one in agreed if _touches(one, day.year)}
    left = income.cents if income is not None else 0
    found = []
    for kind in (kind for kind in limits if kind in named):
        under = [row for row in rows if _under(row, kind, day.year)]
        earned = Total.of(row for row in under if row.day <= day).cents
        found.append(Allowance(kind, day.year, in_year(limits[kind], day.year), left, earned, Total.of(under).cents))
        left = 0
    return tuple(found)


def _under(row: FeeRow, kind: str, year: int) -> bool:
    return row.day.year == year and row.contract is not None and row.contract.allowance == kind


def _touches(contract: ContractRow, year: int) -> bool:
    begun = contract.starts is None or contract.starts.year <= year
    return begun and (contract.ends is None or contract.ends.year >= year)
