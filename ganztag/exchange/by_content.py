"""Columns whose title alone may mean two things: they are taken only where their cells leave no doubt."""

import re
from collections.abc import Callable, Mapping, Sequence

from ganztag.exchange.cells_of_days import booked_on, leave_times_of
from ganztag.exchange.header_words import normal
from ganztag.exchange.kinds import Kind
from ganztag.exchange.sheets import Row
from ganztag.exchange.values import Wrong
from ganztag.exchange.words import DAYS, STAFF_KIND, code_of

DAY = "day_"  # day_1 ... day_5: the column of a weekday, holding a cross or the time at which the child leaves
_FEWEST_DAYS = 2
_CLOCK = re.compile(r"^\d{1,2}(?:[:.]\d{2}(?::\d{2})?(?:\s*uhr)?|\s*uhr)$", re.IGNORECASE)
# A function may be anything a school has (head teacher, secretary); only some of it is our kind.
_MAY_BE_NO_KIND = ("funktion", "rolle", "role")
_YEAR = re.compile(r"^(?:(?:ab|bis)\s+)?(?:klasse|kl\.?|jg\.?|jahrgang)?\s*(?:\d{1,2}|vsk)\.?$", re.IGNORECASE)


def settled(mapping: Mapping[int, str], headers: Sequence[str], kind: Kind, rows: Sequence[Row]) -> dict[int, str]:
    """Return the mapping without the columns that would be guessed, and with those that their cells explain."""
    named = _with_guardians(mapping, headers) if kind is Kind.PUPILS else mapping
    found = {column: key for column, key in named.items() if _leaves_no_doubt(key, headers[column], rows, column)}
    if kind is Kind.COURSES:
        return _without_the_lonely(found)
    return _with_days(found, headers, rows) if kind is Kind.PUPILS else found


def _leaves_no_doubt(key: str, header: str, rows: Sequence[Row], column: int) -> bool:
    doubted = key in _FITS and (key != "kind" or normal(header) in _MAY_BE_NO_KIND)
    return not doubted or _all_fit(rows, column, _FITS[key])


def _all_fit(rows: Sequence[Row], column: int, fits: Callable[[str], bool]) -> bool:
    return all(fits(text) for row in rows if (text := row.cell(column).strip()))


def _reads(parse: Callable[[str], object]) -> Callable[[str], bool]:
    def fits(text: str) -> bool:
        try:
            parse(text)
        except Wrong:
            return False
        return True

    return fits


def _is_staff_kind(text: str) -> bool:
    return code_of(STAFF_KIND, text) is not None


def _is_name_or_number(text: str) -> bool:
    """Say whether a cell below ``Mutter`` is her name or her number, not both and no cross."""
    if "@" in text or normal(text) in ("ja", "nein", "x", "yes", "no", "1", "0"):
        return False
    return not (any(c.isalpha() for c in text) and any(c.isdigit() for c in text))


_FITS: dict[str, Callable[[str], bool]] = {
    "leave": _reads(leave_times_of),
    "starts_at": lambda text: bool(_CLOCK.match(text)),
    "ends_at": lambda text: bool(_CLOCK.match(text)),
    "year_from": lambda text: bool(_YEAR.match(text)),
    "year_to": lambda text: bool(_YEAR.match(text)),
    "guardian1_name": _is_name_or_number,
    "guardian2_name": _is_name_or_number,
    "kind": _is_staff_kind,
}
_FITS_ANY_DAY = _reads(booked_on)


def _without_the_lonely(mapping: Mapping[int, str]) -> dict[int, str]:
    """An end says nothing without its beginning, a time nothing without its day."""
    keys = set(mapping.values())
    lonely = set()
    if not keys & {"starts_at", "time"} or "block" not in keys:
        lonely.add("ends_at")
    if "block" not in keys or "time" in keys:
        lonely.add("starts_at")
    if "year_from" not in keys or "eligible" in keys:
        lonely |= {"year_to"}
    if "eligible" in keys:
        lonely |= {"year_from"}
    return {column: key for column, key in mapping.items() if key not in lonely}


def _with_guardians(mapping: Mapping[int, str], headers: Sequence[str]) -> dict[int, str]:
    """``Name Mutter`` is her whole name where no column of its own has her first name."""
    found = dict(mapping)
    for place in (1, 2):
        keys = {key: column for column, key in found.items()}
        surname = keys.get(f"guardian{place}_surname")
        if surname is None or normal(headers[surname]) not in (
            "namemutter",
            "namevater",
            "namedermutter",
            "namedesvaters",
        ):
            continue
        if f"guardian{place}_call_name" not in keys and f"guardian{place}_name" not in keys:
            found[surname] = f"guardian{place}_name"
    return found


def _with_days(mapping: Mapping[int, str], headers: Sequence[str], rows: Sequence[Row]) -> dict[int, str]:
    """Two columns or more that are called by weekdays hold crosses or times, all of them, or stay aside."""
    named = {column: DAYS[word] for column, header in enumerate(headers) if (word := normal(header)) in DAYS}
    days = {column: day for column, day in named.items() if column not in mapping and day in range(1, 6)}
    twice = len(set(days.values())) < len(days)
    if len(days) < _FEWEST_DAYS or twice or "days" in mapping.values():
        return dict(mapping)
    if not all(_all_fit(rows, column, _FITS_ANY_DAY) for column in days):
        return dict(mapping)
    return {**mapping, **{column: f"{DAY}{day}" for column, day in days.items()}}
