"""Where the cursor is in the grid, and what stands in the cells with what is not written yet. Knows no Qt."""

from collections.abc import Mapping

from ganztag.desktop.wishes.contents import EMPTY, NOT, Cell, Content, cells_of, stored
from ganztag.domain.ballot_papers import WEEK
from ganztag.queries.wish_checks import WishCourse
from ganztag.queries.wishes import WishRow, WishSheet


class Cursor:
    """*row* and *cell* are those of the cursor; *typed* is the text in it, None while nothing is typed."""

    def __init__(self) -> None:
        self.rows: tuple[WishRow, ...] = ()
        self.cells: tuple[Cell, ...] = ()
        self.courses: Mapping[int, WishCourse] = {}
        self.row = self.cell = 0
        self.typed: str | None = None
        self.refused = False
        self._draft: dict[int, Content] = {}
        self._weekdays: dict[int, frozenset[int]] = {}

    def show(self, sheet: WishSheet, rows: tuple[WishRow, ...]) -> None:
        """Take the rows as the file has them now; the cursor stays on its child and cell where both are still there."""
        pupil, place = self.pupil_id(), self.here()
        self.courses = {course.id: course for course in sheet.courses}
        self._weekdays = {block.id: frozenset({block.weekday}) for block in sheet.ballot.blocks}
        self._weekdays[WEEK] = frozenset(block.weekday for block in sheet.ballot.blocks)
        self.cells = cells_of(sheet)
        self.rows = rows
        found = next((index for index, row in enumerate(rows) if row.id == pupil), None)
        if found is None or place not in self.cells:
            self._forget()
        self.row = found if found is not None else 0
        if place in self.cells and found is not None:
            self.cell = self.cells.index(place)
        else:
            self.cell = self.first_cell(0) if rows else 0

    def pupil_id(self) -> int | None:
        return self.rows[self.row].id if self.row < len(self.rows) else None

    def here(self) -> Cell | None:
        return self.cells[self.cell] if self.cell < len(self.cells) else None

    def content_at(self, row: int, cell: int) -> Content:
        """Return what stands in a cell, what is not written yet included."""
        place = self.cells[cell]
        if row == self.row and place.rank in self._draft and self._in_block(cell):
            return self._draft[place.rank]
        return stored(self.rows[row], place, self.courses)

    def courses_at(self, row: int, cell: int) -> tuple[int, ...]:
        """Return the courses in a cell: mostly one, several where they have one rank."""
        return self.content_at(row, cell).courses

    def refusals(self) -> frozenset[int]:
        """Return the courses that the current child does not want."""
        row, here = self.rows[self.row], self.here()
        if here is None or NOT not in self._draft:
            return row.refused
        before = stored(row, Cell(here.block, NOT), self.courses).courses
        return row.refused.difference(before).union(self._draft[NOT].courses)

    def _content(self, rank: int) -> Content:
        """Return what stands at a rank of the block in which is typed."""
        here = self.cells[self.cell]
        return self._draft.get(rank) or stored(self.rows[self.row], Cell(here.block, rank), self.courses)

    def is_expected(self, row: int, cell: int) -> bool:
        """Whether the child stays on the day of the cell, or has said something for it all the same."""
        child, block = self.rows[row], self.cells[cell].block
        is_begun = row == self.row and self._in_block(cell) and any(one != EMPTY for one in self._draft.values())
        stays = any(map(child.voter.stays_on, self._weekdays[block]))
        return is_begun or stays or bool(child.ranks(block)) or any(block in (WEEK, one[0]) for one in child.answers)

    def _in_block(self, cell: int) -> bool:
        here = self.here()
        return here is not None and self.cells[cell].block == here.block

    def first_cell(self, row: int) -> int:
        """Return where a child's paper begins: the first cell of a day on which the child stays."""
        expected = (cell for cell in range(len(self.cells)) if self.is_expected(row, cell))
        return next(expected, 0)

    def is_pending(self) -> bool:
        """Whether something was typed that is not written yet."""
        return self.typed is not None or bool(self._draft)

    def _forget(self) -> None:
        self.typed, self.refused = None, False
        self._draft = {}
