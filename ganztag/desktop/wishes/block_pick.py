"""Which block is shown: side by side while they fit, else in a list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop.widgets.card import row
from ganztag.desktop.widgets.filter_box import Choice
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.desktop.wishes.demand_words import band_name
from ganztag.language import _
from ganztag.queries.wishes import WishSheet


class BlockPick(QWidget):
    """``picked(band)``; hidden where there is nothing to choose."""

    picked = Signal(int)

    def __init__(self, most: int) -> None:
        """*most* blocks fit side by side."""
        super().__init__()
        self._most = most
        self._few, self._many = Segmented(), Choice()
        line = row()
        line.addWidget(self._few)
        line.addWidget(self._many)
        line.addStretch(1)
        self.setLayout(line)
        self._few.picked.connect(self._tell)
        self._many.picked.connect(self._tell)

    def retranslate(self) -> None:
        self._few.setAccessibleName(_("Block"))
        self._many.setAccessibleName(_("Block"))

    def offer(self, sheet: WishSheet) -> None:
        """Show the blocks of a ballot; the one that was on stays on."""
        blocks = sheet.ballot.blocks
        names: Sequence[tuple[str, str]] = [(str(band), band_name(band, blocks)) for band in sheet.bands]
        self._few.offer(names)
        self._many.offer(names)
        self._few.setVisible(len(names) <= self._most)
        self._many.setVisible(len(names) > self._most)
        self.setVisible(len(names) > 1)

    def band(self) -> int | None:
        """Return the block that is on, None where there is none."""
        return int(self._few.key()) if self._few.key() else None

    def pick(self, band: int) -> None:
        """Switch without telling."""
        self._few.pick(str(band))
        self._many.pick(str(band))

    def _tell(self, key: object) -> None:
        self.pick(int(str(key)))
        self.picked.emit(int(str(key)))
