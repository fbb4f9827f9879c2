"""Children: names, numbers, where they belong, when they stay and how they go home."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from ganztag.domain.search import search_key
from ganztag.language import Message, pN_

SEXES = ("", "m", "f", "d")
WAYS_HOME = ("", "alone", "bus", "picked_up", "accompanied")
WAY_HOME_WORDS: Mapping[str, Message | str] = {
    "": "",
    "alone": pN_("way home", "alone"),
    "bus": pN_("way home", "bus"),
    "picked_up": pN_("way home", "picked up"),
    "accompanied": pN_("way home", "accompanied"),
}


@dataclass(eq=False, kw_only=True)
class Pupil:
    id: int = field(init=False)
    surname: str = ""
    prefix: str = ""
    call_name: str = ""
    first_names: str = ""
    native_name: str = ""
    birth_date: dt.date | None = None
    sex: str = ""
    year_group_id: int | None = None
    entry: dt.date | None = None
    exit: dt.date | None = None
    family_language: str = ""
    note: str = ""
    search_key: str = ""
    support: bool = False

    @property
    def full_name(self) -> str:
        return full_name(self.surname, self.prefix, self.call_name)

    def renew_search_key(self) -> None:
        self.search_key = search_key(self.call_name, self.prefix, self.surname, self.first_names, self.native_name)


def full_name(surname: str, prefix: str, call_name: str) -> str:
    """Return the name as it is spoken: ``Zoë von der Heide``."""
    return " ".join(part for part in (call_name, prefix, surname) if part)


def list_name(surname: str, prefix: str, call_name: str) -> str:
    """Return the name as lists show it: ``von der Heide, Zoë``; one name alone stands without a comma."""
    return ", ".join(part for part in (family_name(surname, prefix), call_name) if part)


def family_name(surname: str, prefix: str) -> str:
    """Return the surname with its prefix: ``von der Heide``."""
    return " ".join(part for part in (prefix, surname) if part)


@dataclass(eq=False, kw_only=True)
class ExternalId:
    """The number by which another program knows the child."""

    id: int = field(init=False)
    pupil_id: int
    system: str
    value: str


@dataclass(eq=False, kw_only=True)
class ClassMembership:
    id: int = field(init=False)
    pupil_id: int
    school_class_id: int
    starts: dt.date | None = None
    ends: dt.date | None = None


@dataclass(eq=False, kw_only=True)
class Guardian:
    id: int = field(init=False)
    surname: str = ""
    call_name: str = ""
    email: str = ""
    language: str = ""
    note: str = ""
    search_key: str = ""

    def renew_search_key(self) -> None:
        self.search_key = search_key(self.call_name, self.surname)


@dataclass(eq=False, kw_only=True)
class Guardianship:
    """Who cares for which child, who may pick it up and who is called first in an emergency (1 = first)."""

    id: int = field(init=False)
    pupil_id: int
    guardian_id: int
    relation: str = ""
    may_pick_up: bool = True
    emergency_order: int | None = None


@dataclass(eq=False, kw_only=True)
class Phone:
    """A phone number of a guardian, or of the child itself."""

    id: int = field(init=False)
    guardian_id: int | None = None
    pupil_id: int | None = None
    label: str = ""
    number: str


@dataclass(eq=False, kw_only=True)
class Booking:
    """A weekday on which the child stays for the afternoon."""

    id: int = field(init=False)
    pupil_id: int
    weekday: int
    starts: dt.date | None = None
    ends: dt.date | None = None


@dataclass(eq=False, kw_only=True)
class LeaveTime:
    """When and how the child goes home on a weekday; without a time only the way home is known."""

    id: int = field(init=False)
    pupil_id: int
    weekday: int
    time: dt.time | None = None
    way_home: str = ""
    starts: dt.date | None = None
    ends: dt.date | None = None
