"""Names that stand in one cell, taken apart where that can be done."""

import re
from dataclasses import dataclass

from ganztag.domain.text import tidy
from ganztag.exchange.kinds import words
from ganztag.exchange.values import name_of

_PARTICLES = frozenset(
    words(
        "von van vom de del della di da do dos du der den des die zu zum zur ten ter te el al la le "
        "bin ibn abu af av auf"
    )
)
_SEVERAL = re.compile(r"\s*(?:[,;/&\n]|\bund\b|\band\b)\s*")
_TITLE = re.compile(r"^(?:(?:herr|frau|fr\.|hr\.|dr\.|prof\.|mr\.?|mrs\.?|ms\.?)\s+)+", re.IGNORECASE)


@dataclass(frozen=True)
class PersonName:
    """*whole* is what the file says; the parts are the best guess, one of them may be empty."""

    whole: str
    surname: str = ""
    call_name: str = ""


def person_of(text: str, *, surname_first: bool = False) -> PersonName:
    """Return a name in parts: ``Müller, Jörg`` or ``Zoë von der Heide``; a lone word is a call name.

    With *surname_first* (``Name, Vorname`` says the title) the surname goes before without a comma too.

    Raises `Wrong` for what is too long for a name.
    """
    whole = name_of(text)
    bare = _TITLE.sub("", whole)
    if "," in bare:
        surname, _, call_name = (part.strip() for part in bare.partition(","))
        return PersonName(whole, surname, call_name)
    parts = bare.split()
    if len(parts) < 2:
        return PersonName(whole, "", bare) if bare == whole else PersonName(whole, bare, "")
    if surname_first:
        return _surname_first(whole, parts)
    start = len(parts) - 1
    while start > 1 and parts[start - 1].casefold() in _PARTICLES:
        start -= 1
    return PersonName(whole, " ".join(parts[start:]), " ".join(parts[:start]))


def _surname_first(whole: str, parts: list[str]) -> PersonName:
    end = 1
    while end < len(parts) - 1 and parts[end - 1].casefold() in _PARTICLES:
        end += 1
    return PersonName(whole, " ".join(parts[:end]), " ".join(parts[end:]))


def people_of(text: str, *, surname_first: bool = False) -> tuple[PersonName, ...]:
    """Return several people, parted by commas; with *surname_first* two lone words with a comma are one person."""
    plain = tidy(text, lines=True)
    parts = [part for raw in _SEVERAL.split(plain) if (part := tidy(raw))]
    if surname_first and len(parts) == 2 and plain.count(",") == 1 and all(" " not in part for part in parts):
        return (PersonName(name_of(plain), parts[0], parts[1]),)
    return tuple(person_of(part) for part in parts)
