"""Partner organisations out of a table."""

from ganztag.domain.text import tidy
from ganztag.exchange.problems import Reading
from ganztag.exchange.records import PartnerRecord
from ganztag.exchange.rows import RowReader, Walk, row_name
from ganztag.exchange.tables import Table
from ganztag.exchange.values import date_of
from ganztag.language import N_


def read_partners(table: Table) -> Reading[PartnerRecord]:
    """Return the partners; the same name twice is refused."""
    walk: Walk[PartnerRecord] = Walk(table)
    walk.through(_partner)
    first: dict[str, PartnerRecord] = {}
    for record in walk.records:
        other = first.setdefault(record.name.casefold(), record)
        if other is not record:
            walk.refuse(record, N_("The partner {partner} stands twice in the file, see {other}.", partner=record.name,
                                   other=row_name(other)))  # fmt: skip
    return walk.reading()


def _partner(reader: RowReader) -> PartnerRecord:
    name = reader.text("name")
    if not name and reader.is_sound:
        reader.wrong("name", N_("This row names no partner."))
    starts, ends = reader.value("starts", date_of), reader.value("ends", date_of)
    if starts is not None and ends is not None and ends < starts:
        reader.wrong("ends", N_("The last day lies before the first."))
    return PartnerRecord(
        row=reader.row.number,
        sheet=reader.part.sheet,
        given=reader.part.given,
        name=name,
        contact=reader.text("contact"),
        phone=reader.text("phone"),
        email=reader.text("email"),
        agreement=reader.text("agreement", tidy),
        starts=starts,
        ends=ends,
        note=reader.text("note", tidy),
    )
