"""Column titles as they are compared: small plain letters, without the prefixes that programs put before them."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "a", "ł": "l", "ı": "i"})
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[^\w]+(?=\d)")
_NOT_ALPHANUMERIC = re.compile(r"[^0-9a-z]+")
_PREFIX = re.compile(
    r"^(?:sch(?:ü|ue)ler(?:in(?:nen)?)?(?:[/*:]+in(?:nen)?)?|slr|kla|klassen?|address|lehrer|kinde?r?)[\s_./:-]+(?=\w)",
    re.IGNORECASE,
)
_CAMEL_PREFIX = re.compile(r"^Schueler(?:in)?(?=[A-Z])")
_WHOSE = re.compile(
    r"\s*\(?\b(?:des|der|deines|deiner|ihres|ihrer|dein|ihr|of the|of your)?\s*"
    r"(?:kindes|kind|sch(?:ü|ue)lers|sch(?:ü|ue)lerin|child|pupil|student)\)?$",
    re.IGNORECASE,
)
_FORM = re.compile(r"[.\s]*(?:\((?:kurz|lang)form\)|(?:kurz|lang)form)$", re.IGNORECASE)
_BRACKET = re.compile(r"^(?P<question>.*?)\s*\[(?P<part>[^\[\]]+)\]\s*$", re.DOTALL)


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """Return *text* in small plain letters and digits only: ``Straße (Nr.)`` -> ``strassenr``."""
    small = unicodedata.normalize("NFC", text).casefold().translate(_SPELLED_OUT)
    plain = "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
    return _NOT_ALPHANUMERIC.sub("", plain)


@lru_cache(maxsize=8192)
def numbered(text: str) -> str:
    """Return *text* like `normal`, its numbers kept apart: room 1.12 is not 11.2, class 1/2 is not 12."""
    return ".".join(map(normal, _BETWEEN_DIGITS.split(text)))


@lru_cache(maxsize=8192)
def spellings(header: str) -> tuple[str, ...]:
    """Return what a title may mean, the most exact first: as it stands, then without prefixes and additions."""
    whole = header.strip().rstrip("*:?")
    found = [whole]
    if bracket := _BRACKET.match(whole):
        found.append(bracket["part"])
    for text in list(found):
        bare = _FORM.sub("", _WHOSE.sub("", text) or text)
        found += [bare, _CAMEL_PREFIX.sub("", _PREFIX.sub("", bare))]
    return tuple(dict.fromkeys(word for text in found if (word := normal(text))))


def fingerprint(headers: Sequence[str]) -> str:
    """Return what a table's titles are remembered by; the same columns in the same order give the same."""
    joined = "\x1f".join(normal(header) for header in headers)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]
