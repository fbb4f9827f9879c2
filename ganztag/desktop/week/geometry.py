"""Where everything stands in the week: days, bands, cells, and the box of each chip. Lengths in pixels."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect

from ganztag.desktop import fonts
from ganztag.desktop.week.boxes import Box, roomy, stacked
from ganztag.desktop.week.sheet import Cell, Sheet

_FEW = 6  # chips of a cell that are shown even where that makes the week higher than the window


@dataclass
class Geometry:
    """Filled by ``lay_out``; y of bands and boxes is without scrolling, the head of the days stays."""

    width: int = 0
    height: int = 0
    scroll: int = 0
    expanded: frozenset[int] = frozenset()
    signed: frozenset[Cell] = frozenset()  # those that say something while something is carried
    lefts: tuple[int, ...] = ()
    day_width: int = 0
    tops: tuple[int, ...] = ()
    heights: tuple[int, ...] = ()
    is_roomy: bool = False
    dated: bool = False
    boxes: Mapping[Cell, tuple[Box, ...]] = field(default_factory=dict)
    spans: tuple[Box, ...] = ()

    @property
    def head(self) -> int:
        return fonts.px(54 if self.dated else 42)

    @property
    def times(self) -> int:
        return fonts.px(66)

    @property
    def gap(self) -> int:
        return fonts.px(7)

    def reason(self, cell: Cell) -> int:
        """Return the height that the two lines of a verdict take from a cell, or what is free above its chips."""
        return fonts.px(45) if cell in self.signed else fonts.px(5)

    def lay_out(self, sheet: Sheet, width: int, height: int) -> None:
        """Arrange the sheet in a viewport of this size."""
        self.width, self.height, self.dated = width, height, sheet.real
        self.day_width = max((width - self.times - fonts.px(6)) // max(len(sheet.days), 1) - self.gap, fonts.px(60))
        step = self.day_width + self.gap
        self.lefts = tuple(self.times + place * step for place in range(len(sheet.days)))
        self.is_roomy = self._is_roomy(sheet)
        self._rows(sheet)
        self.place_chips(sheet)

    def _is_roomy(self, sheet: Sheet) -> bool:
        return sheet.fullest * fonts.px(104) <= max(self.day_width, fonts.px(104))

    def _rows(self, sheet: Sheet) -> None:
        count = len(sheet.bands)
        room = self.height - self.head - fonts.px(4) - self.gap * max(count - 1, 0)
        fair = max(room // max(count, 1), fonts.px(112))
        self.heights = tuple(self._height(sheet, band, fair) for band in range(count))
        top, tops = self.head, []
        for height in self.heights:
            tops.append(top)
            top += height + self.gap
        self.tops = tuple(tops)

    def _height(self, sheet: Sheet, band: int, fair: int) -> int:
        if self.is_roomy:
            return fair
        most = max((len(sheet.in_cell.get((day, band), ())) for day in range(len(sheet.days))), default=0)
        if band not in self.expanded:
            most = min(most, _FEW)
        lines = most
        return max(fair, lines * self.pitch + fonts.px(12))

    @property
    def pitch(self) -> int:
        return fonts.px(29)

    def place_chips(self, sheet: Sheet) -> None:
        """Find the box of each chip; anew when something is carried, for the reasons take room."""
        if self.is_roomy:
            self.boxes, self.spans = roomy(self, sheet)
        else:
            self.boxes, self.spans = stacked(self, sheet)

    def content_height(self) -> int:
        return (self.tops[-1] + self.heights[-1] if self.tops else self.head) + fonts.px(4)

    def cell(self, cell: Cell) -> QRect:
        """Return where a cell stands in the viewport."""
        day, band = cell
        return QRect(self.lefts[day], self.tops[band] - self.scroll, self.day_width, self.heights[band])

    def cell_at(self, at: QPoint) -> Cell | None:
        """Return the cell at a place of the viewport; None in the head, at the times, and in the gaps."""
        if at.y() < self.head:
            return None
        for day, left in enumerate(self.lefts):
            if left <= at.x() < left + self.day_width:
                for band, top in enumerate(self.tops):
                    if top <= at.y() + self.scroll < top + self.heights[band]:
                        return day, band
        return None

    def box_at(self, at: QPoint) -> Box | None:
        """Return the chip's box, or the box of "more", at a place of the viewport."""
        if at.y() < self.head:
            return None
        inside = QPoint(at.x(), at.y() + self.scroll)
        for box in self.spans:
            if box.rect.contains(inside):
                return box
        cell = self.cell_at(at)
        boxes = self.boxes.get(cell, ()) if cell is not None else ()
        return next((box for box in boxes if box.rect.contains(inside)), None)

    def boxes_of(self, key: int) -> list[Box]:
        """Return the boxes of a chip; more than one where there was no room to draw its blocks as one."""
        return [box for boxes in (self.spans, *self.boxes.values()) for box in boxes if box.key == key]

    def seen(self, rect: QRect) -> bool:
        """Say whether a box without scrolling is in the viewport."""
        return rect.bottom() - self.scroll >= self.head and rect.top() - self.scroll <= self.height

    def scroll_needed(self, rect: QRect) -> int:
        """Return by how much to scroll down until a box without scrolling is seen whole."""
        top, bottom = rect.top() - self.scroll, rect.bottom() - self.scroll
        if top < self.head + fonts.px(4):
            return top - self.head - fonts.px(4)
        return max(bottom - self.height + fonts.px(6), 0)
