"""A painted grid whose head, names (left) and sums (right) stay while the cells scroll: where things stand, and how."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.painted import Painted


@dataclass
class StickyGeometry:
    """Filled by ``lay_out``; lengths in pixels. A grid of its own kind says how high and wide its parts are."""

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
        return 0

    @property
    def row_height(self) -> int:
        return fonts.px(30)

    @property
    def sums(self) -> int:
        return fonts.px(112)

    def lay_out(self, width: int, height: int, rows: int, columns: int) -> None:
        self.width, self.height, self.rows, self.columns = width, height, rows, columns
        self.cell_width = self.wanted_width((width - self.names - self.sums) // columns if columns else 0)

    def wanted_width(self, share: int) -> int:
        """Return how wide a cell is; *share* is what each would have if they were to fill the room."""
        return share

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
        """Return where the sums begin: at the right edge, or behind the last column where there is room left."""
        return min(self.width - self.sums, self.names + self.columns * self.cell_width)

    def foot_top(self) -> int:
        """Return where the foot begins: below the last row, or at the lower edge."""
        return min(self.height - self.foot, self.head + self.rows * self.row_height)

    def column_at(self, x: int) -> int | None:
        if not self.names <= x < self.sums_left():
            return None
        column = (x - self.names + self.scroll_x) // max(self.cell_width, 1)
        return column if column < self.columns else None

    def row_at(self, y: int) -> int | None:
        row = (y - self.head + self.scroll_y) // self.row_height
        return row if self.head <= y < self.foot_top() and row < self.rows else None

    def cell_at(self, x: int, y: int) -> tuple[int, int] | None:
        """Return row and column at a point; None beside the cells."""
        row, column = self.row_at(y), self.column_at(x)
        return None if row is None or column is None else (row, column)

    def rows_seen(self) -> range:
        first = max(self.scroll_y // self.row_height, 0)
        return range(first, min(first + self.height // self.row_height + 2, self.rows))

    def scroll_needed(self, row: int, column: int) -> tuple[int, int]:
        """Return by how much to scroll right and down until a cell is seen whole."""
        box = self.cell(row, column)
        across = min(box.left() - self.names, 0) or max(box.right() - self.sums_left() + 1, 0)
        down = min(box.top() - self.head, 0) or max(box.bottom() - self.foot_top() + 1, 0)
        return across, down


G = TypeVar("G", bound=StickyGeometry)


class StickyGrid(Painted, Generic[G]):
    """Keeps *place* and the scroll bars in step; ``lay_out`` whenever there are other rows or columns."""

    def __init__(self, place: G, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place

    def extent(self) -> tuple[int, int]:
        """Return how many rows and columns there are."""
        return 0, 0

    def lay_out(self) -> None:
        view, place = self.viewport(), self.place
        place.lay_out(view.width(), view.height(), *self.extent())
        up, across = self.verticalScrollBar(), self.horizontalScrollBar()
        up.setSingleStep(place.row_height)
        up.setPageStep(max(view.height() - place.head - place.foot, 1))
        up.setRange(0, max(place.content_height() - view.height(), 0))
        across.setPageStep(view.width())
        across.setSingleStep(max(place.cell_width, fonts.px(40)))
        across.setRange(0, max(place.content_width() - view.width(), 0))
        place.scroll_x, place.scroll_y = across.value(), up.value()
        view.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.place.scroll_x = self.horizontalScrollBar().value()
        self.place.scroll_y = self.verticalScrollBar().value()
        self.viewport().update()
