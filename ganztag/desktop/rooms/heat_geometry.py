"""Where everything stands in the heat grid: names at the left, a column a block, the week's use at the right."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

from ganztag.desktop import fonts


@dataclass
class HeatGeometry:
    """Filled by ``lay_out``; lengths in pixels. Head and names stay while the cells scroll."""

    width: int = 0
    height: int = 0
    columns: int = 0
    rows: int = 0
    cell_width: int = 0
    names: int = 0
    scroll_x: int = 0
    scroll_y: int = 0

    @property
    def head(self) -> int:
        return fonts.px(48)

    @property
    def foot(self) -> int:
        return fonts.px(34)

    @property
    def row_height(self) -> int:
        return fonts.px(30)

    @property
    def sums(self) -> int:
        return fonts.px(112)

    def lay_out(self, width: int, height: int, rows: int, columns: int) -> None:
        self.width, self.height, self.rows, self.columns = width, height, rows, columns
        room = width - self.names - self.sums
        wanted = room // columns if columns else 0
        self.cell_width = min(max(wanted, fonts.px(40)), fonts.px(260))

    def content_width(self) -> int:
        return self.names + self.columns * self.cell_width + self.sums

    def content_height(self) -> int:
        return self.head + self.rows * self.row_height + self.foot

    def left_of(self, column: int) -> int:
        return self.names + column * self.cell_width - self.scroll_x

    def top_of(self, row: int) -> int:
        return self.head + row * self.row_height - self.scroll_y

    def cell(self, row: int, column: int) -> QRect:
        return QRect(self.left_of(column), self.top_of(row), self.cell_width, self.row_height)

    def sums_left(self) -> int:
        """Return where the sums begin: at the right edge, or behind the last block where there is room left."""
        return min(self.width - self.sums, self.names + self.columns * self.cell_width)

    def cell_at(self, x: int, y: int) -> tuple[int, int] | None:
        """Return row and column at a point; None beside the cells."""
        if not (self.names <= x < self.sums_left() and self.head <= y < self.foot_top()):
            return None
        row, column = (
            (y - self.head + self.scroll_y) // self.row_height,
            (x - self.names + self.scroll_x) // max(self.cell_width, 1),
        )
        return (row, column) if row < self.rows and column < self.columns else None

    def row_at(self, y: int) -> int | None:
        row = (y - self.head + self.scroll_y) // self.row_height
        return row if self.head <= y < self.foot_top() and row < self.rows else None

    def foot_top(self) -> int:
        """Return where the sums of the blocks begin: below the last room, or at the lower edge."""
        return min(self.height - self.foot, self.head + self.rows * self.row_height)

    def scroll_needed(self, row: int, column: int) -> tuple[int, int]:
        """Return by how much to scroll right and down until a cell is seen whole."""
        box = self.cell(row, column)
        across = min(box.left() - self.names, 0) or max(box.right() - self.sums_left() + 1, 0)
        down = min(box.top() - self.head, 0) or max(box.bottom() - self.foot_top() + 1, 0)
        return across, down
