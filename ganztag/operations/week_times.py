"""What can be done with the times of the week at which a room is free for courses, or a person can lead them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Protocol

from ganztag.domain.objection import Objection
from ganztag.domain.rooms import Room, RoomTime
from ganztag.domain.school_year import meets_span
from ganztag.domain.staff import Staff, StaffTime
from ganztag.domain.text import tidy
from ganztag.language import N_, Message, nN_
from ganztag.operations.operation import Operation, Work
from ganztag.planning.timing import Weekday

OWN, UNTIS = "own", "untis"
FIELDS = ("weekday", "opens", "closes", "available", "reason", "starts", "ends")


class Timed(Protocol):
    """A time of the week: a thing of the domain, or a row that was read."""

    @property
    def weekday(self) -> int: ...

    @property
    def opens(self) -> time | None: ...

    @property
    def closes(self) -> time | None: ...

    @property
    def starts(self) -> date | None: ...

    @property
    def ends(self) -> date | None: ...


def when(weekday: int, opens: time | None, closes: time | None) -> Message:
    """Return a time of the week in words: Mo 08:00–13:00, Mo from 14:00, Mo until 13:00, Mo all day."""
    day = Weekday(weekday)
    if opens is not None and closes is not None:
        return N_("{weekday} {starts}–{ends}", weekday=day, starts=opens, ends=closes)
    if opens is not None:
        return N_("{weekday} from {starts}", weekday=day, starts=opens)
    if closes is not None:
        return N_("{weekday} until {ends}", weekday=day, ends=closes)
    return N_("{weekday} all day", weekday=day)


def when_of(thing: Timed) -> Message:
    return when(thing.weekday, thing.opens, thing.closes)


@dataclass(frozen=True)
class OwnersTimes:
    """What can be done with the times of rooms, or of people.

    *kind* of the time, the field with its owner's id, and how the owner is called.
    """

    kind: type[Any]
    key: str
    name: Callable[[Work, int], str]

    def add(self, owner_id: int, /, *weekdays: int, **values: Any) -> Operation[tuple[int, ...]]:
        """Add a time on each weekday: opens, closes (None: open), available, reason, starts, ends; returns the ids.

        Objects to one that ends before it begins or overlaps another of its kind.
        """

        def run(work: Work) -> tuple[int, ...]:
            name, made = self.name(work, owner_id), []
            for weekday in weekdays or (0,):
                thing = self.kind(**{self.key: owner_id, "weekday": weekday, **_known(values)})
                self._check(work, thing)
                work.label = N_("{name}: add {time}", name=name, time=when_of(thing))
                made.append(int(work.add(thing).id))
            if len(made) > 1:
                work.label = nN_("{name}: add {count} time", "{name}: add {count} times", len(made), name=name)
            return tuple(made)

        return Operation(N_("Add a time"), run)

    def edit(self, time_id: int, /, **values: Any) -> Operation[int]:
        """Set fields of a time; objects to one that was imported: the next import would bring the old one back."""

        def run(work: Work) -> int:
            thing = work.get(self.kind, time_id)
            if thing.source != OWN:
                raise Objection(
                    N_("This time was imported."),
                    advice=N_("Please change it in the timetable and import that again, or remove it here."),
                )
            for name, value in _known(values).items():
                setattr(thing, name, value)
            with work.unwritten():
                self._check(work, thing)
            name = self.name(work, getattr(thing, self.key))
            work.label = N_("{name}: change {time}", name=name, time=when_of(thing))
            return time_id

        return Operation(N_("Change a time"), run)

    def delete(self, *time_ids: int) -> Operation[None]:
        def run(work: Work) -> None:
            things = [work.get(self.kind, key) for key in time_ids]
            for thing in things:
                name = self.name(work, getattr(thing, self.key))
                work.label = N_("{name}: remove {time}", name=name, time=when_of(thing))
                work.delete(thing)
            if len(things) > 1:
                work.label = nN_("Remove {count} time", "Remove {count} times", len(things))

        return Operation(N_("Remove a time"), run)

    def replace(self, work: Work, source: str, rows: Iterable[Mapping[str, Any]]) -> int:
        """Put *rows* in place of all times of a *source*, inside another deed; returns how many there are.

        Each row has its owner's id and the fields. What is imported is taken as it is: only what is entered by hand is
        checked.
        """
        work.remove(self.kind, source=source)
        blank = {"opens": None, "closes": None, "available": False, "reason": "", "starts": None, "ends": None}
        return len(work.insert(self.kind, [{**blank, **row, "source": source} for row in rows]))

    def _check(self, work: Work, thing: RoomTime | StaffTime) -> None:
        """Object to a time that cannot be, and to one that is there already."""
        if not 1 <= thing.weekday <= 7:
            raise Objection(N_("Please choose a weekday."))
        refuse_backwards(thing.opens, thing.closes, thing.starts, thing.ends)
        for other in work.all(self.kind, **{self.key: getattr(thing, self.key)}):
            if other is not thing and other.available == thing.available and overlap(thing, other):
                raise Objection(
                    N_("This time overlaps with {time}, which is there already.", time=when_of(other)),
                    advice=N_("Please change the other one, or choose another time."),
                )


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    unknown = values.keys() - set(FIELDS)
    if unknown:
        raise AttributeError(", ".join(sorted(unknown)))
    return {name: tidy(value) if isinstance(value, str) else value for name, value in values.items()}


def refuse_backwards(opens: time | None, closes: time | None, starts: date | None, ends: date | None) -> None:
    """Object to a time or a span of days that ends before it begins."""
    if opens is not None and closes is not None and closes <= opens:
        raise Objection(N_("This time ends before it begins."))
    if starts is not None and ends is not None and ends < starts:
        raise Objection(N_("The last day lies before the first."))


def overlap(one: Timed, other: Timed) -> bool:
    """Say whether two times share a moment: weekday, hours, and days from and until which they hold."""
    return (
        one.weekday == other.weekday
        and (one.opens or time.min) < (other.closes or time.max)
        and (other.opens or time.min) < (one.closes or time.max)
        and meets_span(one.starts or date.min, one.ends or date.max, other.starts, other.ends)
    )


def _room(work: Work, room_id: int) -> str:
    return work.get(Room, room_id).code


def _person(work: Work, staff_id: int) -> str:
    return work.get(Staff, staff_id).full_name


room_times = OwnersTimes(RoomTime, "room_id", _room)
staff_times = OwnersTimes(StaffTime, "staff_id", _person)
