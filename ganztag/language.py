"""Words, dates, numbers and order in the language that is spoken now.

Translate when showing: ``_`` at once inside functions, ``N_`` for what is said later. Whole sentences, named gaps.
"""

import datetime as dt
import gettext as _gettext
import io
import json
import logging
import re
import struct
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any

from ganztag import places

LANGUAGES = ("de", "en")
_DOMAIN = "ganztag"
_NOT_TRANSLATED = "en"  # msgids are English

_log = logging.getLogger(__name__)
_spoken = "de"
_for_now: ContextVar[str | None] = ContextVar("language for now", default=None)


def speak(tag: str) -> None:
    """Speak *tag* (``de`` or ``en``; ``de_AT`` counts as ``de``, an unknown language as English) from now on."""
    global _spoken  # noqa: PLW0603 -- the one language of the process
    _spoken = _known(tag)


def spoken() -> str:
    return _for_now.get() or _spoken


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Speak *tag* inside the block and in this thread only: papers speak the file's language."""
    token = _for_now.set(_known(tag))
    try:
        yield
    finally:
        _for_now.reset(token)


def _known(tag: str) -> str:
    short = tag.replace("-", "_").split("_")[0].lower()
    return short if short in LANGUAGES else _NOT_TRANSLATED


@lru_cache(maxsize=8)
def _catalogue(tag: str) -> _gettext.NullTranslations:
    """Return the words of a language; a catalogue that is missing or damaged is logged, and English is spoken."""
    if tag == _NOT_TRANSLATED:
        return _gettext.NullTranslations()
    folder = places.translations() / tag / "LC_MESSAGES"
    source, compiled = folder / f"{_DOMAIN}.po", folder / f"{_DOMAIN}.mo"
    fresh = compiled.exists() and (not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime)
    found = _read(_gettext.GNUTranslations, compiled) if fresh else None
    return found or _read(_compiled_from, source) or _gettext.NullTranslations()


def _read(reading: Callable[[io.BytesIO], _gettext.NullTranslations], file: Path) -> _gettext.NullTranslations | None:
    try:
        return reading(io.BytesIO(file.read_bytes()))
    except (OSError, EOFError, ValueError, LookupError, struct.error) as error:
        _log.warning("%s cannot be read: %s", file, type(error).__name__)
        return None


def _compiled_from(source: io.BytesIO) -> _gettext.NullTranslations:
    """Return the catalogue of a .po file; a source tree works without a build step, only slower at its start."""
    from babel.messages import mofile, pofile  # noqa: PLC0415 -- heavy, and only for source trees

    stream = io.BytesIO()
    try:
        mofile.write_mo(stream, pofile.read_po(source, abort_invalid=True))
    except pofile.PoFileError as error:
        raise ValueError(str(error)) from error
    stream.seek(0)
    return _gettext.GNUTranslations(stream)


def _filled(text: str, msgid: str, values: Mapping[str, Any]) -> str:
    """Fill the gaps of the translation *text*; one with a gap that nobody fills gives way to the *msgid*."""
    if not values:
        return text
    said = {name: say(value) for name, value in values.items()}
    try:
        return text.format(**said)
    except (KeyError, IndexError, ValueError):
        return msgid.format(**said)


def say(value: Any) -> str:
    """Put a value into words: dates, times and numbers as the spoken language writes them."""
    if isinstance(value, dt.datetime | dt.date):
        return date(value)
    if isinstance(value, dt.time):
        return time(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value)
    return str(value)


def _(msgid: str, **values: Any) -> str:
    if not msgid:  # gettext keeps the head of the catalogue there
        return ""
    return _filled(_catalogue(spoken()).gettext(msgid), msgid, values)


def ngettext(singular: str, plural: str, n: int, **values: Any) -> str:
    """Return the form for *n*; ``{count}`` is filled with *n*."""
    msgid = singular if n == 1 else plural
    return _filled(_catalogue(spoken()).ngettext(singular, plural, n), msgid, {"count": n, **values})


def pgettext(context: str, msgid: str, **values: Any) -> str:
    return _filled(_catalogue(spoken()).pgettext(context, msgid), msgid, values)


