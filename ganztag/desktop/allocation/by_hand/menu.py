"""What keys and menu of the board do with the chosen child: move it by typing a course, fix it, take its place away."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ganztag.desktop import icons
from ganztag.desktop.allocation.by_hand.board import HandBoard
from ganztag.desktop.allocation.by_hand.tiles import Tile
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.one_line import OneLine
from ganztag.domain.search import search_key
from ganztag.language import _


class HandVerbs(QObject):
    """``moved(pupil, from, to)`` as the board tells it; ``pinned(pupil, course, reason)``."""

    moved = Signal(int, object, object)
    pinned = Signal(int, int, str)

    def __init__(self, board: HandBoard, banner: Banner, owner: QWidget) -> None:
        super().__init__(owner)
        self.board, self._banner, self._owner = board, banner, owner
        self._pinning: tuple[int, int] | None = None
        board.wanted.connect(self._wanted)

    def _wanted(self, deed: str, at: QPoint) -> None:
        shown = self.board.shown()
        if shown is None:
            return
        kid, tile = shown
        if deed == "menu":
            self._open_menu(at, tile)
        elif deed == "out" and tile.course is not None:
            self.moved.emit(kid.pupil, tile.course, None)
        elif deed == "pin" and tile.course is not None:
            self._pinning = (kid.pupil, tile.course)
            line = OneLine(_("Why?"), _("Fix"), self._owner, hint=_("sibling, hardship, agreed with the parents …"))
            line.given.connect(self._pin)
            line.ask_at(at)
        elif deed == "move":
            line = OneLine(_("To which course?"), _("Move"), self._owner, hint=_("number or name of the course"))
            line.given.connect(self._move_to)
            line.ask_at(at)

    def _open_menu(self, at: QPoint, tile: Tile) -> None:
        menu = QMenu(self._owner)
        menu.aboutToHide.connect(menu.deleteLater)
        for deed, icon, text, enabled in (
            ("move", "arrow-right", _("Move to a course …"), True),
            ("pin", "pin", _("Fix here …"), tile.course is not None),
            ("out", "user-x", _("Take the place away"), tile.course is not None),
        ):
            action = QAction(icons.icon(icon), text, menu)
            action.setObjectName(deed)
            action.setEnabled(enabled)
            action.triggered.connect(self._from_menu)
            menu.addAction(action)
        menu.popup(at)

    def _from_menu(self) -> None:
        action = self.sender()
        if action is not None:
            at = self.board.viewport().mapToGlobal(self.board.chosen_box().bottomLeft())
            self._wanted(action.objectName(), at)

    def _move_to(self, text: str) -> None:
        """Move the chosen child to the course that was typed, by its number or the beginning of its name."""
        shown, typed = self.board.shown(), text.strip()
        if shown is None or not typed:
            return
        tiles = [tile for tile in self.board.tiles() if tile.course is not None]
        exact = [tile for tile in tiles if tile.number == typed]
        near = exact or [tile for tile in tiles if search_key(typed) in search_key(tile.number, tile.title)]
        if len(near) == 1:
            self._banner.clear()
            self.moved.emit(shown[0].pupil, shown[1].course, near[0].course)
        else:
            words = _("There is no course “{text}” in this block.", text=typed)
            several = _("Several courses are called like “{text}”.", text=typed)
            self._banner.say(several if near else words, tone="bad")

    def _pin(self, reason: str) -> None:
        if self._pinning is not None:
            self.pinned.emit(*self._pinning, reason)
            self._pinning = None
