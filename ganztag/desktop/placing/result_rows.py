"""What stands in the list of a proposal: the moves, and what stays without a place."""

from dataclasses import dataclass

from ganztag.desktop.widgets.cells import CATEGORY, MARKED, PILL, TEXT, Labelled, Marked
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.paints import Pill
from ganztag.domain.courses import course_name
from ganztag.language import N_, _
from ganztag.planning.offer import Offer
from ganztag.planning.placing import Left, Outcome, Placed
from ganztag.planning.placing.telling import change_words, people, place_of

_ORDER = ("left", "stuck", "new", "moved", "stays")


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A line of a proposal; *kind* is new, moved, stays, left (no place) or stuck (stays though something is wrong)."""

    id: int
    kind: str
    course: str
    colour: int | None
    place: str
    leaders: str
    note: str
    when: tuple[int, int]
    placed: Placed | None = None
    left: Left | None = None


def move_rows(outcome: Outcome) -> list[MoveRow]:
    """Return what has no place first, then what gets or changes one, then what stays."""
    offer = outcome.offer
    rows = [_left_row(offer, left, -1 - number) for number, left in enumerate(outcome.left)]
    rows += [_placed_row(offer, placed, number) for number, placed in enumerate(outcome.placed, start=1)]
    return sorted(rows, key=lambda row: (_ORDER.index(row.kind), row.when))


def _left_row(offer: Offer, left: Left, key: int) -> MoveRow:
    course = offer.index.course[left.course]
    first = left.meetings[0] if left.meetings else None
    return MoveRow(
        key,
        "stuck" if first else "left",
        course_name(course.number, course.name),
        course.colour,
        str(place_of(offer, first)) if first else "",
        str(people(offer, first.leaders)) if first else "",
        str(left.reason),
        (first.weekday, first.starts) if first else (0, 0),
        left=left,
    )


def _placed_row(offer: Offer, placed: Placed, key: int) -> MoveRow:
    course = offer.index.course[placed.course]
    kind = "new" if placed.was is None else "moved" if placed.moves else "stays"
    return MoveRow(
        key,
        kind,
        course_name(course.number, course.name),
        course.colour,
        str(place_of(offer, placed)),
        str(people(offer, placed.leaders)),
        str(change_words(offer, placed)) if kind == "moved" else "",
        (placed.weekday, placed.starts),
        placed=placed,
    )


def status(row: MoveRow) -> Pill:
    """Return what becomes of a meeting, as colour, word and shape."""
    found = {
        "new": (_("gets a place"), "ok", "circle-check"),
        "moved": (_("moves"), "accent", "arrow-left-right"),
        "stays": (_("stays"), "muted", "check"),
        "left": (_("no place"), "bad", "circle-x"),
        "stuck": (_("stays, with a clash"), "warn", "triangle-alert"),
    }
    return Pill(*found[row.kind])


def _note(row: MoveRow) -> Marked:
    return Marked(row.note, {"left": "bad", "stuck": "warn"}.get(row.kind, "muted"))


COLUMNS: tuple[Column[MoveRow], ...] = (
    Column("status", N_("Status"), shown=status, sorted_by=lambda row: _ORDER.index(row.kind), cell=PILL, width=142),
    Column("course", N_("Course"), shown=lambda row: Labelled(row.course, row.colour), cell=CATEGORY, width=188),
    Column("place", N_("Place"), shown=lambda row: row.place, sorted_by=lambda row: row.when, cell=TEXT, width=160),
    Column("leaders", N_("Leader"), shown=lambda row: row.leaders, width=138),
    Column("note", N_("Until now, or why"), shown=_note, cell=MARKED, width=140, stretch=True,
           tip=lambda row: row.note),
)  # fmt: skip
