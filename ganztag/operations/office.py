"""The office: one open school file, the one door for writing, and the news after each change."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from ganztag.domain.clock import Clock
from ganztag.language import Message
from ganztag.operations.operation import Operation
from ganztag.storage.file import Deed, SchoolFile
from ganztag.storage.journal import rows_changed
from ganztag.storage.reader import Reader

T = TypeVar("T")
P = ParamSpec("P")
UNDO_DEPTH = 50


@dataclass(frozen=True, slots=True)
class Changes:
    """The news: which rows of which tables are new, changed or gone."""

    rows: Mapping[str, frozenset[int]]


class Office:
    """Does, undoes and redoes deeds, and tells its listeners what changed. Belongs to the thread that opened it."""

    def __init__(self, file: SchoolFile, clock: Clock) -> None:
        self._file = file
        self.clock = clock
        self.revision = 0
        self.last_saved: datetime | None = None
        self._done: list[Deed] = []
        self._undone: list[Deed] = []
        self._listeners: list[Callable[[Changes], None]] = []

    @property
    def path(self) -> Path:
        return self._file.path

    def do(self, operation: Operation[T]) -> T:
        """Do the operation, all or nothing, and return what it returns.

        Raises Objection where the school's rules speak against it, NotSaved where the medium refused.
        """
        result, deed = self._file.do(operation.label, operation.reason, operation.run)
        if deed.steps:
            self._done = [*self._done[-UNDO_DEPTH + 1 :], deed]
            self._undone.clear()
            self._tell(deed)
        return result

    def read(self, query: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        return self._file.read(query, *args, **kwargs)

    @property
    def undo_label(self) -> Message | None:
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> Message | None:
        return self._undone[-1].label if self._undone else None

    def undo(self) -> Message | None:
        """Take back the last deed and return its name; None if there is none."""
        return self._reverse(self._done, self._undone, "undone")

    def redo(self) -> Message | None:
        return self._reverse(self._undone, self._done, "redone")

    def _reverse(self, source: list[Deed], target: list[Deed], kind: str) -> Message | None:
        if not source:
            return None
        deed = self._file.reverse(source[-1], kind)
        source.pop()
        target.append(deed)
        self._tell(deed)
        return deed.label

    def forget(self) -> None:
        """Forget what could be undone: after what cannot be taken back, such as founding a school."""
        self._done.clear()
        self._undone.clear()

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call *listener* after each change; return what ends that."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def _tell(self, deed: Deed) -> None:
        self.revision += 1
        self.last_saved = self.clock.now()
        news = Changes(rows_changed(deed.steps))
        for listener in tuple(self._listeners):
            try:
                listener(news)
            except Exception:  # our own mistake: reported, but the deed is done and the others must hear of it
                sys.excepthook(*sys.exc_info())

    def save_copy(self, target: Path) -> None:
        """Write a whole copy of the file; raise FileTrouble where *target* exists or cannot be written.

        It works also where the file itself was moved or deleted meanwhile: then this is how the work is rescued.
        """
        self._file.copy_to(target)

    def close(self) -> None:
        self._listeners.clear()
        self._file.close()
