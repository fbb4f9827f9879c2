"""The button of the ballot: which one is worked on, the others to choose from, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QAction

from ganztag.desktop.preferences import Preferences
from ganztag.desktop.widgets.buttons import MenuButton
from ganztag.language import _
from ganztag.queries.ballots import BallotRow

REMEMBERED = "wishes/ballot"  # the screen of the allocation asks for it too: one ballot is being worked on


class BallotMenu(MenuButton):
    """``picked()`` when another ballot was chosen; it is remembered."""

    picked = Signal()

    def __init__(self, memory: Preferences) -> None:
        super().__init__("", "ticket")
        self._memory = memory

    def chosen(self, found: Sequence[BallotRow]) -> BallotRow | None:
        """Return the ballot that was chosen last, else the last one."""
        kept = self._memory.recall(REMEMBERED)
        wanted = bytes(kept.data()).decode() if kept is not None else ""
        return next((row for row in found if str(row.id) == wanted), found[-1] if found else None)

    def show_ballots(self, found: Sequence[BallotRow], chosen: BallotRow | None, verbs: Sequence[QAction]) -> None:
        actions = []
        for row in found if len(found) > 1 else ():
            action = QAction(row.name, self)
            action.setCheckable(True)
            action.setChecked(row is chosen)
            action.setData(row.id)
            action.triggered.connect(self._pick)
            actions.append(action)
        self.setText(chosen.name if chosen else _("Ballot"))
        self.offer([*actions, *verbs])
        self.setVisible(chosen is not None)

    def _pick(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._memory.keep(REMEMBERED, QByteArray(str(action.data()).encode()))
            self.picked.emit()
