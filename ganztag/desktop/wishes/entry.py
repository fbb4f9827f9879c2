"""What is being typed: the cell, its digits, the wishes of the child's block that are not written yet. Knows no Qt.

The wishes of one child in one block are one deed: they are written when the cursor leaves the block.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from ganztag.domain.search import folded
from ganztag.language import N_
from ganztag.queries.wish_checks import Place, Trouble, WishCourse, meant, trouble
from ganztag.queries.wishes import WishRow, WishSheet

Ranks = tuple[tuple[int, int], ...]
Save = Callable[[int, int, Ranks], None]


@dataclass(frozen=True, slots=True)
class Cell:
    block: int
    rank: int


@dataclass(frozen=True, slots=True)
class Wrong:
    """What speaks against the wish in a cell of the current row; *suggested* may have been meant."""

    cell: int
    trouble: Trouble
    suggested: WishCourse | None


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
        self.cell = self.cells.index(place) if place in self.cells else 0

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
        return child.voter.stays_on(self._weekdays[block]) or bool(child.ranks(block))

    def _in_block(self, cell: int) -> bool:
        here = self.here()
        return here is not None and self.cells[cell].block == here.block

    # What is typed

    def type(self, text: str) -> None:
        if self.here() is not None and self.rows:
            self.typed = (self.typed or "") + text
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
        """Forget what was typed in this block and not written yet."""
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
        against = self._against(self.cell, course)
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
        return found(self.courses.values(), here.block, text) if here is not None else None

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

    # What speaks against it

    def wrong(self) -> Wrong | None:
        """Return what is wrong in the current row: in the cell that is typed in, else in the first one that is."""
        if not self.rows or not self.cells:
            return None
        if self.typed is not None:
            typed = self._wrong_typed(self.typed)
            if typed is not None:
                return typed
        order = [self.cell, *(cell for cell in range(len(self.cells)) if cell != self.cell)]
        for cell in order:
            for course_id in self.courses_at(self.row, cell) if cell != self.cell or self.typed is None else ():
                course = self.courses.get(course_id)
                against = self._against(cell, course) if course is not None else None
                if against is not None:
                    return self._told(cell, against)
        return None

    def _wrong_typed(self, text: str) -> Wrong | None:
        here = self.here()
        if here is None or (not self.refused and may_go_on(self.courses.values(), text)):
            return None
        course = self.found(text)
        if course is not None:
            against = self._against(self.cell, course)
            return None if against is None else self._told(self.cell, against)
        if text.strip("0") == "":
            return None
        suggestion = meant(text, self._place(self.cell), self.courses.values())
        message = N_("There is no course {number}.", number=text)
        return self._told(self.cell, Trouble("unknown", message, N_("unknown"), suggestion))

    def _told(self, cell: int, against: Trouble) -> Wrong:
        return Wrong(cell, against, self.courses.get(against.suggestion or 0))

    def _against(self, cell: int, course: WishCourse) -> Trouble | None:
        return trouble(course, self._place(cell), self.courses.values())

    def _place(self, cell: int) -> Place:
        here, row = self.cells[cell], self.rows[self.row]
        others = {
            other.rank: courses[0]
            for index, other in enumerate(self.cells)
            if other.block == here.block and index != cell and (courses := self.courses_at(self.row, index))
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
