"""What stands in the cells of the grid, and what the cells of a block say together. Knows no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from ganztag.domain.ballot_papers import Said
from ganztag.queries.wish_checks import WishCourse
from ganztag.queries.wishes import WishRow, WishSheet

NOT = 0
"""The rank of the cell with the courses that a child does not want."""
ANY, NONE = "*", "0"


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a row: block (or WEEK) and rank."""

    block: int
    rank: int


@dataclass(frozen=True, slots=True)
class Content:
    """Courses of one rank, and a sign: ANY (any course from here on), NONE (no place here, in the first cell)."""

    courses: tuple[int, ...] = ()
    sign: str = ""


EMPTY = Content()
Courses = Mapping[int, WishCourse]


def cells_of(sheet: WishSheet) -> tuple[Cell, ...]:
    """Return the cells of a row; those for what is not wanted only once somebody has said so."""
    refused = {course for row in sheet.rows for course in row.refused}
    known = [course for course in sheet.courses if course.id in refused]
    return tuple(
        Cell(band, rank)
        for band in sheet.bands
        for rank in (
            *range(1, sheet.ballot.wishes + 1),
            *((NOT,) if any(course.is_in(band) for course in known) else ()),
        )
    )


def stored(row: WishRow, cell: Cell, courses: Courses) -> Content:
    """Return what the file has for a cell."""
    if cell.rank == NOT:
        return Content(tuple(sorted(key for key in row.refused if key in courses and courses[key].is_in(cell.block))))
    found = tuple(course for rank, course in row.ranks(cell.block) if rank == cell.rank)
    if row.answers:
        if row.any_from(cell.block) == cell.rank:
            return Content(found, ANY)
        if cell.rank == 1 and row.wants_none(cell.block):
            return Content(found, NONE)
    return Content(found) if found else EMPTY


def said(row: WishRow, band: int, courses: Courses) -> Said:
    """Return what the file has for a block."""
    refused = frozenset(stored(row, Cell(band, NOT), courses).courses)
    return Said(row.ranks(band), row.any_from(band), row.wants_none(band), refused)


def said_anew(row: WishRow, band: int, draft: Mapping[int, Content], courses: Courses) -> Said:
    """Return what a block says with the cells of *draft* (by rank) in the place of those in the file."""
    before = said(row, band, courses)
    refused = frozenset(draft[NOT].courses) if NOT in draft else before.refused
    if draft[1].sign == NONE if 1 in draft else before.none:
        return Said(none=True, refused=refused)
    wishes = {rank: content for rank, content in draft.items() if rank != NOT}
    ranks = [(rank, course) for rank, course in before.ranks if rank not in wishes]
    ranks += [(rank, course) for rank, content in wishes.items() for course in content.courses]
    signs = [rank for rank, content in wishes.items() if content.sign == ANY]
    if before.any_from is not None and before.any_from not in wishes:
        signs.append(before.any_from)
    return Said(tuple(sorted(ranks)), min(signs, default=None), False, refused)
