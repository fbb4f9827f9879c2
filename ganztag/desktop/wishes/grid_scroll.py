"""How the grid of wishes scrolls: bars for both ways, and the current cell is brought into view."""

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.painted import Painted
from ganztag.desktop.wishes.entry import Entry
from ganztag.desktop.wishes.geometry import Geometry


class ScrolledGrid(Painted):
    """The names stay at the left and the states at the right while the wishes scroll between them."""

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry, self.geometry_ = entry, Geometry()

    def cell_area(self) -> QRect:
        """Return where the current cell stands in the viewport."""
        place, entry = self.geometry_, self.entry
        if not entry.cells or not entry.rows:
            return QRect()
        return QRect(place.left_of(entry.cell), place.top_of(entry.row), place.widths[entry.cell], place.row_height)

    def _scroll_bars(self) -> None:
        view, place = self.viewport(), self.geometry_
        place.lay_out(self.entry.cells, view.width(), view.height())
        up, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down = max(view.height() - place.head, 0)
        for bar, page, step, whole in (
            (up, down, place.row_height, place.content_height(len(self.entry.rows))),
            (across, view.width(), fonts.px(40), place.content_width()),
        ):
            bar.setPageStep(page)
            bar.setSingleStep(step)
            bar.setRange(0, max(whole - page, 0))
        place.scroll_x, place.scroll_y = across.value(), up.value()

    def _follow(self) -> None:
        area = self.cell_area()
        if not area.isNull():
            self.scroll_on(*self.geometry_.scroll_needed(area))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.geometry_.scroll_x = self.horizontalScrollBar().value()
        self.geometry_.scroll_y = self.verticalScrollBar().value()
        self.viewport().update()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._scroll_bars()
