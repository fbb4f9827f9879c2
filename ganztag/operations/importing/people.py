"""The import of staff: known by number, by code, by name."""

from collections import defaultdict
from datetime import date

from ganztag.domain.pupils import family_name, list_name
from ganztag.domain.staff import Staff
from ganztag.exchange.problems import Problem, Reading
from ganztag.exchange.records import StaffRecord
from ganztag.exchange.words import STAFF_KIND, word_for
from ganztag.language import N_, number
from ganztag.operations.importing.differences import Said, differences, stated
from ganztag.operations.importing.names import better_spelling, family_parts, person_key
from ganztag.operations.importing.preview import Change, ImportPlan, Item, Outcome, Request, What
from ganztag.operations.importing.problems import error
from ganztag.operations.importing.staff_records import (
    CONTRACT,
    PAPERS,
    PARTNER,
    More,
    more_of,
    papers_to_ask,
    write_more,
)
from ganztag.operations.operation import Work
from ganztag.operations.staff import set_fields
from ganztag.queries.import_state.people import KnownStaff, staff
from ganztag.queries.import_state.staff_records import staff_records
from ganztag.storage.reader import Reader


def compare(reader: Reader, reading: Reading[StaffRecord], _request: Request, today: date) -> Outcome:
    """Return what the file means for the staff of the school."""
    known, records = staff(reader), staff_records(reader, today)
    claimed: dict[int, StaffRecord] = {}
    found: dict[tuple[str, int], KnownStaff] = {}
    for mark in (_by_number, _by_code, _by_name):
        index = defaultdict(list)
        for one in known:
            index[mark(one)].append(one)
        for record in reading.records:
            fitting = [one for one in index.get(mark(record), ()) if one.id not in claimed]
            if mark(record) is not None and (record.sheet, record.row) not in found and len(fitting) == 1:
                claimed[fitting[0].id] = record
                found[record.sheet, record.row] = fitting[0]
    codes = {one.code.casefold(): one for one in known if one.code}
    items, problems = [], []
    for record in reading.records:
        person = found.get((record.sheet, record.row))
        problem = _code_taken(record, person, codes)
        if problem is not None:
            problems.append(problem)
            items.append(Item(record.row, record.sheet, What.WRONG, _name(record)))
        else:
            items.append(_item(record, person, more_of(record, person, records, today)))
    return Outcome(tuple(items), tuple(problems), creates=tuple(papers_to_ask(reading.records, records)))


def _by_number(one: StaffRecord | KnownStaff) -> object | None:
    return one.external_id or None


def _by_code(one: StaffRecord | KnownStaff) -> object | None:
    return one.code.casefold() or None


def _by_name(one: StaffRecord | KnownStaff) -> object | None:
    prefix = one.prefix if isinstance(one, KnownStaff) else ""
    return person_key(one.surname, prefix, one.call_name)


def _code_taken(record: StaffRecord, person: KnownStaff | None, codes: dict[str, KnownStaff]) -> Problem | None:
    other = codes.get(record.code.casefold()) if record.code else None
    if other is None or (person is not None and other.id == person.id):
        return None
    message = N_("The code {code} already belongs to {person}.", code=record.code, person=other.name)
    return error(record, message, "code")


def _name(record: StaffRecord) -> str:
    return list_name(record.surname, "", record.call_name)


def _item(record: StaffRecord, person: KnownStaff | None, more: More) -> Item:
    if person is None:
        prefix, surname = family_parts(record.surname)
        fields = {"prefix": prefix, "surname": surname, "call_name": record.call_name, **stated(_said(record))}
        fields |= more.act
        return Item(record.row, record.sheet, What.NEW, _name(record), act=tuple(fields.items()))
    fields, changes = differences(_said(record), person, record.given)
    old = family_name(person.surname, person.prefix)
    family = better_spelling(record.surname, old)
    if family != old:
        fields["prefix"], fields["surname"] = family_parts(family)
        changes.append(Change(N_("Surname"), old, family))
    call_name = better_spelling(record.call_name, person.call_name)
    if call_name != person.call_name:
        fields["call_name"] = call_name
        changes.append(Change(N_("Call name"), person.call_name, call_name))
    fields |= more.act
    changes += more.changes
    what = What.CHANGED if fields else What.UNCHANGED
    return Item(record.row, record.sheet, what, _name(record), tuple(changes), person.id, tuple(fields.items()))


def _said(record: StaffRecord) -> tuple[Said, ...]:
    return (
        Said("code", N_("Code"), record.code),
        Said("kind", N_("Kind"), record.kind, words=_kind_in_words),
        Said("email", N_("E-mail"), record.email),
        Said("phone", N_("Phone"), record.phone),
        Said("external_id", N_("ID"), record.external_id),
        Said("max_minutes", N_("Most hours a week"), record.max_minutes, words=_hours_in_words),
        Said("qualifications", N_("Qualifications"), record.qualifications),
    )


def _kind_in_words(kind: str) -> str:
    return word_for(STAFF_KIND, kind)


def _hours_in_words(minutes: int | None) -> str:
    return "" if minutes is None else number(minutes / 60)


def write(work: Work, plan: ImportPlan) -> None:
    for item in plan.to_do:
        person = work.get(Staff, item.key) if item.key is not None else Staff()
        act = dict(item.act)
        set_fields(
            work, person, {name: value for name, value in act.items() if name not in (PARTNER, CONTRACT, PAPERS)}
        )
        if item.key is None:
            work.add(person)
        partner_id = write_more(work, person.id, act)
        if partner_id is not None:
            person.partner_id = partner_id
