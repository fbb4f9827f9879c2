"""The board as it is seen: tiles with their children, who is chosen, and what is carried."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ganztag.desktop import fonts
from ganztag.desktop.allocation.by_hand.tile_paint import Sign, paint_kid, paint_tile
from ganztag.desktop.allocation.by_hand.tiles import Board, Kid, Tile
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.painted import Painted


class BoardView(Painted):
    """``sign_of(kid, tile, is target)`` is asked for what a tile says while that child is carried over it."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sign_of: Callable[[Kid, Tile, bool], Sign] | None = None
        self.board, self._pupil = Board(), 0
        self._carried: tuple[Kid, int | None] | None = None
        self._target: int | None = None
        self._at = QPoint()
        for part in (self, self.viewport()):
            part.setProperty("bare", "true")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # ---- what it shows

    def show_tiles(self, tiles: list[Tile]) -> None:
        self.board.arrange(tiles, self._width())
        self._fit()
        if self.board.place_of(self._pupil) is None:
            self._pupil = next((kid.pupil for tile in tiles for kid in tile.kids), 0)
        self.viewport().update()

    def _width(self) -> int:
        return self.width() - fonts.px(14)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.board.arrange(self.board.tiles, self._width())
        self._fit()

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(self.board.height - self.viewport().height(), 0))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(fonts.px(40))

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        self.viewport().update()

    def _on_board(self, at: QPoint) -> QPoint:
        return at + QPoint(0, self.verticalScrollBar().value())

    # ---- who is chosen

    def shown(self) -> tuple[Kid, Tile] | None:
        """Return the chosen child and where it is."""
        place = self.board.place_of(self._pupil)
        if place is None:
            return None
        tile = self.board.tiles[place[0]]
        return tile.kids[place[1]], tile

    def tiles(self) -> list[Tile]:
        return list(self.board.tiles)

    def choose(self, pupil: int) -> None:
        """Mark a child and bring it into view."""
        if self.board.place_of(pupil) is not None:
            self._pupil = pupil
            self._reveal()
            self.chosen.emit(pupil)
        self.viewport().update()

    def _reveal(self) -> None:
        place = self.board.place_of(self._pupil)
        if place is not None:
            box, bar = self.board.kid_box(*place), self.verticalScrollBar()
            if box.top() < bar.value():
                bar.setValue(box.top() - fonts.px(50))
            elif box.bottom() > bar.value() + self.viewport().height():
                bar.setValue(box.bottom() - self.viewport().height() + fonts.px(20))

    def chosen_box(self) -> QRect:
        """Return where the chosen child is seen."""
        place = self.board.place_of(self._pupil)
        box = self.board.kid_box(*place) if place is not None else QRect()
        return box.translated(0, -self.verticalScrollBar().value())

    def tip_at(self, at: QPoint) -> str:
        place = self.board.kid_at(self._on_board(at))
        if place is None:
            return ""
        kid = self.board.tiles[place[0]].kids[place[1]]
        return f"{kid.name}, {kid.class_name}"

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scrolled = self.verticalScrollBar().value()
        seen = event.rect().translated(0, scrolled)
        painter.translate(0, -scrolled)
        for place, (tile, box) in enumerate(zip(self.board.tiles, self.board.boxes, strict=True)):
            if not box.intersects(seen):
                continue
            paint_tile(painter, box, tile, self._sign(place, tile), tokens)
            for line, kid in enumerate(tile.kids):
                paint_kid(painter, self.board.kid_box(place, line), kid, self._marks(kid), tokens)
        if self._carried is not None:
            self._paint_ghost(painter, scrolled)

    def _sign(self, place: int, tile: Tile) -> Sign | None:
        if self._carried is None or self.sign_of is None:
            return None
        kid, source = self._carried
        if tile.course == source:
            return Sign(None, source=True)
        return self.sign_of(kid, tile, place == self._target)

    def _marks(self, kid: Kid) -> frozenset[str]:
        carried = self._carried is not None and self._carried[0].pupil == kid.pupil
        marks = {"chosen" if kid.pupil == self._pupil else "", "focused" if self.hasFocus() else "",
                 "carried" if carried else ""}  # fmt: skip
        return frozenset(marks)

    def _paint_ghost(self, painter: QPainter, scrolled: int) -> None:
        if self._carried is None:
            return
        tokens = tokens_of(self)
        width = fonts.px(180)
        left = min(self._at.x() + 12, self.viewport().width() - width - 2)
        box = QRect(left, self._at.y() + scrolled + 6, width, fonts.px(23))
        painter.setPen(tokens.tone("accent"))
        painter.setBrush(tokens.tone("raised"))
        painter.drawRoundedRect(box, 6, 6)
        paint_kid(painter, box, self._carried[0], frozenset(), tokens)
