"""The rows of the model: one place at a time, courses neither over nor under, nobody worse off, waiting lists kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from ganztag.planning.candidates import overlap
from ganztag.planning.exchanges.case import Case, Limit, Option

INFINITE = float("inf")


@dataclass(frozen=True, slots=True)
class Row:
    """lower <= sum of coefficient times column <= upper."""

    terms: tuple[tuple[int, int], ...]
    lower: float = -INFINITE
    upper: float = INFINITE


def one_at_a_time(case: Case) -> Iterator[Row]:
    """No child is in two courses at the same time."""
    for places in case.of_pupil.values():
        for one, other in combinations(places, 2):
            if _collide(case.options[one], case.options[other]):
                yield Row(((one, 1), (other, 1)), upper=1)


def _collide(one: Option, other: Option) -> bool:
    slots = {slot for slot, _rank in one.ranks}
    if not slots.isdisjoint(slot for slot, _rank in other.ranks):
        return True
    return any(overlap(a, b) for a in one.times for b in other.times)


def sizes(case: Case, *, same: bool) -> Iterator[Row]:
    """Courses stay within their sizes, or (*same*) exactly as full as they are."""
    inside: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(case.options):
        inside[one.course].append(place)
    for room in case.rooms:
        now, terms = case.sizes[room.course], tuple((place, 1) for place in inside[room.course])
        least = now if same else min(room.least or 0, now)
        most = now if same else INFINITE if room.most is None else max(room.most, now)
        if terms:
            yield Row(terms, least - room.others, most - room.others)


def nobody_worse(case: Case) -> Iterator[Row]:
    """In each slot each child has at least what it has now."""
    for (pupil, slot), value in case.now.items():
        yield Row(tuple((place, 1) for place in as_good(case, pupil, (slot,), value)), lower=1)


def nobody_without(case: Case) -> Iterator[Row]:
    """In each slot in which a child has a place it has one afterwards."""
    for pupil, slot in case.now:
        yield Row(tuple((place, 1) for place in as_good(case, pupil, (slot,), case.worst)), lower=1)


def as_good(case: Case, pupil: int, slots: Iterable[int], value: int) -> list[int]:
    """Return the child's options that are worth at least *value* in one of these slots."""
    wanted = set(slots)
    return [
        place
        for place in case.of_pupil.get(pupil, ())
        if any(slot in wanted and case.value(rank) <= value for slot, rank in case.options[place].ranks)
    ]


def in_turn(case: Case, first: int) -> tuple[list[Row], int]:
    """Nobody comes into a course past a child that waits for it longer and gets neither it nor anything as good.

    Each child on a list has a column from *first* on that says: it and all before it are content. Returns the rows and
    how many columns there are then.
    """
    places = {one.pair: place for place, one in enumerate(case.options)}
    lists: dict[int, list[int]] = defaultdict(list)
    for course, pupil in case.queue:
        if (pupil, course) in places and not case.options[places[pupil, course]].now:
            lists[course].append(pupil)
    found: list[Row] = []
    gates: dict[tuple[int, int], int] = {}  # (course, pupil) -> the column of whom it waits behind
    last: dict[int, int] = {}
    column = first
    for course, waiting in lists.items():
        for pupil in waiting:
            content = {
                other
                for slot, rank in case.options[places[pupil, course]].ranks
                for other in as_good(case, pupil, (slot,), case.value(rank))
            }
            found.append(Row(((column, 1), *((other, -1) for other in sorted(content))), upper=0))
            if course in last:
                gates[course, pupil] = last[course]
                found.append(Row(((column, 1), (last[course], -1)), upper=0))
            last[course] = column
            column += 1
    found += _behind(case, gates, lists, last)
    return found, column


def _behind(
    case: Case, gates: Mapping[tuple[int, int], int], lists: Mapping[int, list[int]], last: Mapping[int, int]
) -> Iterator[Row]:
    """Who is on a list comes in when all before it are content, who is not on it when all are."""
    on_list = {(course, pupil) for course, waiting in lists.items() for pupil in waiting}
    for place, one in enumerate(case.options):
        key = (one.course, one.pupil)
        gate = gates.get(key) if key in on_list else last.get(one.course)
        if not one.now and gate is not None:
            yield Row(((place, 1), (gate, -1)), upper=0)


def limits(case: Case) -> Iterator[Row]:
    """Quotas and the like hold; what is broken now is not made worse."""
    for limit in case.limits:
        terms = tuple((place, 1) for place, one in enumerate(case.options) if one.pair in limit.pairs)
        now = sum(case.options[place].now for place, _one in terms)
        if terms:
            yield Row(terms, *_within(limit, now))


def _within(limit: Limit, now: int) -> tuple[float, float]:
    least = -INFINITE if limit.least is None else min(limit.least, now)
    return least, INFINITE if limit.most is None else max(limit.most, now)


def apart(case: Case) -> Iterator[Row]:
    """Children who must not meet do not, unless they are together already."""
    places = {one.pair: place for place, one in enumerate(case.options)}
    courses = {room.course for room in case.rooms}
    for one, other in case.apart:
        for course in courses:
            a, b = places.get((one, course)), places.get((other, course))
            if a is not None and b is not None and not (case.options[a].now and case.options[b].now):
                yield Row(((a, 1), (b, 1)), upper=1)
