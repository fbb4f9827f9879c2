"""Where everything stands in the grid of wishes: columns, rows, the line below the current row. Lengths in pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from ganztag.desktop import fonts
from ganztag.desktop.wishes.contents import NOT, Cell

NARROW_FROM = 4  # a fourth wish shows its number only
_WITH_NAME = 78  # a cell as wide as this shows the short name behind the number


@dataclass
class Geometry:
    """Filled by ``lay_out``; x without scrolling. Names stay at the left, the state at the right."""

    width: int = 0
    height: int = 0
    scroll_x: int = 0
    scroll_y: int = 0
    lefts: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()
    opened_row: int | None = None
    names: int = 0
    name_width: int = 0
    text_width: int = 0

    @property
    def row_height(self) -> int:
        return fonts.px(29)

    @property
    def line_height(self) -> int:
        return fonts.px(35)

    @property
    def head(self) -> int:
        return fonts.px(52)

    @property
    def number_width(self) -> int:
        return fonts.px(32)

    @property
    def state(self) -> int:
        return fonts.px(44)

    def measure(self, names: Iterable[str], numbers: Iterable[str]) -> None:
        """Take in how wide the names of the children and the numbers of the courses are."""
        widest = QFontMetrics(fonts.font("strong")).horizontalAdvance
        self.name_width = max(map(widest, names), default=0)
        self.text_width = min(max(map(widest, numbers), default=0), fonts.px(64))

    def lay_out(self, cells: Sequence[Cell], width: int, height: int) -> None:
        """Give the cells their room: first the numbers (*text_width*), then the names, then the short names."""
        self.width, self.height = width, height
        least = [self._least(cell) for cell in cells]
        room = width - self.state - sum(least)
        wanted = self.number_width + fonts.px(28) + self.name_width
        names_room = room if room >= fonts.px(200) else fonts.px(250)  # rather scroll than cut the names
        self.names = min(max(wanted, fonts.px(180)), names_room, fonts.px(290))
        wide = sum(is_wide(cell) for cell in cells)
        more = max(room - self.names, 0) // wide if wide else 0
        widths = [
            least_width + (min(more, fonts.px(182) - least_width) if is_wide(cell) else 0)
            for cell, least_width in zip(cells, least, strict=True)
        ]
        self.widths = tuple(widths)
        self.lefts = tuple(self.names + sum(widths[:index]) for index in range(len(widths)))

    def _least(self, cell: Cell) -> int:
        return max(fonts.px(42 if is_wide(cell) else 38), self.text_width + fonts.px(17))

    def has_name(self, cell: int) -> bool:
        """Tell whether the cell has room for a short name behind the number."""
        return self.widths[cell] >= self.text_width + fonts.px(_WITH_NAME - 17)

    def content_width(self) -> int:
        return self.names + sum(self.widths) + self.state

    def content_height(self, rows: int) -> int:
        return rows * self.row_height + (self.line_height if self.opened_row is not None else 0)

    def top_of(self, row: int) -> int:
        """Return where a row begins in the viewport."""
        below = self.opened_row is not None and row > self.opened_row
        return self.head + row * self.row_height + (self.line_height if below else 0) - self.scroll_y

    def row_at(self, y: int) -> int | None:
        """Return the row at a height of the viewport; None in the head and in the line below the current row."""
        if y < self.head:
            return None
        inside = y - self.head + self.scroll_y
        if self.opened_row is not None:
            line = (self.opened_row + 1) * self.row_height
            if line <= inside < line + self.line_height:
                return None
            if inside >= line:
                inside -= self.line_height
        return inside // self.row_height

    def left_of(self, cell: int) -> int:
        return self.lefts[cell] - self.scroll_x

    def cell_at(self, x: int) -> int | None:
        if not self.names <= x < self.width - self.state:
            return None
        for cell, left in enumerate(self.lefts):
            if left <= x + self.scroll_x < left + self.widths[cell]:
                return cell
        return None

    def rows_seen(self, rows: int) -> range:
        first = max((self.scroll_y - self.line_height) // self.row_height, 0)
        last = (self.scroll_y + self.height - self.head) // self.row_height + 1
        return range(first, min(last, rows))

    def scroll_needed(self, area: QRect) -> tuple[int, int]:
        """Return by how much to scroll right and down until a cell, with the line below it, is seen whole."""
        across, down = 0, 0
        bottom = area.bottom() + (self.line_height if self.opened_row is not None else 0)
        if area.top() < self.head:
            down = area.top() - self.head
        elif bottom > self.height:
            down = bottom - self.height + 1
        if area.left() < self.names:
            across = area.left() - self.names
        elif area.right() > self.width - self.state:
            across = area.right() - self.width + self.state + 1
        return across, down


def is_wide(cell: Cell) -> bool:
    """Tell whether a cell may show a short name: a fourth wish and what is not wanted show their numbers only."""
    return NOT < cell.rank < NARROW_FROM