class Message:
    """A sentence that is put into words when it is shown, so that it follows a switch of language."""

    __slots__ = ("context", "msgid", "n", "plural", "values")

    def __init__(
        self,
        msgid: str,
        *,
        plural: str | None = None,
        n: int = 1,
        context: str | None = None,
        values: Any = None,
    ) -> None:
        self.msgid, self.plural, self.n, self.context = msgid, plural, n, context
        self.values: dict[str, Any] = dict(values or {})

    def __str__(self) -> str:
        if self.plural is not None:
            return ngettext(self.msgid, self.plural, self.n, **self.values)
        if self.context is not None:
            return pgettext(self.context, self.msgid, **self.values)
        return _(self.msgid, **self.values)

    def __repr__(self) -> str:
        return f"Message({self.msgid!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash((self.msgid, self.context))

    def filled(self, **values: Any) -> "Message":
        """Return the same sentence with more of its gaps filled."""
        return Message(self.msgid, plural=self.plural, n=self.n, context=self.context, values=self.values | values)

    def to_json(self) -> str:
        """Return what the file's history keeps: numbers, dates, times and messages revive, the rest is text."""
        return json.dumps(self._plain(), ensure_ascii=False)

    def _plain(self) -> dict[str, Any]:
        values = {name: _plain_value(value) for name, value in self.values.items()}
        return {
            "msgid": self.msgid,
            "plural": self.plural,
            "n": self.n,
            "context": self.context,
            "values": values,
        }

    @staticmethod
    def from_json(text: str) -> "Message":
        return _revived(json.loads(text))


def _plain_value(value: Any) -> Any:
    if isinstance(value, Message):
        return value._plain()
    if isinstance(value, dt.date):  # a datetime is one too, and is said as its date
        return {"date": dt.date.isoformat(value)}
    if isinstance(value, dt.time):
        return {"time": value.isoformat()}
    return value if isinstance(value, int | float) else say(value)


def _revived_value(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if "date" in value:
        return dt.date.fromisoformat(value["date"])
    return dt.time.fromisoformat(value["time"]) if "time" in value else _revived(value)


def _revived(plain: Mapping[str, Any]) -> Message:
    values = {name: _revived_value(value) for name, value in plain["values"].items()}
    return Message(plain["msgid"], plural=plain["plural"], n=plain["n"], context=plain["context"], values=values)


def N_(msgid: str, **values: Any) -> Message:
    return Message(msgid, values=values)


def nN_(singular: str, plural: str, n: int, **values: Any) -> Message:
    return Message(singular, plural=plural, n=n, values=values)


def pN_(context: str, msgid: str, **values: Any) -> Message:
    return Message(msgid, context=context, values=values)


_DATE_PATTERNS = {
    "de": {
        "short": "d.M.", "medium": "dd.MM.yyyy", "long": "d. MMMM yyyy",
        "weekday": "EEEE, d. MMMM", "stamp": "EEE d.M.yyyy", "month": "MMMM", "short month": "MMM", "day": "d.",
    },
    "en": {
        "short": "d/M", "medium": "dd/MM/yyyy", "long": "d MMMM yyyy",
        "weekday": "EEEE, d MMMM", "stamp": "EEE d/M/yyyy", "month": "MMMM", "short month": "MMM", "day": "d",
    },
}  # fmt: skip
_LOCALES = {"de": "de_DE", "en": "en_GB"}


def date(value: dt.date, form: str = "medium") -> str:
    """Return a date; *form* is short (25.8.), medium (25.08.2026), long, weekday, stamp, month, day (25.)."""
    if form == "medium":  # by far the most frequent; needs no Babel
        separator = "." if spoken() == "de" else "/"
        return value.strftime(f"%d{separator}%m{separator}") + f"{value.year:04d}"
    if form == "short":
        return f"{value.day}.{value.month}." if spoken() == "de" else f"{value.day}/{value.month}"
    from babel.dates import format_date  # noqa: PLC0415 -- not before the first paint

    text = str(format_date(value, _DATE_PATTERNS[spoken()][form], locale=_LOCALES[spoken()]))
    return text.replace(".", "", 1) if form in ("stamp", "short month") and spoken() == "de" else text


def time(value: dt.time) -> str:
    return f"{value.hour:02d}:{value.minute:02d}"


def number(value: float) -> str:
    """Return a number with the language's separators, at most two decimals."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.2f}".rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return text.translate(str.maketrans(",.", ".,")) if spoken() == "de" else text


def weekday(index: int, *, short: bool = False) -> str:
    """Return the name of a weekday, 1 = Monday ... 7 = Sunday."""
    names = _WEEKDAYS[spoken()][index - 1]
    return names[:2] if short and spoken() == "de" else names[:3] if short else names


_WEEKDAYS = {
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}

_FOLDED = str.maketrans(
    {"ß": "ss", "ẞ": "SS", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "AE",
     "œ": "oe", "Œ": "OE", "þ": "th", "ð": "d"}
)  # fmt: skip


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[Any, ...]:
    """Return a key for the order of a German dictionary (DIN 5007-1): ä like a, ß like ss; digits by their value."""
    plain = text.translate(_FOLDED).casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return (_by_numbers(plain), text)


_NUMBER = re.compile("([0-9]+)")


def _by_numbers(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return *text* cut at its numbers, so that 5a comes before 10a; of two numbers the longer one is the greater."""
    parts = []
    for place, part in enumerate(_NUMBER.split(text)):
        if place % 2:
            digits = part.lstrip("0")
            parts.append((0, len(digits), digits))
        elif part:
            parts.append((1, 0, part))
    return tuple(parts)
