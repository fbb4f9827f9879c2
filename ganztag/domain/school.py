"""The school itself, its year groups and its classes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ganztag.language import sort_key

CLASS_KINDS = ("class", "group")


@dataclass(eq=False, kw_only=True)
class School:
    id: int = field(init=False)
    name: str
    subtitle: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    phone: str = ""
    email: str = ""
    land: str = ""
    language: str = "de"
    term_id: int | None = None


@dataclass(eq=False, kw_only=True)
class YearGroup:
    """A year group by its label (VSK, E1, 10) and its place in the order."""

    id: int = field(init=False)
    label: str
    position: int


@dataclass(eq=False, kw_only=True)
class SchoolClass:
    """A class, or a group that children of several classes belong to, in one school year."""

    id: int = field(init=False)
    school_year_id: int
    name: str
    kind: str = "class"
    year_group_id: int | None = None
    room_id: int | None = None
    staff_id: int | None = None


def year_label_of(class_name: str) -> str:
    """Return the year group's label that a class name starts with: 5a -> 5, 10b -> 10, VSK -> VSK, E1b -> E1."""
    plain = class_name.strip()
    digits = ""
    letters = ""
    for character in plain:
        if character.isdigit():
            digits += character
        elif digits or not character.isalpha():
            break
        else:
            letters += character
    if digits and len(letters) <= 1:
        return f"{letters}{digits.lstrip('0') or digits}"
    return letters or plain


def in_runs(labels: Iterable[str]) -> list[str]:
    """Return year groups as people write them, three or more in a row joined: 5, 6, 7, 9, VSK -> 5–7, 9, VSK."""
    runs: list[list[str]] = []
    for label in labels:
        if runs and label.isdigit() and runs[-1][-1].isdigit() and int(label) == int(runs[-1][-1]) + 1:
            runs[-1].append(label)
        else:
            runs.append([label])
    return [text for run in runs for text in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else run)]


def year_order(label: str) -> tuple[int, Any]:
    """Return a key for the order of year groups: letters (VSK, E1) first, then numbers by value."""
    return (1 if label[:1].isdigit() else 0, sort_key(label))
