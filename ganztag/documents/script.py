"""Writing systems: what is invisible goes, right-to-left text is joined and put in the order of the eye."""

import re
import unicodedata
from functools import cache
from typing import Any

_JOINERS = "\u200c\u200d"  # they shape Arabic letters and are gone afterwards
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ARABIC = re.compile("[\u0600-\u08ff]")
_SPACES = {"\t", "\n", "\v", "\f", "\r", "\x1c", "\x1d", "\x1e", "\x1f", "\x85"}
_KEPT_SPACES = {" ", "\u00a0", "\u202f"}
_UNREADABLE = "\ufffd"


def visible(text: str) -> str:
    """Return *text* composed (NFC) and without controls: line ends become spaces, a lone surrogate U+FFFD.

    Zero-width, bidi control and soft hyphen characters are removed; joiners stay where Arabic needs them.
    """
    if text.isascii() and text.isprintable():
        return text
    keep = _JOINERS if _ARABIC.search(text) else ""
    return "".join(_seen(character, keep) for character in unicodedata.normalize("NFC", text))


def _seen(character: str, keep: str) -> str:
    category = unicodedata.category(character)
    if character in _SPACES or category in ("Zl", "Zp"):
        return " "
    if category == "Zs":
        return character if character in _KEPT_SPACES else " "
    if category == "Cf":
        return character if character in keep else ""
    if category == "Cc" or "\ufe00" <= character <= "\ufe0f":
        return ""
    return _UNREADABLE if category == "Cs" else character


def as_seen(text: str) -> str:
    """Return *text* from left to right as the eye meets it; Arabic letters joined. Expects ``visible`` text."""
    if not _LEFTWARD.search(text):
        return text
    from bidi import get_display  # noqa: PLC0415 -- only for the papers that need it

    shaped = _reshaper().reshape(text) if _ARABIC.search(text) else text
    ordered = get_display(shaped, base_dir="L")
    return _marks_behind_letters(ordered.translate({ord(joiner): None for joiner in _JOINERS}))


@cache
def _reshaper() -> Any:
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415 -- only for the papers that need it

    return ArabicReshaper(configuration={"delete_harakat": False, "delete_tatweel": False})


def _marks_behind_letters(text: str) -> str:
    """Turning right-to-left text round puts its marks before their letters; fonts want them behind."""
    out: list[str] = []
    waiting: list[str] = []
    for character in text:
        if unicodedata.combining(character) and _LEFTWARD.match(character):
            waiting.insert(0, character)
            continue
        out.append(character)
        out.extend(waiting)
        waiting.clear()
    return "".join(out + waiting)


def leftward(text: str) -> bool:
    """There are Hebrew or Arabic letters in *text*."""
    return _LEFTWARD.search(text) is not None


def is_mark(character: str) -> bool:
    """A combining mark stands on the letter before it."""
    return unicodedata.category(character) in ("Mn", "Me")


def script_of(character: str) -> str:
    """Return ``arabic``, ``hebrew`` or an empty string."""
    if "\u0590" <= character <= "\u05ff" or "\ufb1d" <= character <= "\ufb4f":
        return "hebrew"
    return "arabic" if _LEFTWARD.match(character) else ""
