"""The import of rooms."""

from collections.abc import Iterable, Iterator
from datetime import date

from ganztag.domain.rooms import Room
from ganztag.exchange.header_words import numbered
from ganztag.exchange.problems import Problem, Reading
from ganztag.exchange.records import RoomRecord
from ganztag.language import N_, _
from ganztag.operations.editing import renewed, tidied
from ganztag.operations.importing.differences import Said, differences, stated
from ganztag.operations.importing.preview import ImportPlan, Item, Outcome, Request, What
from ganztag.operations.importing.problems import error
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
    return Outcome(tuple(_items(reading, known)), problems=tuple(_no_whole(reading, known)))


def _no_whole(reading: Reading[RoomRecord], known: dict[str, KnownRoom]) -> Iterator[Problem]:
    """Yield the rows that say to be part of a room that is neither here nor in the file."""
    there = {room_key(record.code) for record in reading.records} | {room_key(code) for code in known}
    for record in reading.records:
        if record.part_of and room_key(record.part_of) not in there:
            yield error(record, N_("There is no room {name}.", name=record.part_of), "part_of")


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
        Said("building", N_("Building"), record.building),
        Said("setup_minutes", N_("Set-up (minutes)"), record.setup, column="setup"),
        Said("cleanup_minutes", N_("Clean-up (minutes)"), record.cleanup, column="cleanup"),
        Said("several_courses", N_("Several courses at once"), record.shared, True, "shared", _yes_or_no),
        Said("part_of", N_("Part of"), record.part_of, empty_counts=True),
    )


def _yes_or_no(value: bool) -> str:
    return _("yes") if value else _("no")


def write(work: Work, plan: ImportPlan) -> None:
    parts: list[tuple[Room, str]] = []
    for item in plan.to_do:
        room = work.get(Room, item.key) if item.key is not None else Room(code="")
        for name, value in item.act:
            if name == "part_of":
                parts.append((room, value))
            else:
                setattr(room, name, tidied(name, value))
        check(work, renewed(room))
        if item.key is None:
            work.add(room)
    _set_parts(work, parts)


def _set_parts(work: Work, parts: Iterable[tuple[Room, str]]) -> None:
    """Make rooms parts of others, once all are there."""
    known = {room_key(room.code): room.id for room in work.all(Room)}
    for room, whole in parts:
        room.part_of_id = known.get(room_key(whole)) if whole else None  # its row may be left out
        check(work, room)
