"""What a form is made of: descriptions of fields, and the editor each kind brings."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from ganztag.domain.money import cents_of, plain_money
from ganztag.domain.objection import Objection
from ganztag.language import N_, Message, date, number, time


class Kind(Enum):
    """What a field holds: str, int|None, date|None, time|None, bool, any value (twice), frozenset of values.

    SEEK is a choice among hundreds: it is found by a few letters. TAGS is text: words parted by commas.
    MONEY is whole cents or None, typed as 24,50; HOURS whole minutes or None, typed as 12,5 or 12:30.
    """

    TEXT = auto()
    LINES = auto()
    NUMBER = auto()
    DATE = auto()
    TIME = auto()
    CHECK = auto()
    CHOICE = auto()
    SEEK = auto()
    MANY = auto()
    TAGS = auto()
    MONEY = auto()
    HOURS = auto()


@dataclass(frozen=True)
class Field:
    """A field of a form. *hint* stands in it while it is empty; *half* lets two fields share a line.

    CHOICE, SEEK, MANY and TAGS get their choices by ``Form.offer(key, [(value, text), ...])``.
    """

    key: str
    label: Message
    kind: Kind = Kind.TEXT
    hint: Message | None = None
    half: bool = False
    lines: int = 3
    lowest: int = 0
    highest: int = 9999
    needed: bool = False


def written(kind: Kind, value: Any) -> str:
    """Return how a value stands in a line to type in."""
    if value is None or value == "":
        return ""
    if kind is Kind.DATE:
        return date(value)
    if kind is Kind.MONEY:
        return plain_money(value)
    if kind is Kind.HOURS:
        return number(value / 60)
    return time(value) if kind is Kind.TIME else str(value)


def read(field: Field, text: str) -> Any:
    """Return the value that was typed; raise Objection when it is none."""
    text = text.strip()
    if field.needed and not text:
        raise Objection(N_("Something must stand here."))
    reader = _READERS.get(field.kind)
    if reader is None:
        return text
    return reader(field, text) if text else None


def _number(field: Field, text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text):
        raise Objection(N_("“{text}” is not a whole number.", text=text))
    value = int(text)
    if not field.lowest <= value <= field.highest:
        raise Objection(
            N_("A number from {lowest} to {highest} fits here.", lowest=field.lowest, highest=field.highest)
        )
    return value


def _date(_field: Field, text: str) -> dt.date:
    """Read 5.3.2027, 05/03/27, 2027-03-05 or 05032027."""
    numbers = re.findall(r"\d+", text)
    if len(numbers) == 1 and len(numbers[0]) in (6, 8):
        numbers = [numbers[0][:2], numbers[0][2:4], numbers[0][4:]]
    if len(numbers) == 3:
        if len(numbers[0]) == 4:
            numbers.reverse()
        day, month, year = (int(part) for part in numbers)
        try:
            return dt.date(_four_digits(year), month, day)
        except ValueError:
            pass
    raise Objection(N_("“{text}” is not a date. Write it like 05.03.2027.", text=text))


def _four_digits(year: int) -> int:
    return year if year >= 100 else year + (2000 if year < 70 else 1900)


def _time(_field: Field, text: str) -> dt.time:
    """Read 14:00, 14.00, 1400 or 14."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.h ]?([0-5]\d))?(?: ?Uhr)?", text)
    if found and int(found[1]) < 24:
        return dt.time(int(found[1]), int(found[2] or 0))
    raise Objection(N_("“{text}” is not a time. Write it like 14:00.", text=text))


def _money(_field: Field, text: str) -> int | None:
    return cents_of(text)


def _hours(_field: Field, text: str) -> int:
    """Read 12, 12,5, 12.25 or 12:30."""
    found = re.fullmatch(r"(\d{1,3})(?:[.,](\d{1,2})|:([0-5]\d))?(?: ?(?:h|Std\.?))?", text)
    if found is None:
        raise Objection(N_("“{text}” is not a number of hours. Write it like 12,5 or 12:30.", text=text))
    part = round(int((found[2] or "0").ljust(2, "0")) * 60 / 100)
    return int(found[1]) * 60 + int(found[3] or part)


_READERS: dict[Kind, Callable[[Field, str], Any]] = {
    Kind.NUMBER: _number, Kind.DATE: _date, Kind.TIME: _time, Kind.MONEY: _money, Kind.HOURS: _hours,
}  # fmt: skip
Choices = Sequence[tuple[Any, str]]
