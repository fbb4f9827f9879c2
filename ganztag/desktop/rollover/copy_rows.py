"""The rows of the copy's preview: each course, what becomes of it, and why."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ganztag.desktop.widgets.cells import CATEGORY, MARKED, MUTED, NUMBER, PILL, TEXT, Labelled, Marked
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.paints import Pill
from ganztag.desktop.widgets.ticks import TICK_WIDTH, TickCell
from ganztag.language import N_, Message, ngettext
from ganztag.planning.rollover.copy_plan import CopyLine, CopyPlan, NewMeeting, What
from ganztag.planning.rollover.placing_anew import block_in_words

# (word, tone, icon) of what becomes of a course
WORDS: dict[What, tuple[Message, str, str]] = {
    What.NEW: (N_("comes over"), "ok", "plus"),
    What.COMPLETED: (N_("is completed"), "accent", "pencil"),
    What.THERE: (N_("is there already"), "muted", "check"),
    What.RUNS_ON: (N_("runs on"), "muted", "arrow-right"),
    What.LEFT_OUT: (N_("is left out"), "muted", "minus"),
}


@dataclass(frozen=True)
class CopyRow:
    """*marked* None: there is nothing to tick, the course runs on."""

    id: int
    marked: bool | None
    line: CopyLine
    number: str
    when: str
    who: str
    children: str
    notes: tuple[tuple[str, str], ...]  # (text, tone)

    @property
    def has_warning(self) -> bool:
        return any(tone == "warn" for _text, tone in self.notes)


def copy_rows(plan: CopyPlan) -> list[CopyRow]:
    """Return a row for each course, in their order."""
    return [_row(line, plan) for line in plan.lines]


def _row(line: CopyLine, plan: CopyPlan) -> CopyRow:
    meetings = meetings_of(line)
    people = dict.fromkeys(key for meeting in meetings for key, _role in meeting.leaders)
    return CopyRow(
        id=line.course.id,
        marked=None if line.what is What.RUNS_ON else line.ticked,
        line=line,
        number=line.number if line.does_something else line.course.number,
        when=", ".join(dict.fromkeys(when(meeting) for meeting in meetings)),
        who=", ".join(plan.state.staff[key].name for key in people),
        children=_children(line, plan),
        notes=tuple(_notes(line)),
    )


def _notes(line: CopyLine) -> Iterator[tuple[str, str]]:
    yield from ((str(note.message), note.tone) for note in line.notes)
    left = len(line.carried.not_taken)
    if left:
        yield ngettext("{count} child not taken over", "{count} children not taken over", left), "warn"


def meetings_of(line: CopyLine) -> tuple[NewMeeting, ...]:
    """Return when the course meets in the target; where nothing comes over, when it meets now."""
    if line.what is What.NEW:
        return line.meetings
    shown = line.there if line.there is not None else line.course
    return tuple(NewMeeting(one.block, {"weekday": one.weekday, "starts": one.starts, "ends": one.ends,
                                        "room_id": one.room_id}, one.leaders) for one in shown.meetings)  # fmt: skip


def when(meeting: NewMeeting) -> str:
    """Return weekday and times: those of its own before those of its block."""
    day, starts, ends = (meeting.fields.get(name) for name in ("weekday", "starts", "ends"))
    block = meeting.block
    if block is None:
        return block_in_words((day or 1, starts, ends)) if starts and ends else ""  # type: ignore[arg-type]
    return block_in_words((day or block[0], starts or block[1], ends or block[2]))  # type: ignore[arg-type]


def _children(line: CopyLine, plan: CopyPlan) -> str:
    if not plan.choices.children or not line.does_something:
        return ""
    return str(len(line.carried.ids))


def _state(row: CopyRow) -> Pill:
    word, tone, icon = WORDS[row.line.what]
    return Pill(str(word), tone, "triangle-alert" if row.has_warning and row.line.does_something else icon)


def _note(row: CopyRow) -> Marked | None:
    if not row.notes:
        return None
    text, tone = min(row.notes, key=lambda note: note[1] != "warn")
    more = f" (+{len(row.notes) - 1})" if len(row.notes) > 1 else ""
    return Marked(text + more, tone, "triangle-alert" if tone == "warn" else "")


def _tip(row: CopyRow) -> str:
    return "\n".join(text for text, _tone in row.notes)


COLUMNS: tuple[Column[CopyRow], ...] = (
    Column("marked", Message(""), shown=lambda row: row.marked, sorted_by=lambda row: not row.marked,
           cell=TickCell(), width=TICK_WIDTH),
    Column("number", N_("No."), shown=lambda row: row.number, cell=MUTED, width=56),
    Column("title", N_("Course"), shown=lambda row: Labelled(row.line.course.title, row.line.course.colour),
           cell=CATEGORY, width=244),
    Column("what", N_("What happens"), shown=_state, sorted_by=lambda row: str(row.line.what), cell=PILL, width=146),
    Column("when", N_("When"), shown=lambda row: row.when, cell=TEXT, width=124, gives_way=True),
    Column("children", N_("Children"), shown=lambda row: row.children, cell=NUMBER, width=76,
           sorted_by=lambda row: len(row.line.carried.ids)),
    Column("notes", N_("Notes"), shown=_note, cell=MARKED, width=130, stretch=True, tip=_tip),
)  # fmt: skip


def chips(rows: list[CopyRow]) -> Iterator[tuple[str, Message, Callable[[CopyRow], bool]]]:
    """Yield key, label and rule of the filters that would show something."""
    yield "all", N_("All"), _any
    for what, (word, _tone, _icon) in WORDS.items():
        if any(row.line.what is what for row in rows):
            yield what.value, word, _Is(what)
    if any(row.has_warning for row in rows):
        yield "warn", N_("with a note"), _has_warning


def _any(_row: CopyRow) -> bool:
    return True


def _has_warning(row: CopyRow) -> bool:
    return row.has_warning


class _Is:
    """The rule of a chip."""

    def __init__(self, what: What) -> None:
        self._what = what

    def __call__(self, row: CopyRow) -> bool:
        return row.line.what is self._what
