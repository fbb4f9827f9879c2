"""Whose week is shown: the whole school's, or that of a class, a year group, a child, a leader, a room, a category."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ganztag.domain.courses import open_to
from ganztag.domain.search import search_key
from ganztag.language import _, sort_key
from ganztag.planning.offer import Course, Meeting, Offer
from ganztag.planning.offer_index import related

KINDS = ("school", "year_group", "class", "category", "staff", "room", "pupil")


@dataclass(frozen=True, slots=True)
class Scope:
    """*kind* is one of KINDS, *id* what it is of; the whole school has none."""

    kind: str = "school"
    id: int | None = None


WHOLE = Scope()


@dataclass(frozen=True, slots=True)
class Named:
    """A scope with its name, and what it is found by."""

    scope: Scope
    name: str
    search_key: str


Rule = Callable[[Meeting, Course], bool]


def rule_of(scope: Scope, offer: Offer) -> Rule:
    """Return what says whether a meeting of a course belongs to the week of the scope."""
    making = _RULES.get(scope.kind)
    return _everything if making is None or scope.id is None else making(offer, scope.id)


def _everything(_meeting: Meeting, _course: Course) -> bool:
    return True


def _of_year(_offer: Offer, year: int) -> Rule:
    return lambda _meeting, course: open_to(course.year_groups, course.classes, year, ())


def _of_class(offer: Offer, school_class: int) -> Rule:
    year = year_of(offer, school_class)
    return lambda _meeting, course: open_to(course.year_groups, course.classes, year, (school_class,))


def year_of(offer: Offer, school_class: int) -> int | None:
    """Return the year group of a class, as its children have it."""
    years = [child.year_group for child in offer.children if school_class in child.classes]
    return max(years, key=years.count) if years else None


def _of_category(_offer: Offer, category: int) -> Rule:
    return lambda _meeting, course: course.category == category


def _of_leader(_offer: Offer, leader: int) -> Rule:
    return lambda meeting, _course: leader in meeting.leaders


def _in_room(offer: Offer, room: int) -> Rule:
    rooms = related(offer.index.room, room)
    return lambda meeting, _course: meeting.room in rooms


def _of_child(offer: Offer, child: int) -> Rule:
    courses = offer.index.courses_of.get(child, frozenset())
    return lambda _meeting, course: course.id in courses


_RULES: dict[str, Callable[[Offer, int], Rule]] = {
    "year_group": _of_year,
    "class": _of_class,
    "category": _of_category,
    "staff": _of_leader,
    "room": _in_room,
    "pupil": _of_child,
}


def scopes(offer: Offer, categories: dict[int, str]) -> Iterator[Named]:
    """Yield all that can be chosen, the whole school first, children last."""
    yield _named(WHOLE, _("Whole school"))
    for key, name in sorted(offer.years.items(), key=lambda item: sort_key(item[1])):
        yield _named(Scope("year_group", key), _("Year group {year}", year=name))
    for key, name in sorted(offer.classes.items(), key=lambda item: sort_key(item[1])):
        yield _named(Scope("class", key), _("Class {name}", name=name))
    for key, name in sorted(categories.items(), key=lambda item: sort_key(item[1])):
        yield _named(Scope("category", key), _("Category: {name}", name=name))
    for leader in sorted(offer.leaders, key=lambda row: sort_key(row.name)):
        yield _named(Scope("staff", leader.id), leader.name)
    for room in sorted(offer.rooms, key=lambda row: sort_key(row.name)):
        yield _named(Scope("room", room.id), _("Room {room}", room=room.name))
    for child in sorted(offer.children, key=lambda row: sort_key(row.name)):
        classes = ", ".join(sorted(offer.classes[key] for key in child.classes if key in offer.classes))
        yield _named(Scope("pupil", child.id), f"{child.name} · {classes}" if classes else child.name)


def _named(scope: Scope, name: str) -> Named:
    return Named(scope, name, search_key(name))
