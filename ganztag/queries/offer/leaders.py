"""The people who may lead: their times, hours, papers, contracts and partners."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import sqlalchemy as sa

from ganztag.domain.contracts import PAID_KINDS
from ganztag.domain.pupils import full_name
from ganztag.planning.offer import Leader, Paper, Pay
from ganztag.queries import contracts, staff_papers
from ganztag.queries.contracts import ContractRow
from ganztag.queries.offer.courses import words
from ganztag.queries.offer.frame import Asked
from ganztag.queries.offer.places import windows
from ganztag.queries.week_times import all_staff_times
from ganztag.storage import tables
from ganztag.storage.reader import Reader


def leaders(reader: Reader, asked: Asked) -> tuple[Leader, ...]:
    times, signed = all_staff_times(reader), contracts.contracts(reader)
    papers, until = staff_papers.papers(reader, asked.day), _agreements(reader)
    paid, declared = pays(signed), _declared(reader)
    return tuple(
        Leader(
            id=row.id,
            name=full_name(row.surname, row.prefix, row.call_name),
            kind=row.kind,
            max_minutes=row.max_minutes,
            starts=row.starts,
            ends=row.ends,
            windows=windows(times.get(row.id, ())),
            papers=tuple(
                Paper(paper.name, paper.state, paper.due, paper.warn_days, paper.required)
                for paper in papers.get(row.id, ())
            ),
            qualifications=words(row.qualifications),
            contracts=tuple((contract.starts, contract.ends) for contract in signed.get(row.id, ())),
            partner=row.partner_id,
            partner_until=until.get(row.partner_id),
            needs_contract=row.kind in PAID_KINDS,
            pays=paid.get(row.id, ()),
            declared=declared.get(row.id, ()),
        )
        for row in reader.rows(sa.select(tables.staff).order_by(tables.staff.c.id))
    )


def pays(signed: Mapping[int, tuple[ContractRow, ...]]) -> Mapping[int, tuple[Pay, ...]]:
    """Return staff id -> what each contract pays; without a rate nothing."""
    return {
        key: tuple(
            Pay(row.id, row.starts, row.ends, row.rate_cents or 0, row.unit_minutes, row.allowance) for row in rows
        )
        for key, rows in signed.items()
    }


def _declared(reader: Reader) -> Mapping[int, tuple[tuple[int, int], ...]]:
    """Return staff id -> (calendar year, cents) of what was earned elsewhere."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (key, year), row in sorted(contracts.incomes(reader).items()):
        found[key].append((year, row.cents))
    return {key: tuple(rows) for key, rows in found.items()}


def _agreements(reader: Reader) -> Mapping[int, date | None]:
    """Return partner -> the last day of its agreement."""
    partner = tables.partner
    return {row.id: row.ends for row in reader.rows(sa.select(partner.c.id, partner.c.ends))}
