"""The guardians of a child as a row of a table names them."""

from functools import partial

from ganztag.domain.text import tidy
from ganztag.exchange.person_names import PersonName, people_of, person_of
from ganztag.exchange.records import GuardianRecord
from ganztag.exchange.rows import RowReader

_FEWEST_DIGITS = 5


def guardians_of(reader: RowReader) -> tuple[tuple[GuardianRecord, ...], tuple[str, ...]]:
    """Return the guardians of a row, and the phone numbers of those whom it does not name."""
    people = reader.value("guardians", partial(people_of, surname_first=True)) or ()
    found = [GuardianRecord(name=name) for name in people]
    nameless: list[str] = []
    for place in (1, 2):
        name, numbers = _name(reader, place), _numbers(reader, place)
        if name is None:
            nameless += numbers
        else:
            email = reader.text(f"guardian{place}_email")
            found.append(GuardianRecord(name=name, phone=", ".join(numbers), email=email))
    return tuple(found), tuple(nameless)


def _name(reader: RowReader, place: int) -> PersonName | None:
    surname, call_name = reader.text(f"guardian{place}_surname"), reader.text(f"guardian{place}_call_name")
    if surname or call_name:
        return PersonName(tidy(f"{call_name} {surname}"), surname, call_name)
    whole = reader.text(f"guardian{place}_name")
    if not any(letter.isalpha() for letter in whole):
        return None
    lone = " " not in whole and tidy(reader.part.header_of(f"guardian{place}_name")).casefold().startswith("name")
    return PersonName(whole, whole, "") if lone else person_of(whole)


def _numbers(reader: RowReader, place: int) -> tuple[str, ...]:
    """Return what the row has of this guardian's numbers; below ``Mutter`` some schools write the number itself."""
    whole = reader.text(f"guardian{place}_name")
    is_number = not any(c.isalpha() for c in whole) and sum(c.isdigit() for c in whole) >= _FEWEST_DIGITS
    texts = (whole if is_number else "", *(reader.text(f"guardian{place}_{part}") for part in ("phone", "mobile")))
    return tuple(dict.fromkeys(filter(None, texts)))
