"""Values of contracts and papers out of a cell's text."""

import datetime as dt
import re

from ganztag.domain.contracts import UNIT_MINUTES
from ganztag.domain.money import cents_of
from ganztag.domain.objection import Objection
from ganztag.domain.text import tidy
from ganztag.exchange.header_words import normal
from ganztag.exchange.values import Wrong, date_of, shortened
from ganztag.language import N_

_HOURS = re.compile(r"^(\d{1,2})(?:[.,](\d{1,2})|:([0-5]\d))?(?: ?(?:h|Std\.?|Stunden))?$", re.IGNORECASE)
_UNIT = re.compile(r"^(?:1 ?x ?)?(\d{2,3})(?: ?(?:min\.?|minuten|minutes))?$", re.IGNORECASE)
_UNTIL = re.compile(r"^(?P<seen>[^()]+?)\s*(?:\(?(?:bis|gültig bis|until)\s+(?P<ends>[^()]+?)\)?)?$", re.IGNORECASE)
_NOT_NEEDED = ("nichtnoetig", "entfaellt", "nichterforderlich", "notneeded")
NOT_NEEDED = "nicht nötig"

PaperCell = tuple[str, dt.date | None, dt.date | None]  # state, seen, expires


def hours_of(text: str) -> int | None:
    """Return the minutes of a number of hours (6, 6,5, 6:30); None for an empty cell."""
    plain = tidy(text)
    if not plain or plain in ("-", "–"):
        return None
    found = _HOURS.match(plain)
    if found is None:
        raise Wrong(N_("“{text}” is no number of hours. Write it like 6 or 6,5.", text=shortened(plain)))
    part = round(int((found[2] or "0").ljust(2, "0")) * 60 / 100)
    return int(found[1]) * 60 + int(found[3] or part)


def amount_of(text: str) -> int | None:
    """Return the cents of an amount of money; None for an empty cell."""
    try:
        return cents_of(tidy(text))
    except Objection as objection:
        raise Wrong(objection.message) from None


def unit_of(text: str) -> int | None:
    """Return 45, 60 or 90; None for an empty cell."""
    plain = tidy(text)
    if not plain:
        return None
    found = _UNIT.match(plain)
    if found is None or int(found[1]) not in UNIT_MINUTES:
        raise Wrong(N_("“{text}” is no unit. Write 45, 60 or 90 minutes.", text=shortened(plain)))
    return int(found[1])


def paper_of(text: str) -> PaperCell | None:
    """Return when a paper was seen: 14.09.2026, 14.09.2026 (bis 01.02.2028), nicht nötig; None for an empty cell."""
    plain = tidy(text)
    if not plain or plain in ("-", "–"):
        return None
    if normal(plain) in _NOT_NEEDED:
        return ("not_needed", None, None)
    found = _UNTIL.match(plain)
    seen = date_of(found["seen"] if found else plain)
    ends = date_of(found["ends"]) if found and found["ends"] else None
    return ("seen", seen, ends)
