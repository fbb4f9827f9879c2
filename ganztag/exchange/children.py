"""How the tables of pupils, wishes and enrolments name a child."""

from functools import partial
from typing import TypedDict

from ganztag.exchange.header_words import normal
from ganztag.exchange.kinds import Kind
from ganztag.exchange.person_names import PersonName, person_of
from ganztag.exchange.records import ChildName
from ganztag.exchange.rows import RowReader
from ganztag.exchange.values import class_key, class_of, is_lossy, mixes_alphabets, name_of
from ganztag.language import N_

_SURNAME_FIRST = ("namevorname", "nachnamevorname", "familiennamevorname", "zunamevorname")


class ChildFields(TypedDict):
    row: int
    sheet: str
    given: frozenset[str]
    surname: str
    call_name: str
    whole_name: str
    class_name: str
    external_id: str


def names_in(reader: RowReader) -> tuple[str, str, str]:
    """Return surname and call name of a row, and the whole name where both come from that one cell."""
    surname, call_name, whole = reader.text("surname"), reader.text("call_name"), reader.text("whole_name")
    if whole and call_name and not reader.has("surname"):
        return _surname_beside(whole, call_name), call_name, ""
    if not whole or surname or call_name:
        return surname, call_name, ""
    parse = partial(person_of, surname_first=normal(reader.part.header_of("whole_name")) in _SURNAME_FIRST)
    person = reader.value("whole_name", parse) or PersonName(whole)
    return person.surname, person.call_name, whole


def _surname_beside(whole: str, call_name: str) -> str:
    """Return the surname out of ``Schüler/in`` beside a ``Vorname``: the cell may hold it alone or the whole name."""
    if "," in whole:
        return whole.partition(",")[0].strip()
    first = call_name.casefold().split()
    return " ".join(word for word in whole.split() if word.casefold() not in first) or whole


def child_fields(reader: RowReader) -> ChildFields:
    """Return names, class and number of the row's child; a row without any name (and number) is wrong."""
    surname, call_name, whole = names_in(reader)
    external_id = reader.text("external_id", name_of)
    _check_names(reader, surname, call_name, external_id)
    return {
        "row": reader.row.number,
        "sheet": reader.part.sheet,
        "given": reader.part.given,
        "surname": surname,
        "call_name": call_name,
        "whole_name": whole,
        "class_name": reader.text("class_name", class_of),
        "external_id": external_id,
    }


def _check_names(reader: RowReader, surname: str, call_name: str, external_id: str) -> None:
    place = next((key for key in ("surname", "call_name", "whole_name") if reader.has(key)), "")
    known_by_number = (external_id or reader.raw("paper")) and reader.kind is not Kind.PUPILS
    if place and not surname and not call_name and reader.is_sound and not known_by_number:
        reader.wrong(place, N_("This row has no name."))
    for key, name in (("surname", surname), ("call_name", call_name)):
        place = key if reader.has(key) else "whole_name"
        if is_lossy(name):
            reader.warn(place, N_("Letters of the name “{name}” were lost before it came here.", name=name))
        if mixes_alphabets(name):
            reader.warn(place, N_("The name “{name}” mixes letters of different alphabets.", name=name))


def name_key(child: ChildName) -> tuple[str, str, str]:
    """Return what two rows of one child share where there is no number: names and class."""
    return name_part(child.surname), name_part(child.call_name), class_key(child.class_name)


def name_part(name: str) -> str:
    """Return a name for comparing; one in another script, of which no plain letter is left, stays as it is."""
    return normal(name) or name.casefold()
