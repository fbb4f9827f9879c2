"""The one table model: it takes whole lists of frozen rows and works out by id what changed.

Selection, current row and scroll position stay, because rows are moved, not thrown away. Search and sort are its own:
a proxy model in Python is a hundred times slower.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ganztag.desktop.widgets.cells import TEXT, Cell
from ganztag.desktop.widgets.merging import leaving_ranges, new_ranges
from ganztag.language import Message, sort_key

R = TypeVar("R")
_MANY_RANGES = 64  # beyond that, rows are gathered first and taken or given in one piece
_ROLE = Qt.ItemDataRole
VALUE_ROLE = int(_ROLE.UserRole) + 1
CELL_ROLE = int(_ROLE.UserRole) + 2
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column as data. *shown* gives what its *cell* paints (a str for TEXT); *sorted_by* a native value.

    *edited* (row, new text) calls an operation; the model itself changes only when the news comes.
    """

    key: str
    title: Message
    shown: Callable[[R], Any]
    sorted_by: Callable[[R], Any] | None = None
    cell: Cell = TEXT
    width: int = 120
    stretch: bool = False
    hidden: bool = False
    tip: Callable[[R], str] | None = None
    edited: Callable[[R, str], None] | None = field(default=None, compare=False)

    def text(self, row: R) -> str:
        return self.cell.text(self.shown(row))

    def order(self, row: R) -> Any:
        return self.sorted_by(row) if self.sorted_by is not None else sort_key(self.text(row))


def _id_of(row: Any) -> int:
    return int(row.id)


def folded(text: str) -> str:
    """Return a text as search compares it: ``Müller``, ``mueller`` and ``MULLER`` all begin the same."""
    return "".join(part[2] if part[0] else str(part[1]) for part in sort_key(text)[0])


class Rows(QAbstractTableModel, Generic[R]):
    """``show(rows)`` on news, ``look_for(text)`` while she types, ``only(rule)`` for a chip.

    *found_by* gives the texts in which a row is searched (default: all columns' texts). ``counted`` tells when the
    number of rows that are shown has changed.
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
        self._found_by, self._identity = found_by, identity
        self._all: dict[int, R] = {}
        self._order: list[int] = []  # ids of all rows as sorted
        self._visible: list[int] = []
        self._place: dict[int, int] | None = None
        self._needles: dict[int, str] = {}
        self._keys: dict[int, dict[int, Any]] = {}
        self._words: tuple[str, ...] = ()
        self._rule: Callable[[R], bool] | None = None
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def show(self, rows: Iterable[R]) -> None:
        """Take the rows as they are now, in the order they stand in while no column sorts them."""
        fresh = {self._identity(row): row for row in rows}
        old = self._all
        changed = {key for key, row in fresh.items() if key in old and old[key] != row}
        for key in changed.union(old.keys() - fresh.keys()):
            self._needles.pop(key, None)
            for keys in self._keys.values():
                keys.pop(key, None)
        order = self._in_order(list(fresh), fresh)
        wanted = self._filtered(order, fresh)
        self._merge(wanted, {**old, **fresh})
        self._all, self._order = fresh, order
        self._tell_changed(changed)
        self.counted.emit()

    def look_for(self, text: str) -> None:
        """Show only rows in which all words of *text* occur."""
        words = tuple(folded(word) for word in text.split())
        if words != self._words:
            self._words = words
            self._reset()

    def only(self, rule: Callable[[R], bool] | None) -> None:
        """Show only rows that a rule accepts; None shows all."""
        self._rule = rule
        self._reset()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        self._order = self._in_order(self._order, self._all)
        self._lay_out(self._filtered(self._order, self._all))
        self.layoutChanged.emit()

    def all(self) -> list[R]:
        return [self._all[key] for key in self._order]

    def visible(self) -> list[R]:
        return [self._all[key] for key in self._visible]

    def visible_ids(self) -> list[int]:
        return list(self._visible)

    def total(self) -> int:
        return len(self._all)

    def row_of(self, key: int) -> R | None:
        return self._all.get(key)

    def row_at(self, index: _Index) -> R:
        return self._all[self._visible[index.row()]]

    def id_at(self, index: _Index) -> int | None:
        return self._visible[index.row()] if index.isValid() else None

    def index_of(self, key: int, column: int = 0) -> QModelIndex:
        """Return where a row stands, an invalid index when it is not shown."""
        if self._place is None:
            self._place = {shown: place for place, shown in enumerate(self._visible)}
        place = self._place.get(key)
        return QModelIndex() if place is None else self.index(place, column)

    def _in_order(self, keys: list[int], rows: dict[int, R]) -> list[int]:
        if self._sorted is None:
            return keys
        place, order = self._sorted
        known = self._keys.setdefault(place, {})
        column = self.columns[place]
        for key in keys:
            if key not in known:
                known[key] = column.order(rows[key])
        return sorted(keys, key=known.__getitem__, reverse=order == Qt.SortOrder.DescendingOrder)

    def _filtered(self, keys: list[int], rows: dict[int, R]) -> list[int]:
        if self._words:
            needles = self._needles
            for key in keys:
                if key not in needles:
                    needles[key] = self._searched(rows[key])
            for word in self._words:
                keys = [key for key in keys if word in needles[key]]
        if self._rule is not None:
            rule = self._rule
            keys = [key for key in keys if rule(rows[key])]
        return list(keys)

    def _searched(self, row: R) -> str:
        if self._found_by is not None:
            return folded(self._found_by(row))
        return " ".join(folded(column.text(row)) for column in self.columns)

    def _reset(self) -> None:
        self.beginResetModel()
        self._visible, self._place = self._filtered(self._order, self._all), None
        self.endResetModel()
        self.counted.emit()

    def _merge(self, wanted: list[int], known: dict[int, R]) -> None:
        """Bring what is visible to *wanted* by removing, moving and inserting."""
        self._all = known  # views may ask for old rows until they are removed
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
        self.changePersistentIndexList(
            old, [self.index_of(key, index.column()) for key, index in zip(held, old, strict=True)]
        )

    def _tell_changed(self, changed: set[int]) -> None:
        last = len(self.columns) - 1
        if len(changed) > _MANY_RANGES:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._visible) - 1, last))
            return
        for key in changed:
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, self.index(index.row(), last))

    def retranslate(self) -> None:
        """Put titles and texts into words anew, after a switch of language."""
        self._needles.clear()
        self._keys.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._visible:
            self._tell_changed(set(self._visible))

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
        row, column = self._all[self._visible[index.row()]], self.columns[index.column()]
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
