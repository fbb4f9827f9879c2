"""Staff and rooms out of a table."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from ganztag.domain.text import tags, tidy
from ganztag.exchange.children import name_part, names_in
from ganztag.exchange.header_words import numbered
from ganztag.exchange.paper_columns import papers_in
from ganztag.exchange.problems import Reading
from ganztag.exchange.records import ContractPart, RoomRecord, StaffRecord
from ganztag.exchange.rows import RowReader, Walk, row_name
from ganztag.exchange.staff_values import amount_of, hours_of, paper_of, unit_of
from ganztag.exchange.tables import Table
from ganztag.exchange.values import choice_of, count_of, date_of
from ganztag.exchange.words import ALLOWANCE, STAFF_KIND, YES
from ganztag.language import N_


def read_staff(table: Table) -> Reading[StaffRecord]:
    """Return the people who lead courses; the same ID, code or whole name twice is refused."""
    walk: Walk[StaffRecord] = Walk(table)
    walk.through(_member)
    first: dict[tuple[str, str], StaffRecord] = {}
    for record in walk.records:
        for what, value in _marks(record):
            other = first.setdefault((what, value), record)
            if other is not record:
                walk.refuse(record, N_("This person stands twice in the file, see {other}.", other=row_name(other)))
                break
    return walk.reading()


def _marks(record: StaffRecord) -> list[tuple[str, str]]:
    """Return by what two rows are known as one person; a name counts only where there is neither ID nor code."""
    marks = [(what, value.casefold()) for what, value in (("id", record.external_id), ("code", record.code)) if value]
    return marks or [("name", f"{name_part(record.surname)} {name_part(record.call_name)}")]


def _member(reader: RowReader) -> StaffRecord:
    surname, call_name, whole = names_in(reader)
    if not surname and not call_name and reader.is_sound:
        reader.wrong("surname" if reader.has("surname") else "whole_name", N_("This row has no name."))
    return StaffRecord(
        row=reader.row.number,
        sheet=reader.part.sheet,
        given=reader.part.given,
        code=reader.text("code"),
        surname=surname,
        call_name=call_name,
        whole_name=whole,
        kind=reader.text("kind", partial(choice_of, STAFF_KIND)) or "teacher",
        email=reader.text("email"),
        phone=", ".join(dict.fromkeys(filter(None, (reader.text("phone"), reader.text("mobile"))))),
        external_id=reader.text("external_id"),
        max_minutes=reader.value("max_minutes", hours_of),
        qualifications=", ".join(tags(reader.text("qualifications", tidy))),
        partner=reader.text("partner"),
        contract=_contract(reader),
        papers=tuple(_papers(reader)),
    )


def _contract(reader: RowReader) -> ContractPart:
    starts, ends = reader.value("contract_starts", date_of), reader.value("contract_ends", date_of)
    if starts is not None and ends is not None and ends < starts:
        reader.wrong("contract_ends", N_("The last day lies before the first."))
    named = bool(reader.raw("allowance").strip())
    return ContractPart(
        number=reader.text("contract_number"),
        starts=starts,
        ends=ends,
        rate_cents=reader.value("rate", amount_of),
        unit_minutes=reader.value("unit", unit_of),
        allowance=reader.value("allowance", partial(choice_of, ALLOWANCE)) if named else None,
    )


def _papers(reader: RowReader) -> Iterator[tuple[str, str, dt.date | None, dt.date | None]]:
    for key, name in papers_in(reader.part):
        said = reader.value(key, paper_of)
        if said is not None:
            yield (name, *said)


def read_rooms(table: Table) -> Reading[RoomRecord]:
    """Return the rooms; the same room twice is refused."""
    walk: Walk[RoomRecord] = Walk(table)
    walk.through(_room)
    first: dict[str, RoomRecord] = {}
    for record in walk.records:
        other = first.setdefault(numbered(record.code) or record.code, record)
        if other is not record:
            message = N_(
                "The room {room} stands twice in the file, see {other}.", room=record.code, other=row_name(other)
            )
            walk.refuse(record, message)
    return walk.reading()


def _room(reader: RowReader) -> RoomRecord:
    code = reader.text("code")
    if not code and reader.is_sound:
        reader.wrong("code", N_("This row names no room."))
    return RoomRecord(
        row=reader.row.number,
        sheet=reader.part.sheet,
        given=reader.part.given,
        code=code,
        name=reader.text("name"),
        seats=reader.value("seats", count_of),
        equipment=reader.text("equipment", tidy),
        building=reader.text("building"),
        setup=reader.value("setup", count_of),
        cleanup=reader.value("cleanup", count_of),
        shared=bool(reader.value("shared", partial(choice_of, YES))),
        part_of=reader.text("part_of"),
    )
