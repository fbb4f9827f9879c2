"""A table whose columns are known: which field each column holds, what is left aside, what is missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from ganztag.exchange.fields import FIELDS, REQUIRED, field_of
from ganztag.exchange.header_words import fingerprint
from ganztag.exchange.kinds import Kind
from ganztag.exchange.problems import Problem
from ganztag.exchange.sheets import Row
from ganztag.exchange.wish_columns import COURSE, PAPER, RANK, RANKING
from ganztag.language import N_, Message


@dataclass(frozen=True)
class Part:
    """The table of one sheet; *header_row* is None where the columns were known by their content alone."""

    sheet: str
    header_row: int | None
    headers: tuple[str, ...]
    mapping: Mapping[int, str]  # column, from 0 -> key of a field, wish_1 ..., course:<title>, ranking, paper:<name>
    rows: tuple[Row, ...]

    @cached_property
    def given(self) -> frozenset[str]:
        return frozenset(self.mapping.values())

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.headers)

    def column_of(self, key: str) -> int | None:
        return self._columns.get(key)

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {key: column for column, key in self.mapping.items()}

    def header_of(self, key: str) -> str:
        """Return the title of the column that holds *key*, as the file writes it; empty where there is none."""
        column = self.column_of(key)
        if column is None:
            return ""
        return self.headers[column].strip() if column < len(self.headers) else ""

    def not_taken_over(self) -> tuple[str, ...]:
        return tuple(
            header.strip()
            for column, header in enumerate(self.headers)
            if header.strip() and column not in self.mapping
        )


@dataclass(frozen=True)
class Table:
    """All sheets of a file that list the same kind of thing; *notes* say what was decided while looking at it."""

    kind: Kind
    parts: tuple[Part, ...]
    notes: tuple[Problem, ...] = ()
    skipped_sheets: tuple[str, ...] = ()
    known_courses: tuple[str, ...] = field(default=(), repr=False)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return the notes and what is missing: every required column that no part has."""
        return (*self.notes, *self._missing())

    @property
    def not_taken_over(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(header for part in self.parts for header in part.not_taken_over()))

    @property
    def usable(self) -> bool:
        return bool(self.parts) and not any(problem.is_error for problem in self.problems)

    def corrected(self, columns: Mapping[int, str | None], sheet: str | None = None) -> "Table":
        """Return the table with columns set by hand: a field's key, or None for "not taken over".

        Without *sheet* all parts change. A field moves from the column that held it before.
        """
        parts = tuple(
            replace(part, mapping=_corrected(part.mapping, columns)) if sheet in (None, part.sheet) else part
            for part in self.parts
        )
        return replace(self, parts=parts)

    def _missing(self) -> Iterator[Problem]:
        for part in self.parts:
            for group in missing(self.kind, part.given):
                yield Problem(
                    None,
                    "",
                    N_(
                        "No column for “{field}” was found. Give the column this title, or choose it by hand.",
                        field=_group_label(self.kind, group),
                    ),
                    sheet=part.sheet,
                )


def _corrected(mapping: Mapping[int, str], columns: Mapping[int, str | None]) -> dict[int, str]:
    chosen = {column: key for column, key in columns.items() if key}
    kept = {column: key for column, key in mapping.items() if column not in columns and key not in set(chosen.values())}
    return dict(sorted((kept | chosen).items()))


def missing(kind: Kind, given: frozenset[str]) -> list[tuple[str, ...]]:
    """Return the groups of required columns of which not one is there."""
    has_wishes = any(key == RANKING or key.startswith((RANK, COURSE)) for key in given)
    return [
        group for group in REQUIRED[kind] if not (has_wishes if group == ("wishes",) else given.intersection(group))
    ]


def _group_label(kind: Kind, group: tuple[str, ...]) -> Message:
    return N_("Wish") if group == ("wishes",) else field_of(kind, group[0]).label


def label_of(kind: Kind, key: str) -> Message:
    """Return what a column's meaning is called, for the list in which it is chosen by hand."""
    if key.startswith(RANK):
        return N_("Wish {rank}", rank=int(key.removeprefix(RANK)))
    if key.startswith(COURSE):
        return N_("Wishes for {course}", course=key.removeprefix(COURSE))
    if key.startswith(PAPER):
        return N_("{paper} seen on", paper=key.removeprefix(PAPER))
    return N_("All wishes in one cell") if key == RANKING else field_of(kind, key).label


def choices(kind: Kind, *, wishes: int = 6) -> tuple[str, ...]:
    """Return the keys that a column may be given by hand."""
    keys = tuple(field.key for field in FIELDS[kind])
    return (*keys, *(f"{RANK}{rank}" for rank in range(1, wishes + 1)), RANKING) if kind is Kind.WISHES else keys
