"""Where everything stands in the matrix of people and papers. Lengths in pixels."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

from ganztag.desktop import fonts


@dataclass
class MatrixGeometry:
    """Names stay at the left, the titles of the papers at the top; *columns* papers share the rest of the width."""

    width: int = 0
    height: int = 0
    columns: int = 0
    rows: int = 0
    scroll_x: int = 0
    scroll_y: int = 0

    @property
    def row_height(self) -> int:
        return fonts.px(34)

    @property
    def head(self) -> int:
        return fonts.px(64)

    @property
    def names(self) -> int:
        return min(fonts.px(200), max(fonts.px(130), self.width // 4))

    @property
    def cell_width(self) -> int:
        room = self.width - self.names
        return max(fonts.px(150), min(fonts.px(190), room // max(self.columns, 1)))

    def content(self) -> tuple[int, int]:
        """Return the width beside the names and the height below the head that all cells take."""
        return self.columns * self.cell_width, self.rows * self.row_height

    def cell(self, row: int, column: int) -> QRect:
        left = self.names + column * self.cell_width - self.scroll_x
        return QRect(left, self.head + row * self.row_height - self.scroll_y, self.cell_width, self.row_height)

    def at(self, x: int, y: int) -> tuple[int | None, int | None]:
        """Return row and column at a place; the column is None over the names, the row None in the head."""
        row = (y - self.head + self.scroll_y) // self.row_height if y >= self.head else None
        column = (x - self.names + self.scroll_x) // self.cell_width if x >= self.names else None
        if row is not None and row >= self.rows:
            row = None
        return row, column if column is None or column < self.columns else None

    def seen(self) -> range:
        first = self.scroll_y // self.row_height
        return range(first, min(self.rows, first + self.height // self.row_height + 2))

    def needed(self, row: int, column: int) -> tuple[int, int]:
        """Return by how much to scroll right and down until a cell is seen whole."""
        area, across, down = self.cell(row, column), 0, 0
        if area.top() < self.head:
            down = area.top() - self.head
        elif area.bottom() >= self.height:
            down = area.bottom() - self.height + 1
        if area.left() < self.names:
            across = area.left() - self.names
        elif area.right() >= self.width:
            across = area.right() - self.width + 1
        return across, down
