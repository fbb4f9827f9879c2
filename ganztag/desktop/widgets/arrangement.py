"""Which rows are shown and in what order: search, rule and sorting over a list of frozen rows, without Qt."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from ganztag.desktop.widgets.columns import Column
from ganztag.domain.search import search_key, words

R = TypeVar("R")


class Arrangement(Generic[R]):
    """Rows by id; keys for search and sorting are worked out once and kept until a row changes."""

    def __init__(
        self, columns: Sequence[Column[R]], found_by: Callable[[R], str] | None, identity: Callable[[R], int]
    ) -> None:
        self.columns = tuple(columns)
        self.rows: dict[int, R] = {}
        self.order: list[int] = []
        self.rule: Callable[[R], bool] | None = None
        self._found_by, self._identity = found_by, identity
        self._words: tuple[str, ...] = ()
        self._needles: dict[int, str] = {}
        self._keys: dict[int, dict[int, Any]] = {}
        self._sorted: tuple[int, bool] | None = None

    def take(self, rows: Iterable[R]) -> set[int]:
        """Take the rows as they are now; return the ids of those that were there and are different."""
        fresh = {self._identity(row): row for row in rows}
        old = self.rows
        changed = {key for key, row in fresh.items() if key in old and old[key] != row}
        for key in changed.union(old.keys() - fresh.keys()):
            self._needles.pop(key, None)
            for keys in self._keys.values():
                keys.pop(key, None)
        self.rows = fresh
        self.order = self._arranged(list(fresh))
        return changed

    def search(self, text: str) -> bool:
        """Look for rows in which all words occur; tell whether that is another search than before."""
        wanted = words(text)
        is_new = wanted != self._words
        self._words = wanted
        return is_new

    def sort(self, column: int, *, downwards: bool) -> None:
        """Sort by a column; -1 leaves the order in which the rows came."""
        self._sorted = (column, downwards) if column >= 0 else None
        self.order = self._arranged(self.order if self._sorted else list(self.rows))

    def shown(self) -> list[int]:
        """Return the ids of the rows that are found and accepted, in order."""
        keys = self.order
        if self._words:
            keys = self._found(keys)
        if self.rule is not None:
            rule, rows = self.rule, self.rows
            keys = [key for key in keys if rule(rows[key])]
        return list(keys)

    def forget_words(self) -> None:
        """Work out search and sorting anew, after a switch of language."""
        self._needles.clear()
        self._keys.clear()

    def _found(self, keys: list[int]) -> list[int]:
        needles, rows = self._needles, self.rows
        if len(needles) < len(keys):
            for key in keys:
                if key not in needles:
                    needles[key] = self._needle(rows[key])
        for word in self._words:
            keys = [key for key in keys if word in needles[key]]
        return keys

    def _needle(self, row: R) -> str:
        if self._found_by is not None:
            return self._found_by(row)
        return search_key(*(column.text(row) for column in self.columns))

    def _arranged(self, keys: list[int]) -> list[int]:
        if self._sorted is None:
            return keys
        place, downwards = self._sorted
        known = self._keys.setdefault(place, {})
        if len(known) < len(keys):
            order, rows = self.columns[place].order, self.rows
            for key in keys:
                if key not in known:
                    known[key] = order(rows[key])
        return sorted(keys, key=known.__getitem__, reverse=downwards)
