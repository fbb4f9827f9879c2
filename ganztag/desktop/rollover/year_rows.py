"""The rows of the year change's preview: each class and each child, and what becomes of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ganztag.desktop.widgets.cells import MARKED, MUTED, NUMBER, PILL, STRONG, TEXT, Marked
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.paints import Pill
from ganztag.language import N_, Message, _
from ganztag.planning.rollover.year_plan import Becomes, ClassLine, PupilLine, YearPlan

# (word, tone, icon) of what becomes of a class or a child
WORDS: dict[Becomes, tuple[Message, str, str]] = {
    Becomes.UP: (N_("moves up"), "ok", "chevron-up"),
    Becomes.STAYS: (N_("stays"), "accent", "rotate-ccw"),
    Becomes.MOVES: (N_("changes class"), "accent", "arrow-left-right"),
    Becomes.LEAVES: (N_("leaves"), "warn", "log-out"),
    Becomes.WITHOUT: (N_("has no class yet"), "warn", "circle-dashed"),
    Becomes.THERE: (N_("is there already"), "muted", "check"),
}


@dataclass(frozen=True)
class ClassRow:
    """A class of the old year."""

    id: int
    line: ClassLine
    place: int


@dataclass(frozen=True)
class PupilRow:
    """A child of the old year; *place* keeps the order of the classes."""

    id: int
    line: PupilLine
    place: int


def class_rows(plan: YearPlan) -> list[ClassRow]:
    return [ClassRow(line.old.id, line, place) for place, line in enumerate(plan.classes)]


def pupil_rows(plan: YearPlan) -> list[PupilRow]:
    """Return the children in the order of their classes and names; those without a class stand first."""
    order = {line.old.id: place for place, line in enumerate(plan.classes, start=1)}
    lines = sorted(plan.pupils, key=lambda line: order.get(line.pupil.class_id or 0, 0))
    return [PupilRow(line.pupil.id, line, place) for place, line in enumerate(lines)]


def pill(becomes: Becomes) -> Pill:
    word, tone, icon = WORDS[becomes]
    return Pill(str(word), tone, icon)


def new_name(line: ClassLine) -> str:
    """Return what stands in the cell of the new name."""
    if line.becomes is Becomes.WITHOUT:
        return _("year group {year}", year=line.label)
    return line.name


def _class_note(row: ClassRow) -> Marked | None:
    if row.line.notes:
        return Marked(str(row.line.notes[0].message), "warn", "triangle-alert")
    if row.line.name != row.line.usual and row.line.becomes is not Becomes.WITHOUT:
        return Marked(_("by hand"), "muted", "pencil")
    return None


def class_columns(rename: Callable[[ClassRow, str], None]) -> tuple[Column[ClassRow], ...]:
    """Return the columns; *rename* gets a class and the name that was typed for the new year."""
    return (
        Column("name", N_("Class"), shown=lambda row: row.line.old.name, sorted_by=lambda row: row.place,
               cell=STRONG, width=96),
        Column("pupils", N_("Children"), shown=lambda row: str(row.line.old.pupils), cell=NUMBER, width=84,
               sorted_by=lambda row: row.line.old.pupils),
        Column("becomes", N_("What happens"), shown=lambda row: pill(row.line.becomes), cell=PILL, width=160,
               sorted_by=lambda row: str(row.line.becomes)),
        Column("new", N_("In the new school year"), shown=lambda row: new_name(row.line), cell=TEXT, width=190,
               edited=rename),
        Column("notes", N_("Notes"), shown=_class_note, cell=MARKED, width=160, stretch=True),
    )  # fmt: skip


def _then(row: PupilRow) -> str:
    if row.line.class_name:
        return row.line.class_name
    return _("year group {year}", year=row.line.label) if row.line.label else ""


def _by_hand(row: PupilRow) -> Marked | None:
    return Marked(_("by hand"), "muted", "pencil") if row.line.by_hand else None


PUPIL_COLUMNS: tuple[Column[PupilRow], ...] = (
    Column("name", N_("Name"), shown=lambda row: row.line.pupil.name, cell=STRONG, width=210, stretch=True),
    Column("before", N_("Class"), shown=lambda row: row.line.before, sorted_by=lambda row: row.place, cell=MUTED,
           width=90),
    Column("becomes", N_("What happens"), shown=lambda row: pill(row.line.becomes), cell=PILL, width=170,
           sorted_by=lambda row: str(row.line.becomes)),
    Column("new", N_("New"), shown=_then, cell=TEXT, width=110),
    Column("hand", N_("Notes"), shown=_by_hand, cell=MARKED, width=100, gives_way=True),
)  # fmt: skip


def chips(rows: list[PupilRow]) -> Iterator[tuple[str, Message, Callable[[PupilRow], bool]]]:
    """Yield key, label and rule of the filters that would show something."""
    yield "all", N_("All"), _any
    for becomes, (word, _tone, _icon) in WORDS.items():
        if any(row.line.becomes is becomes for row in rows):
            yield becomes.value, word, _Is(becomes)
    if any(row.line.by_hand for row in rows):
        yield "hand", N_("by hand"), _is_by_hand


def _any(_row: PupilRow) -> bool:
    return True


def _is_by_hand(row: PupilRow) -> bool:
    return row.line.by_hand


class _Is:
    """The rule of a chip."""

    def __init__(self, becomes: Becomes) -> None:
        self._becomes = becomes

    def __call__(self, row: PupilRow) -> bool:
        return row.line.becomes is self._becomes
