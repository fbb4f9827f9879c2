"""The import of partner organisations, known by their names."""

from dataclasses import replace
from datetime import date

from ganztag.domain.staff import Partner
from ganztag.domain.text import tidy
from ganztag.exchange.problems import Reading
from ganztag.exchange.records import PartnerRecord
from ganztag.language import N_
from ganztag.operations.editing import renewed, tidied
from ganztag.operations.importing.differences import Said, differences, stated
from ganztag.operations.importing.preview import ImportPlan, Item, Outcome, Request, What
from ganztag.operations.operation import Work
from ganztag.operations.partners import check
from ganztag.queries.partners import PartnerRow, partners
from ganztag.storage.reader import Reader


def compare(reader: Reader, reading: Reading[PartnerRecord], _request: Request, _today: date) -> Outcome:
    """Return what the file means for the partners of the school."""
    known = {row.name.casefold(): row for row in partners(reader)}
    return Outcome(tuple(_item(record, known.get(record.name.casefold())) for record in reading.records))


def _item(record: PartnerRecord, partner: PartnerRow | None) -> Item:
    if partner is None:
        fields = {"name": record.name, **stated(_said(record))}
        return Item(record.row, record.sheet, What.NEW, record.name, act=tuple(fields.items()))
    in_one_line = replace(partner, note=tidy(partner.note))
    changed, words = differences(_said(record), in_one_line, record.given)
    what = What.CHANGED if changed else What.UNCHANGED
    return Item(record.row, record.sheet, what, partner.name, tuple(words), partner.id, tuple(changed.items()))


def _said(record: PartnerRecord) -> tuple[Said, ...]:
    return (
        Said("contact", N_("Contact"), record.contact),
        Said("phone", N_("Phone"), record.phone),
        Said("email", N_("E-mail"), record.email),
        Said("agreement", N_("Agreement"), record.agreement),
        Said("starts", N_("From"), record.starts),
        Said("ends", N_("Until"), record.ends),
        Said("note", N_("Note"), record.note),
    )


def write(work: Work, plan: ImportPlan) -> None:
    for item in plan.to_do:
        partner = work.get(Partner, item.key) if item.key is not None else Partner(name="")
        for name, value in item.act:
            setattr(partner, name, tidied(name, value))
        with work.unwritten():
            check(work, renewed(partner))
        if item.key is None:
            work.add(partner)
