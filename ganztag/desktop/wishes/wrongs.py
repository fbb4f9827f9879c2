"""What speaks against the wishes in the current row of the grid, while they are typed. Knows no Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganztag.desktop.wishes.contents import NOT
from ganztag.desktop.wishes.typed import may_go_on, parts, understood
from ganztag.language import N_
from ganztag.queries.wish_checks import Place, Trouble, WishCourse, alike, meant, trouble

if TYPE_CHECKING:
    from ganztag.desktop.wishes.entry import Entry

_ONLY_WHEN_READ = ("half", "few", "voter")
"""What is wrong with a paper as a whole is told when it was read, not while its block is being typed."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What speaks against the wish in a cell of the current row; *suggested* may have been meant instead of *course*.

    *cell* None: it is the whole paper.
    """

    cell: int | None
    trouble: Trouble
    suggested: WishCourse | None = None
    course: int | None = None


def wrong(entry: "Entry") -> Wrong | None:
    """Return what is wrong in the current row: in the cell that is typed in, else in the first one that is."""
    if not entry.rows or not entry.cells:
        return None
    if entry.typed is not None:
        typed = _typed(entry, entry.typed)
        if typed is not None:
            return typed
    for cell in (entry.cell, *(cell for cell in range(len(entry.cells)) if cell != entry.cell)):
        if (cell == entry.cell and entry.typed is not None) or entry.cells[cell].rank == NOT:
            continue
        for course in (entry.courses.get(key) for key in entry.courses_at(entry.row, cell)):
            told = against(entry, cell, course) if course is not None else None
            if course is not None and told is not None:
                return _told(entry, cell, told, course.id)
    return _whole(entry)


def _whole(entry: "Entry") -> Wrong | None:
    """Return what the file knows to be wrong with the paper, but nothing of the block that is being typed."""
    here = entry.here()
    for band, rank, told in entry.rows[entry.row].troubles:
        unfinished = told.kind == "few" and (rank == 1 or (here is not None and band == here.block))
        if told.kind in _ONLY_WHEN_READ and not unfinished and not entry.is_pending():
            places = [index for index, cell in enumerate(entry.cells) if (cell.block, cell.rank) == (band, rank)]
            return Wrong(places[0] if places else None, told)
    return None


def _typed(entry: "Entry", text: str) -> Wrong | None:
    here = entry.here()
    if here is None or (not entry.refused and may_go_on(entry.courses.values(), text)):
        return None
    typed = understood(text, here, entry.courses.values())
    if typed.unknown:
        suggestion = meant(typed.unknown, place_of(entry, entry.cell), entry.courses.values())
        message = N_("There is no course {number}.", number=typed.unknown)
        return _told(entry, entry.cell, Trouble("unknown", message, N_("unknown"), suggestion), None)
    for course in () if typed.refusing else typed.courses:
        told = against(entry, entry.cell, course)
        if told is not None:
            last = course.number in parts(text)[-1:] or len(typed.courses) == 1
            return _told(entry, entry.cell, told, None) if last else Wrong(entry.cell, told)
    return None


def _told(entry: "Entry", cell: int, told: Trouble, course: int | None) -> Wrong:
    return Wrong(cell, told, entry.courses.get(told.suggestion or 0), course)


def against(entry: "Entry", cell: int, course: WishCourse) -> Trouble | None:
    """Return what speaks against a course in a cell of the current row."""
    place = place_of(entry, cell)
    return trouble(course, place, alike(course.number, place.block, entry.courses.values()))


def place_of(entry: "Entry", cell: int) -> Place:
    here, row = entry.cells[cell], entry.rows[entry.row]
    others = {
        course: other.rank
        for index, other in enumerate(entry.cells)
        if other.block == here.block and index != cell and other.rank != NOT
        for course in entry.courses_at(entry.row, index)
    }
    return Place(row.voter, here.block, others, row.busy, refused=entry.refusals())
