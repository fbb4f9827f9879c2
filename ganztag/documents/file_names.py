"""Names of files made from names of courses and classes: safe on every system, and never twice."""

import re
import unicodedata
from collections.abc import Iterable

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")}
_LONGEST = 120
_MOST_BYTES = 240  # Linux counts bytes, and a Vietnamese letter has three
_ALLOWED = " -_.,()+&'’"


def safe(stem: str, ending: str = "pdf") -> str:
    """Return a file name of letters, digits and harmless signs, at most 120 characters, in NFC."""
    kept = "".join(map(_kept, unicodedata.normalize("NFC", stem)))
    room = _LONGEST - len(ending) - 1
    short = _within(re.sub(" +", " ", kept).strip(" ."), room) or "_"
    if short.split(".")[0].strip().casefold() in _RESERVED:
        short = f"_{short}"[:room]
    return f"{short}.{ending}"


def _within(stem: str, room: int) -> str:
    cut = stem[:room].encode()[:_MOST_BYTES].decode(errors="ignore")
    return cut.strip(" .")


def _kept(character: str) -> str:
    if character in _ALLOWED or unicodedata.category(character)[0] in "LMN":
        return character
    return "" if unicodedata.category(character) in ("Cc", "Cf", "Cs") else " "


def unique(stems: Iterable[str], ending: str = "pdf") -> list[str]:
    """Return a safe name for each of *stems*; what would be the same for Windows gets (2), (3), ..."""
    taken: set[str] = set()
    names = []
    for stem in stems:
        name = safe(stem, ending)
        number = 2
        while name.casefold() in taken:
            tail = f" ({number})"
            base = safe(stem, ending).removesuffix(f".{ending}")
            name = f"{_within(base, _LONGEST - len(ending) - 1 - len(tail))}{tail}.{ending}"
            number += 1
        taken.add(name.casefold())
        names.append(name)
    return names
