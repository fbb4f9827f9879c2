"""The import of times of the week: when rooms and people are there, and when not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ganztag.domain.rooms import RoomTime
from ganztag.domain.staff import StaffTime
from ganztag.exchange.person_names import person_of
from ganztag.exchange.problems import Problem, Reading
from ganztag.exchange.records import TimeRecord
from ganztag.exchange.values import Wrong
from ganztag.language import N_, Message
from ganztag.operations.importing.names import nearest
from ganztag.operations.importing.preview import Change, ImportPlan, Item, Outcome, Request, What
from ganztag.operations.importing.problems import error
from ganztag.operations.importing.resolving import People, Rooms
from ganztag.operations.operation import Work
from ganztag.operations.week_times import FIELDS, OWN, OwnersTimes, overlap, room_times, staff_times, when
from ganztag.queries.import_state.people import rooms, staff
from ganztag.queries.week_times import WeekTime, all_room_times, all_staff_times
from ganztag.storage.reader import Reader


@dataclass(frozen=True)
class Deed:
    """One time to add (*key* None), or the reason of one that is there to change."""

    owner: str
    owner_id: int
    key: int | None
    values: tuple[tuple[str, Any], ...]


class _Known:
    """The school as the rows name it; *times* grows by what the rows before have said."""

    def __init__(self, reader: Reader) -> None:
        found, people = rooms(reader), staff(reader)
        self.rooms, self.people = Rooms(found), People(people)
        self.room_ids = {one.code: one.id for one in found}
        self.names = [one.name for one in people]
        own = [(("room", key), rows) for key, rows in all_room_times(reader).items()]
        own += [(("staff", key), rows) for key, rows in all_staff_times(reader).items()]
        self.times: dict[tuple[str, int], list[WeekTime]] = {
            key: [row for row in rows if row.source == OWN] for key, rows in own
        }

    def owner(self, record: TimeRecord) -> tuple[str, int, str]:
        """Return kind, id and name of whose time it is; raises `Wrong` where the school has no such one."""
        if record.room:
            code = self.rooms.code(record.room)
            if code not in self.room_ids:
                raise Wrong(
                    _unknown(N_("There is no room {name}.", name=record.room), record.room, self.room_ids), "room"
                )
            return "room", self.room_ids[code], code
        try:
            leader = self.people.leader(person_of(record.person))
        except Wrong as wrong:
            raise Wrong(wrong.message, "person") from None
        if leader.key is None:
            message = N_("Nobody here is called {name}.", name=record.person)
            raise Wrong(_unknown(message, record.person, self.names), "person")
        return "staff", leader.key, leader.name


def _unknown(message: Message, text: str, known: Any) -> Message:
    near = nearest(text, known)
    return message if near is None else N_("{message} Did you mean {name}?", message=message, name=near)


def compare(reader: Reader, reading: Reading[TimeRecord], _request: Request, _today: date) -> Outcome:
    """Return what the file means for the times of rooms and people."""
    known, items, problems = _Known(reader), [], []
    for record in reading.records:
        try:
            items.append(_item(record, known))
        except Wrong as wrong:
            problems.append(_problem(record, wrong))
            items.append(Item(record.row, record.sheet, What.WRONG, record.room or record.person))
    return Outcome(tuple(items), tuple(problems))


def _problem(record: TimeRecord, wrong: Wrong) -> Problem:
    return error(record, wrong.message, wrong.key)


def _item(record: TimeRecord, known: _Known) -> Item:
    kind, owner_id, name = known.owner(record)
    deeds: list[Deed] = []
    changes: list[Change] = []
    for row in _rows(record, owner_id):
        times = known.times.setdefault((kind, owner_id), [])
        same = next((one for one in times if _span(one) == _span(row)), None)
        if same is not None:
            if "reason" in record.given and same.reason != row.reason:
                deeds.append(Deed(kind, owner_id, same.id or None, (("reason", row.reason),)))
                changes.append(Change(N_("Reason"), same.reason, row.reason))
            continue
        other = next((one for one in times if one.available == row.available and overlap(one, row)), None)
        if other is not None:
            time = when(other.weekday, other.opens, other.closes)
            raise Wrong(N_("This time overlaps with {time}, which is there already.", time=time), "days")
        times.append(row)
        deeds.append(Deed(kind, owner_id, None, tuple((key, getattr(row, key)) for key in FIELDS)))
        word = N_("free") if row.available else N_("not free")
        changes.append(Change(word, "", str(when(row.weekday, row.opens, row.closes))))
    what = What.UNCHANGED if not deeds else What.NEW if any(deed.key is None for deed in deeds) else What.CHANGED
    return Item(record.row, record.sheet, what, name, tuple(changes), act=tuple(deeds))


def _rows(record: TimeRecord, owner_id: int) -> Iterator[WeekTime]:
    for day in record.days:
        yield WeekTime(
            id=0, owner_id=owner_id, weekday=day, opens=record.opens, closes=record.closes,
            available=record.available, reason=record.reason, source=OWN, starts=record.starts, ends=record.ends,
        )  # fmt: skip


def _span(row: WeekTime) -> tuple[object, ...]:
    return (row.weekday, row.opens, row.closes, row.available, row.starts, row.ends)


_OWNERS: dict[str, OwnersTimes] = {"room": room_times, "staff": staff_times}


def write(work: Work, plan: ImportPlan) -> None:
    for item in plan.to_do:
        for deed in item.act:
            owner = _OWNERS[deed.owner]
            if deed.key is None:
                work.add(owner.kind(**{owner.key: deed.owner_id, **dict(deed.values)}))
                continue
            thing: RoomTime | StaffTime = work.get(owner.kind, deed.key)
            for name, value in deed.values:
                setattr(thing, name, value)
