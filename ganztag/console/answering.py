"""Answers on the command line to what an import asks: ``--same 27`` and ``--other 27``."""

import argparse
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ganztag.domain.objection import Objection
from ganztag.language import N_, _
from ganztag.operations.importing.preview import Answer, Place, Question


@dataclass(frozen=True)
class Answers:
    """Rows as they were typed: a number, or SHEET:number for a workbook in which several sheets ask."""

    same: tuple[str, ...]
    other: tuple[str, ...]

    @staticmethod
    def of(chosen: argparse.Namespace) -> "Answers":
        return Answers(tuple(chosen.same), tuple(chosen.other))

    def __bool__(self) -> bool:
        return bool(self.same or self.other)

    def to(self, questions: Iterable[Question]) -> Mapping[Place, Answer]:
        """Return the answer for each row that asks; objects to rows that ask nothing and to two answers."""
        asked = tuple(question.place for question in questions)
        found: dict[Place, Answer] = {}
        for rows, answer in ((self.same, Answer.SAME), (self.other, Answer.ANOTHER)):
            for typed in (part.strip() for row in rows for part in row.split(",")):
                place = _place(typed, asked)
                if found.setdefault(place, answer) is not answer:
                    raise Objection(N_("Row {row} has two answers.", row=typed))
        return found


def describe(command: argparse.ArgumentParser) -> None:
    text = _("row of a child whose ID belonged to another name: it is the same child, renamed")
    command.add_argument("--same", action="append", default=[], metavar=_("ROW"), help=text)
    text = _("the same, but it is another child, who has this ID from now on")
    command.add_argument("--other", action="append", default=[], metavar=_("ROW"), help=text)


def _place(typed: str, asked: tuple[Place, ...]) -> Place:
    sheet, _colon, row = typed.rpartition(":")
    fitting = [one for one in asked if str(one[1]) == row and (not sheet or one[0].casefold() == sheet.casefold())]
    if len(fitting) > 1:
        raise Objection(N_("Several sheets ask in row {row}. Please write SHEET:ROW.", row=typed))
    if not fitting:
        rows = ", ".join(str(row) for _sheet, row in asked) or "–"
        raise Objection(N_("Nothing is asked in row {row}. Rows that ask: {rows}", row=typed, rows=rows))
    return fitting[0]
