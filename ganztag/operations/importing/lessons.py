"""The import of lessons (Untis GPU001): rooms and teachers become busy; what an earlier import brought is replaced."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ganztag.domain.bell_times import Bells, bells_of
from ganztag.domain.rooms import Room
from ganztag.domain.settings import Setting
from ganztag.domain.staff import Staff
from ganztag.exchange.problems import Problem, Reading
from ganztag.exchange.records import LessonRecord
from ganztag.language import N_, Message, nN_, sort_key
from ganztag.operations.editing import renewed
from ganztag.operations.importing.names import name_key, nearest
from ganztag.operations.importing.preview import Change, Creation, ImportPlan, Item, Outcome, Request, What
from ganztag.operations.importing.problems import error, warning
from ganztag.operations.importing.rooms import room_key
from ganztag.operations.importing.timetable import Busy, Timetable, busy_times, what_of
from ganztag.operations.operation import Work
from ganztag.operations.week_times import UNTIS, room_times, staff_times
from ganztag.planning.timing import Weekday
from ganztag.queries.import_state.people import rooms, staff
from ganztag.queries.settings import settings
from ganztag.queries.week_times import WeekTime, all_room_times, all_staff_times
from ganztag.storage.reader import Reader

Key = int | str  # the id of one that is known, the name of one that comes with the import


@dataclass
class Owners:
    """Rooms or people as the file names them: *known* by key, *named* as the school calls them, *unknown* counted."""

    known: Mapping[str, int]
    named: Mapping[int, str]
    key: Callable[[str], str]
    make: bool
    unknown: Counter[str] = field(default_factory=Counter)
    first: dict[str, LessonRecord] = field(default_factory=dict)

    def of(self, text: str, record: LessonRecord) -> Key | None:
        """Return whose lesson it is; None where nobody is named, or one who is left aside."""
        if not text:
            return None
        found = self.known.get(self.key(text))
        if found is None:
            self.unknown[text] += 1
            self.first.setdefault(text, record)
        return text if found is None and self.make else found

    def name(self, owner: Key) -> str:
        return self.named[owner] if isinstance(owner, int) else owner

    def told(self, sentence: Callable[[str, int], Message]) -> Iterator[Problem]:
        """Yield a warning for each that is left aside, with the name it may mean."""
        for text, count in self.unknown.items():
            message = sentence(text, count)
            near = nearest(text, self.named.values())
            if near is not None:
                message = N_("{message} Did you mean {name}?", message=message, name=near)
            yield warning(self.first[text], message)


def compare(reader: Reader, reading: Reading[LessonRecord], request: Request, _today: date) -> Outcome:
    """Return which times the lessons make, and for which rooms and people they are others than before."""
    kept = settings(reader).bell_times
    bells = bells_of(request.settings.bell_times or kept)
    silent = _without_bell(reading.records, bells)
    if silent:
        return Outcome((), tuple(silent))
    places, people = _rooms(reader, request.settings.make_rooms), _people(reader, request.settings.make_staff)
    lessons = [(one, places.of(one.room, one), people.of(one.teacher, one)) for one in reading.records]
    timetable = Timetable(
        _busy([(owner, one) for one, owner, _person in lessons], bells),
        _busy([(owner, one) for one, _place, owner in lessons], bells),
        request.settings.bell_times,
    )
    old_rooms, old_staff = _imported(all_room_times(reader)), _imported(all_staff_times(reader))
    fresh = _Fresh(
        {owner for owner, busy in timetable.rooms.items() if set(busy) != old_rooms.get(owner)},
        {owner for owner, busy in timetable.staff.items() if set(busy) != old_staff.get(owner)},
    )
    items = [item for one, place, person in lessons for item in _item(one, (place, person), fresh, (places, people))]
    items += [*_gone(old_rooms, timetable.rooms, places), *_gone(old_staff, timetable.staff, people)]
    problems = () if places.make else tuple(places.told(_no_room))
    problems += () if people.make else tuple(people.told(_no_teacher))
    return Outcome(tuple(items), problems, creates=_creates(places, people), extra=timetable)


@dataclass(frozen=True)
class _Fresh:
    """The owners whose times are others than before."""

    rooms: set[Key]
    staff: set[Key]


def _without_bell(records: Iterable[LessonRecord], bells: Bells) -> list[Problem]:
    missing = Counter(one.period for one in records if one.period not in bells)
    return [
        error(
            None,
            nN_("{count} lesson is in period {period}, of which the times are not known. Please enter them.",
                "{count} lessons are in period {period}, of which the times are not known. Please enter them.",
                count, period=str(period)),
        )
        for period, count in sorted(missing.items())
    ]  # fmt: skip


def _rooms(reader: Reader, make: bool) -> Owners:
    found = rooms(reader)
    known = {name_key(one.name): one.id for one in found if one.name} | {room_key(one.code): one.id for one in found}
    both = _Either(known)
    return Owners(known, {one.id: one.code for one in found}, both.key, make)


class _Either:
    """A room is known by its code or by its name."""

    def __init__(self, known: Mapping[str, int]) -> None:
        self._known = known

    def key(self, text: str) -> str:
        return room_key(text) if room_key(text) in self._known else name_key(text)


def _people(reader: Reader, make: bool) -> Owners:
    """Teachers are known by their code, else by a surname that only one has."""
    found = staff(reader)
    surnames = Counter(name_key(one.surname) for one in found if one.surname)
    known = {name_key(one.surname): one.id for one in found if surnames[name_key(one.surname)] == 1}
    known |= {name_key(one.code): one.id for one in found if one.code}
    return Owners(known, {one.id: one.code or one.name for one in found}, name_key, make)


def _busy(owned: Iterable[tuple[Key | None, LessonRecord]], bells: Bells) -> dict[Key, tuple[Busy, ...]]:
    by_owner: dict[Key, list[LessonRecord]] = defaultdict(list)
    for owner, lesson in owned:
        if owner is not None:
            by_owner[owner].append(lesson)
    return {owner: busy_times(lessons, bells) for owner, lessons in by_owner.items()}


def _imported(times: Mapping[int, tuple[WeekTime, ...]]) -> dict[Key, set[Busy]]:
    """Return what an earlier import made, by owner."""
    found: dict[Key, set[Busy]] = {}
    for owner, rows in times.items():
        busy = {Busy(one.weekday, one.opens, one.closes, one.reason) for one in rows
                if one.source == UNTIS and one.opens and one.closes}  # fmt: skip
        if busy:
            found[owner] = busy
    return found


def _item(
    record: LessonRecord, owners: tuple[Key | None, Key | None], fresh: _Fresh, names: tuple[Owners, Owners]
) -> Iterator[Item]:
    """Yield what becomes of a lesson; one whose room and teacher are left aside is none."""
    (place, person), (rooms_, people) = owners, names
    if place is None and person is None:
        return
    changes = []
    if place in fresh.rooms and place is not None:
        changes.append(Change(N_("Room"), "", rooms_.name(place)))
    if person in fresh.staff and person is not None:
        changes.append(Change(N_("Teacher"), "", people.name(person)))
    when = N_("{weekday}, lesson {lesson}", weekday=Weekday(record.weekday), lesson=str(record.period))
    name = f"{when} · {what_of(record)}"
    yield Item(record.row, record.sheet, What.NEW if changes else What.UNCHANGED, name, tuple(changes))


def _gone(old: Mapping[Key, set[Busy]], new: Mapping[Key, Any], names: Owners) -> Iterator[Item]:
    """Yield those whose earlier lessons are no longer in the file: they become free."""
    for owner in sorted(old.keys() - new.keys(), key=str):
        change = Change(N_("Times from the timetable"), str(len(old[owner])), "")
        yield Item(None, "", What.CHANGED, names.name(owner), (change,))


def _no_room(name: str, count: int) -> Message:
    return nN_("There is no room {name} here; {count} lesson stays aside.",
               "There is no room {name} here; {count} lessons stay aside.", count, name=name)  # fmt: skip


def _no_teacher(name: str, count: int) -> Message:
    return nN_("Nobody here has the code {name}; {count} lesson stays aside.",
               "Nobody here has the code {name}; {count} lessons stay aside.", count, name=name)  # fmt: skip


def _creates(places: Owners, people: Owners) -> tuple[Creation, ...]:
    found = (
        Creation(N_("Rooms"), tuple(sorted(places.unknown, key=sort_key)) if places.make else ()),
        Creation(N_("Staff"), tuple(sorted(people.unknown, key=sort_key)) if people.make else ()),
    )
    return tuple(one for one in found if one.names)


def write(work: Work, plan: ImportPlan) -> None:
    """Add the rooms and people that are wanted, and put the new times in place of the old ones."""
    timetable: Timetable = plan.extra
    _keep_bells(work, timetable.bell_times)
    room_ids = {name: work.add(renewed(Room(code=name))).id for name in timetable.rooms if isinstance(name, str)}
    staff_ids = {
        name: work.add(renewed(Staff(code=name, surname=name))).id for name in timetable.staff if isinstance(name, str)
    }
    for owner, busy, made in (
        (room_times, timetable.rooms, room_ids),
        (staff_times, timetable.staff, staff_ids),
    ):
        rows = [
            {owner.key: key if isinstance(key, int) else made[key], **one._asdict()}
            for key, times in busy.items() for one in times
        ]  # fmt: skip
        owner.replace(work, UNTIS, rows)


def _keep_bells(work: Work, text: str) -> None:
    kept = work.one(Setting, name="bell_times")
    if text and kept is None:
        work.add(Setting(name="bell_times", value=text))
    elif text and kept is not None:
        kept.value = text
