"""The sample school's children: names, classes in two school years, days, ways home, guardians and phones."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random
from typing import Any

from ganztag.domain.pupils import (
    Booking,
    ClassMembership,
    ExternalId,
    Guardian,
    Guardianship,
    LeaveTime,
    Phone,
    Pupil,
)
from ganztag.domain.school import SchoolClass, YearGroup
from ganztag.domain.school_year import Term
from ganztag.domain.search import search_key
from ganztag.operations.operation import Work
from ganztag.operations.sample.names import LANGUAGES, Language

NUMBER_OF_PUPILS = 350
_CLASSES = ("5a", "5b", "5c", "6a", "6b", "6c", "7a", "7b", "7c", "8a", "8b", "9a", "9b", "10a", "10b")


@dataclass(frozen=True, slots=True)
class Child:
    """What the offer and the wishes need to know of a child."""

    id: int
    year_group_id: int
    days: tuple[int, ...]
    was_here: bool  # already in the school year before


def add_children(work: Work, chance: Random, before: Term, now: Term) -> list[Child]:
    """Add 350 children with everything that belongs to them; returns them in the order of their classes."""
    years = {str(n): work.add(YearGroup(label=str(n), position=n)).id for n in range(5, 11)}
    classes = {term.id: _add_classes(work, term, years) for term in (before, now)}
    drawn = _all_drawn(chance)
    names = [_CLASSES[index * len(_CLASSES) // NUMBER_OF_PUPILS] for index in range(NUMBER_OF_PUPILS)]
    rows = [_pupil(chance, person, names[index], years, now) for index, person in enumerate(drawn)]
    ids = work.insert(Pupil, rows)
    work.insert(ExternalId, [{"pupil_id": key, "system": "", "value": f"{10001 + n}"} for n, key in enumerate(ids)])
    children = []
    memberships: list[dict[str, Any]] = []
    for key, name in zip(ids, names, strict=True):
        year = int(name[:-1])
        memberships.append(_membership(key, classes[now.id][name], now.starts, date(now.ends.year, 7, 31)))
        if year > 5:
            old = f"{year - 1}{name[-1]}" if f"{year - 1}{name[-1]}" in _CLASSES else f"{year - 1}a"
            memberships.append(_membership(key, classes[before.id][old], date(2025, 8, 1), before.ends))
        size = chance.choices((1, 2, 3, 4), (15, 40, 35, 10))[0]
        days = tuple(sorted(chance.sample((1, 2, 3, 4), size, counts=(4, 4, 3, 4))))
        days = tuple(sorted(set(days)))  # drawn twice: a day less
        children.append(Child(key, years[str(year)], days, year > 5))
    work.insert(ClassMembership, memberships)
    _add_days(work, chance, children)
    _add_guardians(work, chance, ids, drawn)
    return children


def _membership(pupil: int, school_class: int, starts: date, ends: date) -> dict[str, Any]:
    return {"pupil_id": pupil, "school_class_id": school_class, "starts": starts, "ends": ends}


def _add_classes(work: Work, term: Term, years: dict[str, int]) -> dict[str, int]:
    rows = [
        {"school_year_id": term.school_year_id, "name": name, "year_group_id": years[name[:-1]]} for name in _CLASSES
    ]
    return dict(zip(_CLASSES, work.insert(SchoolClass, rows), strict=True))


def _all_drawn(chance: Random) -> list[tuple[Language, str, str, str]]:
    """Draw everybody; nobody has the name of another."""
    drawn: list[tuple[Language, str, str, str]] = []
    taken: set[tuple[str, str]] = set()
    while len(drawn) < NUMBER_OF_PUPILS:
        person = _drawn(chance, len(drawn))
        if person[2:] not in taken:
            taken.add(person[2:])
            drawn.append(person)
    return drawn


def _drawn(chance: Random, index: int) -> tuple[Language, str, str, str]:
    """Draw language, sex, call name and surname."""
    language = chance.choices(LANGUAGES, [language.share for language in LANGUAGES])[0]
    sex = "d" if index % 120 == 77 else chance.choice("mf")
    call_names = language.girls if sex == "f" else language.boys
    return language, sex, chance.choice(call_names), chance.choice(language.surnames)


def _pupil(
    chance: Random, person: tuple[Language, str, str, str], class_name: str, years: dict[str, int], now: Term
) -> dict[str, Any]:
    language, sex, call_name, surname = person
    year = int(class_name[:-1])
    born = date(now.starts.year - year - 6, 10, 1) + timedelta(days=chance.randrange(365))
    scripts = dict(language.native)
    native = f"{scripts[call_name]} {scripts[surname]}" if call_name in scripts else ""
    prefix, _, family = surname.rpartition("da ") if surname.startswith("da ") else ("", "", surname)
    prefix = "da" if surname.startswith("da ") else prefix
    return {
        "surname": family,
        "prefix": prefix,
        "call_name": call_name,
        "first_names": f"{call_name} Marie" if sex == "f" and language.tag == "de" else call_name,
        "native_name": native,
        "birth_date": born,
        "sex": sex,
        "year_group_id": years[str(year)],
        "entry": date(now.starts.year - (year - 5), 8, 1),
        "family_language": language.tag if len(language.tag) == 2 else "",
        "search_key": search_key(call_name, prefix, family, native),
    }


def _add_days(work: Work, chance: Random, children: list[Child]) -> None:
    bookings, leaving = [], []
    for child in children:
        way = chance.choices(("alone", "bus", "picked_up", "accompanied"), (55, 20, 20, 5))[0]
        goes = chance.choices((time(15, 30), time(16, 0), time(15, 15)), (60, 39, 1))[0]
        for day in child.days:
            bookings.append({"pupil_id": child.id, "weekday": day})
            leaving.append({"pupil_id": child.id, "weekday": day, "time": goes, "way_home": way})
    work.insert(Booking, bookings)
    work.insert(LeaveTime, leaving)


def _add_guardians(work: Work, chance: Random, ids: list[int], drawn: list[tuple[Language, str, str, str]]) -> None:
    """Give each child one or two guardians; every tenth child is a sibling of one of the same surname."""
    guardians: list[dict[str, Any]] = []
    ties: list[dict[str, Any]] = []
    phones: list[dict[str, Any]] = []
    family_of: dict[str, list[int]] = {}
    for key, (language, _, _, surname) in zip(ids, drawn, strict=True):
        shared = family_of.get(surname) if chance.random() < 0.1 else None
        if shared is None:
            shared = []
            for position, names in enumerate((language.girls, language.boys)[: chance.choice((1, 2, 2))]):
                name = chance.choice(names)
                guardians.append(
                    {"surname": surname, "call_name": name, "search_key": search_key(name, surname),
                     "language": language.tag if len(language.tag) == 2 else ""}
                )  # fmt: skip
                shared.append(len(guardians) - 1)
                number = f"0151 5550 {1000 + len(guardians)}" if position == 0 else f"040 5550 {len(guardians):03d}"
                phones.append({"guardian_id": len(guardians) - 1, "label": "", "number": number})
            family_of[surname] = shared
        for position, guardian in enumerate(shared):
            ties.append(
                {"pupil_id": key, "guardian_id": guardian, "relation": ("Mutter", "Vater")[position],
                 "may_pick_up": True, "emergency_order": position + 1}
            )  # fmt: skip
    numbers = work.insert(Guardian, guardians)
    work.insert(Phone, [phone | {"guardian_id": numbers[int(phone["guardian_id"])]} for phone in phones])
    work.insert(Guardianship, [tie | {"guardian_id": numbers[int(tie["guardian_id"])]} for tie in ties])
