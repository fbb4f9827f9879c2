"""How rules name things, and which two meetings they speak of."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ganztag.domain.money import money
from ganztag.language import Message, sort_key
from ganztag.planning.offer import Enrolment, Meeting, Offer
from ganztag.planning.timing import Weekday, in_both, when


def course(offer: Offer, key: int) -> str:
    found = offer.index.course.get(key)
    return found.name if found else offer.struck.get(key, str(key))


def brief(offer: Offer, key: int) -> str:
    """Return the name of a course for a narrow place."""
    found = offer.index.course.get(key)
    return (found.short or found.name) if found else offer.struck.get(key, str(key))


def room(offer: Offer, key: int) -> str:
    found = offer.index.room.get(key)
    return found.name if found else str(key)


def leader(offer: Offer, key: int) -> str:
    found = offer.index.leader.get(key)
    return found.name if found else str(key)


def surname(name: str) -> str:
    """Return the last word of a name, for a narrow place: a leader of the school is known by it."""
    return name.rsplit(" ", 1)[-1]


def child(offer: Offer, key: int) -> str:
    found = offer.index.child.get(key)
    return found.name if found else str(key)


def at(meeting: Meeting) -> Message:
    """Return the time of a meeting in words, like Mo 14:00–15:30."""
    return when(meeting.weekday, meeting.starts, meeting.ends)


def children(offer: Offer, keys: Iterable[int]) -> "Listed":
    """Return the names of children, in the order of the alphabet."""
    return Listed(sorted((child(offer, key) for key in set(keys)), key=sort_key))


def as_written(text: str) -> Message:
    """Return what the school wrote, where a sentence of ours could stand."""
    return Message("{text}", values={"text": text})


class Listed:
    """Names in a row, put into words when they are read: children and classes are named, weekdays follow the language.

    Of many only the first are named.
    """

    def __init__(self, names: Iterable[object], most: int = 5) -> None:
        self._names, self._most = tuple(names), most

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Listed) and other._names == self._names

    def __hash__(self) -> int:
        return hash(self._names)

    def __str__(self) -> str:
        shown = ", ".join(str(name) for name in self._names[: self._most])
        return f"{shown} …" if len(self._names) > self._most else shown


class Money:
    """An amount that is put into words when it is read."""

    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Money) and other.cents == self.cents

    def __hash__(self) -> int:
        return hash(self.cents)

    def __str__(self) -> str:
        return money(self.cents)


def days(weekdays: Iterable[int]) -> Listed:
    """Return weekdays in words: Mo, Di."""
    return Listed((Weekday(number) for number in sorted(weekdays)), most=7)


def in_order(one: Meeting, other: Meeting) -> tuple[Meeting, Meeting]:
    """Return two meetings in the order in which they are always named, from whichever side one looks."""
    return (one, other) if (one.course, one.id) <= (other.course, other.id) else (other, one)


def mark(*meetings: Meeting) -> str:
    return "-".join(str(meeting.id) for meeting in meetings)


def others(meeting: Meeting, among: Sequence[Meeting]) -> Iterator[Meeting]:
    """Yield the meetings of other courses; where *meeting* stands in for one of them, that one is left out."""
    return (m for m in among if m.id != meeting.id and m.course != meeting.course)


def at_one_time(offer: Offer, child_id: int, one: Meeting, other: Meeting) -> bool:
    """Say whether there is a day on which a child is in both, while both meet; it may change from one to the other."""
    stays, days = offer.index.stays, in_both(offer, one, other)
    return any(
        _meet(first, second, days)
        for first in stays.get((child_id, one.course), ())
        for second in stays.get((child_id, other.course), ())
    )


def _meet(one: Enrolment, other: Enrolment, days: tuple[date, date]) -> bool:
    first = max(one.first or date.min, other.first or date.min, days[0])
    return first <= min(one.last or date.max, other.last or date.max, days[1])
