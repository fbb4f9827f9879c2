"""The one table model: it takes whole lists of frozen rows and works out by id what changed.

Selection, current row and scroll position stay, because rows are moved, not thrown away. Search and sort are its own:
a proxy model in Python is a hundred times slower.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ganztag.desktop.widgets.arrangement import Arrangement
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.merging import leaving_ranges, new_ranges

R = TypeVar("R")
_MANY_RANGES = 64  # beyond that, rows are gathered first and taken or given in one piece
_ROLE = Qt.ItemDataRole
VALUE_ROLE = int(_ROLE.UserRole) + 1
CELL_ROLE = int(_ROLE.UserRole) + 2
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

__all__ = ["CELL_ROLE", "VALUE_ROLE", "Column", "Rows"]


def _id_of(row: Any) -> int:
    return int(row.id)


class Rows(QAbstractTableModel, Generic[R]):
    """``show(rows)`` on news, ``look_for(text)`` while she types, ``only(rule)`` for a chip.

    *found_by* gives a row's search key (``domain.search.search_key``; default: made from all columns' texts).
    ``counted`` tells when the number of rows that are shown may have changed.
    """

    counted = Signal()

    def __init__(
        self,
        columns: Sequence[Column[R]],
        *,
        found_by: Callable[[R], str] | None = None,
        identity: Callable[[R], int] = _id_of,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._arrangement = Arrangement(self.columns, found_by, identity)
        self._known: dict[int, R] = {}
        self._visible: list[int] = []
        self._place: dict[int, int] | None = None

    def show(self, rows: Iterable[R]) -> None:
        """Take the rows as they are now, in the order they stand in while no column sorts them."""
        changed = self._arrangement.take(rows)
        self._known = {**self._known, **self._arrangement.rows}  # views ask for leaving rows until they are gone
        self._merge(self._arrangement.shown())
        self._known = self._arrangement.rows
        self._tell_changed(changed)
        self.counted.emit()

    def look_for(self, text: str) -> None:
        """Show only rows in which all words of *text* occur, in whatever spelling."""
        if self._arrangement.search(text):
            self._reset()

    def only(self, rule: Callable[[R], bool] | None) -> None:
        """Show only rows that a rule accepts; None shows all."""
        self._arrangement.rule = rule
        self._reset()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self._arrangement.sort(column, downwards=order == Qt.SortOrder.DescendingOrder)
        self._lay_out(self._arrangement.shown())
        self.layoutChanged.emit()

    def all(self) -> list[R]:
        return [self._known[key] for key in self._arrangement.order]

    def visible(self) -> list[R]:
        return [self._known[key] for key in self._visible]

    def visible_ids(self) -> list[int]:
        return list(self._visible)

    def total(self) -> int:
        return len(self._arrangement.rows)

    def row_of(self, key: int) -> R | None:
        return self._known.get(key)

    def row_at(self, index: _Index) -> R:
        return self._known[self._visible[index.row()]]

    def id_at(self, index: _Index) -> int | None:
        return self._visible[index.row()] if index.isValid() else None

    def index_of(self, key: int, column: int = 0) -> QModelIndex:
        """Return where a row stands, an invalid index when it is not shown."""
        if self._place is None:
            self._place = {shown: place for place, shown in enumerate(self._visible)}
        place = self._place.get(key)
        return QModelIndex() if place is None else self.index(place, column)

    def retranslate(self) -> None:
        """Put titles and texts into words anew, after a switch of language."""
        self._arrangement.forget_words()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._visible:
            self._tell_changed(set(self._visible))

    def _reset(self) -> None:
        self.beginResetModel()
        self._visible, self._place = self._arrangement.shown(), None
        self.endResetModel()
        self.counted.emit()

    def _merge(self, wanted: list[int]) -> None:
        """Bring what is visible to *wanted* by removing, moving and inserting."""
        stays = set(wanted)
        ranges = leaving_ranges(self._visible, stays)
        if len(ranges) > _MANY_RANGES:
            self._rearrange([k for k in self._visible if k in stays] + [k for k in self._visible if k not in stays])
            ranges = leaving_ranges(self._visible, stays)
        for first, last in reversed(ranges):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._visible[first : last + 1]
            self._place = None
            self.endRemoveRows()
        here = set(self._visible)
        kept = [key for key in wanted if key in here]
        if kept != self._visible:
            self._rearrange(kept)
        self._insert(wanted, here)

    def _insert(self, wanted: list[int], here: set[int]) -> None:
        ranges = new_ranges(wanted, here)
        if len(ranges) > _MANY_RANGES:
            joining = [key for key in wanted if key not in here]
            self.beginInsertRows(_NOWHERE, len(self._visible), len(wanted) - 1)
            self._visible = self._visible + joining
            self._place = None
            self.endInsertRows()
            self._rearrange(wanted)
            return
        for first, last in ranges:
            self.beginInsertRows(_NOWHERE, first, last)
            self._visible[first:first] = wanted[first : last + 1]
            self._place = None
            self.endInsertRows()

    def _rearrange(self, keys: list[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        self._lay_out(keys)
        self.layoutChanged.emit()

    def _lay_out(self, keys: list[int]) -> None:
        """Take a new order of the same rows and lead all persistent indexes after their rows."""
        old = self.persistentIndexList()
        held = [self._visible[index.row()] for index in old]
        self._visible, self._place = keys, None
        new = [self.index_of(key, index.column()) for key, index in zip(held, old, strict=True)]
        self.changePersistentIndexList(old, new)

    def _tell_changed(self, changed: set[int]) -> None:
        last = len(self.columns) - 1
        if len(changed) > _MANY_RANGES:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._visible) - 1, last))
            return
        for key in changed:
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, self.index(index.row(), last))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._visible)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(_ROLE.DisplayRole)) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _ROLE.DisplayRole:
            return str(self.columns[section].title)
        return self.columns[section].cell.align if role == _ROLE.TextAlignmentRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].edited is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = int(_ROLE.DisplayRole)) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._visible):
            return None
        row, column = self._known[self._visible[index.row()]], self.columns[index.column()]
        if role in (_ROLE.DisplayRole, _ROLE.EditRole, _ROLE.AccessibleTextRole):
            return column.text(row)
        if role == VALUE_ROLE:
            return column.shown(row)
        if role == CELL_ROLE:
            return column.cell
        if role == _ROLE.ToolTipRole and column.tip is not None:
            return column.tip(row)
        return column.cell.align if role == _ROLE.TextAlignmentRole else None

    def setData(self, index: _Index, value: Any, role: int = int(_ROLE.EditRole)) -> bool:
        """Hand an edit to the column's operation; what is shown changes when the news comes."""
        column = self.columns[index.column()]
        row = self.row_at(index)
        if role != _ROLE.EditRole or column.edited is None or str(value) == column.text(row):
            return False
        column.edited(row, str(value))
        return True
