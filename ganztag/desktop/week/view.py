"""The week as it is seen: it shows a sheet, has a cursor, and paints only what changes."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.week.carrying import Carrying
from ganztag.desktop.week.cursor import Cursor
from ganztag.desktop.week.geometry import Geometry
from ganztag.desktop.week.grid_paint import GridPaint
from ganztag.desktop.week.sheet import Cell, Sheet
from ganztag.desktop.week.words import carried_to, tip, where
from ganztag.desktop.widgets.painted import Painted


class WeekView(Painted):
    """``chosen(key)`` tells where the cursor is, 0 on a cell without a chip."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.geometry_, self.cursor_ = Geometry(), Cursor()
        self.painting = GridPaint(self.geometry_, tokens_of(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(QSize(fonts.px(460), fonts.px(220)))
        self.viewport().setMouseTracking(True)
        self.viewport().setFont(fonts.font())

    @property
    def sheet(self) -> Sheet:
        return self.painting.sheet

    @property
    def hand(self) -> Carrying | None:
        return self.painting.hand

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a week as the file has it now; the cursor stays on its chip."""
        self.painting.sheet = sheet
        self.cursor_.show(sheet)
        self.arrange()
        self._tell()

    def arrange(self) -> None:
        """Find the places of all chips anew."""
        view, place = self.viewport(), self.geometry_
        place.signed = frozenset(self.hand.signs) if self.hand is not None else frozenset()
        place.lay_out(self.sheet, view.width(), view.height())
        bar = self.verticalScrollBar()
        bar.setPageStep(max(view.height() - place.head, 0))
        bar.setSingleStep(fonts.px(29))
        bar.setRange(0, max(place.content_height() - view.height(), 0))
        place.scroll = bar.value()
        view.update()

    def carry(self, hand: Carrying | None) -> None:
        """Show what is carried with the signs of all cells; None: nothing is carried any more."""
        before, self.painting.hand = self.hand, hand
        if before is not hand:
            self.arrange()
        self._describe()

    def aim(self, cell: Cell | None, chip: int = 0) -> None:
        """Move the outline of where it would be set down; only what changes is painted."""
        hand = self.hand
        if hand is None or (hand.target, hand.chip) == (cell, chip):
            return
        before, hand.target, old, hand.chip = hand.target, cell, hand.chip, chip
        for changed in (before, cell):
            if changed is not None:
                self.viewport().update(self.geometry_.cell(changed).adjusted(-2, -2, 2, 2))
        for key in (old, chip):
            for box in self.geometry_.boxes_of(key) if key else ():
                self.viewport().update(box.rect.translated(0, -self.geometry_.scroll).adjusted(-2, -2, 2, 2))
        if hand.load.kind == "edge":
            self.viewport().update()
        self._describe()

    def choose(self, key: int) -> bool:
        """Put the cursor on a chip; False where it is not shown."""
        if key not in self.sheet.by_key:
            return False
        self.cursor_.go_to(key)
        self._went()
        return True

    def expand(self, band: int) -> None:
        """Show all chips of a band, or as few as fit again."""
        self.geometry_.expanded ^= {band}
        self.arrange()

    def focus_area(self) -> QRect:
        """Return where the chip or the cell of the cursor stands in the viewport."""
        cell, key = self.cursor_.cell, self.cursor_.key
        if cell is None:
            return QRect()
        boxes = self.geometry_.boxes_of(key) if key else []
        return boxes[0].rect.translated(0, -self.geometry_.scroll) if boxes else self.geometry_.cell(cell)

    def _went(self, *, follow: bool = True) -> None:
        """Show where the cursor went, and bring it into view, hidden chips included."""
        cell, key = self.cursor_.cell, self.cursor_.key
        if key and cell is not None and not self.geometry_.boxes_of(key):
            self.expand(cell[1])
        if follow and cell is not None:
            area = self.focus_area().translated(0, self.geometry_.scroll)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.geometry_.scroll_needed(area))
        self._tell()
        self.viewport().update()

    def _tell(self) -> None:
        chip = self.cursor_.chip()
        self.painting.cursor = (self.cursor_.cell, self.cursor_.key)
        self.painting.course = chip.course if chip is not None else 0
        self._describe()
        self.chosen.emit(self.cursor_.key)

    def _describe(self) -> None:
        text = carried_to(self.hand, self.sheet) if self.hand is not None else where(self.cursor_)
        self.setAccessibleDescription(text)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.geometry_.scroll = self.verticalScrollBar().value()
        self.viewport().update()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painting.tokens, self.painting.has_focus = tokens_of(self), self.hasFocus()
        painter = QPainter(self.viewport())
        self.painting.paint(painter, event.rect())
        painter.end()

    def tip_at(self, at: QPoint) -> str:
        return tip(self.sheet, self.hand, self.geometry_.cell_at(at), self.geometry_.box_at(at))
