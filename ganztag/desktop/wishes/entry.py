"""What is being typed: the cell, its digits, the wishes of the child's block that are not written yet. Knows no Qt.

The wishes of one child in one block are one deed: they are written when the cursor leaves the block.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ganztag.desktop.wishes import wrongs
from ganztag.desktop.wishes.wrongs import Wrong
from ganztag.queries.wish_checks import WishCourse
from ganztag.queries.wishes import WishRow, WishSheet

Ranks = tuple[tuple[int, int], ...]
Save = Callable[[int, int, Ranks], None]


@dataclass(frozen=True, slots=True)
class Cell:
    block: int
    rank: int


class Entry:
    """Keys in, cursor and deeds out; *save* (pupil, block, (rank, course) ...) writes a child's block."""

    def __init__(self, save: Save) -> None:
        self._save = save
        self.rows: tuple[WishRow, ...] = ()
        self.cells: tuple[Cell, ...] = ()
        self.courses: Mapping[int, WishCourse] = {}
        self.row = self.cell = 0
        self.typed: str | None = None
        self.refused = False
        self._draft: dict[int, tuple[int, ...]] = {}
        self._weekdays: dict[int, int] = {}

    def show(self, sheet: WishSheet, rows: tuple[WishRow, ...]) -> None:
        """Take the rows as the file has them now; the cursor stays on its child and cell where both are still there."""
        pupil, place = self.pupil_id(), self.here()
        self.courses = {course.id: course for course in sheet.courses}
        blocks = sheet.ballot.blocks
        self._weekdays = {block.id: block.weekday for block in blocks}
        self.cells = tuple(Cell(block.id, rank) for block in blocks for rank in range(1, sheet.ballot.wishes + 1))
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

    def courses_at(self, row: int, cell: int) -> tuple[int, ...]:
        """Return the courses in a cell: mostly one, several where they have one rank."""
        place = self.cells[cell]
        if row == self.row and place.rank in self._draft and self._in_block(cell):
            return self._draft[place.rank]
        return tuple(course for rank, course in self.rows[row].ranks(place.block) if rank == place.rank)

    def is_expected(self, row: int, cell: int) -> bool:
        """Whether the child stays on the day of the cell, or has a wish for it all the same."""
        child, block = self.rows[row], self.cells[cell].block
        is_begun = row == self.row and self._in_block(cell) and any(self._draft.values())
        return is_begun or child.voter.stays_on(self._weekdays[block]) or bool(child.ranks(block))

    def _in_block(self, cell: int) -> bool:
        here = self.here()
        return here is not None and self.cells[cell].block == here.block

    def first_cell(self, row: int) -> int:
        """Return where a child's paper begins: the first cell of a day on which the child stays."""
        expected = (cell for cell in range(len(self.cells)) if self.is_expected(row, cell))
        return next(expected, 0)

    # What is typed

    def type(self, text: str) -> None:
        """Put a sign behind what is typed; after a refusal it begins a new number."""
        if self.here() is not None and self.rows:
            self.typed = text if self.refused else (self.typed or "") + text
            self.refused = False

    def erase(self) -> None:
        """Take the last sign back; without one empty the cell."""
        if self.typed:
            self.typed = self.typed[:-1] or None
            self.refused = False
        else:
            self.empty()

    def empty(self) -> None:
        """Say that there is no wish in this cell."""
        self.typed, self.refused = None, False
        self._put(())

    def escape(self) -> None:
        """Forget what is typed in this cell; without it what was typed in this block and not written yet."""
        if self.typed is not None:
            self.typed, self.refused = None, False
        else:
            self._forget()

    def is_pending(self) -> bool:
        """Whether something was typed that is not written yet."""
        return self.typed is not None or bool(self._draft)

    def _forget(self) -> None:
        self.typed, self.refused = None, False
        self._draft = {}

    def take(self) -> None:
        """Put what was suggested in the place of the wrong wish, and go on."""
        wrong = self.wrong()
        if wrong is not None and wrong.suggested is not None:
            self._go(self.row, wrong.cell)
            self.choose(wrong.suggested.id)

    def choose(self, course_id: int) -> None:
        """Put a course into this cell and go on."""
        self.typed = self.courses[course_id].number or self.courses[course_id].title
        self._chosen(self.courses[course_id])

    def _chosen(self, course: WishCourse) -> None:
        if self._kept(course):
            self._step()
        else:
            self.refused = True

    def enter(self) -> bool:
        """Take what was typed and go to the next wish, after the last one to the next child; False: at the end."""
        if not self.settle():
            self.refused = True
            return True
        return self._step()

    def _step(self) -> bool:
        """Go to the next cell in reading order; days on which a child does not stay are passed over."""
        count = len(self.cells)
        for place in range(self.row * count + self.cell + 1, len(self.rows) * count):
            row, cell = divmod(place, count)
            if self.is_expected(row, cell):
                self._go(row, cell)
                return True
        self.commit()
        return False

    def settle(self) -> bool:
        """Take what was typed into the wishes of this block; False when it cannot be kept."""
        if self.typed is None:
            return True
        if self.typed.strip("0") == "" and self.found(self.typed) is None:
            self.empty()
            return True
        course = self.found(self.typed)
        return course is not None and self._kept(course)

    def _kept(self, course: WishCourse) -> bool:
        against = wrongs.against(self, self.cell, course)
        if against is not None and against.cannot_be_kept:
            return False
        self.typed, self.refused = None, False
        self._put((course.id,))
        return True

    def _put(self, courses: tuple[int, ...]) -> None:
        here = self.here()
        if here is not None and self.rows:
            self._draft[here.rank] = courses

    def found(self, text: str) -> WishCourse | None:
        """Return the course that was typed."""
        here = self.here()
        return wrongs.found(self.courses.values(), here.block, text) if here is not None else None

    # Where the cursor goes

    def go(self, row: int, cell: int) -> None:
        """Go to a cell; what was typed is taken along where it can be kept, else forgotten."""
        if not self.settle():
            self.typed, self.refused = None, False
        self._go(min(max(row, 0), max(len(self.rows) - 1, 0)), min(max(cell, 0), max(len(self.cells) - 1, 0)))

    def _go(self, row: int, cell: int) -> None:
        if row != self.row or not self._in_block(cell):
            pupil = self.rows[row].id if row < len(self.rows) else None
            self.commit()
            row = next((index for index, one in enumerate(self.rows) if one.id == pupil), row)
        self.row, self.cell = row, cell

    def commit(self) -> None:
        """Write the wishes of this block, if they are others than those in the file."""
        here, pupil, draft = self.here(), self.pupil_id(), self._draft
        self._draft = {}
        if here is None or pupil is None or not draft:
            return
        stored = self.rows[self.row].ranks(here.block)
        new = [(rank, course) for rank, course in stored if rank not in draft]
        new += [(rank, course) for rank, courses in draft.items() for course in courses]
        if sorted(new) != sorted(stored):
            self._save(pupil, here.block, tuple(sorted(new)))

    def wrong(self) -> Wrong | None:
        """Return what is wrong in the current row: in the cell that is typed in, else in the first one that is."""
        return wrongs.wrong(self)
