"""What speaks against the wishes in the current row of the grid, while they are typed. Knows no Qt."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganztag.domain.search import folded
from ganztag.language import N_
from ganztag.queries.wish_checks import Place, Trouble, WishCourse, alike, meant, trouble

if TYPE_CHECKING:
    from ganztag.desktop.wishes.entry import Entry


@dataclass(frozen=True, slots=True)
class Wrong:
    """What speaks against the wish in a cell of the current row; *suggested* may have been meant."""

    cell: int
    trouble: Trouble
    suggested: WishCourse | None


def wrong(entry: "Entry") -> Wrong | None:
    """Return what is wrong in the current row: in the cell that is typed in, else in the first one that is."""
    if not entry.rows or not entry.cells:
        return None
    if entry.typed is not None:
        typed = _typed(entry, entry.typed)
        if typed is not None:
            return typed
    for cell in (entry.cell, *(cell for cell in range(len(entry.cells)) if cell != entry.cell)):
        if cell == entry.cell and entry.typed is not None:
            continue
        for course in (entry.courses.get(key) for key in entry.courses_at(entry.row, cell)):
            told = against(entry, cell, course) if course is not None else None
            if told is not None:
                return _told(entry, cell, told)
    return None


def _typed(entry: "Entry", text: str) -> Wrong | None:
    here = entry.here()
    if here is None or (not entry.refused and may_go_on(entry.courses.values(), text)):
        return None
    course = entry.found(text)
    if course is not None:
        told = against(entry, entry.cell, course)
        return None if told is None else _told(entry, entry.cell, told)
    if text.strip("0") == "":
        return None
    suggestion = meant(text, place_of(entry, entry.cell), entry.courses.values())
    message = N_("There is no course {number}.", number=text)
    return _told(entry, entry.cell, Trouble("unknown", message, N_("unknown"), suggestion))


def _told(entry: "Entry", cell: int, told: Trouble) -> Wrong:
    return Wrong(cell, told, entry.courses.get(told.suggestion or 0))


def against(entry: "Entry", cell: int, course: WishCourse) -> Trouble | None:
    """Return what speaks against a course in a cell of the current row."""
    place = place_of(entry, cell)
    return trouble(course, place, alike(course.number, place.block, entry.courses.values()))


def place_of(entry: "Entry", cell: int) -> Place:
    here, row = entry.cells[cell], entry.rows[entry.row]
    others = {
        other.rank: courses[0]
        for index, other in enumerate(entry.cells)
        if other.block == here.block and index != cell and (courses := entry.courses_at(entry.row, index))
    }
    return Place(row.voter, here.block, others, row.busy)


def found(courses: Collection[WishCourse], block: int, text: str) -> WishCourse | None:
    """Return the course with this number, in the block before others, or the one whose title begins like this."""
    wanted = text.strip().casefold()
    inside = [course for course in courses if block in course.blocks]
    for course in (*inside, *courses):
        if course.number and course.number.casefold() == wanted:
            return course
    for course in inside:
        if course.number and course.number.casefold().lstrip("0") == wanted.lstrip("0"):
            return course
    named = [course for course in inside if not wanted.isdigit() and folded(course.title).startswith(folded(wanted))]
    return named[0] if len(named) == 1 else None


def may_go_on(courses: Collection[WishCourse], text: str) -> bool:
    """Say whether what was typed may be the beginning of a longer number or of a title."""
    wanted = text.casefold()
    if not wanted.isdigit():
        return True
    numbers = (course.number.casefold() for course in courses)
    return any(number.startswith(wanted) and number != wanted for number in numbers)
