"""Cells about the days of a child: a cross or a time below a weekday, and the time at which it leaves."""

import datetime as dt
import re

from ganztag.domain.text import tidy
from ganztag.exchange.blocks import blocks_of
from ganztag.exchange.header_words import normal
from ganztag.exchange.values import Wrong, shortened, time_of
from ganztag.language import N_

_YES = frozenset(("x", "ja", "j", "1", "wahr", "true", "yes", "y"))
_NO = frozenset(("", "nein", "n", "0", "falsch", "false", "no"))
_TICKS = frozenset(("✓", "✔", "☑", "☒"))
_HOUR = re.compile(r"^(?:bis\s+)?(?P<time>\d{1,2}(?:[:.h]\d{2}(?::\d{2})?)?)(?:\s*(?:uhr|h))?$", re.IGNORECASE)
_EARLIEST, _LATEST = dt.time(10), dt.time(19)  # what lies outside is no time at which a child goes home


def booked_on(text: str) -> tuple[bool, dt.time | None]:
    """Return whether a cell below a weekday books this day, and the time at which the child leaves.

    Raises `Wrong` for what is neither a cross nor a time.
    """
    plain = tidy(text)
    if plain in _TICKS or normal(plain) in _YES:
        return True, None
    if plain in ("-", "–", "—") or (normal(plain) in _NO and plain.isalnum()) or not plain:
        return False, None
    return True, _leave_time(plain)


def leave_times_of(text: str) -> dict[int | None, dt.time]:
    """Return weekday -> the time at which the child leaves; the key None is the time of all its days."""
    plain = tidy(text)
    if not plain or plain in ("-", "–", "—"):
        return {}
    if _HOUR.match(plain):
        return {None: _leave_time(plain)}
    found: dict[int | None, dt.time] = {}
    for block in blocks_of(plain):
        if block.weekday is None or block.starts is None or block.ends is not None or block.weekday in found:
            raise _no_time(plain)
        found[block.weekday] = block.starts
    return found


def _leave_time(plain: str) -> dt.time:
    found = _HOUR.match(plain)
    time = time_of(found["time"]) if found else None
    if time is None or not _EARLIEST <= time <= _LATEST:
        raise _no_time(plain)
    return time


def _no_time(text: str) -> Wrong:
    return Wrong(N_("“{text}” is neither a cross nor a time. Write x or 15:00.", text=shortened(text)))
