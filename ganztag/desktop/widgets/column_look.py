"""How the columns of a table stand: widths, order, what is hidden; remembered, and fitted to the room there is."""

from typing import Any, Protocol

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from ganztag.desktop import fonts
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.header import Header


class Memory(Protocol):
    """Where the look of a screen is kept between two starts."""

    def recall(self, key: str) -> QByteArray | None: ...

    def keep(self, key: str, state: QByteArray) -> None: ...


class ColumnLook(QObject):
    """The stretching column takes what is left; those that give way are hidden while it would have too little."""

    def __init__(self, table: QTableView, header: Header, columns: tuple[Column[Any], ...]) -> None:
        super().__init__(table)
        self._table, self._header, self._columns = table, header, columns
        self._key = ""
        self._memory: Memory | None = None
        self._yielded: set[int] = set()
        self._wanted: set[int] = set()
        self._fitting = False
        header.columns_chosen.connect(self._chosen)
        header.sectionResized.connect(self._resized)

    def restore(self, key: str, memory: Memory | None) -> bool:
        """Show the columns as they were left; tell whether anything was remembered."""
        self._key = key
        self._memory = memory if key else None
        header = self._header
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for place, column in enumerate(self._columns):
            header.resizeSection(place, fonts.px(column.width))
            header.setSectionHidden(place, column.hidden)
        state = self._memory.recall(key) if self._memory is not None else None
        found = state is not None and header.restoreState(state)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        return found

    def keep(self) -> None:
        """Remember widths, order, hidden columns and sorting; what only gave way is not remembered as hidden."""
        if self._memory is None:
            return
        self._hide(self._yielded, hidden=False)
        self._memory.keep(self._key, self._header.saveState())
        self._hide(self._yielded, hidden=True)

    def fit(self) -> None:
        """Give the stretching column what is left, but never less than it needs."""
        stretched = next((place for place in self._shown() if self._columns[place].stretch), None)
        if stretched is None or self._fitting:
            return
        self._hide(self._yielded, hidden=False)
        self._yielded.clear()
        for place in reversed(range(len(self._columns))):
            if self._room_for(stretched) < fonts.px(self._columns[stretched].width) and self._may_yield(place):
                self._yielded.add(place)
                self._hide({place}, hidden=True)
        least = fonts.px(self._columns[stretched].width)
        self._fitting = True
        self._header.resizeSection(stretched, max(least, self._room_for(stretched)))
        self._fitting = False

    def _shown(self) -> list[int]:
        return [place for place in range(len(self._columns)) if not self._header.isSectionHidden(place)]

    def _room_for(self, stretched: int) -> int:
        others = sum(self._header.sectionSize(place) for place in self._shown() if place != stretched)
        return self._table.viewport().width() - others

    def _may_yield(self, place: int) -> bool:
        return self._columns[place].gives_way and place not in self._wanted and place in self._shown()

    def _hide(self, places: set[int], *, hidden: bool) -> None:
        self._fitting = True
        for place in places:
            self._header.setSectionHidden(place, hidden)
        self._fitting = False

    def _chosen(self) -> None:
        """She ticked or unticked a column: one that had given way stays from now on."""
        back = self._yielded.intersection(self._shown())
        self._wanted |= back
        self._yielded -= back
        self.fit()
        self.keep()

    def _resized(self, place: int, old: int, new: int) -> None:
        if old and new and not self._fitting and not self._columns[place].stretch:
            self.fit()
