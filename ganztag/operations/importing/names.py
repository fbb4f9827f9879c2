"""When two spellings are the same name, and what a person may have meant."""

import difflib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from ganztag.domain.search import folded

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_ALIKE = 0.75


@lru_cache(maxsize=65536)
def name_key(text: str) -> str:
    """Return what spellings of one name share: ``Müller``, ``MUELLER`` and ``Mueller`` are one."""
    return folded(unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS))


def person_key(surname: str, prefix: str, call_name: str) -> tuple[str, str]:
    """Return the key of family name and call name; a prefix counts as part of the family name."""
    return name_key(f"{prefix} {surname}"), name_key(call_name)


def same_first_name(one: str, other: str) -> bool:
    """Say whether two first names may well be one child's: ``Mia`` and ``Mia-Sophie``, ``Mohamed`` and ``Mohammed``."""
    first, second = set(name_key(one).split()), set(name_key(other).split())
    if not first or not second or first & second:
        return True
    return difflib.SequenceMatcher(None, name_key(one), name_key(other)).ratio() >= 0.8


def nearest(text: str, known: Iterable[str]) -> str | None:
    """Return the known name that *text* most probably means, None where none is near."""
    by_key = {name_key(name): name for name in known}
    found = difflib.get_close_matches(name_key(text), by_key, n=1, cutoff=_ALIKE)
    return by_key[found[0]] if found else None


_PARTICLES = frozenset(
    (
        "von",
        "vom",
        "van",
        "der",
        "den",
        "dem",
        "des",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "du",
        "zu",
        "zum",
        "zur",
        "ten",
        "ter",
        "te",
        "auf",
        "af",
        "av",
        "la",
        "le",
    )
)


def family_parts(surname: str) -> tuple[str, str]:
    """Return prefix and surname of a family name: ``von der Heide`` is sorted under H."""
    words = surname.split()
    first = next((place for place, word in enumerate(words) if word not in _PARTICLES), len(words))
    if 0 < first < len(words):
        return " ".join(words[:first]), " ".join(words[first:])
    return "", surname


def better_spelling(new: str, old: str) -> str:
    """Return which of two spellings to keep: one in capitals or without its accents adds nothing to a name."""
    if not new or "?" in new or "\ufffd" in new:
        return old
    if name_key(new) == name_key(old) and (new.isupper() or (new.isascii() and not old.isascii())):
        return old
    return new
