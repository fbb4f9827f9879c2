"""The import of rooms."""

from collections.abc import Iterator
from datetime import date

from ganztag.domain.rooms import Room
from ganztag.exchange.header_words import numbered
from ganztag.exchange.problems import Reading
from ganztag.exchange.records import RoomRecord
from ganztag.language import N_
from ganztag.operations.editing import renewed, tidied
from ganztag.operations.importing.differences import Said, differences, stated
from ganztag.operations.importing.preview import ImportPlan, Item, Outcome, Request, What
from ganztag.operations.operation import Work
from ganztag.operations.rooms import check
from ganztag.queries.import_state.people import KnownRoom, rooms
from ganztag.storage.reader import Reader


def room_key(code: str) -> str:
    """Return what spellings of one room share: ``R 104`` and ``r104``."""
    return numbered(code) or code.casefold()


def compare(reader: Reader, reading: Reading[RoomRecord], _request: Request, _today: date) -> Outcome:
    """Return what the file means for the rooms of the school."""
    known: dict[str, KnownRoom] = {}
    for room in rooms(reader):
        known.setdefault(room_key(room.code), room)
        known[room.code] = room
    return Outcome(tuple(_items(reading, known)))


def _items(reading: Reading[RoomRecord], known: dict[str, KnownRoom]) -> Iterator[Item]:
    for record in reading.records:
        room = known.get(record.code) or known.get(room_key(record.code))
        if room is None:
            fields = {"code": record.code, **stated(_said(record))}
            yield Item(record.row, record.sheet, What.NEW, record.code, act=tuple(fields.items()))
            continue
        changed, words = differences(_said(record), room, record.given)
        what = What.CHANGED if changed else What.UNCHANGED
        yield Item(record.row, record.sheet, what, room.code, tuple(words), room.id, tuple(changed.items()))


def _said(record: RoomRecord) -> tuple[Said, ...]:
    return (
        Said("name", N_("Name"), record.name),
        Said("seats", N_("Places"), record.seats),
        Said("equipment", N_("Equipment"), record.equipment),
    )


def write(work: Work, plan: ImportPlan) -> None:
    for item in plan.to_do:
        room = work.get(Room, item.key) if item.key is not None else Room(code="")
        for name, value in item.act:
            setattr(room, name, tidied(name, value))
        check(work, renewed(room))
        if item.key is None:
            work.add(room)
