"""The board: children are taken up by mouse or keys, and set down on another course."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from ganztag.desktop import fonts
from ganztag.desktop.allocation.by_hand.board_view import BoardView
from ganztag.desktop.allocation.by_hand.tiles import HEAD, LINE
from ganztag.desktop.widgets.painted import MOVES

_Key = Qt.Key
_DEEDS = {_Key.Key_M: "move", _Key.Key_F: "pin", _Key.Key_Delete: "out", _Key.Key_Menu: "menu"}
_EDGE = 28


class HandBoard(BoardView):
    """``moved(pupil, from, to)`` when a child was dropped (None: without a place); ``wanted(deed, at)`` by keys."""

    moved = Signal(int, object, object)
    wanted = Signal(str, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._pressed: QPoint | None = None
        self._scroller = QTimer(self)
        self._scroller.setInterval(30)
        self._scroller.timeout.connect(self._scroll_at_edge)

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == _Key.Key_Escape and self._carried is not None:
            self._let_go()
        elif key in MOVES and not event.modifiers():
            self._step(*MOVES[key])
        elif key in _DEEDS and not event.modifiers() and self._pupil:
            at = self.viewport().mapToGlobal(self.chosen_box().bottomLeft())
            self.wanted.emit(_DEEDS[key], at)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _step(self, down: int, across: int) -> None:
        """Go to the child above or below; across to the tile beside that lies nearest."""
        place = self.board.place_of(self._pupil)
        if place is None:
            return
        if down:
            flat = [kid.pupil for tile in self.board.tiles for kid in tile.kids]
            now = flat.index(self._pupil) + down
            self.choose(flat[min(max(now, 0), len(flat) - 1)])
            return
        here = self.board.kid_box(*place).center()
        beside = [
            (box, tile)
            for box, tile in zip(self.board.boxes, self.board.tiles, strict=True)
            if tile.kids and (box.left() > here.x() if across > 0 else box.right() < here.x())
        ]
        if beside:
            box, tile = min(beside, key=lambda one: (abs(one[0].center().x() - here.x()), _apart(one[0], here.y())))
            line = min(max((here.y() - box.top() - fonts.px(HEAD)) // fonts.px(LINE), 0), len(tile.kids) - 1)
            self.choose(tile.kids[line].pupil)

    # ---- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._on_board(event.position().toPoint())
        place = self.board.kid_at(at)
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            return
        self._pressed = at
        self.choose(self.board.tiles[place[0]].kids[place[1]].pupil)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._at = event.position().toPoint()
        at = self._on_board(self._at)
        if self._pressed is None:
            hand = self.board.kid_at(at) is not None
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if hand else Qt.CursorShape.ArrowCursor)
            return
        shown = self.shown()
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._carried is None and far and shown is not None:
            self._carried = (shown[0], shown[1].course)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroller.start()
        self._target = self.board.tile_at(at)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carried, target = self._carried, self._target
        self._let_go()
        if carried is None or target is None or event.button() != Qt.MouseButton.LeftButton:
            return
        course = self.board.tiles[target].course
        if course != carried[1]:
            self.moved.emit(carried[0].pupil, carried[1], course)

    def _let_go(self) -> None:
        self._pressed, self._carried, self._target = None, None, None
        self._scroller.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    def _scroll_at_edge(self) -> None:
        edge, step = fonts.px(_EDGE), fonts.px(16)
        if self._at.y() < edge:
            self.scroll_on(0, -step)
        elif self._at.y() > self.viewport().height() - edge:
            self.scroll_on(0, step)
        else:
            return
        self._target = self.board.tile_at(self._on_board(self._at))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = self.board.kid_at(self._on_board(event.pos()))
        if place is not None:
            self.choose(self.board.tiles[place[0]].kids[place[1]].pupil)
            self.wanted.emit("menu", event.globalPos())

    def hideEvent(self, event: Any) -> None:
        self._let_go()
        super().hideEvent(event)


def _apart(box: QRect, y: int) -> int:
    """Return how far a tile is from a height; 0 where it is beside it."""
    return 0 if box.top() <= y <= box.bottom() else min(abs(box.top() - y), abs(box.bottom() - y))
