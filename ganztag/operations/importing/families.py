"""Guardians and phone numbers of a file: siblings share a guardian of the same name with the same number."""

import re
from collections import defaultdict
from collections.abc import Iterable

from ganztag.exchange.records import GuardianRecord, PupilRecord
from ganztag.operations.importing.names import name_key
from ganztag.operations.importing.pupil_acts import GuardianAct
from ganztag.queries.import_state.pupils import KnownGuardian, KnownPupil

_PARTED = re.compile(r"\s*[,;\n]\s*")
_NOT_DIGITS = re.compile(r"\D+")


def numbers_of(text: str) -> tuple[str, ...]:
    """Return the phone numbers of a cell; a slash belongs to the number."""
    return tuple(dict.fromkeys(part for part in _PARTED.split(text) if part))


def digits(number: str) -> str:
    """Return a phone number for comparing: ``+49 170 12`` and ``0170/12`` are one."""
    plain = _NOT_DIGITS.sub("", number)
    if number.strip().startswith("+49"):
        return "0" + plain[2:].removeprefix("0")
    return "0" + plain[4:] if plain.startswith("0049") else plain or number.casefold()


def _full(surname: str, call_name: str) -> str:
    return name_key(f"{call_name} {surname}")


class Families:
    """Knows all guardians of the school and those that came in earlier rows, by name and by how they are reached."""

    def __init__(self, pupils: Iterable[KnownPupil]) -> None:
        self._known: dict[tuple[str, str], GuardianAct] = {}
        reach: dict[int, set[str]] = defaultdict(set)
        guardians: dict[int, KnownGuardian] = {}
        for pupil in pupils:
            household = {digits(n) for n in pupil.phones} | {digits(n) for g in pupil.guardians for n in g.phones}
            for guardian in pupil.guardians:
                guardians[guardian.id] = guardian
                reach[guardian.id] |= household | ({guardian.email.casefold()} if guardian.email else set())
        for key, guardian in guardians.items():
            act = GuardianAct(key, "")
            for mark in reach[key]:
                self._known.setdefault((_full(guardian.surname, guardian.call_name), mark), act)

    def acts(self, record: PupilRecord, pupil: KnownPupil | None) -> tuple[tuple[GuardianAct, ...], tuple[str, ...]]:
        """Return what is new with the child's guardians, and the numbers that are the child's own."""
        theirs = list(record.guardians)
        numbers = numbers_of(record.phone)
        own: dict[int, tuple[str, ...]] = {place: numbers_of(one.phone) for place, one in enumerate(theirs)}
        own, left = _dealt_out(own, numbers)
        left = tuple(dict.fromkeys((*left, *numbers_of(record.own_phone))))
        known_numbers = _numbers_known(pupil)
        household = {digits(n) for place in own for n in own[place]} | {digits(n) for n in left}
        acts = [
            act
            for place, one in enumerate(theirs)
            if (act := self._act(record, place, one, own[place], pupil, household)) is not None
        ]
        return tuple({(one.key, one.token): one for one in acts}.values()), tuple(
            n for n in left if digits(n) not in known_numbers
        )

    def _act(
        self,
        record: PupilRecord,
        place: int,
        one: GuardianRecord,
        numbers: tuple[str, ...],
        pupil: KnownPupil | None,
        household: set[str],
    ) -> GuardianAct | None:
        key = _full(one.name.surname, one.name.call_name) or name_key(one.name.whole)
        new = tuple(n for n in numbers if digits(n) not in _numbers_known(pupil))
        for there in pupil.guardians if pupil else ():
            if _full(there.surname, there.call_name) == key:
                email = one.email if one.email.casefold() != there.email.casefold() else ""
                return GuardianAct(there.id, "", email=email, phones=new, linked=True) if email or new else None
        marks = household | ({one.email.casefold()} if one.email else set())
        for mark in sorted(marks):
            if (found := self._known.get((key, mark))) is not None:
                return found
        token = f"{record.sheet}:{record.row}:{place}"
        act = GuardianAct(None, token, one.name.surname, one.name.call_name, one.email, numbers)
        for mark in marks:
            self._known[key, mark] = act
        return act


def _dealt_out(
    own: dict[int, tuple[str, ...]], numbers: tuple[str, ...]
) -> tuple[dict[int, tuple[str, ...]], tuple[str, ...]]:
    """Give the row's numbers to its guardians: one each where they are as many, else all to the first."""
    if not own or not numbers:
        return own, numbers
    if len(own) == len(numbers) and not any(own.values()):
        return {place: (number,) for place, number in enumerate(numbers)}, ()
    return {**own, 0: tuple(dict.fromkeys((*own[0], *numbers)))}, ()


def _numbers_known(pupil: KnownPupil | None) -> set[str]:
    if pupil is None:
        return set()
    return {digits(n) for n in pupil.phones} | {digits(n) for one in pupil.guardians for n in one.phones}
