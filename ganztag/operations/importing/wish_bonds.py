"""With whom a child wants to be, and with whom not: the names on its slip, matched like those of children."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ganztag.exchange.person_names import person_of
from ganztag.exchange.problems import Problem
from ganztag.exchange.records import ChildName, WishRecord
from ganztag.exchange.values import Wrong, class_key
from ganztag.exchange.wishes import MUST
from ganztag.language import N_, Message
from ganztag.operations.importing.children import Children, spoken
from ganztag.operations.importing.preview import Change
from ganztag.operations.importing.problems import warning
from ganztag.queries.import_state.choices import KnownBond
from ganztag.queries.import_state.pupils import KnownPupil

_LABELS = {"together": N_("Together with"), "apart": N_("Not together with")}
_BRACKET = re.compile(r"^(?P<name>.*?)\s*\((?P<inside>[^()]*)\)$")
_CLASS_BEHIND = re.compile(r"^(?P<name>.*\D)[\s,]+(?P<inside>\d{1,2}\s?[a-zA-Z]?)$")


@dataclass(frozen=True)
class BondAct:
    """Two children who are to be (*kind*) together or apart."""

    pupil_id: int
    other_id: int
    kind: str
    must: bool


@dataclass
class Bonds:
    """What a row adds: the acts, the words for a preview, and what is to be looked at."""

    acts: tuple[BondAct, ...] = ()
    changes: tuple[Change, ...] = ()
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class _Row:
    """The row that is being read, its child, and which of the two columns."""

    record: WishRecord
    pupil: KnownPupil
    kind: str
    problems: list[Problem]

    def warn(self, message: Message) -> None:
        self.problems.append(warning(self.record, message, self.kind))


class Companions:
    """Finds the other children; who is bound already, also by an earlier row, is not bound twice."""

    def __init__(self, children: Children, known: Iterable[KnownBond]) -> None:
        self._children = children
        self._bound = {frozenset((one.pupil_id, one.other_id)): one.kind for one in known}

    def of(self, record: WishRecord, pupil: KnownPupil) -> Bonds:
        """Return what a row says; a name that nobody bears is told and left out, the rest of the row stays."""
        found = Bonds()
        for kind, cells in (("together", record.together), ("apart", record.apart)):
            row, names = _Row(record, pupil, kind, found.problems), []
            for other, must in (one for cell in cells for one in self._people(cell, row)):
                if self._is_new(other, row):
                    found.acts += (BondAct(pupil.id, other.id, kind, must),)
                    names.append(spoken(other))
            if names:
                found.changes += (Change(_LABELS[kind], "", ", ".join(names)),)
        return found

    def _is_new(self, other: KnownPupil, row: _Row) -> bool:
        pair, names = frozenset((row.pupil.id, other.id)), {"name": spoken(row.pupil), "other": spoken(other)}
        if row.pupil.id == other.id:
            row.warn(N_("{name} names itself; this is left out.", name=spoken(other)))
        elif pair not in self._bound:
            self._bound[pair] = row.kind
            return True
        elif self._bound[pair] != row.kind and row.kind == "apart":
            row.warn(N_("{name} and {other} are to be together already; this stays.", **names))
        elif self._bound[pair] != row.kind:
            row.warn(N_("{name} and {other} are to be apart already; this stays.", **names))
        return False

    def _people(self, cell: str, row: _Row) -> Iterator[tuple[KnownPupil, bool]]:
        """Yield the children of a cell; ``Kaya, Mia`` may be one or two."""
        text, class_name, must = _taken_apart(cell)
        for part in self._parts(text, row):
            own, named, _must = _taken_apart(part)
            wanted = named or class_name
            person = person_of(own)
            name = ChildName(
                row=row.record.row,
                surname=person.surname,
                call_name=person.call_name,
                class_name=wanted or row.pupil.class_name,
            )
            found = self._child(name, row, said_class=bool(wanted))
            if found is not None:
                yield found, must

    def _parts(self, text: str, row: _Row) -> list[str]:
        pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
        if len(pieces) < 2:
            return pieces
        whole = person_of(text)
        one = ChildName(row=row.record.row, surname=whole.surname, call_name=whole.call_name,
                        class_name=row.pupil.class_name)  # fmt: skip
        lone = len(pieces) == 2 and all(" " not in piece for piece in pieces)
        if self._knows(one) or (lone and not any(self._knows(_lone(piece, row)) for piece in pieces)):
            return [text]
        return pieces

    def _knows(self, name: ChildName) -> bool:
        try:
            self._children.find(name)
        except Wrong:
            return False
        return True

    def _child(self, name: ChildName, row: _Row, *, said_class: bool) -> KnownPupil | None:
        """Return who is meant; of the class itself also a name that is nearly right, which is told."""
        try:
            found, doubt = self._children.find(name)
        except Wrong as wrong:
            meant = self._children.meant(name)
            if meant is None or class_key(meant.class_name) != class_key(name.class_name):
                row.warn(wrong.message)
                return None
            row.warn(N_("“{text}” is taken as {name}.", text=name.spoken_name, name=spoken(meant)))
            return meant
        if doubt is not None and (said_class or not name.surname):
            row.warn(doubt)
        return found


def _lone(call_name: str, row: _Row) -> ChildName:
    return ChildName(row=row.record.row, call_name=call_name, class_name=row.pupil.class_name)


def _taken_apart(cell: str) -> tuple[str, str, bool]:
    """Return a name, the class that stands behind it (``Mia Kaya (5b)``, ``Mia 5b``), and whether it must be so."""
    if found := _BRACKET.match(cell):
        words = [word.strip() for word in found["inside"].split(",")]
        classes = [word for word in words if word and word.casefold() not in (MUST, "must")]
        return found["name"], " ".join(classes), len(classes) < len([word for word in words if word])
    if found := _CLASS_BEHIND.match(cell):
        return found["name"].rstrip(", "), found["inside"], False
    return cell, "", False
