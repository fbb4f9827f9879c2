"""What an import would do, as plain data: row by row, before anything is written."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ganztag.exchange.kinds import Kind
from ganztag.exchange.problems import Problem
from ganztag.exchange.sheets import Sheets
from ganztag.exchange.tables import Table
from ganztag.language import Message

Place = tuple[str, int]  # sheet and row


class What(StrEnum):
    """What becomes of a row; LEAVES is no row, but a child that is missing from the file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WRONG = "wrong"
    LEAVES = "leaves"


class Answer(StrEnum):
    """To the question whether a number that comes back with another first name is still the same child."""

    SAME = "same"
    ANOTHER = "another"


@dataclass(frozen=True)
class Change:
    """One field that will read differently, in words."""

    label: Message
    before: str
    after: str


@dataclass(frozen=True)
class Item:
    """A row and what becomes of it; *act* is what the deed of its kind needs to know, *key* the thing's id."""

    row: int | None
    sheet: str
    what: What
    name: str
    changes: tuple[Change, ...] = ()
    key: int | None = None
    act: Any = None

    @property
    def place(self) -> Place | None:
        return None if self.row is None else (self.sheet, self.row)


@dataclass(frozen=True)
class Question:
    """A row that cannot be decided without a person: the same child with another name, or another child?"""

    row: int
    sheet: str
    message: Message
    name: str
    known: str

    @property
    def place(self) -> Place:
        return (self.sheet, self.row)


@dataclass(frozen=True)
class Creation:
    """Things that the file names and the school does not have yet; they come with the import."""

    label: Message
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How a file is to be taken; everything has its usual answer.

    *term_id* None: the half-year that is being worked on. *sheet* None: all sheets that list the kind. *columns*:
    sheet -> column (from 0) -> field or None, set by hand. *whole_school*: who is missing leaves. *ballot*: by name.
    For lessons: *bell_times* (empty: the school's), and whether unknown rooms and people come with the import.
    """

    term_id: int | None = None
    sheet: str | None = None
    columns: Mapping[str, Mapping[int, str | None]] = field(default_factory=dict)
    whole_school: bool = False
    ballot: str = ""
    answers: Mapping[Place, Answer] = field(default_factory=dict)
    bell_times: str = ""
    make_rooms: bool = False
    make_staff: bool = False


@dataclass(frozen=True)
class Request:
    """What is to be imported into which half-year, and how."""

    kind: Kind
    sheets: Sheets
    term_id: int
    settings: Settings


@dataclass(frozen=True)
class Outcome:
    """What the comparison of one kind's records with the school comes to."""

    items: tuple[Item, ...]
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()
    creates: tuple[Creation, ...] = ()
    extra: Any = None


@dataclass(frozen=True)
class ImportPlan:
    """Everything a preview shows and an import does. *extra* belongs to the deed of the kind."""

    request: Request
    table: Table
    items: tuple[Item, ...]
    problems: tuple[Problem, ...]
    questions: tuple[Question, ...]
    creates: tuple[Creation, ...]
    not_taken_over: tuple[str, ...]
    rows_can_be_left_out: bool
    extra: Any = None
    revision: int = 0

    @property
    def kind(self) -> Kind:
        return self.request.kind

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if not problem.is_error)

    @property
    def counts(self) -> dict[What, int]:
        """Return how many rows become what; all five are there."""
        counted = Counter(item.what for item in self.items)
        return {what: counted[what] for what in What}

    @property
    def to_do(self) -> tuple[Item, ...]:
        """Return the items that change something."""
        return tuple(item for item in self.items if item.what in (What.NEW, What.CHANGED, What.LEAVES))

    def ready(self, *, skip_bad_rows: bool = False) -> bool:
        """Say whether it may be imported as it stands."""
        return not self.errors or (skip_bad_rows and self.rows_can_be_left_out)
