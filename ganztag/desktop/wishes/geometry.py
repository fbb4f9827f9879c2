"""Where everything stands in the grid of wishes: columns, rows, the line below the current row. Lengths in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from ganztag.desktop import fonts
from ganztag.desktop.wishes.entry import Cell

NARROW_FROM = 4  # a fourth wish shows its number only


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
    name_width: int = 0

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
    def names(self) -> int:
        """Return the width of number and name together: as wide as the longest name needs, within reason."""
        wanted = self.number_width + fonts.px(28) + self.name_width
        return min(max(wanted, fonts.px(180)), fonts.px(290))

    @property
    def state(self) -> int:
        return fonts.px(44)

    def lay_out(self, cells: Sequence[Cell], width: int, height: int) -> None:
        self.width, self.height = width, height
        room = width - self.names - self.state
        least = [fonts.px(40 if cell.rank >= NARROW_FROM else 92) for cell in cells]
        wide = sum(cell.rank < NARROW_FROM for cell in cells)
        more = max(room - sum(least), 0) // wide if wide else 0
        widths = [
            least_width + (min(more, fonts.px(90)) if cell.rank < NARROW_FROM else 0)
            for cell, least_width in zip(cells, least, strict=True)
        ]
        self.widths = tuple(widths)
        self.lefts = tuple(self.names + sum(widths[:index]) for index in range(len(widths)))

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
