"""What is being typed: the cell, its digits, the wishes of the child's block that are not written yet. Knows no Qt.

What one child says for one block is one deed: it is written when the cursor leaves the block.
"""

from collections.abc import Callable

from ganztag.desktop.wishes import wrongs
from ganztag.desktop.wishes.contents import EMPTY, NONE, NOT, Cell, Content, said, said_anew
from ganztag.desktop.wishes.cursor import Cursor
from ganztag.desktop.wishes.typed import Typed, understood, with_last
from ganztag.desktop.wishes.wrongs import Wrong
from ganztag.domain.ballot_papers import Said

__all__ = ["Cell", "Entry", "Save"]

Save = Callable[[int, int, Said], None]


class Entry(Cursor):
    """Keys in, cursor and deeds out; *save* (pupil, block or WEEK, what is said there) writes a child's block."""

    def __init__(self, save: Save) -> None:
        super().__init__()
        self._save = save

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
        """Say that nothing stands in this cell."""
        self._put(EMPTY)

    def escape(self) -> None:
        """Forget what is typed in this cell; without it what was typed in this block and not written yet."""
        if self.typed is not None:
            self.typed, self.refused = None, False
        else:
            self._forget()

    def take(self) -> None:
        """Put what was suggested in the place of the wrong wish, and go on."""
        wrong = self.wrong()
        if wrong is None or wrong.suggested is None or wrong.cell is None:
            return
        self._go(self.row, wrong.cell)
        if self.typed is not None or wrong.course is None:
            self.choose(wrong.suggested.id)
            return
        new = wrong.suggested.id
        self._put(Content(tuple(new if key == wrong.course else key for key in self.courses_at(self.row, self.cell))))
        self._step()

    def choose(self, course_id: int) -> None:
        """Put a course into this cell, behind others that were typed with it, and go on."""
        course, here = self.courses[course_id], self.here()
        if here is None:
            return
        head = with_last(self.typed or "", "")
        before = understood(head, here, self.courses.values()) if head.strip("!/+ ") else Typed()
        self.typed = head + (course.number or course.title)
        refusing = head.startswith("!") or here.rank == NOT
        self._go_on(Typed((*before.courses, course), refusing=refusing))

    def enter(self) -> bool:
        """Take what was typed and go to the next wish, after the last one to the next child; False: at the end."""
        here = self.here()
        if self.typed is None or here is None:
            return self._step()
        return self._go_on(understood(self.typed, here, self.courses.values()))

    def answer(self, sign: str) -> None:
        """Say by a sign that any course will do from here on, or that no place is wanted in this block."""
        here = self.here()
        if here is not None and self.rows:
            if sign == NONE:
                self.cell = self.cells.index(Cell(here.block, 1))
            self._put(Content(sign=sign))

    def refuse(self) -> None:
        """Say that the courses of this cell are not wanted."""
        here = self.here()
        if here is None or not self.rows or here.rank == NOT or not self.settle():
            return
        courses = self.courses_at(self.row, self.cell)
        if courses:
            self._put(Content(tuple(dict.fromkeys((*self._content(NOT).courses, *courses)))), NOT)
            self._put(EMPTY)

    def _go_on(self, typed: Typed) -> bool:
        """Keep it and go on; after what is not wanted this cell still waits for its wish."""
        if not self._keep(typed):
            self.refused = True
            return True
        return (typed.refusing and self.cells[self.cell].rank != NOT) or self._step()

    def _step(self) -> bool:
        """Go to the next cell in reading order.

        Days on which a child does not stay are passed over, the rest of a block that is answered by a sign, and the
        cells of what is not wanted.
        """
        count, sign = len(self.cells), self.rows and self.content_at(self.row, self.cell).sign
        for place in range(self.row * count + self.cell + 1, len(self.rows) * count):
            row, cell = divmod(place, count)
            answered = sign and row == self.row and self._in_block(cell) and not self.courses_at(row, cell)
            if self.cells[cell].rank != NOT and not answered and self.is_expected(row, cell):
                self._go(row, cell)
                return True
        self.commit()
        return False

    def settle(self) -> bool:
        """Take what was typed into the wishes of this block; False when it cannot be kept."""
        here = self.here()
        return self.typed is None or here is None or self._keep(understood(self.typed, here, self.courses.values()))

    def _keep(self, typed: Typed) -> bool:
        if typed.unknown or not (typed.refusing or self._can_keep(typed)):
            return False
        courses = tuple(course.id for course in typed.courses)
        if typed.refusing:
            before = () if self.cells[self.cell].rank == NOT else self._content(NOT).courses
            self._put(Content(tuple(dict.fromkeys((*before, *courses)))), NOT)
        else:
            self._put(Content(courses, typed.sign))
        return True

    def _can_keep(self, typed: Typed) -> bool:
        told = (wrongs.against(self, self.cell, course) for course in typed.courses)
        return not any(against is not None and against.cannot_be_kept for against in told)

    def _put(self, content: Content, rank: int | None = None) -> None:
        """Let something stand in this cell; a wish takes back that the child wants no place here."""
        self.typed, self.refused = None, False
        here = self.here()
        if here is None or not self.rows:
            return
        self._draft[here.rank if rank is None else rank] = content
        if here.rank > 1 and rank is None and content != EMPTY and self._content(1).sign == NONE:
            self._draft[1] = EMPTY

    # Where the cursor goes

    def go(self, row: int, cell: int) -> None:
        """Go to a cell; what was typed is taken along where it can be kept, else forgotten."""
        if not self.settle():
            self.typed, self.refused = None, False
        self._go(min(max(row, 0), max(len(self.rows) - 1, 0)), min(max(cell, 0), max(len(self.cells) - 1, 0)))

    def _go(self, row: int, cell: int) -> None:
        if row != self.row or not self._in_block(cell):
            pupil = self.rows[row].id if row < len(self.rows) else None
            place = self.cells[cell] if cell < len(self.cells) else None
            self.commit()
            row = next((index for index, one in enumerate(self.rows) if one.id == pupil), row)
            cell = self.cells.index(place) if place in self.cells else cell
        self.row, self.cell = row, cell

    def commit(self) -> None:
        """Write what is said for this block, if it is other than in the file."""
        here, pupil, draft = self.here(), self.pupil_id(), self._draft
        self._draft = {}
        if here is None or pupil is None or not draft:
            return
        row = self.rows[self.row]
        new = said_anew(row, here.block, draft, self.courses)
        if new != said(row, here.block, self.courses):
            self._save(pupil, here.block, new)

    def wrong(self) -> Wrong | None:
        """Return what is wrong in the current row: in the cell that is typed in, else in the first one that is."""
        return wrongs.wrong(self)
