"""The way back from one deed, as long as it is the last one that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # nothing heavy before the first paint
    from collections.abc import Callable

    from ganztag.operations.office import Changes, Office


class WayBack:
    """Called, it takes the deed back that was the last when it was made; once another has followed it does nothing."""

    def __init__(self, office: Office) -> None:
        self._office, self._label = office, office.undo_label

    def __call__(self) -> None:
        if self.state() == "open":
            self._office.undo()

    def state(self) -> str:
        """Return open (the deed can be taken back), gone (it was, from wherever), or shut (another one followed)."""
        if self._label is None:
            return "shut"
        if self._office.undo_label is self._label:
            return "open"
        return "gone" if self._office.redo_label is self._label else "shut"

    def follow(self, tell: Callable[[str], object]) -> Callable[[], None]:
        """Tell the state after each change in the file; return what ends that."""

        def heard(_changes: Changes) -> None:
            tell(self.state())

        return self._office.subscribe(heard)
