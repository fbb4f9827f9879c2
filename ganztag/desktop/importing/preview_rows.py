"""The rows of the preview: what stands in the file, and what becomes of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ganztag.desktop.importing.words import STATES
from ganztag.desktop.widgets.cells import MUTED, PILL, STRONG, TEXT
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.paints import Pill
from ganztag.exchange.problems import Problem
from ganztag.language import N_, _, number
from ganztag.operations.importing import Change, ImportPlan, Item, What


@dataclass(frozen=True)
class PreviewRow:
    """*what* None: the row is rightly left out, as a sum is."""

    id: int
    sheet: str
    row: int | None
    what: What | None
    name: str
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]

    @property
    def place(self) -> tuple[str, int] | None:
        return None if self.row is None else (self.sheet, self.row)

    @property
    def has_warning(self) -> bool:
        return any(not problem.is_error for problem in self.problems)


def preview_rows(plan: ImportPlan) -> list[PreviewRow]:
    """Return all rows in the order of the file; the children who would leave come last."""
    problems: dict[tuple[str, int], list[Problem]] = defaultdict(list)
    for problem in plan.problems:
        if problem.row is not None:
            problems[problem.sheet, problem.row].append(problem)
    found: list[tuple[int | None, str, Item | None]] = [(item.row, item.sheet, item) for item in plan.items]
    known = {(sheet, row) for row, sheet, _item in found}
    found += [(row, sheet, None) for sheet, row in problems if (sheet, row) not in known]
    order = {part.sheet: place for place, part in enumerate(plan.table.parts)}
    found.sort(key=lambda one: (one[0] is None, order.get(one[1], 0), one[0] or 0))
    return [_row(key, *one, tuple(problems.get((one[1], one[0] or 0), ()))) for key, one in enumerate(found)]


def _row(key: int, row: int | None, sheet: str, item: Item | None, problems: tuple[Problem, ...]) -> PreviewRow:
    if item is None:
        return PreviewRow(key, sheet, row, None, "", (), problems)
    return PreviewRow(key, sheet, row, item.what, item.name, item.changes, problems)


def changes_in_words(row: PreviewRow) -> Iterator[str]:
    """Yield what is wrong first, then what changes, then what wants to be read."""
    yield from (_problem(problem) for problem in row.problems if problem.is_error)
    yield from (change_in_words(change) for change in row.changes)
    yield from (_problem(problem) for problem in row.problems if not problem.is_error)


def change_in_words(change: Change) -> str:
    if not change.before:
        return _("{field}: {after}", field=change.label, after=change.after or "–")
    return _("{field}: {before} → {after}", field=change.label, before=change.before, after=change.after or "–")


def _problem(problem: Problem) -> str:
    if problem.column:
        return _("{column}: {message}", column=problem.column, message=problem.message)
    return str(problem.message)


def _shown(row: PreviewRow) -> str:
    return " · ".join(changes_in_words(row))


def _place(row: PreviewRow) -> str:
    if row.row is None:
        return "–"
    return number(row.row)


def _place_with_sheet(row: PreviewRow) -> str:
    return f"{row.sheet} {_place(row)}".strip()


def _state(row: PreviewRow) -> Pill:
    word, tone, icon = STATES[row.what]
    if row.has_warning and row.what not in (What.WRONG, None):
        icon = "triangle-alert"
    return Pill(str(word), tone, icon)


COLUMNS: tuple[Column[PreviewRow], ...] = (
    Column(
        "place",
        N_("Row"),
        shown=_place,
        sorted_by=lambda row: (row.row is None, row.id),
        cell=MUTED,
        width=70,
        tip=_place_with_sheet,
    ),
    Column("what", N_("What happens"), shown=_state, sorted_by=lambda row: str(row.what or ""), cell=PILL, width=125),
    Column("name", N_("Name"), shown=lambda row: row.name, cell=STRONG, width=200),
    Column("changes", N_("What changes"), shown=_shown, cell=TEXT, width=300, stretch=True, tip=_shown),
)
