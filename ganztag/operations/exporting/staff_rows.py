"""Staff with contract and papers, and partners, as tables."""

from collections.abc import Iterator
from datetime import date

from ganztag.domain.contracts import current
from ganztag.domain.pupils import family_name
from ganztag.domain.text import tidy
from ganztag.exchange import fields
from ganztag.exchange.kinds import Kind
from ganztag.exchange.paper_columns import header
from ganztag.exchange.staff_values import NOT_NEEDED
from ganztag.exchange.words import ALLOWANCE, STAFF_KIND, word_for
from ganztag.language import date as in_words
from ganztag.language import speaking
from ganztag.queries.import_state.people import staff
from ganztag.queries.import_state.staff_records import StaffRecords, staff_records
from ganztag.queries.partners import partners
from ganztag.queries.staff_papers import PaperRow
from ganztag.storage.reader import Reader


def staff_table(reader: Reader, day: date) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return titles and rows; one column for each paper that is asked for, German always."""
    known = staff_records(reader, day)
    titles = (*fields.headers(Kind.STAFF), *(header(asked.name) for asked in known.asked))
    with speaking("de"):
        return titles, tuple(_staff_rows(reader, known, day))


def _staff_rows(reader: Reader, known: StaffRecords, day: date) -> Iterator[tuple[str, ...]]:
    for one in staff(reader):
        partner = known.partners.get(one.partner_id) if one.partner_id is not None else None
        papers = {paper.requirement_id: paper for paper in known.papers.get(one.id, ())}
        yield (
            one.code,
            family_name(one.surname, one.prefix),
            one.call_name,
            word_for(STAFF_KIND, one.kind),
            one.email,
            one.phone,
            one.external_id,
            partner.name if partner is not None else "",
            _hours(one.max_minutes),
            one.qualifications,
            *_contract(known, one.id, day),
            *(_paper(papers.get(asked.id)) for asked in known.asked),
        )


def _hours(minutes: int | None) -> str:
    return "" if minutes is None else f"{minutes // 60}:{minutes % 60:02d}" if minutes % 60 else str(minutes // 60)


def _contract(known: StaffRecords, staff_id: int, day: date) -> tuple[str, ...]:
    one = current(known.contracts.get(staff_id, ()), day)
    if one is None:
        return ("",) * 6
    rate = "" if one.rate_cents is None else f"{one.rate_cents // 100},{one.rate_cents % 100:02d}"
    return (one.number, _day(one.starts), _day(one.ends), rate, str(one.unit_minutes),
            word_for(ALLOWANCE, one.allowance))  # fmt: skip


def _paper(paper: PaperRow | None) -> str:
    if paper is None or paper.state == "missing":
        return ""
    if paper.state == "not_needed":
        return NOT_NEEDED
    return f"{_day(paper.seen)} (bis {_day(paper.expires)})" if paper.expires is not None else _day(paper.seen)


def _day(day: date | None) -> str:
    return "" if day is None else in_words(day)


def partner_rows(reader: Reader) -> tuple[tuple[str, ...], ...]:
    """Return the partners; notes in one line."""
    with speaking("de"):
        return tuple(
            (
                one.name,
                one.contact,
                one.phone,
                one.email,
                one.agreement,
                _day(one.starts),
                _day(one.ends),
                tidy(one.note),
            )
            for one in partners(reader)
        )
