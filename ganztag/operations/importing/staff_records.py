"""What a table of staff says of partner, contract and papers: compared with the school, and written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ganztag.domain.contracts import Contract, current
from ganztag.domain.staff_papers import Requirement
from ganztag.exchange.records import ContractPart, StaffRecord
from ganztag.exchange.words import ALLOWANCE, word_for
from ganztag.language import N_, Message, pN_, say
from ganztag.operations import contracts, staff_papers
from ganztag.operations.importing.preview import Change, Creation
from ganztag.operations.operation import Work
from ganztag.operations.partners import ensure_partner
from ganztag.queries.contracts import ContractRow
from ganztag.queries.import_state.people import KnownStaff
from ganztag.queries.import_state.staff_records import StaffRecords

PARTNER, CONTRACT, PAPERS = "partner:", "contract:", "papers:"  # keys of what is no field of the person
_FIELDS: tuple[tuple[str, str, Message], ...] = (
    ("number", "contract_number", N_("Contract no.")),
    ("starts", "contract_starts", N_("Contract from")),
    ("ends", "contract_ends", N_("Contract until")),
    ("rate_cents", "rate", N_("Rate in euros")),
    ("unit_minutes", "unit", N_("Minutes per unit")),
    ("allowance", "allowance", N_("Allowance")),
)


@dataclass
class More:
    """What of a row goes beyond the person's own fields: what to do, and the words for it."""

    act: dict[str, Any] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)


def more_of(record: StaffRecord, person: KnownStaff | None, known: StaffRecords, day: date) -> More:
    """Compare partner, contract and papers of a row with the school."""
    more = More()
    _partner(more, record, person, known)
    _contract(more, record.contract, known.contracts.get(person.id, ()) if person else (), day)
    _papers(more, record, person, known)
    return more


def _partner(more: More, record: StaffRecord, person: KnownStaff | None, known: StaffRecords) -> None:
    now = known.partners.get(person.partner_id) if person is not None and person.partner_id else None
    before = now.name if now is not None else ""
    if record.partner and record.partner.casefold() != before.casefold():
        more.act[PARTNER] = record.partner
        more.changes.append(Change(N_("Partner"), before, record.partner))


def _contract(more: More, said: ContractPart, agreed: tuple[ContractRow, ...], day: date) -> None:
    """A number that the person has not yet is a new contract; without a number it is the one that holds."""
    values = {key: getattr(said, key) for key, _column, _label in _FIELDS if getattr(said, key) not in (None, "")}
    if not values:
        return
    if said.number:
        old = next((one for one in agreed if one.number == said.number), None)
        old = old or next((one for one in agreed if not one.number), None)
    else:
        old = current(agreed, day)
    if old is None and set(values) == {"allowance"} and not said.allowance:
        return
    changed = {key: value for key, value in values.items() if old is None or getattr(old, key) != value}
    if not changed:
        return
    more.act[CONTRACT] = (old.id if old is not None else None, tuple(changed.items()))
    for key, _column, label in _FIELDS:
        if key in changed:
            before = _in_words(key, getattr(old, key)) if old is not None else ""
            more.changes.append(Change(label, before, _in_words(key, changed[key])))


def _in_words(key: str, value: Any) -> str:
    if value is None:
        return ""
    if key == "rate_cents":
        return f"{value // 100},{value % 100:02d}"
    return word_for(ALLOWANCE, value) if key == "allowance" else str(value) if isinstance(value, int) else say(value)


def _papers(more: More, record: StaffRecord, person: KnownStaff | None, known: StaffRecords) -> None:
    now = {paper.requirement_id: paper for paper in known.papers.get(person.id, ())} if person is not None else {}
    ids = {asked.name.casefold(): asked.id for asked in known.asked}
    found = []
    for name, state, seen, ends in record.papers:
        old = now.get(ids.get(name.casefold(), 0))
        before = (old.state, old.seen, old.expires) if old is not None and old.state != "missing" else None
        if before != (state, seen, ends):
            found.append((name, state, seen, ends))
            label = N_("{paper} seen on", paper=name)
            more.changes.append(Change(label, _seen(*before) if before else "", _seen(state, seen, ends)))
    if found:
        more.act[PAPERS] = tuple(found)


def _seen(state: str, seen: date | None, ends: date | None) -> str:
    if state == "not_needed":
        return str(N_("not needed"))
    return " – ".join(say(day) for day in (seen, ends) if day is not None)


def papers_to_ask(records: Iterable[StaffRecord], known: StaffRecords) -> Iterator[Creation]:
    """Return the papers that the file names and that the school does not ask for yet."""
    names = {asked.name.casefold() for asked in known.asked}
    new = dict.fromkeys(name for record in records for name, *_said in record.papers if name.casefold() not in names)
    if new:
        yield Creation(pN_("of people", "Papers"), tuple(new))


def write_more(work: Work, staff_id: int, act: dict[str, Any]) -> int | None:
    """Write contract and papers of a person, and return the id of the partner that the row names."""
    if CONTRACT in act:
        contract_id, values = act[CONTRACT]
        if contract_id is None:
            contracts.add_contract(work, staff_id, dict(values))
        else:
            contracts.set_fields(work, work.get(Contract, contract_id), dict(values))
    for name, state, seen, ends in act.get(PAPERS, ()):
        values = {"state": state, "seen": seen, "expires": ends}
        staff_papers.note(work, staff_id, _asked(work, name), **values)
    return ensure_partner(work, act[PARTNER]) if PARTNER in act else None


def _asked(work: Work, name: str) -> int:
    """Return the id of a paper that is asked for; ask for it from now on where it is new."""
    asked = work.all(Requirement)
    known = next((one for one in asked if one.name.casefold() == name.casefold()), None)
    if known is not None:
        return known.id
    new = Requirement(name="", position=max((one.position for one in asked), default=0) + 1)
    staff_papers.set_requirement(work, new, {"name": name})
    return work.add(new).id
