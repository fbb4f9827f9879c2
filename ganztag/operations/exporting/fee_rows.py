"""Hours and fees of everybody as a table: written for the payment office, never read again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ganztag.domain.money import plain_money
from ganztag.exchange.words import STAFF_KIND, word_for
from ganztag.exchange.writing import write_table
from ganztag.language import _, number
from ganztag.operations.office import Office
from ganztag.queries.fee_totals import PersonFees, fees
from ganztag.storage.reader import Reader


def export_fees(office: Office, path: Path, term_id: int | None, day: date) -> int:
    """Write hours and fees of the half-year and of the calendar year of *day*; return the number of people."""
    headers, rows = office.read(fee_table, term_id, day)
    write_table(path, headers, rows)
    return len(rows)


def fee_table(reader: Reader, term_id: int | None, day: date) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return titles and rows in the spoken language, people without sessions and contract left out."""
    found = fees(reader, term_id, day)
    year = str(day.year)
    headers = (
        _("Name"), _("Kind"), _("Contract no."), _("Rate"), _("Minutes per unit"), _("Sessions in the half-year"),
        _("Hours in the half-year"), _("Fee in the half-year"), _("Hours in {year}", year=year),
        _("Fee in {year}", year=year), _("Allowance {year}", year=year), _("Earned elsewhere {year}", year=year),
        _("Left of the allowance"),
    )  # fmt: skip
    return headers, tuple(_rows(found))


def _rows(found: list[PersonFees]) -> Iterator[tuple[str, ...]]:
    for one in found:
        if not (one.year.planned.sessions or one.half_year.planned.sessions or one.contract):
            continue
        contract, allowance = one.contract, next(iter(one.allowances), None)
        yield (
            one.name,
            word_for(STAFF_KIND, one.kind),
            contract.number if contract else "",
            plain_money(contract.rate_cents) if contract else "",
            str(contract.unit_minutes) if contract else "",
            str(one.half_year.planned.sessions),
            number(one.half_year.planned.minutes / 60),
            plain_money(one.half_year.planned.cents),
            number(one.year.planned.minutes / 60),
            plain_money(one.year.planned.cents),
            plain_money(allowance.limit) if allowance else "",
            plain_money(allowance.elsewhere) if allowance else "",
            plain_money(allowance.left) if allowance else "",
        )
